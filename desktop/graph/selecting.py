"""Picking several people at once: who lies inside a rectangle or a lasso, and the band that is drawn meanwhile."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from desktop.graph.view import View
from desktop.theme import Theme

# A lasso of fewer px between its points has more corners than anybody meant.
LEAST_STEP = 3.0
CROSS = 9.0
# The marks of the picked stand so many px off their shapes.
AWAY = 2.5
MOST_FRAMES = 1500

Spots = Mapping[int, tuple[float, float, float]]


class Band(StrEnum):
    """What is drawn around people: a rectangle by two corners, or a line around them."""

    RECTANGLE = "rectangle"
    LASSO = "lasso"


def outline(band: Band, points: Sequence[QPointF]) -> QPolygonF:
    """The closed outline of ``points`` in canvas px: of a rectangle the first and the last are corners."""
    if band is Band.RECTANGLE and points:
        return QPolygonF(QRectF(points[0], points[-1]).normalized())
    return QPolygonF(list(points))


def people_inside(spots: Spots, view: View, shape: QPolygonF) -> frozenset[int]:
    """The people whose middle lies inside ``shape`` (canvas px); nobody where it has no room inside."""
    box = shape.boundingRect()
    if shape.size() < 3 or box.isEmpty():
        return frozenset()
    left, top = view.back(box.left(), box.top())
    right, low = view.back(box.right(), box.bottom())
    near = ((person, x, y) for person, (x, y, _) in spots.items() if left <= x <= right and top <= y <= low)
    rule = Qt.FillRule.OddEvenFill
    return frozenset(person for person, x, y in near if shape.containsPoint(QPointF(*view.at(x, y)), rule))


def paint_band(painter: QPainter, band: Band, points: Sequence[QPointF], theme: Theme) -> None:
    """The outline so far, dashed in the accent; nothing is filled, so that everybody inside stays to be seen."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # A line of the ground's colour below keeps the dashes apart from ties and rings.
    for pen in (QPen(theme.window, 3.0), QPen(theme.accent, 1.4, Qt.PenStyle.DashLine)):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if band is Band.RECTANGLE:
            painter.drawPolygon(outline(band, points))
        else:
            painter.drawPolyline(QPolygonF(list(points)))
            painter.drawLine(points[-1], points[0])


def paint_cross(painter: QPainter, at: QPointF, theme: Theme) -> None:
    """Where the keyboard sets the next point."""
    for pen in (QPen(theme.window, 4.0), QPen(theme.accent, 2.0)):
        painter.setPen(pen)
        painter.drawLine(at - QPointF(CROSS, 0), at + QPointF(CROSS, 0))
        painter.drawLine(at - QPointF(0, CROSS), at + QPointF(0, CROSS))


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the marks of the picked stand on the canvas: rings around nodes as (middle, radius), frames around dots of the crowd."""

    rings: list[tuple[QPointF, float]]
    frames: list[QRectF]


def place_marks(spots: Spots, view: View, picked: Iterable[int], nodes: Container[int]) -> Marks:
    """The marks of everybody picked that is in sight; ``nodes`` are those with a place of their own."""
    # Thousands may be picked: what can be done once stands outside.
    left, top, scale, growth, width, height = view.x, view.y, view.scale, view.growth, view.width, view.height
    marks = Marks([], [])
    for person in picked:
        spot = spots.get(person)
        if spot is None:
            continue
        x, y, reach = left + spot[0] * scale, top + spot[1] * scale, spot[2] * growth + AWAY
        if not (-reach <= x <= width + reach and -reach <= y <= height + reach):
            continue
        if person in nodes:
            marks.rings.append((QPointF(x, y), reach))
        else:
            marks.frames.append(QRectF(x - reach, y - reach, 2 * reach, 2 * reach))
    if len(marks.frames) > MOST_FRAMES:
        # Frames around thousands would be one blot: those dots are filled instead, ten times quicker.
        marks.frames[:] = [frame.adjusted(1, 1, -1, -1) for frame in marks.frames]
    return marks


def paint_marks(painter: QPainter, marks: Marks, theme: Theme) -> None:
    """Rings and frames in the accent; the frames in one batch, square as the dots are."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.accent, 1.6))
    for middle, radius in marks.rings:
        painter.drawEllipse(middle, radius, radius)
    if marks.frames:
        filled = len(marks.frames) > MOST_FRAMES
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen if filled else QPen(theme.accent, 1.0))
        painter.setBrush(theme.accent if filled else Qt.BrushStyle.NoBrush)
        painter.drawRects(marks.frames)
