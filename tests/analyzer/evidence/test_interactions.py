"""Own tweets become acts of the right kind, weight and person, after identity repair."""

import pytest

from analyzer.archive.records import Author, EditControl, EditInfo, Entities, LaterEdit, Media, NoteTweet, RetweetedStatus, Tweet
from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.evidence.interactions import MOST_TAGS, Interactions
from analyzer.evidence.together import Together
from analyzer.evidence.tweets import NOTES_A_SECOND, TweetLog
from analyzer.people.handles import HandleBook
from analyzer.people.own import OwnHandleChange, OwnHandles
from analyzer.people.tally import Tallies
from tests.analyzer.make import BEA, DAY, EGO, EVA, KIM, LEO, ms, snowflake, tweet
from tests.replacing import replace

AT = ms("2022-03-05 12:00")
STRANGER = 9000000077
OWN = OwnHandles(EGO, "ann", [OwnHandleChange(ms("2020-01-01"), "ann_old", "ann")])


def read(*tweets: Tweet) -> tuple[TweetLog, Interactions]:
    log = TweetLog(OWN, HandleBook())
    log.read(tweets)
    log.finish()
    found = Interactions(Tallies(), Together())
    found.own_tweets(log, OWN, lambda done: None)
    found.retweets(log, OWN)
    return log, found


def only(acts: list[Act], kind: Kind) -> Act:
    (act,) = [act for act in acts if act.kind is kind]
    return act


def test_of_more_tags_than_a_tweet_has_room_for_the_first_count() -> None:
    _, found = read(tweet(AT, "@bea hello", mentions={"bea": BEA}, reply_to=BEA, tags=tuple(f"t{number}" for number in range(MOST_TAGS + 1))))
    assert [f"t{number}" for number in range(MOST_TAGS)] == list(found.tags) and set(found.tags["t0"]) == {BEA}


def test_a_reply_counts_for_the_account_replied_to_although_the_entity_names_a_stranger() -> None:
    log, found = read(tweet(AT, "@bea hello", mentions={"bea": STRANGER}, reply_to=BEA, status=snowflake(AT - DAY)))
    assert log.replies == 1 and log.mentions_total == 1
    assert found.tallies[BEA].replies == 1
    assert STRANGER not in found.tallies
    assert log.book.former_handles(BEA) == ("bea",)
    assert found.re_used == 1


def replies(who: int, *times: int) -> list[Tweet]:
    return [tweet(at, "@bea hello", mentions={"bea": who}, reply_to=who, status=snowflake(at - 1)) for at in times]


def test_replies_that_begin_alike_are_read_as_each_alone_would_be() -> None:
    often = [AT, AT + 3 * DAY, AT + DAY]
    log, found = read(*replies(BEA, *often))
    assert [len(log.rows), len(log.heads[0].replies), found.replied_to] == [0, 3, 1]
    tally = found.tallies[BEA]
    assert tally.replies == log.replies == 3
    assert sorted((act.at, act.id, act.their_id) for act in tally.acts) == sorted((at, snowflake(at), snowflake(at - 1)) for at in often)
    assert sorted((row.at, row.who, row.lead, row.target) for row in found.spoken) == sorted((at, frozenset({BEA}), ("bea",), BEA) for at in often)
    (use,) = log.book.uses["bea"].values()
    assert (use.first, use.last, use.count) == (AT, AT + 3 * DAY, 3)


@pytest.mark.parametrize("other", [{"tags": ("tea",)}, {"links": ("https://x.com/kim/status/9000000000000000009",)}])
def test_a_reply_that_begins_like_others_and_says_more_is_no_plain_one(other: dict[str, tuple[str, ...]]) -> None:
    more = tweet(AT + 2 * DAY, "@bea hello", mentions={"bea": BEA}, reply_to=BEA, **other)  # type: ignore[arg-type]
    log, found = read(*replies(BEA, AT, AT + DAY), more)
    assert [len(log.rows), len(log.heads[0].replies), found.tallies[BEA].replies] == [1, 2, 3]
    assert set(found.tags) == set(other.get("tags", ())) and found.tallies["@kim"].quotes == ("links" in other)


