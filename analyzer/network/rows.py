"""Places in the rows of a band: how many stand in each row, and where, so that neighbours keep apart."""

import math
from collections.abc import Sequence

from analyzer.network.sectors import angle_at, wedge

LEAST_RADIUS = 1.6
# Two nodes in a row keep this distance, or the band gets another row.
NODE_MARGIN = 7.0
# Beside an inner node stands its name.
INNER_GAP = 26.0

Spot = tuple[float, float, float]


def share_rows(count: int, radii: Sequence[float]) -> list[int]:
    """How many of ``count`` stand in each row, in proportion to the rows' radii.

    >>> share_rows(6, [10, 20, 30])
    [1, 2, 3]
    """
    shares: list[int] = []
    left, length = count, sum(radii)
    for radius in radii:
        shares.append(min(left, round(left * radius / length)))
        length -= radius
        left -= shares[-1]
    return shares


def place_in_rows(count: int, band: tuple[float, float], turns: tuple[float, float], base: float, name_width: float = 0.0) -> list[Spot]:
    """(x, y, largest radius) for ``count`` nodes of about ``base`` px in one sector of a band, in rows, ordered by angle.

    As few rows as keep neighbours ``2 * base + 7`` px apart, at most as many as are as deep as they are wide.
    """
    if not count:
        return []
    inner, outer = band
    middle, depth = (inner + outer) / 2, outer - inner
    # Sectors with different numbers of rows meet at their sides: a gap keeps their people apart, and tells communities apart.
    gap = min(0.2, (base + NODE_MARGIN / 2) / (2 * math.pi * middle) / (turns[1] - turns[0])) * (turns[1] - turns[0])
    first, last = turns[0] + gap, turns[1] - gap
    length = (last - first) * 2 * (math.pi - wedge(name_width, middle)) * middle
    wanted = math.ceil(count * (2 * base + NODE_MARGIN) / max(length, 1.0))
    deepest = max(1, int(depth / (2 * base + 4)))
    if wanted > deepest:
        # Too full for nodes of this size: rows as far apart as the nodes within a row.
        deepest = max(deepest, round(math.sqrt(count * depth / max(length, 1.0))))
    rows = max(1, min(wanted, deepest, count))
    radii = [inner + (row + 0.5) * depth / rows for row in range(rows)]
    spots: list[tuple[float, float, float]] = []
    room = depth / rows / 2 - 1
    for radius, in_row in zip(radii, share_rows(count, radii), strict=True):
        half = wedge(name_width, radius)
        if in_row > 1:
            room = min(room, (last - first) * 2 * (math.pi - half) * radius / in_row / 2 - 1.3)
        spots += [(first + (number + 0.5) / in_row * (last - first), radius, half) for number in range(in_row)]
    placed = ((radius, angle_at(turn, half)) for turn, radius, half in sorted(spots))
    return [(radius * math.cos(angle), radius * math.sin(angle), max(LEAST_RADIUS, room)) for radius, angle in placed]


def place_around(turns: Sequence[float], band: tuple[float, float], base: float, name_width: float = 0.0) -> list[Spot]:
    """(x, y, largest radius) for the nodes of an inner ring, wished at ``turns`` (ascending), as few rows as keep room for names.

    Sectors meet here on few pixels: rows are counted for the whole ring, not for each sector, so that three people of a narrow one stand
    side by side and not behind each other. Neighbours may still touch: `part_neighbours` parts them.
    """
    count, (inner, outer) = len(turns), band
    if not count:
        return []
    middle, depth = (inner + outer) / 2, outer - inner
    length = 2 * (math.pi - wedge(name_width, middle)) * middle
    wanted = math.ceil(count * (2 * base + INNER_GAP) / length)
    deepest = max(1, int(depth / (2 * base + 4)))
    if wanted > deepest:
        deepest = max(deepest, round(math.sqrt(count * depth / length)))
    rows = max(1, min(wanted, deepest, count))
    radii = [inner + (row + 0.5) * depth / rows for row in range(rows)]
    shares, held = share_rows(count, radii), [0] * rows
    room = max(LEAST_RADIUS, depth / rows / 2 - 1)
    places: list[Spot] = []
    for number, turn in enumerate(turns):
        # Neighbours go to different rows, each row getting its share all the way around.
        row = max(range(rows), key=lambda row: shares[row] * (number + 1) / count - held[row])
        held[row] += 1
        angle = angle_at(turn, wedge(name_width, radii[row]))
        places.append((radii[row] * math.cos(angle), radii[row] * math.sin(angle), room))
    return places
