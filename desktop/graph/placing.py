"""Where the words of the picture go: ring names, hashtags along the edge, the crowd's numbers and people's names, none touching another."""

import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from analyzer.network.circles import NAME_STRIP
from analyzer.network.nodes import Node
from analyzer.network.sectors import NO_COMMUNITY, angle_at
from desktop.graph.arc_text import reads_below
from desktop.graph.boxes import Boxes
from desktop.graph.look import Fonts, TextStyle
from desktop.graph.scene import ArcWords, Scene
from desktop.graph.view import View
from desktop.metrics import scale

Rect = tuple[float, float, float, float]

# Names of people who are not close appear when one comes nearer.
ALL_NAMES_FROM = 1.6
NAMES_FROM = 0.7
MOST_TRIED = 250
WIDEST_NAME = 130.0
GAP = 5.0
# What the rings of selection and focus take around a node.
MARKED = 9.0


@dataclass(frozen=True, slots=True)
class Name:
    """A person's label: left end and baseline in canvas px; ``strong`` for the inner rings, ``quiet`` for all but the genuine."""

    person: int
    text: str
    x: float
    y: float
    strong: bool
    quiet: bool


@dataclass(frozen=True, slots=True)
class RingName:
    """A ring's words and number: left end and baseline in canvas px."""

    words: str
    count: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class SectorName:
    """A hashtag along a circle around ego: radius of its baseline in px, angle of its middle."""

    text: str
    radius: float
    angle: float


@dataclass(frozen=True, slots=True)
class ArcName:
    """The three lines beside an arc: the edge they stand at, the first baseline, and whether they end there (left of the picture)."""

    words: ArcWords
    lines: tuple[str, ...]
    x: float
    y: float
    ends: bool


@dataclass(frozen=True, slots=True)
class Placed:
    """All words of one view, and the boxes of ego and the nodes."""

    rings: tuple[RingName, ...]
    sectors: tuple[SectorName, ...]
    arcs: tuple[ArcName, ...]
    names: tuple[Name, ...]
    nodes: Boxes


def place_all(scene: Scene, view: View, fonts: Fonts, taken: Sequence[Rect] = (), first: Collection[int] = (), nodes: Boxes | None = None) -> Placed:
    """Place every word for a view; ``taken`` are canvas px that other things cover (buttons, notices).

    The people in ``first`` (selected, focused) get their name before all others, however far they are. ``nodes`` are the `node_boxes` of
    this view where they are known.
    """
    nodes = nodes or node_boxes(scene, view)
    boxes = nodes.copy()
    for rect in taken:
        boxes.block(*rect)
    _block_marks(boxes, scene, view, first)
    rings = tuple(_ring_names(scene, view, fonts, boxes))
    sectors = tuple(_sector_names(scene, view, fonts, boxes))
    arcs = tuple(_arc_names(scene, view, fonts, boxes))
    order = _name_order(scene, view)
    if first:
        order = [scene.node_of[person] for person in sorted(first) if person in scene.node_of] + [n for n in order if n.person not in first]
    return Placed(rings, sectors, arcs, place_names(scene, view, fonts, boxes, order, first, first), nodes)


def place_lit(scene: Scene, view: View, fonts: Fonts, placed: Placed, person: int) -> tuple[Name, ...]:
    """Names of a person and of everybody seen together with them, for the time the rest is faded."""
    boxes = placed.nodes.copy()
    for ring in placed.rings:
        width = fonts.label.width(ring.words) + GAP + fonts.strong.width(ring.count)
        boxes.block(ring.x - 3, ring.y - fonts.label.cap - 3, width + 6, fonts.label.cap + 6)
    near = scene.neighbours.get(person, {})
    order = [person, *sorted(near, key=lambda other: (-near[other], other))]
    return place_names(scene, view, fonts, boxes, [scene.node_of[one] for one in order if one in scene.node_of], (person,))


