"""Likes find their authors by ids and, weaker, by text; texts to ego prove an incoming turn, texts without ego's handle prove none."""

from analyzer.archive.records import Like
from analyzer.evidence.acts import Kind, Tier
from analyzer.evidence.estimator import Estimator
from analyzer.evidence.likes import LikeLog, read_likes
from analyzer.evidence.turns import add_turns
from analyzer.people.tally import Tallies
from tests.analyzer.evidence.test_interactions import OWN, read
from tests.analyzer.make import BEA, DAY, EGO, HOUR, KIM, ms, snowflake, tweet

AT = ms("2022-03-05 12:00")
LONG = "A sentence that is surely longer than forty characters, about tea"


def judged(*likes: Like) -> tuple[Tallies, LikeLog]:
    log, found = read(
        tweet(AT, "@bea yes", mentions={"bea": BEA}, reply_to=BEA, status=snowflake(AT - HOUR), reply_handle="bea"),
        tweet(AT + DAY, "@bea no", mentions={"bea": BEA}, reply_to=BEA, status=snowflake(AT + DAY - HOUR), reply_handle="bea"),
        tweet(AT + 2 * DAY, f"RT @kim: {LONG} …", mentions={"kim": KIM}),
    )
    liked = LikeLog()
    read_likes([list(likes)], liked, log, found.status_author, OWN, found.tallies)
    add_turns(found.tallies, Estimator(found.spoken, [], {}), liked, found.status_author)
    return found.tallies, liked


def turns(tallies: Tallies, person: int) -> list[Tier | None]:
    return [act.tier for act in tallies[person].acts if act.kind is Kind.TURN]


def test_a_liked_answer_is_certain_and_counts_once() -> None:
    tallies, liked = judged(Like(snowflake(AT - HOUR), "@ann how are you"), Like(snowflake(AT - HOUR), "@ann how are you"))
    assert liked.total == 1 and tallies[BEA].likes == 1
    assert turns(tallies, BEA)[0] is Tier.CERTAIN and len(turns(tallies, BEA)) == 2


def test_a_liked_public_tweet_is_a_certain_no_and_a_cut_one_is_not() -> None:
    tallies, _ = judged(Like(snowflake(AT - HOUR), "tea for all"), Like(snowflake(AT + DAY - HOUR), "a long text that was cut…"))
    assert turns(tallies, BEA)[0] is Tier.CERTAIN_NO
    assert turns(tallies, BEA)[1] is not Tier.CERTAIN_NO


def test_equal_text_names_the_author_but_proves_no_turn() -> None:
    tallies, liked = judged(Like(snowflake(AT - DAY), f"{LONG} https://t.co/abc"))
    assert tallies[KIM].likes == 1 and turns(tallies, KIM) == [] and liked.unnamed_to_ego == 0


def test_likes_of_own_tweets_and_unknown_authors_make_no_person() -> None:
    tallies, liked = judged(Like(snowflake(AT), "own"), Like(snowflake(AT - 9 * DAY), "hello @ann"), Like(snowflake(AT - 8 * DAY), None))
    assert set(tallies) == {BEA, KIM} and liked.unnamed_to_ego == 1 and liked.total == 3
    assert EGO not in tallies
