"""Procrustes in the plane: the turn, mirroring and shift that bring one picture of people nearest to another."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Motion:
    """(x, y) → turned by the angle of (``along``, ``across``), mirrored before that if ``mirrored``, then shifted; never scaled."""

    along: float = 1.0
    across: float = 0.0
    mirrored: bool = False
    right: float = 0.0
    down: float = 0.0

    def apply(self, point: Point) -> Point:
        """Where a point comes to lie."""
        x, y = point
        y = -y if self.mirrored else y
        return x * self.along - y * self.across + self.right, x * self.across + y * self.along + self.down


def align(moving: Sequence[Point], fixed: Sequence[Point]) -> Motion:
    """The motion after which ``moving[i]`` lie nearest to ``fixed[i]`` (least sum of squared distances; Gower 1975, without scaling).

    In the plane the best turn has a closed form: the angle of (Σ dot, Σ cross) of the centred points; both hands are tried. No points
    give no motion, one point a shift, and equally good motions the one without mirroring.

    >>> align([(0, 0), (1, 0), (1, 2)], [(5, 5), (5, 6), (3, 6)]).apply((1, 2))
    (3.0, 6.0)
    """
    if not moving:
        return Motion()
    from_x, from_y = _middle(moving)
    to_x, to_y = _middle(fixed)
    best: tuple[float, Motion] | None = None
    for hand in (1.0, -1.0):
        dot = cross = 0.0
        for (x, y), (u, v) in zip(moving, fixed, strict=True):
            x, y, u, v = x - from_x, (y - from_y) * hand, u - to_x, v - to_y
            dot += x * u + y * v
            cross += x * v - y * u
        gain = math.hypot(dot, cross)
        along, across = (dot / gain, cross / gain) if gain > 1e-9 else (1.0, 0.0)
        middle_y = from_y * hand
        right = to_x - (from_x * along - middle_y * across)
        down = to_y - (from_x * across + middle_y * along)
        if best is None or gain > best[0] * (1 + 1e-9) + 1e-9:
            best = (gain, Motion(along, across, hand < 0, right, down))
    assert best is not None
    return best[1]


def _middle(points: Sequence[Point]) -> Point:
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)
