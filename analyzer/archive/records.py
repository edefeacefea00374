"""The typed records of an archive: what is kept of each JSON object; keys that are not named here are never materialised.

Ids are integers, handles come without ``@``, times are UTC milliseconds unless a field says otherwise. Numbers that the archive writes
as strings (eras B–D) are decoded by lax mode. Field-by-field meaning: the archive format notes, sections 5–9.
"""

import msgspec
from msgspec import field


class Mention(msgspec.Struct, frozen=True, gc=False):
    """One ``@handle`` of a text, resolved by Twitter when the archive was made: ``id`` is of who holds the handle *then*; -1 is nobody.

    ``indices`` count code points of the raw (still escaped) text.
    """

    id: int = field(name="id_str")
    handle: str = field(name="screen_name")
    name: str = ""
    indices: tuple[int, int] = (0, 0)


class Url(msgspec.Struct, frozen=True, gc=False):
    """A link in a text; ``expanded`` is None where the archive has only the short form."""

    expanded: str | None = field(name="expanded_url", default=None)


class Hashtag(msgspec.Struct, frozen=True, gc=False):
    """A hashtag without ``#``."""

    text: str


class Media(msgspec.Struct, frozen=True, gc=False):
    """A photo or video; the source fields tell whose tweet it was taken from."""

    source_user: int | None = field(name="source_user_id_str", default=None)
    source_status: int | None = field(name="source_status_id_str", default=None)
    expanded_url: str | None = None


class Entities(msgspec.Struct, frozen=True, gc=False):
    """What Twitter found in a text; ``media`` holds at most the first photo (see `Tweet.media`)."""

    mentions: list[Mention] = field(name="user_mentions", default_factory=list)
    urls: list[Url] = field(default_factory=list)
    hashtags: list[Hashtag] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)


class ExtendedEntities(msgspec.Struct, frozen=True, gc=False):
    """All photos and videos of a tweet."""

    media: list[Media] = field(default_factory=list)


class EditControl(msgspec.Struct, frozen=True, gc=False):
    """The ids of all versions of an edited tweet, the first one first."""

    tweet_ids: list[int] = field(name="editTweetIds", default_factory=list)


class LaterEdit(msgspec.Struct, frozen=True, gc=False):
    """Carried by every version but the first: the id of the first."""

    initial_id: int | None = field(name="initialTweetId", default=None)
    control: EditControl | None = field(name="editControlInitial", default=None)


class EditInfo(msgspec.Struct, frozen=True, gc=False):
    """Either ``initial`` (first version) or ``edit`` (a later one)."""

    initial: EditControl | None = None
    edit: LaterEdit | None = None


class Author(msgspec.Struct, frozen=True, gc=False):
    """The author of a retweeted tweet (era A only)."""

    id: int = field(name="id_str")
    handle: str | None = field(name="screen_name", default=None)
    name: str | None = None


class RetweetedStatus(msgspec.Struct, frozen=True, gc=False):
    """The full original of a retweet (era A only)."""

    id: int = field(name="id_str")
    user: Author
    text: str = ""
    created_at: str = ""
    entities: Entities = field(default_factory=Entities)


class Tweet(msgspec.Struct, frozen=True, gc=False):
    """One own tweet. ``text`` is raw (``&amp;`` as in the file); ``reply_user`` is the author replied to, fixed at posting.

    ``reply_handle`` is that account's handle when the archive was made; None where the account is gone.
    """

    id: int = field(name="id_str")
    created_at: str
    text: str = field(name="full_text")
    reply_user: int | None = field(name="in_reply_to_user_id_str", default=None)
    reply_status: int | None = field(name="in_reply_to_status_id_str", default=None)
    reply_handle: str | None = field(name="in_reply_to_screen_name", default=None)
    entities: Entities = field(default_factory=Entities)
    extended_entities: ExtendedEntities | None = None
    edit_info: EditInfo | None = None
    retweeted_status: RetweetedStatus | None = None

    @property
    def media(self) -> list[Media]:
        """All photos and videos: ``extended_entities.media`` where present, else ``entities.media``."""
        return self.extended_entities.media if self.extended_entities is not None else self.entities.media

    @property
    def first_version(self) -> int:
        """Id of the first version of this tweet: the same for all versions of an edited tweet, the own id where it was never edited."""
        info = self.edit_info
        if info is None:
            return self.id
        if info.edit is not None:
            if info.edit.initial_id is not None:
                return info.edit.initial_id
            versions = info.edit.control.tweet_ids if info.edit.control is not None else []
        else:
            versions = info.initial.tweet_ids if info.initial is not None else []
        return versions[0] if versions else self.id


