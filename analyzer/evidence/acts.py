"""What happened between ego and one other account: one `Act` per interaction, the lines of ``--evidence``."""

from enum import IntEnum, StrEnum

import msgspec


class Kind(IntEnum):
    """Kinds of interaction, numbered by the alphabet: acts of one tweet are sorted by kind, and the files sort by name."""

    CARRIED = 0
    DM = 1
    GROUP_DM = 2
    LIKE = 3
    MENTION = 4
    QUOTE = 5
    REACTION = 6
    REPLY = 7
    RETWEET = 8
    TURN = 9

    @property
    def word(self) -> str:
        """The word used in files: ``reply``, ``group_dm``, …"""
        return WORDS[self]


WORDS = tuple(kind.name.lower() for kind in Kind)
"""The word of each kind by its number: an enum's own name costs ten times as much to look up."""


class Direction(IntEnum):
    """OUT: ego acted towards the person; IN: the person acted towards ego."""

    OUT = 0
    IN = 1


class Tier(StrEnum):
    """How sure an incoming turn is (relationships §3). POSSIBLE is never added to LIKELY."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"
    CERTAIN_NO = "certain_no"


class Act(msgspec.Struct, frozen=True, gc=False):
    """One interaction. Times are UTC milliseconds, ids the archive's own numbers.

    ``at`` is None where the archive has no time (likes, targets before November 2010). ``id`` is ego's record (tweet or message),
    ``their_id`` the other side's tweet. ``tier``, ``p`` and ``inferred_p`` are None on lines that are plain facts.
    """

    kind: Kind
    direction: Direction
    at: int | None
    id: int
    their_id: int | None = None
    weight: float = 1.0
    tier: Tier | None = None
    p: float | None = None
    inferred_p: float | None = None
    signs: tuple[str, ...] = ()
