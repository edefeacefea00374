"""Node shapes drawn once per verdict, size and ground: a thousand nodes are then a thousand blits."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from analyzer.verdict.verdicts import Verdict
from desktop.graph.look import Look, TextStyle
from desktop.metrics import Text, text_font
from desktop.shapes import paint_shape
from desktop.theme import Theme

MOST_KEPT = 1024
INITIALS_FROM = 12.0
# Images and not pixmaps: these have full colour and transparency on a screen of 16 bits too.
_kept: dict[tuple[Verdict, int, str, str, float], QImage] = {}


class Sprites:
    """Draws people's shapes for one painting; what was drawn before is found without making its long key again."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._found: dict[tuple[Verdict, int, int], tuple[QImage, float]] = {}

    def draw(self, painter: QPainter, verdict: Verdict, x: float, y: float, radius: float, ground: QColor) -> None:
        """Draw a person's shape around (x, y), on the ground of their ring."""
        if self._look.vector:
            paint_shape(painter, verdict, QPointF(x, y), radius, self._look.theme, ground)
            return
        key = (verdict, round(radius * 4), id(ground))
        found = self._found.get(key)
        if found is None:
            image = _sprite(self._look, verdict, radius, ground)
            found = self._found[key] = (image, image.width() / image.devicePixelRatio() / 2)
        image, half = found
        painter.drawImage(QPointF(x - half, y - half), image)


def draw_initials(painter: QPainter, theme: Theme, initials: str, x: float, y: float, radius: float) -> None:
    """One or two letters centred on a disc, in the window's colour."""
    font = text_font(Text.STRONG)
    font.setPixelSize(max(8, round(radius * 0.76)))
    style = TextStyle(font)
    painter.setFont(font)
    painter.setPen(theme.window)
    painter.drawText(QPointF(x - style.width(initials) / 2, y + style.cap / 2), initials)


def _sprite(look: Look, verdict: Verdict, radius: float, ground: QColor) -> QImage:
    """The shape in a transparent square; radii are rounded to a quarter px."""
    quarters = max(1, round(radius * 4))
    colour = look.theme.verdicts[verdict].name()
    key = (verdict, quarters, colour, ground.name(), look.ratio)
    found = _kept.get(key)
    if found is None:
        if len(_kept) >= MOST_KEPT:
            _kept.clear()
        size = int(quarters / 4 * 2.6 + 4)
        found = QImage(round(size * look.ratio), round(size * look.ratio), QImage.Format.Format_ARGB32_Premultiplied)
        found.setDevicePixelRatio(look.ratio)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        centre = QRectF(0, 0, found.width() / look.ratio, found.height() / look.ratio).center()
        paint_shape(painter, verdict, centre, quarters / 4, look.theme, ground)
        painter.end()
        _kept[key] = found
    return found


def clear_sprites() -> None:
    """Forget the drawn shapes: called when the theme changes."""
    _kept.clear()
