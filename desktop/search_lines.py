"""What can be found of each person, ready to be searched while one types, also where a million accounts have nothing but an id."""

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from typing import overload

from analyzer.people.everybody import People
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Decision
from desktop.marks import either

WIDTH = 20
"""Bytes kept of an id: ids of `People` have at most 19 digits."""
SAMPLE = 1000
COMMON = 30


def search_text(person: Person, decision: Decision | None = None) -> str:
    """All that can be found of a person: handle, name, former handles, id and the user's own note, folded, one a line."""
    parts = [person.handle, person.name, *person.former_handles, str(person.account_id or ""), decision.note if decision else ""]
    return "\n".join(part for part in parts if part).casefold()


class SearchLines(Sequence[str]):
    """One `search_text` for each person; of those who only follow and have no name, the digits of their id, side by side."""

    def __init__(self, people: Sequence[Person], index: Mapping[str, int], decisions: Mapping[str, Decision]) -> None:
        self._length = len(people)
        self._digits = b""
        if not isinstance(people, People):
            self._lines = {place: search_text(person, decisions.get(person.key)) for place, person in enumerate(people)}
            return
        self._lines = {place: search_text(person, decisions.get(person.key)) for place, person in people.met.items()}
        own = {*people.named_only_followers(), *(place for key in decisions if (place := index.get(key)) is not None)}
        self._lines |= {place: search_text(people[place], decisions.get(people[place].key)) for place in own - self._lines.keys()}
        # Who has a line of their own is not looked for here; a neighbour's digits in their place keep columns of one digit whole.
        alone = next((id_ for place, id_ in enumerate(people.ids) if place not in self._lines), 0)
        self._digits = b"".join([b"%-20d" % (alone := alone if place in self._lines else id_) for place, id_ in enumerate(people.ids)])

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return [self[one] for one in range(*place.indices(self._length))]
        if not 0 <= place < self._length:
            raise IndexError(place)
        line = self._lines.get(place)
        return line if line is not None else self._digits[place * WIDTH : (place + 1) * WIDTH].rstrip().decode()

    def put(self, place: int, person: Person, decision: Decision | None) -> None:
        """Look into this note, too."""
        self._lines[place] = search_text(person, decision)

    def matching(self, needle: str) -> bytes:
        """One byte a person: 1 where the line holds ``needle`` (folded)."""
        marks = bytearray(self._length)
        for place, line in self._lines.items():
            if needle in line:
                marks[place] = 1
        if not (self._digits and needle.isascii() and needle.isdigit()):
            return bytes(marks)
        if self._is_common(needle.encode()):
            return either(bytes(marks), self._with_digits(needle))
        self._mark_ids(needle.encode(), marks)
        return bytes(marks)

    def _is_common(self, needle: bytes) -> bool:
        """True where so many of a sample hold the needle that looking at columns of digits is quicker than going from find to find."""
        count = len(self._digits) // WIDTH
        sample = range(0, count, max(1, count // SAMPLE))
        found = sum(needle in self._digits[place * WIDTH : (place + 1) * WIDTH] for place in sample)
        return found * COMMON >= len(sample)

    def _mark_ids(self, needle: bytes, marks: bytearray) -> None:
        """Mark whose id holds these digits; who has a line of their own may be marked by it already, and is not marked here in its stead."""
        digits, lines = self._digits, self._lines
        at = digits.find(needle)
        while at >= 0:
            place = at // WIDTH
            # Two ids stand side by side with a blank between them, as none takes all its width.
            if place not in lines:
                marks[place] = 1
            at = digits.find(needle, (place + 1) * WIDTH)

    @cached_property
    def _columns(self) -> tuple[bytes, ...]:
        """The first digit of every id, the second of every id, and so on to the last digit of the longest."""
        columns = [self._digits[column::WIDTH] for column in range(WIDTH)]
        while len(columns) > 1 and not columns[-1].strip():
            columns.pop()
        return tuple(columns)

    def _with_digits(self, needle: str) -> bytes:
        """Marks of the ids that hold these digits, column by column as very large numbers."""
        columns, count = self._columns, len(self._columns[0])
        every = int.from_bytes(b"\1" * count, "little")

        @cache
        def here(column: int, digit: str) -> int:
            # Large ids begin alike, so that many columns hold one digit only.
            if columns[column] == columns[column][:1] * count:
                return every if columns[column][:1] == digit.encode() else 0
            return int.from_bytes(columns[column].translate(_only(digit)), "little")

        found = 0
        for first in range(len(columns) - len(needle) + 1):
            whole = every
            for further, digit in enumerate(needle):
                whole = whole & here(first + further, digit) if whole else 0
            found |= whole
            if found == every:
                break
        marks = bytearray(found.to_bytes(count, "little")) + bytes(self._length - count)
        for place in self._lines:
            marks[place] = 0
        return bytes(marks)

    def prepare(self) -> None:
        """Make ready what the first search needs, off the GUI thread."""
        if self._digits:
            assert self._columns


def _only(digit: str) -> bytes:
    """A table for `bytes.translate` that leaves 1 for this digit and 0 for all else."""
    table = bytearray(256)
    table[ord(digit)] = 1
    return bytes(table)
