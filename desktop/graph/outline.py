"""The outline of a word for vector files: the same numbers every time, whatever the font engine drew before."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontInfo, QPainterPath, QTransform

# At the size of a text the engine rounds to 1/64 px, and how it rounds depends on what it was asked for before (seen with Qt 6.11 and
# FreeType: one point of one letter moved). At this size the rounding is lost in the three decimals of a file.
LARGE = 2048


def word_outline(text: str, font: QFont, x: float, y: float) -> QPainterPath:
    """The letters of one line as a path with its left end and baseline at (x, y)."""
    large = QFont(font)
    large.setPixelSize(LARGE)
    path = QPainterPath()
    path.addText(QPointF(0, 0), large, text)
    factor = QFontInfo(font).pixelSize() / LARGE
    return QTransform(factor, 0, 0, factor, x, y).map(path)
