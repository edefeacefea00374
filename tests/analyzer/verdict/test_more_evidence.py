"""An answer or a message of theirs that comes to light never lowers a verdict, whatever the policy."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.evidence.calendar import DAY_MS, Calendar
from analyzer.evidence.rhythm import measure_rhythm
from analyzer.evidence.unprompted import count_unprompted
from analyzer.facts import Coverage
from analyzer.people.measure import count_incoming
from analyzer.people.person import Person
from analyzer.verdict.judge import judge_one
from analyzer.verdict.policy import BUILT_IN, Policy, built_in
from analyzer.verdict.strength import strength_terms
from analyzer.verdict.verdicts import Verdict
from tests.analyzer.make import ms, snowflake

FIRST, DAYS = ms("2023-01-02 12:00"), 40
CALENDAR = Calendar("UTC")
LAST = CALENDAR.day(FIRST + DAYS * DAY_MS)
COVERAGE = Coverage(
    tweets_read=True, follows_read=True, messages_read=True, messages_left_closed=False, missing_parts=(),
    tweets_by_month={(2020 + month // 12, month % 12 + 1): 9 for month in range(38)}, directed_acts=90, last_act_day=LAST,
    as_of=date.fromordinal(LAST),
)  # fmt: skip
WARMTH = {Verdict.NUMBERS_ONLY: 0, Verdict.INSUFFICIENT: 0, Verdict.ACQUAINTANCE: 1, Verdict.LAPSED: 2, Verdict.GENUINE: 2}
TURNS = {Tier.UNKNOWN: 0.1, Tier.POSSIBLE: 0.6, Tier.LIKELY: 0.93, Tier.CERTAIN: 1.0}
RISING = tuple(TURNS)


def replied(day: int, tier: Tier) -> list[Act]:
    """A reply of ego's and what is thought of the tweet that it answers."""
    at = FIRST + day * DAY_MS
    theirs = at - DAY_MS // 24
    return [
        Act(Kind.REPLY, Direction.OUT, at, snowflake(at), snowflake(theirs)),
        Act(Kind.TURN, Direction.IN, theirs, snowflake(at), snowflake(theirs), 1.0, tier, TURNS[tier], TURNS[tier]),
    ]


def message(day: int) -> Act:
    at = FIRST + day * DAY_MS + 7
    return Act(Kind.DM, Direction.IN, at, snowflake(at))


def known_by(acts: list[Act], follows_ego: bool) -> Person:
    rhythm = measure_rhythm(acts, CALENDAR, LAST)
    return Person(
        "9000000002", 9000000002, follows_ego=follows_ego, followed_by_ego=True, replies=rhythm.directed_acts,
        dm_received=sum(act.kind is Kind.DM for act in acts), directed_acts=rhythm.directed_acts, directed_days=rhythm.directed_days,
        incoming=count_incoming(acts, CALENDAR), unprompted=count_unprompted(acts), contact_days=rhythm.days, contact_weeks=rhythm.weeks,
        contact_days_last_year=rhythm.last_year, median_gap=rhythm.median_gap,
    )  # fmt: skip


def warmth(person: Person, policy: Policy) -> int:
    return WARMTH[judge_one(person, COVERAGE, policy, None).verdict]


@pytest.mark.parametrize("policy", [built_in(name) for name in BUILT_IN], ids=BUILT_IN)
@given(
    replies=st.dictionaries(st.integers(1, DAYS), st.sampled_from(RISING), max_size=9),
    messages=st.sets(st.integers(1, DAYS), max_size=3),
    surer=st.integers(1, DAYS),
    another=st.integers(1, DAYS),
    follows_ego=st.booleans(),
)
def test_what_they_wrote_never_lowers_a_verdict(
    policy: Policy, replies: dict[int, Tier], messages: set[int], surer: int, another: int, follows_ego: bool
) -> None:
    acts = [act for day, tier in replies.items() for act in replied(day, tier)] + [message(day) for day in messages]
    before = known_by(acts, follows_ego)
    more = [*acts, message(another)] if another not in messages else acts
    known_better = [
        *(act for day, tier in replies.items() for act in replied(day, Tier.CERTAIN if day <= surer else tier)),
        *(message(day) for day in messages),
    ]
    for after in (known_by(more, follows_ego), known_by(known_better, follows_ego)):
        assert warmth(after, policy) >= warmth(before, policy)
        assert all(new >= old for old, new in zip(strength_terms(before, LAST), strength_terms(after, LAST), strict=True))


def test_a_likely_day_that_a_like_proves_still_counts_for_the_strict() -> None:
    strict = built_in("strict")
    likely = [act for day in (1, 8, 15, 22) for act in replied(day, Tier.LIKELY)] + [act for day in (29, 36) for act in replied(day, Tier.UNKNOWN)]
    assert warmth(known_by(likely, True), strict) == 2
    proven = [*replied(1, Tier.CERTAIN), *likely[2:]]
    assert known_by(proven, True).incoming.likely_days == 4
    assert warmth(known_by(proven, True), strict) == 2
    unseen = [*replied(1, Tier.UNKNOWN), *likely[2:]]
    assert warmth(known_by(unseen, True), strict) == 1
