"""Rows of the people table: people in their order and headings between them, without an object for each of a million rows."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import accumulate, compress

from PySide6.QtCore import Qt

from analyzer.people.everybody import People
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


def arrange(
    places: Sequence[int], entry: EntryAt, order: Order, crowds: Sequence[bytes] = (), everybody: Sequence[int] | None = None
) -> list[list[int] | Places]:
    """The people of one section sorted by a column; equal ones by name, the nameless after them by id; empty ones last in both directions.

    Each of ``crowds``, the lowest of this column first, marks nameless people whom it does not tell apart: they take their place in the
    order as one, together with others without a name who are equal to them. ``everybody`` is the order of all others where it is known
    (`order_everybody`).
    """
    alone, groups = _parted(places, crowds)
    if everybody is not None and isinstance(alone, Places):
        listed = list(compress(everybody, map(alone.marks.__getitem__, everybody)))
    else:
        listed = _by_column(sorted(map(entry, alone), key=_BY_NAME.key), order)
    if order[1] == Qt.SortOrder.DescendingOrder:
        groups.reverse()  # two crowds may belong between the same two people
    cuts = sorted((*_room(listed, entry, order, entry(group[0])), number) for number, group in enumerate(groups))
    parts: list[list[int] | Places] = []
    done = 0
    for start, end, number in cuts:
        marks = groups[number].marks
        parts += [listed[done:start], Places(either(marks, marked(listed[start:end], len(marks))))]
        done = end
    return [*parts, listed[done:]]


def order_everybody(people: Sequence[Person], judgements: Sequence[Judgement], as_of: date | None, roll: Roll, order: Order) -> Sequence[int]:
    """All places sorted by a column but those of `Roll.nameless`, kept with the roll. For any thread.

    Filters and decisions change nobody's place among the others.
    """
    column, direction = order
    asked, by_name = (column.name, direction == Qt.SortOrder.DescendingOrder), (_BY_NAME.name, False)
    if asked not in roll.orders:
        known = sorted({*people.met, *people.named_only_followers()}) if isinstance(people, People) else range(len(people))
        entries = {place: Entry(place, people[place], judgements[place], as_of) for place in known}
        if by_name not in roll.orders:
            roll.orders[by_name] = [entry.place for entry in sorted(entries.values(), key=_BY_NAME.key)]
        if asked != by_name:
            roll.orders[asked] = _by_column([entries[place] for place in roll.orders[by_name]], order)
    return roll.orders[asked]


def _by_column(entries: Sequence[Entry], order: Order) -> list[int]:
    """Entries that are in the order of their names, sorted by a column, the empty ones last."""
    column, direction = order
    full = [entry for entry in entries if not column.empty(entry)]
    if column is not _BY_NAME:
        full.sort(key=column.key, reverse=direction == Qt.SortOrder.DescendingOrder)
    elif direction == Qt.SortOrder.DescendingOrder:
        full.reverse()
    return [entry.place for entry in full] + [entry.place for entry in entries if column.empty(entry)]


def _room(listed: Sequence[int], entry: EntryAt, order: Order, one: Entry) -> tuple[int, int]:
    """Between which rows of a sorted list somebody nameless belongs: the rows between are of nameless people equal to them. Found by halving."""
    column, direction = order
    rows = range(len(listed))

    def at(row: int) -> Entry:
        return entry(listed[row])

    full = bisect_left(rows, True, key=lambda row: column.empty(at(row)))
    first, end = full, len(listed)
    if not column.empty(one):
        key, down = column.key(one), direction == Qt.SortOrder.DescendingOrder
        first = bisect_left(rows, True, hi=full, key=lambda row: bool(column.key(at(row)) <= key if down else column.key(at(row)) >= key))
        end = bisect_left(rows, True, lo=first, hi=full, key=lambda row: bool(column.key(at(row)) < key if down else column.key(at(row)) > key))
    return bisect_left(rows, True, lo=first, hi=end, key=lambda row: _BY_NAME.empty(at(row))), end


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
    return Places(marks), groups
