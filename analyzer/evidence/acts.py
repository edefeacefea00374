"""What happened between ego and one other account: one `Act` per interaction, the lines of ``--evidence``."""

from collections import defaultdict
from collections.abc import Iterable
from enum import IntEnum, StrEnum
from operator import attrgetter, itemgetter
from typing import Protocol, TypeVar

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


OUT, IN = Direction
CARRIED, DM, GROUP_DM, LIKE, MENTION, QUOTE, REACTION, REPLY, RETWEET, TURN = Kind
CERTAIN, LIKELY, POSSIBLE, UNKNOWN, CERTAIN_NO = Tier
# Names of their own for what is asked of every act: looking up a member of an enum costs more than making an act (74 and 63 ns, measured).


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


class _Timed(Protocol):
    @property
    def at(self) -> int: ...
    @property
    def id(self) -> int: ...


_Row = TypeVar("_Row", bound=_Timed)
_AT, _ID = attrgetter("at"), attrgetter("id")
_YEAR = 35
"""2^35 ms are 398 days."""


def by_time(rows: Iterable[_Row]) -> list[_Row]:
    """Rows by (time, id), about a year at a time, as a sort of all would keep every other thread waiting for 50 ms.

    Two stable sorts by one number each take less than half the time of one by pairs (measured).
    """
    years: dict[int, list[_Row]] = defaultdict(list)
    for row in rows:
        years[row.at >> _YEAR].append(row)
    ordered: list[_Row] = []
    for _, year in sorted(years.items(), key=itemgetter(0)):
        year.sort(key=_ID)
        year.sort(key=_AT)
        ordered += year
    return ordered
