"""Placebo ranks: how rare a gap between an own tweet and theirs is, held against the same hour of the days around it.

Source: the project's turn-estimator notes, section 2. The hits are counted in whichever of three ways costs least; all give the same number.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from analyzer.evidence.calendar import DAY_MS

DAYS_AROUND = 30
FEW = 60
"""Up to so many tweets around it is quickest to ask each tweet which day's shift it hits."""
IN_A_SLOT = 20
FEWEST_SLOTS, MOST_SLOTS = 24, 1440
SLOTS_ACROSS = 4
"""Gaps across more slots have hits on most days, so that counting day by day ends soon."""

Slots = Sequence[Sequence[int]]
"""Times in order, parted by equal slots of the (UTC) day; the time ``t`` stands in slot ``t * len(slots) // DAY_MS % len(slots)``."""


def slots_of(times: Sequence[int]) -> Slots:
    """The sorted times by slots of the day, so short that the days around hold some twenty times in each."""
    days = (times[-1] - times[0]) // DAY_MS + 1 if times else 1
    count = min(MOST_SLOTS, max(FEWEST_SLOTS, len(times) * 2 * DAYS_AROUND // days // IN_A_SLOT))
    slots: list[list[int]] = [[] for _ in range(count)]
    for time in times:
        slots[time * count // DAY_MS % count].append(time)
    return slots


def rank(at: int, gap: int, times: Sequence[int], first: int, last: int, enough: float, slots: Slots | None = None) -> float:
    """Placebo rank of ``gap`` at ``at``: how often an own tweet of ``times`` stands within ``gap`` before the same hour of the 60 neighbouring days.

    (c + 0.5) / (n + 1) over the n shifts by whole days that stay inside [first, last + 1 day]; counting stops once it is at least ``enough``.
    All times are UTC ms; ``slots`` (of the same times) make many short gaps cheap.
    """
    ahead, back = (last + DAY_MS - at) // DAY_MS, (at - first) // DAY_MS
    ahead = DAYS_AROUND if ahead > DAYS_AROUND else max(ahead, 0)
    back = DAYS_AROUND if back > DAYS_AROUND else max(back, 0)
    start, end = at - back * DAY_MS - gap, at + ahead * DAY_MS
    low = bisect_left(times, start)
    high = bisect_left(times, end, low)
    if high - low <= FEW:
        hits = _hits(at, gap, times[low:high]) if gap < DAY_MS else _hits_of_long_gap(at, gap, times[low:high], back, ahead)
    elif slots is not None and gap * len(slots) <= SLOTS_ACROSS * DAY_MS:
        count = len(slots)
        near = [slots[slot % count] for slot in range((at - gap) * count // DAY_MS, (at - 1) * count // DAY_MS + 1)]
        hits = _hits(at, gap, [time for slot in near for time in slot[bisect_left(slot, start) : bisect_left(slot, end)]])
    else:
        hits = _hits_by_shift(at, gap, times, (back, ahead), enough * (back + ahead + 1) - 0.5, 4 * (high - low) // DAYS_AROUND + 16)
    return (hits + 0.5) / (back + ahead + 1)


def _hits(at: int, gap: int, times: Iterable[int]) -> int:
    """Shifts k ≠ 0 with a tweet in [at + k days - gap, at + k days), from tweets inside the span of all shifts; for gaps under a day."""
    least = DAY_MS - gap
    days = {(time - at) // DAY_MS for time in times if (time - at) % DAY_MS >= least}
    days.discard(-1)
    return len(days)


def _hits_of_long_gap(at: int, gap: int, times: Iterable[int], back: int, ahead: int) -> int:
    """The same for any gap: one tweet may hit several shifts."""
    found: set[int] = set()
    for time in times:
        away = time - at
        found.update(range(max(away // DAY_MS + 1, -back), min((away + gap) // DAY_MS, ahead) + 1))
    found.discard(0)
    return len(found)


def _hits_by_shift(at: int, gap: int, times: Sequence[int], around: tuple[int, int], bound: float, stride: int) -> int:
    """The same from the shifts, until there are ``bound`` hits; the next day's place is searched for among ``stride`` tweets first."""
    back, ahead = around
    hits, size = 0, len(times)
    here = bisect_left(times, at)
    place = here
    for moved in range(at + DAY_MS, at + ahead * DAY_MS + 1, DAY_MS):
        end = place + stride
        place = bisect_left(times, moved, place, end) if end < size and times[end] >= moved else bisect_left(times, moved, place)
        if place and times[place - 1] >= moved - gap:
            hits += 1
            if hits >= bound:
                return hits
    place = here
    for moved in range(at - DAY_MS, at - back * DAY_MS - 1, -DAY_MS):
        start = place - stride
        place = bisect_left(times, moved, start, place) if start > 0 and times[start] < moved else bisect_left(times, moved, 0, place)
        if place and times[place - 1] >= moved - gap:
            hits += 1
            if hits >= bound:
                return hits
    return hits
