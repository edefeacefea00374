"""The records of every other part: account, follow lists, likes, handle changes, lists, long and deleted tweets."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.simulator.clock import iso_date, time_of, twitter_date
from tests.simulator.log import World
from tests.simulator.population import Account
from tests.simulator.text import escaped, in_runs, interleaved
from tests.simulator.tweets import tweet_record

Record = dict[str, Any]


def _tie(wrapper: str, account: Account) -> Record:
    return {wrapper: {"accountId": str(account.id), "userLink": f"https://twitter.com/intent/user?user_id={account.id}"}}


def account(world: World) -> Iterator[Record]:
    """Who ego is."""
    ego = world.ego
    yield {
        "account": {
            "email": "someone@example.org",
            "createdVia": "web",
            "username": ego.handle,
            "accountId": str(ego.id),
            "createdAt": iso_date(ego.born),
            "accountDisplayName": ego.name,
        }
    }


def profile(world: World) -> Iterator[Record]:
    """What ego says of herself."""
    yield {
        "profile": {
            "description": {
                "bio": "Writes slowly, sprints daily. Novels about ferries, lighthouses & cats.",
                "website": "",
                "location": "by the harbour",
            },
            "avatarMediaUrl": "https://pbs.twimg.com/profile_images/1/sample.jpg",
        }
    }


def account_timezone(world: World) -> Iterator[Record]:
    """Ego's zone."""
    yield {"accountTimezone": {"accountId": str(world.ego.id), "timeZone": world.options.zone}}


def verified(world: World) -> Iterator[Record]:
    """Not verified."""
    yield {"verified": {"accountId": str(world.ego.id), "verified": False}}


def screen_name_change(world: World) -> Iterator[Record]:
    """Ego's own handle changes, oldest first."""
    history = world.ego.handles
    for (_, old), (at, new) in pairwise(history):
        change = {"changedAt": iso_date(at), "changedFrom": old, "changedTo": new}
        yield {"screenNameChange": {"accountId": str(world.ego.id), "screenNameChange": change}}


def follower(world: World) -> Iterator[Record]:
    """Who follows ego: newest first, in runs when long; accounts that are gone are not listed."""
    there = sorted(
        (one for one in world.people.others if one.follows_ego is not None and one.gone is None), key=lambda one: (-(one.follows_ego or 0), one.id)
    )
    return (_tie("follower", one) for one in in_runs(there))


def following(world: World) -> Iterator[Record]:
    """Whom ego follows, in the same order."""
    there = sorted(
        (one for one in world.people.others if one.followed is not None and one.gone is None), key=lambda one: (-(one.followed or 0), one.id)
    )
    return (_tie("following", one) for one in in_runs(there))


def block(world: World) -> Iterator[Record]:
    """Blocked accounts by descending id."""
    return (_tie("blocking", one) for one in sorted(world.blocks, key=lambda one: -one.id))


def mute(world: World) -> Iterator[Record]:
    """Muted accounts."""
    return (_tie("muting", one) for one in world.mutes)


def like(world: World) -> Iterator[Record]:
    """Likes, newest like first in interleaved runs; no author, no date."""
    newest_first = sorted(world.likes, key=lambda one: (-one.at, one.tweet))
    for one in interleaved(newest_first, 25, 250):
        record = {"tweetId": str(one.tweet)}
        if one.text is not None:
            record["fullText"] = escaped(one.text)
        yield {"like": record | {"expandedUrl": f"https://twitter.com/i/web/status/{one.tweet}"}}


def tweets(world: World) -> Iterator[Record]:
    """Own tweets in the exporter's runs."""
    return ({"tweet": tweet_record(one, world)} for one in interleaved(world.own[::-1], 20, 200))


def _header(number: int, world: World) -> Record:
    return {"tweet_id": str(number), "user_id": str(world.ego.id), "created_at": twitter_date(time_of(number))}


def tweet_headers(world: World) -> Iterator[Record]:
    """The same tweets in the same order, ids and times only."""
    return ({"tweet": _header(one.id, world)} for one in interleaved(world.own[::-1], 20, 200))


def deleted_tweets(world: World) -> Iterator[Record]:
    """Tweets deleted in the two weeks before the archive was made; they have no language."""
    for one, at in world.deleted:
        record = tweet_record(one, world)
        del record["lang"]
        yield {"tweet": record | {"deleted_at": twitter_date(at)}}


def deleted_tweet_headers(world: World) -> Iterator[Record]:
    """Headers of the same."""
    return ({"tweet": _header(one.id, world) | {"deleted_at": twitter_date(at)}} for one, at in world.deleted)


def note_tweet(world: World) -> Iterator[Record]:
    """The whole text of tweets longer than 280 characters."""
    for tweet, text in world.notes:
        second = iso_date(time_of(tweet.id) // 1000 * 1000)
        lifecycle = {"value": "1", "name": "Active", "originalName": "Active", "annotations": {}}
        core: Record = {"styletags": [], "urls": [], "text": text, "mentions": [], "cashtags": [], "hashtags": []}
        yield {"noteTweet": {"noteTweetId": str(tweet.id + 1), "updatedAt": second, "lifecycle": lifecycle, "createdAt": second, "core": core}}


def lists_member(world: World) -> Iterator[Record]:
    """Lists of others that hold ego."""
    return ({"userListInfo": {"url": url}} for url in world.lists_member)


def lists_created(world: World) -> Iterator[Record]:
    """Ego's own lists."""
    return ({"userListInfo": {"url": url}} for url in world.lists_created)
