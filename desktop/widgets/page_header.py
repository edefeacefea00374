"""A page's head: its title, one sentence below, and room for controls at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.metrics import PAGE_MARGIN, Text, is_narrow, px
from desktop.widgets.text import TextBlock


class PageHeader(QWidget):
    """`add` puts controls at the right; in a narrow window the sentence goes, as in the design."""

    def __init__(self, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._title = TextBlock(title, Text.TITLE, parent=self)
        self._sentence = TextBlock(sentence, Text.BODY, "ink2", parent=self)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(PAGE_MARGIN), px(10), px(PAGE_MARGIN), px(12))
        self._row.setSpacing(px(16))
        self._row.addLayout(words, 1)
        self._show_sentence()

    def set_title(self, title: str) -> None:
        """Another title."""
        self._title.set_text(title)

    def set_sentence(self, sentence: str) -> None:
        """Another sentence; empty takes it away."""
        self._sentence.set_text(sentence)
        self._show_sentence()

    def add(self, widget: QWidget) -> None:
        """A control at the right, on the title's bottom line."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_sentence()

    def _show_sentence(self) -> None:
        self._sentence.setVisible(bool(self._sentence.text()) and not is_narrow(self.window().width()))
