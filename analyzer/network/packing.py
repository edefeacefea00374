"""Shapes side by side, near those they are tied to: how the Map puts communities so that none covers another."""

import math
from collections.abc import Mapping, Sequence

from analyzer.network.alignment import Point
from analyzer.network.outlines import reaches

Near = list[tuple[float, float, float]]
"""(x, y, pull) of shapes that pull another one."""

# The picture is wider than it is high.
ASPECT = 1.7
# What ties pull in all, against what draws everything to the middle.
PULL = 2.0
DIRECTIONS = 12
# So many of the best places are tried, each moved inward in steps of so many px until something is in the way.
TRIED = 8
# Shapes are known by how far they reach in so many directions, an even number: then asking whether two are apart costs next to nothing.
SIDES = 24
STEP = 8.0
ROUNDS = 3


def pack_shapes(
    shapes: Sequence[Sequence[Point]],
    gap: float,
    pulls: Mapping[tuple[int, int], float] | None = None,
    before: Mapping[int, Point] | None = None,
    aspect: float = ASPECT,
) -> list[Point]:
    """Where to move convex ``shapes`` (corners around (0, 0)) so that any two are at least ``gap`` apart; the same every time.

    Largest first, each goes where it costs least: far from the middle costs (across ``aspect`` times less than down), far from those it
    is tied to (``pulls`` by pair, lower number first) costs by each tie's share. A shape that lay somewhere ``before`` goes as near
    to that place as it can.
    """
    return _Packing(shapes, gap, pulls or {}, before or {}, aspect).places()


class _Packing:
    """One packing: ``placed`` grows shape by shape."""

    def __init__(
        self,
        shapes: Sequence[Sequence[Point]],
        gap: float,
        pulls: Mapping[tuple[int, int], float],
        before: Mapping[int, Point],
        aspect: float,
    ) -> None:
        self._shapes, self._gap, self._before, self._aspect = shapes, gap, before, aspect
        self._radii = [max(math.hypot(x, y) for x, y in shape) for shape in shapes]
        self._sides = [(math.cos(2 * math.pi * side / SIDES), math.sin(2 * math.pi * side / SIDES)) for side in range(SIDES)]
        self._reaches = [reaches(shape, self._sides) for shape in shapes]
        # A disc within each shape: what is nearer than these need not be looked at closely.
        self._cores = [max(0.0, min(reach)) for reach in self._reaches]
        self._placed: dict[int, Point] = {}
        self._tied: dict[int, dict[int, float]] = {}
        for (a, b), weight in pulls.items():
            self._tied.setdefault(a, {})[b] = self._tied.setdefault(b, {})[a] = weight

    def places(self) -> list[Point]:
        """Place everything, then draw it together until nothing comes nearer."""
        order = sorted(range(len(self._shapes)), key=lambda one: (one not in self._before, -self._radii[one], one))
        for one in order:
            self._placed[one] = self._best(one)
        for _ in range(ROUNDS):
            loose = [one for one in order if one not in self._before]
            for one in sorted(loose, key=lambda one: (math.hypot(*self._placed[one]), one)):
                self._placed[one] = self._drawn_in(one, self._placed[one], self._near(one))
        return [self._placed[one] for one in range(len(self._shapes))]

    def _best(self, one: int) -> Point:
        near = self._near(one)
        found: list[tuple[float, Point]] = []
        for _, point in sorted((self._cost(one, point, near), point) for point in self._candidates(one)):
            if self._is_free(one, point):
                if one in self._before:
                    return point
                inward = self._drawn_in(one, point, near)
                found.append((self._cost(one, inward, near), inward))
                if len(found) == TRIED:
                    break
        return min(found)[1]

    def _near(self, one: int) -> Near:
        """Where those are that a shape is tied to, each with its share of these ties."""
        near = [(self._placed[other], weight) for other, weight in self._tied.get(one, {}).items() if other in self._placed]
        whole = sum(weight for _, weight in near)
        return [(x, y, PULL * weight / whole) for (x, y), weight in near]

    def _cost(self, one: int, point: Point, near: Near) -> float:
        wish = self._before.get(one)
        if wish is not None:
            return math.dist(point, wish)
        x, y = point
        narrow = 1 / self._aspect
        cost = math.hypot(x * narrow, y)
        for to_x, to_y, pull in near:
            cost += pull * math.hypot((x - to_x) * narrow, y - to_y)
        return cost

    def _candidates(self, one: int) -> list[Point]:
        """Where a shape may go: the middle, where it was, places that touch the discs of two others, some around each, and outside of all."""
        found: list[Point] = [(0.0, 0.0)] if not self._placed else []
        if one in self._before:
            found.append(self._before[one])
        # A hair farther than touching, so that rounding never makes an overlap of it.
        circles = [(*place, self._radii[other] + self._radii[one] + self._gap + 1e-6) for other, place in self._placed.items()]
        for number, (x, y, reach) in enumerate(circles):
            for step in range(DIRECTIONS):
                turn = 2 * math.pi * step / DIRECTIONS
                found.append((x + reach * math.cos(turn), y + reach * math.sin(turn)))
            for to_x, to_y, to_reach in circles[:number]:
                found += _touching(x, y, reach, to_x, to_y, to_reach)
        # Whatever else is taken, beyond everything there is room.
        farthest = max((math.hypot(x, y) + reach for x, y, reach in circles), default=0.0)
        found.append((farthest + 1e-6, 0.0))
        return found

    def _drawn_in(self, one: int, point: Point, near: Near) -> Point:
        """The place moved towards where it would cost nothing, as far as nothing is in the way."""
        x, y = point
        whole = 1 + sum(pull for _, _, pull in near)
        goals = ((sum(to_x * pull for to_x, _, pull in near) / whole, sum(to_y * pull for _, to_y, pull in near) / whole), (0.0, y), (x, 0.0))
        best, cost = point, self._cost(one, point, near)
        for goal in goals:
            x, y = best
            away = math.dist(best, goal)
            for step in range(1, int(away / STEP) + 1):
                share = step * STEP / away
                there = (x + (goal[0] - x) * share, y + (goal[1] - y) * share)
                costs = self._cost(one, there, near)
                if costs >= cost or not self._is_free(one, there):
                    break
                best, cost = there, costs
        return best

    def _is_free(self, one: int, point: Point) -> bool:
        """True if some direction parts the shape from each of the others by the gap: then the true distance is no less."""
        x, y = point
        gap = self._gap - 1e-9
        radius, core = self._radii[one] + gap, self._cores[one] + gap
        near: list[tuple[int, float, float]] = []
        # Thousands of places are looked at: what discs tell is asked of all others before anything is looked at closely.
        for other, (to_x, to_y) in self._placed.items():
            away = math.hypot(to_x - x, to_y - y)
            if other == one or away >= radius + self._radii[other]:
                continue
            if away < core + self._cores[other]:
                return False
            near.append((other, to_x - x, to_y - y))
        return all(self._parts(one, other, across, down) for other, across, down in near)

    def _parts(self, one: int, other: int, across: float, down: float) -> bool:
        """True if some direction parts two shapes whose middles are so far apart."""
        own, theirs, gap = self._reaches[one], self._reaches[other], self._gap - 1e-9
        # The direction from one middle to the other is the likeliest to part them.
        first = round(math.atan2(down, across) * SIDES / (2 * math.pi))
        for step in range(SIDES):
            side = (first + step) % SIDES
            right, low = self._sides[side]
            if across * right + down * low - own[side] - theirs[(side + SIDES // 2) % SIDES] >= gap:
                return True
        return False


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
