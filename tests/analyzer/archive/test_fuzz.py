"""A short run of the mutation target in every test run; long ones by hand (`fuzz.py`)."""

import random
from pathlib import Path

import pytest

from tests.analyzer.archive import fuzz


@pytest.mark.parametrize("seed", range(4))
def test_no_mutation_ends_in_an_error_or_hangs(seed: int, tmp_path: Path) -> None:
    rng = random.Random(seed)
    for _ in range(100):
        (tmp_path / "case.zip").write_bytes(fuzz.case(rng))
        assert fuzz.survive(tmp_path / "case.zip") < fuzz.SLOWEST_ALLOWED
