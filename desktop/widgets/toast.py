"""The undo toast: what was just decided, at the bottom of the window, with its way back."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.metrics import RADIUS_ROW, Text, px, text_font
from desktop.theme import Theme, theme_of
from desktop.widgets.painting import CENTRE, PaintedButton, advance, draw_line, rounded
from desktop.widgets.text import TextBlock

SHOWN_MS = 8000
ABOVE_BOTTOM = 20


class _UndoLink(PaintedButton):
    def sizeHint(self) -> QSize:
        return QSize(round(advance(text_font(Text.STRONG), self.text())) + px(12), px(28))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        draw_line(painter, rect, self.text(), Text.STRONG, theme.window, CENTRE)
        width = advance(text_font(Text.STRONG), self.text())
        painter.fillRect(QRectF(rect.center().x() - width / 2, rect.center().y() + px(8), width, 1.4), theme.window)


class Toast(QWidget):
    """At most one sentence at a time for eight seconds, longer while the pointer or the focus is on it; `undo` asks to take it back.

    `room_changed` carries how much it covers at the bottom of what it stands over, 0 when it goes.
    """

    undo = Signal()
    room_changed = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._words = TextBlock("", Text.BODY, "window", parent=self)
        self._words.setWordWrap(False)
        self._undo = _UndoLink(self.tr("Undo"), self)
        self._undo.setAccessibleName(self.tr("Undo"))
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(7), px(10), px(7))
        row.setSpacing(px(12))
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self._undo.clicked.connect(self._on_undo)
        self._timer.timeout.connect(self._on_timeout)
        self._undo.installEventFilter(self)
        self._over.installEventFilter(self)

    def show_sentence(self, sentence: str, undoable: bool = True) -> None:
        """Show this sentence in place of any other."""
        self._words.set_text(sentence)
        self._undo.setVisible(undoable)
        self.setAccessibleName(sentence)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def dismiss(self) -> None:
        """Take it away now."""
        self._timer.stop()
        self.hide()

    def withdraw_undo(self) -> None:
        """Something else is the last step now: the sentence stays, its way back goes."""
        self._undo.hide()
        self._place()

    @property
    def sentence(self) -> str:
        """What it says, or said last."""
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._over:
            self._place()
        elif watched is self._undo and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.room_changed.emit(self.height() + 2 * px(ABOVE_BOTTOM))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.room_changed.emit(0)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        if self.isVisible():
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), RADIUS_ROW, theme_of(self).ink)
        painter.end()

    def _place(self) -> None:
        self._row.activate()
        width = min(self.sizeHint().width(), self._over.width() - 2 * px(24))
        self.resize(width, max(px(42), self.sizeHint().height()))
        self.move((self._over.width() - width) // 2, self._over.height() - self.height() - px(ABOVE_BOTTOM))

    def _on_undo(self) -> None:
        self.dismiss()
        self.undo.emit()

    def _on_timeout(self) -> None:
        if self._undo.hasFocus():
            self._timer.start()
        else:
            self.hide()
