"""One archive opened lately: whose, of when, and a pin or, where the file is gone, a way to take it off the list."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.metrics import RADIUS_ROW, Text, px
from desktop.theme import Theme
from desktop.widgets.avatar import initials_of, paint_avatar
from desktop.widgets.button import IconButton
from desktop.widgets.painting import LEFT, RIGHT, PaintedButton, draw_line, line_height, rounded

HEIGHT = 56


class RecentRow(PaintedButton):
    """Pressing opens it (`clicked`); `pin_toggled` and `removed` come from the small button at the end."""

    pin_toggled = Signal(bool)
    removed = Signal()

    def __init__(self, path: str, name: str, caption: str, found: bool, pinned: bool, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.path = path
        self._name, self._caption, self._found = name, caption, found
        self.setAccessibleName(f"{name}, {caption}")
        self.setToolTip(path)
        self.focus_radius = RADIUS_ROW
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.side = IconButton("pin" if found else "close", self._side_words(found, pinned), parent=self)
        self.side.setCheckable(found)
        self.side.setChecked(found and pinned)
        self.side.clicked.connect(self._on_side)

    def _side_words(self, found: bool, pinned: bool) -> str:
        if not found:
            return self.tr("Take off the list")
        return self.tr("Unpin") if pinned else self.tr("Keep on the list")

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(HEIGHT))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        if self.hovered:
            rounded(painter, rect, RADIUS_ROW, theme.hover)
        mirrored = self.isRightToLeft()
        side = px(36)
        left = rect.right() - px(12) - side if mirrored else rect.left() + px(12)
        face = QRectF(left, rect.center().y() - side / 2, side, side)
        paint_avatar(painter, face, initials_of(self._name, None), theme, None, theme.window)
        high, low = line_height(Text.BODY), line_height(Text.CAPTION)
        start = rect.left() + px(48) if mirrored else face.right() + px(12)
        room = rect.width() - px(12 + 36 + 12 + 48)
        top = rect.center().y() - (high + low) / 2
        align = RIGHT if mirrored else LEFT
        quiet = theme.ink if self._found else theme.ink3
        draw_line(painter, QRectF(start, top, room, high), self._name, Text.STRONG if self._found else Text.MEDIUM, quiet, align)
        draw_line(painter, QRectF(start, top + high, room, low), self._caption, Text.CAPTION, theme.ink2 if self._found else theme.ink3, align)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = self.side.sizeHint()
        left = px(10) if self.isRightToLeft() else self.width() - size.width() - px(10)
        self.side.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())

    def _on_side(self) -> None:
        if self._found:
            self.pin_toggled.emit(self.side.isChecked())
        else:
            self.removed.emit()
