"""Names out of moments, tweets of a circle, and what the other files with handles would give and do not (archive-format §10.1)."""

import json
from pathlib import Path

import pytest

from analyzer.analysis import analyze
from analyzer.archive import Part, open_archive
from analyzer.health.measure import health_of
from tests.analyzer.archive.invented import data_file, follows, tweet, unpacked

ANN, BOB, CYD, DEE = 9000000001, 9000000002, 9000000003, 9000000004
ACCOUNT = data_file("account", [{"account": {"accountId": str(ANN), "username": "example_ann"}}])


def moment(*tweets: dict[str, object]) -> dict[str, object]:
    """A moment as the file has it."""
    return {"moment": {"momentId": "1", "title": "words", "tweets": [{"momentId": "1", "tweet": one} for one in tweets]}}


def archive(folder: Path, **files: bytes) -> Path:
    """Ann's archive with three follows and these files."""
    lists = {"follower": follows("follower", BOB, CYD), "following": follows("following", DEE, BOB), "account": ACCOUNT}
    tweets = {"tweets": data_file("tweets", [tweet(1_100_000_000_000_000_000)])}
    return unpacked(folder, {f"data/{name.replace('_', '-')}.js": content for name, content in (tweets | lists | files).items()})


def test_moments_name_people_by_id_and_are_no_contact(tmp_path: Path) -> None:
    """They hold tweets of others: who is mentioned, answered or addressed there got a handle and a name when the archive was made."""
    core = {
        "userId": str(CYD), "text": "secret words", "directedAtUser": {"userId": str(DEE), "screenName": "example_dee"},
        "reply": {"inReplyToUserId": str(CYD), "inReplyToScreenName": "example_cyd"},
    }  # fmt: skip
    mentions = [
        {"userId": str(BOB), "screenName": "example_bob", "name": "Bob Sample", "fromIndex": "0", "toIndex": "12"},
        {"userId": str(ANN), "screenName": "example_ann", "name": "Ann"}, {"screenName": "nobody"}, {"userId": "-1", "screenName": "gone"},
    ]  # fmt: skip
    bare, named = archive(tmp_path / "1"), archive(tmp_path / "2", moment=data_file("moment", [moment({"coreData": core, "mentions": mentions}, {})]))
    assert {analyze([bare]).person(str(key)).handle for key in (BOB, CYD, DEE)} == {None}
    analysis = analyze([named])
    assert [analysis.person(str(key)).handle for key in (BOB, CYD, DEE)] == ["example_bob", "example_cyd", "example_dee"]
    assert (analysis.person(str(BOB)).name, dict(analysis.acts), len(analysis.people)) == ("Bob Sample", {}, 3)
    assert (health_of(analysis).followers.named, health_of(analysis).followers.total) == (2, 2)
    with open_archive(named) as opened:
        assert "secret" not in repr([list(batch) for batch in opened.read(Part.MOMENTS)])


@pytest.mark.parametrize("damage", [b'"tweets" : 5', b'"tweets" : [ { "tweet" : { "mentions" : [ { "userId" : "x" } ] } } ]'])
def test_a_moment_of_another_shape_costs_only_itself(damage: bytes, tmp_path: Path) -> None:
    whole = {"mentions": [{"userId": str(BOB), "screenName": "example_bob"}]}
    content = data_file("moment", [moment(), moment(whole)]).replace(b'"tweets" : []', damage, 1)
    assert damage in content
    assert analyze([archive(tmp_path, moment=content)]).person(str(BOB)).handle == "example_bob"


def test_tweets_of_a_circle_are_acts_and_count_once(tmp_path: Path) -> None:
    """They may stand in tweets.js as well, without any mark."""
    entities = {"user_mentions": [{"id_str": str(BOB), "screen_name": "example_bob", "name": "Bob", "indices": ["0", "12"]}], "urls": []}
    reply = {"in_reply_to_user_id_str": str(BOB), "in_reply_to_status_id_str": "1199999999999999999", "in_reply_to_screen_name": "example_bob"}
    one = tweet(1_200_000_000_000_000_000, "@example_bob yes", entities=entities, **reply)
    circle = data_file("twitter-circle-tweet", [one])
    alone = analyze([archive(tmp_path / "1", twitter_circle_tweet=circle)])
    both = analyze([archive(tmp_path / "2", twitter_circle_tweet=circle, tweets=data_file("tweets", [tweet(1_100_000_000_000_000_000), one]))])
    assert alone.person(str(BOB)).replies == both.person(str(BOB)).replies == 1
    assert (alone.counts.tweets, both.counts.tweets) == (1, 2)


def test_lists_and_ads_are_left_closed(tmp_path: Path) -> None:
    """They hold handles without ids: they could name nobody in a follow list. DECISIONS.md has the reasons."""
    lists = data_file("lists-member", [{"userListInfo": {"url": "https://twitter.com/example_bob/lists/friends"}}])
    ads = data_file("ad-engagements", [{"ad": {"adsUserData": {"adEngagements": {"engagements": []}}}}])
    path = archive(tmp_path, lists_member=lists, ad_engagements=ads)
    analysis = analyze([path])
    assert {fact.file: fact.state for fact in analysis.archive.parts if "list" in fact.part or fact.part.startswith("ad-")} == {
        "data/lists-member.js": "not_read", "data/ad-engagements.js": "not_read",
    }  # fmt: skip
    assert "example_bob" not in json.dumps([person.handle for person in analysis.people])
