"""How sure an incoming turn is: a pill that is full, 70 % or 35 % full, with its word; unknown has no mark."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from analyzer.evidence.acts import Tier
from desktop.metrics import Text, px, text_font
from desktop.theme import Theme
from desktop.widgets.painting import advance, draw_line, rounded

PILL = (14, 6)
FULL = {Tier.CERTAIN: 1.0, Tier.LIKELY: 0.7, Tier.POSSIBLE: 0.35}


def tier_mark_width(word: str) -> float:
    """Width of pill and word."""
    return px(PILL[0] + 5) + advance(text_font(Text.CAPTION), word) + 1


def paint_tier_mark(painter: QPainter, left: float, middle: float, tier: Tier, word: str, theme: Theme) -> None:
    """Paint pill and word from ``left``; nothing for a tier that has no mark."""
    if tier not in FULL:
        return
    pill = QRectF(left, middle - px(PILL[1]) / 2, px(PILL[0]), px(PILL[1]))
    outline = QPainterPath()
    outline.addRoundedRect(pill, pill.height() / 2, pill.height() / 2)
    painter.save()
    painter.setClipPath(outline)
    painter.fillRect(QRectF(pill.left(), pill.top(), pill.width() * FULL[tier], pill.height()), theme.ink2)
    painter.restore()
    rounded(painter, pill, pill.height() / 2, None, theme.ink2)
    words = QRectF(pill.right() + px(5), middle - px(9), tier_mark_width(word), px(18))
    draw_line(painter, words, word, Text.CAPTION, theme.ink2, elide=False)
