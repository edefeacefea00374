"""When ego and a person were in contact: contact days, weeks, gaps and sittings (relationships §3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.evidence.calendar import HOUR_MS, Calendar

DIRECTED = frozenset({Kind.REPLY, Kind.MENTION, Kind.QUOTE})
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


def is_directed(act: Act) -> bool:
    """True for an own composed act addressed to one person: reply, body mention, quote, one-to-one message sent."""
    return act.direction is Direction.OUT and (act.kind in DIRECTED or act.kind is Kind.DM)


def is_incoming(act: Act) -> bool:
    """True for an incoming turn that is certain or likely, a received message included."""
    return act.direction is Direction.IN and (act.kind is Kind.DM or act.tier in (Tier.CERTAIN, Tier.LIKELY))


def measure_rhythm(acts: Sequence[Act], calendar: Calendar, last_act_day: int | None) -> Rhythm:
    """Days of contact with one person.

    A contact day is a day in ego's zone with an own directed act or a one-to-one message in either direction; group messages, carried
    handles, likes, retweets and inferred turns make none. The last active year is the 365 days that end with ego's own last act.
    """
    if not acts:
        return NO_CONTACT
    directed = [act for act in acts if is_directed(act)]
    own_days = {calendar.day(act.at) for act in directed if act.at is not None}
    days = own_days | {calendar.day(act.at) for act in acts if act.kind is Kind.DM and act.at is not None}
    ordered = tuple(sorted(days))
    gaps = [later - earlier for earlier, later in pairwise(ordered)]
    recent = 0 if last_act_day is None else sum(last_act_day - YEAR_DAYS < day <= last_act_day for day in ordered)
    weeks = {date.fromordinal(day).isocalendar()[:2] for day in ordered}
    return Rhythm(ordered, len(weeks), recent, float(median(gaps)) if gaps else None, len(directed), len(own_days))


def sittings(acts: Sequence[Act]) -> list[list[Act]]:
    """Own directed acts and incoming turns (certain or likely) of one person, oldest first, split where 12 hours pass without any."""
    steps = sorted((act for act in acts if act.at is not None and (is_directed(act) or is_incoming(act))), key=lambda act: (act.at, act.id))
    found: list[list[Act]] = []
    for act in steps:
        if found and (act.at or 0) - (found[-1][-1].at or 0) <= SITTING_GAP:
            found[-1].append(act)
        else:
            found.append([act])
    return found
