"""How far convex outlines are apart, for tests: not what packs them, but what can be said of any two."""

import math
from collections.abc import Sequence

from analyzer.network.alignment import Point


def moved(outline: Sequence[Point], by: Point) -> list[Point]:
    """The outline elsewhere."""
    return [(x + by[0], y + by[1]) for x, y in outline]


def apart(one: Sequence[Point], other: Sequence[Point]) -> float:
    """How far two convex outlines are apart, 0 where they touch or overlap."""
    axes = [*_normals(one), *_normals(other)]
    parted = any(
        min(x * right + y * down for x, y in there) > max(x * right + y * down for x, y in here)
        for right, down in axes
        for here, there in ((one, other), (other, one))
    )
    if axes and not parted:
        return 0.0
    return min(min(_from_edges(corner, there) for corner in here) for here, there in ((one, other), (other, one)))


def _from_edges(point: Point, outline: Sequence[Point]) -> float:
    """The distance of a point outside from the nearest edge."""
    found = []
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        length = (bx - ax) ** 2 + (by - ay) ** 2
        share = max(0.0, min(1.0, ((point[0] - ax) * (bx - ax) + (point[1] - ay) * (by - ay)) / length)) if length else 0.0
        found.append(math.dist(point, (ax + share * (bx - ax), ay + share * (by - ay))))
    return min(found)


def _normals(outline: Sequence[Point]) -> list[Point]:
    found = []
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (ax, ay) != (bx, by):
            # A mere line has ends, too.
            found += [(by - ay, ax - bx), (bx - ax, by - ay)] if len(outline) == 2 else [(by - ay, ax - bx)]
    return found
