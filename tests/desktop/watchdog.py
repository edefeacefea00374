"""Notes how late the GUI thread's event loop is, and a walk through all that one does with an archive."""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from analyzer.verdict.verdicts import Choice, Listing, Verdict
from desktop.application import Application
from desktop.filters import Filters, Follow
from desktop.models.columns import COLUMN_INDEX

TICK_MS = 5
OPENING = "reading to the first list"
PAGES = ("graph", "export", "health", "method", "people")
LONGEST_S = 120


class Watchdog(QObject):
    """Milliseconds between two ticks beyond the tick itself; of these at most what this process was at work: the rest is other programs'."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last, self._worked = time.perf_counter(), time.process_time()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now, worked = time.perf_counter(), time.process_time()
        self.gaps.append(min((now - self._last) * 1000 - TICK_MS, (worked - self._worked) * 1000))
        self._last, self._worked = now, worked

    def stop(self) -> float:
        """The worst gap so far, ms; a wait that still lasts counts."""
        self._on_tick()
        self._timer.stop()
        return max(self.gaps)


def walk(application: Application, paths: Sequence[Path], wait: Callable[[int], object]) -> dict[str, float]:
    """Open an archive, filter, search, sort, scroll, decide, judge anew and show each page: the worst gap of each step in ms.

    ``wait`` runs the event loop for so many ms.
    """
    worst: dict[str, float] = {}
    session = application.session

    @contextmanager
    def step(name: str, ms: int = 400) -> Iterator[None]:
        watchdog = Watchdog()
        yield
        wait(ms)
        worst[name] = watchdog.stop()

    with step(OPENING, 300):
        opened: list[bool] = []
        application.importer.done.connect(lambda found: opened.append(True))
        application.importer.failed.connect(lambda error: opened.append(False))
        application.open_paths(paths)
        end = time.monotonic() + LONGEST_S
        while not opened and time.monotonic() < end:
            wait(50)
        assert opened == [True]
    people = next(page.widget for page in application.window.pages() if page.item.page_id == "people")
    with step("everybody"):
        session.set_filters(Filters(show_passing=True))
    with step("those who follow you"):
        session.set_filters(Filters(follow=Follow.FOLLOW_YOU))
    for column in ("person", "verdict", "days"):
        with step(f"sorting by {column}"):
            people.view.sort_by(COLUMN_INDEX[column])
    with step("scrolling to the end"):
        people.view.scrollToBottom()
    for typed in ("1", "17", "170", "a", "an", ""):
        with step(f"typing “{typed}”"):
            people.filters.search.field.setText(typed)
    with step("a verdict"):
        session.set_filters(replace(session.filters, verdicts=frozenset({Verdict.NUMBERS_ONLY})))
    for listing in (Listing.UNFOLLOW, Listing.ASK, Listing.KEEP):
        with step(f"the list {listing.value}"):
            session.set_filters(Filters(listing=listing))
    session.set_filters(Filters(show_passing=True))
    wait(200)
    last = people.model.entry(people.model.rowCount() - 1).person.key
    with step("selecting the last"):
        session.select(last)
    with step("deciding"):
        session.decide([last], Choice.KEEP)
    with step("undoing"):
        session.undo_stack.undo()
    with step("another policy", 1500):
        assert session.policy is not None
        session.set_policy(session.policy.without_messages())
    for page in PAGES:
        with step(f"the page {page}", 3000 if page == "graph" else 800):
            application.window.show_page(page)
    with step("closing"):
        application.close_archive()
    return worst
