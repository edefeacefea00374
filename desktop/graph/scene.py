"""What every picture of people is made of, whatever its kind: nodes, ties, a crowd of dots, names, and an order to read them in."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from analyzer.network.circles import Circles
from analyzer.network.crowd import CrowdKind, Dots
from analyzer.network.drawn_ties import Line, choose_lines
from analyzer.network.nodes import Node
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Verdict
from desktop.graph.detail import AS_USUAL, Detail
from desktop.graph.kinds import SceneKind
from desktop.marks import SomePlaces, count_in, those_in
from desktop.theme import Theme
from desktop.wording.basics import number
from desktop.wording.circles import crowd_words, longer_name, short_name


@dataclass(frozen=True, slots=True)
class ArcWords:
    """One kind of the crowd with its shown dots (numbers into ``arc.xs``) and the lines that stand beside them."""

    arc: Dots
    dots: tuple[int, ...]
    count: int
    lines: tuple[str, str, str]


@dataclass(frozen=True, kw_only=True)
class Scene(ABC):
    """Everything the painter, the hit test, the keyboard and the table twin need. Coordinates are px of the picture around its middle.

    ``shown`` holds the people the filters leave (places in ``people``), ``dimmed`` those of them painted in the dim tone. ``circles`` is who
    takes part at all; where anybody stands is decided by each kind of scene in ``all_nodes`` and ``all_dots``.
    """

    people: Sequence[Person]
    judgements: Sequence[Judgement]
    circles: Circles
    shown: SomePlaces
    ego: str
    detail: Detail = AS_USUAL
    dimmed: frozenset[int] = frozenset()

    # --- What each kind of picture says ---

    @property
    @abstractmethod
    def kind(self) -> SceneKind:
        """Which picture this is."""

    @property
    @abstractmethod
    def all_nodes(self) -> Sequence[Node]:
        """Everybody with a place of their own, shown or not."""

    @property
    @abstractmethod
    def all_dots(self) -> Sequence[Dots]:
        """The crowd, shown or not."""

    @property
    @abstractmethod
    def extent(self) -> float:
        """How far the picture reaches from its middle, px."""

    @property
    @abstractmethod
    def closest_first(self) -> Sequence[int]:
        """Everybody who may have a node, in the order of reading."""

    @property
    @abstractmethod
    def description(self) -> str:
        """What the picture shows as one sentence, for those who hear it."""

    @abstractmethod
    def where(self, person: int) -> str:
        """Where a shown person stands, in words."""

    @abstractmethod
    def ground(self, node: Node, theme: Theme) -> QColor:
        """The colour on which a node stands."""

    @abstractmethod
    def is_strong(self, person: int) -> bool:
        """True for those whose name is set in bold and placed first."""

    @property
    def all_lines(self) -> Sequence[Line]:
        """The ties between those who may have a node, strongest first."""
        return self.circles.lines

    @property
    def centre(self) -> float:
        """Radius of what stands in the middle and is no node, 0 for nothing."""
        return 0.0

    @property
    def remark(self) -> str:
        """Why there is less to see than one expects, in words; nothing where there is enough. A window says it in a message of its own."""
        return ""

    @property
    def foot(self) -> float:
        """Height of what the picture shows below a hairline at its lower edge, px; 0 without one."""
        return 0.0

    # --- What follows from it ---

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Shown people with a place of their own, smallest first: larger ones are painted over smaller ones."""
        return tuple(sorted((node for node in self.all_nodes if node.person in self.shown), key=lambda node: (node.radius, node.person)))

    @cached_property
    def node_of(self) -> Mapping[int, Node]:
        """The node of each shown person that has one."""
        return {node.person: node for node in self.nodes}

    @cached_property
    def by_closeness(self) -> tuple[Node, ...]:
        """Shown nodes in the order of reading."""
        order = {person: place for place, person in enumerate(self.closest_first)}
        return tuple(sorted(self.nodes, key=lambda node: order[node.person]))

    @cached_property
    def prominent(self) -> frozenset[int]:
        """People whose name is shown before one zooms in: the close, the genuine, and who was in touch on a week's days."""
        return frozenset(node.person for node in self.nodes if self._is_prominent(node.person))

    def _is_prominent(self, person: int) -> bool:
        genuine = self.judgements[person].verdict is Verdict.GENUINE
        return genuine or len(self.people[person].contact_days) > 6 or self.is_strong(person)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The ties to draw: the strongest between shown people, as many as the detail asks for."""
        return choose_lines(self._between, len(self.nodes), self.detail.tie_share)

    @cached_property
    def _between(self) -> tuple[Line, ...]:
        # A tie has no date: where a time is shown, it is between those who were in touch then.
        bright = self.node_of.keys() - self.dimmed
        return tuple(line for line in self.all_lines if line.a in bright and line.b in bright)

    @property
    def weaker(self) -> int:
        """How many ties between shown people are not drawn."""
        return len(self._between) - len(self.lines)

    @cached_property
    def neighbours(self) -> Mapping[int, Mapping[int, float]]:
        """Shown people seen together with each shown person, drawn or not, with the weight of the tie."""
        found: dict[int, dict[int, float]] = {}
        for line in self._between:
            found.setdefault(line.a, {})[line.b] = line.weight
            found.setdefault(line.b, {})[line.a] = line.weight
        return found

    @cached_property
    def arcs(self) -> tuple[ArcWords, ...]:
        """The parts of the crowd that still have shown people; a dot for several accounts stays while one of them is shown."""
        found = []
        for arc in self.all_dots:
            count = count_in(self.shown, arc.people)
            if count:
                whole = count == len(arc.people)
                dots = tuple(dot for dot in range(len(arc.xs)) if whole or not self.shown.isdisjoint(behind(arc, dot)))
                found.append(ArcWords(arc, dots, count, (number(count), *crowd_words(arc.kind, count))))
        return tuple(found)

    @property
    def per_dot(self) -> int:
        """How many accounts a dot of the crowd stands for."""
        return max((arc.per_dot for arc in self.all_dots), default=1)

    @cached_property
    def made(self) -> dict[tuple[str, float, float], list[QRectF]]:
        """What the painter keeps between two redraws: the crowd's rectangles by (kind, scale, size)."""
        return {}

    @cached_property
    def labels(self) -> Mapping[int, str]:
        """The short name of each shown node; people of the same first name get an initial. The nameless have no label."""
        names = {node.person: short_name(self.people[node.person]) for node in self.nodes}
        seen: dict[str, int] = {}
        for name in names.values():
            seen[name] = seen.get(name, 0) + 1
        return {person: name if seen[name] == 1 else longer_name(self.people[person]) for person, name in names.items() if name}

    @cached_property
    def reading_order(self) -> tuple[int, ...]:
        """All shown people as a screen reader or the table tells them: nodes first, then the crowd part by part."""
        return (*(node.person for node in self.by_closeness), *(p for part in self.all_dots for p in those_in(self.shown, part.people)))

    @cached_property
    def place_in_order(self) -> Mapping[int, int]:
        """Where each shown person is in the reading order."""
        return {person: place for place, person in enumerate(self.reading_order)}

    @cached_property
    def spots(self) -> Mapping[int, tuple[float, float, float]]:
        """Centre and half size of every shown person, the crowd's dots included, in px of the picture."""
        found = {node.person: (node.x, node.y, node.radius) for node in self.nodes}
        for arc in self.all_dots:
            if arc.per_dot == 1 and self.shown.issuperset(arc.people):
                # Fifteen thousand at once: no Python in the loop.
                found.update(zip(arc.people, zip(arc.xs, arc.ys, repeat(arc.dot / 2)), strict=False))
                continue
            for dot, (x, y) in enumerate(zip(arc.xs, arc.ys, strict=True)):
                found.update(dict.fromkeys(those_in(self.shown, behind(arc, dot)), (x, y, arc.dot / 2)))
        return found

    def kind_of(self, person: int) -> CrowdKind | None:
        """The part of the crowd a person stands in."""
        return self._kinds.get(person)

    @cached_property
    def _kinds(self) -> Mapping[int, CrowdKind]:
        return {person: part.kind for part in self.all_dots for person in part.people}

    def look_up(self) -> None:
        """Find at once, on whatever thread, what takes long and is asked for in any case."""
        for made in (self.labels, self.prominent, self.lines, self.neighbours, self.place_in_order, self.spots, self.arcs, self.description):
            len(made)


def behind(arc: Dots, dot: int) -> tuple[int, ...]:
    """The people a dot stands for."""
    return arc.people[dot * arc.per_dot : (dot + 1) * arc.per_dot]
