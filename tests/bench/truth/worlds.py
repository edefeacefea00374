"""Which worlds are judged: kinds of owner, seeds for tuning and seeds for the report, and one world from building to figures."""

import tempfile
from pathlib import Path

from tests.bench.truth.score import Figures, score_archive
from tests.simulator import Options, build_world, write_archive
from tests.simulator.owners import OWNERS

TUNING_SEEDS = range(1, 100)
"""For whoever changes the simulator or a rule; figures of these are never reported."""
REPORTED_SEEDS = range(2001, 2100)
"""Looked at only after everything is fixed. 1001-1020 were spent: that run showed that answers could be told by their first word alone."""
ORDINARY = ("talker", "writer", "dm_person")
"""Owners who talk with people and whose archive holds years of it; `talker` is like the archives on which the estimator was measured (A-L)."""
_TWEETS = {"deleter": 1_200}


def options_of(owner: str, seed: int) -> Options:
    """A hard world of usual size; every third one has many handles that strangers took."""
    return Options(seed=seed, owner=owner, tweets=_TWEETS.get(owner, 3_000), hard=True, recycled=(0.02, 0.02, 0.06)[seed % 3])


def judge_world(owner: str, seed: int) -> Figures:
    """Builds, writes, analyses and counts one world. KeyError for an unknown owner."""
    OWNERS[owner]
    world = build_world(options_of(owner, seed))
    with tempfile.TemporaryDirectory(prefix="kithmap-truth-") as folder:
        return score_archive(world, write_archive(world, Path(folder) / "archive.zip"))
