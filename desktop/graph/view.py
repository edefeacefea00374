"""Where one looks: the map between the picture's own px around its middle and the px of the canvas."""

import math
from dataclasses import dataclass, replace

LEAST_SCALE = 0.4
MOST_SCALE = 16.0
# Farther off, words would be larger than what they name.
NAMES_FROM = 0.7
# This much of the picture stays in sight however far one drags.
KEPT_IN_SIGHT = 60.0


@dataclass(frozen=True, slots=True)
class View:
    """A canvas of ``width`` × ``height`` px with the middle of the picture at (``x``, ``y``), enlarged ``scale`` times; 1 fits it all."""

    width: float
    height: float
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @classmethod
    def fitting(cls, width: float, height: float) -> "View":
        """The whole picture in the middle."""
        return cls(width, height, 1.0, width / 2, height / 2)

    @property
    def growth(self) -> float:
        """How much larger nodes are: zooming in parts them, so they grow only with the root of the scale."""
        return math.sqrt(self.scale) if self.scale > 1 else self.scale

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Canvas px of a point of the picture."""
        return self.x + x * self.scale, self.y + y * self.scale

    def back(self, x: float, y: float) -> tuple[float, float]:
        """The point of the picture at canvas px."""
        return (x - self.x) / self.scale, (y - self.y) / self.scale

    def panned(self, right: float, down: float) -> "View":
        """The picture moved by so many px."""
        return replace(self, x=self.x + right, y=self.y + down)

    def zoomed(self, factor: float, x: float, y: float) -> "View":
        """Enlarged by ``factor`` while the point under (``x``, ``y``) stays where it is."""
        scale = max(LEAST_SCALE, min(MOST_SCALE, self.scale * factor))
        factor = scale / self.scale
        return replace(self, scale=scale, x=x + (self.x - x) * factor, y=y + (self.y - y) * factor)

    def centred_on(self, x: float, y: float) -> "View":
        """The same scale with this point of the picture in the middle."""
        return replace(self, x=self.width / 2 - x * self.scale, y=self.height / 2 - y * self.scale)

    def held(self, radius: float) -> "View":
        """The nearest view in which part of a picture of ``radius`` is still in sight."""
        reach = radius * self.scale - KEPT_IN_SIGHT
        x = max(-reach, min(self.width + reach, self.x)) if reach > 0 else self.x
        y = max(-reach, min(self.height + reach, self.y)) if reach > 0 else self.y
        return replace(self, x=x, y=y)

    def shows(self, x: float, y: float, margin: float = 0.0) -> bool:
        """True if a canvas point is on the canvas, or at most ``margin`` px outside."""
        return -margin <= x <= self.width + margin and -margin <= y <= self.height + margin
