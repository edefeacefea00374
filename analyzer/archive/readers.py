"""How the records of each part are read: part → `Shape`, with the small conversions that the JSON needs."""

from collections.abc import Iterator

import msgspec
from msgspec import field

from analyzer.archive.parts import Part
from analyzer.archive.records import (
    Account,
    AccountTimezone,
    Conversation,
    EncryptedEvent,
    Follow,
    HandleChange,
    Like,
    Mention,
    MessageEvent,
    Moment,
    MonthTweet,
    NoteTweet,
    Tweet,
    TweetHeader,
)
from analyzer.archive.shapes import Shape
from analyzer.archive.snowflake import parse_time, time_of

Written = str | int | None
"""A time as the archive writes it."""


def _time(written: Written) -> int | None:
    return None if written is None else parse_time(str(written))


class _Change(msgspec.Struct, frozen=True, gc=False):
    new: str = field(name="changedTo")
    old: str | None = field(name="changedFrom", default=None)
    changed_at: Written = field(name="changedAt", default=None)


class _HandleChange(msgspec.Struct, frozen=True, gc=False):
    """The record repeats the name of its wrapper as its only other key than the account id."""

    change: _Change = field(name="screenNameChange")
    account_id: int | None = field(name="accountId", default=None)


def _handle_changes(raw: list[_HandleChange]) -> list[HandleChange]:
    return [HandleChange(_time(one.change.changed_at), one.change.old, one.change.new, one.account_id) for one in raw]


class _Typed(msgspec.Struct, frozen=True, gc=False):
    handle: str = field(name="screenName")


class _Core(msgspec.Struct, frozen=True, gc=False):
    text: str
    mentions: list[_Typed] = field(default_factory=list)


class _NoteTweet(msgspec.Struct, frozen=True, gc=False):
    id: int = field(name="noteTweetId")
    core: _Core
    created_at: Written = field(name="createdAt", default=None)


def _note_tweets(raw: list[_NoteTweet]) -> list[NoteTweet]:
    return [NoteTweet(one.id, _time(one.created_at), one.core.text, [typed.handle for typed in one.core.mentions]) for one in raw]


class _Person(msgspec.Struct, frozen=True, gc=False):
    id: int | None = field(name="userId", default=None)
    handle: str | None = field(name="screenName", default=None)
    name: str = ""


class _RepliedTo(msgspec.Struct, frozen=True, gc=False):
    id: int | None = field(name="inReplyToUserId", default=None)
    handle: str | None = field(name="inReplyToScreenName", default=None)
    name: str = ""


class _CoreData(msgspec.Struct, frozen=True, gc=False):
    directed_at: _Person | None = field(name="directedAtUser", default=None)
    reply: _RepliedTo | None = None


class _Collected(msgspec.Struct, frozen=True, gc=False):
    """A tweet of somebody else; its text is not among the fields."""

    core: _CoreData | None = field(name="coreData", default=None)
    mentions: list[_Person] = field(default_factory=list)


class _InMoment(msgspec.Struct, frozen=True, gc=False):
    tweet: _Collected | None = None


class _Moment(msgspec.Struct, frozen=True, gc=False):
    tweets: list[_InMoment] = field(default_factory=list)


def _moments(raw: list[_Moment]) -> list[Moment]:
    return [Moment([who for entry in one.tweets if entry.tweet is not None for who in _named(entry.tweet)]) for one in raw]


def _named(tweet: _Collected) -> Iterator[Mention]:
    core = tweet.core or _CoreData()
    for who in (*tweet.mentions, core.directed_at, core.reply):
        if who is not None and who.id is not None and who.handle:
            yield Mention(who.id, who.handle, who.name)


class _Reaction(msgspec.Struct, frozen=True, gc=False):
    sender: int = field(name="senderId")
    created_at: Written = field(name="createdAt", default=None)


class _Detail(msgspec.Struct, frozen=True, gc=False):
    """The fields of all kinds of events together; text, links and media are not among them."""

    id: int | None = None
    sender: int | None = field(name="senderId", default=None)
    recipient: int | None = field(name="recipientId", default=None)
    created_at: Written = field(name="createdAt", default=None)
    reactions: list[_Reaction] = field(default_factory=list)
    initiator: int | None = field(name="initiatingUserId", default=None)
    snapshot: list[int] = field(name="participantsSnapshot", default_factory=list)
    users: list[int] = field(name="userIds", default_factory=list)


class _Event(msgspec.Struct, frozen=True, gc=False):
    """One of these is there; kinds that are not listed (renamed group, new avatar) are skipped."""

    messageCreate: _Detail | None = None
    welcomeMessageCreate: _Detail | None = None
    reactionCreate: _Detail | None = None
    joinConversation: _Detail | None = None
    participantsJoin: _Detail | None = None
    participantsLeave: _Detail | None = None


class _Conversation(msgspec.Struct, frozen=True, gc=False):
    conversation_id: str = field(name="conversationId")
    messages: list[_Event] = field(default_factory=list)


_OTHER_KINDS = _Event.__struct_fields__[1:]


