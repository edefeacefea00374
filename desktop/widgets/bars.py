"""Bars over time: in touch by month, one's own tweets by month; months that prove nothing are hatched."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop.metrics import Text, px, text_font
from desktop.theme import Theme, theme_of
from desktop.widgets.focus import KeyboardFocus
from desktop.widgets.painting import advance, draw_line, rounded

GAP = 1.5
ROUND_FROM = 5.0


def paint_spark(painter: QPainter, rect: QRectF, values: Sequence[float], colour: QColor, theme: Theme) -> None:
    """Small bars of a row, sharing one scale; a value that is not zero is never below 2 px, zero is a dot of the baseline."""
    if not values:
        return
    highest = max(values) or 1
    step = rect.width() / len(values)
    full = [
        QRectF(rect.left() + place * step, rect.bottom() - height, step - 1, height)
        for place, value in enumerate(values)
        if value and (height := max(2.0, value / highest * rect.height()))
    ]
    empty = [QRectF(rect.left() + place * step, rect.bottom() - 1, step - 1, 1) for place, value in enumerate(values) if not value]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.line)
    painter.drawRects(empty)
    painter.setBrush(colour)
    painter.drawRects(full)


def _paint_bar(painter: QPainter, bar: QRectF, colour: QColor) -> None:
    """A bar with a hint of round corners; on one that is few px wide nobody sees them, and they take most of the time."""
    if bar.width() < ROUND_FROM:
        painter.fillRect(bar, colour)
    else:
        rounded(painter, bar, min(2.0, bar.width() / 4), colour)


class Bars(KeyboardFocus, QWidget):
    """A histogram. `chosen` carries the bar's number on click or Enter; left and right move a mark from bar to bar.

    ``labels`` are (place, words) under the baseline, ``gaps`` the places that are hatched, ``tips`` what each bar says.
    """

    chosen = Signal(int)

    def __init__(self, name: str, height: int = 54, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: Sequence[float] = ()
        self._highest = 1.0
        self._labels: Sequence[tuple[int, str]] = ()
        self._gaps: frozenset[int] = frozenset()
        self._tips: Sequence[str] = ()
        self._tone: QColor | None = None
        self._height = height
        self._mark = -1
        self._clickable = False
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def set_values(
        self,
        values: Sequence[float],
        labels: Sequence[tuple[int, str]] = (),
        gaps: frozenset[int] = frozenset(),
        tips: Sequence[str] = (),
        description: str = "",
        clickable: bool = False,
    ) -> None:
        """Show these bars; ``description`` is read out in their place."""
        self._values, self._labels, self._gaps, self._tips = tuple(values), tuple(labels), gaps, tuple(tips)
        self._highest = max(self._values, default=0) or 1
        self._mark = -1
        self._clickable = clickable
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if clickable else Qt.FocusPolicy.NoFocus)
        self.setAccessibleDescription(description)
        self.update()

    def set_colour(self, colour: QColor | None) -> None:
        """The bars' colour; None is the quiet one of the whole archive."""
        self._tone = colour
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(self._height))

    def _plot(self) -> QRectF:
        return QRectF(0, 0, self.width(), self.height() - (px(18) if self._labels else 2))

    def _bar(self, place: int, plot: QRectF) -> QRectF:
        step = plot.width() / max(1, len(self._values))
        value = self._values[place]
        height = max(2.0, value / self._highest * (plot.height() - 1)) if value else 0.0
        return QRectF(plot.left() + place * step, plot.bottom() - height, max(1.0, step - GAP), height)

    def _place_at(self, x: float) -> int:
        place = int(x / max(1.0, self.width() / max(1, len(self._values))))
        return place if 0 <= place < len(self._values) else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, plot = theme_of(self), self._plot()
        painter = QPainter(self)
        if self._values:
            self._paint_gaps(painter, theme, plot)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for place in range(len(self._values)):
                bar = self._bar(place, plot)
                if bar.height():
                    _paint_bar(painter, bar, self._colour_of(place, theme))
            if self._mark >= 0:
                bar = self._bar(self._mark, plot)
                painter.fillRect(QRectF(bar.left(), plot.bottom() + 1, max(2.0, bar.width()), 2), theme.accent)
        painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), theme.control_line)
        self._paint_labels(painter, theme, plot)
        painter.end()

    def _colour_of(self, place: int, theme: Theme) -> QColor:
        return theme.accent if place == self._mark else self._tone or theme.ink3

    def _paint_gaps(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        step = plot.width() / len(self._values)
        for place in sorted(self._gaps):
            column = QRectF(plot.left() + place * step, plot.top(), step, plot.height())
            painter.save()
            painter.setClipRect(column)
            painter.setPen(theme.line)
            # Anchored to the plot, so that neighbouring months hatch as one field.
            first = int((column.left() - plot.height()) // 6) * 6
            painter.drawLines(
                [QLineF(QPointF(x, plot.bottom()), QPointF(x + plot.height(), plot.top())) for x in range(first, int(column.right()) + 6, 6)]
            )
            painter.restore()

    def _paint_labels(self, painter: QPainter, theme: Theme, plot: QRectF) -> None:
        step = plot.width() / max(1, len(self._values))
        taken = -1.0
        for place, words in self._labels:
            width = advance(text_font(Text.CAPTION), words) + 2
            left = min(max(0.0, place * step), plot.width() - width)
            if left < taken:
                continue
            draw_line(painter, QRectF(left, plot.bottom() + 2, width, px(16)), words, Text.CAPTION, theme.ink3, elide=False)
            taken = left + width + px(8)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().x())
        if 0 <= place < len(self._tips):
            QToolTip.showText(event.globalPosition().toPoint(), self._tips[place], self)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place_at(event.position().x())
        if self._clickable and place >= 0:
            self._move_to(place)
            self.chosen.emit(place)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        QToolTip.hideText()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and self._values:
            # Time is painted from left to right everywhere, so the keys are not mirrored either.
            self._move_to(min(len(self._values) - 1, max(0, self._mark + step)))
            self.show_focus_ring()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._mark >= 0:
            self.chosen.emit(self._mark)
        else:
            super().keyPressEvent(event)

    def _move_to(self, place: int) -> None:
        self._mark = place
        if place < len(self._tips):
            self.setAccessibleDescription(self._tips[place])
        self.update()
