"""Contact by month: who was in touch around a month, who had been before, who came anew and who came back.

A month is a plain number, ``year * 12 + month - 1``, so that the next one is one more (`month_of`, `month_text`).
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from analyzer.evidence.rhythm import YEAR_DAYS
from analyzer.people.person import Person

# One month alone flickers: most people are met every few weeks. Three months are a season.
WINDOW = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """One month of the picture; people are places in ``Analysis.people``.

    ``in_touch`` had a contact day in the month or the two before it, ``earlier`` only before that, ``later`` only after it. ``new`` are those
    whose first contact of all falls in the month, ``returned`` those who were met in it again after more than a year (365 days) without any.
    """

    month: int
    in_touch: frozenset[int]
    earlier: frozenset[int]
    later: frozenset[int]
    new: frozenset[int]
    returned: frozenset[int]

    def among(self, people: Collection[int]) -> "Moment":
        """The same month with these people alone."""
        some = frozenset(people)
        return Moment(self.month, self.in_touch & some, self.earlier & some, self.later & some, self.new & some, self.returned & some)


class ContactMonths:
    """The months of everybody with contact; made once per analysis, asked at every step of a slider.

    >>> ann = Person(key="1", account_id=1, contact_days=(date(2019, 3, 5).toordinal(), date(2021, 4, 1).toordinal()))
    >>> months = ContactMonths([ann])
    >>> [month_text(month) for month in (months.first, months.last)]
    ['2019-03', '2021-04']
    >>> sorted(months.at(month_of(2019, 5)).in_touch), sorted(months.at(month_of(2019, 6)).earlier)
    ([0], [0])
    >>> sorted(months.at(month_of(2021, 4)).returned)
    [0]
    """

    def __init__(self, people: Sequence[Person], until: date | None = None) -> None:
        """``until`` is the archive's day: the slider goes on to it even where contact ends sooner."""
        months = _Months()
        self._met: dict[int, set[int]] = {}
        self._days: dict[int, dict[int, int]] = {}
        self._first: dict[int, int] = {}
        self._returned: dict[int, set[int]] = {}
        for place, person in enumerate(people):
            days = person.contact_days
            if not days:
                continue
            self._first[place] = months[days[0]]
            for day in days:
                month = months[day]
                self._met.setdefault(month, set()).add(place)
                counts = self._days.setdefault(month, {})
                counts[place] = counts.get(place, 0) + 1
            for before, day in pairwise(days):
                if day - before > YEAR_DAYS:
                    self._returned.setdefault(months[day], set()).add(place)
        self.first = min(self._met, default=0)
        self.last = max(self._met, default=-1)
        if self._met and until is not None:
            self.last = max(self.last, months[until.toordinal()])

    def __len__(self) -> int:
        """How many months there are, from the first contact to the end; 0 without any contact."""
        return self.last - self.first + 1

    def __iter__(self) -> Iterator[int]:
        """The months, oldest first."""
        return iter(range(self.first, self.last + 1))

    def at(self, month: int) -> Moment:
        """Everybody's state at a month; one outside the contact gives what follows from that."""
        in_touch: set[int] = set()
        for one in range(month - WINDOW + 1, month + 1):
            in_touch |= self._met.get(one, _NOBODY)
        first = self._first
        # Asked at every step of a slider: two passes over whoever ever had contact, no calls in them.
        later = frozenset([place for place, began in first.items() if began > month])
        earlier = first.keys() - in_touch - later
        here = self._met.get(month, _NOBODY)
        new = frozenset([place for place in here if first[place] == month])
        return Moment(month, frozenset(in_touch), frozenset(earlier), later, new, frozenset(self._returned.get(month, _NOBODY)))

    def histogram(self, shown: Collection[int]) -> list[int]:
        """Contact days of the people ``shown``, summed over them, for each month from the first to the last."""
        among = frozenset(shown)
        if among >= self._first.keys():
            return [self._totals.get(month, 0) for month in self]
        return [sum(days for place, days in self._days.get(month, {}).items() if place in among) for month in self]

    @cached_property
    def _totals(self) -> dict[int, int]:
        return {month: sum(counts.values()) for month, counts in self._days.items()}

    def ever(self, place: int) -> bool:
        """True if this person has any contact day; all others are of no month."""
        return place in self._first


_NOBODY: frozenset[int] = frozenset()


class _Months(dict[int, int]):
    """Month of a day's ordinal; most days are asked for many times."""

    def __missing__(self, day: int) -> int:
        found = date.fromordinal(day)
        month = self[day] = month_of(found.year, found.month)
        return month


def month_of(year: int, month: int) -> int:
    """The number of a month; ``month`` counts from 1."""
    return year * 12 + month - 1


def year_and_month(month: int) -> tuple[int, int]:
    """(year, month from 1) of a month's number."""
    return month // 12, month % 12 + 1


def month_text(month: int) -> str:
    """ISO: 2019-05."""
    return "{:04d}-{:02d}".format(*year_and_month(month))


def month_named(text: str) -> int:
    """The number of an ISO month such as 2019-05; ValueError for anything else."""
    year, _, rest = text.partition("-")
    if len(year) != 4 or len(rest) != 2 or not (year + rest).isascii() or not (year + rest).isdigit() or not 1 <= int(rest) <= 12:
        raise ValueError(text)
    return month_of(int(year), int(rest))
