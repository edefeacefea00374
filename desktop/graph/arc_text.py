"""Text along a circle: letter by letter where letters stand alone, as one straight piece where a script joins them."""

import math
import unicodedata
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter

from desktop.graph.look import TextStyle

_JOINED = frozenset({"R", "AL", "AN", "NSM"})


@dataclass(frozen=True, slots=True)
class CurvedWord:
    """A word along a circle, in px of the device: for each letter the left end of its baseline and its turn (degrees, clockwise)."""

    text: str
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    turns: tuple[float, ...]
    font: QFont
    colour: QColor


@runtime_checkable
class TakesCurvedWords(Protocol):
    """A device whose file can hold a curved word as one text; a painter would write it as single letters."""

    def take_curved_word(self, word: CurvedWord, /) -> None:
        """Write this word."""


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
    below = reads_below(angle)
    pieces = list(text) if can_be_parted(text) else [text]
    widths = [style.width(piece) for piece in pieces]
    # Letters alone lose their kerning: the sum is spread as the whole would be wide.
    along = -sum(widths) / 2
    middles = []
    for width in widths:
        turn = (along + width / 2) / radius
        middles.append(angle - turn if below else angle + turn)
        along += width
    turned = -90 if below else 90
    device = painter.device()
    if len(pieces) > 1 and isinstance(device, TakesCurvedWords):
        device.take_curved_word(_curved(painter, text, style, radius, middles, widths, turned, colour))
        return
    painter.setFont(style.font)
    painter.setPen(colour)
    for piece, width, at in zip(pieces, widths, middles, strict=True):
        painter.save()
        painter.translate(radius * math.cos(at), radius * math.sin(at))
        painter.rotate(math.degrees(at) + turned)
        painter.drawText(QPointF(-width / 2, 0), piece)
        painter.restore()


def _curved(
    painter: QPainter, text: str, style: TextStyle, radius: float, middles: list[float], widths: list[float], turned: int, colour: QColor
) -> CurvedWord:
    turns = [math.degrees(at) + turned for at in middles]
    starts = []
    for at, width, turn in zip(middles, widths, turns, strict=True):
        along, down = math.cos(math.radians(turn)) * width / 2, math.sin(math.radians(turn)) * width / 2
        starts.append(painter.transform().map(QPointF(radius * math.cos(at) - along, radius * math.sin(at) - down)))
    return CurvedWord(text, tuple(p.x() for p in starts), tuple(p.y() for p in starts), tuple(turns), style.font, colour)
