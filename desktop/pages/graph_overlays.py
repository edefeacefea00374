"""What lies over the graph's canvas: zoom buttons at the bottom right, the notice of what is hidden at the bottom left."""

from PySide6.QtCore import QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.metrics import PAGE_MARGIN, RADIUS_ROW, Text, px
from desktop.theme import theme_of
from desktop.widgets.button import Button, IconButton, Strength
from desktop.widgets.painting import rounded
from desktop.widgets.text import TextBlock
from desktop.wording.basics import tr

NOTICE_WIDTH = 230


class ZoomBar(QFrame):
    """Nearer, farther, the whole picture, and the same people as a table."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nearer = IconButton("plus", tr("Zoom in (+)"), 30, self)
        self.farther = IconButton("minus", tr("Zoom out (−)"), 30, self)
        self.whole = IconButton("fit", tr("The whole picture (0)"), 30, self)
        self.table = IconButton("menu", tr("Show as a table (T)"), 30, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(4), px(4), px(4), px(4))
        column.setSpacing(0)
        for button in (self.nearer, self.farther, self.whole, self.table):
            column.addWidget(button)
        self.setAccessibleName(tr("Zoom"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), RADIUS_ROW, theme_of(self).surface)
        painter.end()


class PictureNotice(QWidget):
    """Says what is not drawn, and shows it; once shown, offers to hide it again."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self.words.setMaximumWidth(px(NOTICE_WIDTH))
        self.button = Button("", Strength.FLAT, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        row.addWidget(self.words)
        row.addWidget(self.button)
        self.button.clicked.connect(self.pressed)

    def paintEvent(self, event: QPaintEvent) -> None:
        # Where one has zoomed in, people and names would shine through the words.
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), RADIUS_ROW, theme_of(self).window)
        painter.end()

    def show_words(self, words: str, button: str) -> None:
        """Show this; empty words hide the notice, an empty ``button`` only the button."""
        self.words.set_text(words)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setVisible(bool(words))
        self.adjustSize()


def place_overlays(canvas: QWidget, zoom: ZoomBar, notice: PictureNotice) -> list[QRect]:
    """Put zoom at the bottom right, the notice at the bottom left, and return what they cover of the canvas."""
    area, margin = canvas.rect(), px(12)
    mirrored = canvas.isRightToLeft()
    bar, words = zoom.sizeHint(), notice.sizeHint()
    right = area.right() - bar.width() - margin
    zoom.setGeometry(margin if mirrored else right, area.bottom() - bar.height() - margin, bar.width(), bar.height())
    left = area.right() - words.width() - px(PAGE_MARGIN) if mirrored else px(PAGE_MARGIN)
    notice.setGeometry(left, area.bottom() - words.height() - px(8), words.width(), words.height())
    return [zoom.geometry()] + ([notice.geometry()] if not notice.isHidden() else [])
