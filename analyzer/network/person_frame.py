"""One person on a canvas: they in the middle, neighbours on a ring, those beyond on a second one beside whom they were seen with."""

from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.network.map_frame import radius_of
from analyzer.network.nodes import Node, part_neighbours, shrink_to_fit
from analyzer.network.person_people import PersonPeople
from analyzer.network.rows import LEAST_RADIUS, place_around
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement

MIDDLE, NEAR, FAR = 0, 1, 2
"""`Node.ring` here: how many ties away somebody is."""

MIDDLE_RADIUS = 21.0
NEAR_SIZE = 1.25
FAR_SIZE = 0.95
NEAR_BASE = 11.0
FAR_BASE = 6.0
# The bands between which people stand, in shares of the radius: alone, and with a second ring around.
ONLY_BAND = (0.5, 0.84)
NEAR_BAND = (0.28, 0.52)
FAR_BAND = (0.66, 0.96)
# Somebody beyond takes this much of a circle where a neighbour takes 1.
FAR_SHARE = 0.45


@dataclass(frozen=True, slots=True)
class PersonFrame:
    """The room to lay out in: ``radius`` px around the middle, ``unit`` = font scale."""

    radius: float
    unit: float = 1.0


@dataclass(frozen=True, slots=True)
class PersonLayout:
    """Everybody placed for ``frame``, in px around the person in the middle, y down. ``rings`` are the radii at which the bands end."""

    frame: PersonFrame
    nodes: tuple[Node, ...]
    rings: tuple[float, ...]


def lay_out_person(found: PersonPeople, people: Sequence[Person], judgements: Sequence[Judgement], frame: PersonFrame) -> PersonLayout:
    """Positions of everybody: each neighbour in the middle of the turn that they and those seen with them need."""
    radius, unit = frame.radius, frame.unit
    behind: dict[int, list[int]] = {one: [] for one in found.near}
    for other in found.far:
        behind[found.anchor[other]].append(other)
    whole = sum(1 + FAR_SHARE * len(behind[one]) for one in found.near)
    near_turns: list[float] = []
    far_turns: list[float] = []
    at = 0.0
    for one in found.near:
        end = at + (1 + FAR_SHARE * len(behind[one])) / whole
        near_turns.append((at + end) / 2)
        far_turns += [at + (place + 0.5) / len(behind[one]) * (end - at) for place in range(len(behind[one]))]
        at = end
    bands = (NEAR_BAND, FAR_BAND) if found.far else (ONLY_BAND,)
    nodes = [Node(found.person, MIDDLE, 0.0, 0.0, MIDDLE_RADIUS * unit)]
    rings = ((NEAR, found.near, near_turns, NEAR_BASE, NEAR_SIZE), (FAR, found.far, far_turns, FAR_BASE, FAR_SIZE))
    for (inner, outer), (ring, members, turns, base, size) in zip(bands, rings, strict=False):
        placed = []
        for person, (x, y, room) in zip(members, place_around(turns, (inner * radius, outer * radius), base * unit), strict=True):
            wished = radius_of(people[person], judgements[person]) * size * unit
            placed.append(Node(person, ring, x, y, max(LEAST_RADIUS, min(wished, room))))
        nodes += part_neighbours(placed) if ring == NEAR and placed else placed
    return PersonLayout(frame, shrink_to_fit(nodes), tuple((inner + outer) / 2 * radius for inner, outer in bands))
