"""The bar over the picture that says how many people are picked and what can be done with them, or how a tool is used."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from analyzer.verdict.verdicts import Choice
from desktop.graph.selecting import Band
from desktop.metrics import RADIUS_ROW, Text, px
from desktop.pages.graph_overlays import Overlay
from desktop.theme import theme_of
from desktop.widgets.button import Button, IconButton, Strength
from desktop.widgets.painting import rounded
from desktop.widgets.text import TextBlock
from desktop.wording.basics import tr
from desktop.wording.graph_tools import picked_words, tool_words
from desktop.wording.names import choice_word


class PickedBar(Overlay):
    """Stands at the picture's top while somebody is picked or a tool is in hand; its buttons act on all that are picked."""

    review_asked = Signal()
    keep_asked = Signal()
    clear_asked = Signal()
    more_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = TextBlock("", Text.STRONG, parent=self)
        self.words.setWordWrap(False)
        self.hint = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self.hint.setMaximumWidth(px(380))
        self.review = Button(tr("Send to review"), Strength.FLAT, key="S", parent=self)
        self.keep = Button(choice_word(Choice.KEEP), Strength.FLAT, key="K", parent=self)
        self.more = IconButton("more", tr("More for the selected"), 30, self)
        self.clear = Button(tr("Clear"), Strength.FLAT, key="Esc", parent=self)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(4), px(6), px(4))
        row.setSpacing(px(4))
        for part in (self.words, self.hint, self.review, self.keep, self.more, self.clear):
            row.addWidget(part)
        self.setAccessibleName(tr("Selected people"))
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self.review.clicked.connect(self.review_asked)
        self.keep.clicked.connect(self.keep_asked)
        self.more.clicked.connect(self.more_asked)
        self.clear.clicked.connect(self.clear_asked)

    def show_state(self, people: int, hidden: int, tool: Band | None) -> None:
        """So many are picked, so many of them hidden by the filters; with nobody picked a tool says how it is used."""
        self.words.set_text(picked_words(people, hidden) if people else "")
        self.hint.set_text(tool_words(tool) if tool is not None and not people else "")
        for part in (self.words, self.review, self.keep, self.more, self.clear):
            part.setVisible(bool(people))
        self.hint.setVisible(tool is not None and not people)
        self.setVisible(bool(people) or tool is not None)
        self._row.activate()
        self.adjustSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = theme_of(self)
            rounded(painter, QRectF(self.rect()), RADIUS_ROW, theme.surface, theme.line)
