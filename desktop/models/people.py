"""The people table: sections of people in Python lists, sorted inside their sections, with the selection kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement
from desktop.models.columns import COLUMN_INDEX, COLUMNS, Column, Entry, Heading
from desktop.wording.names import follow_words, handle_words, name_of, signs_words, verdict_word
from desktop.wording.verdicts import row_text

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
# Asked tens of thousands of times: an enum sum in Python costs more than the call.
ROW_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


@dataclass(frozen=True, slots=True)
class Section:
    """People that belong together, under a heading or none; ``places`` are in their natural order."""

    places: Sequence[int]
    heading: Heading | None = None


class PeopleModel(QAbstractTableModel):
    """Rows are `Entry` or `Heading` values (role ENTRY_ROLE). Until the user sorts, sections keep the order they came in."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: list[tuple[Heading | None, list[Entry]]] = []
        self._rows: list[Entry | Heading] = []
        self._row_of: dict[str, int] = {}
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show_people(
        self, people: Sequence[Person], judgements: Sequence[Judgement], sections: Sequence[Section], as_of: date | None
    ) -> None:
        """Show these sections; the order the user chose is kept. Rows that stay the same are only refreshed, so nothing jumps."""
        made = [
            (section.heading, [Entry(place, people[place], judgements[place], as_of) for place in section.places]) for section in sections
        ]
        self._sort_sections(made)
        rows = _flatten(made)
        if [_identity(row) for row in rows] == [_identity(row) for row in self._rows]:
            self._sections, self._rows = made, rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._sections = made
        self._take_rows(rows)
        self.endResetModel()

    @property
    def sorted_by(self) -> tuple[Column, Qt.SortOrder] | None:
        """The column and direction the user chose, or None for the natural order."""
        return (COLUMNS[self._sorted_by[0]], self._sorted_by[1]) if self._sorted_by else None

    def set_order(self, column: str | None, order: Qt.SortOrder = Qt.SortOrder.DescendingOrder) -> None:
        """Sort by this column from the next `show_people` on; None keeps the order that sections come in."""
        self._sorted_by = (COLUMN_INDEX[column], order) if column is not None else None

    def row_of(self, key: str) -> int:
        """The row of the person with this key, -1 if not shown."""
        return self._row_of.get(key, -1)

    def entry(self, row: int) -> Entry | Heading | None:
        """The value of a row; None outside."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def find_name(self, start: str, from_row: int) -> int:
        """The first row from ``from_row`` on, round the end, whose name or handle begins with ``start``; -1 if none."""
        needle = start.casefold()
        count = len(self._rows)
        for step in range(count):
            row = (from_row + step) % count
            value = self._rows[row]
            if isinstance(value, Entry):
                texts = (name_of(value.person), handle_words(value.person).removeprefix("@"))
                if any(text.casefold().startswith(needle) for text in texts if text):
                    return row
        return -1

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return ROW_FLAGS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole and 0 <= section < len(COLUMNS):
            return COLUMNS[section].title()
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ENTRY_ROLE:
            return row
        if isinstance(row, Heading):
            return _heading_data(row, role) if index.column() == 0 else None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.value(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row_text(row.person, row.judgement, signs_words(row.person)) if index.column() == 0 else column.value(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return follow_words(row.person) if column.name == "follow" else verdict_word(row.judgement.verdict)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if not 0 <= column < len(COLUMNS):
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [(self._rows[index.row()], index.column()) for index in old]
        self._sorted_by = (column, order)
        self._sort_sections(self._sections)
        self._take_rows(_flatten(self._sections))
        row_of = {_identity(row): place for place, row in enumerate(self._rows)}
        self.changePersistentIndexList(old, [self.index(row_of[_identity(row)], at) for row, at in held])
        self.layoutChanged.emit()

    def _sort_sections(self, sections: list[tuple[Heading | None, list[Entry]]]) -> None:
        if self._sorted_by is None:
            return
        column, order = COLUMNS[self._sorted_by[0]], self._sorted_by[1]
        by_name = COLUMNS[COLUMN_INDEX["person"]]
        for _, entries in sections:
            entries.sort(key=by_name.key)
            empty = [entry for entry in entries if column.empty(entry)]
            full = [entry for entry in entries if not column.empty(entry)]
            full.sort(key=column.key, reverse=order == Qt.SortOrder.DescendingOrder)
            entries[:] = full + empty

    def _take_rows(self, rows: list[Entry | Heading]) -> None:
        self._rows = rows
        self._row_of = {row.person.key: place for place, row in enumerate(rows) if isinstance(row, Entry)}


def _heading_data(heading: Heading, role: int) -> str | None:
    if role == Qt.ItemDataRole.AccessibleTextRole and heading.offer:
        return f"{heading.text}, {heading.offer}: C"
    return heading.text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None


def _flatten(sections: list[tuple[Heading | None, list[Entry]]]) -> list[Entry | Heading]:
    rows: list[Entry | Heading] = []
    for heading, entries in sections:
        if heading is not None and entries:
            rows.append(heading)
        rows.extend(entries)
    return rows


def _identity(row: Entry | Heading) -> str:
    return row.person.key if isinstance(row, Entry) else "# " + row.text
