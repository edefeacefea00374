"""The records of every other part: account, follow lists, likes, messages and their headers, handle changes, lists, long and deleted tweets."""

from collections.abc import Iterator
from typing import Any

from tests.simulator.clock import iso_date, time_of, twitter_date
from tests.simulator.log import Conversation, Message, World
from tests.simulator.population import Account
from tests.simulator.text import escaped, in_runs, interleaved
from tests.simulator.tweets import tweet_record

_SPLIT = 1_000
Record = dict[str, Any]


def _tie(wrapper: str, account: Account) -> Record:
    return {wrapper: {"accountId": str(account.id), "userLink": f"https://twitter.com/intent/user?user_id={account.id}"}}


def account(world: World) -> Iterator[Record]:
    """Who ego is."""
    ego = world.ego
    yield {"account": {"email": "someone@example.org", "createdVia": "web", "username": ego.handle, "accountId": str(ego.id),
                       "createdAt": iso_date(ego.born), "accountDisplayName": ego.name}}


def profile(world: World) -> Iterator[Record]:
    """What ego says of herself."""
    yield {"profile": {"description": {"bio": "Writes slowly, sprints daily. Novels about ferries, lighthouses & cats.", "website": "", "location": "by the harbour"},
                       "avatarMediaUrl": "https://pbs.twimg.com/profile_images/1/sample.jpg"}}


def account_timezone(world: World) -> Iterator[Record]:
    """Ego's zone."""
    yield {"accountTimezone": {"accountId": str(world.ego.id), "timeZone": world.options.zone}}


def verified(world: World) -> Iterator[Record]:
    """Not verified."""
    yield {"verified": {"accountId": str(world.ego.id), "verified": False}}


def screen_name_change(world: World) -> Iterator[Record]:
    """Ego's own handle changes, oldest first."""
    history = world.ego.handles
    for (_, old), (at, new) in zip(history, history[1:], strict=False):
        change = {"changedAt": iso_date(at), "changedFrom": old, "changedTo": new}
        yield {"screenNameChange": {"accountId": str(world.ego.id), "screenNameChange": change}}


def follower(world: World) -> Iterator[Record]:
    """Who follows ego: newest first, in runs when long; accounts that are gone are not listed."""
    there = sorted((one for one in world.people.others if one.follows_ego is not None and one.gone is None), key=lambda one: (-(one.follows_ego or 0), one.id))
    return (_tie("follower", one) for one in in_runs(there))


def following(world: World) -> Iterator[Record]:
    """Whom ego follows, in the same order."""
    there = sorted((one for one in world.people.others if one.followed is not None and one.gone is None), key=lambda one: (-(one.followed or 0), one.id))
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
    """Tweets deleted in the two weeks before the archive was made."""
    return ({"tweet": tweet_record(one, world) | {"deleted_at": twitter_date(at)}} for one, at in world.deleted)


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


# --- messages ---


def _created(number: int) -> str:
    """A message is stamped up to 0.9 s after its id; the same message always alike."""
    return iso_date(time_of(number) + number % 900)


def _message(one: Message, talk: Conversation, world: World) -> Record:
    fields: Record = {}
    if talk.other is not None:
        fields["recipientId"] = str((talk.other if one.sender is world.ego else world.ego).id)
    if one.kind == "messageCreate":
        fields["reactions"] = [{"senderId": str(who.id), "reactionKey": key, "eventId": str(event), "createdAt": _created(event)} for who, key, _, event in one.reactions]
    fields |= {"urls": [], "text": escaped(one.text), "mediaUrls": [], "senderId": str(one.sender.id), "id": str(one.id), "createdAt": _created(one.id), "editHistory": []}
    return {one.kind: fields}


def _message_header(one: Message, talk: Conversation, world: World) -> Record:
    fields = {"id": str(one.id), "senderId": str(one.sender.id)}
    if talk.other is not None:
        fields["recipientId"] = str((talk.other if one.sender is world.ego else world.ego).id)
    return {one.kind: fields | {"createdAt": _created(one.id)}}


def _in_pieces(identity: str, events: list[Record]) -> Iterator[Record]:
    for start in range(0, max(1, len(events)), _SPLIT):
        yield {"dmConversation": {"conversationId": identity, "messages": events[start : start + _SPLIT]}}


def _pair(talk: Conversation, world: World) -> str:
    other = talk.other or world.ego
    return "-".join(str(number) for number in sorted((other.id, world.ego.id)))


def direct_messages(world: World) -> Iterator[Record]:
    """One-to-one conversations, newest message first, in pieces of 1,000."""
    for talk in world.talks:
        yield from _in_pieces(_pair(talk, world), [_message(one, talk, world) for one in reversed(talk.messages)])


def direct_message_headers(world: World) -> Iterator[Record]:
    """The same without words."""
    for talk in world.talks:
        yield from _in_pieces(_pair(talk, world), [_message_header(one, talk, world) for one in reversed(talk.messages)])


def _group_events(group: Conversation, world: World, header: bool) -> list[Record]:
    timed = [(time_of(one.id), (_message_header if header else _message)(one, group, world)) for one in group.messages]
    if not header:
        timed += [(at, {"conversationNameUpdate": {"initiatingUserId": str(who.id), "name": name, "createdAt": iso_date(at)}}) for who, name, at in group.names]
    timed += [(at, {"participantsLeave": {"userIds": [str(who.id)], "createdAt": iso_date(at)}}) for who, at in group.left]
    events = [event for _, event in sorted(timed, key=lambda pair: -pair[0])]
    if group.joined is not None:
        who, members, at = group.joined
        events.append({"joinConversation": {"initiatingUserId": str(who.id), "participantsSnapshot": [str(one.id) for one in members], "createdAt": iso_date(at)}})
    return events


def direct_messages_group(world: World) -> Iterator[Record]:
    """Group conversations; how ego came in is the oldest event."""
    for group in world.groups:
        yield from _in_pieces(str(group.group), _group_events(group, world, header=False))


def direct_message_group_headers(world: World) -> Iterator[Record]:
    """The same without words and titles."""
    for group in world.groups:
        yield from _in_pieces(str(group.group), _group_events(group, world, header=True))
