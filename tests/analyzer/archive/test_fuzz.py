"""What mutation ever broke stays mended, absurd values in every field cost no more than their record, and a short run of the mutation target."""

import random
import re
from pathlib import Path

import pytest

from tests.analyzer.archive import fuzz
from tests.analyzer.archive.invented import FOLDERS, files_of, zipped

CORPUS = sorted((FOLDERS / "fuzz-corpus").glob("*.zip"))
_KEY = re.compile(rb'"(\w+)"\s*:\s*(?:"[^"]*\d\d[^"]*"|-?\d)')
ABSURD = (
    *("0", "-1", "9223372036854775807", "9223372036854775808", "-9223372036854775809", "1" * 400, "1" * 5000, "\u00b2", "\u0663\u0664\u0665"),
    *("Fri Dec 31 23:59:59 -9999 9999", "9999-12-31T23:59:59.999Z", "0001-01-01T00:00:00Z", "99999999999999", "0001-01-01 00:00:00 +9959"),
)
"""Ids beyond 64 bits, numbers too long for Python, digits that are none to it, and times at the ends of the calendar."""


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_what_once_failed_is_survived(path: Path) -> None:
    assert fuzz.survive(path) < fuzz.SLOWEST_ALLOWED


def test_the_corpus_is_there() -> None:
    assert len(CORPUS) >= 10


@pytest.mark.parametrize("era", ["era-a", "era-b1", "era-d", "era-2026"])
def test_absurd_values_in_every_field(era: str, tmp_path: Path) -> None:
    """Each field in turn, in all records at once."""
    files = files_of(era)
    keys = {key for content in files.values() for key in _KEY.findall(content)}
    for key in sorted(keys):
        field = re.compile(rb'("' + key + rb'"\s*:\s*)(?:"[^"]*"|-?\d[\d.E]*)')
        for value in ABSURD:
            changed = {name: field.sub(lambda found: found[1] + f'"{value}"'.encode(), content) for name, content in files.items()}  # noqa: B023
            assert fuzz.survive(zipped(tmp_path / "case.zip", changed)) < fuzz.SLOWEST_ALLOWED


@pytest.mark.parametrize("seed", range(4))
def test_no_mutation_ends_in_an_error_or_hangs(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    for _ in range(50):
        (tmp_path / "case.zip").write_bytes(fuzz.case(rng))
        assert fuzz.survive(tmp_path / "case.zip") < fuzz.SLOWEST_ALLOWED
