"""Paints a scene: the one painter of window, PNG and SVG. Everything is opaque; lines and dots go in batches."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from analyzer.network.crowd import CrowdKind
from analyzer.network.drawn_ties import Line
from analyzer.network.nodes import Node
from analyzer.network.sectors import angle_at
from analyzer.verdict.verdicts import Verdict
from desktop.graph.arc_text import draw_on_arc
from desktop.graph.look import Look, TextStyle
from desktop.graph.outline import word_outline
from desktop.graph.placing import Name, Placed, line_tops, place_all
from desktop.graph.scene import ArcWords, Scene
from desktop.graph.sprites import INITIALS_FROM, Sprites, draw_initials
from desktop.graph.ties import draw_lit_ties, draw_ties
from desktop.graph.view import View
from desktop.metrics import scale
from desktop.widgets.avatar import initials_of

# Finer than this the dots are one texture anyway and are painted as one band.
FINEST_DOTS = 1.2
SMOOTH_DOTS = 200
# Some viewers, Qt's own among them, cut a longer path short.
DOTS_PER_PATH = 500
TICK = 7.0
NODES_PER_STEP = 1500
TIES_PER_STEP = 2000

Step = Callable[[QPainter], None]


def paint_circles(scene: Scene, painter: QPainter, view: View, look: Look, placed: Placed | None = None) -> Placed:
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
        partial(_paint_above, scene=scene, look=look, placed=placed),
    ]


def _paint_below(painter: QPainter, scene: Scene, view: View, look: Look, placed: Placed) -> None:
    paint_ground(scene, painter, view, look, placed)


def _paint_ties(painter: QPainter, scene: Scene, view: View, look: Look, lines: Sequence[Line]) -> None:
    painter.save()
    painter.translate(view.x, view.y)
    draw_ties(painter, scene, lines, view, look)
    painter.restore()


def _paint_middle(painter: QPainter, scene: Scene, view: View, look: Look) -> None:
    paint_ego(scene, painter, view, look)


def _paint_some(painter: QPainter, scene: Scene, view: View, look: Look, nodes: Sequence[Node]) -> None:
    paint_nodes(scene, painter, view, look, nodes)


def _paint_above(painter: QPainter, scene: Scene, look: Look, placed: Placed) -> None:
    paint_words(scene, painter, look, placed)


def fading_steps(scene: Scene, view: View, look: Look, placed: Placed) -> list[Step]:
    """The picture in the dim tone, without ties and people's names, in pieces: the ground on which one person's neighbours are lit."""
    return painting_steps(scene, view, look.faded(), replace(placed, names=()))


def paint_lit(scene: Scene, painter: QPainter, view: View, look: Look, names: Sequence[Name], person: int) -> None:
    """A person with all ties, neighbours and ``names``, over a faded picture."""
    near = scene.neighbours.get(person, {})
    painter.save()
    painter.translate(view.x, view.y)
    draw_lit_ties(painter, scene, [Line(person, other, weight) for other, weight in near.items()], view, look)
    painter.restore()
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


def paint_ground(scene: Scene, painter: QPainter, view: View, look: Look, placed: Placed) -> None:
    """Everything that does not change while the pointer moves: window, rings, crowd, ticks, hashtags."""
    painter.fillRect(QRectF(0, 0, view.width, view.height), look.theme.window)
    painter.save()
    painter.translate(view.x, view.y)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for ring, band in reversed(list(zip(scene.circles.rings, scene.layout.bands, strict=True))):
        painter.setPen(QPen(look.theme.line, 1.0))
        painter.setBrush(look.theme.rings[ring.place])
        radius = band.outer * view.scale
        painter.drawEllipse(QPointF(0, 0), radius, radius)
    for words in scene.arcs:
        _draw_dots(painter, scene, words, view, look)
    _draw_sectors(painter, scene, view, look, placed)
    painter.restore()


def paint_ego(scene: Scene, painter: QPainter, view: View, look: Look) -> None:
    """The archive's owner in the middle."""
    radius = scene.layout.ego_radius * view.growth
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.theme.ink)
    painter.drawEllipse(QPointF(view.x, view.y), radius, radius)
    draw_initials(painter, look.theme, scene.ego, view.x, view.y, radius * 0.85)


def dot_colour(look: Look, kind: CrowdKind) -> QColor:
    """Those that a decision can change are darker than the rest of the crowd."""
    if kind in (CrowdKind.YOU_FOLLOW, CrowdKind.YOU_FOLLOW_UNKNOWN) and not look.dim:
        return look.theme.ink2
    return look.theme.crowd


def _rects(scene: Scene, words: ArcWords, scale: float, size: float) -> list[QRectF]:
    """The dots around ego; kept for the last scale, as making 15,000 rectangles takes twice as long as drawing them."""
    key = (words.arc.kind.value, scale, size)
    found = scene.made.get(key)
    if found is None:
        for old in [other for other in scene.made if other[1] != scale]:
            del scene.made[old]
        xs, ys, half = words.arc.xs, words.arc.ys, size / 2
        found = scene.made[key] = [QRectF(xs[dot] * scale - half, ys[dot] * scale - half, size, size) for dot in words.dots]
    return found


