"""Receipts of one person: a row for each counted kind, and the very tweets in place below an opened row."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from analyzer.evidence.acts import Act, Tier
from desktop.metrics import Text, px, text_font
from desktop.pages.opening import open_in_browser, tweet_url
from desktop.receipts import ReadText, Receipt, ReceiptKind, Texts, is_liked_tweet, words_of_sign
from desktop.widgets.button import Button, Strength
from desktop.widgets.painting import advance
from desktop.widgets.receipt_row import ReceiptCard, ReceiptRow
from desktop.widgets.tab_order import order_tabs
from desktop.widgets.text import TextBlock
from desktop.wording.basics import number, safe, tr
from desktop.wording.receipts import act_head, loading, matched_line, more_receipts, not_read, receipt_words, text_missing, tier_hint, tier_word

FIRST_SHOWN = 4
MORE_SHOWN = 20


class OpenedTweet(ReceiptCard):
    """One tweet in place: date, time and kind; the text as plain text; the words it was found by; where to see it on X."""

    def __init__(self, act: Act, read: ReadText | None, zone: str, sign: str = "", parent: QWidget | None = None) -> None:
        words = safe(read.text, lines=True) if read is not None else ""
        # The text stands for ego's own tweet or the liked one; an act's own time may be that of the tweet ego answered.
        at = read.at if read is not None and read.at is not None else act.at
        found_by = matched_line(words_of_sign(read.text, sign)) if read is not None and sign else ""
        super().__init__(act_head(act, at, zone, words), words or text_missing(), found_by, tr("Show on X"), parent=parent)
        self._tweet = act.their_id if is_liked_tweet(act) and act.their_id is not None else act.id
        self.link_activated.connect(self._on_link)

    def _on_link(self) -> None:
        open_in_browser(tweet_url(self._tweet))


class OpenedTweets(QWidget):
    """The tweets behind one row or sign, a few at a time; a sentence while they are read or where they cannot be."""

    def __init__(self, acts: Sequence[Act], zone: str, hint: str = "", sign: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = sign
        self._acts = tuple(acts)
        self._zone = zone
        self._texts: Texts | None = None
        self._shown = 0
        self._status = TextBlock(loading(), Text.BODY, "ink2", parent=self)
        self._more = Button("", Strength.FLAT, parent=self)
        self._more.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(2), 0, px(10))
        self._column.setSpacing(px(6))
        if hint:
            self._column.addWidget(TextBlock(hint, Text.CAPTION, "ink2", parent=self))
        self._column.addWidget(self._status)
        self._column.addWidget(self._more)
        self._more.clicked.connect(self._on_more)

    def show_texts(self, texts: Texts) -> None:
        """Show the first tweets with these texts."""
        if self._texts is None:
            self._texts = texts
            self._status.hide()
            self._show(FIRST_SHOWN)

    def show_problem(self, sentence: str) -> None:
        """Say why the texts cannot be shown."""
        self._status.set_text(sentence)
        self._status.show()

    def _on_more(self) -> None:
        self._show(MORE_SHOWN)

    def _show(self, count: int) -> None:
        assert self._texts is not None
        for act in self._acts[self._shown : self._shown + count]:
            self._column.insertWidget(self._column.count() - 1, OpenedTweet(act, self._texts.of(act), self._zone, self._sign, self))
        self._shown = min(len(self._acts), self._shown + count)
        rest = len(self._acts) - self._shown
        self._more.setVisible(rest > 0)
        if rest > 0:
            self._more.setText(more_receipts(min(rest, MORE_SHOWN)))
        order_tabs(self)


class PersonReceipt(ReceiptRow):
    """A receipt as a row; it makes its body when first opened."""

    def __init__(self, receipt: Receipt, follows_answers: bool = False, parent: QWidget | None = None) -> None:
        words, word = receipt_words(receipt.kind, receipt.count, follows_answers), tier_word(receipt.tier)
        said = f"{word}, {words}" if receipt.tier is not None else words
        opens = tr("opens tweets") if receipt.opens else not_read()
        super().__init__(
            number(receipt.count),
            words,
            receipt.tier or Tier.CERTAIN,
            word,
            detail="" if receipt.opens else not_read(),
            opens=receipt.opens,
            accessible=f"{number(receipt.count)}, {said}, {opens}",
            parent=parent,
        )
        self.receipt = receipt
        self.tweets: OpenedTweets | None = None
        hint = tier_hint(receipt.tier) or ("" if receipt.opens else tr("Other people’s words are counted and never read."))
        self.head.setToolTip(hint or words)

    def make_body(self, zone: str) -> OpenedTweets:
        """The body, made once."""
        if self.tweets is None:
            self.tweets = OpenedTweets(self.receipt.acts, zone, tier_hint(self.receipt.tier), parent=self)
            self.set_body(self.tweets)
        return self.tweets


class ReceiptList(QWidget):
    """Rows of receipts; `opened` comes when one is opened, `texts_wanted` when there are no texts yet: `give_texts` or `give_problem` answers."""

    texts_wanted = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PersonReceipt] = []
        self.last_opened: PersonReceipt | None = None
        self._zone = "UTC"
        self._texts: Texts | None = None
        self._problem = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_receipts(self, receipts: Sequence[Receipt], zone: str) -> None:
        """Show other receipts, all closed."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.last_opened = None
        self._texts, self._problem, self._zone = None, "", zone
        surer = (ReceiptKind.ANSWERS_CERTAIN, ReceiptKind.ANSWERS_LIKELY)
        answers = [receipt.kind in surer for receipt in receipts]
        self.rows = [PersonReceipt(receipt, any(answers[:place]), self) for place, receipt in enumerate(receipts)]
        width = max((advance(text_font(Text.HEADING), number(receipt.count)) for receipt in receipts), default=0)
        for row in self.rows:
            row.set_count_width(max(px(24), round(width) + 1))
            row.opened.connect(self._on_opened)
            self._column.addWidget(row)

    def give_texts(self, texts: Texts) -> None:
        """The texts have been read."""
        self._texts = texts
        for row in self.rows:
            if row.tweets is not None:
                row.tweets.show_texts(texts)

    def give_problem(self, sentence: str) -> None:
        """The texts cannot be read; say why wherever a row is open."""
        self._problem = sentence
        for row in self.rows:
            if row.tweets is not None:
                row.tweets.show_problem(sentence)

    def _on_opened(self) -> None:
        row = self.sender()
        assert isinstance(row, PersonReceipt)
        tweets = row.make_body(self._zone)
        if self._texts is not None:
            tweets.show_texts(self._texts)
        elif self._problem:
            tweets.show_problem(self._problem)
        else:
            self.texts_wanted.emit()
        self.last_opened = row
        self.opened.emit()
