"""Paragraphs of plain text with strong words in them and the design's line height; never rich text, as names come from the archive."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.metrics import Text, text_font
from desktop.theme import theme_of
from desktop.widgets.painting import line_height

Runs = Sequence[tuple[str, bool]]  # (text, strong)


class TextBlock(QLabel):
    """A wrapping paragraph; ``tone`` names the theme's colour. The label's text is what a screen reader says."""

    def __init__(
        self, text: str | Runs = "", style: Text = Text.BODY, tone: str = "ink", strong: Text = Text.STRONG, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._strong = strong
        self._tone = tone
        self._runs: Runs = ()
        self._sizes: dict[int, tuple[int, int]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_text(text)

    def set_text(self, text: str | Runs) -> None:
        """Show plain text, or runs of (text, strong)."""
        runs: Runs = ((text, False),) if isinstance(text, str) else tuple(text)
        if runs == self._runs:
            return  # a page that says the same ten times a second must not be laid out each time
        self._runs = runs
        self._sizes.clear()
        self.setText("".join(part for part, _strong in self._runs))
        self.updateGeometry()
        self.update()

    def _line(self) -> int:
        return line_height(self._style, 1.25 if self._style in (Text.TITLE, Text.HEADLINE, Text.FIGURE, Text.HEADING) else 1.4)

    def _laid_out(self, width: float) -> tuple[QTextLayout, float, float]:
        """The layout in this width, its height and its natural width."""
        # A layout breaks lines at the Unicode separator only.
        layout = QTextLayout(self.text().replace("\n", "\u2028"), text_font(self._style))
        option = QTextOption(self.alignment())
        option.setTextDirection(self.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats, start = [], 0
        for part, strong in self._runs:
            if strong and part:
                heavy = QTextCharFormat()
                heavy.setFontWeight(text_font(self._strong).weight())
                bold = QTextLayout.FormatRange()
                bold.start, bold.length, bold.format = start, len(part), heavy
                formats.append(bold)
            start += len(part)
        layout.setFormats(formats)
        layout.beginLayout()
        y, natural, step = 0.0, 0.0, float(self._line())
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, y + (step - line.height()) / 2))
            natural = max(natural, line.naturalTextWidth())
            y += step
        layout.endLayout()
        return layout, y, natural

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        # A layout asks with its own width, also for a block that may not become that wide.
        width = min(width, self.maximumWidth())
        return self._size_in(width - margins.left() - margins.right())[0] + margins.top() + margins.bottom()

    def _size_in(self, width: int) -> tuple[int, int]:
        """Height and natural width in this width; layouts ask for the same again and again."""
        if width not in self._sizes:
            _layout, height, natural = self._laid_out(width)
            self._sizes[width] = round(height), round(natural)
        return self._sizes[width]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._sizes.clear()
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        limit = self.maximumWidth() if self.maximumWidth() < 16_000 else 640
        margins = self.contentsMargins()
        across, down = margins.left() + margins.right(), margins.top() + margins.bottom()
        height, natural = self._size_in(limit - across)
        return QSize(min(limit, natural + 2 + across), height + down)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self._line())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        area = self.contentsRect()
        layout, height, _natural = self._laid_out(area.width())
        painter.setPen(getattr(theme_of(self), self._tone))
        # Centred when the parent gives more height than the text needs.
        layout.draw(painter, QPointF(area.left(), area.top() + max(0.0, (area.height() - height) / 2)))
        painter.end()
