"""Ties between people: hairlines as one cosmetic path, thicker ones flattened into one batch of straight lines."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from analyzer.network.drawn_ties import Line
from desktop.graph.look import Look
from desktop.graph.scene import Scene
from desktop.graph.view import View
from desktop.metrics import scale

SEGMENTS = 12
# Shorter ties stay straight.
BENT_FROM = 60.0
STRONG_WIDTH = 1.6
MOST_BENT = 1000
MOST_SMOOTH = 5000
SMALL_PICTURE = 260.0

Curve = tuple[float, float, float, float, float, float]


def curve_of(scene: Scene, line: Line, scale: float, bend: float = 1.0) -> Curve:
    """Start, control point and end of a tie, in canvas px around the middle; ``bend`` below 1 draws long ties towards it."""
    a, b = scene.node_of[line.a], scene.node_of[line.b]
    pull = (bend if math.hypot(a.x - b.x, a.y - b.y) >= BENT_FROM else 1.0) * scale
    return a.x * scale, a.y * scale, (a.x + b.x) / 2 * pull, (a.y + b.y) / 2 * pull, b.x * scale, b.y * scale


def flatten(curves: Iterable[Curve]) -> list[QLineF]:
    """Each curve as twelve straight lines: Qt strokes a batch of lines twenty times quicker than one thick path."""
    lines = []
    for x1, y1, cx, cy, x2, y2 in curves:
        x, y = x1, y1
        for step in range(1, SEGMENTS + 1):
            t = step / SEGMENTS
            u = 1 - t
            nx, ny = u * u * x1 + 2 * u * t * cx + t * t * x2, u * u * y1 + 2 * u * t * cy + t * t * y2
            lines.append(QLineF(x, y, nx, ny))
            x, y = nx, ny
    return lines


def draw_ties(
    painter: QPainter, scene: Scene, lines: Iterable[Line], view: View, look: Look, bend: float = 1.0, colour: QColor | None = None
) -> None:
    """Draw ties around the middle at the origin, in two classes of width; thousands as straight hairlines, where no bend can be followed.

    ``colour`` is that of ties on the window's ground unless another is given.
    """
    colour = colour or look.theme.tie
    count = len(scene.lines)
    if count > MOST_BENT:
        _draw_straight(painter, scene, lines, view, look, colour, count <= MOST_SMOOTH)
        return
    thin: list[Curve] = []
    strong: list[Curve] = []
    # A picture so small that nodes are small too is drawn in hairlines alone.
    hairlines = scene.extent * view.scale < SMALL_PICTURE * scale()
    for line in lines:
        (strong if line.strong and not hairlines else thin).append(curve_of(scene, line, view.scale, bend))
    _draw_curves(painter, thin, colour, 1.0, look)
    _draw_curves(painter, strong, colour, STRONG_WIDTH, look)


def _draw_straight(painter: QPainter, scene: Scene, lines: Iterable[Line], view: View, look: Look, colour: QColor, smooth: bool) -> None:
    node_of, zoom = scene.node_of, view.scale
    found = []
    for line in lines:
        a, b = node_of[line.a], node_of[line.b]
        found.append(QLineF(a.x * zoom, a.y * zoom, b.x * zoom, b.y * zoom))
    pen = QPen(colour, 1.0)
    pen.setCosmetic(not look.vector)
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, smooth or look.vector)
    painter.drawLines(found)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def draw_lit_ties(painter: QPainter, scene: Scene, lines: Iterable[Line], view: View, look: Look, bend: float = 1.0) -> None:
    """The ties of the person under the pointer, in the accent."""
    _draw_curves(painter, [curve_of(scene, line, view.scale, bend) for line in lines], look.theme.accent, 1.4, look)


def _draw_curves(painter: QPainter, curves: list[Curve], colour: QColor, width: float, look: Look) -> None:
    if not curves:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if width > 1.0 and not look.vector:
        painter.setPen(QPen(colour, width))
        painter.drawLines(flatten(curves))
        return
    pen = QPen(colour, width)
    # A cosmetic hairline skips the stroker; files need the width as it is written.
    pen.setCosmetic(not look.vector)
    painter.setPen(pen)
    path = QPainterPath()
    for x1, y1, cx, cy, x2, y2 in curves:
        path.moveTo(x1, y1)
        path.quadTo(QPointF(cx, cy), QPointF(x2, y2))
    painter.drawPath(path)
