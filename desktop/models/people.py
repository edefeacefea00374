"""The people table: sections of people in Python lists, sorted inside their sections, with the selection kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from analyzer.people.everybody import Index as Keys
from analyzer.people.everybody import People
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Verdict
from desktop.filters import Filters
from desktop.marks import Places, both
from desktop.models.columns import COLUMN_INDEX, COLUMNS, Column, Entry, Heading
from desktop.models.rows import Order, Part, Rows, arrange, order_everybody
from desktop.roll import Roll
from desktop.wording.names import follow_words, handle_words, name_of, signs_words, verdict_word
from desktop.wording.verdicts import row_text

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
MOST_KEPT = 500

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
        self._people: Sequence[Person] = ()
        self._judgements: Sequence[Judgement] = ()
        self._as_of: date | None = None
        self._roll: Roll | None = None
        self._sections: Sequence[Section] = ()
        self._rows = Rows()
        self._entries: dict[int, Entry] = {}
        self._place_of: Mapping[str, int] | None = None
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None

    def show_people(
        self,
        people: Sequence[Person],
        judgements: Sequence[Judgement],
        sections: Sequence[Section],
        as_of: date | None,
        roll: Roll | None = None,
        index: Mapping[str, int] | None = None,
    ) -> None:
        """Show these sections; the order the user chose is kept. Rows that stay the same are only refreshed, so nothing jumps.

        ``roll`` is needed where ``people`` are very many, to sort those without a name all at once. ``index`` (key → place) is made when it
        is not given.
        """
        same_people = people is self._people
        self._people, self._judgements, self._as_of, self._roll = people, judgements, as_of, roll
        self._entries = {}
        self._place_of = index if index is not None else self._place_of if same_people else None
        rows = self._arranged(sections)
        if same_people and rows.same_as(self._rows):
            self._sections, self._rows = sections, rows
            if len(rows):
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._sections, self._rows = sections, rows
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
        if self._place_of is None:
            people = self._people
            self._place_of = Keys(people) if isinstance(people, People) else {person.key: place for place, person in enumerate(people)}
        place = self._place_of.get(key)
        return self._rows.row_of(place) if place is not None else -1

    def entry(self, row: int) -> Entry | Heading | None:
        """The value of a row; None outside."""
        if not 0 <= row < len(self._rows):
            return None
        value = self._rows[row]
        return value if isinstance(value, Heading) else self._entry(value)

    def _entry(self, place: int) -> Entry:
        """The row of a person; those looked at last are kept, as a view asks for each many times."""
        found = self._entries.get(place)
        if found is None:
            if len(self._entries) >= MOST_KEPT:
                self._entries.clear()
            found = self._entries[place] = Entry(place, self._people[place], self._judgements[place], self._as_of)
        return found

    def find_name(self, start: str, from_row: int) -> int:
        """The first row from ``from_row`` on, round the end, whose name or handle begins with ``start``; -1 if none."""
        needle = start.casefold()
        for row, place in self._rows.listed(from_row):
            person = self._people[place]
            texts = (name_of(person), handle_words(person).removeprefix("@"))
            if any(text.casefold().startswith(needle) for text in texts if text):
                return row
        return -1

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        # Qt's own asks for rows and columns each time; of a selection of thousands it is asked for every cell.
        if parent.isValid() or not 0 <= row < len(self._rows) or not 0 <= column < len(COLUMNS):
            return QModelIndex()
        return self.createIndex(row, column)

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
        row = self.entry(index.row())
        if role == ENTRY_ROLE or row is None:
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
        self._rows = self._arranged(self._sections)
        moved = [self.index(self._row(value), at) for value, at in held]
        self.changePersistentIndexList(old, moved)
        self.layoutChanged.emit()

    def _row(self, value: int | Heading) -> int:
        return self._rows.row_of_heading(value.text) if isinstance(value, Heading) else self._rows.row_of(value)

    def _arranged(self, sections: Sequence[Section]) -> Rows:
        order = self.sorted_by
        parts: list[Part] = []
        crowds = self._crowds(order[0]) if order is not None else ()
        for section in sections:
            if section.heading is not None and len(section.places):
                parts.append(section.heading)
            parts += [list(section.places)] if order is None else self._sorted(section.places, order, crowds)
        return Rows(parts)

    def _sorted(self, places: Sequence[int], order: Order, crowds: Sequence[bytes]) -> Sequence[Part]:
        if self._roll is None or not isinstance(places, Places):
            return arrange(places, self._fresh_entry, order)
        everybody = order_everybody(self._people, self._judgements, self._as_of, self._roll, order)
        return arrange(places, self._fresh_entry, order, crowds, everybody)

    def _fresh_entry(self, place: int) -> Entry:
        return Entry(place, self._people[place], self._judgements[place], self._as_of)

    def _crowds(self, column: Column) -> Sequence[bytes]:
        """Marks of those who only follow and have no name: but for their verdict they are equal in every column."""
        if self._roll is None or not isinstance(self._people, People):
            return ()
        plain = self._roll.nameless
        if column.name != "verdict":
            return (plain,)
        return [both(plain, self._roll.places(Filters(verdicts=frozenset({verdict}), show_passing=True)).marks) for verdict in Verdict]


def _heading_data(heading: Heading, role: int) -> str | None:
    if role == Qt.ItemDataRole.AccessibleTextRole and heading.offer:
        return f"{heading.text}, {heading.offer}: C"
    return heading.text if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
