"""Push buttons in the three strengths of the design, with the shortcut shown inside."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from desktop.icons import paint_icon
from desktop.metrics import CONTROL, RADIUS_FIELD, Text, px, text_font
from desktop.theme import Theme
from desktop.widgets.painting import CENTRE, PaintedButton, advance, draw_key_hint, draw_line, key_hint_width, rounded


class Strength(Enum):
    """STRONG once per page; FLAT looks like a link."""

    STRONG = "strong"
    NORMAL = "normal"
    FLAT = "flat"


class Button(PaintedButton):
    """A button: ``icon`` before and ``key`` (the shortcut's name) after the words. A checked one is shown as selected."""

    def __init__(self, text: str, strength: Strength = Strength.NORMAL, icon: str = "", key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.strength = strength
        self._icon_name = icon
        self._key = key
        self.setAccessibleName(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def _padding(self) -> int:
        return px(8) if self.strength is Strength.FLAT else px(14)

    def _inner_width(self) -> float:
        width = advance(text_font(Text.MEDIUM), self.text())
        width += px(24) if self._icon_name else 0
        return width + (px(8) + key_hint_width(self._key) if self._key else 0)

    def sizeHint(self) -> QSize:
        return QSize(round(self._inner_width() + 2 * self._padding()) + 1, px(CONTROL))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        colour = self._ground(painter, theme, rect)
        left = rect.left() + max(0.0, (rect.width() - self._inner_width()) / 2)
        right = rect.right() - max(0.0, (rect.width() - self._inner_width()) / 2)
        if self._icon_name:
            paint_icon(painter, self._icon_name, QRectF(left, rect.center().y() - px(8), px(16), px(16)), colour)
            left += px(24)
        if self._key:
            draw_key_hint(painter, right, rect.center().y(), self._key, colour)
            right -= key_hint_width(self._key) + px(8)
        draw_line(painter, QRectF(left - 1, rect.top(), right - left + 2, rect.height()), self.text(), Text.MEDIUM, colour, CENTRE)

    def _ground(self, painter: QPainter, theme: Theme, rect: QRectF) -> QColor:
        """Paint the ground and answer the colour of the words on it."""
        if not self.isEnabled():
            rounded(painter, rect, RADIUS_FIELD, None, None if self.strength is Strength.FLAT else theme.line)
            return theme.ink3
        if self.strength is Strength.STRONG:
            pressed = self.isDown() or self.hovered
            rounded(painter, rect, RADIUS_FIELD, theme.accent.darker(110) if pressed else theme.accent)
            return theme.on_accent
        if self.isChecked():
            rounded(painter, rect, RADIUS_FIELD, theme.accent_soft, theme.accent)
            return theme.accent
        if self.strength is Strength.FLAT:
            rounded(painter, rect, RADIUS_FIELD, theme.hover if self.hovered else None)
            return theme.accent
        rounded(painter, rect, RADIUS_FIELD, theme.hover if self.hovered else theme.surface, theme.control_line)
        return theme.ink


class IconButton(PaintedButton):
    """A square button that shows only an icon; ``text`` is its name, tooltip and accessible name."""

    def __init__(self, icon: str, text: str, size: int = 28, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._icon_name = icon
        self._size = size
        self.set_icon(icon, text)

    def set_icon(self, icon: str, text: str) -> None:
        """Show another icon under another name."""
        self._icon_name = icon
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._size), px(self._size))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        if self.hovered or self.isChecked():
            rounded(painter, rect, RADIUS_FIELD, theme.accent_soft if self.isChecked() else theme.hover)
        colour = theme.accent if self.isChecked() else theme.ink2 if self.isEnabled() else theme.control_line
        side = px(16)
        paint_icon(painter, self._icon_name, QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side), colour)
