"""Inline messages: what is to know or what went wrong, in the place where it matters; never a dialog."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPlainTextEdit, QWidget

from desktop.icons import paint_icon
from desktop.metrics import RADIUS_ROW, Text, px
from desktop.theme import theme_of
from desktop.widgets.button import Button, Strength
from desktop.widgets.painting import line_height, rounded
from desktop.widgets.text import TextBlock


class InlineMessage(QFrame):
    """A strong lead, one or two sentences and one link; ``details`` open below and can be copied. Errors are read out once."""

    link_activated = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error = False
        self._icon = "info"
        self._words = TextBlock(parent=self)
        self._link = Button("", Strength.FLAT, parent=self)
        self._more = Button(self.tr("Details"), Strength.FLAT, parent=self)
        self._more.setCheckable(True)
        self._details = QPlainTextEdit(self)
        self._details.setReadOnly(True)
        self._details.setAccessibleName(self.tr("Details"))
        self._details.setMaximumHeight(px(110))
        self._details.setTabChangesFocus(True)
        self._details.hide()
        links = QHBoxLayout()
        links.setSpacing(px(4))
        links.addWidget(self._link)
        links.addWidget(self._more)
        links.addStretch(1)
        grid = QGridLayout(self)
        # A flat button carries 8 px before its words: they stand under the sentence's.
        grid.setContentsMargins(px(14 + 16 + 10) - px(8), px(10), px(14), px(10))
        self._words.setContentsMargins(px(8), 0, 0, 0)
        grid.setVerticalSpacing(px(2))
        grid.addWidget(self._words, 0, 0)
        grid.addLayout(links, 1, 0)
        grid.addWidget(self._details, 2, 0)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self._link.clicked.connect(self.link_activated)
        self._more.toggled.connect(self._details.setVisible)

    def show_info(self, text: str, lead: str = "", link: str = "", icon: str = "info") -> None:
        """Something to know."""
        self._show(lead, text, link, "", icon, error=False)

    def show_error(self, lead: str, text: str = "", link: str = "", details: str = "") -> None:
        """What happened (``lead``) and what to do (``text``)."""
        self._show(lead, text, link, details, "close", error=True)
        event = QAccessibleEvent(self, QAccessible.Event.Alert)
        QAccessible.updateAccessibility(event)

    @property
    def link(self) -> Button:
        """The link's button, for a menu or the focus."""
        return self._link

    @property
    def words(self) -> str:
        """All that the message says, without the details."""
        return self._words.text()

    def _show(self, lead: str, text: str, link: str, details: str, icon: str, error: bool) -> None:
        self._error, self._icon = error, icon
        self._words.set_text([(lead + (" " if lead and text else ""), True), (text, False)])
        self.setAccessibleName(self._words.text())
        self._link.setText(link)
        self._link.setVisible(bool(link))
        self._more.setVisible(bool(details))
        self._more.setChecked(False)
        self._details.setPlainText(details)
        self.show()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), RADIUS_ROW, theme.error_soft if self._error else theme.sunk)
        top = px(10) + (line_height(Text.BODY) - px(16)) / 2
        left = self.width() - px(14 + 16) if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else px(14)
        paint_icon(painter, self._icon, QRectF(left, top, px(16), px(16)), theme.error if self._error else theme.ink2)
        painter.end()
