"""Walking the picture by keyboard: to the neighbour in a direction, or from the closest person outward."""

import math

from desktop.graph.scene import Scene

# A tie counts as if the person stood at this part of the distance: walking follows ties where it can.
TIE_PULL = 0.6


def towards(scene: Scene, person: int | None, right: float, down: float) -> int | None:
    """The person nearest in a direction (unit vector), seen from ``person`` or from ego; None if nobody lies that way.

    Only people within 60 degrees of the direction count; going askew costs as going further does, and people seen together with
    ``person`` count as nearer.
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
        cost = (away + 1.5 * (away - along)) * (TIE_PULL if other in near else 1.0)
        if best is None or (cost, other) < best:
            best = (cost, other)
    return best[1] if best is not None else None


def by_strength(scene: Scene, person: int | None, step: int) -> int | None:
    """The next (+1) or previous (-1) person in reading order; None before the first and after the last."""
    order = scene.reading_order
    if person is None or person not in scene.spots:
        return (order[0] if step > 0 else order[-1]) if order else None
    place = scene.place_in_order[person] + step
    return order[place] if 0 <= place < len(order) else None
