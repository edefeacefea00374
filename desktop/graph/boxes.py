"""Which places are taken: rectangles in a grid, so that no label touches another or a node."""

import math
from collections.abc import Iterable

CELL = 48.0


class Boxes:
    """Rectangles by (left, top, width, height); asking is quick as only near ones are looked at."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, float, float, float]]] = {}

    def block(self, x: float, y: float, width: float, height: float) -> None:
        """Take a rectangle."""
        box = (x, y, x + width, y + height)
        for cell in self._near(*box):
            self._cells.setdefault(cell, []).append(box)

    def free(self, x: float, y: float, width: float, height: float) -> bool:
        """True if the rectangle meets nothing that was taken."""
        right, bottom = x + width, y + height
        for cell in self._near(x, y, right, bottom):
            for left, top, end, low in self._cells.get(cell, ()):
                if x < end and left < right and y < low and top < bottom:
                    return False
        return True

    @staticmethod
    def _near(left: float, top: float, right: float, bottom: float) -> Iterable[tuple[int, int]]:
        columns = range(math.floor(left / CELL), math.floor(right / CELL) + 1)
        rows = range(math.floor(top / CELL), math.floor(bottom / CELL) + 1)
        return ((column, row) for column in columns for row in rows)
