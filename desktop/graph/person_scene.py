"""The picture of one person ready to paint: they in the middle, those seen with them around, ties told apart by kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QColor

from analyzer.network.crowd import Dots
from analyzer.network.drawn_ties import Line
from analyzer.network.nodes import Node
from analyzer.network.person_frame import MIDDLE, NEAR, PersonLayout
from analyzer.network.person_people import KindLine, PersonPeople, TieKind
from desktop.graph.kinds import SceneKind
from desktop.graph.scene import Scene
from desktop.theme import Theme
from desktop.wording import graph_map as words
from desktop.wording.names import called


@dataclass(frozen=True, kw_only=True)
class PersonScene(Scene):
    """The person in the middle is always shown; filters take the others away and leave the rest where they are."""

    found: PersonPeople
    layout: PersonLayout

    @property
    def kind(self) -> SceneKind:
        return SceneKind.PERSON

    @property
    def all_nodes(self) -> Sequence[Node]:
        return self.layout.nodes

    @property
    def all_dots(self) -> Sequence[Dots]:
        return ()

    @property
    def all_lines(self) -> Sequence[Line]:
        return self.found.lines

    @property
    def extent(self) -> float:
        return self.layout.frame.radius

    @cached_property
    def closest_first(self) -> Sequence[int]:
        """The person, then neighbours by the strength of their tie, then those beyond by whom they were seen with."""
        own = {line.b if line.a == self.found.person else line.a: line.weight for line in self.found.lines if self.found.person in (line.a, line.b)}
        near = sorted(self.found.near, key=lambda other: (-own[other], other))
        place = {one: number for number, one in enumerate(near)}
        return (self.found.person, *near, *sorted(self.found.far, key=lambda other: place[self.found.anchor[other]]))

    @property
    def middle(self) -> str:
        """What the person in the middle is called."""
        return called(self.people[self.found.person])

    @property
    def remark(self) -> str:
        return words.nobody_around(self.middle, len(self.found.near)) if len(self.nodes) == 1 else ""

    @cached_property
    def description(self) -> str:
        near = sum(person in self.node_of for person in self.found.near)
        return words.person_description(self.middle, near, sum(person in self.node_of for person in self.found.far), self.drawn_kinds)

    def where(self, person: int) -> str:
        if person == self.found.person:
            return words.middle_words()
        anchor = self.found.anchor.get(person)
        return words.seen_with(self.middle if anchor is None else called(self.people[anchor]))

    def ground(self, node: Node, theme: Theme) -> QColor:
        return theme.window

    def is_strong(self, person: int) -> bool:
        return person == self.found.person

    def _is_prominent(self, person: int) -> bool:
        node = self.node_of[person]
        return node.ring in (MIDDLE, NEAR) or super()._is_prominent(person)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The person's own ties and those of neighbours, strongest first; ties among those beyond only where all are asked for."""
        share = self.detail.tie_share
        if share is None:
            return self._between
        inner = {self.found.person, *self.found.near}
        near = [line for line in self._between if line.a in inner or line.b in inner]
        return tuple(near if share >= 1 else near[: round(len(near) * share)])

    @cached_property
    def by_kind(self) -> Mapping[tuple[int, int], tuple[KindLine, ...]]:
        """The kinds of each drawn tie, by its ends (lower place first)."""
        drawn = {(line.a, line.b) for line in self.lines}
        found: dict[tuple[int, int], tuple[KindLine, ...]] = {}
        for line in self.found.kinds:
            if (line.a, line.b) in drawn:
                found[line.a, line.b] = (*found.get((line.a, line.b), ()), line)
        return found

    @cached_property
    def drawn_kinds(self) -> Mapping[TieKind, int]:
        """How many drawn ties there are of each kind: what the legend tells."""
        counts = dict.fromkeys(TieKind, 0)
        for lines in self.by_kind.values():
            for line in lines:
                counts[line.kind] += 1
        return {kind: count for kind, count in counts.items() if count}

    def look_up(self) -> None:
        super().look_up()
        len(self.drawn_kinds)
