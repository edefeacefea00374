"""Jobs: results and errors reach the GUI thread, cancelling is final, nothing is left running."""

import gc
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from analyzer.progress import Cancelled, Progress, Stage
from desktop.jobs import ChildFailed, JobReporter, Jobs, child_command, run_child

COMMUNITIES = "analyzer.network.communities"


class Listener(QObject):
    """Writes down what it hears, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[Any] = []
        self.errors: list[Exception] = []
        self.progress: list[Progress] = []
        self.cancelled = 0
        self.threads: set[int] = set()

    def on_done(self, result: Any) -> None:
        self.threads.add(threading.get_ident())
        self.done.append(result)

    def on_error(self, error: Exception) -> None:
        self.threads.add(threading.get_ident())
        self.errors.append(error)

    def on_progress(self, progress: Progress) -> None:
        self.threads.add(threading.get_ident())
        self.progress.append(progress)

    def on_cancelled(self) -> None:
        self.threads.add(threading.get_ident())
        self.cancelled += 1


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.shutdown()


@pytest.fixture
def heard() -> Listener:
    return Listener()


def wait_until(jobs: Jobs, qtbot: QtBot) -> None:
    """Let the GUI poll until nothing is left."""
    qtbot.waitUntil(lambda: not jobs.busy, timeout=20_000)


def endless(report: JobReporter) -> None:
    """Works until it is told to stop."""
    while True:
        report(Progress(Stage.TWEETS))
        time.sleep(0.002)


def test_a_result_comes_back_on_the_gui_thread(jobs: Jobs, heard: Listener, qtbot: QtBot) -> None:
    """And the work ran on another one."""
    jobs.submit("answer", lambda report: threading.get_ident(), heard.on_done, heard.on_error)
    wait_until(jobs, qtbot)
    assert len(heard.done) == 1 and heard.done[0] != threading.get_ident()
    assert heard.threads == {threading.get_ident()} and heard.errors == []


def test_an_error_comes_back_as_a_value(jobs: Jobs, heard: Listener, qtbot: QtBot) -> None:
    """The next job runs all the same."""

    def failing(report: JobReporter) -> None:
        raise OSError("no")

    jobs.submit("first", failing, heard.on_done, heard.on_error)
    jobs.submit("second", lambda report: 2, heard.on_done, heard.on_error)
    wait_until(jobs, qtbot)
    assert heard.done == [2] and [type(error) for error in heard.errors] == [OSError]


def test_progress_arrives_and_the_last_one_too(jobs: Jobs, heard: Listener, qtbot: QtBot) -> None:
    """The last state is told before the result."""

    def telling(report: JobReporter) -> str:
        for done in range(50):
            report(Progress(Stage.TWEETS, records_done=done))
            time.sleep(0.005)
        return "done"

    jobs.submit("tell", telling, heard.on_done, heard.on_error, heard.on_progress)
    wait_until(jobs, qtbot)
    told = [progress.records_done for progress in heard.progress]
    assert told == sorted(set(told)) and told[-1] == 49 and 2 <= len(told) <= 12
    assert heard.done == ["done"]


def test_cancelling_is_final(jobs: Jobs, heard: Listener, qtbot: QtBot) -> None:
    """Neither result nor error nor progress comes after it."""
    jobs.submit("long", endless, heard.on_done, heard.on_error, heard.on_progress, heard.on_cancelled)
    qtbot.waitUntil(lambda: bool(heard.progress), timeout=5000)
    assert jobs.cancel("long")
    assert not jobs.cancel("long")
    seen = len(heard.progress)
    wait_until(jobs, qtbot)
    assert (heard.done, heard.errors, heard.cancelled, len(heard.progress)) == ([], [], 1, seen)


def test_a_job_that_ends_well_after_its_cancelling_is_not_told(jobs: Jobs, heard: Listener, qtbot: QtBot) -> None:
    """It did not hear of it in time; the user did."""
    go = threading.Event()

    def deaf(report: JobReporter) -> int:
        go.wait(5)
        return 1

    jobs.submit("deaf", deaf, heard.on_done, heard.on_error, on_cancelled=heard.on_cancelled)
    jobs.cancel("deaf")
    go.set()
    wait_until(jobs, qtbot)
    assert (heard.done, heard.cancelled) == ([], 1)


def test_a_new_job_of_the_same_name_cancels_the_old(jobs: Jobs, heard: Listener, qtbot: QtBot) -> None:
    """A new import takes the place of the one that runs."""
    jobs.submit("import", endless, heard.on_done, heard.on_error, on_cancelled=heard.on_cancelled)
    jobs.submit("import", lambda report: "second", heard.on_done, heard.on_error)
    wait_until(jobs, qtbot)
    assert (heard.done, heard.cancelled) == (["second"], 1)


def test_200_quick_jobs_in_order(jobs: Jobs, heard: Listener, qtbot: QtBot) -> None:
    """None is lost, none is told twice, every fifth fails, one worker did all."""
    workers = set()

    def work_for(number: int) -> Callable[[JobReporter], int]:
        def work(report: JobReporter) -> int:
            workers.add(threading.get_ident())
            if number % 5 == 0:
                raise ValueError(number)
            return number

        return work

    for number in range(200):
        jobs.submit(f"job {number}", work_for(number), heard.on_done, heard.on_error)
    wait_until(jobs, qtbot)
    assert heard.done == [number for number in range(200) if number % 5]
    assert [error.args[0] for error in heard.errors] == [number for number in range(200) if number % 5 == 0]
    assert len(workers) == 1 and heard.threads == {threading.get_ident()}


def test_jobs_submitted_and_cancelled_in_turn(jobs: Jobs, heard: Listener, qtbot: QtBot) -> None:
    """Forty long jobs, each cancelled by the next."""
    for _ in range(40):
        jobs.submit("turn", endless, heard.on_done, heard.on_error, on_cancelled=heard.on_cancelled)
        qtbot.wait(3)
    jobs.cancel("turn")
    wait_until(jobs, qtbot)
    assert (heard.done, heard.errors, heard.cancelled) == ([], [], 40)


def test_a_callback_may_submit_the_next_job(jobs: Jobs, qtbot: QtBot) -> None:
    """As the loader of texts does."""

    class Chain(QObject):
        left = 5

        def on_done(self, result: int) -> None:
            self.left -= 1
            if self.left:
                jobs.run(lambda: 1, self.on_done, self.on_error)

        def on_error(self, error: Exception) -> None:
            raise error

    chain = Chain()
    jobs.run(lambda: 1, chain.on_done, chain.on_error)
    qtbot.waitUntil(lambda: chain.left == 0 and not jobs.busy, timeout=10_000)


def test_shutting_down_ends_everything(qapp: QApplication, heard: Listener) -> None:
    """Running and waiting jobs alike; afterwards nobody is called, and the collector works again."""
    jobs = Jobs()
    usual = sys.getswitchinterval()
    jobs.submit("long", endless, heard.on_done, heard.on_error, on_cancelled=heard.on_cancelled)
    jobs.submit("waiting", lambda report: 1, heard.on_done, heard.on_error)
    assert not gc.isenabled() and sys.getswitchinterval() < usual
    jobs.shutdown()
    assert gc.isenabled() and sys.getswitchinterval() == usual and not jobs.busy
    assert (heard.done, heard.errors, heard.cancelled) == ([], [], 0)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("kithmap-worker")]
    jobs.shutdown()


def test_what_a_large_job_leaves_is_not_searched_by_the_collector(jobs: Jobs, heard: Listener, qtbot: QtBot) -> None:
    """The GUI thread would wait for it; a small job leaves the collector as it is."""
    before = gc.get_freeze_count()
    jobs.submit("small", lambda report: [[] for _ in range(10)], heard.on_done, heard.on_error)
    wait_until(jobs, qtbot)
    assert gc.get_freeze_count() <= before
    jobs.submit("large", lambda report: [[] for _ in range(100_000)], heard.on_done, heard.on_error)
    wait_until(jobs, qtbot)
    assert gc.get_freeze_count() > before + 50_000
    gc.unfreeze()


def test_a_child_finds_communities() -> None:
    """Bytes in, bytes out; the same every time."""
    triangles = [[0, 1, 1.0], [1, 2, 1.0], [0, 2, 1.0], [3, 4, 1.0], [4, 5, 1.0], [3, 5, 1.0]]
    question = f'{{"nodes": 6, "edges": {triangles}}}'.encode()
    first = run_child(COMMUNITIES, question, lambda: None)
    membership = [int(number) for number in first.decode().strip("[]").split(",")]
    assert len(set(membership[:3])) == len(set(membership[3:])) == 1 and membership[0] != membership[3]
    assert run_child(COMMUNITIES, question, lambda: None) == first


def test_a_child_is_ended_when_the_work_is_cancelled(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """At once, and nobody is left behind (the leak detectors look)."""
    monkeypatch.setattr("desktop.jobs.child_command", lambda module: [sys.executable, "-c", "import time; time.sleep(60)"])

    def check() -> None:
        raise Cancelled

    began = time.monotonic()
    with pytest.raises(Cancelled):
        run_child(COMMUNITIES, b"x" * 1_000_000, check)
    assert time.monotonic() - began < 5


def test_a_child_that_fails_is_an_error() -> None:
    """What it was given is not what it wants."""
    with pytest.raises(ChildFailed) as failed:
        run_child(COMMUNITIES, b"not json", lambda: None)
    assert failed.value.status != 0 and COMMUNITIES in str(failed.value)


def test_a_large_answer_does_not_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than a pipe holds, both ways at the same time."""
    echo = "import sys; data = sys.stdin.buffer.read(); sys.stdout.buffer.write(data)"
    monkeypatch.setattr("desktop.jobs.child_command", lambda module: [sys.executable, "-c", echo])
    data = os.urandom(3_000_000)
    assert run_child(COMMUNITIES, data, lambda: None) == data


def test_only_our_own_modules_are_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """And a frozen bundle, which is one program, runs itself."""
    with pytest.raises(ValueError, match="os"):
        child_command("os")
    assert child_command(COMMUNITIES) == [sys.executable, "-m", COMMUNITIES]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_command(COMMUNITIES) == [sys.executable, "--child", COMMUNITIES]
