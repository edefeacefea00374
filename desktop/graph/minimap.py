"""The whole picture small in a corner, with a frame around what the canvas shows; dragging and the arrow keys move the frame."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.graph.scene import Scene
from desktop.graph.view import View
from desktop.metrics import RADIUS_ROW, px
from desktop.theme import Theme, theme_of
from desktop.widgets.focus import KeyboardFocus
from desktop.widgets.painting import rounded
from desktop.wording.basics import tr

SIZE = (168, 140)
MARGIN = 6
# From this scale on there is more than the canvas shows.
SHOWN_FROM = 1.15
# Of what the canvas shows, one press of an arrow key moves by this part.
KEY_PART = 0.25
LEAST_FRAME = 8.0
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class Minimap(KeyboardFocus, QWidget):
    """`moved` carries the point of the picture (px around its middle) that should stand in the middle of the canvas."""

    moved = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._view = View.fitting(1, 1)
        self._drawn: tuple[Scene, Theme, float, QSize, QPixmap] | None = None
        self.focus_radius = RADIUS_ROW
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        self.setAccessibleName(tr("The whole picture, small"))
        self.setToolTip(tr("Drag to move the picture"))
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(px(SIZE[0]), px(SIZE[1]))

    def show_view(self, scene: Scene | None, view: View) -> None:
        """Follow the canvas: what is there, and which part of it is in sight."""
        self._scene, self._view = scene, view
        self.update()

    @property
    def is_needed(self) -> bool:
        """True while one has come so near that parts of the picture are out of sight."""
        return self._scene is not None and self._view.scale >= SHOWN_FROM

    # --- The map from picture px to px here ---

    def _ratio(self) -> float:
        inner_width, inner_height = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        return max(1e-6, min(inner_width / max(1.0, self._view.width), inner_height / max(1.0, self._view.height)))

    def _here(self, x: float, y: float) -> QPointF:
        ratio = self._ratio()
        return QPointF(self.width() / 2 + x * ratio, self.height() / 2 + y * ratio)

    def frame(self) -> QRectF:
        """The frame around what the canvas shows, in px here, never smaller than can be seen."""
        left, top = self._view.back(0, 0)
        right, low = self._view.back(self._view.width, self._view.height)
        found = QRectF(self._here(left, top), self._here(right, low))
        grow = max(0.0, LEAST_FRAME - found.width()) / 2, max(0.0, LEAST_FRAME - found.height()) / 2
        inside = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        return found.adjusted(-grow[0], -grow[1], grow[0], grow[1]).intersected(inside)

    # --- Moving ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._move_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = ARROWS.get(Qt.Key(event.key()))
        if way is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.show_focus_ring()
        x, y = self._view.back(self._view.width / 2, self._view.height / 2)
        step = KEY_PART / self._view.scale
        self.moved.emit(x + way[0] * step * self._view.width, y + way[1] * step * self._view.height)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _move_to(self, at: QPointF) -> None:
        ratio = self._ratio()
        self.moved.emit((at.x() - self.width() / 2) / ratio, (at.y() - self.height() / 2) / ratio)

    # --- Painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), RADIUS_ROW, theme.surface, theme.line)
            if self._scene is None:
                return
            painter.drawPixmap(0, 0, self._picture(self._scene, theme))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.accent, 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.frame(), 3, 3)

    def _picture(self, scene: Scene, theme: Theme) -> QPixmap:
        """Everybody as a dot; drawn anew only for another scene, theme or size."""
        ratio, size = self.devicePixelRatioF(), self.size()
        if self._drawn is not None and self._drawn[0] is scene and self._drawn[1] is theme and self._drawn[2:4] == (ratio, size):
            return self._drawn[4]
        drawn = QPixmap(size * ratio)
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        with QPainter(drawn) as painter:
            # The crowd may be thousands: no calls but the one that counts.
            share, left, top = self._ratio(), self.width() / 2, self.height() / 2
            painter.setPen(QPen(theme.crowd, 1.0))
            for words in scene.arcs:
                xs, ys = words.arc.xs, words.arc.ys
                painter.drawPoints([QPointF(left + xs[dot] * share, top + ys[dot] * share) for dot in words.dots])
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            for node in scene.nodes:
                painter.setBrush(theme.verdicts[scene.judgements[node.person].verdict])
                reach = max(1.1, node.radius * share)
                painter.drawEllipse(QPointF(left + node.x * share, top + node.y * share), reach, reach)
        self._drawn = (scene, theme, ratio, size, drawn)
        return drawn
