"""The guard before a turn is called likely: how many rare gaps chance brings, and what is left of p where it explains them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.evidence.chance import BELOW_LIKELY, Gaps, average, guarded, share_by_chance
from analyzer.evidence.estimator import LIKELY_FROM
from tests.analyzer.evidence.test_turns import AT, SPAN, look, spoken
from tests.analyzer.make import BEA, DAY, HOUR

SHARES = st.floats(0, 3, allow_nan=False)


def test_gaps_are_counted_by_how_rare_they_are() -> None:
    gaps = Gaps()
    for near, rank in ((True, 0.01), (True, 0.04), (True, 0.3), (False, 0.01)):
        gaps.add(near, rank)
    assert (gaps.replies, gaps.rare, gaps.rarest) == (4, 2, 1)


def test_somebody_answered_sixty_times_has_a_rare_gap_by_chance_and_somebody_answered_three_times_has_not() -> None:
    usual = Gaps(1, 0.5, 0.4)
    assert share_by_chance(Gaps(60, 1, 1), usual, 0.01) == pytest.approx(0.02 * 61 / 1.4)
    assert share_by_chance(Gaps(3, 1, 1), usual, 0.01) == pytest.approx(0.02 * 4 / 1.4)
    assert share_by_chance(Gaps(3, 1, 0), usual, 0.03) == pytest.approx(0.05 * 4 / 1.5)
    assert average([Gaps(3, 2, 1), Gaps(1, 0, 0)]) == Gaps(1, 0.5, 0.25)
    assert average([]) == Gaps(1, 0, 0)


@pytest.mark.parametrize(
    ("p", "by_chance", "likely"),
    [(0.9, 0.1, True), (0.9, 0.11, False), (0.99, 0.11, False), (0.8, 0.05, True), (0.8, 0.06, False), (0.79, 0.0, False)],
)
def test_likely_asks_for_p_and_for_little_chance(p: float, by_chance: float, likely: bool) -> None:
    assert (guarded(p, by_chance) >= LIKELY_FROM) is likely


@given(p=st.floats(0, 1), less=SHARES, more=SHARES)
def test_the_more_chance_explains_the_less_is_left(p: float, less: float, more: float) -> None:
    less, more = sorted((less, more))
    assert 0 <= guarded(p, more) <= guarded(p, less) <= 1
    assert guarded(p, more) <= p or guarded(p, more) >= LIKELY_FROM
    assert guarded(p, less) <= BELOW_LIKELY or guarded(p, less) >= LIKELY_FROM


def test_a_poster_answered_every_other_day_is_not_likely_by_one_rare_gap() -> None:
    """A tweet an hour after ego's own: rare, and rarer than chance only where there are few replies."""
    hit = [spoken(AT, BEA), spoken(AT + 2 * HOUR, BEA, answers=AT + HOUR)]
    many = [spoken(SPAN[0] + day * DAY + 8 * HOUR, BEA, answers=SPAN[0] + day * DAY) for day in range(0, 80, 2) if not 38 < day < 42]
    few, often = look(*hit), look(*many, *hit)
    usual = Gaps(1, 0.1, 0.1)
    assert few.rare_talk and share_by_chance(few.gaps, usual, few.qd) < 0.05
    assert often.rare_talk and share_by_chance(often.gaps, usual, often.qd) > 0.1
