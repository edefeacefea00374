"""The focus ring: 2 px accent, 2 px off the control, shown for keyboard focus only."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFocusFrame, QProxyStyle, QStyle, QStyleFactory, QStyleHintReturn, QStyleOption, QWidget

from desktop.theme import theme_of

MARGIN = 4
KEYBOARD = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason})

PASSING = frozenset({Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason})


class _RingStyle(QProxyStyle):
    """Gives the frame its distance from the control; used by the ring alone, so that no other style call crosses into Python."""

    def pixelMetric(self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None) -> int:
        if metric in (QStyle.PixelMetric.PM_FocusFrameHMargin, QStyle.PixelMetric.PM_FocusFrameVMargin):
            return MARGIN
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returned: QStyleHintReturn | None = None,
    ) -> int:
        # The frame then belongs to the window or the scrolled area, not to the control's own row, which would clip it.
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        # The usual mask leaves out the control's rectangle, and with it the round corners of the ring.
        if hint == QStyle.StyleHint.SH_FocusFrame_Mask:
            return 0
        return super().styleHint(hint, option, widget, returned)


class FocusRing(QFocusFrame):
    """One ring per window; Qt keeps it around its widget, also while that is scrolled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._radius = 8.0
        style = _RingStyle(QStyleFactory.create("Fusion"))
        style.setParent(self)
        self.setStyle(style)

    @staticmethod
    def of(window: QWidget) -> "FocusRing":
        """The ring of this window, made when first needed."""
        return window.findChild(FocusRing) or FocusRing(window)

    def show_around(self, widget: QWidget, radius: float) -> None:
        """Show the ring around ``widget``, whose own corner radius is given."""
        self._radius = radius + MARGIN - 1
        self.setWidget(widget)
        self.update()

    def leave(self, widget: QWidget) -> None:
        """Take the ring off if it is around ``widget``."""
        if self.widget() is widget:
            self.setWidget(None)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme_of(self).accent, 2))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        radius = min(self._radius, rect.height() / 2)
        painter.drawRoundedRect(rect, radius, radius)
        painter.end()


class KeyboardFocus:
    """Mix-in for widgets that take focus: shows the ring when the focus came by keyboard or a key is pressed."""

    focus_radius: float = 8.0

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)  # type: ignore[misc]
        if event.reason() in KEYBOARD:
            self.show_focus_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)  # type: ignore[misc]
        if event.reason() in PASSING:  # the focus comes back by itself
            return
        assert isinstance(self, QWidget)
        FocusRing.of(self.window()).leave(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)  # type: ignore[misc]
        assert isinstance(self, QWidget)
        if self.hasFocus() and event.key() not in (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta):
            self.show_focus_ring()

    def show_focus_ring(self) -> None:
        """Show the ring around this widget."""
        assert isinstance(self, QWidget)
        FocusRing.of(self.window()).show_around(self, self.focus_radius)
