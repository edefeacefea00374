"""Drawing a rectangle or a lasso around people, by dragging or with a cross that the arrow keys move."""

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from desktop.graph.selecting import LEAST_STEP, Band, outline, paint_band, paint_cross
from desktop.theme import theme_of

STEP = 24.0
FINE_STEP = 4.0
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class Marker(QObject):
    """Holds what is being drawn on ``canvas``; knows points, nobody's name.

    While `tool` is set, every drag draws and the keys move a cross; a drag with Shift or Alt draws once. `drawn` carries the closed outline
    (QPolygonF, canvas px) and whether it adds to what is picked; `tool_changed` comes when the tool is taken up or laid down.
    """

    drawn = Signal(object, bool)
    tool_changed = Signal()

    def __init__(self, canvas: QWidget) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.tool: Band | None = None
        self._band: Band | None = None
        self._adds = False
        self._points: list[QPointF] = []
        self._cross: QPointF | None = None

    @property
    def is_drawing(self) -> bool:
        """True from the first point until the outline is closed or given up."""
        return self._band is not None

    def take_up(self, tool: Band | None) -> None:
        """Draw with this from now on; None lays it down, what was half drawn goes."""
        self._give_up()
        self._cross = None
        if tool is not self.tool:
            self.tool = tool
            self.tool_changed.emit()

    # --- By pointer ---

    def press(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> bool:
        """True if this press begins an outline: with the tool in hand, with Shift a rectangle, with Alt a lasso."""
        by_modifier = (Qt.KeyboardModifier.ShiftModifier, Band.RECTANGLE), (Qt.KeyboardModifier.AltModifier, Band.LASSO)
        band = next((band for modifier, band in by_modifier if modifiers & modifier), self.tool)
        if band is None:
            return False
        self._begin(band, at, bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        return True

    def move(self, at: QPointF) -> None:
        """The pointer goes on with the outline; nothing where a key gave it up meanwhile."""
        if self._band is None:
            return
        if self._band is Band.RECTANGLE:
            self._points = [self._points[0], at]
        elif (at - self._points[-1]).manhattanLength() >= LEAST_STEP:
            self._points.append(at)
        self._canvas.update()

    def release(self, at: QPointF) -> bool:
        """Close the outline; False for a mere click, which draws nothing."""
        self.move(at)
        if self._band is None:
            return True
        if outline(self._band, self._points).boundingRect().size().isEmpty() or len(self._points) < 2:
            self._give_up()
            return False
        self._close()
        return True

    # --- By keyboard ---

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, start: QPointF) -> bool:
        """True if the key was for the tool in hand; ``start`` is where the cross first stands."""
        if self.tool is None:
            return False
        if key in ARROWS:
            step = FINE_STEP if modifiers & Qt.KeyboardModifier.ShiftModifier else STEP
            self._move_cross(ARROWS[key][0] * step, ARROWS[key][1] * step, start)
        elif key == Qt.Key.Key_Space:
            self._set_point(start, bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(start)
        elif key == Qt.Key.Key_Escape:
            self._give_up() if self._band is not None else self.take_up(None)
        else:
            return False
        self._canvas.update()
        return True

    def _move_cross(self, right: float, down: float, start: QPointF) -> None:
        at = self._cross or start
        area = self._canvas.rect()
        self._cross = QPointF(min(max(at.x() + right, 0), area.width()), min(max(at.y() + down, 0), area.height()))
        if self._band is Band.RECTANGLE:
            self._points = [self._points[0], self._cross]

    def _set_point(self, start: QPointF, adds: bool) -> None:
        """The first point begins; the next is a rectangle's other corner, or one more point of a lasso."""
        at = self._cross = self._cross or start
        if self._band is None:
            self._begin(self.tool or Band.LASSO, at, adds)
        elif self._band is Band.RECTANGLE:
            self._finish(start)
        elif at != self._points[-1]:
            self._points.append(at)

    def _finish(self, start: QPointF) -> None:
        at = self._cross or start
        if self._band is None:
            return
        if self._band is Band.RECTANGLE or at != self._points[-1]:
            self._points.append(at)
        self._close()

    # --- Both ---

    def _begin(self, band: Band, at: QPointF, adds: bool) -> None:
        self._band, self._points, self._adds = band, [at], adds
        self._canvas.update()

    def _close(self) -> None:
        assert self._band is not None
        shape, adds = outline(self._band, self._points), self._adds
        self._give_up()
        self.drawn.emit(shape, adds)

    def _give_up(self) -> None:
        self._band, self._points = None, []
        self._canvas.update()

    def paint(self, painter: QPainter) -> None:
        """What is drawn so far, over the picture."""
        theme = theme_of(self._canvas)
        if self._band is not None and self._points:
            ahead = [self._cross] if self._cross is not None and self._band is Band.LASSO else []
            paint_band(painter, self._band, [*self._points, *ahead], theme)
        if self.tool is not None and self._cross is not None and self._canvas.hasFocus():
            paint_cross(painter, self._cross, theme)
