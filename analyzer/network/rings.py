"""Who stands on which ring of the Circles picture: by fixed frequency, or by the person's own quantiles where the inner rings are empty."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement

RINGS = 4


class RingKind(StrEnum):
    """What a ring means. OWN rings have no fixed meaning: ``Ring.least`` and ``most`` tell their true frequency."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    YEARLY = "yearly"
    SILENT = "silent"
    OWN = "own"


FIXED = (RingKind.WEEKLY, RingKind.MONTHLY, RingKind.YEARLY, RingKind.SILENT)


@dataclass(frozen=True, slots=True)
class Ring:
    """One ring: its people (places in ``Analysis.people``, closest first) and the contact days in ego's last active year they have.

    ``place`` counts from 0 = innermost of four to 3 = silent; with fewer rings the inner places stay unused, so that a rare contact is
    never painted as warm as a weekly one. ``least`` and ``most`` are what is really found among the people, 0 for an empty ring.
    """

    kind: RingKind
    place: int
    people: tuple[int, ...]
    least: int
    most: int


def closeness(person: Person, place: int) -> tuple[int, int, int]:
    """Sort key, closest first: contact days of the last active year, contact days in all, then the order of the analysis."""
    return (-person.contact_days_last_year, -len(person.contact_days), place)


def divide_into_rings(people: Sequence[Person], judgements: Sequence[Judgement], places: Sequence[int]) -> tuple[Ring, ...]:
    """The rings of those ``places`` whose circle is 1 to 4, inside first.

    With anybody on the weekly or monthly circle, or nobody active at all, the four fixed rings (relationships §5) are used, empty ones
    included. Else everybody active is on one ring of three and the picture would be dead space, so the active people are cut at their own
    quantiles (`own_levels`) and only rings that hold somebody remain.
    """
    by_circle: dict[int, list[int]] = {1: [], 2: [], 3: [], 4: []}
    # Most people of a large archive are on no ring: they are not sorted.
    on_rings = [place for place in places if judgements[place].circle in by_circle]
    for place in sorted(on_rings, key=lambda place: closeness(people[place], place)):
        by_circle[judgements[place].circle].append(place)
    if by_circle[1] or by_circle[2] or not by_circle[3]:
        return tuple(_ring(kind, number, people, by_circle[number + 1]) for number, kind in enumerate(FIXED))
    active = by_circle[3]
    levels = own_levels([people[place].contact_days_last_year for place in active])
    groups = [[place for place in active if low <= people[place].contact_days_last_year <= high] for low, high in levels]
    inner = [_ring(RingKind.OWN, RINGS - 1 - len(groups) + number, people, group) for number, group in enumerate(groups)]
    return (*inner, _ring(RingKind.SILENT, RINGS - 1, people, by_circle[4]))


def own_levels(days: Sequence[int]) -> list[tuple[int, int]]:
    """Cut contact days per year into at most three levels, the highest first, as (lowest, highest) days found in each.

    The first level aims at a fifth of the people, at most 5; the first two together at half, at most 20 (the sizes of Dunbar's inner
    circles). People with equal days are never parted: a level that would swell to more than twice its aim starts one step higher, and one
    that would be empty is left out.

    >>> own_levels([9, 7, 4, 4, 3, 2, 2, 1, 1, 1])
    [(7, 9), (3, 4), (1, 2)]
    >>> own_levels([1, 1, 1])
    [(1, 1)]
    """
    ordered = sorted(days, reverse=True)
    found: list[tuple[int, int]] = []
    start = 0
    for aim in (min(5, max(1, len(ordered) // 5)), min(20, max(2, len(ordered) // 2))):
        if not start < aim <= len(ordered):
            continue
        end = _cut(ordered, start, aim)
        if end > start:
            found.append((ordered[end - 1], ordered[start]))
            start = end
    if start < len(ordered):
        found.append((ordered[-1], ordered[start]))
    return found


def _cut(ordered: Sequence[int], start: int, aim: int) -> int:
    """The end of a level from ``start`` that should end near ``aim`` without parting equals."""
    bound = ordered[aim - 1]
    after = next((place for place in range(aim, len(ordered)) if ordered[place] < bound), len(ordered))
    if after - start <= 2 * (aim - start):
        return after
    return next(place for place in range(len(ordered)) if ordered[place] == bound)


def _ring(kind: RingKind, place: int, people: Sequence[Person], members: Sequence[int]) -> Ring:
    days = [people[member].contact_days_last_year for member in members]
    return Ring(kind=kind, place=place, people=tuple(members), least=min(days, default=0), most=max(days, default=0))
