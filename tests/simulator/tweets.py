"""One own tweet as the archive holds it at the date of generation: entities re-resolved, code-point indices, edit rules."""

import re
from collections.abc import Mapping
from typing import Any

from tests.simulator.clock import MINUTE, iso_date, parse_moment, time_of, twitter_date
from tests.simulator.log import Form, Own, World
from tests.simulator.text import escaped

_MENTION = re.compile(r"(?<![A-Za-z0-9_!@#$%&*])[@＠]([A-Za-z0-9_]{1,15})(?![A-Za-z0-9_])")
_HASHTAG = re.compile(r"(?<![\w&/])#(\w*[^\W\d]\w*)")
_SHORT_EDITS = (parse_moment("2022-04-01"), parse_moment("2023-06-05"))
_EDITS_BEGAN = parse_moment("2022-09-01")
_SITE_RENAMED = parse_moment("2024-06-01")
_SOURCES = (
    '<a href="http://twitter.com/download/iphone" rel="nofollow">Twitter for iPhone</a>',
    '<a href="http://twitter.com/download/iphone" rel="nofollow">Twitter for iPhone</a>',
    '<a href="https://mobile.twitter.com" rel="nofollow">Twitter Web App</a>',
)
_SIZES = {
    "large": {"w": "1280", "h": "720", "resize": "fit"},
    "medium": {"w": "1200", "h": "675", "resize": "fit"},
    "small": {"w": "680", "h": "383", "resize": "fit"},
    "thumb": {"w": "150", "h": "150", "resize": "crop"},
}


def tweet_record(tweet: Own, world: World) -> dict[str, Any]:
    """The record inside the ``tweet`` wrapper, keys in the exporter's order."""
    number, at, text = str(tweet.id), time_of(tweet.id), escaped(tweet.text)
    media = _media(tweet, text, world) if tweet.media else []
    record: dict[str, Any] = {"edit_info": _edit_info(tweet, at)} if world.end >= _EDITS_BEGAN else {}
    record |= {
        "retweeted": False,
        "source": _SOURCES[(tweet.id >> 3) % len(_SOURCES)],
        "entities": _entities(tweet, text, media, world),
        "display_text_range": ["0", str(len(text))],
        "favorite_count": _received(tweet),
    }
    if tweet.parent is not None:
        record["in_reply_to_status_id_str"] = str(tweet.parent)
    record["id_str"] = number
    if tweet.to is not None:
        record["in_reply_to_user_id"] = str(tweet.to.id)
    record |= {"truncated": False, "retweet_count": "0" if tweet.form is not Form.ORIGINAL or tweet.id % 11 else "2", "id": number}
    if tweet.parent is not None:
        record["in_reply_to_status_id"] = str(tweet.parent)
    if tweet.links or media:
        record["possibly_sensitive"] = False
    record |= {"created_at": twitter_date(at), "favorited": False, "full_text": text, "lang": tweet.language}
    if tweet.to is not None:
        if tweet.to.gone is None:
            record["in_reply_to_screen_name"] = tweet.to.handle
        record["in_reply_to_user_id_str"] = str(tweet.to.id)
    if media:
        record["extended_entities"] = {"media": media}
    return record


def _received(tweet: Own) -> str:
    """Likes received: none on retweets, else few and now and then many."""
    return "0" if tweet.form is Form.RETWEET else str((0, 1, 1, 0, 2, 3, 0, 1, 5, 14)[tweet.id // 7 % 10])


def _edit_info(tweet: Own, at: int) -> Mapping[str, Any]:
    minutes = 30 if _SHORT_EDITS[0] <= at < _SHORT_EDITS[1] else 60
    until = at + minutes * MINUTE
    versions = tweet.edits or (tweet.id,)
    control = {
        "editTweetIds": [str(version) for version in versions],
        "editableUntil": iso_date(until if at >= _SHORT_EDITS[0] else until // 1000 * 1000),
        "editsRemaining": str(6 - len(versions)),
        "isEditEligible": tweet.form in (Form.ORIGINAL, Form.THREAD, Form.QUOTE),
    }
    if versions[0] == tweet.id:
        return {"initial": control}
    return {"edit": {"initialTweetId": str(versions[0]), "editControlInitial": control}}


def _indices(start: int, end: int) -> list[str]:
    return [str(start), str(end)]


def mentions(tweet: Own, text: str, world: World) -> list[dict[str, Any]]:
    """Who holds each handle of the text *now* (archive-format §6.5); nobody gives no entity, or id -1 for the author of a retweet."""
    found = []
    for match in _MENTION.finditer(text):
        holder = world.people.holder(match[1])
        if holder is not None:
            name, handle, number = holder.name, holder.handle, str(holder.id)
        elif tweet.form is Form.RETWEET and match.start() == 3:
            name, handle, number = "", match[1], "-1"
        else:
            continue
        found.append({"name": name, "screen_name": handle, "indices": _indices(*match.span()), "id_str": number, "id": number})
    return found


def _entities(tweet: Own, text: str, media: list[dict[str, Any]], world: World) -> dict[str, Any]:
    hashtags = [{"text": match[1], "indices": _indices(*match.span())} for match in _HASHTAG.finditer(text)]
    people = mentions(tweet, text, world)
    urls = []
    for short, target in tweet.links:
        start = text.index(short)
        bare = target.split("//", 1)[1]
        shown = bare if len(bare) <= 27 else bare[:26] + "…"
        urls.append({"url": short, "expanded_url": target, "display_url": shown, "indices": _indices(start, start + len(short))})
    if media:
        return {"user_mentions": people, "urls": urls, "symbols": [], "media": media, "hashtags": hashtags}
    return {"hashtags": hashtags, "symbols": [], "user_mentions": people, "urls": urls}


def _media(tweet: Own, text: str, world: World) -> list[dict[str, Any]]:
    short = tweet.media or ""
    start = text.index(short)
    author, status = tweet.source or (world.ego, tweet.id)
    host = "x.com" if world.end >= _SITE_RENAMED else "twitter.com"
    number = str(status + 4097)
    address = f"://pbs.twimg.com/media/sample{number}.jpg"
    record: dict[str, Any] = {"expanded_url": f"https://{host}/{author.handle}/status/{status}/photo/1"}
    if tweet.source:
        record["source_status_id"] = str(status)
    record |= {"indices": _indices(start, start + len(short)), "url": short, "media_url": "http" + address, "id_str": number}
    if tweet.source:
        record["source_user_id"] = str(author.id)
    record |= {"id": number, "media_url_https": "https" + address}
    if tweet.source:
        record["source_user_id_str"] = str(author.id)
    record |= {"sizes": _SIZES, "type": "photo"}
    if tweet.source:
        record["source_status_id_str"] = str(status)
    return [record | {"display_url": f"pic.{host}/{short[-10:]}"}]
