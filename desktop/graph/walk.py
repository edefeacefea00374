"""Walking the picture by keyboard: to the neighbour in a direction, along somebody's ties, or from the closest person outward."""

import math

from desktop.graph.scene import Scene

# Somebody seen together counts as if they stood nearer: this part of the distance, and less the heavier the tie is.
TIE_PULL = 0.6
HEAVY = 2.0


def towards(scene: Scene, person: int | None, right: float, down: float) -> int | None:
    """The person nearest in a direction (unit vector), seen from ``person`` or from ego; None if nobody lies that way.

    Only people within 60 degrees of the direction count; going askew costs as going further does, and people seen together with
    ``person`` count as nearer, the heavier their tie the more: with a weight of 2 at three tenths of the distance.
    """
    x, y, _ = scene.spots.get(person, (0.0, 0.0, 0.0)) if person is not None else (0.0, 0.0, 0.0)
    near = scene.neighbours.get(person, {}) if person is not None else {}
    best: tuple[float, int] | None = None
    for other, (to_x, to_y, _) in scene.spots.items():
        along = (to_x - x) * right + (to_y - y) * down
        if other == person or along <= 0:
            continue
        away = math.hypot(to_x - x, to_y - y)
        if along < away / 2:
            continue
        weight = near.get(other)
        cost = (away + 1.5 * (away - along)) * (TIE_PULL / (1 + weight / HEAVY) if weight is not None else 1.0)
        if best is None or (cost, other) < best:
            best = (cost, other)
    return best[1] if best is not None else None


def by_tie(scene: Scene, person: int, at: int, step: int) -> int | None:
    """The next (+1) or previous (-1) of those seen together with ``person``, heaviest tie first, counted from ``at``.

    Before the first stands ``person``; None after the last, and where there is nobody.
    """
    near = scene.neighbours.get(person, {})
    order = [person, *sorted(near, key=lambda other: (-near[other], scene.place_in_order[other]))]
    place = (order.index(at) if at in near else 0) + step
    return order[place] if 0 <= place < len(order) and len(order) > 1 else None


def by_strength(scene: Scene, person: int | None, step: int) -> int | None:
    """The next (+1) or previous (-1) person in reading order; None before the first and after the last."""
    order = scene.reading_order
    if person is None or person not in scene.spots:
        return (order[0] if step > 0 else order[-1]) if order else None
    place = scene.place_in_order[person] + step
    return order[place] if 0 <= place < len(order) else None
