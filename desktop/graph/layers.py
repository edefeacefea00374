"""What the canvas keeps painted: the sharp picture and its faded twin, each for one view, blitted while one moves or waits."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from desktop.graph.boxes import Boxes
from desktop.graph.drawings import place_all
from desktop.graph.look import Look
from desktop.graph.paint import Step, fading_steps, painting_steps
from desktop.graph.placing import Placed, Rect, node_boxes
from desktop.graph.scene import Scene
from desktop.graph.view import View


class Painting:
    """A sharp picture in the making, piece by piece of a few ms. Between pieces no painter is open: its pixmap may go at any time."""

    def __init__(self, scene: Scene, view: View, look: Look, taken: Sequence[Rect], first: frozenset[int]) -> None:
        self.view = view
        self.pixmap = _blank(view, look)
        self.placed: Placed | None = None
        self._scene, self._look, self._taken, self._first = scene, look, taken, first
        self._nodes: Boxes | None = None
        self._steps: list[Step] = []

    def go_on(self) -> bool:
        """Do the next piece; True if it was the last."""
        if self._nodes is None:
            self._nodes = node_boxes(self._scene, self.view)
            return False
        if self.placed is None:
            self.placed = place_all(self._scene, self.view, self._look.fonts, self._taken, self._first, self._nodes)
            self._steps = painting_steps(self._scene, self.view, self._look, self.placed)
            return False
        with QPainter(self.pixmap) as painter:
            self._steps.pop(0)(painter)
        return not self._steps


class Layers:
    """Pixmaps at device ratio. An outdated sharp picture stays to be looked at until its successor is whole."""

    def __init__(self) -> None:
        self._sharp: QPixmap | None = None
        self._faded: QPixmap | None = None
        self._view: View | None = None
        self._outdated = False
        self._painting: Painting | None = None
        self._fading: QPixmap | None = None
        self._fading_steps: list[Step] = []
        self.placed: Placed | None = None

    def forget(self) -> None:
        """Nothing that was painted may be seen any more."""
        self._sharp = self._faded = self._fading = self._view = self._painting = self.placed = None

    def outdate(self) -> None:
        """Something in the picture changed: it is painted anew, and seen until then."""
        self._outdated = True
        self._painting = self._faded = self._fading = None

    def is_sharp(self, view: View) -> bool:
        """True if the kept picture shows all there is in this view."""
        return self._sharp is not None and not self._outdated and self._view == view

    def is_of(self, view: View) -> bool:
        """True if the kept picture is of this view, be it outdated."""
        return self._sharp is not None and self._view == view

    @property
    def can_blit(self) -> bool:
        """True if anything is kept."""
        return self._sharp is not None

    def go_on(self, scene: Scene, view: View, look: Look, taken: Sequence[Rect] = (), first: frozenset[int] = frozenset()) -> bool:
        """Do the next piece of the sharp picture; True once it is whole."""
        if self.is_sharp(view):
            return True
        if self._painting is None or self._painting.view != view:
            self._painting = Painting(scene, view, look, taken, first)
        if not self._painting.go_on():
            return False
        self._sharp, self._view, self.placed = self._painting.pixmap, view, self._painting.placed
        self._painting = self._faded = self._fading = None
        self._outdated = False
        return True

    def sharp(self, scene: Scene, view: View, look: Look, taken: Sequence[Rect] = (), first: frozenset[int] = frozenset()) -> QPixmap:
        """The picture of this view, painted at once if it is not the kept one."""
        while not self.go_on(scene, view, look, taken, first):
            pass
        assert self._sharp is not None
        return self._sharp

    def fade_on(self, scene: Scene, look: Look) -> bool:
        """Do the next piece of the faded twin of the sharp picture; True once it is whole."""
        if self._faded is not None or self._view is None or self.placed is None:
            return True
        if self._fading is None:
            self._fading = _blank(self._view, look)
            self._fading_steps = fading_steps(scene, self._view, look, self.placed)
        with QPainter(self._fading) as painter:
            self._fading_steps.pop(0)(painter)
        if self._fading_steps:
            return False
        self._faded, self._fading = self._fading, None
        return True

    def faded(self, scene: Scene, look: Look) -> QPixmap:
        """The faded picture of the view that is sharp, painted at once where it is not whole yet."""
        while not self.fade_on(scene, look):
            pass
        assert self._faded is not None
        return self._faded

    def blit(self, painter: QPainter, view: View, look: Look) -> bool:
        """The kept picture moved and scaled to another view: what is shown while one pans or zooms. False if nothing is kept."""
        if self._sharp is None or self._view is None:
            return False
        factor = view.scale / self._view.scale
        left, top = view.x - self._view.x * factor, view.y - self._view.y * factor
        painter.fillRect(QRectF(0, 0, view.width, view.height), look.theme.window)
        painter.drawPixmap(QRectF(left, top, self._view.width * factor, self._view.height * factor), self._sharp, QRectF(self._sharp.rect()))
        return True


def _blank(view: View, look: Look) -> QPixmap:
    pixmap = QPixmap(max(1, round(view.width * look.ratio)), max(1, round(view.height * look.ratio)))
    pixmap.setDevicePixelRatio(look.ratio)
    return pixmap
