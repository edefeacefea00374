"""How long the estimator and the signs take per 100,000 tweets, and judging 50,000 people anew after a change of the policy; each beside a floor.

    python -m tests.bench.verdicts [--tweets 100000] [--people 50000] [--runs 5]

The floor of the evidence is sorting everybody's acts by time, that of judging one `Judgement` made per person with nothing asked.
Medians of several runs.
"""

import argparse
import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from analyzer.analysis import analyze, open_archives
from analyzer.evidence.acts import Act
from analyzer.evidence.calendar import Calendar
from analyzer.evidence.estimator import Estimator
from analyzer.evidence.signs import Contact, find_signs, keeps_the_clock, only_ego, sittings_of
from analyzer.evidence.turns import add_turns
from analyzer.evidence.unprompted import count_unprompted
from analyzer.facts import Analysis
from analyzer.people.person import Person
from analyzer.progress import ignore
from analyzer.reading import Reading, read_archives
from analyzer.verdict.judge import judge_all
from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Judgement, Listing, Verdict
from tests.bench.worlds import simulated


def timed(work: Callable[[], object]) -> float:
    """Seconds of one call, of this process alone: a busy computer does not count."""
    started = time.process_time()
    work()
    return time.process_time() - started


def read_again(path: Path) -> Reading:
    """The archive as read, before any evidence is inferred."""
    with open_archives([path], ignore) as archives:
        return read_archives(archives, messages=True, report=ignore)


def by_time(acts: Sequence[Act]) -> list[Act]:
    """What any work on acts begins with."""
    return sorted(acts, key=lambda act: act.at or 0)


def evidence(path: Path) -> dict[str, float]:
    """Seconds of each step, in the order of an analysis."""
    reading, calendar = read_again(path), Calendar("Europe/Stockholm")
    everybody, marks = list(reading.tallies.values()), reading.log.marks
    took = {"floor: acts sorted by time": timed(lambda: [by_time(one.acts) for one in everybody])}
    started = time.process_time()
    estimator = Estimator(reading.interactions.spoken, reading.log.undirected, reading.book.meant_by_handle())
    took["features of replies"] = time.process_time() - started
    took["turns"] = timed(lambda: add_turns(reading.tallies, estimator, reading.likes, reading.interactions.status_author))
    started = time.process_time()
    met = {one.key: found for one in everybody if (found := sittings_of(one.acts, marks))}
    clock = keeps_the_clock(met.values(), calendar)
    took["sittings"] = time.process_time() - started
    took["signs"] = timed(lambda: [find_signs(Contact(one.acts, met[one.key], calendar, marks, clock)) for one in everybody if one.key in met])
    took["words of ego's own"] = timed(lambda: [only_ego(one.acts, marks) for one in everybody if one.acts])
    took["tweets answered unasked"] = timed(lambda: [count_unprompted(one.acts) for one in everybody if one.acts and not one.follows_ego])
    return took


def many(analysis: Analysis, people: int) -> Analysis:
    """The same archive with so many people, the most active first and each as often as it takes."""
    known = sorted(analysis.people, key=_activity)
    return replace(analysis, people=tuple(islice(cycle(known), people)), closeness=[])


def _activity(person: Person) -> int:
    return -person.directed_acts


def judging(analysis: Analysis) -> dict[str, float]:
    """Seconds of the first judgement, of one after a change of the policy, and of the floor."""
    policy = default_policy()
    strict = replace(policy, genuine=replace(policy.genuine, contact_days=policy.genuine.contact_days + 1))
    first = timed(lambda: judge_all(analysis, policy, {}))
    return {
        "floor: a judgement each": timed(lambda: [Judgement(Verdict.GENUINE, Listing.KEEP, None, 0.5, 1, None) for _ in analysis.people]),
        "after a change of policy": timed(lambda: judge_all(analysis, strict, {})),
        "the first time": first,
    }


def table(title: str, rounds: Sequence[Mapping[str, float]]) -> None:
    """The medians, in ms and in floors; the floor is the first row."""
    rows = {name: median(one[name] for one in rounds) for name in rounds[0]}
    base = next(iter(rows.values()))
    print(f"\n{title}; median of {len(rounds)}\n{'':32}{'ms':>9}{'× floor':>9}")
    for name, seconds in rows.items():
        print(f"{name:32}{seconds * 1000:9.1f}{seconds / base:9.1f}")


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tweets", type=int, default=100_000)
    parser.add_argument("--people", type=int, default=50_000)
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    path = simulated(given.tweets)
    gc.disable()  # as an analysis does
    rounds = [evidence(path) for _ in range(given.runs)]
    gc.enable()
    table(f"{given.tweets:,} tweets: evidence", [{**one, "together": sum(one.values()) - next(iter(one.values()))} for one in rounds])
    analysis = many(analyze([path]), given.people)
    table(f"{given.people:,} people: verdicts", [judging(analysis) for _ in range(given.runs)])
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
