"""``python -m tests.bench.truth``: how right turns and verdicts are in worlds whose truth is known.

    python -m tests.bench.truth [--seeds 20] [--owners writer,quiet] [--jobs 2] [--tuning] [--json FILE] [--figures FILE]

Reported seeds are looked at only when rules and worlds are fixed; ``--tuning`` takes others.
"""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

from tests.bench.truth.figures import figures_of
from tests.bench.truth.realism import realism_lines
from tests.bench.truth.score import Figures, add_up
from tests.bench.truth.tables import (
    HEADLINES,
    claims,
    confusion_table,
    other_lines,
    owners_table,
    reliability_table,
    spread,
    tiers_table,
)
from tests.bench.truth.worlds import REPORTED_SEEDS, TUNING_SEEDS, judge_world
from tests.simulator.owners import OWNERS


def judge_all_worlds(owners: Sequence[str], seeds: Sequence[int], jobs: int) -> dict[tuple[str, int], Figures]:
    """The figures of every world; ``jobs`` processes."""
    wanted = list(product(owners, seeds))
    if jobs == 1:
        return {(owner, seed): judge_world(owner, seed) for owner, seed in wanted}
    with ProcessPoolExecutor(jobs) as pool:
        return dict(zip(wanted, pool.map(judge_world, *zip(*wanted, strict=True), chunksize=2), strict=True))


def report(figures: dict[tuple[str, int], Figures]) -> Iterator[str]:
    """All tables."""
    by_owner = {owner: add_up(one for (name, _), one in figures.items() if name == owner) for owner, _ in figures}
    by_seed = [add_up(one for (_, number), one in figures.items() if number == seed) for seed in {seed: None for _, seed in figures}]
    total = add_up(figures.values())
    worlds, tweets, people = total["worlds"]
    yield f"{worlds} worlds, {tweets:,} tweets, {people:,} people ({people / tweets * 100_000:,.0f} per 100,000 tweets)"
    for lines in (owners_table(by_owner), spread(by_seed), tiers_table(total), reliability_table(total), confusion_table(total), other_lines(total)):
        yield ""
        yield from lines
    yield ""
    for claim in claims(by_owner):
        yield f"{'holds' if claim.holds else 'FAILS':7}{claim.what:80}{claim.value:9.4f}  {claim.bound}"


def main() -> int:
    """Judges the worlds and prints the tables."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.truth", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=20, help="how many worlds per kind of owner")
    parser.add_argument("--owners", default=",".join(OWNERS), help="kinds of owner, by commas")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--tuning", action="store_true", help="the seeds for tuning, never reported")
    parser.add_argument("--json", type=Path, help="all figures of each world, and the claims")
    parser.add_argument("--figures", type=Path, help="the figures of the method page (resources/method/figures.json)")
    asked = parser.parse_args()
    owners = asked.owners.split(",")
    unknown = sorted(set(owners) - set(OWNERS))
    if unknown or asked.seeds < 1:
        parser.error(f"no such owner: {', '.join(unknown)}" if unknown else "at least one seed")
    seeds = list((TUNING_SEEDS if asked.tuning else REPORTED_SEEDS)[: asked.seeds])
    started = time.perf_counter()
    figures = judge_all_worlds(owners, seeds, asked.jobs)
    print(f"seeds {seeds[0]}-{seeds[-1]}{' (tuning: not for reports)' if asked.tuning else ''}; {time.perf_counter() - started:.0f} s")
    for line in (*report(figures), "", *realism_lines(seeds[:3])):
        print(line)
    if asked.figures:
        told = figures_of(figures, datetime.now(UTC).date().isoformat())
        asked.figures.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if asked.json:
        asked.json.write_text(json.dumps(as_json(figures), indent=1) + "\n", encoding="utf-8")
    return 0


def as_json(figures: dict[tuple[str, int], Figures]) -> Figures:
    """Everything as one JSON object."""
    by_owner = {owner: add_up(one for (name, _), one in figures.items() if name == owner) for owner, _ in figures}
    return {
        "format": "kithmap-truth/1",
        "claims": [{"what": one.what, "bound": one.bound, "value": one.value, "holds": one.holds} for one in claims(by_owner)],
        "headlines": {owner: {name: measure(one) for name, measure in HEADLINES.items()} for owner, one in by_owner.items()},
        "worlds": [{"owner": owner, "seed": seed, **one} for (owner, seed), one in figures.items()],
    }


if __name__ == "__main__":
    raise SystemExit(main())
