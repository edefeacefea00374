"""One line of text as the pictures write it: with a halo that keeps ties from crossing letters."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.graph.look import Look, TextStyle
from desktop.graph.outline import word_outline


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
