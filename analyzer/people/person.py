"""A person as measured: who the account is, how it is tied to ego and what was counted; verdicts are made from this."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

import msgspec

from analyzer.evidence.acts import Tier

SIGN_NAMES = ("conversation", "sprint", "morning", "hello", "welcome_answer")


@dataclass(frozen=True, slots=True)
class Incoming:
    """Incoming turns by tier; ``likely_days`` are distinct days (ego's zone) with likely or certain answers, ``largest_p`` the largest p."""

    certain: int = 0
    likely: int = 0
    possible: int = 0
    likely_days: int = 0
    largest_p: float = 0.0


@dataclass(frozen=True, slots=True)
class Signs:
    """How often each of the five signs was seen; None = not computed by this build (never shown as 0)."""

    conversation: int | None = None
    sprint: int | None = None
    morning: int | None = None
    hello: int | None = None
    welcome_answer: int | None = None

    def kinds_seen(self) -> int:
        """How many of the five signs were seen at least once."""
        return sum(1 for name in SIGN_NAMES if getattr(self, name))


@dataclass(frozen=True, slots=True)
class OwnWords:
    """How many of ego's tweets to a person held words of a sign, answered or not; shown apart ("you greet them"), never counted as the sign."""

    sprint: int = 0
    morning: int = 0
    hello: int = 0
    welcome: int = 0


NO_INCOMING = Incoming()
NOT_COMPUTED = Signs()
NO_SIGNS = Signs(0, 0, 0, 0, 0)
NO_WORDS = OwnWords()
NO_DAYS: Mapping[str, int] = MappingProxyType({})


class Person(msgspec.Struct, frozen=True, gc=False):
    """One account other than ego (interfaces.md "The analysis"); counts are after identity repair.

    ``key`` is the account id in digits, or ``@handle`` (lower case) where no id is known. ``contact_days`` are proleptic ordinals
    (`datetime.date.toordinal`) in ego's zone, ascending. Positions count from 1 = newest in the archive's follow list.
    ``account_created`` is UTC ms where the id tells it. ``mentioned_in_retweets`` gives no evidence but is a trace. ``unprompted`` counts
    the tweets of theirs that ego came to of its own accord (`analyzer.evidence.unprompted`), asked only of accounts that do not follow ego and
    turned to ego at all. ``is_passing_contact``: no follow tie and at most one act of any kind; hidden at first, and told (relationships §5).

    A msgspec struct, as there may be a million: it is made in a fifth of a dataclass' time, and the search for cycles passes it by.
    """

    key: str
    account_id: int | None
    handle: str | None = None
    name: str | None = None
    former_handles: tuple[str, ...] = ()
    follows_ego: bool = False
    followed_by_ego: bool = False
    blocked: bool = False
    muted: bool = False
    following_position: int | None = None
    follower_position: int | None = None
    followed_since_at_least: int | None = None
    account_created: int | None = None
    replies: int = 0
    mentions_body: int = 0
    carried: int = 0
    quotes: int = 0
    retweets: int = 0
    likes: int = 0
    dm_sent: int = 0
    dm_received: int = 0
    group_messages: int = 0
    group_shared: bool = False
    mentioned_in_retweets: int = 0
    directed_acts: int = 0
    directed_days: int = 0
    incoming: Incoming = NO_INCOMING
    unprompted: int = 0
    contact_days: tuple[int, ...] = ()
    contact_weeks: int = 0
    contact_days_last_year: int = 0
    median_gap: float | None = None
    signs: Signs = NOT_COMPUTED
    sign_days: int = 0
    sign_last: Mapping[str, int] = NO_DAYS
    own_words: OwnWords = NO_WORDS
    answer_after: int | None = None
    answer_tier: Tier | None = None
    community: int = 0

    @property
    def is_passing_contact(self) -> bool:
        """True without a follow tie and with at most one act of any kind."""
        if self.follows_ego or self.followed_by_ego:
            return False
        acts = self.replies + self.mentions + self.quotes + self.retweets + self.likes + self.dm_sent + self.dm_received + self.group_messages
        return acts <= 1

    @property
    def mentions(self) -> int:
        """Own tweets, not replies to them, that mention them (body or carried)."""
        return self.mentions_body + self.carried

    @property
    def first_contact(self) -> date | None:
        """First contact day, or None."""
        return date.fromordinal(self.contact_days[0]) if self.contact_days else None

    @property
    def last_contact(self) -> date | None:
        """Last contact day, or None."""
        return date.fromordinal(self.contact_days[-1]) if self.contact_days else None

    @property
    def has_tie(self) -> bool:
        """True if either follows the other."""
        return self.follows_ego or self.followed_by_ego
