"""Convex outlines: around some points, and how far they reach."""

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


def reaches(outline: Sequence[Point], directions: Sequence[Point]) -> list[float]:
    """How far an outline reaches from (0, 0) in each of some directions (unit vectors)."""
    return [max(x * right + y * down for x, y in outline) for right, down in directions]
