"""A view that glides to another within a moment, or jumps where less motion is wanted."""

import math
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from desktop.graph.view import View

GLIDE_MS = 180


def between(start: View, end: View, part: float) -> View:
    """The view at ``part`` (0…1) of the way: the scale goes evenly in its ratio, the middle of the canvas evenly in the picture."""
    scale = math.exp(math.log(start.scale) * (1 - part) + math.log(end.scale) * part)
    from_x, from_y = start.back(start.width / 2, start.height / 2)
    to_x, to_y = end.back(end.width / 2, end.height / 2)
    # Where one zooms in, the way is gone while things are small: weighed by scale, the canvas point moves evenly.
    share = part if math.isclose(start.scale, end.scale, rel_tol=1e-6) else (1 / scale - 1 / start.scale) / (1 / end.scale - 1 / start.scale)
    x, y = from_x + (to_x - from_x) * share, from_y + (to_y - from_y) * share
    return View(end.width, end.height, scale, end.width / 2 - x * scale, end.height / 2 - y * scale)


class Glide(QObject):
    """Calls ``show`` with the views on the way; `aim` is where one will look when it has arrived."""

    def __init__(self, show: Callable[[View], object], parent: QObject) -> None:
        super().__init__(parent)
        self._show = show
        self._start: View | None = None
        self._end: View | None = None
        self._run = QVariantAnimation(self)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._run.setDuration(GLIDE_MS)
        self._run.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._run.valueChanged.connect(self._on_value)
        self._run.finished.connect(self._on_finished)

    @property
    def aim(self) -> View | None:
        """The view it is on its way to; None while nothing glides."""
        return self._end

    def go(self, start: View, end: View) -> None:
        """Glide from one view to another; a glide under way gives place to this one."""
        self.stop()
        self._start, self._end = start, end
        self._run.start()

    def stop(self) -> None:
        """Stay where one is."""
        self._end = None
        self._run.stop()

    def arrive(self) -> None:
        """Jump to the end of what is under way."""
        end = self._end
        self.stop()
        if end is not None:
            self._show(end)

    def _on_value(self, part: object) -> None:
        if self._start is not None and self._end is not None and isinstance(part, float) and part < 1:
            self._show(between(self._start, self._end, part))

    def _on_finished(self) -> None:
        end, self._end = self._end, None
        if end is not None:
            self._show(end)
