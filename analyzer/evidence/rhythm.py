"""When ego and a person were in contact: contact days, weeks, gaps and sittings (relationships §3)."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from types import MappingProxyType
from typing import NamedTuple

from analyzer.evidence.acts import CERTAIN, DM, IN, LIKELY, MENTION, OUT, QUOTE, REPLY, Act, Tier
from analyzer.evidence.calendar import HOUR_MS, Calendar

DIRECTED = (REPLY, MENTION, DM, QUOTE)
"""With `OUT`: an own composed act addressed to one person. A one-to-one message received (`IN`, `DM`) is an incoming turn, and certain."""
SURE = (CERTAIN, LIKELY)
"""The tiers of an incoming turn that count."""
NO_MARKS: Mapping[int, int] = MappingProxyType({})
SITTING_GAP = 12 * HOUR_MS
YEAR_DAYS = 365


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Contact days as ordinals (ascending), ISO weeks with contact, days within ego's last active year, median gap in days (None below 2 days).

    ``directed_acts`` are own directed acts, ``directed_days`` the distinct days they fall on.
    """

    days: tuple[int, ...]
    weeks: int
    last_year: int
    median_gap: float | None
    directed_acts: int
    directed_days: int


NO_CONTACT = Rhythm((), 0, 0, None, 0, 0)


class Sitting(NamedTuple):
    """Steps with one person that follow each other within 12 hours: own directed acts and certain or likely turns, oldest first.

    ``begins`` and ``ends`` are UTC ms, ``own`` the ids of ego's acts (each once: a tweet that answers and quotes is one turn), ``incoming`` the
    number of turns of the other side, ``bits`` what the words of ego's tweets are (`analyzer.evidence.marks`), ``waits`` the times (ms) from a
    word of ego's to the answer that came next.
    """

    begins: int
    ends: int
    own: tuple[int, ...]
    incoming: int
    bits: int
    waits: tuple[int, ...]
    steps: tuple[Act, ...]


def measure_rhythm(acts: Sequence[Act], calendar: Calendar, last_act_day: int | None) -> Rhythm:
    """Days of contact with one person.

    A contact day is a day in ego's zone with an own directed act or a one-to-one message in either direction; group messages, carried
    handles, likes, retweets and inferred turns make none. The last active year is the 365 days that end with ego's own last act.
    """
    if not acts:
        return NO_CONTACT
    own = [act.at for act in acts if act.direction is OUT and act.kind in DIRECTED]
    received = [act.at for act in acts if act.direction is IN and act.kind is DM]
    own_days = calendar.days(own)
    ordered = tuple(sorted(own_days | calendar.days(received) if received else own_days))
    # Both ends of the last year by halving, as the days are in order; ordinal 1 is a Monday, so ISO weeks are sevens of ordinals.
    recent = 0 if last_act_day is None else bisect_right(ordered, last_act_day) - bisect_right(ordered, last_act_day - YEAR_DAYS)
    weeks = len({(ordinal - 1) // 7 for ordinal in ordered})
    gap = float(median([later - earlier for earlier, later in pairwise(ordered)])) if len(ordered) > 1 else None
    return Rhythm(ordered, weeks, recent, gap, len(own), len(own_days))


def sittings(acts: Sequence[Act], marks: Mapping[int, int] = NO_MARKS) -> list[Sitting]:
    """Own directed acts and incoming turns (certain or likely) of one person, split where 12 hours pass without any; acts come in any order."""
    # Asked here and not by a function: this runs over every act, and a call costs as much as the question.
    steps = [
        act for act in acts if act.at is not None and (act.kind in DIRECTED if act.direction is OUT else act.kind is DM or act.tier in SURE)
    ]
    steps.sort(key=_time_and_id)
    found: list[Sitting] = []
    start, before = 0, 0
    for place, act in enumerate(steps):
        at = act.at or 0
        if place > start and at - before > SITTING_GAP:
            found.append(_sitting(steps[start:place], marks))
            start = place
        before = at
    if steps:
        found.append(_sitting(steps[start:], marks))
    return found


def _sitting(steps: list[Act], marks: Mapping[int, int]) -> Sitting:
    own: dict[int, None] = {}
    waits: list[int] = []
    incoming = bits = 0
    said: int | None = None
    for act in steps:
        if act.direction is OUT:
            own[act.id] = None
            bits |= marks.get(act.id, 0)
            said = act.at
        else:
            incoming += 1
            if said is not None:
                waits.append((act.at or 0) - said)
            said = None
    return Sitting(steps[0].at or 0, steps[-1].at or 0, tuple(own), incoming, bits, tuple(waits), tuple(steps))


def _time_and_id(act: Act) -> tuple[int | None, int]:
    return act.at, act.id


def contact_months(days: Sequence[int]) -> int:
    """In how many calendar months the contact days (ordinals) fall."""
    return len({Calendar.month_of_day(day) for day in days})


def longest_streak(days: Sequence[int]) -> int:
    """The most contact days in a row; ``days`` are ordinals, ascending.

    >>> longest_streak([1, 2, 3, 7, 8]), longest_streak([])
    (3, 0)
    """
    longest = run = 0
    before = None
    for day in days:
        run = run + 1 if before is not None and day == before + 1 else 1
        longest = max(longest, run)
        before = day
    return longest


def returns(days: Sequence[int], allowed: float) -> tuple[int, ...]:
    """The contact days (ordinals, ascending) on which a tie came back: those after a silence longer than ``allowed`` days.

    >>> returns([1, 2, 400], 365)
    (400,)
    """
    return tuple(later for earlier, later in pairwise(days) if later - earlier > allowed)


def answer_time(sitting: Sequence[Sitting]) -> tuple[int, Tier] | None:
    """How soon they answer: the median time (ms) from ego's last word to an incoming turn in the same sitting, and the weaker tier it rests on.

    None where no such turn is visible. Quick answers are seen more easily than late ones, so it is a time of the answers seen, not of all.
    """
    waits = [wait for one in sitting for wait in one.waits]
    if not waits:
        return None
    likely = any(act.tier is LIKELY for one in sitting if one.waits for act in one.steps)
    return round(median(waits)), LIKELY if likely else CERTAIN