def _conversations(raw: list[_Conversation]) -> list[Conversation]:
    return [Conversation(one.conversation_id, [event for shell in one.messages if (event := _event(shell)) is not None]) for one in raw]


def _event(shell: _Event) -> MessageEvent | None:
    kind, detail = "messageCreate", shell.messageCreate
    if detail is None:
        for kind in _OTHER_KINDS:
            if (detail := getattr(shell, kind)) is not None:
                break
        else:
            return None
    # The id's own time is at most a second before createdAt, and reading it costs nothing.
    at = time_of(detail.id) if detail.id is not None else None
    if at is None:
        at = _time(detail.created_at)
    reactions = [(one.sender, _time(one.created_at)) for one in detail.reactions]
    return MessageEvent(kind, detail.id, detail.sender, detail.recipient, at, detail.initiator, detail.snapshot or detail.users, reactions)


class _Participant(msgspec.Struct, frozen=True, gc=False):
    id: int = field(name="userId")


class _KeyChange(msgspec.Struct, frozen=True, gc=False):
    members: list[_Participant] = field(name="conversationParticipantKeys", default_factory=list)


class _Anything(msgspec.Struct, frozen=True, gc=False):
    """Stands for a detail of which only the presence counts."""


class _EncryptedDetail(msgspec.Struct, frozen=True, gc=False):
    messageCreateEvent: _Anything | None = None
    markConversationReadEvent: _Anything | None = None
    conversationKeyChangeEvent: _KeyChange | None = None


class _EncryptedEvent(msgspec.Struct, frozen=True, gc=False):
    conversation: str = field(name="conversationId")
    sequence: int | None = field(name="sequenceId", default=None)
    sender: int | None = field(name="senderId", default=None)
    created_at: Written = field(name="createdAtMsec", default=None)
    detail: _EncryptedDetail | None = None


def _encrypted_events(raw: list[_EncryptedEvent]) -> list[EncryptedEvent]:
    made = []
    for one in raw:
        detail = one.detail or _EncryptedDetail()
        kind = next((name for name in _EncryptedDetail.__struct_fields__ if getattr(detail, name) is not None), "other")
        members = [] if detail.conversationKeyChangeEvent is None else [who.id for who in detail.conversationKeyChangeEvent.members]
        at = _time(one.created_at)
        if at is None and one.sequence is not None:
            at = time_of(one.sequence)
        made.append(EncryptedEvent(one.sequence, one.sender, one.conversation, at, kind, members))
    return made


class AccountOf(msgspec.Struct, frozen=True, gc=False):
    """A record of which only the account id matters (verified.js, to learn whose archive it is)."""

    account_id: int | None = field(name="accountId", default=None)


_TWEET_ALIASES = {"id_str": "id", "full_text": "text"}
_TWEET = Shape(Tweet, ("tweet",), aliases=_TWEET_ALIASES)
_CONVERSATION = Shape(_Conversation, ("dmConversation",), _conversations, has_texts=True)

MONTH_TWEET = Shape(MonthTweet, ("tweet",), aliases={"id_str": "id", "text": "full_text"})
"""Era A: the month files."""

SHAPES: dict[Part, Shape] = {
    Part.TWEETS: _TWEET,
    Part.COMMUNITY_TWEETS: _TWEET,
    Part.CIRCLE_TWEETS: _TWEET,
    Part.DELETED_TWEETS: _TWEET,
    Part.NOTE_TWEETS: Shape(_NoteTweet, ("noteTweet",), _note_tweets),
    Part.TWEET_HEADERS: Shape(TweetHeader, ("tweet",), aliases={"tweet_id": "tweetId"}),
    Part.MOMENTS: Shape(_Moment, ("moment",), _moments),
    Part.LIKES: Shape(Like, ("like",)),
    Part.FOLLOWERS: Shape(Follow, ("follower",)),
    Part.FOLLOWING: Shape(Follow, ("following",)),
    Part.BLOCKS: Shape(Follow, ("blocking", "block")),
    Part.MUTES: Shape(Follow, ("muting", "mute")),
    Part.HANDLE_CHANGES: Shape(_HandleChange, ("screenNameChange",), _handle_changes),
    Part.MESSAGE_HEADERS: _CONVERSATION,
    Part.GROUP_MESSAGE_HEADERS: _CONVERSATION,
    Part.MESSAGES: _CONVERSATION,
    Part.GROUP_MESSAGES: _CONVERSATION,
    Part.MESSAGE_EVENTS: Shape(_EncryptedEvent, ("messageEvent",), _encrypted_events, has_texts=True),
    Part.ACCOUNT: Shape(Account, ("account",)),
    Part.ACCOUNT_TIMEZONE: Shape(AccountTimezone, ("accountTimezone",)),
    Part.VERIFIED: Shape(AccountOf, ("verified",)),
}
"""Every part that `Archive.read` can read."""


def shape_of(part: Part, *, month_file: bool = False) -> Shape:
    """The shape of a part's records."""
    return MONTH_TWEET if month_file else SHAPES[part]
