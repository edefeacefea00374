"""A month of a large archive at a glance: nodes over a kept ground within a frame, until the whole picture is made."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from analyzer.network.nodes import Node
from desktop.graph.drawings import drawing_of
from desktop.graph.look import Look
from desktop.graph.paint import paint_names, paint_nodes
from desktop.graph.placing import Placed
from desktop.graph.scene import Scene
from desktop.graph.view import View
from desktop.marks import SomePlaces

# Shapes smaller than this cannot be told apart: the dim ones are drawn as dots, a batch per size.
SHAPELESS = 3.5
MOST_SHAPES = 1500
_NOBODY: frozenset[int] = frozenset()


class Glances:
    """Keeps what does not change from month to month: the ground with its words, everybody met so far as faint, and the painting order."""

    def __init__(self) -> None:
        self._ground: QPixmap | None = None
        self._of: tuple[object, ...] = ()
        self._faint: QPixmap | None = None
        self._faint_people: frozenset[int] = frozenset()
        self._nodes: Sequence[Node] = ()
        self._ordered: tuple[Node, ...] = ()

    def pixmap(self, scene: Scene, view: View, look: Look, placed: Placed, among: SomePlaces, dimmed: SomePlaces) -> QPixmap:
        """The people ``among``, those ``dimmed`` faint; names where they stood, no ties."""
        ground = self._ground_of(scene, view, look, placed)
        nodes = [node for node in self._in_order(scene.all_nodes) if node.person in among]
        bright = [node for node in nodes if node.person not in dimmed]
        found = self._with_faint(ground, scene, view, look, nodes).copy()
        with QPainter(found) as painter:
            paint_nodes(scene, painter, view, look, bright, _NOBODY)
            here = {node.person for node in bright}
            paint_names(scene, painter, look, [name for name in placed.names if name.person in here])
        return found

    def _with_faint(self, ground: QPixmap, scene: Scene, view: View, look: Look, nodes: Sequence[Node]) -> QPixmap:
        """All these people faint: who is in touch is painted over it. A month on adds a few; a month back begins anew."""
        people = frozenset([node.person for node in nodes])
        if self._faint is None or not self._faint_people <= people:
            self._faint, self._faint_people = ground.copy(), _NOBODY
        missing = [node for node in nodes if node.person not in self._faint_people]
        with QPainter(self._faint) as painter:
            if len(missing) > MOST_SHAPES:
                missing = _paint_dots(painter, missing, view, look)
            paint_nodes(scene, painter, view, look.faded(), missing, _NOBODY)
        self._faint_people = people
        return self._faint

    def _ground_of(self, scene: Scene, view: View, look: Look, placed: Placed) -> QPixmap:
        of = (view, look.theme.name, look.ratio, id(scene.all_nodes), id(placed.words))
        if self._ground is None or of != self._of:
            self._of, self._faint = of, None
            self._ground = QPixmap(max(1, round(view.width * look.ratio)), max(1, round(view.height * look.ratio)))
            self._ground.setDevicePixelRatio(look.ratio)
            self._ground.fill(look.theme.window)
            with QPainter(self._ground) as painter:
                drawing = drawing_of(scene)
                drawing.paint_below(painter, scene, view, look, placed.words)
                drawing.paint_middle(painter, scene, view, look)
                drawing.paint_above(painter, scene, view, look, placed.words)
        return self._ground

    def _in_order(self, nodes: Sequence[Node]) -> Sequence[Node]:
        if nodes is not self._nodes:
            self._nodes = nodes
            self._ordered = tuple(sorted(nodes, key=_by_size))
        return self._ordered


def _by_size(node: Node) -> tuple[float, int]:
    return node.radius, node.person


def _paint_dots(painter: QPainter, nodes: Sequence[Node], view: View, look: Look) -> list[Node]:
    """Paint the small ones as round dots, and return the others."""
    left, top, zoom, growth = view.x, view.y, view.scale, view.growth
    by_size: dict[int, list[QPointF]] = {}
    large = []
    for node in nodes:
        radius = node.radius * growth
        if radius > SHAPELESS:
            large.append(node)
            continue
        by_size.setdefault(round(radius * 4), []).append(QPointF(left + node.x * zoom, top + node.y * zoom))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for quarters, points in by_size.items():
        painter.setPen(QPen(look.theme.dim, quarters / 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(QPolygonF(points))
    return large
