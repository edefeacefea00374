"""Which places are taken: rectangles in a grid, so that no label touches another or a node."""

CELL = 40.0

Box = tuple[float, float, float, float]


class Boxes:
    """Rectangles by (left, top, width, height); asking is quick as only near ones are looked at."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def copy(self) -> "Boxes":
        """The same rectangles, to take more of in a second picture."""
        found = Boxes()
        found._cells = {cell: list(boxes) for cell, boxes in self._cells.items()}
        return found

    def block(self, x: float, y: float, width: float, height: float) -> None:
        """Take a rectangle."""
        box = (x, y, x + width, y + height)
        for column in range(int(x // CELL), int(box[2] // CELL) + 1):
            for row in range(int(y // CELL), int(box[3] // CELL) + 1):
                self._cells.setdefault((column, row), []).append(box)

    def free(self, x: float, y: float, width: float, height: float) -> bool:
        """True if the rectangle meets nothing that was taken."""
        right, bottom = x + width, y + height
        cells = self._cells
        # Thousands of questions per picture: plain loops take half the time of a generator.
        for column in range(int(x // CELL), int(right // CELL) + 1):
            for row in range(int(y // CELL), int(bottom // CELL) + 1):
                for left, top, end, low in cells.get((column, row), ()):
                    if x < end and left < right and y < low and top < bottom:
                        return False
        return True
