"""The Map ready to paint: communities as hulls with their ties, those never seen with others in rows, the crowd as a field."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QColor

from analyzer.network.alignment import Point
from analyzer.network.crowd import Dots
from analyzer.network.drawn_ties import Line
from analyzer.network.map_frame import ALONE, MapLayout
from analyzer.network.map_people import MapPeople
from analyzer.network.nodes import Node
from analyzer.network.outlines import convex_hull
from analyzer.verdict.verdicts import Verdict
from desktop.graph.kinds import SceneKind
from desktop.graph.scene import Scene
from desktop.theme import Theme
from desktop.wording import graph_map as words
from desktop.wording.basics import number, safe
from desktop.wording.circles import place_words

# Ties within communities that are drawn at first: so many for each person, the strongest of all.
LINES_PER_PERSON = 3.0
# Between communities so many bundles for each: of forty communities nearly every two are tied, and all of it would be felt.
BUNDLES_PER_GROUP = 1.5
LEAST_BUNDLES = 24
# A name and a size stand above a community of so many.
NAMED_FROM = 5


@dataclass(frozen=True, slots=True)
class Hull:
    """A community as it is shown: its outline, the middle of its people, its hashtag (or nothing) and how many are shown."""

    group: int
    outline: tuple[Point, ...]
    middle: Point
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """All ties between two communities as one line."""

    start: Point
    end: Point
    weight: float
    ties: int


@dataclass(frozen=True, kw_only=True)
class MapScene(Scene):
    """Others without ego; filters leave everybody where they are."""

    found: MapPeople
    places: Mapping[int, Point]
    layout: MapLayout

    @property
    def kind(self) -> SceneKind:
        return SceneKind.MAP

    @property
    def all_nodes(self) -> Sequence[Node]:
        return self.layout.nodes

    @property
    def all_dots(self) -> Sequence[Dots]:
        return self.layout.fields

    @property
    def extent(self) -> float:
        return max(self.layout.frame.width, self.layout.frame.height) / 2

    @property
    def remark(self) -> str:
        return words.sparse_map(self.found.tied) if self.found.is_sparse else ""

    @property
    def foot(self) -> float:
        line = self.layout.line_y
        return 0.0 if line is None else self.layout.frame.height / 2 - line

    @cached_property
    def closest_first(self) -> Sequence[int]:
        return (*(person for group in self.found.groups for person in group.people), *self.found.alone)

    @cached_property
    def _group_of(self) -> Mapping[int, int]:
        return {person: number for number, group in enumerate(self.found.groups) for person in group.people}

    @cached_property
    def description(self) -> str:
        together = sum(hull.count for hull in self.hulls)
        crowd = sum(part.count for part in self.arcs)
        return words.map_description(len(self.hulls), together, len(self.nodes) - together, crowd)

    def where(self, person: int) -> str:
        if person not in self.node_of:
            return place_words(None, self.kind_of(person))
        group = self._group_of.get(person)
        return words.alone_words() if group is None else words.group_words(self.found.groups[group].name, len(self.found.groups[group].people))

    def ground(self, node: Node, theme: Theme) -> QColor:
        return theme.window if node.ring == ALONE else theme.hull

    def is_strong(self, person: int) -> bool:
        return self.judgements[person].verdict is Verdict.GENUINE

    @cached_property
    def _within(self) -> tuple[Line, ...]:
        return tuple(line for line in self._between if self._group_of[line.a] == self._group_of[line.b])

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The strongest ties within communities: those between them are bundled."""
        share = self.detail.tie_share
        return self._within if share is None else self._within[: round(LINES_PER_PERSON * len(self.nodes) * share)]

    @property
    def weaker(self) -> int:
        return len(self._between) - len(self.lines) - sum(bundle.ties for bundle in self.bundles)

    @cached_property
    def hulls(self) -> tuple[Hull, ...]:
        """The communities that still have shown people, the largest first."""
        members: dict[int, list[Point]] = {}
        for node in self.nodes:
            if node.ring != ALONE:
                members.setdefault(node.ring, []).append((node.x, node.y))
        found = []
        for group, points in sorted(members.items()):
            middle = (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))
            found.append(Hull(group, tuple(convex_hull(points)), middle, safe(self.found.groups[group].name or ""), len(points)))
        return tuple(found)

    @cached_property
    def bundles(self) -> tuple[Bundle, ...]:
        """One line for every two communities whose shown people were seen together, the thinnest first; of many only the heaviest."""
        share = self.detail.tie_share
        pairs: dict[tuple[int, int], list[float]] = {}
        for line in self._between:
            a, b = self._group_of[line.a], self._group_of[line.b]
            if a != b:
                pairs.setdefault((min(a, b), max(a, b)), []).append(line.weight)
        heaviest = sorted(pairs.items(), key=lambda item: (-sum(item[1]), item[0]))
        most = len(heaviest) if share is None else round(max(LEAST_BUNDLES, BUNDLES_PER_GROUP * len(self.hulls)) * share)
        middles = {hull.group: hull.middle for hull in self.hulls}
        return tuple(Bundle(middles[a], middles[b], sum(weights), len(weights)) for (a, b), weights in reversed(heaviest[:most]))

    @cached_property
    def below(self) -> tuple[tuple[str, str, float], ...]:
        """Number, words and left end of what stands above each part below the hairline that shows somebody; the numbers count who is shown."""
        found = []
        count = sum(person in self.shown for person in self.found.alone)
        if count:
            found.append((number(count), words.alone_head(), self.layout.alone_x))
        count = sum(part.count for part in self.arcs)
        if count:
            found.append((number(count), words.crowd_head(), self.layout.field_x))
        return tuple(found)

    def look_up(self) -> None:
        super().look_up()
        for made in (self.hulls, self.bundles):
            len(made)
