"""Kinds of archive owner as data: how much of everything each writes and how often anybody answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class OwnerKind:
    """One kind of owner.

    ``replies`` is the share of own tweets that reply to others, ``retweets`` and ``quotes`` the shares of these; originals and threads fill
    the rest. ``answered`` multiplies how readily others answer, ``label_likes`` how often ego likes what was written to them, ``likes`` is the
    number of likes per tweet. ``crowd`` multiplies the number of people per persona, ``tail`` weighs who the further people are, ``passers`` is
    how many people are answered exactly once for each one answered more often. ``years`` is the length of the archive, ``sittings`` how often
    ego is online per day at 3,000 tweets. ``forgets`` is how many tweets ego has deleted for each one that remains, the oldest first.
    """

    name: str
    replies: float
    retweets: float
    quotes: float
    answered: float = 1.0
    label_likes: float = 0.5
    likes: float = 0.5
    passers: float = 2.0
    years: float = 6.6
    sittings: float = 0.8
    forgets: float = 0.0
    crowd: Mapping[str, float] = field(default_factory=dict)
    tail: Mapping[str, float] = field(default_factory=lambda: {"acquaintance": 1.0})


# fmt: off
_KINDS = (
    OwnerKind("writer", replies=0.64, retweets=0.11, quotes=0.03),
    OwnerKind(
        "reply_guy", replies=0.94, retweets=0.02, quotes=0.0, answered=0.04, label_likes=0.3, likes=0.6, years=4.0, sittings=2.2,
        crowd={"friend": 0.15, "sprint_partner": 0.0, "morning_greeter": 0.0, "hello_again": 0.13, "newcomer": 0.0, "group_member": 0.0,
               "dm_friend": 0.25, "lapsed_friend": 0.12, "celebrity": 9.0, "prolific_poster": 5.0, "follower_number": 0.3},
        tail={"celebrity": 0.5, "prolific_poster": 0.1, "acquaintance": 0.4},
    ),
    OwnerKind(
        "broadcaster", replies=0.14, retweets=0.22, quotes=0.08, answered=0.8, likes=0.3, sittings=1.6,
        crowd={"friend": 0.4, "sprint_partner": 0.15, "morning_greeter": 0.15, "hello_again": 0.4, "newcomer": 0.3, "lapsed_friend": 0.4,
               "acquaintance": 0.6, "celebrity": 0.4, "prolific_poster": 0.4, "group_member": 0.4, "follower_number": 3.0},
    ),
    OwnerKind(
        "dm_person", replies=0.42, retweets=0.2, quotes=0.04, label_likes=0.7,
        crowd={"dm_friend": 4.0, "friend": 0.6, "sprint_partner": 0.3, "morning_greeter": 0.3, "group_member": 2.0, "newcomer": 0.4},
    ),
    OwnerKind(
        "quiet", replies=0.34, retweets=0.38, quotes=0.05, likes=2.0, sittings=0.6, answered=0.8,
        crowd={"friend": 0.45, "sprint_partner": 0.13, "morning_greeter": 0.15, "hello_again": 0.5, "newcomer": 0.2, "celebrity": 0.8,
               "content_quiet": 4.0, "following_number": 2.0},
    ),
    OwnerKind(
        "newcomer", replies=0.6, retweets=0.1, quotes=0.03, years=1.3, sittings=2.2, likes=0.8,
        crowd={"friend": 0.7, "lapsed_friend": 0.0, "hello_again": 0.4, "newcomer": 2.0, "follower_number": 0.5},
    ),
    OwnerKind(
        "talker", replies=0.7, retweets=0.06, quotes=0.02, answered=1.35, sittings=1.1, years=5.0,
        crowd={"celebrity": 0.4, "daily_celebrity": 0.5, "prolific_poster": 0.4, "bystander": 0.5, "friend": 1.3, "sprint_partner": 1.3},
    ),
    OwnerKind("deleter", replies=0.58, retweets=0.12, quotes=0.03, forgets=2.0),
    OwnerKind(
        "short", replies=0.6, retweets=0.12, quotes=0.03, years=0.75, sittings=2.6, likes=0.8,
        crowd={"friend": 0.6, "sprint_partner": 0.6, "morning_greeter": 0.6, "lapsed_friend": 0.0, "hello_again": 0.0, "newcomer": 1.5,
               "follower_number": 0.4},
    ),
)
# fmt: on

OWNERS: Mapping[str, OwnerKind] = MappingProxyType({kind.name: kind for kind in _KINDS})
