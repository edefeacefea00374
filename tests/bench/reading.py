"""How long ``analyze --json`` takes, stage by stage, against inflating and typed decoding of the same bytes in the same run.

    python -m tests.bench.reading [--tweets 10000 100000 1000000] [--runs 3]

Each figure is the median of several runs in fresh processes; peak memory is that of the process. "Reader to people" is everything up to the
joined likes without the start (imports, word lists made ready), which is the same for every archive and which the floor does not count either;
"whole" counts all. ``analyze --json`` itself makes no NetworkX graph; it is counted here, as somebody who asks for one waits for it.
"""

import argparse
import gc
import json
import resource
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from tests.bench.worlds import simulated

if TYPE_CHECKING:
    from analyzer.facts import Analysis

STAGES = ("look", "tweets", "follows", "messages", "names", "likes", "evidence", "network", "verdicts")
AFTERWARDS = ("NetworkX graph", "judging", "JSON")


def floor(path: Path) -> dict[str, float]:
    """Inflate the members that are read and decode them into the same records, nothing else."""
    import msgspec

    from analyzer.archive.records import Follow, Like, Tweet

    kinds = {"tweet": Tweet, "like": Like, "follower": Follow, "following": Follow}
    wrappers = {name: msgspec.defstruct(name, [(name, kind)], gc=False) for name, kind in kinds.items()}
    started = time.perf_counter()
    size = 0
    with zipfile.ZipFile(path) as archive:
        for member in archive.namelist():
            name = Path(member).stem.split("-part")[0].removesuffix("s")
            if name in wrappers or name in ("direct-message-header", "direct-message-group-header"):
                data = archive.read(member)
                size += len(data)
                kind = list[wrappers[name]] if name in wrappers else list[dict[str, msgspec.Raw]]  # type: ignore[valid-type]
                msgspec.json.decode(memoryview(data)[data.index(b"=") + 1 :], type=kind, strict=False)
    return {"seconds": time.perf_counter() - started, "bytes": size}


def plain_json(path: Path) -> dict[str, float]:
    """What a reader pays that loads the tweets as ordinary JSON."""
    started = time.perf_counter()
    with zipfile.ZipFile(path) as archive:
        for member in archive.namelist():
            if Path(member).stem.split("-part")[0] == "tweets":
                data = archive.read(member)
                json.loads(data[data.index(b"=") + 1 :])
    return {"seconds": time.perf_counter() - started}


def reader(path: Path) -> dict[str, float]:
    """Every record of every part that is read, typed, and dropped: the reading stage alone."""
    from analyzer.archive import Part, open_archive

    started = time.perf_counter()
    records = 0
    with open_archive(path) as archive:
        for part in Part:
            if part is not Part.MANIFEST and archive.has(part):
                records += sum(len(batch) for batch in archive.read(part))
    return {"seconds": time.perf_counter() - started, "records": records}


def whole(path: Path) -> dict[str, float]:
    """One analysis with the time spent in each stage, then the NetworkX graph, the verdicts' judging and the JSON file; imports included."""
    from analyzer.progress import Progress

    started = time.perf_counter()
    from analyzer.analysis import Options, analyze
    from analyzer.evidence.lexicons import load
    from analyzer.workspace.storage import lexicon_folder

    load(lexicon_folder())
    begun = time.perf_counter()
    spans = {"start": begun - started, **dict.fromkeys(STAGES, 0.0)}
    last = ["look", begun]

    def note(progress: Progress) -> None:
        now = time.perf_counter()
        spans[str(last[0])] += now - float(last[1])
        last[:] = [progress.stage.value, now]

    analysis = analyze([path], Options(), note)
    end = time.perf_counter()
    spans[str(last[0])] += end - float(last[1])
    spans |= _afterwards(analysis)
    end = time.perf_counter()
    read = sum(spans[stage] for stage in STAGES[: STAGES.index("evidence")])
    return {**spans, "seconds": end - started, "read": read, "people": len(analysis.people)}


def _afterwards(analysis: "Analysis") -> dict[str, float]:
    """Seconds of what follows an analysis; nothing is searched for cycles, as in the command."""
    gc.disable()
    times = [time.perf_counter()]
    nodes = analysis.graph.networkx.number_of_nodes()
    times.append(time.perf_counter())
    from analyzer.verdict.judge import judge_all
    from analyzer.verdict.policy import default_policy

    policy = default_policy()
    judgements = judge_all(analysis, policy, {})
    times.append(time.perf_counter())
    from analyzer.export.analysis_json import render

    size = sum(map(len, render(analysis, judgements, policy)))
    times.append(time.perf_counter())
    assert nodes > len(analysis.people) and size > 0
    return {name: end - start for name, start, end in zip(AFTERWARDS, times, times[1:], strict=False)}


JOBS = {"floor": floor, "json": plain_json, "reader": reader, "whole": whole}


def in_child(job: str, path: Path) -> dict[str, float]:
    """Run one job in a fresh process; adds its peak memory in MB."""
    answer = subprocess.run([sys.executable, "-m", "tests.bench.reading", "--job", job, str(path)], capture_output=True, text=True, check=True)
    return dict(json.loads(answer.stdout))


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tweets", type=int, nargs="+", default=[100_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--job", choices=JOBS, help=argparse.SUPPRESS)
    parser.add_argument("path", nargs="?", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.job and given.path:
        figures = JOBS[given.job](given.path)
        figures["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(figures))
        return 0
    for tweets in given.tweets:
        _table(tweets, given.runs)
    return 0


def _table(tweets: int, runs: int) -> None:
    path = simulated(tweets)
    rounds = [{job: in_child(job, path) for job in JOBS} for _ in range(runs)]

    def middle(job: str, key: str) -> float:
        return median(one[job][key] for one in rounds)

    base = middle("floor", "seconds")

    def row(words: str, seconds: float, peak: float | None = None) -> None:
        memory = f"{peak:9.0f}" if peak is not None else " " * 9
        print(f"{words:28}{seconds:9.2f}{seconds / base:9.2f}{memory}{seconds / tweets * 1e6:12.1f}")

    people, size = middle("whole", "people"), middle("floor", "bytes") / 1e6
    print(f"\n{tweets:,} tweets, {people:,.0f} people, {size:,.0f} MB of JSON; median of {runs}")
    print(f"{'':28}{'seconds':>9}{'× floor':>9}{'peak MB':>9}{'µs/tweet':>12}")
    for job, words in (("floor", "floor: inflate + decode"), ("json", "json.loads of tweets"), ("reader", "reader: all typed records")):
        row(words, middle(job, "seconds"), middle(job, "peak_mb"))
    for stage in ("start", *STAGES, *AFTERWARDS):
        row(f"  {stage}", middle("whole", stage))
    row("reader to people", middle("whole", "read"))
    row("whole: analyze --json", middle("whole", "seconds") - middle("whole", "NetworkX graph"), middle("whole", "peak_mb"))
    row("  and the NetworkX graph", middle("whole", "seconds"))


if __name__ == "__main__":
    raise SystemExit(main())
