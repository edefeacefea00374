"""The window stays alive while a large archive is read, measured and laid out: a timer of the GUI thread is never late for long."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Application
from desktop.settings import SettingsStore
from tests.simulator import Options, build_world, write_archive

pytestmark = [pytest.mark.window, pytest.mark.timeout(300)]

TWEETS = 100_000
TICK_MS = 5
WORST_MS = 50
"""A gap that a person begins to notice."""


class Watchdog(QObject):
    """Notes how late the event loop is, as milliseconds between two ticks beyond the tick itself."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)
        self._timer.start()

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self.gaps.append((now - self._last) * 1000 - TICK_MS)
        self._last = now

    def stop(self) -> float:
        """The worst gap so far, ms."""
        self._timer.stop()
        return max(self.gaps)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.zip"
    write_archive(build_world(Options(seed=11, tweets=TWEETS)), path)
    return path


@pytest.fixture
def application(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    monkeypatch.setenv("KITHMAP_HOME", str(tmp_path / "home"))
    made = Application(qapp, SettingsStore())
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        made.show()
    yield made
    made.window.close()


def worst_gaps(qtbot: QtBot, application: Application, large: Path) -> dict[str, float]:
    """Open the large archive, then show each page; the worst gap of each step in ms."""
    worst = {}
    watchdog = Watchdog()
    with qtbot.waitSignal(application.session.archive_opened, timeout=120_000):
        application.open_paths([large])
    worst["reading, measuring, communities"] = watchdog.stop()
    for page in ("people", "graph", "export"):
        watchdog = Watchdog()
        application.window.show_page(page)
        qtbot.wait(1500)
        worst[f"showing {page}"] = watchdog.stop()
    return worst


def test_no_gap_over_fifty_milliseconds(qtbot: QtBot, application: Application, large: Path) -> None:
    qtbot.wait(300)
    rounds = []
    # Other programs of a busy machine make gaps, too: the best of three rounds is the window's own.
    for _ in range(3):
        rounds.append(worst_gaps(qtbot, application, large))
        print("worst gaps in ms:", {what: round(gap) for what, gap in rounds[-1].items()})
        if max(rounds[-1].values()) <= WORST_MS:
            break
        application.close_archive()
    assert min(max(gaps.values()) for gaps in rounds) <= WORST_MS, rounds
