"""How the graph is painted: theme, fonts measured once, device ratio, and whether it is faded or written as vectors."""

from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from analyzer.verdict.verdicts import Verdict
from desktop.metrics import Text, text_font
from desktop.theme import Theme


class TextStyle:
    """A font with its measures; widths of words are remembered."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._widths: dict[str, float] = {}
        self.ascent = self._metrics.ascent()
        self.height = self._metrics.height()
        # Letters without their leading: what really is inked above and below the baseline.
        self.cap = self._metrics.capHeight()

    def width(self, text: str) -> float:
        """Width of one line in px."""
        found = self._widths.get(text)
        if found is None:
            found = self._widths[text] = self._metrics.horizontalAdvance(text)
        return found

    def cut(self, text: str, width: float) -> str:
        """The text, elided at its end where it is wider."""
        if self.width(text) <= width:
            return text
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


class Fonts:
    """The four text styles of the picture."""

    def __init__(self) -> None:
        self.label = TextStyle(text_font(Text.CAPTION))
        strong = text_font(Text.CAPTION)
        strong.setWeight(QFont.Weight.DemiBold)
        self.strong = TextStyle(strong)
        self.figure = TextStyle(text_font(Text.HEADING))


@dataclass(frozen=True, slots=True)
class Look:
    """One way to paint. ``dim`` fades everything to one opaque tone (half-transparent pens are slow); ``vector`` writes shapes, not sprites."""

    theme: Theme
    fonts: Fonts = field(default_factory=Fonts)
    ratio: float = 1.0
    vector: bool = False
    dim: bool = False

    def faded(self) -> "Look":
        """The same with every person and dot in the dim tone."""
        theme = replace(self.theme, verdicts=dict.fromkeys(Verdict, self.theme.dim), crowd=self.theme.dim)
        return replace(self, theme=theme, dim=True)
