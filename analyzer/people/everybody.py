"""Everybody of an archive with very many followers: who only follows ego is kept as two numbers and made a `Person` when asked for."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import overload

from analyzer.archive.snowflake import account_created
from analyzer.people.handles import HandleBook
from analyzer.people.person import NO_SIGNS, Person

MANY = 2_000
"""In a longer list the accounts that only follow ego are kept as numbers: a `Person` takes 600 bytes and some microseconds, the numbers 12 bytes.
15,000 such followers then add an eighth to the time of the sample's analysis instead of doubling it (measured)."""
LARGEST_ID = (1 << 63) - 1
RUN = 20_000


class People(Sequence[Person]):
    """The people in their order (numeric ids ascending, then ``@handles``); an account that only follows ego is made anew at each look.

    ``ids`` are all numeric ids in order, ``positions`` the place of each in the list of followers (0 = none), ``met`` everybody else than mere
    followers by place. Equal people come out equal, whether they were kept or made.
    """

    def __init__(self, ids: "array[int]", positions: "array[int]", met: Mapping[int, Person], book: HandleBook) -> None:
        self._ids = ids
        self._positions = positions
        self._met = met
        self._book = book
        self._length = max(len(ids), max(met, default=-1) + 1)

    @property
    def met(self) -> Mapping[int, Person]:
        """Everybody but those who only follow ego, by place, in order."""
        return self._met

    @property
    def only_followers(self) -> int:
        """How many only follow ego."""
        return self._length - len(self._met)

    def named_only_followers(self) -> list[int]:
        """Places of those who only follow ego and have a handle or name in this archive, in order."""
        places = (self.place_of_id(account) for account in self._book.handles.keys() | self._book.names.keys())
        return sorted(place for place in places if place is not None and place not in self._met)

    def only_follows(self, place: int) -> bool:
        """True if the account at this place only follows ego."""
        return place not in self._met

    def place_of_id(self, account: int) -> int | None:
        """The place of an account, None if it is not among the people."""
        place = bisect_left(self._ids, account) if 0 <= account <= LARGEST_ID else len(self._ids)
        return place if place < len(self._ids) and self._ids[place] == account else None

    @property
    def ids(self) -> "array[int]":
        """The numeric ids in order: those of the first places; who has none comes after them."""
        return self._ids

    def only_follower(self, place: int) -> Person:
        """The person at a place below `numbered`, as if all they did was to follow ego."""
        account, book = self._ids[place], self._book
        return Person(
            key=str(account),
            account_id=account,
            handle=book.handles.get(account),
            name=book.names.get(account),
            follows_ego=True,
            follower_position=self._positions[place],
            account_created=account_created(account),
            signs=NO_SIGNS,
        )

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> Person: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Person]: ...
    def __getitem__(self, place: int | slice) -> Person | Sequence[Person]:
        if isinstance(place, slice):
            return tuple(self[one] for one in range(*place.indices(self._length)))
        if place < 0:
            place += self._length
        if not 0 <= place < self._length:
            raise IndexError(place)
        return self._met.get(place) or self.only_follower(place)

    def __iter__(self) -> Iterator[Person]:
        met, follower = self._met.get, self.only_follower
        return (met(place) or follower(place) for place in range(self._length))


class Index(Mapping[str, int]):
    """Key → place in `People`, without a key being kept for anybody who only follows ego."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._others = {person.key: place for place, person in people.met.items()}

    def __getitem__(self, key: str) -> int:
        found = self._others.get(key)
        if found is None and key.isascii() and key.isdigit() and len(key) < 20:
            found = self._people.place_of_id(int(key))
            if found is not None and str(int(key)) != key:
                found = None
        if found is None:
            raise KeyError(key)
        return found

    def __len__(self) -> int:
        return len(self._people)

    def __iter__(self) -> Iterator[str]:
        return (person.key for person in self._people)


def in_order(ids: Collection[int]) -> "array[int]":
    """Ids ascending, sorted in runs: one sort of a million numbers would keep every other thread waiting for a third of a second."""
    listed = list(ids)
    step = max(1, len(listed) // 4096)
    sample = sorted(listed[::step])
    bounds = sample[:: max(1, RUN // step)]
    runs: list[list[int]] = [[] for _ in range(len(bounds) + 1)]
    for id_ in listed:
        runs[bisect_right(bounds, id_)].append(id_)
    ordered = array("q")
    for run in runs:
        run.sort()
        ordered.extend(run)
    return ordered


def gather(measured: Sequence[Person], followers: Mapping[int, int], owner: int, book: HandleBook) -> People:
    """Everybody: those who were ``measured`` and the rest of ``followers`` (position by id), who do nothing but follow.

    Ids are at most `LARGEST_ID`; ``owner`` is nobody here. `measured` comes in the order of people.
    """
    inside = [person.account_id for person in measured if person.account_id is not None and person.account_id <= LARGEST_ID]
    ids = in_order({account: None for accounts in (inside, followers) for account in accounts if account != owner})
    position = followers.get
    positions = array("L")
    for start in range(0, len(ids), RUN):
        positions.extend([position(account, 0) for account in ids[start : start + RUN]])
    places = [bisect_left(ids, account) for account in inside]
    places += range(len(ids), len(ids) + len(measured) - len(inside))
    return People(ids, positions, dict(zip(places, measured, strict=True)), book)
