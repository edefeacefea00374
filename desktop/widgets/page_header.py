"""A page's head: its title, one sentence below, and room for controls at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.metrics import PAGE_MARGIN, Text, is_narrow, px, text_font
from desktop.widgets.painting import advance
from desktop.widgets.text import TextBlock

# A title beside controls may be set in two lines; with less room than that the controls go below it.
LEAST_TITLE = 0.6


class PageHeader(QWidget):
    """`add` puts controls at the right, or below a title that would have no room; in a narrow window the sentence goes, as in the design."""

    def __init__(self, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._title = TextBlock(title, Text.TITLE, parent=self)
        self._sentence = TextBlock(sentence, Text.BODY, "ink2", parent=self)
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._title)
        words.addWidget(self._sentence)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(px(PAGE_MARGIN), px(10), px(PAGE_MARGIN), px(12))
        self._row.setSpacing(px(16))
        self._row.addLayout(words, 1)
        self._controls = QHBoxLayout()
        self._controls.setSpacing(px(16))
        self._row.addLayout(self._controls)
        self._find_room()

    def set_title(self, title: str) -> None:
        """Another title."""
        self._title.set_text(title)
        self._find_room()

    def set_sentence(self, sentence: str) -> None:
        """Another sentence; empty takes it away."""
        self._sentence.set_text(sentence)
        self._find_room()

    def add(self, widget: QWidget) -> None:
        """A control at the right, on the title's bottom line."""
        self._controls.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._find_room()

    def _find_room(self) -> None:
        title = LEAST_TITLE * advance(text_font(Text.TITLE), self._title.text())
        beside = self.width() - 2 * px(PAGE_MARGIN) - px(16) - self._controls.sizeHint().width()
        stacked = title > beside and self._controls.count() > 0
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if direction != self._row.direction():
            self._row.setDirection(direction)
            self._row.setSpacing(px(10) if stacked else px(16))
            self._row.activate()
        self._sentence.setVisible(bool(self._sentence.text()) and not is_narrow(self.window().width()))
