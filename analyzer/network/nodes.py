"""People as nodes with a radius, and what keeps nodes from touching each other."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.network.rows import LEAST_RADIUS

# Beside an inner node stands its name.
INNER_GAP = 26.0
ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Node:
    """A person on a ring: place in ``Analysis.people``, ring by number in ``Circles.rings``, centre and radius in px."""

    person: int
    ring: int
    x: float
    y: float
    radius: float


def part_neighbours(nodes: Sequence[Node], half_wedge: float) -> list[Node]:
    """The people of an inner ring, pushed apart along the ring until their names have room; the order around ego stays.

    Sectors meet here on few pixels: without this, two people of different communities would stand side by side on a ring that is
    otherwise empty. Nodes in more than one row are left where they are.
    """
    radius = math.hypot(nodes[0].x, nodes[0].y) if nodes else 0.0
    if len(nodes) < 2 or any(abs(math.hypot(node.x, node.y) - radius) > 1 for node in nodes):
        return list(nodes)
    low, high = half_wedge, 2 * math.pi - half_wedge
    # Angles from twelve o'clock, so that the wedge is at both ends.
    turned = sorted(((math.atan2(node.x, -node.y)) % (2 * math.pi), number) for number, node in enumerate(nodes))
    angles = [angle for angle, _ in turned]
    gap = min((2 * max(node.radius for node in nodes) + INNER_GAP) / radius, (high - low) / len(nodes))
    for _ in range(ROUNDS):
        for number in range(len(angles) - 1):
            lacking = gap - (angles[number + 1] - angles[number])
            if lacking > 0:
                angles[number] = max(low, angles[number] - lacking / 2)
                angles[number + 1] = min(high, angles[number + 1] + lacking / 2)
    moved = {number: angle for angle, (_, number) in zip(angles, turned, strict=True)}
    return [
        Node(node.person, node.ring, radius * math.sin(moved[number]), -radius * math.cos(moved[number]), node.radius)
        for number, node in enumerate(nodes)
    ]


def shrink_to_fit(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The same nodes with radii so small that no two touch (down to 1.6 px), neighbours found by a grid."""
    if not nodes:
        return ()
    cell = 2 * max(node.radius for node in nodes) + 1
    grid: dict[tuple[int, int], list[int]] = {}
    for number, node in enumerate(nodes):
        grid.setdefault((math.floor(node.x / cell), math.floor(node.y / cell)), []).append(number)
    radii = [node.radius for node in nodes]
    for number, node in enumerate(nodes):
        column, row = math.floor(node.x / cell), math.floor(node.y / cell)
        for near in ((column + across, row + down) for across in (-1, 0, 1) for down in (-1, 0, 1)):
            for other in grid.get(near, ()):
                if other <= number:
                    continue
                distance = math.hypot(node.x - nodes[other].x, node.y - nodes[other].y) - 1.0
                both = node.radius + nodes[other].radius
                if distance < both:
                    for one in (number, other):
                        radii[one] = max(LEAST_RADIUS, min(radii[one], nodes[one].radius * distance / both))
    return tuple(
        node if radius == node.radius else Node(node.person, node.ring, node.x, node.y, radius)
        for node, radius in zip(nodes, radii, strict=True)
    )
