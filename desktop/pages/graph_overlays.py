"""What lies over the graph's canvas: buttons at the bottom right, the notice of what is hidden at the bottom left, and where all of it stands."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from desktop.graph.pointing import PointedPicture
from desktop.metrics import PAGE_MARGIN, RADIUS_ROW, Text, px
from desktop.theme import theme_of
from desktop.widgets.button import Button, IconButton, Strength
from desktop.widgets.painting import rounded
from desktop.widgets.text import TextBlock
from desktop.wording.basics import tr

NOTICE_WIDTH = 230


class Overlay(QFrame):
    """Lies over the picture: what the mouse does here is not meant for the people below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        below = self.parentWidget()
        # Qt tells a widget nothing when the pointer goes to one of its children.
        if isinstance(below, PointedPicture):
            below.point_at_nobody()


class ZoomBar(Overlay):
    """Nearer, farther, the whole picture, the lasso, the same people as a table, how many ties and names, and saved views."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nearer = IconButton("plus", tr("Zoom in (+)"), 30, self)
        self.farther = IconButton("minus", tr("Zoom out (−)"), 30, self)
        self.whole = IconButton("fit", tr("The whole picture (0)"), 30, self)
        self.lasso = IconButton("lasso", tr("Select people with a lasso (R)"), 30, self)
        self.table = IconButton("menu", tr("Show as a table (T)"), 30, self)
        self.detail = IconButton("policy", tr("Ties and names"), 30, self)
        self.months = IconButton("timeline", tr("Months (M)"), 30, self)
        self.views = IconButton("pin", tr("Saved views (V)"), 30, self)
        for button in (self.lasso, self.detail, self.months, self.views):
            button.setCheckable(True)
        self._buttons = (self.nearer, self.farther, self.whole, self.lasso, self.table, self.detail, self.months, self.views)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(4), px(4), px(4), px(4))
        self._grid.setSpacing(0)
        self._rows = 0
        self._shown: list[IconButton] = []
        self._fill(len(self._buttons))
        self.setAccessibleName(tr("Zoom"))

    def fit_into(self, height: int) -> None:
        """Stand in one column, or in as many as a low canvas (px) needs."""
        shown = [button for button in self._buttons if not button.isHidden()]
        room = max(1, (height - 2 * px(4)) // self.nearer.sizeHint().height())
        columns = -(-len(shown) // room)
        self._fill(-(-len(shown) // columns))

    def _fill(self, rows: int) -> None:
        shown = [button for button in self._buttons if not button.isHidden()]
        if (rows, shown) == (self._rows, self._shown):
            return
        self._rows, self._shown = rows, shown
        for place, button in enumerate(shown):
            self._grid.addWidget(button, place % rows, place // rows)
        self._grid.activate()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), RADIUS_ROW, theme_of(self).surface)
        painter.end()


class PictureNotice(Overlay):
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
        # "Show" alone says nothing to those who hear it.
        self.button.setAccessibleName(tr("{button}: {words}").format(button=button, words=words.rpartition("\n")[2]))
        self.button.setVisible(bool(button))
        self.setVisible(bool(words))
        self.adjustSize()


def place_overlays(
    canvas: QWidget,
    zoom: ZoomBar,
    notice: PictureNotice,
    bar: QWidget | None = None,
    corner: QWidget | None = None,
    panels: Sequence[QWidget] = (),
    foot: int = 0,
) -> list[QRect]:
    """Put zoom at the bottom right, the notice at the bottom left, and return what they cover of the canvas.

    A ``bar`` comes to the middle of the top, the ``corner`` (the small map) to the top right, ``panels`` beside the zoom buttons.
    The picture has a ``foot`` of its own of so many px: nothing is put there.
    """
    area, margin = canvas.rect().adjusted(0, 0, 0, -foot), px(12)
    mirrored = canvas.isRightToLeft()
    zoom.fit_into(area.height() - 2 * margin)
    buttons, words = zoom.sizeHint(), notice.sizeHint()
    right = area.right() - buttons.width() - margin
    zoom.setGeometry(margin if mirrored else right, area.bottom() - buttons.height() - margin, buttons.width(), buttons.height())
    left = area.right() - words.width() - px(PAGE_MARGIN) if mirrored else px(PAGE_MARGIN)
    notice.setGeometry(left, area.bottom() - words.height() - px(8), words.width(), words.height())
    beside = zoom.geometry()
    for panel in panels:
        size = panel.sizeHint()
        at = beside.right() + px(8) if mirrored else beside.left() - px(8) - size.width()
        panel.setGeometry(at, max(margin, beside.bottom() - size.height() + 1), size.width(), min(size.height(), area.height() - 2 * margin))
        panel.raise_()
    if corner is not None:
        size = corner.sizeHint()
        corner.setGeometry(margin if mirrored else area.right() - size.width() - margin, margin, size.width(), size.height())
    if bar is not None:
        size = bar.sizeHint()
        width = min(size.width(), area.width() - 2 * margin)
        bar.setGeometry((area.width() - width) // 2, margin, width, size.height())
        bar.raise_()
    shown = (part for part in (notice, bar, corner) if part is not None and not part.isHidden())
    return [zoom.geometry(), *(part.geometry() for part in shown)]
