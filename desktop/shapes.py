"""The five verdict shapes, painted at any size: full disc, half disc, diamond, small square, dashed ring."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QPolygonF

from analyzer.verdict.verdicts import Verdict
from desktop.theme import DARK, LIGHT, Theme

# Half the painted size per unit of box: what keeps five different shapes equally heavy in a box of one size.
FILL = 0.35


def paint_shape(painter: QPainter, verdict: Verdict, centre: QPointF, radius: float, theme: Theme, ground: QColor | None = None) -> None:
    """Paint the shape of ``verdict`` around ``centre``; ``radius`` is half its size, ``ground`` fills what is open (default: surface)."""
    colour = theme.verdicts[verdict]
    inside = QBrush(ground if ground is not None else theme.surface)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    match verdict:
        case Verdict.GENUINE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawEllipse(centre, radius, radius)
        case Verdict.LAPSED:
            _paint_half_disc(painter, centre, radius * 0.9, max(1.4, radius * 0.24), colour, inside)
        case Verdict.ACQUAINTANCE:
            _paint_diamond(painter, centre, radius * 1.12, radius * 0.2, colour)
        case Verdict.NUMBERS_ONLY:
            half = radius * 0.5
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half), half * 0.3, half * 0.3)
        case Verdict.INSUFFICIENT:
            _paint_dashed_ring(painter, centre, radius, colour, inside)
    painter.restore()


def _paint_half_disc(painter: QPainter, centre: QPointF, radius: float, width: float, colour: QColor, inside: QBrush) -> None:
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(QPen(colour, width))
    painter.setBrush(inside)
    painter.drawEllipse(box)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPie(box, 90 * 16, 180 * 16)


def _paint_diamond(painter: QPainter, centre: QPointF, half: float, rounding: float, colour: QColor) -> None:
    pen = QPen(colour, rounding)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(colour)
    x, y = centre.x(), centre.y()
    painter.drawPolygon(QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)]))


def _paint_dashed_ring(painter: QPainter, centre: QPointF, radius: float, colour: QColor, inside: QBrush) -> None:
    width = max(1.2, radius * 0.22)
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    # Qt counts dashes in pen widths.
    pen.setDashPattern([radius * 0.55 / width, radius * 0.45 / width])
    painter.setPen(pen)
    painter.setBrush(inside)
    painter.drawEllipse(centre, radius * 0.86, radius * 0.86)


@lru_cache(maxsize=256)
def _drawn(verdict: Verdict, size: int, dark: bool, ground: str, ratio: float) -> QPixmap:
    image = QPixmap(round(size * ratio), round(size * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_shape(painter, verdict, QPointF(size / 2, size / 2), size * FILL, DARK if dark else LIGHT, QColor(ground))
    painter.end()
    return image


def shape_pixmap(verdict: Verdict, size: int, theme: Theme, ratio: float = 1.0, ground: QColor | None = None) -> QPixmap:
    """The shape in a transparent box of ``size`` logical pixels, cached."""
    return _drawn(verdict, size, theme.is_dark, (ground or theme.surface).name(), ratio)


def clear_shapes() -> None:
    """Forget the drawn shapes: called when the theme changes."""
    _drawn.cache_clear()
