"""The picture under the pointer: who is pointed at, chosen, picked or drawn around, and what is dragged."""

from collections.abc import Collection
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from desktop.graph.hits import Hit
from desktop.graph.marking import Marker
from desktop.graph.moving import MovingPicture
from desktop.graph.preparing import Worker
from desktop.graph.scene import Scene
from desktop.graph.selecting import MOST_FRAMES, Marks, paint_marks, people_inside, place_marks
from desktop.graph.view import View
from desktop.theme import theme_of
from desktop.wording.circles import dot_tooltip, tooltip_lines

WHEEL_STEP = 1.2
ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class PointedPicture(MovingPicture):
    """Tells what the mouse did with the picture; whoever listens decides what that means."""

    chosen = Signal(object)  # place of a person, or None
    opened = Signal()  # Enter or double click: show the panel
    toggled = Signal(int)  # Ctrl or Shift and a click: one more picked, or one less
    drawn_around = Signal(object, bool)  # frozenset of places inside a rectangle or lasso; whether they are added to the picked
    menu_asked = Signal(object, QPoint)  # place of a person or None for the ground, and where on the screen

    def __init__(self, parent: QWidget | None = None, worker: Worker | None = None) -> None:
        super().__init__(parent, worker)
        self._pressed: QPointF | None = None
        self._dragging = False
        self._drawing = False  # a hand draws; the keyboard's own outline does not follow the pointer
        self._picked: frozenset[int] = frozenset()
        self._marks: tuple[tuple[Scene, View, frozenset[int]], Marks] | None = None
        self.marker = Marker(self)
        self.marker.drawn.connect(self._on_drawn)
        self.marker.tool_changed.connect(self._show_cursor)

    def set_picked(self, people: Collection[int]) -> None:
        """Ring these people."""
        self._picked = frozenset(people)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        left, middle = event.button() == Qt.MouseButton.LeftButton, event.button() == Qt.MouseButton.MiddleButton
        if not left and not middle:
            return
        self._by_keyboard = False
        self._dragging = False
        if left and self.marker.press(event.position(), event.modifiers()):
            self._drawing = True
            self._point_at(None, QPoint())
        else:
            self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drawing:
            self.marker.move(event.position())
        elif self._pressed is not None:
            way = event.position() - self._pressed
            if self._dragging or way.manhattanLength() >= QApplication.startDragDistance():
                self._dragging = True
                self.setCursor(Qt.CursorShape.ClosedHandCursor)
                self._pressed = event.position()
                self.pan(way.x(), way.y())
        else:
            self._point_at(self.hit(event.position()), event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._drawing:
            self._drawing = False
            if not self.marker.release(event.position()):
                self._click(event)
            return
        if self._pressed is None or event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self._show_cursor()
        elif event.button() == Qt.MouseButton.LeftButton:
            self._click(event)

    def _click(self, event: QMouseEvent) -> None:
        hit = self.hit(event.position())
        if hit is not None and event.modifiers() & ADDING:
            self._focused = hit.person
            self.toggled.emit(hit.person)
        elif not event.modifiers() & ADDING:  # who misses with Ctrl held does not want to lose everybody
            self._choose(hit.person if hit is not None else None)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not event.modifiers() and self.hit(event.position()) is not None:
            self.opened.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if turned:
            self.zoom(WHEEL_STEP ** (turned / 120), event.position())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        hit = self.hit(QPointF(event.pos()))
        self.menu_asked.emit(hit.person if hit is not None else None, event.globalPos())

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.point_at_nobody()

    def point_at_nobody(self) -> None:
        """The pointer is elsewhere: nobody is lit up any more."""
        self._point_at(None, QPoint())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._point_at(None, QPoint())

    def _show_cursor(self) -> None:
        if self._hover is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif self.marker.tool is not None:
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.unsetCursor()

    def _point_at(self, hit: Hit | None, where: QPoint) -> None:
        """Light somebody up and say who it is; nothing happens while the pointer stays on them."""
        if hit == self._hover:
            return
        self._hover = hit
        self._show_cursor()
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

    def _choose(self, person: int | None) -> None:
        if person is not None:
            self._focused = person
        self.chosen.emit(person)

    def _on_drawn(self, shape: QPolygonF, adds: bool) -> None:
        if self.scene is not None:
            self.drawn_around.emit(people_inside(self.scene.spots, self._view, shape), adds)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        scene = self.scene
        if scene is None or not (self._picked or self.marker.is_drawing or self.marker.tool is not None):
            return
        with QPainter(self) as painter:
            # Marks of thousands rest while the picture moves.
            if len(self._picked) <= MOST_FRAMES or not self._still.isActive():
                paint_marks(painter, self._marks_of(scene), theme_of(self))
            self.marker.paint(painter)

    def _marks_of(self, scene: Scene) -> Marks:
        """The marks of this moment; kept, as whoever points at somebody paints again and again."""
        key = (scene, self._view, self._picked)
        if self._marks is None or any(one is not other for one, other in zip(self._marks[0], key, strict=True)):
            self._marks = key, place_marks(scene.spots, self._view, self._picked, scene.node_of)
        return self._marks[1]
