"""The verdict as a chip: tint, shape and word together, and a pin where the choice is the user's own."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from analyzer.verdict.verdicts import Verdict
from desktop.icons import paint_icon
from desktop.metrics import Text, px, text_font
from desktop.shapes import FILL, paint_shape
from desktop.theme import Theme, theme_of
from desktop.widgets.painting import advance, draw_line, rounded

HEIGHT = 22
SHAPE = 13


def verdict_chip_width(word: str) -> float:
    """Width of the chip with this word, without the pin."""
    return px(7 + SHAPE + 6 + 9) + advance(text_font(Text.CAPTION_MEDIUM), word)


def paint_verdict_chip(painter: QPainter, left: float, middle: float, verdict: Verdict, word: str, theme: Theme) -> float:
    """Paint the chip from ``left``, centred on ``middle``; answers its width. For delegates."""
    width, height = verdict_chip_width(word), px(HEIGHT)
    rect = QRectF(left, middle - height / 2, width, height)
    tint = theme.tints[verdict]
    rounded(painter, rect, height / 2, tint)
    paint_shape(painter, verdict, QPointF(left + px(7 + SHAPE / 2), middle), px(SHAPE) * FILL, theme, tint)
    draw_line(painter, rect.adjusted(px(7 + SHAPE + 6), 0, 0, 0), word, Text.CAPTION_MEDIUM, theme.ink, elide=False)
    return width


class VerdictChip(QWidget):
    """`paint_verdict_chip` as a widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self._word = ""
        self._own = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_verdict(self, verdict: Verdict, word: str, own_choice: bool = False) -> None:
        """Show this verdict in this word; ``own_choice`` adds a pin and "your choice"."""
        self._verdict, self._word = verdict, word
        self._own = self.tr("your choice") if own_choice else ""
        self.setAccessibleName(f"{word}, {self._own}" if own_choice else word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        own = px(8 + 14 + 4) + advance(text_font(Text.CAPTION), self._own) if self._own else 0
        return QSize(round(verdict_chip_width(self._word) + own) + 1, px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._verdict is None:
            return
        painter = QPainter(self)
        theme = theme_of(self)
        middle = self.height() / 2
        left = paint_verdict_chip(painter, 0, middle, self._verdict, self._word, theme)
        if self._own:
            paint_icon(painter, "pin", QRectF(left + px(8), middle - px(7), px(14), px(14)), theme.ink2)
            rect = QRectF(left + px(26), 0, self.width() - left - px(26), self.height())
            draw_line(painter, rect, self._own, Text.CAPTION, theme.ink2, elide=False)
        painter.end()