class MonthTweet(Tweet, frozen=True, gc=False):
    """A tweet of a Grailbird month file (era A), which calls its text ``text``."""

    text: str = field(name="text")


class TweetHeader(msgspec.Struct, frozen=True, gc=False):
    """Id and time of a tweet whose text may be gone."""

    id: int = field(name="tweet_id")
    user_id: int | None = None
    created_at: str = ""


class Like(msgspec.Struct, frozen=True, gc=False):
    """A liked tweet: its id and, since 2019, its raw text. The archive names neither its author nor the time of the like."""

    tweet_id: int = field(name="tweetId")
    text: str | None = field(name="fullText", default=None)


class Follow(msgspec.Struct, frozen=True, gc=False):
    """One entry of the follower, following, block or mute list: only an id, in the order of the file."""

    account_id: int = field(name="accountId")


class HandleChange(msgspec.Struct, frozen=True, gc=False):
    """Ego's handle changed from ``old`` (None where not told) to ``new`` at ``changed_at`` (None where unreadable)."""

    changed_at: int | None
    old: str | None
    new: str
    account_id: int | None = None


class MessageEvent(msgspec.Struct, frozen=True, gc=False):
    """One event of a conversation, without its text.

    ``kind`` is the archive's own word: messageCreate, welcomeMessageCreate, reactionCreate, joinConversation, participantsJoin or
    participantsLeave. ``users`` are the snapshot, joined or left ids; ``reactions`` are (sender, time) pairs on this message.
    """

    kind: str
    id: int | None = None
    sender: int | None = None
    recipient: int | None = None
    at: int | None = None
    initiator: int | None = None
    users: list[int] = field(default_factory=list)
    reactions: list[tuple[int, int | None]] = field(default_factory=list)


class Conversation(msgspec.Struct, frozen=True, gc=False):
    """Events of one conversation, newest first; one with more than 1,000 messages comes as several records of the same id."""

    conversation_id: str
    events: list[MessageEvent]


class EncryptedEvent(msgspec.Struct, frozen=True, gc=False):
    """One event of an encrypted (2026) conversation: who, where and when; ``kind`` is the key of its detail, e.g. messageCreateEvent.

    ``conversation`` is ``lower:higher`` for two, another token for groups; ``members`` are named by key changes only.
    """

    id: int | None
    sender: int | None
    conversation: str
    at: int | None
    kind: str
    members: list[int] = field(default_factory=list)


class NoteTweet(msgspec.Struct, frozen=True, gc=False):
    """The whole of a text over 280 characters; its id is not the tweet's. ``at`` has second precision; ``mentions`` are handles as typed."""

    id: int
    at: int | None
    text: str
    mentions: list[str]


class Moment(msgspec.Struct, frozen=True, gc=False):
    """Accounts named in a collection of other people's tweets (2015–2022), with handle and name of the archive's date.

    Nothing was said to them: they are names and no contact.
    """

    named: list[Mention]


class Account(msgspec.Struct, frozen=True, gc=False):
    """Ego, from account.js; e-mail and phone number are not read."""

    account_id: int = field(name="accountId")
    handle: str | None = field(name="username", default=None)
    name: str | None = field(name="accountDisplayName", default=None)


class AccountTimezone(msgspec.Struct, frozen=True, gc=False):
    """Ego's time zone as the archive spells it."""

    timezone: str | None = field(name="timeZone", default=None)
