"""The ring motif of the start page: what the app shows, without a single real person."""

import math
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from analyzer.verdict.verdicts import Verdict
from desktop.metrics import px
from desktop.shapes import paint_shape
from desktop.theme import DARK, LIGHT, Theme, theme_of

SIDE = 330
RINGS = (146, 116, 84, 50)
CROWD = (128, 137)
CROWD_DOTS = 150
# radius of the ring, how many, who, radius of the shape
PEOPLE = ((34, 3, Verdict.GENUINE, 9.0), (67, 6, Verdict.GENUINE, 7.0), (100, 13, Verdict.ACQUAINTANCE, 4.5))


def paint_motif(painter: QPainter, centre: QPointF, scale: float, theme: Theme) -> None:
    """Paint the motif around ``centre``; at scale 1 it is 292 wide."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre)
    painter.scale(scale, scale)
    for radius, ground in zip(RINGS, reversed(theme.rings), strict=True):
        painter.setPen(QPen(theme.line, 1))
        painter.setBrush(ground)
        painter.drawEllipse(QPointF(0, 0), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.crowd)
    turns = [step / CROWD_DOTS * 2 * math.pi for step in range(CROWD_DOTS)]
    dots = [QRectF(r * math.cos(turn + r) - 1.3, r * math.sin(turn + r) - 1.3, 2.6, 2.6) for turn in turns for r in CROWD]
    painter.drawRects(dots)
    for ring, (radius, count, verdict, size) in enumerate(PEOPLE):
        for place in range(count):
            turn = (place + 0.3 * ring + 0.2) / count * 2 * math.pi
            shown = Verdict.LAPSED if verdict is Verdict.ACQUAINTANCE and place % 4 == 1 else verdict
            paint_shape(painter, shown, QPointF(radius * math.cos(turn), radius * math.sin(turn)), size, theme, theme.rings[min(ring, 3)])
    painter.setBrush(theme.ink)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(0, 0), 11, 11)
    painter.restore()


@lru_cache(maxsize=4)
def _drawn(side: int, dark: bool, ratio: float) -> QPixmap:
    image = QPixmap(round(side * ratio), round(side * ratio))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_motif(painter, QPointF(side / 2, side / 2), side / 300, DARK if dark else LIGHT)
    painter.end()
    return image


class Motif(QWidget):
    """The picture; decoration, so a screen reader passes it by."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE), px(SIDE))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, _drawn(px(SIDE), theme_of(self).is_dark, self.devicePixelRatioF()))
        painter.end()
