"""Tie strength between 0 and 1 and the circle of a person; for ordering and pictures, never a headline (relationships §5)."""

from collections.abc import Sequence
from dataclasses import fields
from math import fsum, log1p
from typing import NamedTuple

from analyzer.people.person import Person
from analyzer.verdict.policy import StrengthWeights

WEEKLY, MONTHLY, YEARLY = 52, 12, 1
"""Contact days in ego's last active 365 days that make circles 1, 2 and 3 (Hill and Dunbar 2003; Dunbar et al. 2015)."""
FULL_DAYS = 100
FULL_TURNS = 50
FULL_SPAN = 5 * 365
HALF_LIFE = 365
KINDS = 4


class Terms(NamedTuple):
    """The terms of tie strength, each between 0 and 1; more contact or answers never lower one (only silence lowers recency)."""

    days: float
    recency: float
    reciprocity: float
    multiplexity: float
    duration: float


NO_CONTACT = Terms(0.0, 0.0, 0.0, 0.0, 0.0)


def strength_terms(person: Person, last_act_day: int | None) -> Terms:
    """Contact days (log, full at 100); recency (halves each year of silence until ego's last act); reciprocity (the smaller of own
    acts and incoming turns, log, full at 50); multiplexity (kinds used out of reply, mention, quote, message); duration (full at 5 years).
    """
    if not person.contact_days:
        return NO_CONTACT
    first, last = person.contact_days[0], person.contact_days[-1]
    silence = max(0, (last_act_day if last_act_day is not None else last) - last)
    both = min(person.directed_acts, person.incoming.certain + person.incoming.likely)
    used = sum(1 for count in (person.replies, person.mentions_body, person.quotes, person.dm_sent + person.dm_received) if count)
    return Terms(
        days=min(1.0, log1p(len(person.contact_days)) / log1p(FULL_DAYS)),
        recency=0.5 ** (silence / HALF_LIFE),
        reciprocity=min(1.0, log1p(both) / log1p(FULL_TURNS)),
        multiplexity=used / KINDS,
        duration=min(1.0, (last - first) / FULL_SPAN),
    )


def shares_of(weights: StrengthWeights) -> tuple[float, ...]:
    """The weights in the order of `Terms`, divided by their sum."""
    values = [float(getattr(weights, part.name)) for part in fields(StrengthWeights)]
    whole = fsum(values)  # `sum` rounds otherwise since Python 3.12
    return tuple(value / whole for value in values)


def tie_strength(terms: Terms, shares: Sequence[float]) -> float:
    """The weighted mean of the terms; ``shares`` as from `shares_of`."""
    if terms is NO_CONTACT:
        return 0.0
    # Written out: half the time of a sum over pairs, and the same digits on every Python.
    days, recency, reciprocity, multiplexity, duration = terms
    a, b, c, d, e = shares
    return days * a + recency * b + reciprocity * c + multiplexity * d + duration * e


def circle_of(person: Person) -> int:
    """1 weekly, 2 monthly, 3 within a year, 4 silent for a year, 0 no contact day."""
    recent = person.contact_days_last_year
    if recent >= WEEKLY:
        return 1
    if recent >= MONTHLY:
        return 2
    if recent >= YEARLY:
        return 3
    return 4 if person.contact_days else 0
