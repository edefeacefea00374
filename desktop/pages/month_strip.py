"""The strip below the graph: play, the histogram of contact to choose a month from, what that month was like, and all years again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleValueChangeEvent, QHideEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.metrics import PAGE_MARGIN, Text, px
from desktop.pages.month_bars import MonthBars
from desktop.theme import theme_of
from desktop.widgets.button import Button, IconButton, Strength
from desktop.widgets.text import TextBlock
from desktop.wording.basics import tr

# A month is long enough on the screen to be read, and ten years pass within a minute.
PLAY_MS = 450
WORDS_WIDTH = 208


class MonthStrip(QWidget):
    """Tells which month the user wants: `month_wanted` carries its place, or None for all years. Whoever listens shows it and says what it was."""

    month_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.play = IconButton("play", tr("Play the months (Space)"), 30, self)
        self.bars = MonthBars(self)
        self.words = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self.words.setFixedWidth(px(WORDS_WIDTH))
        self.all_years = Button(tr("All years"), Strength.FLAT, parent=self)
        # Hidden it keeps its place, so that the bars do not change their width under the pointer.
        policy = self.all_years.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.all_years.setSizePolicy(policy)
        self._timer = QTimer(self)
        self._timer.setInterval(PLAY_MS)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(PAGE_MARGIN - 8), px(6), px(16), px(4))
        row.setSpacing(px(12))
        row.addWidget(self.play)
        row.addWidget(self.bars, 1)
        row.addWidget(self.words)
        row.addWidget(self.all_years)
        self._connect()
        self.show_month(-1, "", "")

    def _connect(self) -> None:
        self.play.clicked.connect(self.toggle_playing)
        self.bars.chosen.connect(self._on_chosen)
        self.all_years.clicked.connect(self._on_all_years)
        self._timer.timeout.connect(self._on_next)

    def show_months(self, values: Sequence[float], labels: Sequence[tuple[int, str]], tips: Sequence[str], silent: frozenset[int]) -> None:
        """Show these bars; months at the places ``silent`` are hatched."""
        self.bars.show_months(values, labels, tips, silent)
        self._last = len(values) - 1

    def show_month(self, place: int, said: str, explained: str) -> None:
        """A month is shown now, or with -1 all of them; ``said`` tells of it, ``explained`` what full and faint mean."""
        changed = said != self.bars.said
        self.bars.set_place(place, said)
        self.words.set_text(said)
        self.words.setToolTip(explained)
        self.bars.setAccessibleDescription(f"{said} {explained}".strip())
        self.all_years.setVisible(place >= 0)
        if changed and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self.bars, said))
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.bars, said))

    def step(self, months: int) -> None:
        """So many months on, or back: from all years to the last month or the first."""
        place = self.bars.place
        start = place if place >= 0 else (-1 if months > 0 else self._last + 1)
        wanted = min(self._last, max(0, start + months))
        if wanted != place:
            self.month_wanted.emit(wanted)

    # --- Playing ---

    @property
    def is_playing(self) -> bool:
        """True while the months go by."""
        return self._timer.isActive()

    def toggle_playing(self) -> None:
        """Play from the month shown, from the first one if there is none or it is the last; or stop."""
        if self.is_playing:
            self.stop()
            return
        if self.bars.place < 0 or self.bars.place == self._last:
            self.month_wanted.emit(0)
        self._timer.start()
        self._show_playing()

    def stop(self) -> None:
        """Stay at this month."""
        self._timer.stop()
        self._show_playing()

    def _show_playing(self) -> None:
        self.play.set_icon("pause" if self.is_playing else "play", tr("Stop (Space)") if self.is_playing else tr("Play the months (Space)"))

    def _on_next(self) -> None:
        self.step(1)
        if self.bars.place >= self._last:
            self.stop()

    def _on_chosen(self, place: int) -> None:
        self.stop()
        self.month_wanted.emit(place)

    def _on_all_years(self) -> None:
        self.stop()
        self.month_wanted.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            self.toggle_playing()
        elif event.key() == Qt.Key.Key_Escape and self.bars.place >= 0:
            self._on_all_years()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(px(PAGE_MARGIN), 0, self.width() - px(PAGE_MARGIN + 16), 1, theme_of(self).line)
        painter.end()
