"""The crowd's dots: one batch per part, so that fifteen thousand cost as little as fifty."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from analyzer.network.crowd import Arc, CrowdKind
from desktop.graph.look import Look
from desktop.graph.scene import ArcWords, Scene
from desktop.graph.view import View

# Finer than this the dots are one texture anyway and are painted as one band.
FINEST_DOTS = 1.2
SMOOTH_DOTS = 200
# Some viewers, Qt's own among them, cut a longer path short.
DOTS_PER_PATH = 500


def dot_colour(look: Look, kind: CrowdKind) -> QColor:
    """Those that a decision can change are darker than the rest of the crowd."""
    if kind in (CrowdKind.YOU_FOLLOW, CrowdKind.YOU_FOLLOW_UNKNOWN) and not look.dim:
        return look.theme.ink2
    return look.theme.crowd


def _rects(scene: Scene, words: ArcWords, scale: float, size: float) -> list[QRectF]:
    """The dots around the middle; kept for the last scale, as making 15,000 rectangles takes twice as long as drawing them."""
    key = (words.arc.kind.value, scale, size)
    found = scene.made.get(key)
    if found is None:
        for old in [other for other in scene.made if other[1] != scale]:
            del scene.made[old]
        xs, ys, half = words.arc.xs, words.arc.ys, size / 2
        found = scene.made[key] = [QRectF(xs[dot] * scale - half, ys[dot] * scale - half, size, size) for dot in words.dots]
    return found


def draw_dots(painter: QPainter, scene: Scene, words: ArcWords, view: View, look: Look) -> None:
    """One batch per arc, without antialiasing; hollow where the archive cannot show enough."""
    arc, colour = words.arc, dot_colour(look, words.arc.kind)
    if isinstance(arc, Arc) and arc.pitch * view.scale < FINEST_DOTS:
        middle = math.hypot(arc.xs[len(arc.xs) // 2], arc.ys[len(arc.ys) // 2]) * view.scale
        painter.setPen(QPen(colour, max(2.0, arc.pitch * view.scale * 8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(-middle, -middle, 2 * middle, 2 * middle)
        painter.drawArc(box, round(-math.degrees(arc.start) * 16), round(-math.degrees(arc.end - arc.start) * 16))
        return
    hollow = arc.kind.is_unknown and arc.dot * view.growth >= 2
    # Without antialiasing only whole px give dots of one size, and a texture without beats.
    size = max(1, round(arc.dot * view.growth * look.ratio)) / look.ratio
    rects = _rects(scene, words, view.scale, size)
    painter.setPen(QPen(colour, 1.0) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    if look.vector:
        for start in range(0, len(rects), DOTS_PER_PATH):
            path = QPainterPath()
            for rect in rects[start : start + DOTS_PER_PATH]:
                path.addRect(rect)
            painter.drawPath(path)
        return
    # A few dots are worth round edges of light; thousands are a texture and ten times quicker without.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(rects) < SMOOTH_DOTS or view.growth > 2)
    painter.drawRects(rects)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
