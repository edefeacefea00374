"""Which of several spans of time is nearest to a moment: the holder of a handle at some time, by when ego used it for whom."""

from bisect import bisect_left
from collections.abc import Iterable
from heapq import heappop, heappush
from typing import NamedTuple


class Span(NamedTuple):
    """From ``first`` to ``last`` (UTC ms) ego used a handle so many ``times`` for the account ``key``."""

    first: int
    last: int
    times: int
    key: int


class Nearest:
    """Spans made ready to be asked many times: who must be looked at is found by halving, however many accounts a handle served.

    The nearest span wins (0 inside it), then the one used most, then the lowest key.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._ends = sorted({end for span in ordered for end in (span.first, span.last)})
        # The best span that holds each end, and the best one that holds all between it and the next end.
        self._on: list[Span | None] = []
        self._after: list[Span | None] = []
        # The best of the spans that end last before or begin first after each end, itself included.
        self._before: list[Span | None] = []
        self._beyond: list[Span | None] = []
        beginning, ending = _best_by(ordered, "first"), _best_by(ordered, "last")
        open_: list[tuple[int, int, Span]] = []
        place, over = 0, None
        for end in self._ends:
            while place < len(ordered) and ordered[place].first == end:
                heappush(open_, (*_rank(ordered[place]), ordered[place]))
                place += 1
            self._on.append(_top(open_, end))
            self._after.append(_top(open_, end + 1))
            over = ending.get(end, over)
            self._before.append(over)
        coming = None
        for end in reversed(self._ends):
            coming = beginning.get(end, coming)
            self._beyond.append(coming)
        self._beyond.reverse()

    def at(self, moment: int) -> int:
        """The key of the nearest span; there must be one."""
        place = bisect_left(self._ends, moment)
        is_end = place < len(self._ends) and self._ends[place] == moment
        inside = self._on[place] if is_end else self._after[place - 1] if place else None
        if inside is not None:
            return inside.key
        sides = (self._before[place - 1] if place else None, self._beyond[place] if place < len(self._ends) else None)
        return min((max(span.first - moment, moment - span.last), *_rank(span)) for span in sides if span is not None)[2]


def _rank(span: Span) -> tuple[int, int]:
    return -span.times, span.key


def _best_by(spans: Iterable[Span], end: str) -> dict[int, Span]:
    """The best of the spans with the same ``first`` or ``last``."""
    best: dict[int, Span] = {}
    for span in spans:
        at = getattr(span, end)
        if at not in best or _rank(span) < _rank(best[at]):
            best[at] = span
    return best


def _top(open_: list[tuple[int, int, Span]], until: int) -> Span | None:
    """The best open span that lasts at least until then; those that are over are dropped."""
    while open_ and open_[0][2].last < until:
        heappop(open_)
    return open_[0][2] if open_ else None
