"""The timing rule: six hours and a follower is likely unless moved targets are flagged as well; 48 hours is possible."""

from analyzer.evidence.acts import Kind, Tier
from analyzer.evidence.likes import LikeLog
from analyzer.evidence.turns import add_turns
from tests.analyzer.evidence.test_interactions import read
from tests.analyzer.make import BEA, DAY, HOUR, MINUTE, ms, snowflake, tweet

AT = ms("2022-03-05 12:00")


def tiers(gap: int, *, follows: bool = True, status: bool = True, daily: int = 0) -> list[Tier | None]:
    """Tiers of one reply to a tweet that came ``gap`` after an own tweet to the same account; ``daily`` adds daily replies around it."""
    tweets = [
        tweet(AT, "hi @bea", mentions={"bea": BEA}),
        tweet(
            AT + gap + MINUTE, "@bea sure", mentions={"bea": BEA}, reply_to=BEA, status=snowflake(AT + gap) if status else None, reply_handle="bea"
        ),
    ]
    for day in range(1, daily + 1):
        for sign in (1, -1):
            at = AT + sign * day * DAY
            tweets.append(tweet(at, "@bea hm", mentions={"bea": BEA}, reply_to=BEA, status=snowflake(at - 3 * HOUR), reply_handle="bea"))
    _, found = read(*tweets)
    found.tallies[BEA].follows_ego = follows
    add_turns(found.tallies, found.addressed, LikeLog(), found.status_author)
    return [act.tier for act in found.tallies[BEA].acts if act.kind is Kind.TURN and act.id == tweets[1].id]


def test_a_follower_within_six_hours_is_likely() -> None:
    assert tiers(6 * HOUR) == [Tier.LIKELY]


def test_a_minute_more_or_no_follow_is_possible() -> None:
    assert tiers(6 * HOUR + MINUTE) == [Tier.POSSIBLE]
    assert tiers(HOUR, follows=False) == [Tier.POSSIBLE]


def test_beyond_48_hours_or_without_a_status_nothing_is_said() -> None:
    assert tiers(48 * HOUR + MINUTE) == [Tier.UNKNOWN]
    assert tiers(HOUR, status=False) == [Tier.UNKNOWN]


def test_an_owner_who_comments_every_day_gets_no_likely_turn() -> None:
    assert tiers(HOUR, daily=40) == [Tier.POSSIBLE]
