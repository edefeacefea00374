"""The histogram of contact as a slider: one bar per month, a mark on the month that the picture shows."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from analyzer.network.months import WINDOW
from desktop.metrics import px
from desktop.theme import Theme, theme_of
from desktop.widgets.bars import Bars
from desktop.wording.basics import tr

YEAR = 12
# How far each key goes; the ends hold.
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1, Qt.Key.Key_PageDown: -YEAR, Qt.Key.Key_PageUp: YEAR}
ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}

_installed: list[bool] = []


class MonthBars(Bars):
    """`chosen` carries the place of a month, by click, drag or key; ``said`` is its value for those who hear it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Months"), 46, parent)
        self.said = ""
        if not _installed:
            # Qt keeps factories as long as the program runs: one is enough for all sliders.
            QAccessible.installFactory(_interface_of)
            _installed.append(True)

    def show_months(self, values: Sequence[float], labels: Sequence[tuple[int, str]], tips: Sequence[str], silent: frozenset[int]) -> None:
        """Show these bars, the ``silent`` ones hatched; the mark stays where it is."""
        mark = self._mark
        self.set_values(values, labels, silent, tips, description=self.accessibleDescription(), clickable=True)
        self._mark = mark if mark < len(values) else -1

    @property
    def count(self) -> int:
        """How many months there are."""
        return len(self._values)

    @property
    def place(self) -> int:
        """The month that is marked, or -1."""
        return self._mark

    def set_place(self, place: int, said: str) -> None:
        """Mark a month, or with -1 none; ``said`` is what is told of it."""
        self.said = said
        if place != self._mark:
            self._mark = place
            self.update()

    def _colour_of(self, place: int, theme: Theme) -> QColor:
        if self._mark < 0:
            return theme.ink3
        return theme.accent if self._mark - WINDOW < place <= self._mark else theme.control_line

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._mark < 0 or not self._values:
            return
        theme, plot = theme_of(self), self._plot()
        step = plot.width() / len(self._values)
        first = max(0, self._mark - WINDOW + 1)
        painter = QPainter(self)
        painter.fillRect(QRectF(first * step, plot.bottom(), max(2.0, (self._mark - first + 1) * step), 3), theme.accent)
        # Bars of a long life are 2 px wide: a line as high as the strip shows where one is.
        painter.fillRect(QRectF((self._mark + 0.5) * step - 0.5, 0, 1, plot.height()), theme.accent)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose_at(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose_at(event.position().x())
        else:
            super().mouseMoveEvent(event)

    def _choose_at(self, x: float) -> None:
        if self._values:
            # A drag goes on beyond the ends.
            self._choose(self._place_at(min(max(x, 0.0), self.width() - 1.0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self._values) - 1
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and last >= 0 and key in STEPS:
            # Without a mark the first step goes to the end it comes from.
            start = self._mark if self._mark >= 0 else (-1 if STEPS[key] > 0 else last + 1)
            self._choose(min(last, max(0, start + STEPS[key])))
        elif plain and last >= 0 and key in ENDS:
            self._choose(last if ENDS[key] else 0)
        else:
            # Space and Esc are the strip's.
            event.ignore()
            return
        self.show_focus_ring()

    def _choose(self, place: int) -> None:
        if place >= 0 and place != self._mark:
            self._move_to(place)
            self.chosen.emit(place)

    def _plot(self) -> QRectF:
        plot = super()._plot()
        return plot.adjusted(0, 0, 0, -px(1))


class MonthInterface(QAccessibleWidget):
    """The slider in the accessible tree: its value is the month in words, with what the picture shows of it."""

    def __init__(self, bars: MonthBars) -> None:
        super().__init__(bars, QAccessible.Role.Slider)

    def text(self, what: QAccessible.Text, /) -> str:
        bars = self.widget()
        if what == QAccessible.Text.Value and isinstance(bars, MonthBars):
            return bars.said
        return super().text(what)


def _interface_of(name: str, thing: QObject) -> QAccessibleInterface | None:
    return MonthInterface(thing) if isinstance(thing, MonthBars) else None
