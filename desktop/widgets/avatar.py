"""A person's round picture: initials on a quiet ground, the verdict's shape at the corner; dashed with "?" where no name is known."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from analyzer.verdict.verdicts import Verdict
from desktop.metrics import Text, px, text_font
from desktop.shapes import FILL, paint_shape
from desktop.theme import Theme, theme_of


def initials_of(name: str | None, handle: str | None) -> str:
    """One or two letters for a person; empty where neither name nor handle is known or holds a letter or digit."""
    for text in (name, handle):
        words = ["".join(letter for letter in word if letter.isalnum()) for word in (text or "").replace("_", " ").split()]
        words = [word for word in words if word]
        if words:
            letters = words[0][0] + (words[-1][0] if len(words) > 1 else "")
            return letters.upper()
    return ""


def paint_avatar(painter: QPainter, rect: QRectF, initials: str, theme: Theme, verdict: Verdict | None, ground: QColor) -> None:
    """Paint an avatar into the square ``rect``; ``ground`` is what lies behind it and around the shape."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if initials:
        # On the sunk ground itself the disc would vanish.
        painter.setBrush(theme.sunk if ground != theme.sunk else theme.surface)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(rect)
    else:
        pen = QPen(theme.control_line, 1.5)
        pen.setDashPattern([2.2, 2.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(rect.adjusted(0.75, 0.75, -0.75, -0.75))
    font = QFont(text_font(Text.STRONG if initials else Text.MEDIUM))
    font.setPixelSize(max(8, round(rect.height() * 0.36)))
    painter.setFont(font)
    painter.setPen(theme.ink2 if initials else theme.ink3)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials or "?")
    if verdict is not None:
        box = max(px(12), rect.height() / 3)
        centre = QPointF(rect.right() + 3 - box / 2, rect.bottom() + 3 - box / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawEllipse(centre, box / 2 + 1.5, box / 2 + 1.5)
        paint_shape(painter, verdict, centre, box * FILL, theme, ground)


class Avatar(QWidget):
    """`paint_avatar` as a widget; decoration for a screen reader, as the name stands beside it."""

    def __init__(self, size: int = 36, ground: str = "window", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = size
        self._ground = ground
        self._initials = ""
        self._verdict: Verdict | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_person(self, name: str | None, handle: str | None, verdict: Verdict | None = None) -> None:
        """Show the initials of this name or handle and the verdict's shape."""
        self._initials = initials_of(name, handle)
        self._verdict = verdict
        self.setAccessibleName(name or handle or self.tr("No name"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(self._side) + 5, px(self._side) + 5)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        side = px(self._side)
        paint_avatar(painter, QRectF(0, 0, side, side), self._initials, theme, self._verdict, getattr(theme, self._ground))
        painter.end()
