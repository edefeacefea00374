"""Everybody by what filters ask of them, one byte a person: who passes and how many, answered without a look at each."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from analyzer.people.everybody import People
from analyzer.people.person import SIGN_NAMES, Person
from analyzer.verdict.verdicts import Judgement, Listing, Verdict
from desktop.filters import Filters, Follow, states_of
from desktop.marks import Places, both, either, marked
from desktop.search_lines import SearchLines

_OTHERS = bytes(0 if mark else 255 for mark in range(256))


class Trait(NamedTuple):
    """What filters ask of one person; 240 of them can be told apart, so a byte holds which."""

    verdict: Verdict
    listing: Listing
    you_follow: bool
    follows_you: bool
    passing: bool


class Roll:
    """The trait of each person by place. `put` keeps it up when somebody is judged anew."""

    def __init__(self, people: Sequence[Person], judgements: Sequence[Judgement], lines: SearchLines) -> None:
        self.lines = lines
        self._people = people
        self._traits: list[Trait] = []
        self._code_of: dict[Trait, int] = {}
        self._codes = bytearray(len(people))
        met = people.met if isinstance(people, People) else dict(enumerate(people))
        if isinstance(people, People):
            self._put_followers(judgements)
        for place, person in met.items():
            self._codes[place] = self._code(person, judgements[place])
        self.signs = frozenset(name for name in SIGN_NAMES if any(getattr(person.signs, name) is not None for person in met.values()))
        """Names of the signs that the analysis computed for anybody."""
        self._counts = [self._codes.count(code) for code in range(len(self._traits))]
        self.orders: dict[tuple[str, bool], Sequence[int]] = {}
        """Everybody sorted by a column, downwards or not, once somebody has asked for it (`desktop.models.rows`)."""
        self._found: tuple[str, bytes] = ("", b"")
        self._counted: tuple[str, frozenset[int] | None, list[int]] | None = None

    def _put_followers(self, judgements: Sequence[Judgement]) -> None:
        """As if all did nothing but follow: neighbours mostly share one judgement."""
        codes, before, code = self._codes, None, 0
        for place, judgement in enumerate(judgements):
            if judgement is not before:
                before, code = judgement, self._coded(Trait(judgement.verdict, judgement.listing, False, True, False))
            codes[place] = code

    def _code(self, person: Person, judgement: Judgement) -> int:
        return self._coded(Trait(judgement.verdict, judgement.listing, person.followed_by_ego, person.follows_ego, person.is_passing_contact))

    def _coded(self, trait: Trait) -> int:
        code = self._code_of.get(trait)
        if code is None:
            code = self._code_of[trait] = len(self._traits)
            self._traits.append(trait)
        return code

    @cached_property
    def nameless(self) -> bytes:
        """Marks of those who only follow ego and have no name: nothing but their id tells them apart. Nobody where there are not very many."""
        marks = bytearray(len(self._people))
        if isinstance(self._people, People):
            marks[: len(self._people.ids)] = b"\1" * len(self._people.ids)
            for place in (*self._people.met, *self._people.named_only_followers()):
                marks[place] = 0
        return bytes(marks)

    def prepare(self) -> None:
        """Make ready what the first list needs, off the GUI thread."""
        assert len(self.nameless) == len(self)

    def put(self, place: int, person: Person, judgement: Judgement) -> None:
        """Somebody was judged anew."""
        code = self._code(person, judgement)
        self._counts += [0] * (len(self._traits) - len(self._counts))
        self._counts[self._codes[place]] -= 1
        self._counts[code] += 1
        self._codes[place] = code
        self._counted = None

    def noted(self) -> None:
        """Some line to search in has changed."""
        self._found, self._counted = ("", b""), None

    def __len__(self) -> int:
        return len(self._codes)

    def places(self, filters: Filters) -> Places:
        """Places of the people who pass all filters."""
        return Places(self._marks(filters))

    def count(self, filters: Filters) -> int:
        """How many pass all filters."""
        return sum(count for _, count in self._passing(filters))

    def count_by_verdict(self, filters: Filters) -> dict[Verdict, int]:
        """How many each verdict chip would show beside the other filters; every verdict has an entry."""
        counts = dict.fromkeys(Verdict, 0)
        for trait, count in self._passing(replace(filters, verdicts=frozenset())):
            counts[trait.verdict] += count
        return counts

    def count_by_follow(self, filters: Filters) -> dict[Follow, int]:
        """How many each follow state would show beside the other filters."""
        states: Counter[tuple[bool, bool]] = Counter()
        for trait, count in self._passing(replace(filters, follow=Follow.ANYONE)):
            states[trait.you_follow, trait.follows_you] += count
        return {follow: sum(states[state] for state in states_of(follow)) for follow in Follow}

    def count_by_listing(self) -> dict[Listing, int]:
        """How many stand on each list, whatever the filters."""
        counts = dict.fromkeys(Listing, 0)
        for trait, count in self._passing(Filters(show_passing=True)):
            counts[trait.listing] += count
        return counts

    def hidden_passing(self, filters: Filters) -> int:
        """How many passing contacts the filters would show but keep hidden; 0 when they are shown."""
        if filters.show_passing or filters.among is not None:
            return 0
        return sum(count for trait, count in self._passing(replace(filters, show_passing=True)) if trait.passing)

    def on_list(self, listing: Listing) -> Places:
        """Places of everybody on a list, passing contacts included."""
        return self.places(Filters(listing=listing, show_passing=True))

    def _passing(self, filters: Filters) -> list[tuple[Trait, int]]:
        """Each trait that passes, with the number of people who have it and are found."""
        passes, counts = _passes(filters), self._count_found(filters)
        return [(trait, count) for trait, count in zip(self._traits, counts, strict=True) if count and passes(trait)]

    def _count_found(self, filters: Filters) -> list[int]:
        """How many of those searched for, or picked, have each trait; the several counts of one change ask for the same."""
        needle, among = filters.needle, filters.among
        if not needle and among is None:
            return self._counts
        if self._counted is None or self._counted[:2] != (needle, among):
            found = self._marks(Filters(text=filters.text, among=among, show_passing=True))
            # Who is not found gets a byte that is no trait's.
            others = found.translate(_OTHERS)
            codes = either(bytes(self._codes), others)
            self._counted = (needle, among, [codes.count(code) for code in range(len(self._traits))])
        return self._counted[2]

    def _marks(self, filters: Filters) -> bytes:
        passes = _passes(filters)
        table = bytearray(256)
        for code, trait in enumerate(self._traits):
            table[code] = passes(trait)
        marks = bytes(self._codes.translate(table))
        if filters.among is not None:
            marks = both(marks, marked(filters.among, len(marks)))
        return both(marks, self.find(filters.needle)) if filters.needle else marks

    def find(self, needle: str) -> bytes:
        """Marks of those whose line holds it; the last search is kept, as the several counts of one change ask for the same."""
        if self._found[0] != needle:
            self._found = (needle, self.lines.matching(needle))
        return self._found[1]


def _passes(filters: Filters) -> Callable[[Trait], bool]:
    states = states_of(filters.follow)
    show_passing = filters.show_passing or filters.among is not None

    def passes(trait: Trait) -> bool:
        return (
            (not filters.verdicts or trait.verdict in filters.verdicts)
            and (trait.you_follow, trait.follows_you) in states
            and (show_passing or not trait.passing)
            and (filters.listing is None or trait.listing is filters.listing)
        )

    return passes
