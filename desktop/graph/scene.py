"""The Circles picture ready to paint: the analyzer's geometry for one size, the people the filters leave, and all words on it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QRectF

from analyzer.facts import Analysis
from analyzer.network.circles import Circles, Frame, Layout, lay_out_circles
from analyzer.network.crowd import Arc, CrowdKind
from analyzer.network.drawn_ties import Line, choose_lines
from analyzer.network.nodes import Node
from analyzer.network.rings import Ring
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Verdict
from desktop.graph.look import Fonts
from desktop.metrics import scale
from desktop.wording.basics import number, safe
from desktop.wording.circles import crowd_words, longer_name, ring_words, short_name

# Beside the crowd its words need room, but most of them stand at a slant, where there is more; above and below nothing stands.
SIDE_MARGIN = 16.0
SLANT = 0.8
TOP_MARGIN = 16.0
LEAST_PICTURE = 60.0


@dataclass(frozen=True, slots=True)
class ArcWords:
    """An arc of the crowd with its shown dots (numbers into ``arc.xs``) and the lines that stand beside it."""

    arc: Arc
    dots: tuple[int, ...]
    count: int
    lines: tuple[str, str, str]


@dataclass(frozen=True)
class Scene:
    """Everything the painter, the hit test and the keyboard need. ``shown`` holds the people the filters leave (places in ``people``)."""

    people: Sequence[Person]
    judgements: Sequence[Judgement]
    circles: Circles
    layout: Layout
    shown: frozenset[int]
    ego: str
    with_weaker: bool = False

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Shown people on rings, smallest first: larger ones are painted over smaller ones."""
        return tuple(sorted((node for node in self.layout.nodes if node.person in self.shown), key=lambda node: (node.radius, node.person)))

    @cached_property
    def node_of(self) -> Mapping[int, Node]:
        """The node of each shown person on a ring."""
        return {node.person: node for node in self.nodes}

    @cached_property
    def by_closeness(self) -> tuple[Node, ...]:
        """Shown nodes, closest to ego first: inner rings, then the order within the ring."""
        order = {person: place for place, person in enumerate(person for ring in self.circles.rings for person in ring.people)}
        return tuple(sorted(self.nodes, key=lambda node: order[node.person]))

    @cached_property
    def prominent(self) -> frozenset[int]:
        """People whose name is shown before one zooms in: the inner rings, the genuine, and who was in touch on a week's days."""
        return frozenset(node.person for node in self.nodes if self._is_prominent(node))

    def _is_prominent(self, node: Node) -> bool:
        genuine = self.judgements[node.person].verdict is Verdict.GENUINE
        return self.circles.rings[node.ring].place < 2 or genuine or len(self.people[node.person].contact_days) > 6

    @cached_property
    def ring_names(self) -> tuple[tuple[str, str], ...]:
        """Words and number of each ring; the number counts who is shown."""
        return tuple((ring_words(ring), number(sum(person in self.shown for person in ring.people))) for ring in self.circles.rings)

    @cached_property
    def sector_names(self) -> tuple[str, ...]:
        """The hashtag of each sector, or nothing."""
        return tuple(safe(sector.name or "") for sector in self.circles.sectors)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The ties to draw: the strongest between shown people, or all of them if asked for."""
        shown = [line for line in self.circles.lines if line.a in self.node_of and line.b in self.node_of]
        return tuple(shown) if self.with_weaker else choose_lines(shown, len(self.nodes))

    @cached_property
    def weaker(self) -> int:
        """How many ties between shown people are not drawn."""
        return sum(line.a in self.node_of and line.b in self.node_of for line in self.circles.lines) - len(self.lines)

    @cached_property
    def neighbours(self) -> Mapping[int, Mapping[int, float]]:
        """Shown people seen together with each shown person, drawn or not, with the weight of the tie."""
        found: dict[int, dict[int, float]] = {}
        for line in self.circles.lines:
            if line.a in self.node_of and line.b in self.node_of:
                found.setdefault(line.a, {})[line.b] = line.weight
                found.setdefault(line.b, {})[line.a] = line.weight
        return found

    @cached_property
    def arcs(self) -> tuple[ArcWords, ...]:
        """The arcs that still have shown people; a dot for several accounts stays while one of them is shown."""
        found = []
        for arc in self.layout.arcs:
            count = sum(person in self.shown for person in arc.people)
            if count:
                dots = tuple(dot for dot in range(len(arc.xs)) if not self.shown.isdisjoint(behind(arc, dot)))
                found.append(ArcWords(arc, dots, count, (number(count), *crowd_words(arc.kind, count))))
        return tuple(found)

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
        """All shown people as a screen reader or the table tells them: rings inside out, closest first, then the crowd arc by arc."""
        return (*(node.person for node in self.by_closeness), *(p for part in self.circles.crowd for p in part.people if p in self.shown))

    @cached_property
    def place_in_order(self) -> Mapping[int, int]:
        """Where each shown person is in the reading order."""
        return {person: place for place, person in enumerate(self.reading_order)}

    @cached_property
    def spots(self) -> Mapping[int, tuple[float, float, float]]:
        """Centre and half size of every shown person, the crowd's dots included, in px of the picture."""
        found = {node.person: (node.x, node.y, node.radius) for node in self.nodes}
        for arc in self.layout.arcs:
            for place, person in enumerate(arc.people):
                if person in self.shown:
                    dot = place // arc.per_dot
                    found[person] = (arc.xs[dot], arc.ys[dot], arc.dot / 2)
        return found

    def ring_of(self, person: int) -> Ring | None:
        """The ring a shown person stands on."""
        node = self.node_of.get(person)
        return self.circles.rings[node.ring] if node is not None else None

    def kind_of(self, person: int) -> CrowdKind | None:
        """The arc of the crowd a person stands in."""
        return self._kinds.get(person)

    @cached_property
    def _kinds(self) -> Mapping[int, CrowdKind]:
        return {person: part.kind for part in self.circles.crowd for person in part.people}


