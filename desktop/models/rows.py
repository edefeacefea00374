"""Rows of the people table: people in their order and headings between them, without an object for each of a million rows."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import accumulate, compress, groupby

from PySide6.QtCore import Qt

from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement
from desktop.marks import Places, both, either, marked
from desktop.models.columns import COLUMN_INDEX, COLUMNS, Column, Entry, Heading
from desktop.roll import Roll

Part = Heading | list[int] | Places
"""A heading, people in any order, or very many people in the order of their places."""
Order = tuple[Column, Qt.SortOrder]
EntryAt = Callable[[int], Entry]
_BY_NAME = COLUMNS[COLUMN_INDEX["person"]]
USUAL: Order = (COLUMNS[COLUMN_INDEX["days"]], Qt.SortOrder.DescendingOrder)
"""How the list of everybody opens: the most days of contact first."""


class Rows:
    """Parts one below the other; a row is a `Heading` or a place in ``analysis.people``."""

    def __init__(self, parts: Sequence[Part] = ()) -> None:
        self.parts = [part for part in parts if isinstance(part, Heading) or len(part)]
        self._starts = [0, *accumulate(1 if isinstance(part, Heading) else len(part) for part in self.parts)]

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, row: int) -> int | Heading:
        if not 0 <= row < len(self):
            raise IndexError(row)
        number = bisect_right(self._starts, row) - 1
        part = self.parts[number]
        return part if isinstance(part, Heading) else part[row - self._starts[number]]

    def row_of(self, place: int) -> int:
        """The row of the person at this place, -1 if not shown."""
        for start, part in zip(self._starts, self.parts, strict=False):
            if not isinstance(part, Heading) and place in part:
                return start + part.index(place)
        return -1

    def row_of_heading(self, text: str) -> int:
        """The row of a heading, -1 if there is none."""
        for start, part in zip(self._starts, self.parts, strict=False):
            if isinstance(part, Heading) and part.text == text:
                return start
        return -1

    def listed(self, from_row: int) -> Iterator[tuple[int, int]]:
        """(row, place) of everybody but the very many nameless, from a row on and round the end."""
        runs = [(start, part) for start, part in zip(self._starts, self.parts, strict=False) if isinstance(part, list)]
        for start, part in runs:
            yield from ((start + at, place) for at, place in enumerate(part) if start + at >= from_row)
        for start, part in runs:
            yield from ((start + at, place) for at, place in enumerate(part) if start + at < from_row)

    def same_as(self, other: "Rows") -> bool:
        """True if the rows are the same, whatever a heading offers."""
        mine, theirs = ([part.text if isinstance(part, Heading) else part for part in rows.parts] for rows in (self, other))
        return mine == theirs


def arrange(places: Sequence[int], entry: EntryAt, order: Order, crowds: Sequence[bytes]) -> list[list[int] | Places]:
    """The people of one section sorted by a column; equal ones by name, the nameless after them by id; empty ones last in both directions.

    Each of ``crowds`` marks nameless people whom no column tells apart: they take their place in the order as one, together with others
    without a name who are equal to them.
    """
    column, direction = order
    alone, groups = _parted(places, crowds)
    entries = sorted(map(entry, alone), key=_BY_NAME.key)
    units: list[tuple[Entry, list[int] | Places]] = []
    for group in groups:
        one = entry(group[0])
        equal = {other.place for other in entries if _BY_NAME.empty(other) and _equal(column, one, other)}
        entries = [other for other in entries if other.place not in equal]
        units.append((one, Places(either(group.marks, marked(equal, len(group.marks)))) if equal else group))
    units[:0] = [(one, [one.place]) for one in entries]
    empty = [unit for unit in units if column.empty(unit[0])]
    full = [unit for unit in units if not column.empty(unit[0])]
    full.sort(key=lambda unit: column.key(unit[0]), reverse=direction == Qt.SortOrder.DescendingOrder)
    return list(_joined([part for _, part in [*full, *empty]]))


def order_everybody(people: Sequence[Person], judgements: Sequence[Judgement], as_of: date | None, roll: Roll, order: Order) -> Sequence[int]:
    """All places sorted by a column, kept with the roll: filters and decisions change nobody's place among the others. For any thread.

    Not for `People`, where most are sorted as one.
    """
    column, direction = order
    asked = (column.name, direction == Qt.SortOrder.DescendingOrder)
    if asked not in roll.orders:
        entries = [Entry(place, person, judgements[place], as_of) for place, person in enumerate(people)]
        roll.orders[asked] = [place for part in arrange(range(len(people)), entries.__getitem__, order, ()) for place in part]
    return roll.orders[asked]


def chosen_of(order: Sequence[int], places: Places) -> list[int]:
    """Those of an order of everybody who are among the places."""
    return list(compress(order, map(places.marks.__getitem__, order)))


def _parted(places: Sequence[int], crowds: Sequence[bytes]) -> tuple[Sequence[int], list[Places]]:
    """Those outside all ``crowds``, and who of each crowd is among the places."""
    if not isinstance(places, Places):
        return places, []
    marks, groups = places.marks, []
    for crowd in crowds:
        inside = both(marks, crowd)
        if inside.count(1):
            groups.append(Places(inside))
            marks = (int.from_bytes(marks, "little") ^ int.from_bytes(inside, "little")).to_bytes(len(marks), "little")
    return list(Places(marks)), groups


def _equal(column: Column, first: Entry, second: Entry) -> bool:
    if column.empty(first) or column.empty(second):
        return column.empty(first) and column.empty(second)
    return bool(column.key(first) == column.key(second))


def _joined(parts: Sequence[list[int] | Places]) -> Iterator[list[int] | Places]:
    """Neighbouring people as one list."""
    for listed, group in groupby(parts, key=lambda part: isinstance(part, list)):
        if listed:
            yield [place for part in group for place in part]
        else:
            yield from group
