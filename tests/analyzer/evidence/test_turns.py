"""Inferred turns: each feature of the estimator with the case that has it and the nearest that has not, and direct proof over it."""

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.archive.records import Tweet
from analyzer.evidence.acts import Kind, Tier
from analyzer.evidence.estimator import POINTS, Estimator, Spoken
from analyzer.evidence.likes import LikeLog
from analyzer.evidence.placebo import rank, slots_of
from analyzer.evidence.turns import add_turns, tier_of
from analyzer.people.tally import Tallies
from tests.analyzer.evidence.test_interactions import read
from tests.analyzer.make import BEA, DAY, EVA, HOUR, KIM, LEO, MINUTE, ms, snowflake, tweet

AT = ms("2022-03-05 12:00")
SPAN = [AT - 40 * DAY, AT + 40 * DAY]


def spoken(at: int, *who: int, lead: tuple[str, ...] = (), answers: int | None = None, opening: str = "") -> Spoken:
    target = who[0] if answers is not None else None
    return Spoken(at, snowflake(at), frozenset(who), lead, target, snowflake(answers) if answers is not None else 0, opening)


def look(*rows: Spoken, undirected: tuple[int, ...] = ()):  # type: ignore[no-untyped-def]
    """Features of the last row; own tweets 40 days around make all 60 shifts possible."""
    around = [spoken(at, LEO) for at in SPAN]
    return Estimator([*rows, *around], [*undirected, *SPAN], {"kim": KIM, "bea": BEA}).features[rows[-1].id]


def test_a_rare_short_gap_to_the_last_talk() -> None:
    found = look(spoken(AT, BEA), spoken(AT + 2 * HOUR, BEA, answers=AT + HOUR))
    assert found.near and found.short and found.lasttalk and found.qd < 0.02
    assert not look(spoken(AT, BEA), spoken(AT + 50 * HOUR, BEA, answers=AT + 49 * HOUR)).near


def test_somebody_else_in_between_ends_the_talk_and_an_undirected_tweet_does_not() -> None:
    first, answer = spoken(AT, BEA), spoken(AT + 2 * HOUR, BEA, answers=AT + HOUR)
    assert not look(first, spoken(AT + MINUTE, KIM), answer).lasttalk
    assert look(first, answer, undirected=(AT + MINUTE,)).lasttalk
    assert look(spoken(AT, BEA, KIM), spoken(AT + MINUTE, KIM), answer).lasttalk


def test_daily_contact_makes_a_short_gap_ordinary() -> None:
    daily = [spoken(AT + day * DAY, BEA) for day in range(-35, 36) if day]
    assert look(*daily, spoken(AT, BEA), spoken(AT + 2 * HOUR, BEA, answers=AT + HOUR)).qd > 0.04


def test_the_same_round_goes_on() -> None:
    lead = ("bea", "kim")
    assert look(spoken(AT, BEA, KIM, lead=lead), spoken(AT + HOUR, BEA, KIM, lead=lead[::-1], answers=AT + MINUTE)).same
    assert not look(spoken(AT, BEA, lead=("bea",)), spoken(AT + HOUR, BEA, lead=("bea",), answers=AT + MINUTE)).same


def test_somebody_joins_a_running_talk() -> None:
    talk = spoken(AT, KIM)
    assert look(talk, spoken(AT + HOUR, BEA, KIM, lead=("bea", "kim"), answers=AT + 30 * MINUTE)).party
    assert not look(talk, spoken(AT + 2 * HOUR, BEA, KIM, lead=("bea", "kim"), answers=AT + 61 * MINUTE)).party


def test_right_after_an_own_public_tweet() -> None:
    found = look(spoken(AT + HOUR, BEA, answers=AT + 10 * MINUTE), undirected=(AT,))
    assert found.qu < 0.05 and not found.near
    assert look(spoken(AT + HOUR, BEA, answers=AT + 10 * MINUTE)).qu >= 0.20


def test_short_archives_are_treated_with_caution() -> None:
    assert rank(AT, HOUR, [AT - HOUR], AT - 2 * DAY, AT + 2 * DAY, 0.05) > 0.02


@given(
    times=st.lists(
        st.integers(0, 80 * DAY) | st.builds(lambda day, minute: day * DAY + minute * MINUTE, st.integers(0, 80), st.integers(0, 90)),
        min_size=1,
        max_size=200,
    ).map(sorted),
    at=st.integers(0, 80 * DAY) | st.integers(0, 80).map(lambda day: day * DAY + HOUR),
    gap=st.integers(1, 5 * DAY) | st.integers(1, 3 * HOUR),
)
def test_the_rank_is_the_plain_count_over_all_shifts(times: list[int], at: int, gap: int) -> None:
    first, last = times[0], times[-1]
    shifts = [at + sign * day * DAY for day in range(1, 31) for sign in (1, -1)]
    inside = [moved for moved in shifts if first <= moved <= last + DAY]
    if not first <= at <= last + DAY:
        return
    hits = sum(any(moved - gap <= time < moved for time in times) for moved in inside)
    assert rank(at, gap, times, first, last, 2.0) == pytest.approx((hits + 0.5) / (len(inside) + 1))
    assert rank(at, gap, times, first, last, 2.0, slots_of(times)) == rank(at, gap, times, first, last, 2.0)
    assert (rank(at, gap, times, first, last, 0.2) >= 0.2) is ((hits + 0.5) / (len(inside) + 1) >= 0.2)


