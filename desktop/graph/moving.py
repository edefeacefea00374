"""The picture with everything that moves the view at once or in a glide: whole, nearer, to somebody, to several people."""

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.graph.glide import Glide
from desktop.graph.picture import PictureWidget
from desktop.graph.preparing import Worker
from desktop.graph.view import LEAST_SCALE, View

# A few people close to each other are not torn apart further than this.
NEAREST = 5.0
# Room left around several people, for their shapes and names, px.
AROUND = 72.0


class MovingPicture(PictureWidget):
    """`moved` comes whenever another part of the picture is in sight. Glides only where `set_glides` allowed it."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None, worker: Worker | None = None) -> None:
        super().__init__(parent, worker)
        self._glides = False
        self._glide = Glide(self._show_view, self)

    def set_glides(self, glides: bool) -> None:
        """Whether moves may take a moment; without, they are done at once (reduced motion)."""
        self._glides = glides
        if not glides:
            self._glide.arrive()

    @property
    def aim(self) -> View:
        return self._glide.aim or self._view

    def look(self, scale: float, x: float, y: float) -> None:
        """Look at a point of the picture (px around its middle), enlarged ``scale`` times."""
        whole = View.fitting(self.width(), self.height())
        self._go(whole.zoomed(scale, 0, 0).centred_on(x, y))

    def look_at(self, x: float, y: float) -> None:
        """Put a point of the picture into the middle at once, as near as one is: what dragging the small map does."""
        self._move(self._view.centred_on(x, y))

    def zoom_to(self, people: Collection[int]) -> bool:
        """Bring these people into sight, as near as all of them fit; False if none of them is shown."""
        scene = self.scene
        spots = [scene.spots[person] for person in people if person in scene.spots] if scene is not None else []
        if not spots:
            return False
        left, right = min(x for x, _, _ in spots), max(x for x, _, _ in spots)
        top, low = min(y for _, y, _ in spots), max(y for _, y, _ in spots)
        room = max(40.0, self.width() - 2 * AROUND), max(40.0, self.height() - 2 * AROUND)
        scale = min(NEAREST, room[0] / max(1.0, right - left), room[1] / max(1.0, low - top))
        self.look(max(LEAST_SCALE, scale), (left + right) / 2, (top + low) / 2)
        return True

    def _go(self, view: View) -> None:
        scene = self.scene
        if self._glides and scene is not None and self.isVisible():
            self._glide.go(self._view, view.held(scene.extent))
        else:
            self._move(view)

    def _move(self, view: View) -> None:
        # Whoever drags or turns the wheel does not wait for a glide to end.
        self._glide.stop()
        self._show_view(view)

    def _show_view(self, view: View) -> None:
        super()._move(view)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._glide.arrive()
        super().resizeEvent(event)
        self.moved.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._glide.arrive()
        super().hideEvent(event)
