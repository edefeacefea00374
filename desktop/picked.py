"""The several people one has picked at once: shared by picture, table and the bar that acts on them, with undo."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from desktop.session import Session
from desktop.wording.graph_tools import picking_step


class Picked(QObject):
    """Places in the open analysis. Every change is one step of the session's undo history; another archive begins with nobody."""

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._people: frozenset[int] = frozenset()
        session.archive_opened.connect(self._on_other_archive)
        session.archive_closed.connect(self._on_other_archive)

    @property
    def people(self) -> frozenset[int]:
        """Who is picked now."""
        return self._people

    def keys(self) -> list[str]:
        """The keys of the picked, in the order of the analysis."""
        analysis = self._session.analysis
        return [analysis.people[place].key for place in sorted(self._people)] if analysis is not None else []

    def pick(self, people: Iterable[int]) -> None:
        """Exactly these from now on."""
        wanted = frozenset(people)
        if wanted != self._people and self._session.analysis is not None:
            self._session.undo_stack.push(PickCommand(self, self._people, wanted))

    def add(self, people: Iterable[int]) -> None:
        """These as well."""
        self.pick(self._people.union(people))

    def toggle(self, person: int) -> None:
        """One more, or one less."""
        self.pick(self._people ^ {person})

    def invert(self, among: Iterable[int]) -> None:
        """Of ``among`` (who is shown) exactly those who were not picked; whoever else was picked stays so."""
        self.pick(self._people.symmetric_difference(among))

    def clear(self) -> None:
        """Nobody any more."""
        self.pick(())

    def put(self, people: frozenset[int]) -> None:
        """What the undo history does."""
        self._people = people
        self.changed.emit()

    def _on_other_archive(self) -> None:
        if self._people:
            self.put(frozenset())


class PickCommand(QUndoCommand):
    """One change of who is picked, and back."""

    def __init__(self, picked: Picked, before: frozenset[int], after: frozenset[int]) -> None:
        super().__init__(picking_step())
        self._picked = picked
        self._before = before
        self._after = after

    def redo(self) -> None:
        self._picked.put(self._after)

    def undo(self) -> None:
        self._picked.put(self._before)
