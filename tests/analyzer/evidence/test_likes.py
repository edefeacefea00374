"""Likes find their authors by ids and, weaker, by text; texts to ego prove an incoming turn, texts without ego's handle prove none."""

import time
from operator import attrgetter

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
    return [act.tier for act in sorted(tallies[person].acts, key=attrgetter("id")) if act.kind is Kind.TURN]


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


HEAD_OF_ALL = "a text with a long beginning that many have"


def given(retweets: list[str], likes: list[str]) -> Tallies:
    """Retweets of KIM and BEA by turns, then likes of tweets with these texts."""
    whose = (("kim", KIM), ("bea", BEA))
    cut = [
        tweet(AT + place, f"RT @{name}: {text}…", mentions={name: id_}) for place, text in enumerate(retweets) for name, id_ in (whose[place % 2],)
    ]
    log, found = read(*cut)
    texts = [Like(snowflake(AT - DAY - place), text) for place, text in enumerate(likes)]
    read_likes([texts], LikeLog(), log, found.status_author, OWN, found.tallies)
    return found.tallies


def test_a_cut_retweet_names_who_wrote_what_begins_like_it_unless_two_did() -> None:
    short, long = f"{HEAD_OF_ALL} so", f"{HEAD_OF_ALL} so far"
    assert given([short, f"{HEAD_OF_ALL} else"], [f"{short}metimes", f"{HEAD_OF_ALL} other"])[KIM].likes == 1
    assert given([f"{HEAD_OF_ALL} else", long], [f"{long} away"])[BEA].likes == 1
    both = given([short, long], [f"{long} away", f"{short}me"])
    assert (both[KIM].likes, both[BEA].likes) == (1, 0)


def test_many_cut_retweets_that_begin_alike_cost_no_more_than_others() -> None:
    retweets, likes = ([f"{HEAD_OF_ALL} {place:05} {end}" for place in range(20_000)] for end in ("x", "y"))
    began = time.process_time()
    tallies = given(retweets, likes)
    assert time.process_time() - began < 5  # each like looking at all the retweets takes a minute and more
    assert tallies[KIM].likes == 0
