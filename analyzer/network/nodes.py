"""People as nodes with a radius, and what keeps nodes from touching each other."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.network.rows import INNER_GAP, LEAST_RADIUS
from analyzer.network.sectors import wedge

WEDGE_GAP = 6.0
ROUNDS = 40


@dataclass(frozen=True, slots=True)
class Node:
    """A person on a ring: place in ``Analysis.people``, ring by number in ``Circles.rings``, centre and radius in px."""

    person: int
    ring: int
    x: float
    y: float
    radius: float


def part_neighbours(nodes: Sequence[Node], name_width: float = 0.0) -> list[Node]:
    """The people of an inner ring, pushed apart along their row until their names have room; the order around ego stays.

    Sectors meet here on few pixels: without this, two people of different communities would stand side by side on a ring that is
    otherwise empty. Nobody stands in the wedge at twelve o'clock for words ``name_width`` px wide.
    """
    rows: dict[int, list[int]] = {}
    for number, node in enumerate(nodes):
        rows.setdefault(round(math.hypot(node.x, node.y)), []).append(number)
    parted = list(nodes)
    for members in rows.values():
        for number, node in zip(members, _part_row([nodes[number] for number in members], name_width), strict=True):
            parted[number] = node
    return parted


def _part_row(nodes: Sequence[Node], name_width: float) -> list[Node]:
    """The nodes of one row, as far apart as names need or as the row allows."""
    radius = math.hypot(nodes[0].x, nodes[0].y)
    largest = max(node.radius for node in nodes)
    # The words in the wedge keep clear of whole nodes and of the ring around a selected one, not only of their middles.
    low = min(wedge(name_width, radius) + math.asin(min(1.0, (largest + WEDGE_GAP) / radius)), math.pi / 2) if name_width else 0.0
    high = 2 * math.pi - low
    # Angles from twelve o'clock, so that the wedge is at both ends.
    turned = sorted((min(high, max(low, math.atan2(node.x, -node.y) % (2 * math.pi))), number) for number, node in enumerate(nodes))
    angles = [angle for angle, _ in turned]
    gap = min((2 * largest + INNER_GAP) / radius, (high - low) / len(nodes))
    for _ in range(ROUNDS):
        for place in range(len(angles) - 1):
            lacking = gap - (angles[place + 1] - angles[place])
            if lacking > 0:
                angles[place] = max(low, angles[place] - lacking / 2)
                angles[place + 1] = min(high, angles[place + 1] + lacking / 2)
    # What the rounds did not finish in a full row: everybody keeps the gap, counted from where the row begins.
    for place, angle in enumerate(angles):
        least = angles[place - 1] + gap if place else low
        angles[place] = min(high - (len(angles) - 1 - place) * gap, max(angle, least))
    moved = {number: angle for angle, (_, number) in zip(angles, turned, strict=True)}
    return [
        Node(node.person, node.ring, radius * math.sin(moved[number]), -radius * math.cos(moved[number]), node.radius)
        for number, node in enumerate(nodes)
    ]


def shrink_to_fit(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """The same nodes with radii so small that no two touch (down to 1.6 px).

    Every node looks for smaller ones as far as those could touch it; the thousands that are as small as can be need not look at all.
    """
    if not nodes:
        return ()
    radii = [node.radius for node in nodes]
    cell = 2 * sorted(radii)[len(radii) // 2] + 1
    grid: dict[tuple[int, int], list[tuple[int, float, float, float]]] = {}
    for number, node in enumerate(nodes):
        grid.setdefault((int(node.x // cell), int(node.y // cell)), []).append((number, node.x, node.y, node.radius))
    for number, node in enumerate(nodes):
        if node.radius <= LEAST_RADIUS:
            continue
        x, y, radius, reach = node.x, node.y, node.radius, 2 * node.radius + 1
        rows = range(int((y - reach) // cell), int((y + reach) // cell) + 1)
        for column in range(int((x - reach) // cell), int((x + reach) // cell) + 1):
            for row in rows:
                for other, to_x, to_y, small in grid.get((column, row), ()):
                    both = radius + small
                    away = (to_x - x) ** 2 + (to_y - y) ** 2
                    if small <= radius and away < (both + 1.0) ** 2 and other != number:
                        part = (math.sqrt(away) - 1.0) / both
                        radii[number] = max(LEAST_RADIUS, min(radii[number], radius * part))
                        radii[other] = max(LEAST_RADIUS, min(radii[other], small * part))
    return tuple(
        node if radius == node.radius else Node(node.person, node.ring, node.x, node.y, radius) for node, radius in zip(nodes, radii, strict=True)
    )
