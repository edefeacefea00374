"""Whether ego came to somebody unasked: the nearest tweet of theirs that an own word may have called for, and the nearest that none did."""

from analyzer.evidence.acts import Act, Direction, Kind
from analyzer.evidence.unprompted import CALLED_FOR, count_unprompted
from tests.analyzer.make import DAY, HOUR, ms, snowflake

AT = ms("2022-03-05 12:00")


def reply(at: int, theirs: int | None) -> Act:
    return Act(Kind.REPLY, Direction.OUT, at, snowflake(at), snowflake(theirs) if theirs is not None else None)


def test_a_reply_to_a_tweet_out_of_the_blue_is_unasked_and_one_to_an_answer_is_not() -> None:
    call, thanks = reply(AT, None), reply(AT + 2 * HOUR, AT + HOUR)
    assert count_unprompted([call, thanks]) == 0
    assert count_unprompted([thanks]) == 1


def test_four_days_after_a_word_of_egos_nothing_answers_it_any_more() -> None:
    call = Act(Kind.MENTION, Direction.OUT, AT, snowflake(AT))
    assert count_unprompted([reply(AT + CALLED_FOR + HOUR, AT + CALLED_FOR), call]) == 0
    assert count_unprompted([reply(AT + CALLED_FOR + HOUR, AT + CALLED_FOR + 1), call]) == 1


def test_what_is_no_word_to_them_calls_for_nothing_and_a_tweet_answered_twice_counts_once() -> None:
    clicked = Act(Kind.RETWEET, Direction.OUT, AT, snowflake(AT))
    twice = [reply(AT + 2 * HOUR, AT + HOUR), reply(AT + 3 * HOUR, AT + HOUR)]
    assert count_unprompted([clicked, *twice]) == 1
    assert count_unprompted([*twice, reply(AT + 9 * DAY, AT + 8 * DAY)]) == 2


def test_before_november_2010_no_tweet_of_theirs_has_a_time() -> None:
    assert count_unprompted([Act(Kind.REPLY, Direction.OUT, ms("2009-05-05"), 300, 200)]) == 0
