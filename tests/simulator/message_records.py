"""The records of the four message parts: one-to-one and group conversations, with words and as headers."""

from collections.abc import Iterator

from tests.simulator.clock import iso_date, time_of
from tests.simulator.log import Conversation, Message, World
from tests.simulator.records import Record
from tests.simulator.text import escaped

_SPLIT = 1_000


def _created(number: int) -> str:
    """A message is stamped up to 0.9 s after its id; the same message always alike."""
    return iso_date(time_of(number) + number % 900)


def _message(one: Message, talk: Conversation, world: World) -> Record:
    fields: Record = {}
    if talk.other is not None:
        fields["recipientId"] = str((talk.other if one.sender is world.ego else world.ego).id)
    if one.kind == "messageCreate":
        fields["reactions"] = [
            {"senderId": str(who.id), "reactionKey": key, "eventId": str(event), "createdAt": _created(event)} for who, key, _, event in one.reactions
        ]
    fields |= {
        "urls": [],
        "text": escaped(one.text),
        "mediaUrls": [],
        "senderId": str(one.sender.id),
        "id": str(one.id),
        "createdAt": _created(one.id),
    }
    if one.kind == "messageCreate":
        fields["editHistory"] = []
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
        timed += [
            (at, {"conversationNameUpdate": {"initiatingUserId": str(who.id), "name": name, "createdAt": iso_date(at)}})
            for who, name, at in group.names
        ]
    timed += [(at, {"participantsLeave": {"userIds": [str(who.id)], "createdAt": iso_date(at)}}) for who, at in group.left]
    events = [event for _, event in sorted(timed, key=lambda pair: -pair[0])]
    if group.joined is not None:
        who, members, at = group.joined
        events.append(
            {
                "joinConversation": {
                    "initiatingUserId": str(who.id),
                    "participantsSnapshot": [str(one.id) for one in members],
                    "createdAt": iso_date(at),
                }
            }
        )
    return events


def direct_messages_group(world: World) -> Iterator[Record]:
    """Group conversations; how ego came in is the oldest event."""
    for group in world.groups:
        yield from _in_pieces(str(group.group), _group_events(group, world, header=False))


def direct_message_group_headers(world: World) -> Iterator[Record]:
    """The same without words and titles."""
    for group in world.groups:
        yield from _in_pieces(str(group.group), _group_events(group, world, header=True))
