"""The People page: chips and search over the table, the lists with their honest heads, and the panel about one person."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from analyzer.verdict.verdicts import Choice, Listing, Verdict
from desktop.filters import Filters, Follow
from desktop.metrics import PANEL, is_narrow, px
from desktop.models.columns import Entry, Heading
from desktop.models.people import PeopleModel
from desktop.models.sections import sections_of
from desktop.pages.decision_keys import PersonKey
from desktop.pages.health_notice import HealthNotice
from desktop.pages.people_around import HiddenNotice, offers_without_messages, show_why_empty
from desktop.pages.people_filters import PeopleFilters, Shown
from desktop.pages.people_view import PeopleView
from desktop.pages.person_panel import PersonPanel
from desktop.pages.text_loader import TextLoader
from desktop.session import MOST_AT_ONCE, Session
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.message import InlineMessage
from desktop.widgets.page_header import PageHeader
from desktop.widgets.side_panel import PanelHost
from desktop.wording import lists as words
from desktop.wording.basics import plural, tr

WIDE_PANEL = 420
WIDE_FROM = 1600
# Where the head has room for its whole sentence beside list and search.
SENTENCE_FROM = 960


class PeoplePage(QWidget):
    """Shows the people that pass the session's filters.

    `locate_asked` carries the key of somebody to show on the graph, `health_asked` wants the page about the archive's health.
    """

    locate_asked = Signal(str)
    health_asked = Signal()

    def __init__(self, session: Session, loader: TextLoader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._listing: Listing | None = None
        self._shown = Shown()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self.model = PeopleModel(self)
        self.filters = PeopleFilters(session, self)
        self.header = PageHeader(tr("People"), parent=self)
        self.header.add(self.filters.lists)
        self.header.add(self.filters.search)
        content = QWidget(self)
        self.view = PeopleView(self.model, content)
        self.list_head = InlineMessage(content)
        self.health = HealthNotice(session, content)
        self.empty = EmptyState("search", content)
        self.notice = HiddenNotice(content)
        self._lay_out_content(content)
        self.panel = PersonPanel(session, loader, parent=self)
        self.host = PanelHost(content, self.panel, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addWidget(self.host, 1)
        self._connect()
        for number, verdict in enumerate(Verdict, 1):
            shortcut = QShortcut(QKeySequence(f"Alt+{number}"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.filters.verdicts.chip(verdict).click)
        self._on_archive_opened()

    def _lay_out_content(self, content: QWidget) -> None:
        self._content_column = column = QVBoxLayout(content)
        column.setContentsMargins(px(12), 0, px(2), 0)
        column.setSpacing(0)
        self._head_place = QWidget(content)
        place = QVBoxLayout(self._head_place)
        place.setContentsMargins(0, 0, px(10), px(8))
        place.addWidget(self.list_head)
        said = QVBoxLayout()
        said.setContentsMargins(0, 0, px(10), 0)
        said.addWidget(self.health)
        column.addLayout(said)
        column.addWidget(self._head_place)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(self.notice)

    def _connect(self) -> None:
        self._soon.timeout.connect(self._on_soon)
        self._session.archive_opened.connect(self._on_archive_opened)
        self._session.archive_closed.connect(self._refresh)
        self._session.filters_changed.connect(self._refresh)
        self._session.judgements_changed.connect(self._refresh)
        self._session.selection_changed.connect(self._on_selection_changed)
        self.filters.search.field.returnPressed.connect(self._on_search_entered)
        self.view.current_changed.connect(self._on_current_changed)
        self.view.key_meant.connect(self._on_key_meant)
        self.view.panel_asked.connect(self._on_panel_asked)
        self.view.offer_taken.connect(self._on_offer_taken)
        self.panel.locate_asked.connect(self.locate_asked)
        self.health.health_asked.connect(self.health_asked)
        self.panel.person_asked.connect(self.show_person)
        self.notice.show_asked.connect(self._on_show_passing)
        self.empty.pressed.connect(self._on_empty_pressed)
        self.list_head.link_activated.connect(self._on_head_link)

    def focus_search(self) -> None:
        """Go to the search: what Ctrl+F does."""
        self.filters.search.activate()

    def areas(self) -> list[QWidget]:
        """What F6 walks through."""
        return [self.filters, self.view, self.panel]

    def show_person(self, key: str) -> None:
        """Select somebody; where the filters hide them, the filters give way."""
        analysis = self._session.analysis
        if analysis is not None and analysis.index[key] not in self._session.visible():
            passing = analysis.person(key).is_passing_contact
            self._session.set_filters(Filters(show_passing=self._session.filters.show_passing or passing))
        self._session.select(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.host.drawer_is_open and self._step_back():
            return
        super().keyPressEvent(event)

    def _step_back(self) -> bool:
        """Esc: first to the list, then the search is cleared; False where there is nothing to go back from."""
        if not self.view.hasFocus() and self.view.isVisible():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._session.filters.text:
            self._session.set_filters(replace(self._session.filters, text=""))
        else:
            return False
        return True

    def keep_clear(self, height: int) -> None:
        """Leave this much free at the bottom of the list, where something stands over it for a while; the cursor's row stays in sight."""
        margins = self._content_column.contentsMargins()
        margins.setBottom(height)
        self._content_column.setContentsMargins(margins)
        self._content_column.activate()
        if height:
            self.view.scrollTo(self.view.currentIndex())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        self._select_somebody()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.window().width() >= px(WIDE_FROM)
        self.view.set_wide(wide)
        self.host.set_panel_width(WIDE_PANEL if wide else PANEL)
        if self._session.analysis is not None:
            self.header.set_sentence(self._sentence())
            self._show_around()

    def _on_archive_opened(self) -> None:
        analysis = self._session.analysis
        if analysis is None:
            return
        self._listing = None
        self.model.set_order("days")
        self.view.set_signs(self._session.roll.signs)

    def _refresh(self) -> None:
        # A hidden page waits until it is shown; several signals of one change refresh once.
        if self.isVisible() and self._shown.differs_from(self._session):
            self._show_people()

    def _show_people(self) -> None:
        session, analysis = self._session, self._session.analysis
        self.host.set_panel_wanted(analysis is not None)
        if analysis is None:
            self.model.show_people((), (), (), None)
            return
        listing, row = session.filters.listing, self.view.currentIndex().row()
        other_list = listing is not self._listing
        if other_list:
            self._listing = listing
            self.model.set_order("days" if listing is None else None)
        sections = sections_of(analysis, session.judgements, listing, session.visible())
        self.model.show_people(analysis.people, session.judgements, sections, analysis.coverage.as_of, session.roll, analysis.index)
        self.view.show_sort()
        self.header.set_sentence(self._sentence())
        self._show_cursor(row)
        self._show_around()
        if self.model.row_of(session.selected or "") < 0:
            # The panel never tells of somebody whom the list does not hold.
            if not self.model.rowCount():
                session.select(None)
            else:
                self._select_first_in_time()

    def _sentence(self) -> str:
        analysis = self._session.analysis
        assert analysis is not None
        total = self._session.roll.count(Filters())
        people = plural(
            total,
            "%Ln person you follow, are followed by or were in touch with",
            "%Ln people you follow, are followed by or were in touch with",
        )
        archive = words.archive_of(analysis.coverage.as_of)
        return f"{people} · {archive}" if self.width() >= px(SENTENCE_FROM) else archive

    def _show_cursor(self, row: int) -> None:
        """Keep the cursor on the selected person; on who stands there now if that person has left the list."""
        selected = self._session.selected
        at = self.model.row_of(selected) if selected is not None else -1
        if at >= 0:
            if self.view.currentIndex().row() != at:
                self.view.go_to(at, scroll=row >= 0)
        elif row >= 0 and self.view.hasFocus() and self.model.rowCount():
            # Never onto a heading: the same key again would decide for its whole group.
            self.view.go_to(self.view.first_person(min(row, self.model.rowCount() - 1)))

    def _select_somebody(self) -> None:
        """A panel beside the list is not left empty."""
        if self._session.selected is None and self.isVisible() and not self.host.is_drawer:
            self._select_first_in_time()

    def _select_first_in_time(self) -> None:
        """The list of a large archive is work enough for one turn of the event loop: the panel follows in the next."""
        analysis = self._session.analysis
        if analysis is not None and len(analysis.people) > MOST_AT_ONCE:
            self._soon.start()
        else:
            self._select_first()

    def _on_soon(self) -> None:
        if self.model.row_of(self._session.selected or "") < 0:
            self._select_first()

    def _select_first(self) -> None:
        first = self.view.first_person()
        if first >= 0:
            self.view.go_to(first, scroll=False)
            self.view.scrollToTop()

    def _show_around(self) -> None:
        """The list's head, the empty state and the notice of what is hidden."""
        session, analysis = self._session, self._session.analysis
        assert analysis is not None
        is_empty = self.model.rowCount() == 0
        self.view.setVisible(not is_empty)
        self.empty.setVisible(is_empty)
        hidden = self.filters.hidden_passing()
        # A narrow window has no room for the head's sentence, and no list stands without its archive's date.
        date = words.archive_of(analysis.coverage.as_of) if is_narrow(self.window().width()) else ""
        self.notice.show_count(hidden if not is_empty else 0, date)
        listing = session.filters.listing
        self._head_place.setVisible(listing is not None and not is_empty)
        if is_empty:
            show_why_empty(self.empty, session)
        elif listing is not None:
            stands_without = listing is Listing.UNFOLLOW and not analysis.coverage.messages_read
            self.list_head.show_info(words.list_head(listing, analysis.coverage), link=words.wait_for_messages() if stands_without else "")
        self._select_somebody()

    def _on_selection_changed(self) -> None:
        selected = self._session.selected
        row = self.model.row_of(selected) if selected is not None else -1
        if row != self.view.currentIndex().row() and (row >= 0 or selected is None):
            self.view.go_to(row)

    def _on_current_changed(self, value: object) -> None:
        if isinstance(value, Entry):
            self._session.select(value.person.key)

    def _on_key_meant(self, meaning: object) -> None:
        group = self.view.chosen_group()
        keys = self.view.chosen_keys()
        if group is not None and meaning is Choice.CONTENT:
            self._on_offer_taken(group)
        elif isinstance(meaning, Choice) and keys:
            stands = all(self._session.judgement(key).decision is meaning for key in keys)
            self._session.decide(keys, None if stands else meaning)
        elif isinstance(meaning, PersonKey):
            if meaning is PersonKey.NOTE and self.host.is_drawer:
                self.host.open_drawer()
            self.panel.do(meaning)

    def _on_offer_taken(self, heading: Heading) -> None:
        self._session.decide(list(heading.keys), Choice.CONTENT)

    def _on_search_entered(self) -> None:
        """Enter leads from the search to the first who was found."""
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._select_first()

    def _on_panel_asked(self) -> None:
        if isinstance(self.view.current_value(), Entry):
            self.host.open_drawer()

    def _on_show_passing(self) -> None:
        self._session.set_filters(replace(self._session.filters, show_passing=True))

    def _on_empty_pressed(self) -> None:
        filters = self._session.filters
        if offers_without_messages(self._session):
            self._stand_without_messages(True)
        elif filters.text.strip():
            self._session.set_filters(Filters(text=filters.text, show_passing=True))
        else:
            self._session.set_filters(Filters(follow=Follow.ANYONE))
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_head_link(self) -> None:
        self._stand_without_messages(False)

    def _stand_without_messages(self, stand: bool) -> None:
        policy = self._session.policy
        assert policy is not None
        self._session.set_policy(policy.without_messages(stand))
