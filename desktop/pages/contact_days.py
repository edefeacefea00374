"""Days in contact with one person as bars, and the tweets of the month that was chosen below them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from analyzer.evidence.acts import Act, Kind
from analyzer.facts import Analysis
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Verdict
from desktop.metrics import Text, px
from desktop.pages.contact_timeline import Span, show_spans, span_words, spans_of
from desktop.pages.receipt_list import OpenedTweets
from desktop.receipts import CLOSED, Texts, kind_of
from desktop.theme import theme_of
from desktop.widgets.bars import Bars
from desktop.widgets.text import TextBlock
from desktop.wording.basics import day_of, tr
from desktop.wording.names import sign_word
from desktop.wording.receipts import only_messages
from desktop.wording.verdicts import silence_phrase


class ContactDays(QWidget):
    """Heading, bars, what is hatched; `texts_wanted` comes when a month or a sign is opened, `give_texts` or `give_problem` answers."""

    texts_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: list[Span] = []
        self._acts: Sequence[Act] = ()
        self._zone = "UTC"
        self._verdict: Verdict | None = None
        self._opened: OpenedTweets | None = None
        self._silence = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self._silence.setWordWrap(False)
        self.bars = Bars(tr("Days in contact by month"), 54, self)
        self._hatched = TextBlock(tr("Hatched: months without any tweet of yours. There, silence proves nothing."), Text.CAPTION, "ink2", parent=self)
        title = QHBoxLayout()
        title.addWidget(TextBlock(tr("Days in contact"), Text.STRONG, parent=self), 1)
        title.addWidget(self._silence)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, px(6), 0, 0)
        self._column.setSpacing(px(6))
        self._column.addLayout(title)
        self._column.addWidget(self.bars)
        self._column.addWidget(self._hatched)
        self.bars.chosen.connect(self._on_bar_chosen)

    def show_person(self, person: Person, analysis: Analysis, verdict: Verdict) -> None:
        """Show one person's days; nobody in touch hides the whole part."""
        self._close()
        self._verdict = verdict
        coverage = analysis.coverage
        self._acts, self._zone = analysis.acts.get(person.key, ()), analysis.archive.timezone
        self._spans = spans_of(person.contact_days, coverage.as_of, coverage.tweets_by_month)
        self.setVisible(bool(self._spans))
        if self._spans:
            show_spans(self.bars, self._spans, theme_of(self).verdicts[verdict])
            self._silence.set_text(silence_phrase(person))
            self._hatched.setVisible(any(span.silent for span in self._spans))

    def set_verdict(self, verdict: Verdict) -> None:
        """The verdict has changed, and with it the colour."""
        self._verdict = verdict
        self.bars.set_colour(theme_of(self).verdicts[verdict])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._verdict is not None:
            self.set_verdict(self._verdict)

    def open_sign(self, name: str) -> None:
        """Open the tweets behind one of the five signs."""
        self._open([act for act in self._openable() if name in act.signs], sign_word(name), name)

    def give_texts(self, texts: Texts) -> None:
        """The texts have been read."""
        if self._opened is not None:
            self._opened.show_texts(texts)

    def give_problem(self, sentence: str) -> None:
        """The texts cannot be read."""
        if self._opened is not None:
            self._opened.show_problem(sentence)

    def _on_bar_chosen(self, place: int) -> None:
        span = self._spans[place]
        if not span.days:
            self._close()
            return
        months = range(span.month, span.month + span.months)
        self._open([act for act in self._openable() if act.at is not None and self._month_of(act.at) in months], span_words(span))

    def _month_of(self, at: int) -> int:
        day = day_of(at, self._zone)
        return day.year * 12 + day.month - 1

    def _openable(self) -> list[Act]:
        """Acts whose tweets can be opened, each tweet once."""
        opens = [act for act in self._acts if (kind := kind_of(act)) is not None and kind not in CLOSED]
        # Ego's reply stands once as a reply and once as the answer it followed: the reply is what is opened.
        opens.sort(key=_is_turn, reverse=True)
        return list({act.id: act for act in opens}.values())

    def _open(self, acts: list[Act], title: str, sign: str = "") -> None:
        self._close()
        acts.sort(key=_newest_first)
        self._opened = OpenedTweets(acts, self._zone, title, sign, self)
        self._column.addWidget(self._opened)
        if acts:
            self.texts_wanted.emit()
        else:
            self._opened.show_problem(only_messages())

    def _close(self) -> None:
        if self._opened is not None:
            self._column.removeWidget(self._opened)
            self._opened.hide()
            self._opened.deleteLater()
            self._opened = None


def _is_turn(act: Act) -> bool:
    return act.kind is Kind.TURN


def _newest_first(act: Act) -> int:
    return -(act.at or 0)
