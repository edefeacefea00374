"""Where people's names go: the closest first, none touching another word or a node; other words are placed by the kind of scene."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from analyzer.network.nodes import Node
from desktop.graph.boxes import Boxes
from desktop.graph.detail import ALL, FEW_NAMES, USUAL
from desktop.graph.look import Fonts, TextStyle
from desktop.graph.scene import Scene
from desktop.graph.view import NAMES_FROM, View
from desktop.metrics import scale

Rect = tuple[float, float, float, float]

# Names of people who are not close appear when one comes nearer.
ALL_NAMES_FROM = 1.6
MOST_TRIED = 250
WIDEST_NAME = 130.0
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


class Words(Protocol):
    """The words of a picture that are nobody's name."""

    def block(self, boxes: Boxes, fonts: Fonts) -> None:
        """Take the places of those that stay while somebody is lit."""


class PlacesWords(Protocol):
    """Places the words of one kind of scene."""

    def place(self, scene: Scene, view: View, fonts: Fonts, boxes: Boxes, /) -> Words:
        """Place every word where ``boxes`` has room, and take its place there."""

    def holds(self, scene: Scene, view: View, box: Rect, /) -> bool:
        """True if a name may stand in this box of the canvas."""


@dataclass(frozen=True, slots=True)
class Placed:
    """All words of one view, and the boxes of the nodes."""

    words: Words
    names: tuple[Name, ...]
    nodes: Boxes


def place_with(
    drawing: PlacesWords, scene: Scene, view: View, fonts: Fonts, taken: Sequence[Rect] = (), first: Collection[int] = (), nodes: Boxes | None = None
) -> Placed:
    """Place every word for a view; ``taken`` are canvas px that other things cover (buttons, notices).

    The people in ``first`` (selected, focused) get their name before all others, however far they are. ``nodes`` are the `node_boxes` of
    this view where they are known.
    """
    nodes = nodes or node_boxes(scene, view)
    boxes = nodes.copy()
    for rect in taken:
        boxes.block(*rect)
    _block_marks(boxes, scene, view, first)
    words = drawing.place(scene, view, fonts, boxes)
    order = _name_order(scene, view)
    if first:
        order = [scene.node_of[person] for person in sorted(first) if person in scene.node_of] + [n for n in order if n.person not in first]
    return Placed(words, place_names(drawing, scene, view, fonts, boxes, order, first, first), nodes)


def lit_with(drawing: PlacesWords, scene: Scene, view: View, fonts: Fonts, placed: Placed, person: int) -> tuple[Name, ...]:
    """Names of a person and of everybody seen together with them, for the time the rest is faded."""
    boxes = placed.nodes.copy()
    placed.words.block(boxes, fonts)
    near = scene.neighbours.get(person, {})
    order = [person, *sorted(near, key=lambda other: (-near[other], other))]
    return place_names(drawing, scene, view, fonts, boxes, [scene.node_of[one] for one in order if one in scene.node_of], (person,))


def node_boxes(scene: Scene, view: View) -> Boxes:
    """The places of ego, where the picture has one, and of all nodes on the canvas."""
    boxes = Boxes()
    ego = scene.centre * view.growth
    if ego:
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


def _name_order(scene: Scene, view: View) -> list[Node]:
    """Whose names are tried: close ones first, the genuine before others of the same ring, only on the canvas; of the dimmed when one is near."""
    step = scene.detail.names
    if step == 0 or (view.scale < NAMES_FROM and step < ALL):
        return []
    near, dimmed = view.scale >= ALL_NAMES_FROM, scene.dimmed
    bright = [node for node in scene.by_closeness if node.person not in dimmed] if dimmed else scene.by_closeness
    everybody = step > USUAL or (step == USUAL and (near or len(bright) <= 40))
    most = FEW_NAMES if step < USUAL else MOST_TRIED if step < ALL else len(scene.nodes)
    prominent = scene.prominent
    wanted = [node for node in (scene.by_closeness if near else bright) if everybody or node.person in prominent]
    here = [node for node in wanted if view.shows(*view.at(node.x, node.y), 40)]
    return sorted(here, key=lambda node: (node.person in dimmed, not scene.is_strong(node.person), node.person not in prominent))[:most]


def place_names(
    drawing: PlacesWords,
    scene: Scene,
    view: View,
    fonts: Fonts,
    boxes: Boxes,
    nodes: Iterable[Node],
    strong_ones: Collection[int] = (),
    ringed: Collection[int] = (),
) -> tuple[Name, ...]:
    """Names in the given order, each at the first free of twelve places around its node; those without a free place are left out.

    ``strong_ones`` are written as those of the inner rings are; names of ``ringed`` people keep off their rings.
    """
    found = []
    widest = WIDEST_NAME * scale()
    for node in nodes:
        text = scene.labels.get(node.person)
        if not text:
            continue
        strong = scene.is_strong(node.person) or node.person in strong_ones
        style = fonts.strong if strong else fonts.label
        text = style.cut(text, widest)
        width = style.width(text)
        x, y = view.at(node.x, node.y)
        radius = node.radius * view.growth + (MARKED if node.person in ringed else 0)
        for left, baseline in _around(x, y, radius, width, style):
            box = (left - 2, baseline - style.cap - 2, width + 4, style.cap + 6)
            if boxes.free(*box) and drawing.holds(scene, view, box):
                boxes.block(*box)
                quiet = not strong and node.person not in scene.prominent
                found.append(Name(node.person, text, left, baseline, strong, quiet))
                break
    return tuple(found)


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
