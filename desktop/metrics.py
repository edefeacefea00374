"""Fonts and lengths of the window: everything is a factor of the system's own font, so that large fonts enlarge the whole."""

from enum import Enum

from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

# A 10 pt font at 96 dpi: the size the lengths in the code are written for.
BASE_PIXELS = 10 * 96 / 72

SIDEBAR = 196
RAIL = 60
RAIL_BELOW = 1040
PANEL = 352
DRAWER = 360
PAGE_MARGIN = 24
CONTENT_MAX = 1440
RADIUS_CARD = 12
RADIUS_ROW = 10
RADIUS_FIELD = 8
RADIUS_SMALL = 4
CONTROL = 34
ROW = 52
LINE_ROW = 36


class Text(Enum):
    """The text styles: factor of the base size, and weight."""

    CAPTION = (0.9, QFont.Weight.Normal)
    CAPTION_MEDIUM = (0.9, QFont.Weight.Medium)
    BODY = (1.0, QFont.Weight.Normal)
    MEDIUM = (1.0, QFont.Weight.Medium)
    STRONG = (1.0, QFont.Weight.DemiBold)
    HEADING = (1.15, QFont.Weight.DemiBold)
    LEAD = (1.15, QFont.Weight.Normal)
    SENTENCE = (1.3, QFont.Weight.Normal)
    TITLE = (1.7, QFont.Weight.DemiBold)
    FIGURE = (1.8, QFont.Weight.DemiBold)
    HEADLINE = (2.6, QFont.Weight.DemiBold)


def text_font(style: Text) -> QFont:
    """The system font in this style, with figures of equal width where the font has them."""
    factor, weight = style.value
    font = QFont(QApplication.font())
    # QFont tells -1 for the unit it was not given in; a font is given in one of the two.
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * factor)
    else:
        font.setPixelSize(max(1, round(font.pixelSize() * factor)))
    font.setWeight(weight)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def scale() -> float:
    """How much larger than designed lengths are; never below 1, so that targets keep their size beside a small font."""
    return max(1.0, QFontInfo(QApplication.font()).pixelSize() / BASE_PIXELS)


def px(length: float) -> int:
    """A length of the design (pixels beside a 10 pt font) in logical pixels here."""
    return round(length * scale())


def is_narrow(window_width: int) -> bool:
    """True where the sidebar becomes a rail and the panel a drawer: under 1040 px, under 1180 px with fonts of 150 %."""
    return window_width < RAIL_BELOW + 280 * (scale() - 1)
