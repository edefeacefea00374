"""The two-sided log of a world: what ego wrote, what others wrote to ego, messages, likes and what really happened."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from tests.simulator.clock import Rhythm
from tests.simulator.options import Options

if TYPE_CHECKING:
    from tests.simulator.population import Account, Births, Population


class Form(StrEnum):
    """What an own tweet is."""

    ORIGINAL = "original"
    REPLY = "reply"
    THREAD = "thread"
    RETWEET = "retweet"
    QUOTE = "quote"


@dataclass(slots=True, eq=False)
class Own:
    """A tweet of ego; ``text`` is unescaped and frozen as posted.

    ``to`` and ``parent`` are the true author and id of what it replies to. ``links`` pairs t.co links in the text with their targets.
    ``media`` is the t.co link of a picture; ``source`` the account and tweet that a retweeted picture comes from. ``edits`` lists all
    versions of an edited tweet.
    """

    id: int
    form: Form
    text: str
    to: "Account | None" = None
    parent: int | None = None
    links: tuple[tuple[str, str], ...] = ()
    media: str | None = None
    source: "tuple[Account, int] | None" = None
    language: str = "en"
    edits: tuple[int, ...] = ()


@dataclass(slots=True)
class Turn:
    """A tweet of somebody else that addressed ego: ``answers`` is the own tweet it replied to, None if it only named ego."""

    id: int
    who: "Account"
    answers: int | None


@dataclass(slots=True)
class Sign:
    """One of the five signs as it really happened, with the tweets (or messages) of both sides."""

    kind: str
    who: "Account"
    at: int
    own: tuple[int, ...]
    turns: tuple[int, ...]


@dataclass(slots=True)
class Like:
    """A tweet that ego liked: when, which, whose, and its text (None where the text is lost)."""

    at: int
    tweet: int
    who: "Account"
    text: str | None


@dataclass(slots=True)
class Message:
    """One message event: ``kind`` as in the archive; ``reactions`` holds (who, key, when, event id)."""

    id: int
    sender: "Account"
    text: str
    kind: str = "messageCreate"
    reactions: tuple[tuple["Account", str, int, int], ...] = ()
    shared: tuple[str, str] | None = None


@dataclass(slots=True)
class Conversation:
    """A one-to-one conversation (``other``) or a group (``group``, ``members``); messages in the order they were written.

    ``joined`` is (who added ego, members then, when), None where ego made the group; ``names`` holds (who, name, when); ``left`` (who, when).
    """

    other: "Account | None" = None
    group: int | None = None
    members: list["Account"] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    joined: "tuple[Account, list[Account], int] | None" = None
    names: "list[tuple[Account, str, int]]" = field(default_factory=list)
    left: "list[tuple[Account, int]]" = field(default_factory=list)


@dataclass(slots=True)
class World:
    """Everything that is true: one hidden two-sided world. ``forgotten`` and ``pruned`` are tweets and conversations that ego deleted long ago."""

    options: Options
    people: "Population"
    births: "Births"
    rhythm: Rhythm
    own: list[Own] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    signs: list[Sign] = field(default_factory=list)
    likes: list[Like] = field(default_factory=list)
    forgotten: list[Own] = field(default_factory=list)
    talks: list[Conversation] = field(default_factory=list)
    pruned: list[Conversation] = field(default_factory=list)
    groups: list[Conversation] = field(default_factory=list)
    deleted: list[tuple[Own, int]] = field(default_factory=list)
    notes: list[tuple[Own, str]] = field(default_factory=list)
    blocks: list["Account"] = field(default_factory=list)
    mutes: list["Account"] = field(default_factory=list)
    lists_member: list[str] = field(default_factory=list)
    lists_created: list[str] = field(default_factory=list)

    @property
    def ego(self) -> "Account":
        """The archive's owner."""
        return self.people.ego

    @property
    def end(self) -> int:
        """The archive's date, UTC ms."""
        return self.options.end
