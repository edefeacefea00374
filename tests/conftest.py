"""What every test stands on: an off-screen Qt, a home that is not the user's, and detectors for what a test leaves behind."""

import gc
import importlib.abc
import os
import shutil
import sys
import tempfile
import threading
import time
import traceback
import weakref
from collections.abc import Callable, Iterator, Sequence
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED_ARCHIVES = ROOT.parent / "shared" / "archives"
WITHOUT_QT = os.environ.get("KITHMAP_NO_QT") == "1"
GRACE_SECONDS = 2.0

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.pop("PYTHONUNBUFFERED", None)  # commands started by tests must behave as on a user's machine


def _move_home() -> Path:
    """Points every place where programs keep a user's files into a temporary folder, before anything has looked at them."""
    home = Path(tempfile.mkdtemp(prefix="kithmap-test-home-"))
    variables = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
    for variable in (*variables, "XDG_RUNTIME_DIR"):
        folder = home if variable in ("HOME", "USERPROFILE") else home / variable.lower()
        folder.mkdir(mode=0o700, exist_ok=True)
        os.environ[variable] = str(folder)
    # A dead address: otherwise libdbus may start a session bus of its own.
    os.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={home}/no-such-bus"
    return home


HOME = _move_home()


class _NoQt(importlib.abc.MetaPathFinder):
    """Makes PySide6 look as if it was not installed."""

    def find_spec(self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        if fullname.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"{fullname} is blocked in this run", name=fullname)
        return None


if WITHOUT_QT:
    sys.meta_path.insert(0, _NoQt())


def pytest_addoption(parser: pytest.Parser) -> None:
    """Without pytest-qt nobody knows its settings, and unknown settings are errors."""
    if WITHOUT_QT:
        for setting in ("qt_api", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(setting, "read by pytest-qt only")


def pytest_report_header() -> str:
    """Says which kind of run this is."""
    return "PySide6: blocked" if WITHOUT_QT else f"Qt platform: {os.environ['QT_QPA_PLATFORM']}"


def pytest_unconfigure() -> None:
    """Removes the temporary home."""
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def shared_archives() -> Path:
    """The folder of real archives beside the repository; skips where there is none."""
    if not SHARED_ARCHIVES.is_dir():
        pytest.skip("the real archives (../shared/archives) are not on this machine")
    return SHARED_ARCHIVES


# --- What a test leaves behind ---

_failed = pytest.StashKey[bool]()
_started_timers: "list[tuple[weakref.ref[Any], str]]" = []


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Remembers failures: a test that broke off half-way leaves things behind, and that is not news."""
    report: Any = yield
    item.stash[_failed] = item.stash.get(_failed, False) or report.failed
    return report  # type: ignore[return-value]  # pluggy takes it as the result


def _qt(name: str) -> Any:
    """A module of PySide6 if someone imported it; never imports it itself."""
    return sys.modules.get(f"PySide6.{name}")


def _running_threads() -> dict[int, str]:
    """Threads that Python started. Qt's own show up as dummies that never end in Python's eyes."""
    alive = (thread for thread in threading.enumerate() if not isinstance(thread, threading._DummyThread))
    return {id(thread): f"thread {thread.name}" for thread in alive if thread is not threading.main_thread()}


def _child_processes() -> dict[int, str]:
    """Children of this process (Linux; elsewhere nobody is told)."""
    children: dict[int, str] = {}
    for listing in Path("/proc/self/task").glob("*/children"):
        try:
            numbers = listing.read_text().split()
        except OSError:  # the thread ended while we looked
            continue
        for number in numbers:
            try:
                words = Path(f"/proc/{number}/cmdline").read_bytes().decode(errors="replace").split("\0")
            except OSError:
                continue
            children[int(number)] = f"child process {number} ({' '.join(words).strip() or 'ended, nobody waited for it'})"
    return children


def _top_level_widgets() -> dict[int, str]:
    """Windows without a parent; Qt keeps its tooltip label for ever."""
    widgets = _qt("QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return {}
    address = sys.modules["shiboken6"].getCppPointer
    found = (widget for widget in widgets.QApplication.topLevelWidgets() if widget.parent() is None)
    return {
        address(widget)[0]: f"top-level {type(widget).__name__} {widget.objectName()!r}"
        for widget in found
        if widget.metaObject().className() != "QTipLabel"
    }


def _active_timers() -> dict[int, str]:
    """Timers that were started from Python and still run."""
    running: dict[int, tuple[weakref.ref[Any], str]] = {}
    for reference, where in _started_timers:
        timer = reference()
        if timer is not None and sys.modules["shiboken6"].isValid(timer) and timer.isActive():
            running[id(timer)] = (reference, where)
    _started_timers[:] = running.values()
    return {key: f"active QTimer, started at {where}" for key, (_, where) in running.items()}


def _watch_timers() -> None:
    """Lets `QTimer.start` note who was started, once QtCore is there."""
    core = _qt("QtCore")
    if core is None or hasattr(core.QTimer.start, "watched"):
        return
    start: Callable[..., None] = core.QTimer.start

    def noting_start(timer: Any, *arguments: Any) -> None:
        caller = traceback.extract_stack(limit=2)[0]
        _started_timers.append((weakref.ref(timer), f"{caller.filename}:{caller.lineno}"))
        start(timer, *arguments)

    noting_start.watched = True  # type: ignore[attr-defined]
    core.QTimer.start = noting_start


def _leftovers() -> dict[tuple[str, int], str]:
    detectors = {"thread": _running_threads, "process": _child_processes, "widget": _top_level_widgets, "timer": _active_timers}
    return {(kind, key): words for kind, detect in detectors.items() for key, words in detect().items()}


def _finish_deletions() -> None:
    """Does what a running event loop would do: `deleteLater` and Python's own cycles."""
    core = _qt("QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
        core.QCoreApplication.processEvents()
    gc.collect()


@pytest.fixture(autouse=True)
def nothing_left_behind(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test after which threads, child processes, timers or windows remain that were not there before."""
    _watch_timers()
    before = _leftovers()
    yield
    if request.node.stash.get(_failed, False):
        return
    patience = time.monotonic() + GRACE_SECONDS
    while remaining := {key: words for key, words in _leftovers().items() if key not in before}:
        if time.monotonic() > patience:
            pytest.fail("left behind: " + "; ".join(sorted(remaining.values())), pytrace=False)
        _finish_deletions()
        time.sleep(0.01)
