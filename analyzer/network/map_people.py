"""Who stands where on the Map: people seen together by community, those never seen with others, and the crowd."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from analyzer.network.alignment import Point
from analyzer.network.circles import Circles
from analyzer.network.crowd import CrowdPart
from analyzer.network.drawn_ties import Line
from analyzer.network.rings import closeness
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Verdict

# With fewer tied people there is no map to draw: Circles shows more.
LEAST_TIED = 12


@dataclass(frozen=True, slots=True)
class MapGroup:
    """A community (its number and hashtag) with its people, closest first. ``number`` 0 is somebody tied only across communities."""

    number: int
    name: str | None
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MapPeople:
    """``groups`` are the largest first; ``alone`` are in touch but never seen with others, by verdict; ``lines`` all ties, strongest first."""

    groups: tuple[MapGroup, ...]
    alone: tuple[int, ...]
    crowd: tuple[CrowdPart, ...]
    lines: tuple[Line, ...]

    @property
    def tied(self) -> int:
        """How many people were seen together with somebody."""
        return sum(len(group.people) for group in self.groups)

    @property
    def is_sparse(self) -> bool:
        """True where too few people were seen together for a map."""
        return self.tied < LEAST_TIED


@dataclass(frozen=True, slots=True)
class KeptPlaces:
    """Places of an earlier Map by key of the person, group by group."""

    groups: tuple[Mapping[str, Point], ...] = ()

    @property
    def places(self) -> dict[str, Point]:
        """All of them."""
        return {key: point for group in self.groups for key, point in group.items()}


def gather_map(circles: Circles, people: Sequence[Person], judgements: Sequence[Judgement], names: Mapping[int, str | None]) -> MapPeople:
    """Sort those who take part in ``circles``: whoever is on a ring and has a public tie to another on a ring goes to a community."""
    tied = {end for line in circles.lines for end in (line.a, line.b)}
    members: dict[int, list[int]] = {}
    for person in sorted(tied, key=lambda place: closeness(people[place], place)):
        # Somebody without a community is a group of one; numbers below 0 keep such groups apart.
        members.setdefault(people[person].community or -1 - person, []).append(person)
    ordered = sorted(members.items(), key=lambda item: (-len(item[1]), item[0] < 0, abs(item[0])))
    groups = tuple(MapGroup(max(number, 0), names.get(number), tuple(own)) for number, own in ordered)
    rank = {verdict: place for place, verdict in enumerate(Verdict)}
    on_rings = [person for ring in circles.rings for person in ring.people if person not in tied]
    alone = sorted(on_rings, key=lambda place: (rank[judgements[place].verdict], *closeness(people[place], place)))
    return MapPeople(groups, tuple(alone), circles.crowd, circles.lines)


def kept_again(found: MapPeople, people: Sequence[Person], kept: KeptPlaces) -> dict[int, Point] | None:
    """The kept places, where they are of the very same communities; else None."""
    keys = {frozenset(people[place].key for place in group.people) for group in found.groups}
    if keys != {frozenset(group) for group in kept.groups}:
        return None
    places = kept.places
    return {place: places[people[place].key] for group in found.groups for place in group.people}


def places_to_keep(found: MapPeople, people: Sequence[Person], places: Mapping[int, Point]) -> KeptPlaces:
    """``places`` by key, as they are kept."""
    return KeptPlaces(tuple({people[place].key: places[place] for place in group.people} for group in found.groups))


def places_before(found: MapPeople, people: Sequence[Person], kept: KeptPlaces) -> dict[int, Point]:
    """The kept places of those who are on this Map."""
    places = kept.places
    keyed = ((place, people[place].key) for group in found.groups for place in group.people)
    return {place: places[key] for place, key in keyed if key in places}
