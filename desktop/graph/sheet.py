"""A saved picture's sheet: the picture with its foot below, which tells whose archive it is, of when, and what is hidden."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter

from analyzer.verdict.verdicts import Verdict
from desktop.graph.look import Look
from desktop.graph.paint import paint_picture
from desktop.graph.scene import Scene
from desktop.graph.source import Source
from desktop.graph.texts import draw_text
from desktop.graph.view import View
from desktop.metrics import scale
from desktop.shapes import FILL, paint_shape
from desktop.wording.basics import number
from desktop.wording.circles import dot_words, hidden_words, picture_caption
from desktop.wording.names import verdict_word

SIZE = (1200, 1000)
FOOT = 66
MARGIN = 24


def paint_sheet(source: Source, painter: QPainter, size: tuple[int, int], look: Look, said: str = "") -> None:
    """The picture with its foot: legend with counts, whose archive of when, what is ``said`` besides (its month), and what is hidden."""
    width, height = size
    foot = round(FOOT * scale())
    view = View.fitting(width, height - foot)
    scene = source.scene((view.width, view.height), look.fonts)
    painter.fillRect(QRect(0, 0, width, height), look.theme.window)
    paint_picture(scene, painter, view, look)
    _paint_legend(scene, painter, look, (MARGIN, height - foot + 8.0))
    hidden = hidden_words(source.circles.passing, scene.weaker, source.circles.own)
    parts = [caption_of(source), said, scene.remark, hidden, dot_words(scene.per_dot)]
    words = " · ".join(part.rstrip(".") for part in parts if part)
    baseline = height - MARGIN + look.fonts.label.cap / 2
    draw_text(painter, look, look.fonts.label.cut(words, width - 2 * MARGIN), look.fonts.label, MARGIN, baseline, look.theme.ink2, None)


def caption_of(source: Source) -> str:
    """Whose archive it is, and of when."""
    return picture_caption(source.analysis.archive.handle or "", source.analysis.coverage.as_of)


def _paint_legend(scene: Scene, painter: QPainter, look: Look, at: tuple[float, float]) -> None:
    x, y = at
    fonts, counts = look.fonts, count_shown(scene)
    for verdict in Verdict:
        paint_shape(painter, verdict, QPointF(x + 6.5, y + 8), 15 * FILL, look.theme, look.theme.window)
        word, count = verdict_word(verdict), number(counts[verdict])
        baseline = y + 8 + fonts.label.cap / 2
        draw_text(painter, look, word, fonts.label, x + 19, baseline, look.theme.ink, None)
        draw_text(painter, look, count, fonts.strong, x + 24 + fonts.label.width(word), baseline, look.theme.ink, None)
        x += 24 + fonts.label.width(word) + fonts.strong.width(count) + 22


def count_shown(scene: Scene) -> Mapping[Verdict, int]:
    """How many people of each verdict the picture shows."""
    counts = dict.fromkeys(Verdict, 0)
    for person in scene.reading_order:
        counts[scene.judgements[person].verdict] += 1
    return counts
