"""The search field: icon, shortcut hint, clear button, and how many were found beside it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from desktop.icons import paint_icon
from desktop.metrics import CONTROL, RADIUS_FIELD, Text, px
from desktop.theme import theme_of
from desktop.widgets.button import IconButton
from desktop.widgets.focus import FocusRing
from desktop.widgets.painting import draw_key_hint, key_hint_width, rounded
from desktop.widgets.text import TextBlock


class SearchField(QLineEdit):
    """A line edit with its own frame; Esc clears, then leaves (`left`)."""

    left = Signal()

    def __init__(self, placeholder: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        # The style sheet leaves a field that says so unpainted; a palette cannot, as the sheet's style puts its own base back.
        self.setProperty("bare", True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setTextMargins(px(34), 0, px(34), 0)
        self.setMinimumHeight(px(CONTROL))
        self._clear = IconButton("close", self.tr("Clear the search"), 24, self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.hide()
        self._connect()

    def _connect(self) -> None:
        self._clear.clicked.connect(self.clear)
        self.textChanged.connect(self._on_text_changed)

    def sizeHint(self) -> QSize:
        return QSize(px(280), px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(CONTROL))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.clearFocus()
                self.left.emit()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A field shows where the typing goes however it got the focus.
        FocusRing.of(self.window()).show_around(self, RADIUS_FIELD)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        FocusRing.of(self.window()).leave(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Qt would put words of the other direction to the other end, where icon or hint stand.
        self.setAlignment(Qt.AlignmentFlag.AlignAbsolute | (Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft))
        side = self._clear.sizeHint().height()
        left = px(5) if self.isRightToLeft() else self.width() - side - px(5)
        self._clear.setGeometry(left, (self.height() - side) // 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        rect = QRectF(self.rect())
        rounded(painter, rect, RADIUS_FIELD, theme.surface, theme.accent if self.hasFocus() else theme.control_line)
        left = rect.right() - px(26) if self.isRightToLeft() else px(11)
        paint_icon(painter, "search", QRectF(left, rect.center().y() - px(7.5), px(15), px(15)), theme.ink2)
        if not self.text() and self._key and rect.width() > key_hint_width(self._key) + px(190):
            right = px(10) + key_hint_width(self._key) if self.isRightToLeft() else rect.right() - px(10)
            draw_key_hint(painter, right, rect.center().y(), self._key, theme.ink3)
        painter.end()
        super().paintEvent(event)

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))


class SearchBox(QWidget):
    """`SearchField` with a count beside it; `text_changed` answers while typing."""

    text_changed = Signal(str)

    def __init__(self, placeholder: str, key: str = "Ctrl+F", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = SearchField(placeholder, key, self)
        self._found = TextBlock("", Text.BODY, "ink2", parent=self)
        self._found.setWordWrap(False)
        self._found.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(10))
        row.addWidget(self.field, 1)
        row.addWidget(self._found)
        self.setFocusProxy(self.field)
        self._connect()

    def _connect(self) -> None:
        self.field.textChanged.connect(self.text_changed)

    def sizeHint(self) -> QSize:
        """As wide as the field alone: the count takes its room from the field, so that nothing moves while one types."""
        return QSize(max(self.field.sizeHint().width(), self.minimumSizeHint().width()), super().sizeHint().height())

    def text(self) -> str:
        """What was typed."""
        return self.field.text()

    def set_text(self, text: str) -> None:
        """Show this text without telling."""
        if text != self.field.text():
            blocked = self.blockSignals(True)
            self.field.setText(text)
            self.blockSignals(blocked)

    def set_found(self, words: str) -> None:
        """How many were found ("1 of 346 people"); empty hides it."""
        self._found.set_text(words)
        self._found.setVisible(bool(words))

    def activate(self) -> None:
        """Take the focus and select the text: what Ctrl+F does."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
