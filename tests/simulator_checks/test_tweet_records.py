"""Archive-format §16, invariants 1–6: what every tweet record must keep."""

import html
import re
from typing import Any

from tests.simulator import World
from tests.simulator.clock import time_of, twitter_date
from tests.simulator_checks.reading import Read

KEYS = """edit_info retweeted source entities display_text_range favorite_count in_reply_to_status_id_str id_str in_reply_to_user_id truncated
retweet_count id in_reply_to_status_id possibly_sensitive created_at favorited full_text lang in_reply_to_screen_name in_reply_to_user_id_str
extended_entities"""
HANDLE = re.compile(r"(?<![A-Za-z0-9_!@#$%&*])@([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_])")


def tweets(archive: Read) -> list[dict[str, Any]]:
    return archive.wrapped("tweets")


def is_retweet(tweet: dict[str, Any]) -> bool:
    return tweet["full_text"].startswith("RT @")


def handles_now(world: World) -> dict[str, tuple[str, str, str]]:
    """Built from the accounts directly, not by the lookup that the writer uses."""
    return {one.handles[-1][1].lower(): (str(one.id), one.handles[-1][1], one.name) for one in world.people.accounts if one.gone is None}


def leaves(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [leaf for one in value.values() for leaf in leaves(one)]
    if isinstance(value, list):
        return [leaf for one in value for leaf in leaves(one)]
    return [value]


def test_the_time_in_the_id_is_the_time_of_creation(archive: Read) -> None:
    assert len(tweets(archive)) == 1_500
    for tweet in tweets(archive):
        assert tweet["id"] == tweet["id_str"]
        assert tweet["created_at"] == twitter_date(time_of(int(tweet["id_str"])))
    assert len({tweet["id"] for tweet in tweets(archive)}) == 1_500


def test_headers_are_the_same_set_in_the_same_order(archive: Read) -> None:
    headers = archive.wrapped("tweet_headers")
    assert [(one["tweet_id"], one["created_at"]) for one in headers] == [(one["id"], one["created_at"]) for one in tweets(archive)]
    assert {one["user_id"] for one in headers} == {archive.manifest["userInfo"]["accountId"]}


def test_keys_come_in_the_exporters_order_and_no_number_is_a_number(archive: Read) -> None:
    order = KEYS.split()
    for tweet in tweets(archive):
        places = [order.index(key) for key in tweet]
        assert places == sorted(places)
        assert {type(leaf) for leaf in leaves(tweet)} <= {str, bool}
        assert (tweet["retweeted"], tweet["favorited"], tweet["truncated"]) == (False, False, False)


def test_mentions_are_resolved_at_the_date_of_generation(archive: Read, world: World) -> None:
    now = handles_now(world)
    unresolved = 0
    for tweet in tweets(archive):
        expected = []
        for match in HANDLE.finditer(tweet["full_text"]):
            holder = now.get(match[1].lower())
            if holder:
                expected.append((holder[0], holder[1], holder[2], match.span()))
            elif is_retweet(tweet) and match.start() == 3:
                expected.append(("-1", match[1], "", match.span()))
            else:
                unresolved += 1
        found = [(one["id_str"], one["screen_name"], one["name"], tuple(map(int, one["indices"]))) for one in tweet["entities"]["user_mentions"]]
        assert found == expected
    assert unresolved >= 5


def test_a_reply_keeps_the_true_author_whoever_holds_the_handle_now(archive: Read, world: World) -> None:
    true = {str(tweet.id): tweet for tweet in world.own}
    people = {str(one.id): one for one in world.people.accounts}
    replies = strangers = renamed = gone = 0
    for tweet in tweets(archive):
        target = true[tweet["id"]].to
        assert tweet.get("in_reply_to_user_id_str") == tweet.get("in_reply_to_user_id") == (str(target.id) if target else None)
        assert tweet.get("in_reply_to_status_id_str") == tweet.get("in_reply_to_status_id")
        if target is None:
            assert "in_reply_to_screen_name" not in tweet
            continue
        assert tweet.get("in_reply_to_screen_name") == (None if target.gone else target.handles[-1][1])
        if target is world.ego:
            continue
        replies += 1
        posted = re.match(r"@(\w+)", tweet["full_text"])
        assert posted and posted[1] == target.handle_at(time_of(int(tweet["id"])))
        entity = next((one for one in tweet["entities"]["user_mentions"] if one["indices"][0] == "0"), None)
        gone += target.gone is not None
        renamed += target.gone is None and posted[1] != tweet["in_reply_to_screen_name"]
        if entity and entity["id"] != str(target.id):
            strangers += 1
            assert people[entity["id"]].born > time_of(int(tweet["id"]))
    assert replies > 800
    assert min(strangers, renamed, gone) >= 3


def test_indices_count_code_points_of_the_escaped_text(archive: Read) -> None:
    slices = 0
    for tweet in tweets(archive):
        text, entities = tweet["full_text"], tweet["entities"]
        assert tweet["display_text_range"] == ["0", str(len(text))]
        assert not re.search(r"[<>]|&(?!(amp|lt|gt);)", text)
        for kind, mark, key in (("user_mentions", "@", "screen_name"), ("hashtags", "#", "text"), ("urls", "", "url"), ("media", "", "url")):
            for one in entities.get(kind, []):
                start, end = map(int, one["indices"])
                assert text[start:end].lower() == (mark + one[key]).lower()
                slices += 1
    assert slices > 1_200
    assert any("&amp;" in tweet["full_text"] for tweet in tweets(archive))


def test_retweets_are_cut_and_count_nothing(archive: Read, world: World) -> None:
    sources = {str(tweet.id): tweet.source for tweet in world.own}
    retweets = [tweet for tweet in tweets(archive) if is_retweet(tweet)]
    assert len(retweets) > 100
    with_media = 0
    for tweet in retweets:
        whole = html.unescape(tweet["full_text"])
        assert len(whole) <= 140
        assert not any(key.startswith("in_reply_to") for key in tweet)
        assert (tweet["favorite_count"], tweet["retweet_count"]) == ("0", "0")
        first = tweet["entities"]["user_mentions"][0]
        assert first["indices"][0] == "3"
        for media in tweet.get("extended_entities", {}).get("media", []):
            with_media += 1
            author, status = sources[tweet["id"]] or (world.ego, 0)
            assert (media["source_user_id_str"], media["source_status_id_str"]) == (str(author.id), str(status))
            assert media["expanded_url"].endswith(f"/{author.handle}/status/{status}/photo/1")
    assert any(html.unescape(tweet["full_text"]).endswith("…") for tweet in retweets)
    assert 0.25 < with_media / len(retweets) < 0.6


def test_edit_info_follows_the_rules_of_its_time(archive: Read) -> None:
    versions: dict[str, list[str]] = {}
    for tweet in tweets(archive):
        info = tweet["edit_info"]
        control = info["initial"] if "initial" in info else info["edit"]["editControlInitial"]
        assert tweet["id"] in control["editTweetIds"]
        answers_somebody = tweet.get("in_reply_to_user_id_str") not in (None, archive.manifest["userInfo"]["accountId"])
        assert control["isEditEligible"] is not (answers_somebody or is_retweet(tweet))
        if len(control["editTweetIds"]) > 1:
            versions.setdefault(control["editTweetIds"][0], []).append(tweet["id"])
            assert ("edit" in info) == (tweet["id"] != control["editTweetIds"][0])
        else:
            assert control["editsRemaining"] == "5"
    assert [sorted(ids) for ids in versions.values()] == [sorted([first, *(one for one in ids if one != first)]) for first, ids in versions.items()]
    assert all(len(ids) == 2 for ids in versions.values()) and versions
