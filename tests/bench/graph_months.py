"""How quick a step of the graph's month slider is, in the real page: from the key to the painted picture.

    python -m tests.bench.graph_months [--people 1000 10000] [--ties 3000 30000] [--steps 24]

Works without a screen. Figures are medians in ms; a large archive shows a glance first and the whole picture when one rests.
"""

import argparse
import os
import random
import time
from collections.abc import Callable
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from analyzer.verdict.policy import default_policy
from desktop.jobs import Jobs
from desktop.pages.graph import GraphPage
from desktop.pages.graph_time import REST_MS
from desktop.pages.text_loader import TextLoader
from desktop.receipts import Texts
from desktop.session import Session
from tests.analyzer.network.invented import AS_OF, World
from tests.bench.graph import world_of
from tests.replacing import replace

LIMITS = {1000: 16, 10_000: 50}
YEARS = 10


class NoTexts:
    """Reads nothing: these people have no tweets."""

    def run(self, work: Callable[[], Texts], done: Callable[[Texts], None], failed: Callable[[BaseException], None]) -> None:
        done(Texts({}, {}))


def keep_nothing(account: str, decisions: object) -> None:
    """Decisions stay in memory."""


def with_history(world: World) -> World:
    """Everybody met on one to eleven days within ten years."""
    chance, last = random.Random(1), AS_OF.toordinal()
    for place, person in enumerate(world.people):
        days = {chance.randrange(last - YEARS * 365, last) for _ in range(chance.randrange(1, 12))}
        world.people[place] = replace(person, contact_days=tuple(sorted(days)))
    return world


def spin(ms: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def measure(people: int, ties: int, steps: int) -> None:
    """One size: prints the median and the longest step, and how long the whole picture takes after it."""
    world, jobs = with_history(world_of(people, ties)), Jobs()
    session = Session(save_decisions=keep_nothing)
    page = GraphPage(session, TextLoader(session, NoTexts()), jobs)
    page.resize(1084, 772)
    page.show()
    session.open(world.analysis(), world.judgements, {}, default_policy())
    while not (page.is_ready and page.canvas.is_whole and page.time.months is not None):
        spin(20)
    first = page.time.months.first + 40
    times = []
    for month in range(first, first + steps):
        started = time.perf_counter()
        page.time.show_month(month)
        page.canvas.repaint()
        page.months.repaint()
        times.append((time.perf_counter() - started) * 1000)
    # The first steps make what later ones use.
    settled, started = times[2:], time.perf_counter()
    spin(REST_MS + 10)
    while not (page.is_ready and page.canvas.is_whole):
        spin(5)
    whole = (time.perf_counter() - started) * 1000
    wanted = f" (wanted: {LIMITS[people]})" if people in LIMITS else ""
    print(f"{people:,} people: a step {median(settled):.1f}, the longest {max(settled):.1f}{wanted}; the whole picture {whole:.0f} after the last")
    print(f"  {page.time.said}")
    page.close()
    jobs.shutdown()


def main() -> None:
    """Measure all sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--people", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--ties", type=int, nargs="+", default=[3000, 30_000])
    parser.add_argument("--steps", type=int, default=24)
    given = parser.parse_args()
    application = QApplication([])
    for people, ties in zip(given.people, given.ties, strict=True):
        measure(people, ties, given.steps)
    application.quit()


if __name__ == "__main__":
    main()