def node_boxes(scene: Scene, view: View) -> Boxes:
    """The places of ego and of all nodes on the canvas."""
    boxes = Boxes()
    ego = scene.layout.ego_radius * view.growth
    boxes.block(view.x - ego, view.y - ego, 2 * ego, 2 * ego)
    reach = view.growth * 1.1
    # Thousands of nodes per picture: no calls but the one that counts.
    left, top, right, low = -200.0, -200.0, view.width + 200, view.height + 200
    for node in scene.nodes:
        x, y = view.x + node.x * view.scale, view.y + node.y * view.scale
        if left <= x <= right and top <= y <= low:
            radius = node.radius * reach
            boxes.block(x - radius, y - radius, 2 * radius, 2 * radius)
    return boxes


def _block_marks(boxes: Boxes, scene: Scene, view: View, ringed: Collection[int]) -> None:
    """Take the places of the rings around selected and focused people."""
    for node in (scene.node_of[person] for person in ringed if person in scene.node_of):
        x, y = view.at(node.x, node.y)
        radius = node.radius * view.growth * 1.1 + MARKED
        boxes.block(x - radius, y - radius, 2 * radius, 2 * radius)


def _ring_names(scene: Scene, view: View, fonts: Fonts, boxes: Boxes) -> Iterator[RingName]:
    for (words, count), ring, band in zip(scene.ring_names, scene.circles.rings, scene.layout.bands, strict=True):
        width = fonts.label.width(words) + GAP + fonts.strong.width(count)
        # The innermost name stands near its edge, away from ego.
        middle = band.outer * view.scale - 13 * scale() if ring is scene.circles.rings[0] else (band.inner + band.outer) / 2 * view.scale
        baseline = view.y - middle + fonts.label.cap / 2
        left = view.x - width / 2
        top = baseline - fonts.label.cap
        boxes.block(left - 3, top - 3, width + 6, fonts.label.cap + 6)
        yield RingName(words, count, left, baseline)


def _sector_names(scene: Scene, view: View, fonts: Fonts, boxes: Boxes) -> Iterator[SectorName]:
    if not scene.circles.rings or view.scale < NAMES_FROM:
        return
    edge = scene.layout.edge * view.scale
    half = scene.layout.bands[-1].half_wedge
    for sector, name in zip(scene.circles.sectors, scene.sector_names, strict=True):
        if not name or sector.community == NO_COMMUNITY:
            continue
        text = fonts.label.cut(name, WIDEST_NAME * scale())
        width = fonts.label.width(text)
        angle = angle_at((sector.start + sector.end) / 2, half)
        strip = NAME_STRIP * scale() * view.scale
        radius = edge - strip / 2 + (-1 if not reads_below(angle) else 1) * fonts.label.cap / 2
        if (sector.end - sector.start) * 2 * (math.pi - half) * radius < width + 12:
            continue
        for step in range(-4, 5):
            at = angle + step / 4 * width / 2 / radius
            boxes.block(view.x + radius * math.cos(at) - 7, view.y + radius * math.sin(at) - 7, 14, 14)
        yield SectorName(text, radius, angle)


def _arc_names(scene: Scene, view: View, fonts: Fonts, boxes: Boxes) -> Iterator[ArcName]:
    radius = scene.layout.radius * view.scale
    for words in sorted(scene.arcs, key=lambda words: (words.arc.end - words.arc.start, words.arc.start)):
        # The number alone is better than nothing where three lines find no place.
        for lines in (words.lines, words.lines[:1]):
            found = _beside_arc(words, lines, view, radius, fonts, boxes)
            if found is not None:
                yield found
                break


def line_tops(fonts: Fonts, lines: Sequence[str]) -> list[float]:
    """Baselines of the number and its words, from the top of their box; the last entry is the box's height."""
    first = fonts.figure.ascent
    baselines = [first + number * fonts.label.height for number in range(len(lines))]
    return [*baselines, baselines[-1] + 4]


