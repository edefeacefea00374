"""Opening an archive: one job that reads, measures and judges, and what the window hears of it."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from analyzer.errors import WorkspaceError
from analyzer.facts import Analysis
from analyzer.progress import Progress
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Decision, Judgement
from desktop.jobs import JobReporter, Jobs, run_child
from desktop.models.rows import USUAL, order_everybody
from desktop.roll import Roll
from desktop.search_lines import SearchLines

if TYPE_CHECKING:
    from analyzer.health.shapes import Health

log = logging.getLogger(__name__)

JOB = "import"
SHOW_AFTER_MS = 600
SHOW_AT_LEAST_MS = 500


@dataclass(frozen=True, slots=True)
class Opened:
    """What the session needs; ``set_aside`` is where damaged decisions lie now, ``is_sample`` for the built-in archive.

    ``roll`` and ``health`` are made on the worker to spare the GUI thread.
    """

    analysis: Analysis
    judgements: Sequence[Judgement]
    decisions: Mapping[str, Decision]
    policy: Policy
    roll: Roll | None = None
    set_aside: Path | None = None
    is_sample: bool = False
    health: "Health | None" = None


def sample_path() -> Path:
    """The built-in sample; it lies beside the code, also in a frozen bundle."""
    return Path(str(resources.files("resources").joinpath("sample", "sample.zip")))


def read(paths: Sequence[Path], messages: bool, is_sample: bool, report: JobReporter) -> Opened:
    """The whole flow, on the worker thread. Raises what `analyze` raises."""
    from analyzer.analysis import Options, analyze  # networkx and the readers: only when an archive is opened
    from analyzer.health.measure import health_of
    from analyzer.verdict.judge import judge_all
    from analyzer.verdict.policy import default_policy

    analysis = analyze(paths, Options(messages=messages, partition=partial(_partition_in_child, report)), report)
    policy = default_policy()
    decisions, set_aside = _kept_decisions(analysis.archive.account_id)
    judgements = judge_all(analysis, policy, decisions)
    lines = SearchLines(analysis.people, analysis.index, decisions)
    lines.prepare()
    roll = Roll(analysis.people, judgements, lines)
    roll.prepare()
    order_everybody(analysis.people, judgements, analysis.coverage.as_of, roll, USUAL)
    return Opened(analysis, judgements, decisions, policy, roll, set_aside, is_sample, health_of(analysis))


def _partition_in_child(report: JobReporter, nodes: int, edges: Sequence[tuple[int, int, float]]) -> list[int]:
    """Communities by the analyzer's own module in a child process: igraph holds the interpreter lock."""
    from analyzer.network import communities

    return communities.understand(run_child(communities.__name__, communities.ask(nodes, edges), report.check))


def _kept_decisions(account_id: str) -> tuple[dict[str, Decision], Path | None]:
    from analyzer.workspace import decisions

    try:
        return decisions.load(account_id), None
    except WorkspaceError as error:
        log.warning("kept decisions were not read: %s", error.problem)
        return {}, error.path if error.problem == "set-aside" else None


class Importer(QObject):
    """Opens one archive at a time; a new one cancels the old. Its page is shown after 600 ms and then for at least 500 ms.

    Stopping and failing leave everything as it was. `done` carries `Opened`, `failed` the error.
    """

    started = Signal()
    page_wanted = Signal()
    progressed = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    stopped = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.paths: tuple[Path, ...] = ()
        self.is_sample = False
        self.running = False
        self._shown = False
        self._ready: Opened | None = None
        self._show_timer = QTimer(self, singleShot=True, interval=SHOW_AFTER_MS)
        self._hold_timer = QTimer(self, singleShot=True, interval=SHOW_AT_LEAST_MS)
        self._show_timer.timeout.connect(self._on_show)
        self._hold_timer.timeout.connect(self._on_held)

    def open(self, paths: Sequence[Path], messages: bool, is_sample: bool = False) -> None:
        """Begin to read these paths; ``messages`` False leaves direct messages closed."""
        self._stop_timers()
        self.paths, self.is_sample = tuple(paths), is_sample
        self.running, self._shown, self._ready = True, False, None
        self._jobs.submit(JOB, partial(read, self.paths, messages, is_sample), self._on_done, self._on_error, self._on_progress)
        self._show_timer.start()
        self.started.emit()

    def open_sample(self, messages: bool = True) -> None:
        """Open the built-in archive."""
        self.open([sample_path()], messages, is_sample=True)

    def stop(self) -> None:
        """Leave everything as it was."""
        if not self.running:
            return
        self._jobs.cancel(JOB)
        self._end()
        self.stopped.emit()

    def _end(self) -> None:
        self._stop_timers()
        self.running, self._shown, self._ready = False, False, None

    def _stop_timers(self) -> None:
        self._show_timer.stop()
        self._hold_timer.stop()

    def _on_show(self) -> None:
        self._shown = True
        self._hold_timer.start()
        self.page_wanted.emit()

    def _on_progress(self, progress: Progress) -> None:
        if self.running:
            self.progressed.emit(progress)

    def _on_done(self, opened: Opened) -> None:
        if self._shown and self._hold_timer.isActive():
            self._ready = opened  # a page that flashes by tells nothing
            return
        self._finish(opened)

    def _on_held(self) -> None:
        if self._ready is not None:
            self._finish(self._ready)

    def _finish(self, opened: Opened) -> None:
        self._end()
        if not opened.is_sample:
            _remember(opened.analysis)
        self.done.emit(opened)

    def _on_error(self, error: Exception) -> None:
        self._end()
        log.warning("the archive was not opened: %s", type(error).__name__)
        self.failed.emit(error)


def _remember(analysis: Analysis) -> None:
    """Put the archive on the list of recent ones; a disk that refuses is no reason not to show it."""
    from analyzer.workspace import recent

    archive = analysis.archive
    now = datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
    entry = recent.Recent(str(archive.path), archive.account_id, archive.name or archive.handle or "", archive.generated_at or "", now)
    try:
        recent.opened(entry)
    except WorkspaceError as error:
        log.warning("recent archives could not be kept: %s", error.problem)
