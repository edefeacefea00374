"""The panel beside a page's content: next to it in a wide window, a drawer over it in a narrow one."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.metrics import DRAWER, PANEL, RADIUS_CARD, is_narrow, px
from desktop.theme import theme_of
from desktop.widgets.button import IconButton


class SidePanel(QFrame):
    """Surface ground, one rounded corner, its content scrolls as one; `set_foot` keeps a line in sight below it."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.scroller = QScrollArea(self)
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, px(6), 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.scroller, 1)
        self.close_button = IconButton("close", self.tr("Close the panel"), parent=self)
        self.close_button.hide()
        self.close_button.clicked.connect(self.closed)
        self.scroller.viewport().setAutoFillBackground(False)

    def set_content(self, content: QWidget) -> None:
        """What the panel shows."""
        self.scroller.setWidget(content)
        # setWidget turns it on; the panel's own ground must show.
        content.setAutoFillBackground(False)

    def set_foot(self, foot: QWidget) -> None:
        """A line that stays at the bottom."""
        self.column.addWidget(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.close_button.sizeHint().width()
        left = px(8) if self.isRightToLeft() else self.width() - side - px(8)
        self.close_button.setGeometry(left, px(8), side, side)
        self.close_button.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        beyond = rect.adjusted(-px(24), 0, 0, px(24)) if self.isRightToLeft() else rect.adjusted(0, 0, px(24), px(24))
        ground = QPainterPath()
        ground.addRoundedRect(beyond, RADIUS_CARD, RADIUS_CARD)
        theme = theme_of(self)
        painter.fillPath(ground, theme.surface)
        if self.close_button.isVisibleTo(self):
            # A drawer lies over the page: a hairline parts them, as there is no shadow.
            painter.setPen(theme.line)
            painter.drawPath(ground)
        painter.end()


class PanelHost(QWidget):
    """Holds a page's content and its panel. In a wide window both stand side by side; in a narrow one `open_drawer` lays the panel over.

    Esc closes the drawer and gives the focus back. The content gets the whole width while the panel is hidden.
    """

    drawer_opened = Signal()
    drawer_closed = Signal()

    def __init__(self, content: QWidget, panel: SidePanel, width: int = PANEL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.panel = panel
        self._panel_width = width
        self._wanted = True
        self._open = False
        self._before: QWidget | None = None
        content.setParent(self)
        panel.setParent(self)
        panel.closed.connect(self.close_drawer)

    @property
    def is_drawer(self) -> bool:
        """True in a narrow window, where the panel lies over the content."""
        return is_narrow(self.window().width())

    @property
    def drawer_is_open(self) -> bool:
        """True while the drawer covers a part of the content."""
        return self.is_drawer and self._open

    def set_panel_wanted(self, wanted: bool) -> None:
        """Whether there is something to show in the panel."""
        self._wanted = wanted
        if not wanted:
            self._open = False
        self._place()

    def set_panel_width(self, width: int) -> None:
        """Design width of the panel beside the content (352; 420 in a very wide window)."""
        self._panel_width = width
        self._place()

    def open_drawer(self) -> None:
        """Show the panel (in a wide window it is there already) and put the focus into it."""
        if not self._wanted:
            return
        self._before = self.window().focusWidget()
        if self.is_drawer and not self._open:
            self._open = True
            self._place()
            self.drawer_opened.emit()
        self.panel.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.panel.isAncestorOf(self.window().focusWidget() or self):
            self.panel.focusNextChild()

    def close_drawer(self) -> None:
        """Take the drawer away and give the focus back."""
        if not self._open:
            return
        self._open = False
        self._place()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.drawer_closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.drawer_is_open:
            self.close_drawer()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        # The content's minimum decides how narrow the host can be.
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().event(event)

    def _place(self) -> None:
        drawer = self.is_drawer
        width = min(px(DRAWER), self.width()) if drawer else px(self._panel_width)
        shown = self._wanted and (self._open if drawer else True)
        beside = width if shown and not drawer else 0
        mirrored = self.isRightToLeft()
        self.content.setGeometry(beside if mirrored else 0, 0, self.width() - beside, self.height())
        self.panel.close_button.setVisible(drawer)
        self.panel.setGeometry(0 if mirrored else self.width() - width, 0, width, self.height())
        self.panel.setVisible(shown)
        self.panel.raise_()
