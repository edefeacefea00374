"""Whether simulated archives look like the three real ones: the same marginals, each within a fifth of the real range."""

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from tests.bench.truth.marginals import Marginals, marginals
from tests.bench.truth.worlds import options_of
from tests.simulator import build_world, write_archive
from tests.simulator_checks.reading import Read, read_archive

REAL = ("c-2021", "d-2022", "d-2025")
LIKE_REAL = ("writer", "dm_person", "quiet")
"""Owners meant to be like those three; the others differ on purpose."""
SHARED = Path(__file__).resolve().parents[4] / "shared" / "archives"
SLACK = 0.2


@dataclass(frozen=True, slots=True)
class Compared:
    """One marginal: the real range and the mean of the simulated archives."""

    name: str
    low: float
    high: float
    simulated: float

    @property
    def holds(self) -> bool:
        """Within the real range widened by a fifth."""
        return self.low * (1 - SLACK) <= self.simulated <= self.high * (1 + SLACK)


def real_marginals(folder: Path = SHARED) -> list[Marginals]:
    """Of the three real archives; empty where they are not there."""
    paths = [folder / f"{name}.zip" for name in REAL]
    return [_of(read_archive(path)) for path in paths] if all(path.exists() for path in paths) else []


def simulated_marginals(owner: str, seed: int) -> Marginals:
    """Of one world of the benchmark."""
    with tempfile.TemporaryDirectory(prefix="kithmap-truth-") as folder:
        return _of(read_archive(write_archive(build_world(options_of(owner, seed)), Path(folder) / "archive.zip")))


def _of(read: Read) -> Marginals:
    kind = "tweets" if "tweets" in read.records else "tweet"
    return marginals(read.wrapped(kind), int(read.manifest["userInfo"]["accountId"]))


def compare(real: Sequence[Marginals], simulated: Sequence[Mapping[str, float]]) -> list[Compared]:
    """Each marginal's real range against the simulated mean."""
    return [Compared(name, min(one[name] for one in real), max(one[name] for one in real), mean(one[name] for one in simulated)) for name in real[0]]


def realism_lines(seeds: Sequence[int]) -> Iterator[str]:
    """A table of the marginals, or one line where the real archives are not there."""
    real = real_marginals()
    if not real:
        yield "marginals: the real archives are not here"
        return
    yield f"{'marginals':30}{'real':>16}" + "".join(f"{owner:>12}" for owner in LIKE_REAL)
    worlds = {owner: [simulated_marginals(owner, seed) for seed in seeds] for owner in LIKE_REAL}
    for row in zip(*(compare(real, worlds[owner]) for owner in LIKE_REAL), strict=True):
        cells = "".join(f"{one.simulated:11.3f}{' ' if one.holds else '*'}" for one in row)
        yield f"{row[0].name:30}{row[0].low:8.3f}-{row[0].high:<8.3f}{cells}"
    yield "* outside the real range widened by a fifth"
