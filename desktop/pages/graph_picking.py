"""Picking several people on the graph and acting on all of them: the bar, rectangle and lasso, decisions, review."""

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from analyzer.network.map_frame import ALONE
from analyzer.verdict.verdicts import Choice
from desktop.filters import Filters
from desktop.graph.canvas import CirclesCanvas
from desktop.graph.commands import Command
from desktop.graph.kinds import SceneKind
from desktop.graph.selecting import Band
from desktop.pages.graph_bar import PickedBar
from desktop.pages.graph_table import GraphTable
from desktop.picked import Picked
from desktop.session import Session
from desktop.wording.graph_tools import no_community, no_neighbours, nobody_picked, picked_words, tool_words


class PickingTools(QObject):
    """Answers the commands that change who is picked. `changed` comes when bar or rings differ, `review_asked` once the filter is set."""

    changed = Signal()
    review_asked = Signal()

    def __init__(self, session: Session, canvas: CirclesCanvas) -> None:
        super().__init__(canvas)
        self._session = session
        self._canvas = canvas
        self.picked = Picked(session, self)
        self.bar = PickedBar(canvas)
        self.table_bar: PickedBar | None = None
        self._table: GraphTable | None = None
        self._connect()

    def _connect(self) -> None:
        self.picked.changed.connect(self._on_picked_changed)
        self._canvas.toggled.connect(self._on_toggled)
        self._canvas.drawn_around.connect(self._on_drawn_around)
        self._canvas.marker.tool_changed.connect(self._on_tool_changed)
        self._connect_bar(self.bar)

    def _connect_bar(self, bar: PickedBar) -> None:
        bar.review_asked.connect(self._on_review)
        bar.keep_asked.connect(self._on_keep)
        bar.clear_asked.connect(self._on_clear)

    def set_table(self, table: GraphTable, bar: PickedBar) -> None:
        """The table twin shows and changes the same, with a ``bar`` of its own above it."""
        self._table, self.table_bar = table, bar
        self._connect_bar(bar)

    def say(self, words: str) -> None:
        """Have a screen reader say what happened, on the picture or on the table that stands in its place."""
        if self._table is not None and self._table.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._table, words))
        else:
            self._canvas.say(words)

    # --- Who is meant ---

    def current(self) -> int | None:
        """Whom a key or menu means that is about one person: who was walked to, else who is selected."""
        scene, focused = self._canvas.scene, self._canvas.focused
        if scene is not None and focused is not None and focused in scene.spots:
            return focused
        return self._selected()

    def meant(self) -> list[int]:
        """Whom a decision is for: all that are picked, else the current person."""
        one = self.current()
        return sorted(self.picked.people) or ([one] if one is not None else [])

    def _selected(self) -> int | None:
        analysis, key = self._session.analysis, self._session.selected
        return analysis.index.get(key) if analysis is not None and key is not None else None

    def _shown(self) -> Collection[int]:
        scene = self._canvas.scene
        return scene.spots.keys() if scene is not None else ()

    # --- Commands ---

    def do(self, command: Command, about: Collection[int] = ()) -> bool:
        """True if the command was one of these; ``about`` are the people of a menu, else the keys' own are meant."""
        people = about or self.meant()
        match command:
            case Command.PICK:
                self._toggle(self.current())
            case Command.PICK_ALL:
                self.picked.add(self._shown())
            case Command.PICK_NOBODY:
                self.picked.clear()
            case Command.INVERT:
                self.picked.invert(self._shown())
            case Command.NEIGHBOURS:
                self._add_neighbours(people)
            case Command.COMMUNITY:
                self._add_community(people)
            case Command.LASSO | Command.RECTANGLE:
                tool = Band.LASSO if command is Command.LASSO else Band.RECTANGLE
                self._canvas.marker.take_up(None if self._canvas.marker.tool is tool else tool)
            case Command.REVIEW:
                self._send(people)
            case _:
                return False
        return True

    def decide(self, choice: Choice, about: Collection[int] = ()) -> None:
        """Decide about these people, or all that are meant, in one step; the same again takes it back."""
        analysis = self._session.analysis
        if analysis is None:
            return
        keys = [analysis.people[place].key for place in about or self.meant()]
        stands = bool(keys) and all(self._session.judgement(key).decision is choice for key in keys)
        if keys:
            self._session.decide(keys, None if stands else choice)

    def _send(self, people: Collection[int]) -> None:
        """Let every list show exactly these, and ask for the page where one decides."""
        if people:
            self._session.set_filters(Filters(among=frozenset(people)))
            self.review_asked.emit()

    def _toggle(self, person: int | None) -> None:
        if person is not None:
            self.picked.toggle(person)

    def _add_neighbours(self, people: Collection[int]) -> None:
        scene = self._canvas.scene
        near = {other for person in people for other in scene.neighbours.get(person, ())} if scene is not None else set()
        if near - self.picked.people:
            self.picked.add({*people, *near})
        elif people:
            self.say(no_neighbours())

    def _communities(self) -> dict[int, int]:
        """The community of everybody shown who has one; on the Map those whom one hull holds."""
        scene, analysis = self._canvas.scene, self._session.analysis
        if scene is None or analysis is None:
            return {}
        if scene.kind is SceneKind.MAP:
            return {person: node.ring for person, node in scene.node_of.items() if node.ring != ALONE}
        return {person: number for person in scene.spots if (number := analysis.people[person].community)}

    def _add_community(self, people: Collection[int]) -> None:
        shown = self._communities()
        numbers = {shown[person] for person in people if person in shown}
        together = {person for person, number in shown.items() if number in numbers}
        if together - self.picked.people:
            self.picked.add({*people, *together})
        elif people:
            self.say(no_community())

    # --- What the canvas tells ---

    def _on_toggled(self, person: int) -> None:
        """Who holds Ctrl beside a selected person wants both."""
        selected = self._selected()
        if not self.picked.people and selected is not None and selected != person:
            self.picked.pick({selected, person})
        else:
            self.picked.toggle(person)

    def _on_drawn_around(self, people: frozenset[int], adds: bool) -> None:
        if adds:
            self.picked.add(people)
        else:
            self.picked.pick(people)
        if not people:
            self.say(nobody_picked())

    def _on_tool_changed(self) -> None:
        self._show_bar()
        self._canvas.say(tool_words(self._canvas.marker.tool))

    def _on_picked_changed(self) -> None:
        people = self.picked.people
        self._canvas.set_picked(people)
        if self._table is not None:
            self._table.people.set_picked(people)
        self._show_bar()
        self.say(picked_words(len(people), self._hidden()) if people else nobody_picked())

    def refresh(self) -> None:
        """The filters may hide others now."""
        self._show_bar()

    def _hidden(self) -> int:
        shown = self._shown()
        return sum(person not in shown for person in self.picked.people)

    def _show_bar(self) -> None:
        tool = self._canvas.marker.tool
        for bar, below in ((self.bar, self._canvas), (self.table_bar, self._table)):
            if bar is None or below is None:
                continue
            had_focus = bar.isAncestorOf(bar.window().focusWidget() or below)
            bar.show_state(len(self.picked.people), self._hidden(), tool if below is self._canvas else None)
            if had_focus and bar.isHidden():
                below.setFocus()
        self.changed.emit()

    def _on_review(self) -> None:
        self._send(self.meant())

    def _on_keep(self) -> None:
        self.decide(Choice.KEEP)

    def _on_clear(self) -> None:
        self.picked.clear()
