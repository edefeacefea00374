"""What all painted widgets share: rounded grounds, elided text, key hints, and a button base with hover and focus ring."""

from PySide6.QtCore import QMargins, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontInfo, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.metrics import CONTROL, RADIUS_FIELD, RADIUS_SMALL, Text, px, text_font
from desktop.theme import Theme, theme_of
from desktop.widgets.focus import KeyboardFocus

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def rounded(painter: QPainter, rect: QRectF, radius: float, fill: QColor | None, border: QColor | None = None, dashed: bool = False) -> None:
    """A rounded ground; the border is a sharp 1 px line inside ``rect``."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if border is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        pen = QPen(border, 1.0)
        if dashed:
            pen.setDashPattern([3, 3])
        painter.setPen(pen)
        rect = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, radius, radius)


def leading_margins(leading: int, top: int, trailing: int, bottom: int, mirrored: bool) -> QMargins:
    """Margins of a layout whose wider side is where reading begins; Qt mirrors what is in a layout, but not its margins."""
    return QMargins(trailing if mirrored else leading, top, leading if mirrored else trailing, bottom)


def advance(font: QFont, text: str) -> float:
    """Width of one line of text in logical pixels."""
    return QFontMetricsF(font).horizontalAdvance(text)


def line_height(style: Text, factor: float = 1.4) -> int:
    """Height of a line of this text style; titles use 1.25."""
    return round(QFontInfo(text_font(style)).pixelSize() * factor)


def draw_line(painter: QPainter, rect: QRectF, text: str, style: Text, colour: QColor, align: Qt.AlignmentFlag = LEFT, elide: bool = True) -> None:
    """One line of text, elided at its end where it does not fit."""
    font = text_font(style)
    painter.setFont(font)
    painter.setPen(colour)
    if elide:
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 0.5)
    # Absolute: who paints has mirrored the rectangle already, and a painter would mirror the alignment once more.
    painter.drawText(rect, int(align | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextSingleLine), text)


def draw_fitted(painter: QPainter, rect: QRectF, text: str, style: Text, colour: QColor) -> None:
    """One centred line, set smaller (to seven tenths at most) where it is wider than ``rect``: for words that must not be cut."""
    font = text_font(style)
    width = advance(font, text)
    if width > rect.width():
        font.setPointSizeF(font.pointSizeF() * max(0.7, rect.width() / width * 0.98))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, int(CENTRE | Qt.TextFlag.TextSingleLine), text)


def key_hint_width(key: str) -> float:
    """Width of a painted shortcut hint."""
    return advance(text_font(Text.CAPTION_MEDIUM), key) + px(12) if key else 0.0


def draw_key_hint(painter: QPainter, right: float, middle: float, key: str, colour: QColor) -> None:
    """The shortcut's name in an outline, ending at ``right``, centred on ``middle``."""
    width, height = key_hint_width(key), px(18)
    rect = QRectF(right - width, middle - height / 2, width, height)
    rounded(painter, rect, RADIUS_SMALL, None, colour)
    draw_line(painter, rect, key, Text.CAPTION_MEDIUM, colour, CENTRE, elide=False)


class PaintedButton(KeyboardFocus, QPushButton):
    """A push button that a subclass paints; Enter and Space press it, hover repaints it, keyboard focus shows the ring."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.focus_radius = RADIUS_FIELD

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        """Paint the control into ``rect``; subclasses must."""
        raise NotImplementedError

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter, theme_of(self), QRectF(self.rect()))
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(120), px(CONTROL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def hovered(self) -> bool:
        """True while the pointer is over an enabled control."""
        return self.underMouse() and self.isEnabled()
