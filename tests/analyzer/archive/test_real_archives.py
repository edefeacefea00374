"""Real archives against the figures of an independent reader; skipped where they are not at hand."""

import json
from pathlib import Path

import pytest

from analyzer.archive import Part, open_archive
from analyzer.archive.stream import Lane
from tests.analyzer.archive.invented import everything

SHARED = Path(__file__).resolve().parents[4] / "shared" / "archives"
NAMES = ("c-2021", "d-2022", "d-2025", "a-2019-bot")


@pytest.mark.parametrize("name", NAMES)
def test_counts_of_real_archives(name: str) -> None:
    if not (SHARED / f"{name}.zip").exists():
        pytest.skip("no real archives beside the repository (../shared/archives)")
    expected = json.loads((SHARED / f"{name}.expected.json").read_text("utf-8"))
    with open_archive(SHARED / f"{name}.zip") as archive:
        records = everything(archive)
        assert not archive.unreadable
        archive.lane = Lane.TOLERANT
        assert everything(archive) == records
        owner = archive.owner.account_id
    tweets = {one.id: one for one in records.get(Part.TWEETS, [])}
    own = [one for one in tweets.values() if not one.text.startswith("RT @") and one.retweeted_status is None]
    messages = {
        prefix: [event for one in records.get(part, []) for event in one.events if event.kind == "messageCreate"]
        for prefix, part in (("dm", Part.MESSAGE_HEADERS), ("group", Part.GROUP_MESSAGE_HEADERS))
    }
    found = {
        "tweets_raw": len(records.get(Part.TWEETS, [])),
        "tweets": len(tweets),
        "retweets": len(tweets) - len(own),
        "replies": sum(one.reply_user not in (None, owner) for one in own),
        "self_replies": sum(one.reply_user == owner for one in own),
        "mentions_total": sum(mention.id != owner for one in tweets.values() for mention in one.entities.mentions),
        "mentions_in_own": sum(mention.id != owner for one in own for mention in one.entities.mentions),
        "community_tweets": len(records.get(Part.COMMUNITY_TWEETS, [])),
        "deleted_tweets": len(records.get(Part.DELETED_TWEETS, [])),
        "note_tweets": len(records.get(Part.NOTE_TWEETS, [])),
        "likes": len(records.get(Part.LIKES, [])),
        "followers": len(records.get(Part.FOLLOWERS, [])),
        "following": len(records.get(Part.FOLLOWING, [])),
        "blocks": len(records.get(Part.BLOCKS, [])),
        "mutes": len(records.get(Part.MUTES, [])),
    }
    for prefix, events in messages.items():
        found[f"{prefix}_sent"] = sum(event.sender == owner for event in events)
        found[f"{prefix}_received"] = sum(event.sender != owner for event in events)
    assert found == {key: expected[key] for key in found}
    assert str(owner) == expected["account_id"]
