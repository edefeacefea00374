"""Paints what is the Map's own: bundled ties, hulls with hashtag and size, the hairline with what stands below it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from analyzer.network.drawn_ties import Line
from desktop.graph.boxes import Boxes
from desktop.graph.dots import draw_dots
from desktop.graph.look import Fonts, Look
from desktop.graph.map_scene import NAMED_FROM, Hull, MapScene
from desktop.graph.placing import Rect, Words
from desktop.graph.scene import Scene
from desktop.graph.texts import draw_text
from desktop.graph.ties import draw_lit_ties, draw_ties
from desktop.graph.view import NAMES_FROM, View
from desktop.metrics import scale
from desktop.wording.graph_map import group_size

WIDEST_BUNDLE = 9.0
GAP = 5.0
# Words above the rows below the hairline stand so far under it.
HEAD_DOWN = 22.0


@dataclass(frozen=True, slots=True)
class HullName:
    """Hashtag and size of a community: left end and baseline in canvas px."""

    name: str
    count: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class MapWords:
    """All words of one view but people's names: those of communities, and (number, words, left, baseline) below the hairline."""

    hulls: tuple[HullName, ...]
    below: tuple[tuple[str, str, float, float], ...]

    def block(self, boxes: Boxes, fonts: Fonts) -> None:
        """Take the places of all of them."""
        for name in self.hulls:
            width = fonts.strong.width(name.name) + GAP + fonts.label.width(name.count)
            boxes.block(name.x - 3, name.y - fonts.strong.cap - 3, width + 6, fonts.strong.cap + 6)
        for count, words, x, y in self.below:
            boxes.block(x, y - fonts.label.cap - 2, fonts.strong.width(count) + GAP + fonts.label.width(words), fonts.label.cap + 4)


