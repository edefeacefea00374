"""Text along a circle: letter by letter where letters stand alone, as one straight piece where a script joins them."""

import math
import unicodedata

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from desktop.graph.look import TextStyle

_JOINED = frozenset({"R", "AL", "AN", "NSM"})


def can_be_parted(text: str) -> bool:
    """True if every character may be drawn on its own: no right-to-left or combining letters, no joined emoji, no Indic vowels."""
    return not any(
        unicodedata.bidirectional(character) in _JOINED or unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf") for character in text
    )


def reads_below(angle: float) -> bool:
    """True where text along the circle is turned over so that it does not stand on its head."""
    return math.sin(angle) > 0.25


def draw_on_arc(painter: QPainter, text: str, style: TextStyle, radius: float, angle: float, colour: QColor) -> None:
    """Draw ``text`` centred on ``angle`` (radians, clockwise from three o'clock) with its baseline on ``radius`` around the origin."""
    painter.setFont(style.font)
    painter.setPen(colour)
    below = reads_below(angle)
    pieces = list(text) if can_be_parted(text) else [text]
    widths = [style.width(piece) for piece in pieces]
    # Letters alone lose their kerning: the sum is spread as the whole would be wide.
    total = sum(widths)
    along = -total / 2
    for piece, width in zip(pieces, widths, strict=True):
        turn = (along + width / 2) / radius
        at = angle - turn if below else angle + turn
        painter.save()
        painter.translate(radius * math.cos(at), radius * math.sin(at))
        painter.rotate(math.degrees(at) + (-90 if below else 90))
        painter.drawText(QPointF(-width / 2, 0), piece)
        painter.restore()
        along += width
