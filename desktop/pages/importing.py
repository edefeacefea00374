"""The import page: where the work is, how long it takes, what was found already, and Stop, which leaves everything as it was."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from analyzer.progress import Progress, Stage
from desktop.metrics import PAGE_MARGIN, Text, px
from desktop.time_left import TimeLeft
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.progress_card import ProgressCard, StageState
from desktop.widgets.text import TextBlock
from desktop.wording.basics import number
from desktop.wording.importing import found_words, source_words, stage_doing, stage_result, stage_to_do, where_words

WIDTH = 860
FOUND = ("named", "replied_to", "former_handles", "own_handles")


class _Found(Card):
    """A number of people and what it counts."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(padding=18, parent=parent)
        self.column.setSpacing(0)
        self._number = TextBlock("", Text.FIGURE, parent=self)
        self._words = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self.column.addWidget(self._number)
        self.column.addWidget(self._words)
        self.hide()

    def show_count(self, name: str, count: int) -> None:
        self._number.set_text(number(count))
        self._words.set_text(found_words(name, count))
        self.show()


class ImportPage(QScrollArea):
    """Give it `begin` and then every `Progress`; `stop_asked` comes from the button (and the window's Esc)."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Opening an archive"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget(self)
        self._title = TextBlock(self.tr("Opening the archive"), Text.TITLE, parent=self._content)
        self._source = TextBlock("", Text.BODY, "ink2", parent=self._content)
        self._stages = list(Stage)
        self._card = ProgressCard([stage_to_do(stage) for stage in self._stages], self._content)
        self._found = {name: _Found(self._content) for name in FOUND}
        self.stop = Button(self.tr("Stop"), key="Esc", parent=self._content)
        self._lay_out()
        self.stop.clicked.connect(self.stop_asked)
        self.begin((), True)

    def _lay_out(self) -> None:
        found = QHBoxLayout()
        found.setSpacing(px(12))
        for card in self._found.values():
            found.addWidget(card, 1)
        closed = self.tr("Photos, videos and private files stay closed. Nothing is unpacked.")
        calm = self.tr("Stopping leaves everything as it was.")
        foot = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(TextBlock(closed, Text.BODY, "ink2", parent=self._content))
        words.addWidget(TextBlock(calm, Text.BODY, "ink3", parent=self._content))
        foot.addLayout(words, 1)
        foot.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignTop)
        inner = QWidget(self._content)
        inner.setMaximumWidth(px(WIDTH + 2 * PAGE_MARGIN))
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(PAGE_MARGIN), px(32), px(PAGE_MARGIN), px(24))
        column.setSpacing(px(4))
        for widget in (self._title, self._source):
            column.addWidget(widget)
        column.addSpacing(px(12))
        column.addWidget(self._card)
        column.addSpacing(px(10))
        column.addLayout(found)
        column.addSpacing(px(12))
        column.addLayout(foot)
        column.addStretch(1)
        centred = QHBoxLayout(self._content)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addWidget(inner)
        self.setWidget(self._content)

    def begin(self, paths: Sequence[Path], messages: bool) -> None:
        """Another archive is opened; with ``messages`` False that stage says so."""
        size = sum(path.stat().st_size for path in paths if path.is_file())
        self._source.set_text(source_words(paths, size) if paths else "")
        self._time_left = TimeLeft()
        self._seen: dict[Stage, str] = {}
        self._current: Stage | None = None
        self._told = -1
        self._messages = messages
        for card in self._found.values():
            card.hide()
        self._card.show_progress(stage_doing(Stage.LOOK), 0.0, "")
        self._show_stages()

    def show_progress(self, progress: Progress) -> None:
        """Show where the work is."""
        part = progress.bytes_done / progress.bytes_total if progress.bytes_total else 0.0
        left = self._time_left.estimate(progress.bytes_done, progress.bytes_total)
        where = where_words(progress, left)
        doing = stage_doing(progress.stage)
        self._card.show_progress(doing, part, where)
        result = stage_result(progress)
        self._seen[progress.stage] = result or self._seen.get(progress.stage, "")
        changed = progress.stage is not self._current
        self._current = progress.stage
        self._show_stages()
        for name, card in self._found.items():
            if progress.found.get(name):
                card.show_count(name, progress.found[name])
        tenth = int(part * 10)
        if changed or tenth != self._told:
            self._told = tenth
            said = f"{doing}. {where}" if where else doing
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _show_stages(self) -> None:
        """Parts come in the archive's own order, so a stage is done when another is at work and it was seen, or when reading is over."""
        after_reading = self._current in (Stage.EVIDENCE, Stage.NETWORK, Stage.VERDICTS)
        now = self._stages.index(self._current) if self._current is not None else -1
        for place, stage in enumerate(self._stages):
            result = self._seen.get(stage, "")
            if stage is Stage.MESSAGES and not self._messages:
                result = self.tr("left closed")
            if place == now:
                state = StageState.NOW
            elif stage in self._seen or (after_reading and place < now):
                state = StageState.DONE
            else:
                state = StageState.TO_COME
            self._card.show_stage(place, state, result)
