"""The canvas of the Circles picture: who is pointed at, dragged, chosen or walked to, by mouse and by keyboard."""

from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desktop.graph.hits import Hit
from desktop.graph.picture import PictureWidget
from desktop.graph.preparing import Worker
from desktop.graph.walk import by_strength, towards
from desktop.wording.circles import dot_tooltip, tooltip_lines

WHEEL_STEP = 1.2
KEY_STEP = 1.25
PAN_STEP = 60.0
ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class CirclesCanvas(PictureWidget):
    """Tells what the user did with the picture; whoever listens decides what that means."""

    chosen = Signal(object)  # place of a person, or None
    opened = Signal()  # Enter or double click: show the panel
    left = Signal()  # Esc with nothing more to take back
    twin_asked = Signal()  # T

    def __init__(self, parent: QWidget | None = None, worker: Worker | None = None) -> None:
        super().__init__(parent, worker)
        self._pressed: QPointF | None = None
        self._dragging = False

    # --- Pointer ---

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            self._dragging = False
            self._by_keyboard = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None:
            way = event.position() - self._pressed
            if self._dragging or way.manhattanLength() >= QApplication.startDragDistance():
                self._dragging = True
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self._pressed = event.position()
                self.pan(way.x(), way.y())
            return
        self._point_at(self.hit(event.position()), event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self.unsetCursor()
            return
        hit = self.hit(event.position())
        self._choose(hit.person if hit is not None else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.hit(event.position()) is not None:
            self.opened.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self.zoom(WHEEL_STEP ** (turned / 120), event.position())
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._point_at(None, QPoint())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._point_at(None, QPoint())

    def _point_at(self, hit: Hit | None, where: QPoint) -> None:
        """Light somebody up and say who it is; nothing happens while the pointer stays on them."""
        if hit == self._hover:
            return
        self._hover = hit
        self.setCursor(Qt.CursorShape.PointingHandCursor) if hit is not None else self.unsetCursor()
        self.update()
        scene = self.scene
        if hit is None or scene is None:
            QToolTip.hideText()
            return
        if hit.accounts > 1 and hit.arc is not None:
            QToolTip.showText(where, dot_tooltip(hit.arc.kind, hit.accounts), self)
            return
        name, verdict, line = (escape(text) for text in tooltip_lines(scene.people[hit.person], scene.judgements[hit.person]))
        # Names come from the archive: they are escaped, and a fixed tag keeps Qt from guessing the format.
        QToolTip.showText(where, f"<qt><b>{name}</b><br>{verdict}<br>{line}</qt>", self)

    # --- Keyboard ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _on_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        self._by_keyboard = True
        if key in ARROWS and not modifiers & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            right, down = ARROWS[key]
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                self.pan(-right * PAN_STEP, -down * PAN_STEP)
            elif self.scene is not None:
                self._focus(towards(self.scene, self._focused, right, down))
        elif modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(KEY_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / KEY_STEP)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_T:
            self.twin_asked.emit()
        elif key == Qt.Key.Key_Space and self._focused is not None:
            self._choose(self._focused)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._focused is not None:
            self._choose(self._focused)
            self.opened.emit()
        elif key == Qt.Key.Key_Escape:
            self._on_escape()
        else:
            return False
        return True

    def _on_escape(self) -> None:
        """One step back: the selection, then the place walked to, then whoever listens."""
        if self._selected is not None:
            self._choose(None)
        elif self._focused is not None:
            self._focused = None
            self._refresh()
        else:
            self.left.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks from person to person, the closest first, and leaves the canvas after the last."""
        person = by_strength(self.scene, self._focused, 1 if forward else -1) if self.scene is not None else None
        if person is None:
            return super().focusNextPrevChild(forward)
        self._by_keyboard = True
        self._focus(person)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._by_keyboard = event.reason() not in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if self._by_keyboard and self._focused is None and self.scene is not None:
            self._focus(by_strength(self.scene, None, 1))
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _choose(self, person: int | None) -> None:
        if person is not None:
            self._focused = person
        self.chosen.emit(person)