def _beside_arc(words: ArcWords, lines: Sequence[str], view: View, radius: float, fonts: Fonts, boxes: Boxes) -> ArcName | None:
    """The place nearest to the arc's middle where the lines are on the canvas and touch neither circle nor words."""
    width = max(fonts.figure.width(lines[0]), *(fonts.label.width(line) for line in lines))
    height = line_tops(fonts, lines)[-1]
    arc = words.arc
    middle, reach = (arc.start + arc.end) / 2, (arc.end - arc.start) / 2 + 0.3
    steps = max(1, round(reach / 0.04))
    for step in sorted(range(-steps, steps + 1), key=lambda step: (abs(step), step)):
        angle = middle + step * 0.04
        along, down = math.cos(angle), math.sin(angle)
        x = view.x + (radius + 12) * along
        top = view.y + (radius + 12) * down - height * (1 - down) / 2
        left = x if along > 0 else x - width
        if left < 4 or left + width > view.width - 4 or top < 2 or top + height > view.height - 2:
            continue
        across = max(left - view.x, view.x - left - width, 0)
        below = max(top - view.y, view.y - top - height, 0)
        if math.hypot(across, below) < radius + 5 or not boxes.free(left - 4, top, width + 8, height):
            continue
        boxes.block(left - 4, top, width + 8, height)
        return ArcName(words, tuple(lines), x, top + fonts.figure.ascent, along <= 0)
    return None


def _name_order(scene: Scene, view: View) -> list[Node]:
    """Whose names are tried: close ones first, the genuine before others of the same ring, only on the canvas."""
    if view.scale < NAMES_FROM:
        return []
    everybody = view.scale >= ALL_NAMES_FROM or len(scene.nodes) <= 40
    prominent = scene.prominent
    wanted = [node for node in scene.by_closeness if everybody or node.person in prominent]
    here = [node for node in wanted if view.shows(*view.at(node.x, node.y), 40)]
    return sorted(here, key=lambda node: (scene.circles.rings[node.ring].place >= 2, node.person not in prominent))[:MOST_TRIED]


def place_names(
    scene: Scene, view: View, fonts: Fonts, boxes: Boxes, nodes: Iterable[Node], strong_ones: Collection[int] = (), ringed: Collection[int] = ()
) -> tuple[Name, ...]:
    """Names in the given order, each at the first free of twelve places around its node; those without a free place are left out.

    ``strong_ones`` are written as those of the inner rings are; names of ``ringed`` people keep off their rings.
    """
    found = []
    edge, widest = scene.layout.edge * view.scale - 2, WIDEST_NAME * scale()
    for node in nodes:
        text = scene.labels.get(node.person)
        if not text:
            continue
        strong = scene.circles.rings[node.ring].place < 2 or node.person in strong_ones
        style = fonts.strong if strong else fonts.label
        text = style.cut(text, widest)
        width = style.width(text)
        x, y = view.at(node.x, node.y)
        radius = node.radius * view.growth + (MARKED if node.person in ringed else 0)
        for left, baseline in _around(x, y, radius, width, style):
            box = (left - 2, baseline - style.cap - 2, width + 4, style.cap + 6)
            if boxes.free(*box) and _inside(box, view, edge):
                boxes.block(*box)
                quiet = not strong and node.person not in scene.prominent
                found.append(Name(node.person, text, left, baseline, strong, quiet))
                break
    return tuple(found)


def _inside(box: Rect, view: View, radius: float) -> bool:
    """True if the whole box is within the rings: a name on the dots of the crowd could not be read."""
    left, top, width, height = box
    across = max(abs(left - view.x), abs(left + width - view.x))
    down = max(abs(top - view.y), abs(top + height - view.y))
    return math.hypot(across, down) <= radius


def _around(x: float, y: float, radius: float, width: float, style: TextStyle) -> Iterator[tuple[float, float]]:
    """Twelve places as (left, baseline): below, right, left, above, the four corners, then below and above to one side."""
    half = style.cap / 2
    slant = radius * 0.75 + 4
    yield x - width / 2, y + radius + style.cap + 6
    yield x + radius + 5, y + half
    yield x - radius - 5 - width, y + half
    yield x - width / 2, y - radius - 6
    for side in (x + slant, x - slant - width):
        yield side, y - slant + half
        yield side, y + slant + half
    for side in (x - 6, x - width + 6):
        yield side, y + radius + style.cap + 6
        yield side, y - radius - 6
