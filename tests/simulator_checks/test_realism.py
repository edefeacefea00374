"""Hard worlds look like the three real archives: each marginal within a fifth of the real range (relationships §7)."""

from pathlib import Path

import pytest

from tests.bench.truth.realism import LIKE_REAL, compare, real_marginals, simulated_marginals


@pytest.fixture(scope="module")
def real(shared_archives: Path) -> list[dict[str, float]]:
    return real_marginals(shared_archives)


def test_marginals_lie_within_a_fifth_of_the_real_range(real: list[dict[str, float]]) -> None:
    simulated = [simulated_marginals(owner, seed) for owner in LIKE_REAL for seed in range(71, 75)]
    outside = [f"{one.name}: {one.simulated:.3f}, real {one.low:.3f}-{one.high:.3f}" for one in compare(real, simulated) if not one.holds]
    assert not outside