def test_the_points_add_up() -> None:
    around = [spoken(at, LEO) for at in SPAN]
    answer = spoken(AT + 2 * HOUR, BEA, answers=AT + HOUR, opening="thanks")
    estimator = Estimator([spoken(AT, BEA), answer, *around], SPAN, {})
    estimator.rate = 0.5
    points = POINTS["intercept"] + POINTS["qd0"] + POINTS["lasttalk"] + POINTS["thanks"]
    assert estimator.probability(answer.id) == pytest.approx(1 / (1 + math.exp(-points)))
    estimator.rate = 0.02
    assert (estimator.probability(answer.id) or 0) < 0.9


def test_labels_of_the_archive_itself_draw_the_owner_rate() -> None:
    estimator = Estimator([], [], {})
    estimator.calibrate(0, 19)
    assert estimator.rate == 0.35
    estimator.calibrate(0, 100)
    assert estimator.rate == pytest.approx(7 / 120)


def test_before_november_2010_only_the_order_is_known() -> None:
    old = ms("2009-05-05")
    lead = ("bea", "kim")
    rows = [Spoken(old, 100, frozenset({BEA, KIM}), lead, None, 0, ""), Spoken(old, 300, frozenset({BEA, KIM}), lead, BEA, 200, "")]
    assert Estimator(rows, [], {}).probability(300) == 0.96
    alone = [Spoken(old, 100, frozenset({BEA}), ("bea",), None, 0, ""), Spoken(old, 300, frozenset({BEA}), ("bea",), BEA, 200, "")]
    assert Estimator(alone, [], {}).probability(300) == 0.5
    other = [*alone, Spoken(old, 150, frozenset({EVA}), (), None, 0, "")]
    assert Estimator(other, [], {}).probability(300) is None


@given(st.lists(st.integers(1, 40), min_size=1, max_size=30, unique=True), st.integers(1, 45))
def test_the_last_tweet_before_is_found_whatever_the_order_of_the_ids(ids: list[int], status: int) -> None:
    rows = [Spoken(place, id_, frozenset({BEA}), (f"x{id_}", "bea"), None, 0, "") for place, id_ in enumerate(ids)]
    before = [row for row in rows if row.id < status]
    reply = Spoken(len(ids), 1000, frozenset({BEA}), before[-1].lead if before else (), BEA, status, "")
    # Only the very tweet that is the last one with a lower id opens with the same handles.
    assert Estimator([*rows, reply], [], {}).probability(1000) == (0.96 if before else None)


def test_twenty_thousand_early_replies_to_one_person_are_looked_at_in_no_time() -> None:
    rows = [Spoken(place, 10 * place + 9, frozenset({BEA}), ("bea",), BEA, 10 * place + 4, "") for place in range(20_000)]
    began = time.process_time()
    found = Estimator(rows, [], {})
    assert time.process_time() - began < 4  # each looking at all the others takes eleven
    assert (found.probability(9), found.probability(199_999)) == (None, 0.5)


def test_an_id_beyond_64_bits_is_no_early_one() -> None:
    rows = [Spoken(AT, 100, frozenset({BEA}), ("bea",), None, 0, ""), Spoken(AT + 1, 300, frozenset({BEA}), ("bea",), BEA, 2**70, "")]
    assert Estimator(rows, [], {}).probability(300) is None


def test_a_target_newer_than_the_reply_says_nothing() -> None:
    rows = [spoken(AT, BEA), spoken(AT + HOUR, BEA, answers=AT + 2 * HOUR)]
    assert Estimator(rows, [], {}).probability(rows[1].id) is None


@pytest.mark.parametrize(("p", "tier"), [(None, Tier.UNKNOWN), (0.49, Tier.UNKNOWN), (0.5, Tier.POSSIBLE), (0.89, Tier.POSSIBLE), (0.9, Tier.LIKELY)])
def test_tiers(p: float | None, tier: Tier) -> None:
    assert tier_of(p) is tier


def turns_of(likes: LikeLog, *tweets: Tweet) -> Tallies:
    _, found = read(*tweets)
    add_turns(found.tallies, Estimator(found.spoken, [], {}), likes, found.status_author)
    return found.tallies


def test_each_reply_has_one_turn_and_a_reply_without_a_status_an_unknown_one() -> None:
    tallies = turns_of(LikeLog(), tweet(AT, "@bea hi", mentions={"bea": BEA}, reply_to=BEA, reply_handle="bea"))
    (turn,) = [act for act in tallies[BEA].acts if act.kind is Kind.TURN]
    assert (turn.tier, turn.p, turn.inferred_p, turn.at) == (Tier.UNKNOWN, None, None, None)
