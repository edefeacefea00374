"""The chip row of the graph: the legend that filters, the same filter as everywhere, with one difference that it shows."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from analyzer.verdict.verdicts import Verdict
from desktop.filters import Filters, Follow
from desktop.marks import SomePlaces, some_places
from desktop.metrics import PAGE_MARGIN, px
from desktop.pages.among_button import AmongButton
from desktop.session import Session
from desktop.widgets.button import Button, Strength
from desktop.widgets.choice_chip import ChoiceChip
from desktop.widgets.filter_chip import Chip, FilterChipRow
from desktop.wording.basics import safe, tr
from desktop.wording.names import follow_filter_words, listing_title, verdict_word


class GraphFilters(QWidget):
    """Shows and sets the session's filters.

    "You follow" is how the People table opens. The picture shows it as an arc of its own beside the followers', so there it narrows only
    if it was chosen on this page; every other filter is the same on both pages.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._only_followed = False
        chips = [Chip(verdict, verdict_word(verdict), verdict, verdict_word(verdict, short=True)) for verdict in Verdict]
        self.verdicts = FilterChipRow(chips, parent=self)
        self.verdicts.setAccessibleName(tr("Verdicts"))
        self.everyone = Button("", Strength.FLAT, parent=self)
        self.among = AmongButton(session, self)
        words = [(follow, follow_filter_words(follow), follow_filter_words(follow)) for follow in Follow]
        self.follow = ChoiceChip(tr("Who follows whom"), words, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(PAGE_MARGIN), 0, px(PAGE_MARGIN), px(8))
        row.setSpacing(px(8))
        row.addWidget(self.verdicts, 1)
        row.addWidget(self.among, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.everyone, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.follow, 0, Qt.AlignmentFlag.AlignTop)
        self._connect()
        for number, chip in enumerate(self.verdicts.chips, 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), parent or self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(chip.click)
        self.refresh()

    def _connect(self) -> None:
        self._session.archive_opened.connect(self._on_archive_opened)
        self._session.archive_closed.connect(self._on_archive_opened)
        self.verdicts.changed.connect(self._on_verdicts_changed)
        self.follow.chosen.connect(self._on_follow_chosen)
        self.everyone.clicked.connect(self._on_everyone)

    @property
    def filters(self) -> Filters:
        """The filters as the picture uses them."""
        filters = self._session.filters
        if filters.among is not None and self._has_passing(filters.among):
            filters = replace(filters, show_passing=True)  # whoever was picked by hand is not left out as a passing contact
        if filters.follow is Follow.YOU_FOLLOW and not self._only_followed:
            return replace(filters, follow=Follow.ANYONE)
        return filters

    def put(self, filters: Filters) -> None:
        """Show exactly what these filters, read as `filters` tells them, let through: what a saved view does."""
        self._only_followed = filters.follow is Follow.YOU_FOLLOW
        if filters.follow is Follow.ANYONE and self._session.filters.follow is Follow.YOU_FOLLOW:
            filters = replace(filters, follow=Follow.YOU_FOLLOW)  # the table keeps its own opening state
        self._session.set_filters(filters)
        self.changed.emit()

    def _has_passing(self, places: SomePlaces) -> bool:
        analysis = self._session.analysis
        return analysis is not None and any(analysis.people[place].is_passing_contact for place in places)

    def shown(self) -> SomePlaces:
        """Places of the people who pass."""
        return some_places(self._session.roll.places(self.filters))

    def hidden_passing(self) -> int:
        """How many passing contacts the filters would show but hide."""
        return self._session.roll.hidden_passing(self.filters)

    def refresh(self) -> None:
        """Show the filters and counts as they are now."""
        filters = self.filters
        self.verdicts.set_on(filters.verdicts)
        self.follow.set_value(filters.follow)
        only = [listing_title(filters.listing)] if filters.listing is not None else []
        only += [tr("“{text}”").format(text=safe(filters.text))] if filters.needle else []
        self.everyone.setText(tr("Only {what}: show everyone").format(what=tr(" and ").join(only)) if only else "")
        self.everyone.setVisible(bool(only))
        self.verdicts.set_counts(dict(self._session.roll.count_by_verdict(filters).items()))

    def make_way(self, place: int) -> None:
        """Change the filters so that this person is shown: filters that hide them go, and passing contacts come if they are one."""
        session = self._session
        if session.analysis is None or place in self.shown():
            return
        passing = session.filters.show_passing or session.analysis.people[place].is_passing_contact
        self._only_followed = False
        follow = Follow.YOU_FOLLOW if session.filters.follow is Follow.YOU_FOLLOW else Follow.ANYONE
        session.set_filters(Filters(follow=follow, show_passing=passing))
        self.changed.emit()

    def _on_archive_opened(self) -> None:
        self._only_followed = False

    def _on_verdicts_changed(self) -> None:
        verdicts = frozenset(value for value in self.verdicts.on() if isinstance(value, Verdict))
        self._session.set_filters(replace(self._session.filters, verdicts=verdicts))

    def _on_follow_chosen(self, follow: object) -> None:
        if not isinstance(follow, Follow):
            return
        self._only_followed = follow is Follow.YOU_FOLLOW
        if follow is Follow.ANYONE and self._session.filters.follow is Follow.YOU_FOLLOW:
            follow = Follow.YOU_FOLLOW  # the table keeps its own opening state
        self._session.set_filters(replace(self._session.filters, follow=follow))
        # The session has nothing to tell where only this page's reading of it changed.
        self.changed.emit()

    def _on_everyone(self) -> None:
        self._session.set_filters(replace(self._session.filters, listing=None, text=""))
