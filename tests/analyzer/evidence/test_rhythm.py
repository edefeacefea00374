"""Contact days, gaps and the conversation sign, each with its smallest positive and its nearest negative."""

from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.evidence.calendar import Calendar
from analyzer.evidence.rhythm import measure_rhythm
from analyzer.evidence.signs import find_signs
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


def talks(*acts: Act) -> int | None:
    return find_signs(list(acts), UTC).signs.conversation


def test_two_own_turns_and_one_likely_answer_in_one_sitting_are_a_conversation() -> None:
    own, again = act(Kind.REPLY, AT), act(Kind.REPLY, AT + 2 * HOUR)
    answer = act(Kind.TURN, AT + HOUR, Direction.IN, Tier.LIKELY)
    assert talks(own, again, answer) == 1
    assert talks(own, answer) == 0
    assert talks(own, again, act(Kind.TURN, AT + HOUR, Direction.IN, Tier.POSSIBLE)) == 0


def test_twelve_hours_of_silence_end_a_sitting() -> None:
    own, answer = act(Kind.REPLY, AT), act(Kind.TURN, AT + HOUR, Direction.IN, Tier.CERTAIN)
    assert talks(own, answer, act(Kind.REPLY, AT + 13 * HOUR)) == 1
    assert talks(own, answer, act(Kind.REPLY, AT + 13 * HOUR + 1)) == 0


def test_other_signs_are_not_computed_and_not_zero() -> None:
    signs = find_signs([act(Kind.REPLY, AT)], UTC).signs
    assert (signs.conversation, signs.sprint, signs.morning, signs.hello, signs.welcome_answer) == (0, None, None, None, None)
