"""A card: rounded surface on the window's ground; the only level of framing there is."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.metrics import RADIUS_CARD, Text, px
from desktop.theme import theme_of
from desktop.widgets.painting import rounded
from desktop.widgets.text import TextBlock


class Card(QFrame):
    """Add to ``column``; a ``heading`` comes first."""

    def __init__(self, heading: str = "", padding: int = 18, radius: int = RADIUS_CARD, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._radius = radius
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(padding), px(padding - 2), px(padding), px(padding - 2))
        self.column.setSpacing(px(8))
        if heading:
            self.column.addWidget(TextBlock(heading, Text.HEADING, parent=self))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), self._radius, theme_of(self).surface)
        painter.end()
