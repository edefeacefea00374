"""The people of a picture as rows: the graph's twin for those who read or hear it, in the picture's own order."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.graph.scene import Scene
from desktop.wording.basics import date_short, number, tr
from desktop.wording.circles import node_text
from desktop.wording.graph_tools import also_picked, picked_row
from desktop.wording.names import called, verdict_word

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title and what it says of a person (place in the analysis)."""

    title: Callable[[], str]
    value: Callable[[Scene, int], str]
    right: bool = False


def _name(scene: Scene, person: int) -> str:
    return called(scene.people[person])


def _verdict(scene: Scene, person: int) -> str:
    return verdict_word(scene.judgements[person].verdict)


def _where(scene: Scene, person: int) -> str:
    return scene.where(person)


def _days(scene: Scene, person: int) -> str:
    return number(len(scene.people[person].contact_days))


def _last(scene: Scene, person: int) -> str:
    last = scene.people[person].last_contact
    return date_short(last) if last is not None else ""


def _shared(scene: Scene, person: int) -> str:
    return number(len(scene.neighbours.get(person, {})))


COLUMNS = (
    Column(lambda: tr("Person"), _name),
    Column(lambda: tr("Verdict"), _verdict),
    Column(lambda: tr("Where"), _where),
    Column(lambda: tr("Contact days"), _days, right=True),
    Column(lambda: tr("Last contact"), _last, right=True),
    Column(lambda: tr("Seen with"), _shared, right=True),
)

ROLES = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.AccessibleTextRole})


class PicturePeople(QAbstractTableModel):
    """Rows in the reading order of a scene: the closest first, the crowd last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._rows = 0
        self._picked: frozenset[int] = frozenset()

    def show_scene(self, scene: Scene | None) -> None:
        """Show the people of another scene."""
        if scene is not self._scene:
            self.beginResetModel()
            self._scene = scene
            self._rows = len(scene.reading_order) if scene is not None else 0
            self.endResetModel()

    def set_picked(self, people: frozenset[int]) -> None:
        """Mark these people."""
        if people != self._picked:
            self._picked = people
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(self._rows - 1, 0))

    @property
    def has_picked(self) -> bool:
        """True while somebody is marked."""
        return bool(self._picked)

    def person_at(self, row: int) -> int | None:
        """The person of a row, as a place in the analysis."""
        if self._scene is None or not 0 <= row < len(self._scene.reading_order):
            return None
        return self._scene.reading_order[row]

    def row_of(self, person: int | None) -> int:
        """The row of a person, -1 if they are not shown."""
        return self._scene.place_in_order.get(person, -1) if self._scene is not None and person is not None else -1

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008  (Qt's own default)
        # Qt's own asks for rows and columns each time, and a view asks for the index of every row.
        if parent.isValid() or not 0 <= row < self._rows or not 0 <= column < len(COLUMNS):
            return QModelIndex()
        return self.createIndex(row, column)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in ROLES:  # a view asks for seven more of every cell
            return None
        person = self.person_at(index.row()) if index.isValid() else None
        if person is None or self._scene is None:
            return None
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            words = column.value(self._scene, person)
            return picked_row(words) if index.column() == 0 and person in self._picked else words
        if role == Qt.ItemDataRole.TextAlignmentRole and column.right:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            shared = len(self._scene.neighbours.get(person, {}))
            words = node_text(self._scene.people[person], self._scene.judgements[person], _where(self._scene, person), shared)
            return also_picked(words) if person in self._picked else words
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS):
            if role == Qt.ItemDataRole.DisplayRole:
                return COLUMNS[section].title()
            if role == Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if COLUMNS[section].right else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None
