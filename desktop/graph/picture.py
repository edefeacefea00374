"""The picture as a widget: a scene for its size, a view that moves, and cached layers; who points and walks is in `canvas`."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleValueChangeEvent,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.graph.accessible import SpeakingChart
from desktop.graph.drawings import place_lit
from desktop.graph.glance import Glances
from desktop.graph.hits import Hit, Hits
from desktop.graph.layers import Layers
from desktop.graph.look import Look
from desktop.graph.paint import paint_lit, paint_mark
from desktop.graph.placing import Rect
from desktop.graph.preparing import Preparer, Worker
from desktop.graph.scene import Scene
from desktop.graph.source import Source
from desktop.graph.sprites import clear_sprites
from desktop.graph.view import View
from desktop.marks import SomePlaces
from desktop.theme import theme_of
from desktop.wording.circles import node_text

STILL_AFTER_MS = 80
LOCATE_SCALE = 1.5
# So far one comes near a dot of the crowd that it is told from its neighbours.
DOT_APART = 9.0
# So many nodes and ties are painted within a frame; more are painted in slices.
MOST_AT_ONCE = 1500


class PictureWidget(SpeakingChart):
    """Paints itself from cached layers; knows people as places in the analysis and decides nothing about them.

    A large archive is laid out by ``worker`` and painted in slices: what was shown before stays until the new picture is whole.
    """

    scene_made = Signal()  # a scene that was not ready when it was asked for

    def __init__(self, parent: QWidget | None = None, worker: Worker | None = None) -> None:
        super().__init__(parent)
        self._preparer = Preparer(worker, self)
        self._scene: Scene | None = None
        self._hits: Hits | None = None
        self._view = View.fitting(1, 1)
        self._layers = Layers()
        self._glances = Glances()
        self._glance: QPixmap | None = None
        self._glance_of: tuple[SomePlaces, SomePlaces] = (frozenset(), frozenset())
        self._look = Look(theme_of(self), ratio=self.devicePixelRatioF())
        self._taken: tuple[Rect, ...] = ()
        self._hover: Hit | None = None
        self._focused: int | None = None
        self._selected: int | None = None
        self._by_keyboard = False
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.setInterval(STILL_AFTER_MS)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Circles"))
        # Painting a large picture goes on whenever nothing else waits.
        self._slices = QTimer(self)
        self._slices.setSingleShot(True)
        self._slices.setInterval(0)
        self._still.timeout.connect(self.update)
        self._slices.timeout.connect(self._on_slice)
        self._preparer.taken.connect(self._on_scene_taken)
        self._preparer.came.connect(self._on_scene_came)

    # --- What is shown ---

    def set_source(self, source: Source | None) -> None:
        """Show this; the view stays unless another archive comes (`fit`)."""
        self._preparer.set_source(source)
        if source is None:
            self._scene = self._hits = self._focused = self._glance = None
            self._layers.forget()
        self._refresh()

    @property
    def scene(self) -> Scene | None:
        """The scene for the canvas as large as it is now; of a large archive, what was shown before until it `is_current`."""
        return self._preparer.scene((float(self.width()), float(self.height())), self._look.fonts)

    @property
    def source(self) -> Source | None:
        """What is shown, before its size is known."""
        return self._preparer.source

    @property
    def is_current(self) -> bool:
        """True if `scene` is made from what was set last, for this size."""
        return self.scene is not None and self._preparer.is_current

    @property
    def is_whole(self) -> bool:
        """True if what is painted is current and sharp."""
        return self._preparer.is_current and self._layers.is_sharp(self._view)

    def _on_scene_taken(self, scene: Scene) -> None:
        self._scene, self._hits = scene, None
        self.setAccessibleDescription(scene.description)
        if self._focused not in scene.spots:
            self._focused = None

    def _on_scene_came(self) -> None:
        self._refresh()
        self.scene_made.emit()

    @property
    def view(self) -> View:
        """Where one looks now."""
        return self._view

    @property
    def hovered(self) -> int | None:
        """Who is under the pointer."""
        return self._hover.person if self._hover is not None else None

    @property
    def focused(self) -> int | None:
        """Whom the keyboard walked to."""
        return self._focused

    def set_selected(self, person: int | None) -> None:
        """Ring this person."""
        if person != self._selected:
            self._selected = person
            self._focused = person if person is not None else self._focused
            self._refresh()

    def set_taken(self, rects: Sequence[QRect]) -> None:
        """Parts of the canvas that other widgets cover: no words are placed there."""
        taken = tuple((float(r.x()), float(r.y()), float(r.width()), float(r.height())) for r in rects)
        if taken != self._taken:
            self._taken = taken
            self._refresh()

    def glance(self, among: SomePlaces, dimmed: SomePlaces) -> None:
        """Show at once these people of a large archive at one time, until they are drawn in full: their source follows."""
        scene, placed = self._scene, self._layers.placed
        if scene is None or placed is None or not self._layers.is_of(self._view):
            return  # nothing is painted yet that could serve as the ground
        self._glance = self._glances.pixmap(scene, self._view, self._look_now(), placed, among, dimmed)
        self._glance_of = (among, dimmed)
        self._hover = None
        self.update()

    def _glances_still(self, scene: Scene) -> bool:
        """True until the scene that was glanced at has come."""
        self._end_glance(scene)
        return self._glance is not None

    def _end_glance(self, scene: Scene) -> None:
        if self._glance_of == (scene.shown, scene.dimmed):
            self._glance = None

    def _refresh(self) -> None:
        self._layers.outdate()
        self._hover = None
        self.update()

    # --- Moving ---

    @property
    def aim(self) -> View:
        """Where one will look once all motion has ended."""
        return self._view

    def fit(self) -> None:
        """The whole picture."""
        self._go(View.fitting(self.width(), self.height()))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Nearer (above 1) or farther, around a canvas point or the middle."""
        if at is not None:
            self._move(self._view.zoomed(factor, at.x(), at.y()))
        else:
            self._go(self.aim.zoomed(factor, self.width() / 2, self.height() / 2))

    def pan(self, right: float, down: float) -> None:
        """Move the picture by so many px."""
        self._move(self._view.panned(right, down))

    def locate(self, person: int) -> bool:
        """Bring somebody into the middle, near enough to be told apart; False if they are not shown."""
        scene = self.scene
        if scene is None or person not in scene.spots:
            return False
        x, y, _ = scene.spots[person]
        kind = scene.kind_of(person)
        pitch = next((words.arc.pitch for words in scene.arcs if words.arc.kind is kind), DOT_APART)
        wanted = max(LOCATE_SCALE, DOT_APART / pitch, self.aim.scale)
        self._go(self.aim.zoomed(wanted / self.aim.scale, 0, 0).centred_on(x, y))
        self._focus(person)
        return True

    def _go(self, view: View) -> None:
        """Move on purpose, not under the pointer's hand: what may be shown as a glide."""
        self._move(view)

    def _move(self, view: View) -> None:
        scene = self.scene
        view = view.held(scene.extent) if scene is not None else view
        if view != self._view:
            self._view = view
            self._hover = self._glance = None
            QToolTip.hideText()
            self._still.start()
            self.update()

    # --- Painting ---

    def paintEvent(self, event: QPaintEvent) -> None:
        look, scene = self._look_now(), self.scene
        # A painter that outlives its event, as in a traceback, takes the program with it: the block ends it whatever happens.
        with QPainter(self) as painter:
            if scene is None:
                painter.fillRect(self.rect(), look.theme.window)
            elif self._waits(scene) or self._glances_still(scene):
                if self._glance is not None:
                    painter.drawPixmap(0, 0, self._glance)
                    self._paint_marks(painter, scene, look)
                elif self._layers.blit(painter, self._view, look):
                    self._paint_marks(painter, scene, look)
                else:
                    painter.fillRect(self.rect(), look.theme.window)
            else:
                self._paint_still(painter, scene, look)

    def _waits(self, scene: Scene) -> bool:
        """True while what was painted before has to do: one moves, or the new picture is not whole yet."""
        if self._still.isActive() and self._layers.can_blit:
            return True
        if not self._preparer.is_current:
            return True
        if self._layers.is_sharp(self._view) or len(scene.nodes) + len(scene.lines) <= MOST_AT_ONCE:
            return False
        self._slices.start()
        return True

    def _on_slice(self) -> None:
        """Paint on for a few ms; the rest waits for the next turn of the event loop."""
        scene = self.scene
        if scene is None or not self._preparer.is_current or not self.isVisible() or self._still.isActive():
            return
        look, was_sharp = self._look_now(), self._layers.is_sharp(self._view)
        if not self._layers.go_on(scene, self._view, look, self._taken, self._first()):
            self._slices.start()
        elif not was_sharp:
            self._end_glance(scene)
            self.update()
            self._slices.start()
        elif self._hits is None:
            # What the pointer will ask for, before it does.
            self._hits = Hits(scene)
            self._slices.start()
        elif not self._layers.fade_on(scene, look):
            self._slices.start()

    def _first(self) -> frozenset[int]:
        """Whose names are placed before all others."""
        return frozenset(person for person in (self._selected, self._focused) if person is not None)

    def _paint_still(self, painter: QPainter, scene: Scene, look: Look) -> None:
        sharp = self._layers.sharp(scene, self._view, look, self._taken, self._first())
        lit = self._hover.person if self._hover is not None and self._hover.arc is None else None
        if lit is None or lit not in scene.node_of:
            painter.drawPixmap(0, 0, sharp)
        else:
            painter.drawPixmap(0, 0, self._layers.faded(scene, look))
            assert self._layers.placed is not None
            names = place_lit(scene, self._view, look.fonts, self._layers.placed, lit)
            paint_lit(scene, painter, self._view, look, names, lit)
        self._paint_marks(painter, scene, look)

    def _paint_marks(self, painter: QPainter, scene: Scene, look: Look) -> None:
        """The selected person, the one walked to, and the dot under the pointer."""
        if self._selected in scene.spots:
            paint_mark(scene, painter, self._view, look, self._selected, 4.0)  # type: ignore[arg-type]
        if self._by_keyboard and self.hasFocus() and self._focused in scene.spots:
            paint_mark(scene, painter, self._view, look, self._focused, 7.5)  # type: ignore[arg-type]
        if self._hover is not None and self._hover.arc is not None and self._hover.person in scene.spots:
            paint_mark(scene, painter, self._view, look, self._hover.person, 3.0)

    def _look_now(self) -> Look:
        theme, ratio = theme_of(self), self.devicePixelRatioF()
        if self._look.theme is not theme or self._look.ratio != ratio:
            self._look = Look(theme, ratio=ratio)
            self._layers.forget()
        return self._look

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange):
            clear_sprites()
            self._look = Look(theme_of(self), ratio=self.devicePixelRatioF())
            self._layers.forget()
            self._glance = None
            self._preparer.outdate()
            self._refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        old, view = event.oldSize(), self._view
        fitted = view == View.fitting(view.width, view.height)
        self._preparer.outdate()
        self._layers.outdate()
        self._glance = None
        if fitted or old.isEmpty():
            self._view = View.fitting(self.width(), self.height())
        else:
            right, down = (self.width() - old.width()) / 2, (self.height() - old.height()) / 2
            self._view = View(self.width(), self.height(), view.scale, view.x + right, view.y + down)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._still.stop()
        self._slices.stop()

    def sizeHint(self) -> QSize:
        return QSize(720, 620)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 320)

    # --- People ---

    def hit(self, point: QPointF) -> Hit | None:
        """Who is at this point of the canvas."""
        scene = self.scene
        if scene is None:
            return None
        if self._hits is None:
            self._hits = Hits(scene)
        return self._hits.at(self._view, point.x(), point.y())

    def _focus(self, person: int | None) -> None:
        """Walk to somebody: ring them, bring them into sight, and say who it is."""
        scene = self.scene
        if person is None or scene is None or person not in scene.spots:
            return
        self._focused = person
        x, y, _ = scene.spots[person]
        if not self.aim.shows(*self.aim.at(x, y), -20):
            self._go(self.aim.centred_on(x, y))
        self._layers.outdate()
        self.update()
        words = self.text_of(person)
        self.setAccessibleDescription(f"{scene.description} {words}")
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, words))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def said(self) -> str:
        focused = self._focused
        return self.text_of(focused) if focused is not None and self._scene is not None and focused in self._scene.spots else ""

    def text_of(self, person: int) -> str:
        """What a screen reader says of somebody on the picture."""
        scene = self.scene
        assert scene is not None
        return node_text(scene.people[person], scene.judgements[person], scene.where(person), len(scene.neighbours.get(person, {})))
