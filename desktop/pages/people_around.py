"""What stands around the people table: why it is empty, and how many it leaves out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from analyzer.verdict.verdicts import Listing
from desktop.filters import Filters
from desktop.metrics import Text, px
from desktop.session import Session
from desktop.widgets.button import Button, Strength
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.text import TextBlock
from desktop.wording import lists as words
from desktop.wording.basics import plural, safe, tr
from desktop.wording.names import listing_title


def offers_without_messages(session: Session) -> bool:
    """True where only unread messages keep the unfollow list empty, so that the user may let it stand without them."""
    analysis, policy = session.analysis, session.policy
    if analysis is None or policy is None or session.filters.listing is not Listing.UNFOLLOW:
        return False
    coverage = analysis.coverage
    complete = coverage.tweets_read and coverage.follows_read and not coverage.missing_parts
    return complete and not coverage.messages_read and not policy.numbers_only.without_messages


def show_why_empty(empty: EmptyState, session: Session) -> None:
    """Say why nobody is shown: the list holds nobody, nobody matches what was typed, or the filters let nobody through."""
    listing, needle = session.filters.listing, session.filters.text.strip()
    if listing is not None and not session.roll.count_by_listing()[listing]:
        _show_empty_list(empty, session, listing)
    elif needle:
        _show_nobody_found(empty, session, needle)
    else:
        empty.show_case(tr("Nobody passes these filters"), tr("Fewer filters show more people."), tr("Show everyone"), "people")


def _show_empty_list(empty: EmptyState, session: Session, listing: Listing) -> None:
    analysis, policy = session.analysis, session.policy
    assert analysis is not None and policy is not None
    sentence = words.why_empty(listing, analysis.coverage, policy.numbers_only.without_messages)
    offers = offers_without_messages(session)
    if offers:
        sentence += " " + words.without_messages_hint()
    empty.show_case(listing_title(listing), sentence, words.without_messages_offer() if offers else "", "info")


def _show_nobody_found(empty: EmptyState, session: Session, needle: str) -> None:
    everyone = Filters(text=session.filters.text, show_passing=True)
    elsewhere = session.roll.count(everyone)
    sentence = tr("No name, handle, former handle, id or note holds it.")
    if elsewhere:
        sentence = plural(elsewhere, "%Ln person outside these filters does.", "%Ln people outside these filters do.")
    heading = tr("Nobody matches “{text}”").format(text=safe(needle))
    empty.show_case(heading, sentence, tr("Search everyone") if elsewhere else "", "search")


class HiddenNotice(QWidget):
    """How many passing contacts the list leaves out and the way to see them; in a narrow window also the archive's date."""

    show_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self._words.setWordWrap(False)
        self._show = Button(tr("Show them"), Strength.FLAT, parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(2), px(12), px(6))
        row.setSpacing(px(2))
        row.addWidget(self._words)
        row.addWidget(self._show)
        row.addStretch(1)
        self._date = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self._date.setWordWrap(False)
        row.addWidget(self._date)
        self._show.clicked.connect(self.show_asked)

    def show_count(self, count: int, date: str) -> None:
        """Show this number and this date; 0 people and no date hide the notice."""
        self._words.set_text(words.hidden_passing(count))
        self._words.setVisible(count > 0)
        self._show.setVisible(count > 0)
        self._date.set_text(date)
        self.setVisible(count > 0 or bool(date))