def behind(arc: Arc, dot: int) -> tuple[int, ...]:
    """The people a dot stands for."""
    return arc.people[dot * arc.per_dot : (dot + 1) * arc.per_dot]


def picture_radius(width: float, height: float, circles: Circles, fonts: Fonts) -> float:
    """The outer radius that fits a canvas and leaves the crowd's words their place on both sides."""
    widest = 0.0
    for part in circles.crowd:
        words = (*crowd_words(part.kind, len(part.people)), number(len(part.people)))
        widest = max(widest, *(fonts.label.width(text) for text in words))
    side = SIDE_MARGIN + SLANT * widest if widest else TOP_MARGIN
    return max(LEAST_PICTURE, min(width / 2 - side, height / 2 - TOP_MARGIN))


def frame_for(circles: Circles, size: tuple[float, float], fonts: Fonts) -> Frame:
    """The room that a canvas of ``size`` gives: needs fonts, so it is measured on the GUI thread."""
    # Room for the words with their full count, so that a filter moves nobody.
    words = [(ring_words(ring), number(len(ring.people))) for ring in circles.rings]
    widths = tuple(fonts.label.width(name) + fonts.strong.width(count) + 5 for name, count in words)
    return Frame(picture_radius(*size, circles, fonts), scale(), widths)


def place_scene(
    analysis: Analysis,
    judgements: Sequence[Judgement],
    circles: Circles,
    shown: Collection[int],
    frame: Frame,
    ego: str,
    with_weaker: bool = False,
    before: Scene | None = None,
) -> Scene:
    """Everything placed, and what takes long looked up once: touches no Qt, so that any thread may do it.

    Filters change who is shown, never where anybody stands: the layout of the scene ``before`` is kept where nothing else differs.
    """
    kept = before is not None and before.circles is circles and before.layout.frame == frame
    layout = before.layout if before is not None and kept else lay_out_circles(circles, analysis.people, judgements, frame)
    scene = Scene(analysis.people, judgements, circles, layout, frozenset(shown), ego, with_weaker)
    for made in (scene.labels, scene.prominent, scene.lines, scene.neighbours, scene.place_in_order, scene.spots):
        len(made)
    return scene
