"""Which data files exist, what they are called in each era, which of them are read and which are never opened."""

import re
from enum import StrEnum

from analyzer.progress import Stage


class Era(StrEnum):
    """Layout generations of the archive; told by which files exist, never by a date.

    A: Grailbird month files (2012–2019). B: flat files in the root (2018–2020). C: ``data/tweet.js`` (2020–2022). D: ``data/tweets.js``.
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Part(StrEnum):
    """The data types that Kithmap reads; values are the words used in files and in the window's part list."""

    TWEETS = "tweets"
    COMMUNITY_TWEETS = "community_tweets"
    CIRCLE_TWEETS = "circle_tweets"
    DELETED_TWEETS = "deleted_tweets"
    NOTE_TWEETS = "note_tweets"
    TWEET_HEADERS = "tweet_headers"
    MOMENTS = "moments"
    LIKES = "likes"
    FOLLOWERS = "followers"
    FOLLOWING = "following"
    BLOCKS = "blocks"
    MUTES = "mutes"
    HANDLE_CHANGES = "handle_changes"
    MESSAGE_HEADERS = "message_headers"
    GROUP_MESSAGE_HEADERS = "group_message_headers"
    MESSAGES = "messages"
    GROUP_MESSAGES = "group_messages"
    MESSAGE_EVENTS = "message_events"
    ACCOUNT = "account"
    ACCOUNT_TIMEZONE = "account_timezone"
    VERIFIED = "verified"
    MANIFEST = "manifest"


TYPES: dict[Part, tuple[str, ...]] = {
    Part.TWEETS: ("tweets", "tweet"),
    Part.COMMUNITY_TWEETS: ("community-tweet", "community-tweets"),
    Part.CIRCLE_TWEETS: ("twitter-circle-tweet", "twitter-circle-tweets"),
    Part.DELETED_TWEETS: ("deleted-tweets", "deleted-tweet"),
    Part.NOTE_TWEETS: ("note-tweet", "note-tweets"),
    Part.TWEET_HEADERS: ("tweet-headers", "tweet-header"),
    Part.MOMENTS: ("moment", "moments"),
    Part.LIKES: ("like", "likes"),
    Part.FOLLOWERS: ("follower", "followers"),
    Part.FOLLOWING: ("following", "followings"),
    Part.BLOCKS: ("block", "blocks"),
    Part.MUTES: ("mute", "mutes"),
    Part.HANDLE_CHANGES: ("screen-name-change", "screen-name-changes"),
    Part.MESSAGE_HEADERS: ("direct-message-headers", "direct-messages-headers"),
    Part.GROUP_MESSAGE_HEADERS: ("direct-message-group-headers", "direct-messages-group-headers"),
    Part.MESSAGES: ("direct-messages", "direct-message"),
    Part.GROUP_MESSAGES: ("direct-messages-group", "direct-message-group"),
    Part.MESSAGE_EVENTS: ("message-event", "message-events"),
    Part.ACCOUNT: ("account",),
    Part.ACCOUNT_TIMEZONE: ("account-timezone",),
    Part.VERIFIED: ("verified",),
    Part.MANIFEST: ("manifest",),
}
"""File types of each part, the present name first; a file is ``<type>.js`` or ``<type>-part<N>.js``."""

PART_OF_TYPE = {type_: part for part, types in TYPES.items() for type_ in types}

STAGES: dict[Part, Stage] = {
    Part.LIKES: Stage.LIKES,
    Part.FOLLOWERS: Stage.FOLLOWS,
    Part.FOLLOWING: Stage.FOLLOWS,
    Part.BLOCKS: Stage.FOLLOWS,
    Part.MUTES: Stage.FOLLOWS,
    Part.MESSAGE_HEADERS: Stage.MESSAGES,
    Part.GROUP_MESSAGE_HEADERS: Stage.MESSAGES,
    Part.MESSAGES: Stage.MESSAGES,
    Part.GROUP_MESSAGES: Stage.MESSAGES,
    Part.MESSAGE_EVENTS: Stage.MESSAGES,
    Part.ACCOUNT: Stage.LOOK,
    Part.ACCOUNT_TIMEZONE: Stage.LOOK,
    Part.VERIFIED: Stage.LOOK,
    Part.MANIFEST: Stage.LOOK,
    Part.HANDLE_CHANGES: Stage.NAMES,
    Part.MOMENTS: Stage.NAMES,
}
"""The named stage that reading a part belongs to; parts not listed belong to the tweets."""

FULL_FILE_OF = {Part.MESSAGE_HEADERS: Part.MESSAGES, Part.GROUP_MESSAGE_HEADERS: Part.GROUP_MESSAGES}
"""Message headers hold all that is needed without any text; the full file is opened only where its headers are missing."""

ESSENTIAL: tuple[tuple[str, frozenset[Part]], ...] = (
    ("tweets", frozenset({Part.TWEETS, Part.TWEET_HEADERS})),
    (
        "messages",
        frozenset({Part.MESSAGE_HEADERS, Part.GROUP_MESSAGE_HEADERS, Part.MESSAGES, Part.GROUP_MESSAGES, Part.MESSAGE_EVENTS}),
    ),
    ("followers", frozenset({Part.FOLLOWERS})),
    ("following", frozenset({Part.FOLLOWING})),
)
"""Without any of these there is nothing to say about anybody."""

_DATA_FILE = re.compile(r"(?P<type>[a-z0-9-]+?)(?:-part(?P<number>\d{1,9}))?\.js", re.ASCII)


def type_and_number(base_name: str) -> tuple[str, int] | None:
    """``tweets-part2.js`` → (``tweets``, 2); None for names that no data file has. Upper case is tolerated."""
    found = _DATA_FILE.fullmatch(base_name.lower())
    if found is None:
        return None
    return found["type"], int(found["number"] or 0)


def kebab(camel: str) -> str:
    """A manifest key (``directMessageHeaders``) in the spelling of file names (``direct-message-headers``)."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", camel).lower()


def stage_of(part: Part) -> Stage:
    """The stage in which a part is read."""
    return STAGES.get(part, Stage.TWEETS)
