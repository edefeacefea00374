"""The five signs of one person: tiles with counts, the tweets behind a chosen one in place below, and what only ego said."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from analyzer.evidence.acts import Act
from analyzer.people.person import SIGN_NAMES, Person
from analyzer.verdict.course import Course
from desktop.metrics import Text, px
from desktop.pages.receipt_list import OpenedTweets
from desktop.receipts import Texts, openable
from desktop.widgets.signs import SignTiles, computed_signs
from desktop.widgets.text import TextBlock
from desktop.wording.basics import plural
from desktop.wording.course import only_ego_sentence, sign_title
from desktop.wording.names import sign_word
from desktop.wording.receipts import only_messages

WIDEST = 16_777_215


class SignReceipts(QWidget):
    """Tiles, receipts, a caption.

    `opened` comes when receipts are shown, `texts_wanted` when they need texts: `give_texts` or `give_problem` answers.

    A tile chosen again closes what it opened.
    """

    texts_wanted = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts: Sequence[Act] = ()
        self._zone = "UTC"
        self._course: Course | None = None
        self.chosen: str | None = None
        self.tweets: OpenedTweets | None = None
        self.tiles = SignTiles({name: sign_word(name, short=True) for name in SIGN_NAMES}, self)
        self.note = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self.only_ego = TextBlock("", Text.CAPTION, "ink2", parent=self)
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.tiles)
        row.addWidget(self.note, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._column.addLayout(row)
        self._column.addWidget(self.only_ego)
        self._connect()

    def _connect(self) -> None:
        self.tiles.sign_chosen.connect(self._on_sign_chosen)

    def show_person(self, person: Person, acts: Sequence[Act], zone: str, course: Course) -> None:
        """Show one person's signs, all closed."""
        self._close()
        self._acts, self._zone, self._course = acts, zone, course
        self.tiles.set_signs(person.signs, {name: sign_title(course, name) for name in course.sign_last})
        self.only_ego.set_text(only_ego_sentence(course))
        self.only_ego.setVisible(bool(self.only_ego.text()))
        computed = computed_signs(person.signs)
        missing = len(SIGN_NAMES) - len(computed)
        self.note.set_text(plural(missing, "%Ln of the five signs is not counted yet.", "%Ln of the five signs are not counted yet."))
        self.note.setVisible(bool(missing))
        # A tile keeps its size where some of the five are missing.
        self.tiles.setMaximumWidth(px(62) * len(computed) if missing else WIDEST)

    def give_texts(self, texts: Texts) -> None:
        """The texts have been read."""
        if self.tweets is not None:
            self.tweets.show_texts(texts)

    def give_problem(self, sentence: str) -> None:
        """The texts cannot be read."""
        if self.tweets is not None:
            self.tweets.show_problem(sentence)

    def _on_sign_chosen(self, name: str) -> None:
        again = name == self.chosen
        self._close()
        if again or self._course is None:
            return
        acts = [act for act in openable(self._acts) if name in act.signs]
        self.chosen = name
        self.tweets = OpenedTweets(acts, self._zone, sign_title(self._course, name), name, self)
        self._column.insertWidget(1, self.tweets)
        self.opened.emit()
        if acts:
            self.texts_wanted.emit()
        else:
            self.tweets.show_problem(only_messages())

    def _close(self) -> None:
        self.chosen = None
        if self.tweets is not None:
            self._column.removeWidget(self.tweets)
            self.tweets.hide()
            self.tweets.deleteLater()
            self.tweets = None
