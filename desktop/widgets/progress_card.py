"""The import's progress: the stage's name, bytes and time left over a bar, and all stages with done, now and to come."""

from collections.abc import Sequence
from enum import Enum

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from desktop.icons import paint_icon
from desktop.metrics import LINE_ROW, RADIUS_FIELD, Text, px, text_font
from desktop.theme import theme_of
from desktop.widgets.card import Card
from desktop.widgets.painting import LEFT, RIGHT, advance, draw_line, rounded


class StageState(Enum):
    """Where a stage is."""

    TO_COME = "to come"
    NOW = "now"
    DONE = "done"


class ProgressBar(QProgressBar):
    """8 px high, flat; a screen reader hears its value and text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 1000)
        self.setTextVisible(False)
        self.setFixedHeight(px(8))
        self.setAccessibleName(self.tr("Progress of the import"))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        rect = QRectF(self.rect())
        rounded(painter, rect, rect.height() / 2, theme.sunk)
        part = self.value() / max(1, self.maximum())
        if part > 0:
            width = max(rect.height(), rect.width() * part)
            left = rect.right() - width if self.isRightToLeft() else rect.left()
            rounded(painter, QRectF(left, rect.top(), width, rect.height()), rect.height() / 2, theme.accent)
        painter.end()


class _StageLine(QWidget):
    """One stage: a mark, its words, and what came of it at the right."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self._result = ""
        self._state = StageState.TO_COME
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_state(StageState.TO_COME, "")

    def show_state(self, state: StageState, result: str) -> None:
        """Show where the stage is and what it brought."""
        self._state, self._result = state, result
        said = {StageState.TO_COME: self.tr("to come"), StageState.NOW: self.tr("now"), StageState.DONE: self.tr("done")}[state]
        self.setAccessibleName(", ".join(part for part in (self._words, said, result) if part))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(LINE_ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        rect = QRectF(self.rect())
        now = self._state is StageState.NOW
        if now:
            rounded(painter, rect, RADIUS_FIELD, theme.hover)
        rect = rect.adjusted(px(12), 0, -px(12), 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        mark = QRectF(rect.left(), rect.center().y() - px(10), px(20), px(20))
        if self._state is StageState.DONE:
            rounded(painter, mark, mark.height() / 2, theme.accent_soft)
            inset = px(20 - 13) / 2
            paint_icon(painter, "check", mark.adjusted(inset, inset, -inset, -inset), theme.accent)
        else:
            width = px(5) if now else 1.5
            painter.setPen(QPen(theme.accent if now else theme.line, width))
            painter.setBrush(theme.surface)
            painter.drawEllipse(mark.adjusted(width / 2, width / 2, -width / 2, -width / 2))
        result_width = advance(text_font(Text.CAPTION), self._result) + 2
        words = QRectF(mark.right() + px(12), rect.top(), rect.width() - px(44) - result_width, rect.height())
        colour = theme.ink3 if self._state is StageState.TO_COME else theme.ink
        draw_line(painter, words, self._words, Text.STRONG if now else Text.BODY, colour, LEFT)
        draw_line(painter, rect, self._result, Text.CAPTION, theme.ink2, RIGHT, elide=False)
        painter.end()


class _Head(QWidget):
    """The stage's name and how far it is: painted, so that words that change ten times a second never lay the page out anew."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._where = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_words(self, title: str, where: str) -> None:
        self._title, self._where = title, where
        self.setAccessibleName(f"{title}. {where}" if where else title)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        rect = QRectF(self.rect())
        near, far = (RIGHT, LEFT) if self.isRightToLeft() else (LEFT, RIGHT)
        room = advance(text_font(Text.BODY), self._where) + px(16)
        inner = rect.adjusted(room, 0, 0, 0) if self.isRightToLeft() else rect.adjusted(0, 0, -room, 0)
        draw_line(painter, inner, self._title, Text.HEADING, theme.ink, near)
        draw_line(painter, rect, self._where, Text.BODY, theme.ink2, far, elide=False)
        painter.end()


class ProgressCard(Card):
    """Stages are given once by their words; then `show_progress` and `show_stage` keep it up to date."""

    def __init__(self, stages: Sequence[str], parent: QWidget | None = None) -> None:
        # The current stage's ground reaches 12 px beyond the words on both sides, so the card's own margin is that much smaller.
        super().__init__(padding=16, parent=parent)
        beyond = px(12)
        self._head = _Head(self)
        self.bar = ProgressBar(self)
        head = QHBoxLayout()
        head.setContentsMargins(beyond, px(8), beyond, 0)
        head.addWidget(self._head)
        self.column.addLayout(head)
        self.column.addSpacing(px(6))
        track = QHBoxLayout()
        track.setContentsMargins(beyond, 0, beyond, 0)
        track.addWidget(self.bar)
        self.column.addLayout(track)
        self.column.addSpacing(px(8))
        self._lines = [_StageLine(words, self) for words in stages]
        lines = QVBoxLayout()
        lines.setContentsMargins(0, 0, 0, px(6))
        lines.setSpacing(0)
        for line in self._lines:
            lines.addWidget(line)
        self.column.addLayout(lines)

    def show_progress(self, title: str, part: float, where: str) -> None:
        """The current stage in words, the done part (0 to 1) and "4.6 of 7.2 MB · about 2 seconds left"."""
        self._head.show_words(title, where)
        self.bar.setValue(round(min(1.0, max(0.0, part)) * self.bar.maximum()))
        self.bar.setAccessibleDescription(f"{title}. {where}")

    def show_stage(self, place: int, state: StageState, result: str = "") -> None:
        """Where one stage is and what it brought."""
        self._lines[place].show_state(state, result)
