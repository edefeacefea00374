"""Which worlds are judged: kinds of owner, seeds for tuning and seeds for the report, and one world from building to figures."""

import tempfile
from pathlib import Path

from tests.bench.truth.score import Figures, score_archive
from tests.simulator import Options, build_world, write_archive
from tests.simulator.owners import OWNERS, OwnerKind

TUNING_SEEDS = range(1, 100)
"""For whoever changes the simulator or a rule; figures of these are never reported."""
REPORTED_SEEDS = range(2001, 2100)
"""Looked at only after everything is fixed. 1001-1020 were spent: that run showed that answers could be told by their first word alone."""


def is_ordinary(kind: OwnerKind) -> bool:
    """Whether the bounds on recall are meant for this kind of owner: decided by what a kind is made of, never by its results.

    The notes measured recall on ordinary accounts (A-L), apart from two that almost only reply to strangers; and they say that little is found
    where there are few exchanges or where the archive is short. So an ordinary owner converses: replies to others are the largest part of what is
    written (no broadcaster, nobody quiet who mostly retweets), people answer (no reply-guy), the archive holds three years or more (no newcomer,
    not a short one), and nothing was deleted. All kinds are reported, each apart.
    """
    others = 1 - kind.replies - kind.retweets - kind.quotes
    return kind.replies > max(kind.retweets, kind.quotes, others) and kind.answered >= 0.5 and kind.years >= 3 and not kind.forgets


ORDINARY = tuple(name for name, kind in OWNERS.items() if is_ordinary(kind))
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
