"""Paints a scene of any kind: the one painter of window, PNG and SVG. Everything is opaque; lines and dots go in batches."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from analyzer.network.drawn_ties import Line
from analyzer.network.nodes import Node
from analyzer.verdict.verdicts import Verdict
from desktop.graph.drawings import drawing_of, place_all
from desktop.graph.look import Look
from desktop.graph.placing import Name, Placed
from desktop.graph.scene import Scene
from desktop.graph.sprites import INITIALS_FROM, Sprites, draw_initials
from desktop.graph.texts import draw_text
from desktop.graph.view import View
from desktop.marks import SomePlaces
from desktop.widgets.avatar import initials_of

NODES_PER_STEP = 1500
TIES_PER_STEP = 2000

Step = Callable[[QPainter], None]


def paint_picture(scene: Scene, painter: QPainter, view: View, look: Look, placed: Placed | None = None) -> Placed:
    """Paint the whole picture on ``painter``'s device and return where the words stand (``placed``, or placed here)."""
    placed = placed or place_all(scene, view, look.fonts)
    for step in painting_steps(scene, view, look, placed):
        step(painter)
    return placed


def painting_steps(scene: Scene, view: View, look: Look, placed: Placed) -> list[Step]:
    """The whole picture in pieces of a few ms each, to be called in this order with a painter on the same device."""
    nodes = scene.nodes
    slices = [nodes[start : start + NODES_PER_STEP] for start in range(0, len(nodes), NODES_PER_STEP)]
    lines = () if look.dim else scene.lines
    ties = [lines[start : start + TIES_PER_STEP] for start in range(0, len(lines), TIES_PER_STEP)]
    return [
        partial(_paint_below, scene=scene, view=view, look=look, placed=placed),
        *(partial(_paint_ties, scene=scene, view=view, look=look, lines=some) for some in ties),
        partial(_paint_middle, scene=scene, view=view, look=look),
        *(partial(_paint_some, scene=scene, view=view, look=look, nodes=some) for some in slices),
        partial(_paint_above, scene=scene, view=view, look=look, placed=placed),
    ]


def _paint_below(painter: QPainter, scene: Scene, view: View, look: Look, placed: Placed) -> None:
    painter.fillRect(QRectF(0, 0, view.width, view.height), look.theme.window)
    drawing_of(scene).paint_below(painter, scene, view, look, placed.words)


def _paint_ties(painter: QPainter, scene: Scene, view: View, look: Look, lines: Sequence[Line]) -> None:
    drawing_of(scene).paint_ties(painter, scene, lines, view, look)


def _paint_middle(painter: QPainter, scene: Scene, view: View, look: Look) -> None:
    drawing_of(scene).paint_middle(painter, scene, view, look)


def _paint_some(painter: QPainter, scene: Scene, view: View, look: Look, nodes: Sequence[Node]) -> None:
    paint_nodes(scene, painter, view, look, nodes)


def _paint_above(painter: QPainter, scene: Scene, view: View, look: Look, placed: Placed) -> None:
    drawing_of(scene).paint_above(painter, scene, view, look, placed.words)
    paint_names(scene, painter, look, placed.names)


def fading_steps(scene: Scene, view: View, look: Look, placed: Placed) -> list[Step]:
    """The picture in the dim tone, without ties and people's names, in pieces: the ground on which one person's neighbours are lit."""
    return painting_steps(scene, view, look.faded(), replace(placed, names=()))


def paint_lit(scene: Scene, painter: QPainter, view: View, look: Look, names: Sequence[Name], person: int) -> None:
    """A person with all ties, neighbours and ``names``, over a faded picture."""
    near = scene.neighbours.get(person, {})
    lines = [Line(person, other, weight) for other, weight in near.items()]
    drawing_of(scene).paint_lit_ties(painter, scene, lines, view, look)
    paint_nodes(scene, painter, view, look, [node for node in scene.nodes if node.person in near or node.person == person])
    paint_names(scene, painter, look, names)


def paint_mark(scene: Scene, painter: QPainter, view: View, look: Look, person: int, away: float) -> None:
    """A ring in the accent around somebody: ``away`` px off the shape."""
    x, y, radius = scene.spots[person]
    reach = max(3.0, radius * view.growth) + away
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(look.theme.accent, 2.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(*view.at(x, y)), reach, reach)


def paint_nodes(scene: Scene, painter: QPainter, view: View, look: Look, nodes: Sequence[Node], dimmed: SomePlaces | None = None) -> None:
    """People, each on the ground of their place; those dimmed in the dim tone (``dimmed``, or the scene's)."""
    bright, dim = Sprites(look), Sprites(look.faded())
    theme, ground_of = look.theme, scene.ground
    dimmed = scene.dimmed if dimmed is None else dimmed
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Thousands of nodes per picture: what can be done once stands outside.
    left, top, zoom, growth = view.x, view.y, view.scale, view.growth
    for node in nodes:
        x, y = left + node.x * zoom, top + node.y * zoom
        if -60 <= x <= view.width + 60 and -60 <= y <= view.height + 60:
            radius, verdict = node.radius * growth, scene.judgements[node.person].verdict
            (dim if node.person in dimmed else bright).draw(painter, verdict, x, y, radius, ground_of(node, theme))
            if radius >= INITIALS_FROM and verdict is Verdict.GENUINE:
                person = scene.people[node.person]
                draw_initials(painter, theme, initials_of(person.name, person.handle) or "?", x, y, radius)


def paint_names(scene: Scene, painter: QPainter, look: Look, names: Sequence[Name]) -> None:
    """People's names with a halo of the ground they stand on, so that ties do not cross letters."""
    theme = look.theme
    for name in names:
        ground = scene.ground(scene.node_of[name.person], theme)
        colour = theme.dim if look.dim else theme.ink2 if name.quiet or name.person in scene.dimmed else theme.ink
        draw_text(painter, look, name.text, look.fonts.strong if name.strong else look.fonts.label, name.x, name.y, colour, ground)
