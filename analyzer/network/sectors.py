"""Angles of the Circles picture: a sector per community, the same in all rings, and a wedge at twelve o'clock kept free for words."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST_NAMED = 9
LEAST_WEIGHT = 4
INNER_WEIGHT = 3
# Sizes are damped so that a small community still has a visible sector beside a large one.
DAMPING = 0.72
NO_COMMUNITY = 0
# Even words wider than the ring leave two thirds of it to people.
WIDEST_WEDGE = 0.8
WEDGE_MARGIN = 9.0


@dataclass(frozen=True, slots=True)
class Sector:
    """A community's share of every ring, ``start`` to ``end`` in turns (0 to 1 clockwise from twelve o'clock, the wedge left out).

    ``community`` 0 is the last sector: everybody without a community or with one too small for a sector.
    """

    community: int
    name: str | None
    weight: int
    start: float
    end: float


def make_sectors(communities: Sequence[tuple[int, bool]], names: Mapping[int, str | None]) -> tuple[Sector, ...]:
    """Sectors for people given as (community, on one of the two inner rings), largest first from twelve o'clock.

    A community needs a weight of 4 (inner people count three times) and only the 9 heaviest are kept; equal ones by number. A share is
    weight ** 0.72 of the sum. Nobody gives no sectors.
    """
    weights: dict[int, int] = {}
    for community, inner in communities:
        weights[community] = weights.get(community, 0) + (INNER_WEIGHT if inner else 1)
    heavy = [number for number, weight in weights.items() if number != NO_COMMUNITY and weight >= LEAST_WEIGHT]
    kept = sorted(heavy, key=lambda number: (-weights[number], number))[:MOST_NAMED]
    rest = sum(weight for number, weight in weights.items() if number not in kept)
    sizes = [(number, weights[number]) for number in kept] + ([(NO_COMMUNITY, rest)] if rest else [])
    whole = sum(weight**DAMPING for _, weight in sizes)
    sectors: list[Sector] = []
    at = 0.0
    for number, weight in sizes:
        end = at + weight**DAMPING / whole
        sectors.append(Sector(number, names.get(number) if number != NO_COMMUNITY else None, weight, at, end))
        at = end
    return tuple(sectors)


def wedge(name_width: float, radius: float) -> float:
    """Half the angle (radians) kept free at twelve o'clock on ``radius`` for words ``name_width`` wide; narrower outward."""
    if not name_width:
        return 0.0
    return math.asin(min(WIDEST_WEDGE, (name_width / 2 + WEDGE_MARGIN) / radius))


def angle_at(turn: float, half_wedge: float) -> float:
    """The angle (radians, clockwise from three o'clock, y down) of a turn when the wedge is left out on both sides of twelve."""
    return -math.pi / 2 + half_wedge + turn * 2 * (math.pi - half_wedge)