def test_a_handle_written_now_so_and_now_so_loses_no_reply() -> None:
    spellings = ["@bea hello", "@bea hello", "@Bea hello", "@bea hello", "@old_bea hello", "@Bea hello"]
    written = [tweet(AT + day * DAY, text, mentions={text[1:-6]: BEA}, reply_to=BEA, status=1) for day, text in enumerate(spellings)]
    _, found = read(*written)
    assert found.tallies[BEA].replies == len(found.tallies[BEA].acts) == len(found.spoken) == len(spellings)


def test_one_handle_of_two_accounts_makes_no_reply_the_other_s() -> None:
    log, found = read(*replies(BEA, AT, AT + DAY, AT + 2 * DAY), *replies(EVA, AT + 500 * DAY, AT + 501 * DAY))
    assert {key: found.tallies[key].replies for key in (BEA, EVA)} == {BEA: 3, EVA: 2} and log.replies == 5
    assert sorted(row.target or 0 for row in found.spoken) == [BEA, BEA, BEA, EVA, EVA]


def test_a_plain_reply_that_was_edited_counts_once() -> None:
    first, early, late = replies(BEA, AT, AT + DAY, AT + DAY + 60_000)
    edited = replace(late, edit_info=EditInfo(edit=LaterEdit(early.id)))
    _, found = read(first, replace(early, edit_info=EditInfo(initial=EditControl([early.id, late.id]))), edited)
    assert found.tallies[BEA].replies == 2
    assert {act.id for act in found.tallies[BEA].acts} == {first.id, late.id}


def test_later_mentions_of_the_old_handle_follow_the_reply() -> None:
    _, found = read(
        tweet(AT, "@bea hello", mentions={"bea": STRANGER}, reply_to=BEA, status=1),
        tweet(AT + DAY, "tea with @bea and @kim", mentions={"bea": STRANGER, "kim": KIM}),
    )
    assert found.tallies[BEA].mentions_body == 1 and found.tallies[KIM].mentions_body == 1
    assert STRANGER not in found.tallies
    assert only(found.tallies[KIM].acts, Kind.MENTION).weight == 0.5


def test_prefix_handles_are_carried_and_body_handles_are_not() -> None:
    _, found = read(
        tweet(AT, "@bea @kim @leo tell @eva", mentions={"bea": BEA, "kim": KIM, "leo": LEO, "eva": EVA}, reply_to=BEA, status=1, reply_handle="bea")
    )
    assert (found.tallies[KIM].carried, found.tallies[KIM].mentions_body) == (1, 0)
    assert (found.tallies[EVA].carried, found.tallies[EVA].mentions_body) == (0, 1)
    assert only(found.tallies[KIM].acts, Kind.CARRIED).weight == 0.125
    assert found.tallies[BEA].mentions_body == found.tallies[BEA].carried == 0
    assert found.together.pairs["reply_prefix", BEA, KIM] == [1, 0.5]
    assert found.together.pairs["co_mention", BEA, EVA][0] == 1
    assert ("co_mention", BEA, KIM) not in found.together.pairs


def test_the_parent_need_not_be_the_first_handle() -> None:
    log, found = read(
        tweet(AT, "@kim @bea yes", mentions={"kim": KIM, "bea": BEA}, reply_to=BEA, status=1, reply_handle="bea"),
        tweet(AT + DAY, "hi @kim", mentions={"kim": KIM}),
    )
    assert log.book.former_handles(BEA) == ()
    assert found.tallies[KIM].mentions_body == 1 and found.tallies[KIM].carried == 1


def test_handles_without_an_entity_are_people_by_handle_until_an_id_is_known() -> None:
    lunch = tweet(AT, "lunch with @Nobody_Now and @Kim", mentions={})
    _, found = read(lunch, tweet(AT + DAY, "@kim hi", mentions={"kim": KIM}, reply_to=KIM, status=1))
    assert found.tallies["@nobody_now"].mentions_body == 1
    assert found.tallies[KIM].mentions_body == 1 and "@kim" not in found.tallies


def test_own_handles_are_nobody_else_inside_their_dates() -> None:
    _, found = read(
        tweet(ms("2018-05-01"), "I am @ann_old", mentions={"ann_old": STRANGER}),
        tweet(AT, "who is @ann_old now", mentions={"ann_old": STRANGER}, low=1),
    )
    assert found.tallies[STRANGER].mentions_body == 1


