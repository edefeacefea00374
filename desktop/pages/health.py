"""The page "Archive health": which parts were read, where own tweets are silent, who has a name, and what each gap does to verdicts."""

from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from analyzer.health.shapes import ArchiveHealth, Effect
from desktop.metrics import PAGE_MARGIN, is_narrow, px
from desktop.pages.health_cards import MeaningCard, MonthsCard, NamesCard
from desktop.pages.health_parts import PartsCard
from desktop.session import Session
from desktop.widgets.page_header import PageHeader
from desktop.wording.basics import tr
from desktop.wording.health import parts_heading, span_of, title
from desktop.wording.lists import archive_of

RIGHT_WIDTH = 388
WIDE_RIGHT = 460
WIDE_FROM = 1600


class HealthPage(QWidget):
    """Shows what `Session.health` holds; a page that is not visible waits until it is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self.header = PageHeader(tr("Archive health"), parent=self)
        self.parts: list[PartsCard] = []
        self.effects: tuple[Effect, ...] = ()
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        self.content = QWidget(self)
        self.content.setAutoFillBackground(False)
        self.months = MonthsCard(self.content)
        self.meaning = MeaningCard(self.content)
        self.names = NamesCard(self.content)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.content)
        self._columns.setSpacing(px(16))
        self._left, self._beside = QWidget(self.content), QWidget(self.content)
        self._main = QVBoxLayout(self._left)
        side = QVBoxLayout(self._beside)
        for column in (self._main, side):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(16))
        self._main.addWidget(self.months)
        self._main.addStretch(1)
        side.addWidget(self.meaning)
        side.addWidget(self.names)
        side.addStretch(1)
        self._columns.addWidget(self._left, 1)
        self._columns.addWidget(self._beside)
        self._scroll.setWidget(self.content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._scroll, 1)
        self._on_scroll_range(0, 0)

    def _connect(self) -> None:
        for signal in (self._session.archive_opened, self._session.archive_closed, self._session.judgements_changed):
            signal.connect(self._on_session_changed)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_scroll_range)

    def areas(self) -> list[QWidget]:
        """What F6 walks through."""
        return [*self.parts, self.months]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow, wide = is_narrow(self.window().width()), self.window().width() >= px(WIDE_FROM)
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        # Above each other nothing is stretched: what room is left stays below everything.
        upright = QSizePolicy.Policy.Maximum if narrow else QSizePolicy.Policy.Preferred
        self._left.setSizePolicy(QSizePolicy.Policy.Preferred, upright)
        if narrow:
            self._beside.setMinimumWidth(0)
            self._beside.setMaximumWidth(16_777_215)
        else:
            self._beside.setFixedWidth(px(WIDE_RIGHT if wide else RIGHT_WIDTH))

    def _on_scroll_range(self, least: int, most: int) -> None:
        """The scroll bar stands in the margin, so that nothing moves when it comes and goes."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most > least else 0
        self._columns.setContentsMargins(px(PAGE_MARGIN), 0, px(PAGE_MARGIN) - bar, px(PAGE_MARGIN))

    def _on_session_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        analysis, health, policy = self._session.analysis, self._session.health, self._session.policy
        if not self._stale or analysis is None or health is None or policy is None:
            return
        from analyzer.health.effects import effects_of  # the archive's readers: they are loaded once an archive is open

        self._stale = False
        self.effects = effects_of(health, analysis, policy, self._session.judgements)
        self.header.set_title(title(health.newest, self.effects))
        self.header.set_sentence(f"{archive_of(analysis.coverage.as_of)} · {span_of(health.months)}")
        self._show_parts(health.dates)
        self.months.show_months(health.months)
        self.meaning.show_effects(self.effects)
        self.names.show_names(health)

    def _show_parts(self, dates: tuple[ArchiveHealth, ...]) -> None:
        """A card per date, the newest above the months, older ones below them."""
        if [card.archive for card in self.parts] == list(dates):
            return
        for card in self.parts:
            self._main.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.parts = [PartsCard(parts_heading(_date_of(date_)), date_, self.content) for date_ in dates]
        for place, card in enumerate(self.parts):
            card.row_reached.connect(self._on_row_reached)
            self._main.insertWidget(0 if place == 0 else place + 1, card)
            card.show()  # at once: the focus goes to the first row when the page is shown
        # New rows come last in the whole window: first behind the months, where the page's other controls are, then the months behind them.
        before: QWidget = self.months.bars
        for row in [*self.parts[0].rows, self.months.bars, *(row for card in self.parts[1:] for row in card.rows)]:
            QWidget.setTabOrder(before, row)
            before = row

    def _on_row_reached(self, row: QWidget) -> None:
        self._scroll.ensureWidgetVisible(row, 0, px(40))


def _date_of(archive: ArchiveHealth) -> date | None:
    """The day an archive was made."""
    made = archive.archives[0].generated_at
    return datetime.fromisoformat(made).date() if made else None
