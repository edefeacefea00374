"""Days in contact with one person as bars, and the tweets of the month that was chosen below them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from analyzer.evidence.acts import Act
from analyzer.facts import Analysis
from analyzer.people.person import Person
from analyzer.verdict.course import Course
from analyzer.verdict.verdicts import Verdict
from desktop.metrics import Text, px
from desktop.pages.contact_timeline import Span, show_spans, span_words, spans_of
from desktop.pages.receipt_list import OpenedTweets
from desktop.receipts import Texts, openable
from desktop.theme import theme_of
from desktop.widgets.bars import Bars
from desktop.widgets.text import TextBlock
from desktop.wording.basics import day_of, tr
from desktop.wording.course import course_sentences
from desktop.wording.receipts import only_messages
from desktop.wording.verdicts import silence_phrase


class ContactDays(QWidget):
    """Heading, bars, what is hatched, the course of the tie in words.

    `opened` comes when a month's tweets are shown, `texts_wanted` when they need texts: `give_texts` or `give_problem` answers. `month_chosen`
    carries the last month of the bar that was chosen.
    """

    texts_wanted = Signal()
    opened = Signal()
    month_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spans: list[Span] = []
        self._acts: Sequence[Act] = ()
        self._zone = "UTC"
        self._verdict: Verdict | None = None
        self.tweets: OpenedTweets | None = None
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
        self.course = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self._column.addWidget(self.course)
        self.bars.chosen.connect(self._on_bar_chosen)

    def show_person(self, person: Person, analysis: Analysis, verdict: Verdict, course: Course) -> None:
        """Show one person's days and what they tell; nobody in touch hides the whole part."""
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
            self.show_course(course)

    def show_course(self, course: Course) -> None:
        """The course of the tie in words; another policy may call other silences long."""
        self.course.set_text(course_sentences(course))
        self.course.setVisible(bool(self.course.text()))

    def set_verdict(self, verdict: Verdict) -> None:
        """The verdict has changed, and with it the colour."""
        self._verdict = verdict
        self.bars.set_colour(theme_of(self).verdicts[verdict])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._verdict is not None:
            self.set_verdict(self._verdict)

    def give_texts(self, texts: Texts) -> None:
        """The texts have been read."""
        if self.tweets is not None:
            self.tweets.show_texts(texts)

    def give_problem(self, sentence: str) -> None:
        """The texts cannot be read."""
        if self.tweets is not None:
            self.tweets.show_problem(sentence)

    def _on_bar_chosen(self, place: int) -> None:
        span = self._spans[place]
        self.month_chosen.emit(span.month + span.months - 1)
        if not span.days:
            self._close()
            return
        months = range(span.month, span.month + span.months)
        self._open([act for act in openable(self._acts) if act.at is not None and self._month_of(act.at) in months], span_words(span))

    def _month_of(self, at: int) -> int:
        day = day_of(at, self._zone)
        return day.year * 12 + day.month - 1

    def _open(self, acts: list[Act], title: str) -> None:
        self._close()
        self.tweets = OpenedTweets(acts, self._zone, title, parent=self)
        self._column.insertWidget(self._column.indexOf(self.bars) + 1, self.tweets)
        self.opened.emit()
        if acts:
            self.texts_wanted.emit()
        else:
            self.tweets.show_problem(only_messages())

    def _close(self) -> None:
        if self.tweets is not None:
            self._column.removeWidget(self.tweets)
            self.tweets.hide()
            self.tweets.deleteLater()
            self.tweets = None
