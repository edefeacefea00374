"""The window stays alive while a large archive is read, measured and laid out: a timer of the GUI thread is never late for long."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.application import Application
from desktop.settings import SettingsStore
from tests.bench.many import with_many
from tests.desktop.watchdog import Watchdog, walk
from tests.simulator import Options, build_world, write_archive

pytestmark = [pytest.mark.window, pytest.mark.timeout(300)]

TWEETS = 100_000
FOLLOWERS = 150_000
WORST_MS = 100
"""Twice the gap that a person begins to notice and that is aimed at: within two thousand other tests, on a slow machine, 55 ms were measured."""
WORST_CROWDED_MS = 100
"""Of a crowd, where a single frame may be late."""
ROUNDS = 5


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "large.zip"
    write_archive(build_world(Options(seed=11, tweets=TWEETS)), path)
    return path


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("crowded")
    write_archive(build_world(Options(seed=5, tweets=2000)), folder / "world.zip")
    return with_many(folder / "world.zip", folder / "crowded.zip", FOLLOWERS, 30_000)


@pytest.fixture
def application(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    monkeypatch.setenv("KITHMAP_HOME", str(tmp_path / "home"))
    made = Application(qapp, SettingsStore())
    qtbot.addWidget(made.window)
    with qtbot.waitExposed(made.window):
        made.show()
    yield made
    made.window.close()


@pytest.fixture(autouse=True)
def _without_the_leftovers_of_other_tests() -> Iterator[None]:
    """What they left behind would be searched for cycles while this test waits."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def worst_gaps(qtbot: QtBot, application: Application, large: Path) -> dict[str, float]:
    """Open the large archive, then show each page; the worst gap of each step in ms."""
    worst = {}
    watchdog = Watchdog()
    with qtbot.waitSignal(application.session.archive_opened, timeout=120_000):
        application.open_paths([large])
    qtbot.wait(1500)
    worst["reading, measuring, communities, the first list"] = watchdog.stop()
    for page in ("graph", "export", "people"):
        watchdog = Watchdog()
        application.window.show_page(page)
        qtbot.wait(1500)
        worst[f"showing {page}"] = watchdog.stop()
    return worst


def test_no_gap_that_keeps_a_person_waiting(qtbot: QtBot, application: Application, large: Path) -> None:
    qtbot.wait(300)
    best: dict[str, float] = {}
    # Other programs of a busy machine slow this one down, too: the best of some rounds is the window's own.
    for _ in range(ROUNDS):
        gaps = worst_gaps(qtbot, application, large)
        print("worst gaps in ms:", {what: round(gap) for what, gap in gaps.items()})
        best = {what: min(gap, best.get(what, gap)) for what, gap in gaps.items()}
        if max(best.values()) <= WORST_MS:
            break
        application.close_archive()
    assert {what: gap for what, gap in best.items() if gap > WORST_MS} == {}


def test_very_many_followers_keep_nobody_waiting(qtbot: QtBot, application: Application, crowded: Path) -> None:
    """Reading, filters, search, sorting, decisions, another policy and every page; `tests.bench.many` does the same with a million."""
    qtbot.wait(300)
    best: dict[str, float] = {}
    for _ in range(ROUNDS):
        gaps = walk(application, [crowded], qtbot.wait)
        best = {what: min(gap, best.get(what, gap)) for what, gap in gaps.items()}
        print("worst gaps in ms:", {what: round(gap) for what, gap in gaps.items()})
        if max(best.values()) <= WORST_CROWDED_MS:
            break
    assert {what: gap for what, gap in best.items() if gap > WORST_CROWDED_MS} == {}
