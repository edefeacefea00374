"""What the canvas keeps painted: the sharp picture and its faded twin, each for one view, blitted while one moves."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap

from desktop.graph.look import Look
from desktop.graph.paint import paint_circles, paint_faded
from desktop.graph.placing import Placed, Rect, place_all
from desktop.graph.scene import Scene
from desktop.graph.view import View


class Layers:
    """Pixmaps at device ratio. `forget` drops them; `sharp` and `faded` paint what is missing."""

    def __init__(self) -> None:
        self._sharp: QPixmap | None = None
        self._faded: QPixmap | None = None
        self._view: View | None = None
        self.placed: Placed | None = None

    @property
    def view(self) -> View | None:
        """The view that the sharp picture shows."""
        return self._view

    def forget(self) -> None:
        """Something in the picture changed."""
        self._sharp = self._faded = self._view = self.placed = None

    def sharp(self, scene: Scene, view: View, look: Look, taken: Sequence[Rect] = (), first: frozenset[int] = frozenset()) -> QPixmap:
        """The picture of this view, painted if it is not the kept one."""
        if self._sharp is None or self._view != view:
            self.placed = place_all(scene, view, look.fonts, taken, first)
            self._sharp, painter = _blank(view, look)
            paint_circles(scene, painter, view, look, self.placed)
            painter.end()
            self._faded = None
            self._view = view
        return self._sharp

    def faded(self, scene: Scene, view: View, look: Look) -> QPixmap:
        """The faded picture of the view that `sharp` was asked for last."""
        if self._faded is None:
            assert self.placed is not None
            self._faded, painter = _blank(view, look)
            paint_faded(scene, painter, view, look, self.placed)
            painter.end()
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


def _blank(view: View, look: Look) -> tuple[QPixmap, QPainter]:
    pixmap = QPixmap(max(1, round(view.width * look.ratio)), max(1, round(view.height * look.ratio)))
    pixmap.setDevicePixelRatio(look.ratio)
    return pixmap, QPainter(pixmap)
