"""Paints what is the Circles picture's own: rings, the crowd around them, hashtags along the edge, ego, ring names."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from analyzer.network.drawn_ties import Line
from desktop.graph.arc_text import draw_on_arc
from desktop.graph.boxes import Boxes
from desktop.graph.circles_scene import CirclesScene
from desktop.graph.circles_words import CirclesWords, place_circles_words
from desktop.graph.dots import draw_dots
from desktop.graph.look import Fonts, Look
from desktop.graph.placing import Rect, Words
from desktop.graph.scene import Scene
from desktop.graph.sprites import draw_initials
from desktop.graph.texts import draw_text
from desktop.graph.ties import draw_lit_ties, draw_ties
from desktop.graph.view import View
from desktop.metrics import scale

TICK = 7.0
# Long ties bend this much towards ego, so that parallel ones part.
BEND = 0.86


class CirclesDrawing:
    """The parts of the picture that only Circles has."""

    def place(self, scene: Scene, view: View, fonts: Fonts, boxes: Boxes) -> Words:
        """Ring names, hashtags, the crowd's numbers."""
        assert isinstance(scene, CirclesScene)
        return place_circles_words(scene, view, fonts, boxes)

    def holds(self, scene: Scene, view: View, box: Rect) -> bool:
        """True within the rings: a name on the dots of the crowd could not be read."""
        assert isinstance(scene, CirclesScene)
        left, top, width, height = box
        across = max(abs(left - view.x), abs(left + width - view.x))
        down = max(abs(top - view.y), abs(top + height - view.y))
        return math.hypot(across, down) <= scene.layout.edge * view.scale - 2

    def paint_below(self, painter: QPainter, scene: Scene, view: View, look: Look, words: Words) -> None:
        """What does not change while the pointer moves and lies below the ties: rings, crowd, ticks, hashtags."""
        assert isinstance(scene, CirclesScene) and isinstance(words, CirclesWords)
        painter.save()
        painter.translate(view.x, view.y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for ring, band in reversed(list(zip(scene.circles.rings, scene.layout.bands, strict=True))):
            painter.setPen(QPen(look.theme.line, 1.0))
            painter.setBrush(look.theme.rings[ring.place])
            radius = band.outer * view.scale
            painter.drawEllipse(QPointF(0, 0), radius, radius)
        for part in scene.arcs:
            draw_dots(painter, scene, part, view, look)
        _draw_sectors(painter, scene, view, look, words)
        painter.restore()

    def paint_ties(self, painter: QPainter, scene: Scene, lines: Sequence[Line], view: View, look: Look) -> None:
        """Ties bent a little towards ego, in two classes of width."""
        painter.save()
        painter.translate(view.x, view.y)
        draw_ties(painter, scene, lines, view, look, BEND)
        painter.restore()

    def paint_lit_ties(self, painter: QPainter, scene: Scene, lines: Sequence[Line], view: View, look: Look) -> None:
        """The same ties in the accent."""
        painter.save()
        painter.translate(view.x, view.y)
        draw_lit_ties(painter, scene, lines, view, look, BEND)
        painter.restore()

    def paint_middle(self, painter: QPainter, scene: Scene, view: View, look: Look) -> None:
        """The archive's owner, over the ties and below everybody."""
        radius = scene.centre * view.growth
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.theme.ink)
        painter.drawEllipse(QPointF(view.x, view.y), radius, radius)
        draw_initials(painter, look.theme, scene.ego, view.x, view.y, radius * 0.85)

    def paint_above(self, painter: QPainter, scene: Scene, view: View, look: Look, words: Words) -> None:
        """Ring names and the crowd's numbers, over everybody."""
        assert isinstance(words, CirclesWords)
        theme, fonts = look.theme, look.fonts
        for number, ring in enumerate(words.rings):
            ground = theme.rings[scene.circles.rings[number].place]
            draw_text(painter, look, ring.words, fonts.label, ring.x, ring.y, theme.ink2, ground)
            end = ring.x + fonts.label.width(ring.words) + 5
            draw_text(painter, look, ring.count, fonts.strong, end, ring.y, theme.ink, ground)
        for arc in words.arcs:
            for part, (text, left, baseline) in enumerate(arc.parts(fonts)):
                style, colour = (fonts.figure, theme.ink) if part == 0 else (fonts.label, theme.ink2)
                draw_text(painter, look, text, style, left, baseline, colour, None)


def _draw_sectors(painter: QPainter, scene: CirclesScene, view: View, look: Look, words: CirclesWords) -> None:
    """Hashtags along the edge, and ticks between sectors."""
    colour = look.theme.dim if look.dim else look.theme.ink2
    for name in words.sectors:
        draw_on_arc(painter, name.text, look.fonts.label, name.radius, name.angle, colour)
    if not words.sectors:
        return
    edge = scene.layout.edge * view.scale
    ticks = [scene.layout.edge_angle(sector.start) for sector in scene.circles.sectors[1:]]
    inner = edge - TICK * scale()
    painter.setPen(QPen(look.theme.control_line, 1.0))
    painter.drawLines([QLineF(inner * math.cos(a), inner * math.sin(a), edge * math.cos(a), edge * math.sin(a)) for a in ticks])
