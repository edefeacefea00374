"""Who wrote whom and when in direct messages; contents are never read (archive-format §8, relationships §3)."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from analyzer.archive.owner import sides_of
from analyzer.archive.records import Conversation, EncryptedEvent, MessageEvent
from analyzer.evidence.acts import CERTAIN, DM, GROUP_DM, IN, OUT, REACTION, Act, Direction
from analyzer.evidence.together import Together
from analyzer.people.handles import Key
from analyzer.people.tally import Tallies

SPAM_GROUP = 20
"""A group this large in which ego never wrote is spam and gives nothing."""
CROWD = 256
"""X's own limit for a group for years. In a larger one a word of ego's is said to nobody in particular, and each of ego's messages times each
member could fill any memory."""


@dataclass(slots=True)
class MessageLog:
    """Messages counted: conversations, sent and received, one to one and in groups; ``last_sent`` and ``first_sent`` (one to one) are UTC ms."""

    conversations: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    sent: int = 0
    received: int = 0
    group_sent: int = 0
    group_received: int = 0
    last_sent: int = 0
    first_sent: int | None = None
    _seen: set[int] = field(default_factory=set)
    _reactions: set[tuple[int, int | None]] = field(default_factory=set)
    _plain: dict[int, frozenset[tuple[Direction, int]]] = field(default_factory=dict)
    _groups: dict[str, list[MessageEvent]] = field(default_factory=lambda: defaultdict(list))

    def read_direct(self, batch: Iterable[Conversation], owner: int, tallies: Tallies) -> None:
        """Take in one-to-one conversations; the other side is the part of the conversation id that is not ego."""
        for conversation in batch:
            self.conversations.add(conversation.conversation_id)
            partner = _partner(conversation, owner)
            for event in conversation.events:
                if event.kind == "messageCreate":
                    self._direct(event, partner, owner, tallies)
                elif event.kind == "reactionCreate" and partner is not None and event.sender == partner and event.id is None:
                    self._reaction(tallies, partner, event.at, 0)

    def _direct(self, event: MessageEvent, partner: int | None, owner: int, tallies: Tallies) -> None:
        if event.id is None or event.id in self._seen:
            return
        self._seen.add(event.id)
        if event.sender == owner:
            self.sent += 1
            self.last_sent = max(self.last_sent, event.at or 0)
            if event.at is not None and (self.first_sent is None or event.at < self.first_sent):
                self.first_sent = event.at
        else:
            self.received += 1
        if partner is None:
            return
        tally = tallies[partner]
        if event.sender == owner:
            tally.dm_sent += 1
            tally.acts.append(Act(DM, OUT, event.at, event.id))
            for sender, at in event.reactions:
                if sender == partner:
                    self._reaction(tallies, partner, at, event.id)
        else:
            tally.dm_received += 1
            tally.acts.append(Act(DM, IN, event.at, event.id))

    def _reaction(self, tallies: Tallies, partner: int, at: int | None, message: int) -> None:
        """Once, though one archive tells it as an event and a later one inside the message: its time is the same."""
        if (partner, at) not in self._reactions:
            self._reactions.add((partner, at))
            tallies[partner].acts.append(Act(REACTION, IN, at, message, None, 1.0, CERTAIN, 1.0))

    def read_groups(self, batch: Iterable[Conversation]) -> None:
        """Take in group conversations; what they give is known when all of one group is there (`finish_groups`)."""
        for conversation in batch:
            self.groups.add(conversation.conversation_id)
            self._groups[conversation.conversation_id].extend(conversation.events)

    def read_encrypted(self, batch: Iterable[EncryptedEvent], owner: int, tallies: Tallies) -> None:
        """Take in encrypted events (2026) like message headers: who, where and when; contents cannot be read.

        A message that the ordinary files hold as well (same sides, same second) counts once; its ids differ.
        """
        for event in batch:
            pair = event.conversation.replace("-", ":").split(":")
            if event.kind == "messageCreateEvent" and len(pair) == 2:
                kept = MessageEvent("messageCreate", event.id, event.sender, None, event.at)
                conversation = Conversation(event.conversation.replace(":", "-"), [kept])
                partner = _partner(conversation, owner)
                self.conversations.add(conversation.conversation_id)
                if not self._is_plain(kept, partner, owner, tallies):
                    self._direct(kept, partner, owner, tallies)
            elif event.kind == "messageCreateEvent":
                self.groups.add(event.conversation)
                self._groups[event.conversation].append(MessageEvent("messageCreate", event.id, event.sender, None, event.at))
            elif event.members and len(pair) != 2:
                self.groups.add(event.conversation)
                self._groups[event.conversation].append(MessageEvent("joinConversation", at=event.at, users=event.members))

    def _is_plain(self, event: MessageEvent, partner: int | None, owner: int, tallies: Tallies) -> bool:
        """True if the ordinary files hold a message of the same side in the same second."""
        if partner is None or event.at is None:
            return False
        if partner not in self._plain:
            acts = tallies[partner].acts
            self._plain[partner] = frozenset((act.direction, act.at // 1000) for act in acts if act.kind is DM and act.at is not None)
        return (OUT if event.sender == owner else IN, event.at // 1000) in self._plain[partner]

    def finish_groups(self, owner: int, tallies: Tallies, together: Together) -> None:
        """Count group messages, give them to members present and note who shares a group with whom."""
        for _, events in sorted(self._groups.items()):
            events.sort(key=lambda event: (event.at or 0, event.id or 0))
            messages: list[MessageEvent] = []
            for event in events:
                if event.kind == "messageCreate" and event.id is not None and event.id not in self._seen:
                    self._seen.add(event.id)
                    messages.append(event)
            own = sum(message.sender == owner for message in messages)
            self.group_sent += own
            self.group_received += len(messages) - own
            stays = _stays(events, owner)
            if own:
                self._group(messages, stays, owner, tallies)
                together.see("group_dm", stays)
            elif len(stays) + 1 < SPAM_GROUP:
                for member in stays:
                    tallies[member].group_shared = True
        self._groups.clear()

    def _group(self, messages: list[MessageEvent], stays: dict[Key, tuple[int, int]], owner: int, tallies: Tallies) -> None:
        by_member: Counter[Key] = Counter()
        crowd = len(stays) > CROWD
        for member in stays:
            tallies[member].group_shared = True
        for message in messages:
            at, id_ = message.at or 0, message.id or 0
            present = [] if crowd else [member for member, (start, end) in stays.items() if start <= at <= end]
            weight = 1 / len(stays) if crowd else 1 / len(present) if present else 0.0
            if message.sender == owner:
                self.last_sent = max(self.last_sent, at)
                for member in present:
                    tallies[member].acts.append(Act(GROUP_DM, OUT, message.at, id_, None, weight))
            elif message.sender is not None:
                by_member[message.sender] += 1
                tallies[message.sender].acts.append(Act(GROUP_DM, IN, message.at, id_, None, weight))
        for member, count in by_member.items():
            tallies[member].group_messages += count


def _partner(conversation: Conversation, owner: int) -> int | None:
    """The other account of a one-to-one conversation; None for notes to oneself or where it cannot be told."""
    sides = sides_of(conversation.conversation_id)
    if sides is not None and owner in sides:
        other = sides[0] if sides[1] == owner else sides[1]
        return other if other != owner else None
    others = {person for event in conversation.events for person in (event.sender, event.recipient) if person and person != owner}
    return others.pop() if len(others) == 1 else None


def _stays(events: list[MessageEvent], owner: int) -> dict[Key, tuple[int, int]]:
    """From when to when (UTC ms) each other member was in the group: snapshot, joins, leaves, and everybody who wrote."""
    always = (0, 2**62)
    stays: dict[Key, tuple[int, int]] = {}
    for event in events:
        at = event.at or 0
        if event.kind in ("joinConversation", "participantsJoin"):
            for member in event.users:
                if member != owner and member not in stays:
                    stays[member] = always if event.kind == "joinConversation" else (at, always[1])
        elif event.kind == "participantsLeave":
            for member in event.users:
                if member != owner:
                    stays[member] = (stays.get(member, always)[0], at)
        elif event.sender is not None and event.sender != owner:
            start, end = stays.get(event.sender, always)
            stays[event.sender] = (min(start, at), max(end, at) if end != always[1] else end)
    return stays
