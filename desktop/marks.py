"""Sets of places as one byte each: a million people are filtered, counted and walked through without a loop over them."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, compress
from typing import Any, overload

BLOCK = 4096
KEPT_BLOCKS = 8
SPARSE = 16


def both(first: bytes, second: bytes) -> bytes:
    """The places that are marked in both."""
    return (int.from_bytes(first, "little") & int.from_bytes(second, "little")).to_bytes(len(first), "little")


def either(first: bytes, second: bytes) -> bytes:
    """The places that are marked in at least one."""
    return (int.from_bytes(first, "little") | int.from_bytes(second, "little")).to_bytes(len(first), "little")


def marked(places: Iterable[int], length: int) -> bytes:
    """Marks for these places among ``length``; places outside are left out."""
    marks = bytearray(length)
    for place in places:
        if 0 <= place < length:
            marks[place] = 1
    return bytes(marks)


class Places(Sequence[int]):
    """The places marked by 1 in ``marks``, ascending; length, membership and any member cost the same however many there are."""

    def __init__(self, marks: bytes) -> None:
        self.marks = marks
        starts = range(0, len(marks), BLOCK)
        self._before = [0, *accumulate(marks.count(1, start, start + BLOCK) for start in starts)]
        self._blocks: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return self._before[-1]

    def __contains__(self, place: object) -> bool:
        return isinstance(place, int) and 0 <= place < len(self.marks) and self.marks[place] == 1

    def __iter__(self) -> Iterator[int]:
        if len(self) * SPARSE < len(self.marks):
            return self._found()
        return compress(range(len(self.marks)), self.marks)

    def _found(self) -> Iterator[int]:
        """From mark to mark, where most of the way is empty."""
        find = self.marks.find
        place = find(1)
        while place >= 0:
            yield place
            place = find(1, place + 1)

    @overload
    def __getitem__(self, number: int) -> int: ...
    @overload
    def __getitem__(self, number: slice) -> list[int]: ...
    def __getitem__(self, number: int | slice) -> int | list[int]:
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        if number < 0:
            number += len(self)
        if not 0 <= number < len(self):
            raise IndexError(number)
        block = bisect_right(self._before, number) - 1
        return self._members(block)[number - self._before[block]]

    def index(self, place: int, start: int = 0, stop: int | None = None) -> int:
        """Which in the row of marked places this is; ValueError if it is not marked."""
        if place not in self:
            raise ValueError(place)
        block = place // BLOCK
        number = self._before[block] + self.marks.count(1, block * BLOCK, place)
        if not start <= number < (len(self) if stop is None else stop):
            raise ValueError(place)
        return number

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Places):
            return self.marks == other.marks
        return list(self) == other if isinstance(other, list) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def _members(self, block: int) -> list[int]:
        found = self._blocks.get(block)
        if found is None:
            if len(self._blocks) >= KEPT_BLOCKS:
                self._blocks.clear()
            start = block * BLOCK
            found = self._blocks[block] = list(compress(range(start, start + BLOCK), self.marks[start : start + BLOCK]))
        return found


class PlaceSet(AbstractSet[int]):
    """A set of very many places, in the marks it came in; what is taken out of it or has its members looked up is small."""

    def __init__(self, places: Places) -> None:
        self._places = places

    def __contains__(self, place: object) -> bool:
        return place in self._places

    def __iter__(self) -> Iterator[int]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __eq__(self, other: object) -> bool:
        return self._places == other._places if isinstance(other, PlaceSet) else super().__eq__(other)

    def __hash__(self) -> int:
        return hash(self._places.marks)

    def __sub__(self, other: AbstractSet[Any]) -> "PlaceSet":
        marks = bytearray(self._places.marks)
        for place in other:
            if place in self._places:
                marks[place] = 0
        return PlaceSet(Places(bytes(marks)))

    def __and__(self, other: AbstractSet[Any]) -> frozenset[int]:
        if isinstance(other, PlaceSet) and len(other) > len(self):
            return frozenset(place for place in self if place in other)
        return frozenset(place for place in other if place in self)

    def __or__(self, other: AbstractSet[Any]) -> AbstractSet[int]:
        return self if all(place in self for place in other) else frozenset(self).union(other)

    def isdisjoint(self, other: Iterable[Any]) -> bool:
        return not any(place in self for place in other)

    def intersection(self, other: Iterable[Any]) -> frozenset[int]:
        """Those of ``other`` that are in this set."""
        return frozenset(place for place in other if place in self)

    def issuperset(self, other: Iterable[Any]) -> bool:
        """True if all of ``other`` are in this set."""
        return all(place in self for place in other)

    def marks_of(self, people: Iterable[int]) -> Iterator[int]:
        """1 or 0 for each of these places, all of which lie within the marks."""
        return map(self._places.marks.__getitem__, people)


SomePlaces = frozenset[int] | PlaceSet
"""A set of places, small or very large."""


def those_in(shown: SomePlaces, people: Sequence[int]) -> Sequence[int]:
    """Those of ``people`` (places of the same analysis) who are in ``shown``, in their order."""
    if isinstance(shown, PlaceSet):
        return tuple(compress(people, shown.marks_of(people)))
    return [person for person in people if person in shown]


def count_in(shown: SomePlaces, people: Sequence[int]) -> int:
    """How many of ``people`` (places of the same analysis, each once) are in ``shown``."""
    return sum(shown.marks_of(people)) if isinstance(shown, PlaceSet) else len(shown.intersection(people))


MANY = 50_000
"""From so many on a set of numbers takes longer to make than the window may wait."""


def some_places(places: Places) -> SomePlaces:
    """These places as a set."""
    return PlaceSet(places) if len(places) > MANY else frozenset(places)


def all_places(length: int) -> SomePlaces:
    """Every place below ``length``."""
    return some_places(Places(b"\1" * length))
