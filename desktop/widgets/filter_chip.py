"""Filter chips with counts in a wrapping row: the filter of every list and the legend of the graph."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QWidget

from analyzer.verdict.verdicts import Verdict
from desktop.metrics import Text, px, text_font
from desktop.shapes import FILL, paint_shape
from desktop.theme import Theme
from desktop.widgets.button import Button, Strength
from desktop.widgets.flow import FlowRow
from desktop.widgets.painting import LEFT, PaintedButton, advance, draw_line, rounded

HEIGHT = 30
SHORT_BELOW = 960


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip: ``value`` is what it filters for, ``short`` its words in a narrow window, ``accessible`` (with ``{n}``) what is read out."""

    value: Hashable
    text: str
    verdict: Verdict | None = None
    short: str = ""
    accessible: str = ""


class FilterChip(PaintedButton):
    """A check box in the form of a chip; a count of None is not shown, zero is dashed and can still be reached."""

    def __init__(self, chip: Chip, parent: QWidget | None = None) -> None:
        super().__init__(chip.text, parent)
        self.chip = chip
        self.count: int | None = None
        self._short = False
        self.setCheckable(True)
        self.focus_radius = px(HEIGHT) / 2
        self.set_count(None)

    def set_count(self, count: int | None) -> None:
        """Show this number."""
        self.count = count
        said = self.chip.accessible or (self.tr("{name}, {n} people").replace("{name}", self.chip.text) if count is not None else self.chip.text)
        self.setAccessibleName(said.replace("{n}", "" if count is None else self.locale().toString(count)))
        self.updateGeometry()
        self.update()

    def set_short(self, short: bool) -> None:
        """Use the short words of the chip where it has some."""
        if short != self._short:
            self._short = short
            self.updateGeometry()
            self.update()

    @property
    def shown_text(self) -> str:
        """The words on the chip now."""
        return self.chip.short if self._short and self.chip.short else self.chip.text

    def _number(self) -> str:
        return "" if self.count is None else self.locale().toString(self.count)

    def sizeHint(self) -> QSize:
        width = px(22) + advance(text_font(Text.BODY), self.shown_text)
        width += px(13 + 7) if self.chip.verdict else 0
        width += px(7) + advance(text_font(Text.MEDIUM), self._number()) if self._number() else 0
        return QSize(round(width) + 1, px(HEIGHT))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        on, empty = self.isChecked(), self.count == 0 and not self.isChecked()
        ground = theme.accent_soft if on else theme.hover if self.hovered else theme.window if empty else theme.surface
        rounded(painter, rect, rect.height() / 2, ground, theme.accent if on else theme.control_line if empty else theme.line, dashed=empty)
        left = rect.left() + px(11)
        if self.chip.verdict is not None:
            paint_shape(painter, self.chip.verdict, QPointF(left + px(6.5), rect.center().y()), px(13) * FILL, theme, ground)
            left += px(13 + 7)
        words = QRectF(left, rect.top(), advance(text_font(Text.BODY), self.shown_text) + 1, rect.height())
        draw_line(painter, words, self.shown_text, Text.BODY, theme.ink if on else theme.ink2, LEFT, elide=False)
        number = QRectF(words.right() + px(7) - 1, rect.top(), rect.right() - words.right(), rect.height())
        draw_line(painter, number, self._number(), Text.MEDIUM, theme.accent if on else theme.ink3, LEFT, elide=False)


class FilterChipRow(FlowRow):
    """Chips that filter together: several on = any of them, none on = all. ``exclusive`` lets at most one be on.

    `changed` comes only when the user changes something, never from `set_on`.
    """

    changed = Signal()

    def __init__(self, chips: Sequence[Chip], exclusive: bool = False, with_reset: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exclusive = exclusive
        self._with_reset = with_reset
        self.chips = [FilterChip(chip, self) for chip in chips]
        self._reset = Button(self.tr("Reset"), Strength.FLAT, parent=self)
        self._reset.hide()
        if with_reset:
            # It is higher than a chip: the first chip that is switched on must not move what stands below the row.
            self.setMinimumHeight(self._reset.sizeHint().height())
        for widget in (*self.chips, self._reset):
            self.flow.addWidget(widget)
        self._connect()

    def _connect(self) -> None:
        for chip in self.chips:
            chip.clicked.connect(self._on_chip_clicked)
        self._reset.clicked.connect(self.reset)

    def on(self) -> frozenset[Hashable]:
        """The values of the chips that are on."""
        return frozenset(chip.chip.value for chip in self.chips if chip.isChecked())

    def set_on(self, values: Iterable[Hashable]) -> None:
        """Switch exactly these chips on, without telling."""
        wanted = set(values)
        for chip in self.chips:
            chip.setChecked(chip.chip.value in wanted)
        self._show_reset()

    def set_counts(self, counts: Mapping[Hashable, int]) -> None:
        """Show a number on every chip; a value without an entry has 0."""
        for chip in self.chips:
            chip.set_count(counts.get(chip.chip.value, 0))
        self.updateGeometry()

    def chip(self, value: Hashable) -> FilterChip:
        """The chip of this value; KeyError if there is none."""
        for chip in self.chips:
            if chip.chip.value == value:
                return chip
        raise KeyError(value)

    def reset(self) -> None:
        """Switch all off and tell."""
        if self.on():
            had_focus = self._reset.hasFocus()
            self.set_on(())
            if had_focus and self.chips:
                self.chips[0].setFocus()
            self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for chip in self.chips:
            chip.set_short(self.window().width() < SHORT_BELOW)

    def _show_reset(self) -> None:
        self._reset.setVisible(self._with_reset and bool(self.on()))

    def _on_chip_clicked(self) -> None:
        clicked = self.sender()
        if self._exclusive:
            for chip in self.chips:
                if chip is not clicked:
                    chip.setChecked(False)
        self._show_reset()
        self.changed.emit()
