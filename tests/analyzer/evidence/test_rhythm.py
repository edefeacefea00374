"""Contact days, gaps, sittings and what is read from them."""

from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.evidence.calendar import Calendar
from analyzer.evidence.rhythm import answer_time, contact_months, longest_streak, measure_rhythm, returns, sittings
from tests.analyzer.make import DAY, HOUR, ms

AT = ms("2022-03-05 12:00")
UTC = Calendar()


def act(kind: Kind, at: int, direction: Direction = Direction.OUT, tier: Tier | None = None) -> Act:
    return Act(kind, direction, at, at, at, 1.0, tier)


def test_contact_days_need_a_directed_act_or_a_message() -> None:
    acts = [
        act(Kind.REPLY, AT),
        act(Kind.QUOTE, AT + HOUR),
        act(Kind.DM, AT + 3 * DAY, Direction.IN),
        act(Kind.CARRIED, AT + 5 * DAY),
        act(Kind.RETWEET, AT + 6 * DAY),
        act(Kind.GROUP_DM, AT + 7 * DAY),
        act(Kind.TURN, AT + 8 * DAY, Direction.IN, Tier.LIKELY),
        act(Kind.MENTION, AT + 10 * DAY),
    ]
    rhythm = measure_rhythm(acts, UTC, UTC.day(AT + 20 * DAY))
    first = UTC.day(AT)
    assert rhythm.days == (first, first + 3, first + 10)
    assert (rhythm.directed_acts, rhythm.directed_days, rhythm.weeks, rhythm.median_gap) == (3, 2, 3, 5.0)


def test_the_last_active_year_ends_with_egos_last_act() -> None:
    acts = [act(Kind.REPLY, AT), act(Kind.REPLY, AT + 365 * DAY)]
    assert measure_rhythm(acts, UTC, UTC.day(AT) + 365).last_year == 1
    assert measure_rhythm(acts, UTC, UTC.day(AT) + 364).last_year == 1
    assert measure_rhythm([], UTC, None).last_year == 0


def test_months_streaks_and_returns_are_read_from_the_contact_days() -> None:
    first = UTC.day(ms("2022-01-31 12:00"))
    days = (first, first + 1, first + 2, first + 9, first + 10, first + 400)
    assert contact_months(days) == 3
    assert (longest_streak(days), longest_streak(()), longest_streak((5,))) == (3, 0, 1)
    assert returns(days, 389) == (first + 400,)
    assert returns(days, 390) == ()


def test_answers_are_timed_from_egos_last_word_within_a_sitting() -> None:
    said, again = act(Kind.REPLY, AT), act(Kind.REPLY, AT + HOUR)
    answer = act(Kind.TURN, AT + 3 * HOUR, Direction.IN, Tier.CERTAIN)
    assert answer_time(sittings([answer, again, said])) == (2 * HOUR, Tier.CERTAIN)
    likely = act(Kind.TURN, AT + 4 * DAY + HOUR, Direction.IN, Tier.LIKELY)
    assert answer_time(sittings([said, again, answer, act(Kind.REPLY, AT + 4 * DAY), likely])) == (round(1.5 * HOUR), Tier.LIKELY)
    assert answer_time(sittings([said, act(Kind.TURN, AT + 13 * HOUR, Direction.IN, Tier.CERTAIN)])) is None
    assert answer_time(sittings([said, act(Kind.TURN, AT + HOUR, Direction.IN, Tier.POSSIBLE)])) is None


def test_twelve_hours_of_silence_end_a_sitting() -> None:
    first, inside, after = act(Kind.REPLY, AT), act(Kind.DM, AT + 12 * HOUR, Direction.IN), act(Kind.QUOTE, AT + 24 * HOUR + 1)
    found = sittings([after, first, inside], {first.id: 4, after.id: 16})
    assert [(one.begins, one.ends, one.own, one.incoming, one.bits) for one in found] == [
        (AT, AT + 12 * HOUR, (first.id,), 1, 4),
        (after.at, after.at, (after.id,), 0, 16),
    ]
