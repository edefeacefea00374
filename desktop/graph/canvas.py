"""The canvas of the pictures: what `pointing` knows of the mouse, and all of it by keyboard and by ear."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QContextMenuEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.graph.commands import Command, command_of
from desktop.graph.pointing import PointedPicture
from desktop.graph.preparing import Worker
from desktop.graph.walk import by_strength, by_tie, towards
from desktop.wording.graph_tools import also_picked

KEY_STEP = 1.25
PAN_STEP = 60.0
ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class CirclesCanvas(PointedPicture):
    """Tells what the user did with the picture; whoever listens decides what that means."""

    left = Signal()  # Esc with nothing more to take back
    twin_asked = Signal()  # T
    commanded = Signal(object)  # Command

    def __init__(self, parent: QWidget | None = None, worker: Worker | None = None) -> None:
        super().__init__(parent, worker)
        self._walked_from: int | None = None

    def say(self, words: str) -> None:
        """Have a screen reader say something that happened on the picture."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def text_of(self, person: int) -> str:
        return also_picked(super().text_of(person)) if person in self._picked else super().text_of(person)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_menu_by_key()
        else:
            super().contextMenuEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._on_key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _on_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        self._by_keyboard = True
        if self.marker.key(key, modifiers, self._middle()) or self._on_arrow(key, modifiers):
            return True
        command = command_of(key, modifiers)
        if command is not None:
            self.commanded.emit(command)
        elif key == Qt.Key.Key_Menu or (key == Qt.Key.Key_F10 and modifiers == Qt.KeyboardModifier.ShiftModifier):
            self._ask_menu_by_key()
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

    def _on_arrow(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Walk; with Shift move the picture; with Ctrl walk along the ties of whoever one began at, heaviest first."""
        plain = modifiers & ~Qt.KeyboardModifier.KeypadModifier
        if key not in ARROWS:
            return False
        right, down = ARROWS[key]
        if plain == Qt.KeyboardModifier.ShiftModifier:
            self.pan(-right * PAN_STEP, -down * PAN_STEP)
        elif plain == Qt.KeyboardModifier.ControlModifier and self.scene is not None and self._focused is not None:
            start = self._walked_from if self._walked_from is not None and self._walked_from in self.scene.spots else self._focused
            self._focus(by_tie(self.scene, start, self._focused, 1 if right + down > 0 else -1))
            self._walked_from = start
        elif not plain and self.scene is not None:
            self._focus(towards(self.scene, self._focused, right, down))
            self._walked_from = None
        return True

    def _focus(self, person: int | None) -> None:
        self._walked_from = None
        super()._focus(person)

    def walk_to(self, person: int) -> None:
        """Make somebody the person that keys and menus are about; neither the view nor a ring changes."""
        self._focused, self._walked_from = person, None

    def _middle(self) -> QPointF:
        """Where the keyboard begins on the canvas: at the person walked to, else in the middle."""
        scene = self.scene
        if scene is not None and self._focused in scene.spots:
            x, y, _ = scene.spots[self._focused]  # type: ignore[index]
            return QPointF(*self.aim.at(x, y))
        return QPointF(self.rect().center())

    def _ask_menu_by_key(self) -> None:
        scene = self.scene
        person = self._focused if scene is not None and self._focused in scene.spots else None
        self.menu_asked.emit(person, self.mapToGlobal(self._middle()).toPoint())

    def _on_escape(self) -> None:
        """One step back: the picked, the selection, then the place walked to, then whoever listens."""
        if self._picked:
            self.commanded.emit(Command.PICK_NOBODY)
        elif self._selected is not None:
            self._choose(None)
        elif self._focused is not None:
            self._focused = None
            self._refresh()
        else:
            self.left.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab walks from person to person, the closest first, and leaves the canvas after the last."""
        if not self.hasFocus():
            # Qt asks the parents of whatever lies over the picture, too: there Tab goes from control to control.
            return super().focusNextPrevChild(forward)
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
