"""What lies under the pointer: a grid over the shown people, nodes before dots."""

import math
from dataclasses import dataclass

from analyzer.network.crowd import Dots
from desktop.graph.scene import Scene, behind
from desktop.graph.view import View

CELL = 18.0
LEAST_REACH = 12.0
# Dots stand closer than 12 px: the nearest is meant, but not from far outside the crowd.
DOT_REACH = 9.0


@dataclass(frozen=True, slots=True)
class Hit:
    """Somebody under the pointer; a dot of the crowd that stands for several names its arc and how many."""

    person: int
    arc: Dots | None = None
    accounts: int = 1


class Hits:
    """Answers in well under a millisecond, whether ten people are shown or fifteen thousand."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._nodes: dict[tuple[int, int], list[int]] = {}
        self._dots: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for number, node in enumerate(scene.nodes):
            self._nodes.setdefault((math.floor(node.x / CELL), math.floor(node.y / CELL)), []).append(number)
        for place, words in enumerate(scene.arcs):
            xs, ys = words.arc.xs, words.arc.ys
            for dot in words.dots:
                self._dots.setdefault((math.floor(xs[dot] / CELL), math.floor(ys[dot] / CELL)), []).append((place, dot))

    def at(self, view: View, x: float, y: float) -> Hit | None:
        """Who is at canvas px (``x``, ``y``); a node reaches at least 12 px around its middle."""
        return self._node_at(view, x, y) or self._dot_at(view, x, y)

    def _node_at(self, view: View, x: float, y: float) -> Hit | None:
        px, py = view.back(x, y)
        largest = max((node.radius for node in self._scene.nodes[-1:]), default=0.0)
        reach = max(LEAST_REACH, largest * view.growth) / view.scale
        best: tuple[float, int] | None = None
        for cell in _cells(px, py, reach):
            for number in self._nodes.get(cell, ()):
                node = self._scene.nodes[number]
                away = math.hypot(node.x - px, node.y - py) * view.scale
                radius = node.radius * view.growth
                if away <= max(radius, LEAST_REACH) and (best is None or (away - radius, node.person) < best):
                    best = (away - radius, node.person)
        return Hit(best[1]) if best is not None else None

    def _dot_at(self, view: View, x: float, y: float) -> Hit | None:
        px, py = view.back(x, y)
        best: tuple[float, int, int] | None = None
        for cell in _cells(px, py, DOT_REACH / view.scale):
            for place, dot in self._dots.get(cell, ()):
                arc = self._scene.arcs[place].arc
                away = math.hypot(arc.xs[dot] - px, arc.ys[dot] - py) * view.scale
                if away <= DOT_REACH + arc.dot / 2 * view.growth and (best is None or (away, place, dot) < best):
                    best = (away, place, dot)
        if best is None:
            return None
        arc = self._scene.arcs[best[1]].arc
        shown = [person for person in behind(arc, best[2]) if person in self._scene.shown]
        return Hit(shown[0], arc, len(shown))


def _cells(x: float, y: float, reach: float) -> list[tuple[int, int]]:
    columns = range(math.floor((x - reach) / CELL), math.floor((x + reach) / CELL) + 1)
    rows = range(math.floor((y - reach) / CELL), math.floor((y + reach) / CELL) + 1)
    return [(column, row) for column in columns for row in rows]
