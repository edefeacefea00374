"""What lies over the window while files are dragged across it: an accent frame and "Let go to open"."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.metrics import RADIUS_CARD, Text, px, text_font
from desktop.theme import theme_of
from desktop.widgets.painting import CENTRE, advance, draw_line, rounded


class DropOverlay(QWidget):
    """Covers its parent, lets the mouse through, and follows its size."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("Let go to open"))
        self._over = parent
        parent.installEventFilter(self)
        self.hide()

    def cover(self) -> None:
        """Lie over everything."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent, 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4.5, 4.5, -4.5, -4.5), RADIUS_CARD, RADIUS_CARD)
        words = self.tr("Let go to open")
        width, height = advance(text_font(Text.HEADING), words) + px(48), px(48)
        plate = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        rounded(painter, plate, height / 2, theme.accent)
        draw_line(painter, plate, words, Text.HEADING, theme.on_accent, CENTRE, elide=False)
        painter.end()