class MapDrawing:
    """The parts of the picture that only the Map has."""

    def place(self, scene: Scene, view: View, fonts: Fonts, boxes: Boxes) -> Words:
        """Hashtags above their hulls where there is room, and what stands below the hairline."""
        assert isinstance(scene, MapScene)
        below = _below(scene, view, fonts)
        words = MapWords((), below)
        words.block(boxes, fonts)
        return MapWords(tuple(_hull_names(scene, view, fonts, boxes)), below)

    def holds(self, scene: Scene, view: View, box: Rect) -> bool:
        """True on the canvas, and not below the hairline: nobody there is near enough to a name to own it."""
        assert isinstance(scene, MapScene)
        left, top, width, height = box
        line = scene.layout.line_y
        floor = view.height if line is None else min(view.height, view.y + line * view.scale)
        return left >= 2 and top >= 2 and left + width <= view.width - 2 and top + height <= floor

    def paint_below(self, painter: QPainter, scene: Scene, view: View, look: Look, words: Words) -> None:
        """Bundles, over them the hulls, and the crowd's field."""
        assert isinstance(scene, MapScene)
        painter.save()
        painter.translate(view.x, view.y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not look.dim:
            _draw_bundles(painter, scene, view, look)
        for hull in scene.hulls:
            _draw_hull(painter, scene, hull, view, look)
        if scene.layout.line_y is not None:
            half = scene.layout.frame.width / 2
            painter.setPen(QPen(look.theme.line, 1.0))
            painter.drawLine(QLineF(_at((-half, scene.layout.line_y), view), _at((half, scene.layout.line_y), view)))
        for part in scene.arcs:
            draw_dots(painter, scene, part, view, look)
        painter.restore()

    def paint_ties(self, painter: QPainter, scene: Scene, lines: Sequence[Line], view: View, look: Look) -> None:
        """Hairlines within communities, in two classes of width."""
        painter.save()
        painter.translate(view.x, view.y)
        draw_ties(painter, scene, lines, view, look, colour=look.theme.strong_tie)
        painter.restore()

    def paint_lit_ties(self, painter: QPainter, scene: Scene, lines: Sequence[Line], view: View, look: Look) -> None:
        """One person's ties, those to other communities as well."""
        painter.save()
        painter.translate(view.x, view.y)
        draw_lit_ties(painter, scene, lines, view, look)
        painter.restore()

    def paint_middle(self, painter: QPainter, scene: Scene, view: View, look: Look) -> None:
        """Ego is left out of the Map."""

    def paint_above(self, painter: QPainter, scene: Scene, view: View, look: Look, words: Words) -> None:
        """Hashtags, sizes and the words below the hairline."""
        assert isinstance(words, MapWords)
        theme, fonts = look.theme, look.fonts
        for name in words.hulls:
            colour = theme.dim if look.dim else theme.ink2
            draw_text(painter, look, name.name, fonts.strong, name.x, name.y, colour, theme.window)
            end = name.x + (fonts.strong.width(name.name) + GAP if name.name else 0.0)
            draw_text(painter, look, name.count, fonts.label, end, name.y, theme.dim if look.dim else theme.ink3, theme.window)
        for count, head, x, y in words.below:
            draw_text(painter, look, count, fonts.strong, x, y, theme.ink, theme.window)
            draw_text(painter, look, head, fonts.label, x + fonts.strong.width(count) + GAP, y, theme.ink2, theme.window)


def _at(point: tuple[float, float], view: View) -> QPointF:
    return QPointF(point[0] * view.scale, point[1] * view.scale)


def _draw_bundles(painter: QPainter, scene: MapScene, view: View, look: Look) -> None:
    """Wider with the weight of the ties, in steps of half a px: a batch of lines for each step, the thinnest first."""
    batches: dict[float, list[QLineF]] = {}
    for bundle in scene.bundles:
        width = round(2 * min(WIDEST_BUNDLE, 1 + bundle.weight**0.8) * min(1.0, view.growth)) / 2
        batches.setdefault(max(0.5, width), []).append(QLineF(_at(bundle.start, view), _at(bundle.end, view)))
    for width, lines in sorted(batches.items()):
        painter.setPen(QPen(look.theme.bundle, width))
        painter.drawLines(lines)


def _draw_hull(painter: QPainter, scene: MapScene, hull: Hull, view: View, look: Look) -> None:
    """The outline with a round pen of the same colour, so that its corners are soft."""
    pen = QPen(look.theme.hull, scene.layout.hull_pen * view.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(look.theme.hull)
    corners = [_at(corner, view) for corner in hull.outline]
    if len(corners) == 1:
        painter.drawPoint(corners[0])
    elif len(corners) == 2:
        painter.drawLine(corners[0], corners[1])
    else:
        path = QPainterPath()
        path.addPolygon(QPolygonF([*corners, corners[0]]))
        path.closeSubpath()
        painter.drawPath(path)


def _hull_names(scene: MapScene, view: View, fonts: Fonts, boxes: Boxes) -> list[HullName]:
    """Name and size above each hull of five and more, below it where above is no room, the largest first."""
    found: list[HullName] = []
    if view.scale < NAMES_FROM:
        return found
    rim = scene.layout.hull_pen / 2 * view.scale + 6 * scale()
    for hull in scene.hulls:
        if hull.count < NAMED_FROM:
            continue
        count = group_size(hull.count, bool(hull.name))
        name = fonts.strong.cut(hull.name, 160 * scale()) if hull.name else ""
        width = (fonts.strong.width(name) + GAP if name else 0.0) + fonts.label.width(count)
        middle = view.x + hull.middle[0] * view.scale
        top = view.y + min(y for _, y in hull.outline) * view.scale - rim
        low = view.y + max(y for _, y in hull.outline) * view.scale + rim + fonts.strong.cap
        for baseline in (top, low):
            left = min(max(middle - width / 2, 6.0), view.width - width - 6)
            box = (left - 3, baseline - fonts.strong.cap - 3, width + 6, fonts.strong.cap + 6)
            if box[1] >= 0 and box[1] + box[3] <= view.height and abs(left + width / 2 - middle) < width and boxes.free(*box):
                boxes.block(*box)
                found.append(HullName(name, count, left, baseline))
                break
    return found


def _below(scene: MapScene, view: View, fonts: Fonts) -> tuple[tuple[str, str, float, float], ...]:
    line = scene.layout.line_y
    if line is None or view.scale < NAMES_FROM:
        return ()
    baseline = view.y + line * view.scale + HEAD_DOWN * scale()
    lefts = [view.x + left * view.scale for _, _, left in scene.below]
    ends = [*(left - 2 * GAP for left in lefts[1:]), view.width - 2 * GAP]
    return tuple(
        (count, fonts.label.cut(words, end - left - fonts.strong.width(count) - GAP), left, baseline)
        for (count, words, _), left, end in zip(scene.below, lefts, ends, strict=True)
    )
