"""One of several exclusive options: a round mark, its words, and what it means."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.metrics import RADIUS_FIELD, Text, px, text_font
from desktop.theme import Theme
from desktop.widgets.painting import LEFT, RIGHT, PaintedButton, advance, draw_line, line_height, rounded


class Option(PaintedButton):
    """A radio button with a second line; options with the same parent exclude each other."""

    def __init__(self, words: str, meaning: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._meaning = meaning
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(words)
        self.setAccessibleDescription(meaning)
        self.setToolTip(meaning)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(advance(text_font(Text.CAPTION), self._meaning)) + px(40), px(52))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(52))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        if self.hovered:
            rounded(painter, rect, RADIUS_FIELD, theme.hover)
        mirrored = self.isRightToLeft()
        high, low = line_height(Text.BODY), line_height(Text.CAPTION)
        top = rect.center().y() - (high + low) / 2
        side = px(16)
        left = rect.right() - px(12) - side if mirrored else rect.left() + px(12)
        mark = QRectF(left, top + (high - side) / 2, side, side)
        width = side * 0.31 if self.isChecked() else 1.5
        painter.setPen(QPen(theme.accent if self.isChecked() else theme.control_line, width))
        painter.setBrush(theme.surface)
        painter.drawEllipse(mark.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        start, align = (rect.left() + px(12), RIGHT) if mirrored else (mark.right() + px(12), LEFT)
        room = rect.width() - px(12) - side - px(24)
        draw_line(painter, QRectF(start, top, room, high), self.text(), Text.STRONG, theme.ink, align)
        draw_line(painter, QRectF(start, top + high, room, low), self._meaning, Text.CAPTION, theme.ink2, align)
