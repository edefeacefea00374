"""Work off the GUI thread: one worker thread whose plain results the GUI polls, and child processes over pipes."""

import gc
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer

import analyzer
from analyzer.progress import Cancelled, Progress, Reporter

log = logging.getLogger(__name__)

POLL_MS = 100
FIRST_POLL_MS = 10
MANY_OBJECTS = 20_000
SWITCH_SECONDS = 0.0005
CHILD_MODULES = frozenset({"analyzer.network.communities", "analyzer.network.map_layout"})
CHILD_ARGUMENT = "--child"


class JobReporter(Reporter):
    """What the work gets: call it to tell where it is, or `check` only to learn whether to stop; both may raise `Cancelled`."""

    def __init__(self) -> None:
        self.latest: Progress | None = None
        self._stop = threading.Event()

    def __call__(self, progress: Progress, /) -> None:
        self.latest = progress
        self.check()

    def check(self) -> None:
        """Raise `Cancelled` if the user stopped the work."""
        if self._stop.is_set():
            raise Cancelled

    def stop(self) -> None:
        """Make the next call raise. Called by the GUI thread."""
        self._stop.set()

    @property
    def stopped(self) -> bool:
        """True once stopping was asked for."""
        return self._stop.is_set()


class Job:
    """One piece of work: written by the worker, read by the GUI when ``finished`` is set (a plain attribute, set last)."""

    def __init__(
        self,
        name: str,
        work: Callable[[JobReporter], Any],
        on_done: Callable[[Any], object],
        on_error: Callable[[Exception], object],
        on_progress: Callable[[Progress], object] | None,
        on_cancelled: Callable[[], object] | None,
    ) -> None:
        self.name = name
        self.work = work
        self.on_done = on_done
        self.on_error = on_error
        self.on_progress = on_progress
        self.on_cancelled = on_cancelled
        self.report = JobReporter()
        self.result: Any = None
        self.error: Exception | None = None
        self.told: Progress | None = None
        self.finished = False

    def run(self) -> None:
        """Do the work; whatever happens is kept as a value. Runs on the worker thread and never touches Qt."""
        try:
            self.report.check()
            self.result = self.work(self.report)
        except Cancelled:
            self.report.stop()
        except Exception as error:  # handed to on_error, which decides
            self.error = error
        self.finished = True


class Jobs(QObject):
    """Runs jobs one after the other and calls back on the GUI thread, at most `POLL_MS` late.

    A job that is cancelled never calls ``on_done`` or ``on_error``, even if it ends well before it hears of it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor: ThreadPoolExecutor | None = None
        self._jobs: list[Job] = []
        self._collecting = False
        self._switching: float | None = None
        self._timer = QTimer(self, interval=POLL_MS)
        self._timer.timeout.connect(self._on_poll)

    def submit(
        self,
        name: str,
        work: Callable[[JobReporter], Any],
        on_done: Callable[[Any], object],
        on_error: Callable[[Exception], object],
        on_progress: Callable[[Progress], object] | None = None,
        on_cancelled: Callable[[], object] | None = None,
    ) -> Job:
        """Run ``work`` after those before it; a job of the same name that is still there is cancelled. Callbacks are bound methods."""
        self.cancel(name)
        job = Job(name, work, on_done, on_error, on_progress, on_cancelled)
        if self._executor is None:
            self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="kithmap-worker")
        if not self._jobs:
            # The collector of cycles must not run on the worker: it could delete Qt objects there.
            self._collecting = gc.isenabled()
            gc.disable()
            # Every call into Qt gives the interpreter lock away; the window must get it back ten times sooner than usual.
            self._switching = sys.getswitchinterval()
            sys.setswitchinterval(SWITCH_SECONDS)
        self._jobs.append(job)
        self._executor.submit(job.run)
        # Much work is done within a few ms: nobody shall wait ten times as long for the answer.
        self._timer.start(FIRST_POLL_MS)
        return job

    def run(self, work: Callable[[], Any], done: Callable[[Any], object], failed: Callable[[Exception], object]) -> None:
        """Run short work that reports nothing; several may wait."""
        self.submit(f"run {id(work)}", _without_report(work), done, failed)

    def cancel(self, name: str) -> bool:
        """Ask the job of this name to stop; True if there was one."""
        found = [job for job in self._jobs if job.name == name and not job.report.stopped]
        for job in found:
            job.report.stop()
        return bool(found)

    @property
    def busy(self) -> bool:
        """True while any job runs, waits or has not been told yet."""
        return bool(self._jobs)

    def shutdown(self) -> None:
        """Ask everything to stop, then wait for the worker; nobody is called any more."""
        self._timer.stop()
        for job in self._jobs:
            job.report.stop()
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None
        self._forget(list(self._jobs))

    def _forget(self, jobs: Sequence[Job]) -> None:
        self._jobs = [job for job in self._jobs if job not in jobs]
        if not self._jobs:
            self._timer.stop()
            if self._switching is not None:
                sys.setswitchinterval(self._switching)
                self._switching = None
            if self._collecting:
                # What a large archive leaves would all be looked through at once, here on the GUI thread (0.3 s for 100,000 tweets).
                # It lives as long as the archive is shown and goes by reference count: the collector need not know it.
                if gc.get_count()[0] > MANY_OBJECTS:
                    gc.freeze()
                gc.enable()
                self._collecting = False

    def _on_poll(self) -> None:
        if self._timer.interval() < POLL_MS:
            self._timer.setInterval(min(POLL_MS, self._timer.interval() * 2))
        for job in list(self._jobs):
            finished = job.finished
            latest = job.report.latest
            if latest is not job.told and job.on_progress is not None and not job.report.stopped:
                job.told = latest
                assert latest is not None
                job.on_progress(latest)
            if finished:
                self._forget([job])
                self._tell(job)

    def _tell(self, job: Job) -> None:
        if job.report.stopped:
            if job.on_cancelled is not None:
                job.on_cancelled()
        elif job.error is not None:
            job.on_error(job.error)
        else:
            job.on_done(job.result)


def _without_report(work: Callable[[], Any]) -> Callable[[JobReporter], Any]:
    def reporting(report: JobReporter) -> Any:
        return work()

    return reporting


class ChildFailed(Exception):
    """A child process ended with another status than 0."""

    def __init__(self, module: str, status: int) -> None:
        super().__init__(f"{module} ended with {status}")
        self.module = module
        self.status = status


def child_command(module: str) -> list[str]:
    """How to run one of our modules as a child, also inside a frozen bundle, whose only program is the app itself."""
    if module not in CHILD_MODULES:
        raise ValueError(module)
    return [sys.executable, CHILD_ARGUMENT, module] if getattr(sys, "frozen", False) else [sys.executable, "-m", module]


def run_child(module: str, data: bytes, check: Callable[[], None]) -> bytes:
    """Run a module as a child process: ``data`` to its input, its output back. Call on the worker thread.

    ``check`` is called ten times a second; when it raises (`Cancelled`), the child is ended. Raises `ChildFailed`.
    """
    home = str(Path(analyzer.__file__).resolve().parent.parent)
    path = os.pathsep.join(part for part in (home, os.environ.get("PYTHONPATH", "")) if part)
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    child = subprocess.Popen(
        child_command(module),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
        creationflags=flags,
    )
    with child:
        given: bytes | None = data
        try:
            while True:
                try:
                    output, _errors = child.communicate(given, timeout=0.1)
                    break
                except subprocess.TimeoutExpired:
                    given = None
                    check()
        except BaseException:
            child.kill()
            raise
    if child.returncode != 0:
        raise ChildFailed(module, child.returncode)
    return bytes(output)
