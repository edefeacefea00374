"""The relationship network: ego, everybody, and one edge per pair and kind (relationships §5 "Network"), as a table and for NetworkX."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from analyzer.evidence.acts import IN, OUT, TURN, WORDS, Act, Direction
from analyzer.evidence.rhythm import SURE
from analyzer.people.everybody import People
from analyzer.people.person import Person

if TYPE_CHECKING:
    import networkx as nx

    from analyzer.facts import Tie

FOLLOWS = "follows"


class _Sum(msgspec.Struct, gc=False):
    """What the acts of one kind and direction add up to."""

    count: int
    weight: float
    first: int | None
    last: int | None


class Edge(NamedTuple):
    """``number`` of acts of one kind from one account to another, their summed ``weight``, the ``first`` and ``last`` time (UTC ms or None)."""

    source: str
    target: str
    kind: str
    number: int
    weight: float
    first: int | None
    last: int | None


class EgoNetwork:
    """All edges; they are counted, summed and made a NetworkX graph when somebody asks. ``known`` holds the people's keys where they are at hand.

    Nodes are keys (ego's account id included). From ego: reply, mention, carried, quote, retweet, like, dm, group_dm and follows; towards ego:
    dm, group_dm, reaction, turn (certain or likely only) and follows. Ties between two others (``co_mention``, ``reply_prefix``, ``group_dm``)
    stand once, from the lower to the higher key: *seen together*, no more.
    """

    def __init__(
        self, ego: str, people: Sequence[Person], acts: Mapping[str, Sequence[Act]], ties: "Sequence[Tie]", known: Container[str] | None = None
    ) -> None:
        self.ego = ego
        self._people = people
        self._acts = acts
        self._ties: dict[str, dict[str, dict[str, Tie]]] = {}
        for tie in ties:
            self._ties.setdefault(tie.a, {}).setdefault(tie.b, {})[tie.kind] = tie
        everybody = known if known is not None else {person.key for person in people}
        ends = dict.fromkeys([key for tie in ties for key in (tie.a, tie.b)])
        self._strangers = [key for key in ends if key != ego and key not in everybody]

    @cached_property
    def kinds(self) -> Counter[str]:
        """How many edges there are of each kind."""
        places: Counter[int] = Counter()
        for theirs in self._acts.values():
            places.update({act.kind * 2 + act.direction for act in theirs if act.kind is not TURN or act.tier in SURE})
        counted = Counter({FOLLOWS: self._follows()})
        for place, count in places.items():
            counted[WORDS[place // 2]] += count
        for others in self._ties.values():
            for tied in others.values():
                counted.update(tied.keys())
        return +counted

    @cached_property
    def _sums(self) -> Mapping[str, Mapping[int, _Sum]]:
        return {key: sums for key, theirs in self._acts.items() if (sums := _sums(theirs))}

    def _follows(self) -> int:
        people: Iterable[Person] = self._people
        others = 0
        if isinstance(people, People):
            others, people = people.only_followers, people.met.values()
        return others + sum(person.followed_by_ego + person.follows_ego for person in people)

    def number_of_nodes(self) -> int:
        """Accounts, ego among them."""
        return 1 + len(self._people) + len(self._strangers)

    def number_of_edges(self) -> int:
        """Triples of source, target and kind."""
        return self.kinds.total()

    def edges(self) -> Iterator[Edge]:
        """Every edge by its source: ego's first, then those of each person, in the order of the people."""
        ego = self.ego
        nothing: Mapping[int, _Sum] = {}
        for person in self._people:
            if person.followed_by_ego:
                yield Edge(ego, person.key, FOLLOWS, 1, 0.0, None, None)
            yield from _summed(ego, person.key, self._sums.get(person.key, nothing), OUT)
        yield from self._tied(ego)
        for person in self._people:
            if person.follows_ego:
                yield Edge(person.key, ego, FOLLOWS, 1, 0.0, None, None)
            yield from _summed(person.key, ego, self._sums.get(person.key, nothing), IN)
            yield from self._tied(person.key)
        for key in self._strangers:
            yield from self._tied(key)

    def _tied(self, key: str) -> Iterator[Edge]:
        for other, tied in self._ties.get(key, {}).items():
            for kind, tie in tied.items():
                yield Edge(key, other, kind, tie.count, round(tie.weight, 4), None, None)

    @cached_property
    def networkx(self) -> "nx.MultiDiGraph[str]":
        """The same for NetworkX; edge keys are kinds, edge attributes ``count``, ``weight``, ``first`` and ``last``."""
        import networkx as nx  # 0.2 s to import: only when somebody asks

        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(ego=self.ego)
        graph.add_node(self.ego)
        graph.add_nodes_from(person.key for person in self._people)
        for source, target, kind, count, weight, first, last in self.edges():
            graph.add_edge(source, target, kind, count=count, weight=weight, first=first, last=last)
        return graph


def _summed(source: str, target: str, sums: Mapping[int, _Sum], direction: Direction) -> Iterator[Edge]:
    for place, one in sums.items():
        if place % 2 == direction:
            yield Edge(source, target, WORDS[place // 2], one.count, round(one.weight, 4), one.first, one.last)


def _sums(acts: Sequence[Act]) -> dict[int, _Sum]:
    """What one person's acts add up to, by twice the kind plus the direction: an enum's own hash costs ten times a number's."""
    sums: dict[int, _Sum] = {}
    for act in acts:
        if act.kind is TURN and act.tier not in SURE:
            continue
        place = act.kind * 2 + act.direction
        at = act.at
        known = sums.get(place)
        if known is None:
            sums[place] = _Sum(1, act.weight, at, at)
            continue
        known.count += 1
        known.weight += act.weight
        if at is not None:
            if known.first is None or at < known.first:
                known.first = at
            if known.last is None or at > known.last:
                known.last = at
    return sums
