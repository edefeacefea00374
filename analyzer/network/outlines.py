"""Convex outlines: around some points, and how far two are apart."""

import math
from collections.abc import Sequence

from analyzer.network.alignment import Point


def convex_hull(points: Sequence[Point]) -> list[Point]:
    """The corners of the smallest convex outline, in order (Andrew 1979); one or two points are their own outline.

    >>> convex_hull([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2)])
    [(0, 0), (2, 0), (2, 2), (0, 2)]
    """
    ordered = sorted(set(points))
    if len(ordered) < 3:
        return ordered
    return _half(ordered) + _half(ordered[::-1])


def _half(points: Sequence[Point]) -> list[Point]:
    """One side of the outline, without its last point."""
    found: list[Point] = []
    for x, y in points:
        while len(found) > 1 and _turn(found[-2], found[-1], (x, y)) <= 0:
            found.pop()
        found.append((x, y))
    return found[:-1]


def _turn(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])


def moved(outline: Sequence[Point], by: Point) -> list[Point]:
    """The outline elsewhere."""
    return [(x + by[0], y + by[1]) for x, y in outline]


def apart(one: Sequence[Point], other: Sequence[Point]) -> float:
    """How far two convex outlines are apart at least: the widest gap that parts them along any edge's normal or between their middles.

    Never more than the true distance, negative where they overlap (separating axes; Gottschalk 1996).
    """
    axes = [*_normals(one), *_normals(other)]
    axes.append((sum(x for x, _ in other) / len(other) - sum(x for x, _ in one) / len(one),
                 sum(y for _, y in other) / len(other) - sum(y for _, y in one) / len(one)))  # fmt: skip
    widest = -math.inf
    for right, down in axes:
        length = math.hypot(right, down)
        if not length:
            continue
        right, down = right / length, down / length
        own = [x * right + y * down for x, y in one]
        there = [x * right + y * down for x, y in other]
        widest = max(widest, min(there) - max(own), min(own) - max(there))
    return widest


def _normals(outline: Sequence[Point]) -> list[Point]:
    found = []
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        found.append((by - ay, ax - bx))
        if len(outline) == 2:
            # A mere line has ends, too.
            found.append((bx - ax, by - ay))
    return found
