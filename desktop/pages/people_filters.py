"""The filters of the People page: verdict chips with counts, who follows whom, lists, and the search that answers while typing."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from analyzer.facts import Analysis
from analyzer.verdict.contradictions import odd_places
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Listing, Verdict
from desktop.filters import Filters, Follow
from desktop.metrics import PAGE_MARGIN, px
from desktop.pages.among_button import AmongButton
from desktop.session import MOST_AT_ONCE, Session
from desktop.widgets.choice_chip import ChoiceChip
from desktop.widgets.filter_chip import Chip, FilterChipRow
from desktop.widgets.search_box import SearchBox
from desktop.wording.basics import number, tr
from desktop.wording.course import odd_title
from desktop.wording.lists import found_words
from desktop.wording.names import follow_filter_words, listing_title, verdict_word

LISTS = (Listing.UNFOLLOW, Listing.FOLLOW, Listing.SAY_HELLO, Listing.ASK, Listing.KEEP)
ODD = "odd"
"""The choice of those about whom something does not fit together; it stands beside the lists, and nobody is on it by a verdict."""


class Shown:
    """What a widget shows of a session, so that the several signals of one change cost one refresh."""

    def __init__(self) -> None:
        self._analysis: Analysis | None = None
        self._places: Sequence[int] | None = None
        self._filters: Filters | None = None

    def differs_from(self, session: Session) -> bool:
        """True if the session holds something else than when this was last asked."""
        places = session.visible() if session.analysis is not None else None
        # The session keeps its list of places until people, judgements or filters change.
        same = session.analysis is self._analysis and places is self._places and session.filters == self._filters
        self._analysis, self._places, self._filters = session.analysis, places, session.filters
        return not same


class PeopleFilters(QWidget):
    """The chip row; ``lists`` and ``search`` stand in the page's head. All of them only show and set the session's filters."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        chips = [Chip(verdict, verdict_word(verdict), verdict, verdict_word(verdict, short=True)) for verdict in Verdict]
        self.verdicts = FilterChipRow(chips, parent=self)
        self.verdicts.setAccessibleName(tr("Verdicts"))
        self.follow = ChoiceChip(tr("Who follows whom"), [(follow, *_twice(follow_filter_words(follow))) for follow in Follow], self)
        self.among = AmongButton(session, self, tells_odd=False)
        kinds = [(None, *_twice(tr("All people"))), *((listing, *_twice(listing_title(listing))) for listing in LISTS), (ODD, *_twice(odd_title()))]
        self.lists = ChoiceChip(tr("List"), kinds, parent)
        self.search = SearchBox(tr("Search people"), parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(PAGE_MARGIN), 0, px(PAGE_MARGIN), px(12))
        row.setSpacing(px(8))
        row.addWidget(self.verdicts, 1)
        row.addWidget(self.among, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.follow, 0, Qt.AlignmentFlag.AlignTop)
        self._shown = Shown()
        self._typed = ""
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._odd_of: tuple[Analysis | None, Policy | None, frozenset[int]] = (None, None, frozenset())
        self._connect()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def _connect(self) -> None:
        self._soon.timeout.connect(self._on_soon)
        self._session.archive_opened.connect(self._forget_odd)
        self._session.archive_closed.connect(self._forget_odd)
        self._session.archive_closed.connect(self._refresh)
        self._session.filters_changed.connect(self._refresh)
        self._session.judgements_changed.connect(self._refresh)
        self.verdicts.changed.connect(self._on_verdicts_changed)
        self.follow.chosen.connect(self._on_follow_chosen)
        self.lists.chosen.connect(self._on_list_chosen)
        self.search.text_changed.connect(self._on_text_changed)

    def hidden_passing(self) -> int:
        """How many passing contacts the filters would show but hide."""
        return self._session.roll.hidden_passing(self._session.filters)

    def _refresh(self) -> None:
        if self.isVisible() and self._shown.differs_from(self._session):
            self._show_filters()

    def _show_filters(self) -> None:
        session, filters = self._session, self._session.filters
        if filters.odd and self._odd() != filters.among:
            # Another policy calls others much talked with.
            session.set_filters(replace(filters, among=self._odd()))
            return
        self.verdicts.set_on(filters.verdicts)
        self.follow.set_value(filters.follow)
        self.lists.set_value(ODD if filters.odd else filters.listing)
        self.search.set_text(filters.text)
        analysis = session.analysis
        if analysis is None:
            self.verdicts.set_counts({})
            return
        self.verdicts.set_counts(dict(session.roll.count_by_verdict(filters).items()))
        by_follow = session.roll.count_by_follow(filters)
        texts = [_with_count(follow_filter_words(follow), by_follow[follow]) for follow in Follow]
        self.follow.set_menu_texts(texts)
        for follow, text in zip(Follow, texts, strict=True):
            self.follow.set_words(follow, text if follow is not Follow.ANYONE else follow_filter_words(follow))
        self._show_list_counts()
        total = session.roll.count(Filters(show_passing=filters.show_passing))
        self.search.set_found(found_words(len(session.visible()), total) if filters.needle else "")

    def _show_list_counts(self) -> None:
        counts = self._session.roll.count_by_listing()
        texts = [tr("All people"), *(_with_count(listing_title(listing), counts[listing]) for listing in LISTS)]
        self.lists.set_menu_texts([*texts, _with_count(odd_title(), len(self._odd()))])

    def _odd(self) -> frozenset[int]:
        """Places of those about whom something does not fit together by the policy in use."""
        analysis, policy = self._session.analysis, self._session.policy
        if analysis is None or policy is None:
            return frozenset()
        if self._odd_of[0] is not analysis or self._odd_of[1] is not policy:
            self._odd_of = (analysis, policy, frozenset(odd_places(analysis.people, analysis.coverage, policy)))
        return self._odd_of[2]

    def _forget_odd(self) -> None:
        """An archive that is closed must not be kept."""
        self._odd_of = (None, None, frozenset())

    def _on_verdicts_changed(self) -> None:
        verdicts = frozenset(value for value in self.verdicts.on() if isinstance(value, Verdict))
        self._session.set_filters(replace(self._session.filters, verdicts=verdicts))

    def _on_follow_chosen(self, follow: object) -> None:
        if isinstance(follow, Follow):
            self._session.set_filters(replace(self._session.filters, follow=follow))

    def _on_list_chosen(self, listing: object) -> None:
        """A list shows all who are on it; going back to everybody opens with those that ego follows."""
        if listing == ODD:
            self._session.set_filters(Filters(among=self._odd(), odd=True, text=self._session.filters.text))
            return
        chosen = listing if isinstance(listing, Listing) else None
        follow = Follow.ANYONE if chosen is not None else Follow.YOU_FOLLOW
        self._session.set_filters(Filters(listing=chosen, follow=follow, text=self._session.filters.text))

    def _on_text_changed(self, text: str) -> None:
        filters, analysis = replace(self._session.filters, text=text), self._session.analysis
        if analysis is not None and len(analysis.people) > MOST_AT_ONCE and filters.needle:
            # Finding, and showing who was found, are two turns of the event loop.
            self._session.roll.find(filters.needle)
            self._typed = text
            self._soon.start()
        else:
            self._soon.stop()
            self._session.set_filters(filters)

    def _on_soon(self) -> None:
        self._session.set_filters(replace(self._session.filters, text=self._typed))


def _twice(words: str) -> tuple[str, str]:
    return words, words


def _with_count(words: str, count: int) -> str:
    return tr("{words} ({count})").format(words=words, count=number(count))