def _draw_dots(painter: QPainter, scene: Scene, words: ArcWords, view: View, look: Look) -> None:
    """One batch per arc, without antialiasing; hollow where the archive cannot show enough."""
    arc, colour = words.arc, dot_colour(look, words.arc.kind)
    if arc.pitch * view.scale < FINEST_DOTS:
        middle = math.hypot(arc.xs[len(arc.xs) // 2], arc.ys[len(arc.ys) // 2]) * view.scale
        painter.setPen(QPen(colour, max(2.0, arc.pitch * view.scale * 8), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(-middle, -middle, 2 * middle, 2 * middle)
        painter.drawArc(box, round(-math.degrees(arc.start) * 16), round(-math.degrees(arc.end - arc.start) * 16))
        return
    hollow = arc.kind.is_unknown and arc.dot * view.growth >= 2
    # Without antialiasing only whole px give dots of one size, and a texture without beats.
    size = max(1, round(arc.dot * view.growth * look.ratio)) / look.ratio
    rects = _rects(scene, words, view.scale, size)
    painter.setPen(QPen(colour, 1.0) if hollow else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
    if look.vector:
        for start in range(0, len(rects), DOTS_PER_PATH):
            path = QPainterPath()
            for rect in rects[start : start + DOTS_PER_PATH]:
                path.addRect(rect)
            painter.drawPath(path)
        return
    # A few dots are worth round edges of light; thousands are a texture and ten times quicker without.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, len(rects) < SMOOTH_DOTS or view.growth > 2)
    painter.drawRects(rects)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _draw_sectors(painter: QPainter, scene: Scene, view: View, look: Look, placed: Placed) -> None:
    """Hashtags along the edge, and ticks between sectors."""
    colour = look.theme.dim if look.dim else look.theme.ink2
    for name in placed.sectors:
        draw_on_arc(painter, name.text, look.fonts.label, name.radius, name.angle, colour)
    if not placed.sectors:
        return
    edge, half = scene.layout.edge * view.scale, scene.layout.bands[-1].half_wedge
    ticks = [angle_at(sector.start, half) for sector in scene.circles.sectors[1:]]
    inner = edge - TICK * scale()
    painter.setPen(QPen(look.theme.control_line, 1.0))
    painter.drawLines([QLineF(inner * math.cos(a), inner * math.sin(a), edge * math.cos(a), edge * math.sin(a)) for a in ticks])


def paint_nodes(scene: Scene, painter: QPainter, view: View, look: Look, nodes: Sequence[Node]) -> None:
    """People on rings, each on the ground of its ring."""
    grounds = [look.theme.rings[ring.place] for ring in scene.circles.rings]
    sprites = Sprites(look)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Thousands of nodes per picture: what can be done once stands outside.
    left, top, zoom, growth = view.x, view.y, view.scale, view.growth
    for node in nodes:
        x, y = left + node.x * zoom, top + node.y * zoom
        if -60 <= x <= view.width + 60 and -60 <= y <= view.height + 60:
            radius, verdict = node.radius * growth, scene.judgements[node.person].verdict
            sprites.draw(painter, verdict, x, y, radius, grounds[node.ring])
            if radius >= INITIALS_FROM and verdict is Verdict.GENUINE:
                person = scene.people[node.person]
                draw_initials(painter, look.theme, initials_of(person.name, person.handle) or "?", x, y, radius)


def paint_words(scene: Scene, painter: QPainter, look: Look, placed: Placed) -> None:
    """Ring names, the crowd's numbers, people's names."""
    theme, fonts = look.theme, look.fonts
    for number, ring in enumerate(placed.rings):
        ground = theme.rings[scene.circles.rings[number].place]
        draw_text(painter, look, ring.words, fonts.label, ring.x, ring.y, theme.ink2, ground)
        end = ring.x + fonts.label.width(ring.words) + 5
        draw_text(painter, look, ring.count, fonts.strong, end, ring.y, theme.ink, ground)
    for arc in placed.arcs:
        for line, (text, down) in enumerate(zip(arc.lines, line_tops(fonts, arc.lines), strict=False)):
            style = fonts.figure if line == 0 else fonts.label
            left = arc.x - style.width(text) if arc.ends else arc.x
            draw_text(painter, look, text, style, left, arc.y + down - fonts.figure.ascent, theme.ink if line == 0 else theme.ink2, None)
    paint_names(scene, painter, look, placed.names)


def paint_names(scene: Scene, painter: QPainter, look: Look, names: Sequence[Name]) -> None:
    """People's names with a halo of their ring's ground, so that ties do not cross letters."""
    theme = look.theme
    for name in names:
        ground = theme.rings[scene.circles.rings[scene.node_of[name.person].ring].place]
        colour = theme.dim if look.dim else theme.ink2 if name.quiet else theme.ink
        draw_text(painter, look, name.text, look.fonts.strong if name.strong else look.fonts.label, name.x, name.y, colour, ground)


def draw_text(painter: QPainter, look: Look, text: str, style: TextStyle, x: float, y: float, colour: QColor, halo: QColor | None) -> None:
    """One line with its left end and baseline at (x, y). The halo is the text four times, 1 px off: ten times quicker than an outline."""
    painter.setFont(style.font)
    if halo is not None and look.vector:
        # In a vector file the words must stand there once: the halo is an outline below them.
        painter.strokePath(
            word_outline(text, style.font, x, y), QPen(halo, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
    elif halo is not None:
        painter.setPen(halo)
        for right, down in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            painter.drawText(QPointF(x + right, y + down), text)
    painter.setPen(colour)
    painter.drawText(QPointF(x, y), text)
