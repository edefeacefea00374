"""One person among those they were seen with: neighbours, neighbours of neighbours, and their ties by kind."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from analyzer.network.circles import Circles
from analyzer.network.drawn_ties import Line
from analyzer.network.rings import closeness

if TYPE_CHECKING:
    from analyzer.facts import Analysis


class TieKind(StrEnum):
    """Where two others were seen together (`Tie.kind`)."""

    CO_MENTION = "co_mention"
    REPLY_PREFIX = "reply_prefix"
    GROUP = "group_dm"


@dataclass(frozen=True, slots=True)
class KindLine:
    """A tie of one kind between the people at places ``a`` < ``b``, seen ``count`` times."""

    a: int
    b: int
    kind: TieKind
    count: int


@dataclass(frozen=True, slots=True)
class PersonPeople:
    """``near`` were seen with ``person``, ``far`` only with those (each with its strongest of ``near`` as ``anchor``), all in drawing order.

    ``lines`` are all ties among them, strongest first, ``kinds`` the same ties by kind.
    ``left_out`` were seen with ``person``, too, but take no part: passing contacts, as long as nobody asks for them.
    """

    person: int
    near: tuple[int, ...]
    far: tuple[int, ...]
    anchor: Mapping[int, int]
    lines: tuple[Line, ...]
    kinds: tuple[KindLine, ...]
    left_out: int = 0


def gather_person(analysis: "Analysis", circles: Circles, person: int, depth: int = 1, with_groups: bool = False) -> PersonPeople:
    """``person`` and those who take part in ``circles`` at most ``depth`` (1 or 2) ties away; shared message groups only if asked for.

    Neighbours of one community stand side by side, the communities and people tied most strongly first.
    """
    people, taking_part = analysis.people, {person, *circles.sector_of, *(place for part in circles.crowd for place in part.people)}
    found: list[KindLine] = []
    weights: dict[tuple[int, int], float] = {}
    left_out: set[int] = set()
    for tie in analysis.ties:
        kind = TieKind(tie.kind)
        a, b = analysis.index.get(tie.a), analysis.index.get(tie.b)
        if (kind is TieKind.GROUP and not with_groups) or a is None or b is None or a == b:
            continue
        if a not in taking_part or b not in taking_part:
            left_out |= {a, b} - {person} if person in (a, b) else set()
            continue
        pair = (min(a, b), max(a, b))
        found.append(KindLine(*pair, kind, tie.count))
        weights[pair] = weights.get(pair, 0.0) + tie.weight
    tied: dict[int, dict[int, float]] = {}
    for (a, b), weight in weights.items():
        tied.setdefault(a, {})[b] = tied.setdefault(b, {})[a] = weight
    own = tied.get(person, {})
    pull: dict[int, float] = {}
    for other, weight in own.items():
        pull[people[other].community] = pull.get(people[other].community, 0.0) + weight
    near = sorted(own, key=lambda other: (-pull[people[other].community], people[other].community, -own[other], closeness(people[other], other)))
    anchor: dict[int, int] = {}
    if depth > 1:
        beyond = {other for one in near for other in tied[one]} - {person, *near}
        anchor = {other: max(own.keys() & tied[other].keys(), key=lambda one: (tied[other][one], -one)) for other in beyond}
    order = {one: place for place, one in enumerate(near)}
    far = sorted(anchor, key=lambda other: (order[anchor[other]], -tied[other][anchor[other]], closeness(people[other], other)))
    kept = {person, *near, *far}
    ordered = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    lines = tuple(Line(a, b, weight) for (a, b), weight in ordered if a in kept and b in kept)
    kinds = tuple(line for line in found if line.a in kept and line.b in kept)
    return PersonPeople(person, tuple(near), tuple(far), anchor, lines, kinds, sum(people[other].is_passing_contact for other in left_out))