def test_a_self_reply_that_names_others_addresses_them() -> None:
    log, found = read(tweet(AT, "@bea and one more thing", mentions={"bea": BEA}, reply_to=EGO, status=5))
    assert log.self_replies == 1 and found.tallies[BEA].mentions_body == 1 and found.tallies[BEA].replies == 0


def test_quotes_go_to_the_author_of_the_status_then_to_the_handle_of_the_link() -> None:
    answered = snowflake(AT - DAY)
    _, found = read(
        tweet(AT, "@bea yes", mentions={"bea": BEA}, reply_to=BEA, status=answered, reply_handle="bea"),
        tweet(AT + DAY, "this", links=(f"https://twitter.com/old_name/status/{answered}",)),
        tweet(AT + 2 * DAY, "and this", links=("https://x.com/Kim/status/77?s=20", "https://x.com/i/web/status/5", "https://x.com/ann/status/9")),
    )
    assert found.tallies[BEA].quotes == 1
    assert found.tallies["@kim"].quotes == 1
    assert set(found.tallies) == {BEA, "@kim"}


@pytest.mark.parametrize("host", ["twitter.com", "x.com", "www.twitter.com", "mobile.twitter.com", "m.twitter.com", "www.x.com", "mobile.x.com"])
def test_quotes_on_every_host_with_ego_s_own_handles_told_apart(host: str) -> None:
    """An own former handle is ego while it was held, also in a link copied later; who took it over since is somebody else."""
    held, since = ms("2019-03-01"), ms("2021-03-01")
    mine = tweet(held - 1, "something of mine")

    def link(handle: str, status: int) -> tuple[str, ...]:
        return (f"https://{host}/{handle}/status/{status}/photo/1?s=20&t=x",)

    _, found = read(
        mine,
        tweet(held, "look at me", links=link("Ann_Old", snowflake(held - DAY))),
        tweet(AT, "look what I wrote", links=link("ann_old", snowflake(held))),
        tweet(AT + 1, "mine under a strange handle", links=link("somebody", mine.id)),
        tweet(AT + 2, "the new one", links=link("ann_old", snowflake(since))),
        tweet(AT + 3, "kim said", links=link("Kim", snowflake(since) + 1)),
    )
    assert {key: tally.quotes for key, tally in found.tallies.items()} == {"@ann_old": 1, "@kim": 1}


def test_a_retweet_with_its_original_names_the_author_for_certain() -> None:
    """Month files hold the whole original: the handle in the text may be anybody's by now."""
    original = RetweetedStatus(snowflake(AT - DAY), Author(BEA, "bea_then", "Bea"), "hello", "", Entities())
    _, found = read(replace(tweet(AT, "RT @bea: hello", mentions={"bea": STRANGER}), retweeted_status=original))
    retweet = only(found.tallies[BEA].acts, Kind.RETWEET)
    assert (retweet.their_id, found.tallies[BEA].retweets) == (original.id, 1) and STRANGER not in found.tallies


@pytest.mark.parametrize(("later", "begins"), [(1000, "Tea & cake"), (0, "Coffee")])
def test_a_long_text_of_another_second_or_beginning_is_not_this_tweets(later: int, begins: str) -> None:
    log = TweetLog(OWN, HandleBook())
    log.read_notes([NoteTweet(1, AT - AT % 1000 + later, f"{begins} for all of us, and for @Kim and @bea", ["Kim", "bea"])])
    log.read([tweet(AT, "@bea Tea &amp; cake for all of us…", mentions={"bea": BEA}, reply_to=BEA, status=1, reply_handle="bea")])
    log.finish()
    assert [one.handle for kept in (log.rows or log.heads) for one in kept.named] == ["bea"]


