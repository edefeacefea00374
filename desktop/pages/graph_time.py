"""Time on the graph: which month is shown, kept apart from the filters; the strip below the picture tells and changes it."""

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from analyzer.facts import Analysis
from analyzer.network.months import ContactMonths, Moment, month_of, year_and_month
from desktop.graph.at_month import NOBODY, Placed
from desktop.graph.picture import PictureWidget
from desktop.graph.preparing import Worker
from desktop.graph.source import is_large
from desktop.marks import SomePlaces
from desktop.metrics import is_narrow, px
from desktop.pages.graph_keeping import PictureKeeper
from desktop.pages.month_strip import MonthStrip
from desktop.session import Session
from desktop.wording import months as words

JOB = "graph months"
# A drag passes many months: the whole picture of a large archive is made for the one where it rests.
REST_MS = 120
# So many people with a place are painted whole within a frame.
MOST_AT_ONCE = 500
MOST_LABELS = 6
# In a lower window the strip would take a tenth of the picture.
LEAST_HEIGHT = 640


class GraphTime(QObject):
    """Shows one month of the picture, or all years (`month` is None); ``button`` folds the strip away and opens it.

    The keys [ and ] step a month wherever the focus is on ``page``, M folds.
    """

    changed = Signal()  # another month is shown

    def __init__(
        self,
        session: Session,
        keeper: PictureKeeper,
        canvas: PictureWidget,
        strip: MonthStrip,
        button: QAbstractButton,
        worker: Worker | None,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._session, self._keeper, self._canvas, self._strip, self._worker = session, keeper, canvas, strip, worker
        self._button = button
        # What the user asked for; until then there is a strip where there is room for it.
        self._wanted: bool | None = None
        self._any = False
        self._keys = {key: QShortcut(QKeySequence(key), page) for key in ("[", "]", "M")}
        for shortcut in self._keys.values():
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._months: ContactMonths | None = None
        self._known: Analysis | None = None
        self._shown: SomePlaces = frozenset()
        self._placed = NOBODY
        self._moment: Moment | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._connect()
        self._on_archive_opened()

    def _connect(self) -> None:
        self._session.archive_opened.connect(self._on_archive_opened)
        self._session.archive_closed.connect(self._on_archive_opened)
        self._keeper.made.connect(self._on_made)
        self._strip.month_wanted.connect(self._on_month_wanted)
        self._button.clicked.connect(self.toggle_strip)
        self._keys["["].activated.connect(self._on_back)
        self._keys["]"].activated.connect(self._on_forward)
        self._keys["M"].activated.connect(self.toggle_strip)
        self._rest.timeout.connect(self._on_rest)

    # --- What is shown ---

    @property
    def months(self) -> ContactMonths | None:
        """The months there are; None until they are known."""
        return self._months

    @property
    def month(self) -> int | None:
        """The month shown, as a number of `analyzer.network.months`."""
        return self._moment.month if self._moment is not None else None

    @property
    def said(self) -> str:
        """The month and its counts in words; nothing for all years."""
        return words.month_line(self._moment.among(self._shown)) if self._moment is not None else ""

    def show_month(self, month: int | None) -> None:
        """Show this month, held to those there are; None shows all years."""
        months = self._months
        if months is None or not len(months):
            return
        moment = months.at(max(months.first, min(months.last, month))) if month is not None else None
        if moment == self._moment:
            return
        self._moment = moment
        if moment is not None and self._strip.isHidden():
            self._wanted = True  # a saved view brought the month: no month is shown that nothing names
            self.find_room()
        self._tell()
        if self._is_heavy:
            absent, dimmed = self._absent_and_dimmed()
            self._canvas.glance(self._keeper.shown - absent, dimmed)
            self._rest.start()
        else:
            self._on_rest()
        self.changed.emit()

    def _on_rest(self) -> None:
        self._keeper.set_moment(*self._absent_and_dimmed())

    def _absent_and_dimmed(self) -> tuple[frozenset[int], frozenset[int]]:
        if self._moment is None:
            return frozenset(), frozenset()
        return self._placed.absent(self._moment), self._moment.earlier

    @property
    def _is_heavy(self) -> bool:
        """True where making the whole picture takes longer than a frame."""
        return len(self._placed.people) > MOST_AT_ONCE or (self._worker is not None and self._known is not None and is_large(self._known))

    def _on_month_wanted(self, place: object) -> None:
        if self._months is not None:
            self.show_month(self._months.first + place if isinstance(place, int) else None)

    def _on_back(self) -> None:
        self._open_and_step(-1)

    def _on_forward(self) -> None:
        self._open_and_step(1)

    def _open_and_step(self, months: int) -> None:
        self._strip.stop()
        if self._months is not None and len(self._months):
            if not self._strip.isVisible():
                self.toggle_strip()
            self._strip.step(months)

    # --- The strip ---

    def toggle_strip(self) -> None:
        """Fold the strip away, or open it; without it all years are shown, so that no month stays unsaid."""
        self._wanted = self._strip.isHidden()
        self.find_room()
        if self._wanted:
            self._strip.bars.setFocus(Qt.FocusReason.OtherFocusReason)

    def find_room(self) -> None:
        """Show the strip if it is wanted, or if nobody said so and there is room; without any contact there is none."""
        page = self.parent()
        assert isinstance(page, QWidget)
        window = page.window()
        roomy = not is_narrow(window.width()) and window.height() >= px(LEAST_HEIGHT)
        shown = self._any and (self._wanted if self._wanted is not None else roomy or self._moment is not None)
        if not shown and self._moment is not None:
            self.show_month(None)
        self._strip.setVisible(shown)
        self._button.setVisible(self._any)
        self._button.setChecked(shown)

    # --- Keeping up ---

    def _on_archive_opened(self) -> None:
        self._months = self._moment = self._known = self._wanted = None
        analysis = self._session.analysis
        # Known before the months are: the picture shall not be made for a place that the strip then takes.
        self._any = analysis is not None and any(person.contact_days for person in analysis.people)
        self._shown = frozenset()
        self._placed = NOBODY
        self._rest.stop()
        self._strip.stop()
        if self._worker is not None:
            self._worker.cancel(JOB)
        self._strip.show_months((), (), (), frozenset())
        self.find_room()

    def _on_made(self) -> None:
        """The picture is there: so are the months of its archive, and the bars of the people it shows."""
        analysis = self._session.analysis
        if analysis is None:
            return
        if analysis is not self._known:
            self._known = analysis
            if self._worker is not None and is_large(analysis):
                self._worker.submit(JOB, partial(_months_of, analysis), self._on_months, self._on_failed)
            else:
                self._on_months(_months_of(analysis, None))
        elif self._months is not None:
            self._follow_picture(self._months)

    def _on_months(self, months: ContactMonths) -> None:
        self._months = months
        self._follow_picture(months)

    def _follow_picture(self, months: ContactMonths) -> None:
        """Count those who have a place on the picture and pass the filters."""
        source = self._canvas.source
        people = source.with_places if source is not None else frozenset[int]()
        if people != self._placed.people:
            self._placed = Placed.of(people, months)
            self._on_rest()
        shown = self._keeper.shown & self._placed.people
        if shown == self._shown and self._strip.bars.count == len(months):
            return
        self._shown = shown
        counts = months.histogram(self._shown)
        silent = self._silent(months)
        tips = [words.days_in_month(month, days, month - months.first in silent) for month, days in zip(months, counts, strict=True)]
        self._strip.show_months(counts, _labels(months), tips, silent)
        self._tell()

    def _silent(self, months: ContactMonths) -> frozenset[int]:
        """Places of the months without a tweet of ego's, where silence proves nothing; nothing where tweets were not read at all."""
        tweets = self._known.coverage.tweets_by_month if self._known is not None else {}
        return frozenset(place for place, month in enumerate(months) if tweets and not tweets.get(year_and_month(month)))

    def _tell(self) -> None:
        months = self._months
        if months is None or not len(months):
            return
        if self._moment is None:
            self._strip.show_month(-1, words.all_years(months), "")
        else:
            self._strip.show_month(self._moment.month - months.first, self.said, words.month_explained(self._moment))

    def _on_failed(self, error: Exception) -> None:
        raise error


def _months_of(analysis: Analysis, report: object) -> ContactMonths:
    return ContactMonths(analysis.people, analysis.coverage.as_of)


def _labels(months: ContactMonths) -> list[tuple[int, str]]:
    """The years under the bars: every one, or every second or fifth of many; of a short time its first and last month."""
    januaries = [month for month in months if month % 12 == 0]
    if len(januaries) < 2:
        return [(month - months.first, words.month_words(month, short=True)) for month in sorted({months.first, months.last})]
    every = next(step for step in (1, 2, 5, 10) if len(januaries) / step <= MOST_LABELS or step == 10)
    return [(month_of(year, 1) - months.first, str(year)) for year in range(januaries[0] // 12, januaries[-1] // 12 + 1) if year % every == 0]
