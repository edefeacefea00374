"""Where the words of the Circles picture go that are nobody's name: ring names, hashtags along the edge, the crowd's numbers."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analyzer.network.circles import NAME_STRIP
from analyzer.network.crowd import Arc
from analyzer.network.sectors import NO_COMMUNITY
from desktop.graph.arc_text import reads_below
from desktop.graph.boxes import Boxes
from desktop.graph.circles_scene import CirclesScene
from desktop.graph.look import Fonts
from desktop.graph.scene import ArcWords
from desktop.graph.view import NAMES_FROM, View
from desktop.metrics import scale

WIDEST_HASHTAG = 130.0
GAP = 5.0


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
    """What stands beside an arc: the edge it stands at, the first baseline, and whether it ends there (left of the picture).

    Three lines, or ``flat`` the number and its words on one, or the number alone.
    """

    words: ArcWords
    lines: tuple[str, ...]
    x: float
    y: float
    ends: bool
    flat: bool

    def parts(self, fonts: Fonts) -> Iterator[tuple[str, float, float]]:
        """Each text with its left end and baseline; the first is the number."""
        if self.flat:
            number, said = self.lines
            left = self.x - arc_width(self.lines, True, fonts) if self.ends else self.x
            yield number, left, self.y
            yield said, left + fonts.figure.width(number) + GAP, self.y
            return
        for line, (text, down) in enumerate(zip(self.lines, line_tops(fonts, self.lines), strict=False)):
            style = fonts.figure if line == 0 else fonts.label
            yield text, self.x - style.width(text) if self.ends else self.x, self.y + down - fonts.figure.ascent


@dataclass(frozen=True, slots=True)
class CirclesWords:
    """All words of one view but people's names."""

    rings: tuple[RingName, ...]
    sectors: tuple[SectorName, ...]
    arcs: tuple[ArcName, ...]

    def block(self, boxes: Boxes, fonts: Fonts) -> None:
        """Take the places of the words that stay while somebody is lit."""
        for ring in self.rings:
            width = fonts.label.width(ring.words) + GAP + fonts.strong.width(ring.count)
            boxes.block(ring.x - 3, ring.y - fonts.label.cap - 3, width + 6, fonts.label.cap + 6)


def place_circles_words(scene: CirclesScene, view: View, fonts: Fonts, boxes: Boxes) -> CirclesWords:
    """Place every word where ``boxes`` has room, and take its place there."""
    rings = tuple(_ring_names(scene, view, fonts, boxes))
    sectors = tuple(_sector_names(scene, view, fonts, boxes))
    return CirclesWords(rings, sectors, tuple(_arc_names(scene, view, fonts, boxes)))


def _ring_names(scene: CirclesScene, view: View, fonts: Fonts, boxes: Boxes) -> Iterator[RingName]:
    for (words, count), ring, band in zip(scene.ring_names, scene.circles.rings, scene.layout.bands, strict=True):
        width = fonts.label.width(words) + GAP + fonts.strong.width(count)
        # The innermost name stands near its edge, away from ego.
        middle = band.outer * view.scale - 13 * scale() if ring is scene.circles.rings[0] else (band.inner + band.outer) / 2 * view.scale
        baseline = view.y - middle + fonts.label.cap / 2
        left = view.x - width / 2
        top = baseline - fonts.label.cap
        boxes.block(left - 3, top - 3, width + 6, fonts.label.cap + 6)
        yield RingName(words, count, left, baseline)


def _sector_names(scene: CirclesScene, view: View, fonts: Fonts, boxes: Boxes) -> Iterator[SectorName]:
    if not scene.circles.rings or view.scale < NAMES_FROM:
        return
    edge = scene.layout.edge * view.scale
    half = scene.layout.bands[-1].half_wedge
    for sector, name in zip(scene.circles.sectors, scene.sector_names, strict=True):
        if not name or sector.community == NO_COMMUNITY:
            continue
        text = fonts.label.cut(name, WIDEST_HASHTAG * scale())
        width = fonts.label.width(text)
        angle = scene.layout.edge_angle((sector.start + sector.end) / 2)
        strip = NAME_STRIP * scale() * view.scale
        radius = edge - strip / 2 + (-1 if not reads_below(angle) else 1) * fonts.label.cap / 2
        if (sector.end - sector.start) * 2 * (math.pi - half) * radius < width + 12:
            continue
        for step in range(-4, 5):
            at = angle + step / 4 * width / 2 / radius
            boxes.block(view.x + radius * math.cos(at) - 7, view.y + radius * math.sin(at) - 7, 14, 14)
        yield SectorName(text, radius, angle)


def _arc_names(scene: CirclesScene, view: View, fonts: Fonts, boxes: Boxes) -> Iterator[ArcName]:
    radius = scene.layout.radius * view.scale
    order = {arc.kind: (arc.end - arc.start, arc.start) for arc in scene.layout.arcs}
    for words in sorted(scene.arcs, key=lambda words: order[words.arc.kind]):
        # Above and below the circle there may be room for one line only; the number alone says little, but more than nothing.
        number, *said = words.lines
        for lines, flat in ((words.lines, False), ((number, " ".join(said)), True), ((number,), False)):
            found = _beside_arc(words, lines, flat, view, radius, fonts, boxes)
            if found is not None:
                yield found
                break


def line_tops(fonts: Fonts, lines: Sequence[str]) -> list[float]:
    """Baselines of the number and its words, from the top of their box; the last entry is the box's height."""
    first = fonts.figure.ascent
    baselines = [first + number * fonts.label.height for number in range(len(lines))]
    return [*baselines, baselines[-1] + 4]


def arc_width(lines: Sequence[str], flat: bool, fonts: Fonts) -> float:
    """How wide the words beside an arc are, in px."""
    number, *said = lines
    widths = [fonts.label.width(line) for line in said]
    return fonts.figure.width(number) + sum(GAP + width for width in widths) if flat else max(fonts.figure.width(number), *widths, 0.0)


def _beside_arc(words: ArcWords, lines: Sequence[str], flat: bool, view: View, radius: float, fonts: Fonts, boxes: Boxes) -> ArcName | None:
    """The place nearest to the arc's middle where the lines are on the canvas and touch neither circle nor words."""
    width = arc_width(lines, flat, fonts)
    height = line_tops(fonts, lines[:1] if flat else lines)[-1]
    arc = words.arc
    assert isinstance(arc, Arc)
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
        return ArcName(words, tuple(lines), x, top + fonts.figure.ascent, along <= 0, flat)
    return None