def test_retweets_are_one_click_and_mentions_inside_them_no_evidence() -> None:
    media = (Media(BEA, snowflake(AT - DAY), "https://x.com/bea/status/1/photo/1"),)
    log, found = read(
        tweet(AT, "RT @bea: look @kim", mentions={"bea": BEA, "kim": KIM}, media=media),
        tweet(AT + DAY, "RT @leo: thanks @ann for this", mentions={"leo": -1, "ann": EGO}),
    )
    assert log.retweet_count == 2 and log.mentions_total == 3 and log.mentions_in_own == 0
    retweet = only(found.tallies[BEA].acts, Kind.RETWEET)
    assert retweet.weight == 0.1 and retweet.their_id == snowflake(AT - DAY)
    assert found.tallies[KIM].acts == [] and found.tallies[KIM].mentioned_in_retweets == 1
    turn = only(found.tallies["@leo"].acts, Kind.TURN)
    assert (turn.direction, turn.tier) == (Direction.IN, Tier.CERTAIN)


def test_only_the_last_version_of_an_edited_tweet_counts() -> None:
    first = tweet(AT, "@bea helo", mentions={"bea": BEA}, reply_to=BEA, status=1, reply_handle="bea")
    later = tweet(AT + 60_000, "@bea hello", mentions={"bea": BEA}, reply_to=BEA, status=1, reply_handle="bea")
    fields = {name: getattr(later, name) for name in later.__struct_fields__}
    fields["edit_info"] = EditInfo(edit=LaterEdit(first.id, EditControl([first.id, later.id])))
    edited = type(later)(**fields)
    log, found = read(edited, first)
    assert log.tweets == 2 and found.tallies[BEA].replies == 1
    assert found.tallies[BEA].acts[0].id == later.id


def test_a_tweet_read_twice_counts_once() -> None:
    one = tweet(AT, "hello world")
    log, _ = read(one, one)
    assert log.tweets == 1 and list(log.undirected) == [AT]


def test_retweets_typed_by_hand_are_retweets_and_answer_nobody() -> None:
    log, found = read(
        tweet(AT, "RT @bea so true @eva", mentions={"bea": BEA, "eva": EVA}),
        tweet(AT + DAY, "RT @kim: agreed", mentions={"kim": KIM}, reply_to=LEO, status=1, reply_handle="leo"),
    )
    assert (log.retweet_count, log.replies) == (2, 0)
    assert found.tallies[BEA].retweets == 1 and found.tallies[KIM].retweets == 1
    assert found.tallies[EVA].mentioned_in_retweets == 1 and found.tallies[EVA].acts == []
    assert found.tallies[BEA].mentions_body == 0 and LEO not in found.tallies


def test_a_retweet_that_names_ego_is_a_turn_of_the_original_time() -> None:
    theirs = snowflake(AT - DAY)
    media = (Media(BEA, theirs, "https://x.com/bea/status/1/photo/1"),)
    _, found = read(tweet(AT, "RT @bea: hello @ann", mentions={"bea": BEA, "ann": EGO}, media=media))
    turn = only(found.tallies[BEA].acts, Kind.TURN)
    assert (turn.at, turn.their_id, turn.tier) == (AT - DAY, theirs, Tier.CERTAIN)


def test_a_retweet_that_names_a_given_up_handle_proves_nothing() -> None:
    _, found = read(tweet(AT, "RT @bea: hello @ann_old", mentions={"bea": BEA}))
    assert [act.kind for act in found.tallies[BEA].acts] == [Kind.RETWEET]


def test_of_more_long_texts_than_anybody_posts_in_a_second_the_first_count() -> None:
    log = TweetLog(OWN, HandleBook())
    log.read_notes([NoteTweet(place, AT, f"text {place} for @Kim", ["Kim"]) for place in range(NOTES_A_SECOND + 5)])
    assert [note.id for note in log.notes[AT // 1000]] == list(range(NOTES_A_SECOND))


def test_a_long_text_names_people_beyond_the_cut() -> None:
    log = TweetLog(OWN, HandleBook())
    log.read_notes([NoteTweet(1, AT - AT % 1000, "Tea & cake for all of us, and for @Kim and @bea", ["Kim", "bea"])])
    log.read([tweet(AT, "@bea Tea &amp; cake for all of us…", mentions={"bea": BEA}, reply_to=BEA, status=1, reply_handle="bea")])
    log.finish()
    (row,) = log.rows
    assert [(one.handle, one.in_prefix) for one in row.named] == [("bea", True), ("kim", False)]
