"""Discs side by side, near those they are tied to: how the Map puts communities so that none covers another."""

import math
from collections.abc import Mapping, Sequence

Point = tuple[float, float]

# The picture is wider than it is high.
ASPECT = 1.7
# What a tie pulls, against what draws everything to the middle.
PULL = 2.0
# Where a disc lay before counts more than either.
STAY = 50.0
GAP = 14.0
DIRECTIONS = 12


def pack_discs(
    radii: Sequence[float],
    pulls: Mapping[tuple[int, int], float],
    before: Mapping[int, Point] | None = None,
    gap: float = GAP,
    aspect: float = ASPECT,
) -> list[Point]:
    """Centres for discs of these ``radii``, at least ``gap`` apart from rim to rim; the same every time.

    Largest first, each goes where it costs least among the places that touch two of the others: far from the middle costs (across ``aspect``
    times less than down), far from those it is tied to (``pulls`` by pair, lower number first) costs by the share of the tie. A disc that lay
    somewhere ``before`` goes as near to that place as it can.
    """
    before = before or {}
    order = sorted(range(len(radii)), key=lambda disc: (disc not in before, -radii[disc], disc))
    heaviest = max(pulls.values(), default=1.0)
    tied: dict[int, dict[int, float]] = {}
    for (a, b), weight in pulls.items():
        tied.setdefault(a, {})[b] = tied.setdefault(b, {})[a] = weight / heaviest
    placed: dict[int, Point] = {}
    for disc in order:
        near = [(placed[other], weight) for other, weight in tied.get(disc, {}).items() if other in placed]
        wish = before.get(disc)
        costed = sorted((_cost(point, near, wish, aspect), point) for point in _candidates(radii[disc] + gap, radii, placed, wish))
        placed[disc] = next(point for _, point in costed if _is_free(point, radii[disc] + gap, radii, placed))
    return [placed[disc] for disc in range(len(radii))]


def _cost(point: Point, near: Sequence[tuple[Point, float]], wish: Point | None, aspect: float) -> float:
    x, y = point
    cost = math.hypot(x / aspect, y)
    cost += sum(PULL * weight * math.hypot(x - to_x, y - to_y) for (to_x, to_y), weight in near)
    return cost if wish is None else cost * 1e-6 + STAY * math.hypot(x - wish[0], y - wish[1])


def _candidates(radius: float, radii: Sequence[float], placed: Mapping[int, Point], wish: Point | None) -> list[Point]:
    """Where a disc may go: the middle, its wish, places that touch two others, and some around each and outside of all."""
    found: list[Point] = [(0.0, 0.0)] if not placed else []
    if wish is not None:
        found.append(wish)
    circles = [(x, y, radii[other] + radius) for other, (x, y) in placed.items()]
    for number, (x, y, reach) in enumerate(circles):
        # A hair farther than touching, so that rounding never makes an overlap of it.
        reach += 1e-6
        for step in range(DIRECTIONS):
            turn = 2 * math.pi * step / DIRECTIONS
            found.append((x + reach * math.cos(turn), y + reach * math.sin(turn)))
        for to_x, to_y, to_reach in circles[:number]:
            found += _touching(x, y, reach, to_x, to_y, to_reach + 1e-6)
    # Whatever else is taken, beyond everything there is room.
    farthest = max((math.hypot(x, y) + reach for x, y, reach in circles), default=0.0)
    found.append((farthest + 1e-6, 0.0))
    return found


def _touching(x: float, y: float, reach: float, to_x: float, to_y: float, to_reach: float) -> list[Point]:
    """The two points at ``reach`` from one centre and ``to_reach`` from the other, none where there are none."""
    away = math.hypot(to_x - x, to_y - y)
    if not abs(reach - to_reach) < away < reach + to_reach:
        return []
    along = (reach**2 - to_reach**2 + away**2) / (2 * away)
    aside = math.sqrt(max(0.0, reach**2 - along**2))
    right, down = (to_x - x) / away, (to_y - y) / away
    foot_x, foot_y = x + along * right, y + along * down
    return [(foot_x - aside * down, foot_y + aside * right), (foot_x + aside * down, foot_y - aside * right)]


def _is_free(point: Point, radius: float, radii: Sequence[float], placed: Mapping[int, Point]) -> bool:
    x, y = point
    return all(math.hypot(x - to_x, y - to_y) >= radii[other] + radius - 1e-9 for other, (to_x, to_y) in placed.items())
