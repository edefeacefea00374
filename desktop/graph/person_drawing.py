"""Paints what is the one person's picture's own: rings of distance, ties in a line style for each kind, and the legend of these styles."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from analyzer.network.drawn_ties import Line
from analyzer.network.person_people import KindLine, TieKind
from desktop.graph.boxes import Boxes
from desktop.graph.look import Fonts, Look
from desktop.graph.person_scene import PersonScene
from desktop.graph.placing import Rect, Words
from desktop.graph.scene import Scene
from desktop.graph.texts import draw_text
from desktop.graph.view import View
from desktop.metrics import scale
from desktop.wording.basics import number
from desktop.wording.graph_map import kind_words

# Dashes in widths of the pen; ties of several kinds run side by side.
DASHES: dict[TieKind, list[float]] = {TieKind.CO_MENTION: [], TieKind.REPLY_PREFIX: [6.0, 4.0], TieKind.GROUP: [1.5, 3.5]}
SIDE_BY_SIDE = 3.0
STRONG_FROM = 3
MARGIN = 24.0
SAMPLE = 30.0
GAP = 8.0


@dataclass(frozen=True, slots=True)
class LegendLine:
    """What a line style means and how many ties have it: left end and baseline in canvas px."""

    kind: TieKind
    words: str
    count: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class PersonWords:
    """The legend of line styles; it stays where it is while one moves."""

    legend: tuple[LegendLine, ...]

    def block(self, boxes: Boxes, fonts: Fonts) -> None:
        """Take the legend's place."""
        for line in self.legend:
            width = (SAMPLE + GAP) * scale() + fonts.label.width(line.words) + 5 + fonts.strong.width(line.count)
            boxes.block(line.x - 3, line.y - fonts.label.ascent, width + 6, fonts.label.height)


class PersonDrawing:
    """The parts of the picture that only one person's has."""

    def place(self, scene: Scene, view: View, fonts: Fonts, boxes: Boxes) -> Words:
        """The legend at the top left."""
        assert isinstance(scene, PersonScene)
        top = 18 * scale() + fonts.label.ascent
        legend = tuple(
            LegendLine(kind, kind_words(kind), number(count), MARGIN * scale(), top + place * (fonts.label.height + 4))
            for place, (kind, count) in enumerate(scene.drawn_kinds.items())
        )
        words = PersonWords(legend)
        words.block(boxes, fonts)
        return words

    def holds(self, scene: Scene, view: View, box: Rect) -> bool:
        """True on the canvas."""
        left, top, width, height = box
        return left >= 2 and top >= 2 and left + width <= view.width - 2 and top + height <= view.height - 2

    def paint_below(self, painter: QPainter, scene: Scene, view: View, look: Look, words: Words) -> None:
        """A hairline ring for each distance."""
        assert isinstance(scene, PersonScene)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.theme.line, 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for radius in scene.layout.rings if len(scene.nodes) > 1 else ():
            painter.drawEllipse(QPointF(view.x, view.y), radius * view.scale, radius * view.scale)

    def paint_ties(self, painter: QPainter, scene: Scene, lines: Sequence[Line], view: View, look: Look) -> None:
        """Every tie as one line for each kind."""
        _draw(painter, scene, lines, view, look, look.theme.strong_tie)

    def paint_lit_ties(self, painter: QPainter, scene: Scene, lines: Sequence[Line], view: View, look: Look) -> None:
        """The same in the accent."""
        _draw(painter, scene, lines, view, look, look.theme.accent)

    def paint_middle(self, painter: QPainter, scene: Scene, view: View, look: Look) -> None:
        """In the middle stands the person, as a node."""

    def paint_above(self, painter: QPainter, scene: Scene, view: View, look: Look, words: Words) -> None:
        """The legend."""
        assert isinstance(words, PersonWords)
        theme, fonts = look.theme, look.fonts
        for line in words.legend:
            end = line.x + SAMPLE * scale()
            middle = line.y - fonts.label.cap / 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(_pen(line.kind, theme.ink2, 1.6))
            painter.drawLine(QLineF(line.x, middle, end, middle))
            left = end + GAP * scale()
            draw_text(painter, look, line.words, fonts.label, left, line.y, theme.ink2, theme.window)
            draw_text(painter, look, line.count, fonts.strong, left + fonts.label.width(line.words) + 5, line.y, theme.ink, theme.window)


def _draw(painter: QPainter, scene: Scene, lines: Sequence[Line], view: View, look: Look, colour: QColor) -> None:
    """One batch of lines for each kind and width: dashes are the pen's."""
    assert isinstance(scene, PersonScene)
    batches: dict[tuple[TieKind, bool], list[QLineF]] = {}
    for line in lines:
        pair = (min(line.a, line.b), max(line.a, line.b))
        kinds = scene.by_kind.get(pair) or tuple(one for one in scene.found.kinds if (one.a, one.b) == pair)
        for place, one in enumerate(kinds):
            batches.setdefault((one.kind, one.count >= STRONG_FROM), []).append(_beside(scene, one, place - (len(kinds) - 1) / 2, view))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for (kind, strong), found in batches.items():
        painter.setPen(_pen(kind, colour, 1.8 if strong else 1.1))
        painter.drawLines(found)


def _beside(scene: PersonScene, line: KindLine, step: float, view: View) -> QLineF:
    """The line between two people, moved sideways so that several kinds of tie stand beside each other."""
    a, b = scene.node_of[line.a], scene.node_of[line.b]
    (x1, y1), (x2, y2) = view.at(a.x, a.y), view.at(b.x, b.y)
    length = max(math.hypot(x2 - x1, y2 - y1), 1e-6)
    right, down = -(y2 - y1) / length * step * SIDE_BY_SIDE, (x2 - x1) / length * step * SIDE_BY_SIDE
    return QLineF(x1 + right, y1 + down, x2 + right, y2 + down)


def _pen(kind: TieKind, colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if DASHES[kind]:
        pen.setDashPattern([dash / width * 1.2 for dash in DASHES[kind]])
    return pen
