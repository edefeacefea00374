"""The panel about one person: verdict, decision, signs, receipts, days in contact, what would change it, seen together with."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from analyzer.facts import Analysis
from analyzer.people.person import Person
from analyzer.verdict.contradictions import contradictions
from analyzer.verdict.course import course_of
from analyzer.verdict.explain import would_change
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Choice, Judgement
from desktop.metrics import Text, px
from desktop.pages.contact_days import ContactDays
from desktop.pages.decision_keys import PersonKey, meaning_of
from desktop.pages.opening import open_in_browser, profile_url
from desktop.pages.person_head import PersonHead
from desktop.pages.receipt_list import ReceiptList
from desktop.pages.seen_together import SeenTogether, TogetherIndex
from desktop.pages.sign_receipts import SignReceipts
from desktop.pages.text_loader import TextLoader
from desktop.receipts import Texts, receipts_of
from desktop.session import MOST_AT_ONCE, Session
from desktop.widgets.button import Button, Strength
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.message import InlineMessage
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.tab_order import order_tabs
from desktop.widgets.text import TextBlock
from desktop.wording.basics import tr
from desktop.wording.course import contradiction_sentence
from desktop.wording.receipts import no_receipts, only_your_side
from desktop.wording.verdicts import change_sentences

# What must be left below the head; with less the head scrolls too.
BELOW_HEAD = 90
AFTER_LIST_MS = 15
"""So much later than the list of a large archive its panel is filled: each is work enough for one turn of the event loop."""


class PersonPanel(SidePanel):
    """Shows the session's selected person. ``compact`` is the narrower form beside the graph.

    `locate_asked` carries a key to show on the graph, `around_asked` one to show there with neighbours, `person_asked` the key of another
    person; `method_asked` wants the page that tells how verdicts come about.
    """

    locate_asked = Signal(str)
    around_asked = Signal(str)
    person_asked = Signal(str)
    method_asked = Signal()

    def __init__(self, session: Session, loader: TextLoader, compact: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(tr("Person"), parent)
        self._session = session
        self._loader = loader
        self._key: str | None = None
        self._stale = False
        self._together: TogetherIndex | None = None
        self._together_of: Analysis | None = None
        self.head = PersonHead(compact, self)
        self.signs = SignReceipts(self)
        self.odd = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self.receipts = ReceiptList(self)
        self._no_receipts = TextBlock(no_receipts(), Text.BODY, "ink2", parent=self)
        self.days = ContactDays(self)
        self._change = InlineMessage(self)
        self.how = Button(tr("How is this decided?"), Strength.FLAT, parent=self)
        self.together = SeenTogether(self)
        self._empty = EmptyState("people", self)
        self._side = TextBlock(only_your_side(), Text.CAPTION, "ink2", parent=self)
        self._opened: QWidget | None = None
        self._lay_out(compact)
        self._connect()
        self._refresh()

    def _build_body(self, compact: bool) -> QWidget:
        body = QWidget(self)
        self._body_column = column = QVBoxLayout(body)
        column.setSpacing(px(8))
        column.addWidget(self.signs)
        column.addWidget(self.odd)
        if compact:
            column.addWidget(self.together)
        column.addSpacing(px(2))
        column.addWidget(TextBlock(tr("What stands behind it"), Text.STRONG, parent=body))
        column.addWidget(self.receipts)
        column.addWidget(self._no_receipts)
        column.addWidget(self._side)
        column.addWidget(self.days)
        column.addWidget(self._change)
        column.addWidget(self.how, 0, Qt.AlignmentFlag.AlignLeft)
        if not compact:
            column.addSpacing(px(4))
            column.addWidget(self.together)
        column.addStretch(1)
        return body

    def _lay_out(self, compact: bool) -> None:
        self._head_place = QWidget(self)
        self._head_column = QVBoxLayout(self._head_place)
        self._head_column.addWidget(self.head)
        self._head_column.setContentsMargins(px(20), px(12), px(20), px(8))
        self._head_scrolls = False
        self.set_content(self._build_body(compact))
        self.column.insertWidget(0, self._head_place)
        self.column.addWidget(self._empty, 1)
        self._make_room()
        self._on_scroll_range(0, 0)

    def _make_room(self) -> None:
        """Keep the corner free for the drawer's closing cross; in a low window the head scrolls with the rest."""
        self.head.set_corner(px(34) if self.close_button.isVisibleTo(self) else 0)
        scrolls = self.height() < self.head.heightForWidth(self.width() - 2 * px(20)) + px(BELOW_HEAD)
        if scrolls == self._head_scrolls:
            return
        self._head_scrolls = scrolls
        if scrolls:
            self._head_column.setContentsMargins(0, px(8), 0, px(8))
            self._body_column.insertWidget(0, self._head_place)
        else:
            self._head_column.setContentsMargins(px(20), px(12), px(20), px(8))
            self.column.insertWidget(0, self._head_place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _connect(self) -> None:
        self._session.selection_changed.connect(self._on_selection_changed)
        self._session.judgements_changed.connect(self._on_judgements_changed)
        self._session.archive_opened.connect(self._on_archive_opened)
        self._session.archive_closed.connect(self._on_archive_opened)
        self.head.decided.connect(self.decide)
        self.head.key_meant.connect(self.do)
        self.head.note_kept.connect(self._on_note_kept)
        for part, on_opened in (
            (self.receipts, self._on_receipt_opened),
            (self.signs, self._on_sign_opened),
            (self.days, self._on_month_opened),
        ):
            part.texts_wanted.connect(self._on_texts_wanted)
            part.opened.connect(on_opened)
        self.together.person_chosen.connect(self.person_asked)
        self.together.around_asked.connect(self._on_around_asked)
        self.how.clicked.connect(self.method_asked)
        self.scroller.verticalScrollBar().rangeChanged.connect(self._on_scroll_range)
        self._loader.texts_ready.connect(self._on_texts_ready)
        self._loader.failed.connect(self._on_texts_failed)

    @property
    def key(self) -> str | None:
        """Whom the panel shows."""
        return self._key

    def decide(self, choice: Choice | None) -> None:
        """Decide about the person shown; the same choice again takes it back."""
        if self._key is not None:
            stands = self._session.judgement(self._key).decision
            self._session.decide([self._key], None if choice is stands else choice)

    def do(self, meaning: PersonKey) -> None:
        """Write a note, open the profile or show the person on the graph."""
        if self._key is None:
            return
        if meaning is PersonKey.NOTE:
            self.head.edit_note()
        elif meaning is PersonKey.LOCATE:
            self.locate_asked.emit(self._key)
        else:
            url = profile_url(self._session.person(self._key))
            if url is not None:
                open_in_browser(url)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        meaning = meaning_of(event)
        if isinstance(meaning, Choice):
            self.decide(meaning)
        elif meaning is not None:
            self.do(meaning)
        else:
            super().keyPressEvent(event)

    def _on_around_asked(self) -> None:
        if self._key is not None:
            self.around_asked.emit(self._key)

    def _on_scroll_range(self, least: int, most: int) -> None:
        """The scroll bar stands in the margin, so that nothing moves when it comes and goes."""
        bar = self.scroller.verticalScrollBar().sizeHint().width() if most > least else 0
        self._body_column.setContentsMargins(px(20), px(4), max(0, px(20) - bar), px(16))

    def _on_selection_changed(self) -> None:
        analysis = self._session.analysis
        # Of a large archive only the panel in sight is filled, in a turn of its own; keys act on the selected person in any case.
        self._stale = analysis is not None and len(analysis.people) > MOST_AT_ONCE
        if not self._stale:
            self._refresh()
            return
        self._key = self._session.selected
        if self.isVisible():
            QTimer.singleShot(AFTER_LIST_MS, self._catch_up)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            QTimer.singleShot(AFTER_LIST_MS, self._catch_up)

    def _catch_up(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self._refresh()

    def _on_archive_opened(self) -> None:
        self._loader.forget()
        self._together = self._together_of = None  # an archive that is closed must not be kept

    def _on_judgements_changed(self) -> None:
        if self._key is not None and self._key == self._session.selected and not self._stale:
            self._show_verdict(self._session.person(self._key), self._session.judgement(self._key))

    def _refresh(self) -> None:
        self._key = self._session.selected
        known = self._key is not None
        self._head_place.setVisible(known)
        self.scroller.setVisible(known)
        self._empty.setVisible(not known)
        if self._key is None:
            self._empty.show_case(tr("Nobody is selected"), tr("Select somebody to see what stands behind the verdict."))
            return
        analysis = self._session.analysis
        assert analysis is not None
        person = self._session.person(self._key)
        acts = analysis.acts.get(self._key, ())
        course = course_of(person, self._policy())
        self._opened = None
        self.signs.show_person(person, acts, analysis.archive.timezone, course)
        receipts = receipts_of(acts)
        self.receipts.show_receipts(receipts, analysis.archive.timezone)
        self._no_receipts.setVisible(not receipts)
        self._side.setVisible(bool(receipts))
        self.days.show_person(person, analysis, self._session.judgement(self._key).verdict, course)
        self._show_verdict(person, self._session.judgement(self._key))
        if self._together_of is not analysis:
            self._together, self._together_of = TogetherIndex(analysis), analysis
        assert self._together is not None
        self.together.show_companions(self._together.companions(self._key, self._session.judgements))
        self.scroller.verticalScrollBar().setValue(0)
        self._order_tabs()

    def _policy(self) -> Policy:
        assert self._session.policy is not None
        return self._session.policy

    def _show_verdict(self, person: Person, judgement: Judgement) -> None:
        analysis, policy = self._session.analysis, self._policy()
        assert analysis is not None
        self.head.show_person(person, judgement, analysis.coverage, self._session.decisions.get(person.key))
        changes = would_change(person, judgement, analysis.coverage, policy)
        sentences = change_sentences(changes, analysis.coverage)
        self._change.setVisible(bool(sentences))
        if sentences:
            self._change.show_info(" ".join(sentences), lead=tr("What would change this:"))
        odd = contradictions(person, analysis.coverage, policy)
        self.odd.setVisible(bool(odd))
        self.odd.set_text([(tr("Does not fit together:"), True), (" " + contradiction_sentence(odd), False)])
        self.days.set_verdict(judgement.verdict)
        self.days.show_course(course_of(person, policy))

    def _on_receipt_opened(self) -> None:
        self._bring(self.receipts.last_opened)

    def _on_sign_opened(self) -> None:
        self._bring(self.signs)

    def _on_month_opened(self) -> None:
        self._bring(self.days.tweets)

    def _bring(self, opened: QWidget | None) -> None:
        """Scroll to what was opened, once it has its place: layouts work by posted events, which come before a timer of no time."""
        self._opened = opened
        QTimer.singleShot(0, self._reveal)

    def _reveal(self) -> None:
        if not isValid(self.scroller):
            return  # the window was closed in between
        opened, body = self._opened, self.scroller.widget()
        self._order_tabs()
        if opened is None or body is None or not isValid(opened) or not opened.isVisibleTo(body):
            return
        bar = self.scroller.verticalScrollBar()
        top = opened.mapTo(body, opened.rect().topLeft()).y() - px(8)
        bottom = top + opened.height() + px(16)
        # As far as its end comes into sight, but never so far that its head leaves it.
        bar.setValue(min(top, max(bar.value(), bottom - self.scroller.viewport().height())))

    def _order_tabs(self) -> None:
        order_tabs(self._head_place, self.scroller, self.close_button)

    def _on_texts_wanted(self) -> None:
        if self._key is not None:
            self._loader.ask(self._key)

    def _on_texts_ready(self, key: str, texts: object) -> None:
        if key == self._key:
            assert isinstance(texts, Texts)
            for part in (self.receipts, self.signs, self.days):
                part.give_texts(texts)
            QTimer.singleShot(0, self._reveal)

    def _on_texts_failed(self, key: str, sentence: str) -> None:
        if key == self._key:
            for part in (self.receipts, self.signs, self.days):
                part.give_problem(sentence)

    def _on_note_kept(self, note: str) -> None:
        if self._key is not None:
            self._session.add_note(self._key, note)
