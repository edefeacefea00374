"""Parts of the Export page: a list to choose with its count, a check box, what a file will hold, and the rows of a preview."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Listing
from desktop.icons import paint_icon
from desktop.metrics import RADIUS_ROW, RADIUS_SMALL, Text, px, text_font
from desktop.pages.people_rows import follow_icon
from desktop.theme import Theme, theme_of
from desktop.widgets.avatar import initials_of, paint_avatar
from desktop.widgets.card import Card
from desktop.widgets.option import Option
from desktop.widgets.painting import LEFT, RIGHT, PaintedButton, advance, draw_line, leading_margins, line_height, rounded
from desktop.widgets.text import TextBlock
from desktop.wording.basics import number, plural, tr
from desktop.wording.names import caption_of, has_name, listing_hint, listing_title, name_of

PREVIEW_ROW = 46


class ListOption(Option):
    """One list: round mark, title, what it is, how many are on it."""

    def __init__(self, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(listing_title(listing), listing_hint(listing), parent)
        self.listing = listing
        self._count = 0
        self.focus_radius = RADIUS_ROW

    def set_count(self, count: int) -> None:
        """Show how many are on the list."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {plural(count, '%Ln person', '%Ln people')}")
        self.update()

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        if self.isChecked():
            rounded(painter, rect, RADIUS_ROW, theme.accent_soft)
        super().paint(painter, theme, rect)
        figure = rect.adjusted(px(12), 0, -px(14), 0)
        draw_line(painter, figure, number(self._count), Text.HEADING, theme.ink, LEFT if self.isRightToLeft() else RIGHT, elide=False)


class CheckOption(PaintedButton):
    """A check box with one line of words."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.focus_radius = RADIUS_SMALL

    def set_words(self, words: str) -> None:
        """Say something else."""
        self.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(round(advance(text_font(Text.BODY), self.text())) + px(30), px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), px(28))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        side, mirrored = px(16), self.isRightToLeft()
        left = rect.right() - side if mirrored else rect.left()
        box = QRectF(left, rect.center().y() - side / 2, side, side)
        on = self.isChecked()
        ground = theme.accent if on else theme.hover if self.hovered else theme.surface
        rounded(painter, box, RADIUS_SMALL, ground, None if on else theme.control_line)
        if on:
            paint_icon(painter, "check", box.adjusted(2, 2, -2, -2), theme.on_accent)
        words = rect.adjusted(0, 0, -side - px(10), 0) if mirrored else rect.adjusted(side + px(10), 0, 0, 0)
        draw_line(painter, words, self.text(), Text.BODY, theme.ink, RIGHT if mirrored else LEFT)


class HeldLine(QWidget):
    """One line of what a file holds (a tick) or leaves out (a cross)."""

    def __init__(self, held: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held = held
        self._words = TextBlock("", Text.BODY, "ink" if held else "ink2", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(leading_margins(px(24), 0, 0, 0, self.isRightToLeft()))
        column.addWidget(self._words)

    def set_words(self, words: str) -> None:
        """Say what; nothing hides the line."""
        self._words.set_text(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        left = self.width() - px(16) if self.isRightToLeft() else 0
        top = (line_height(Text.BODY) - px(16)) / 2
        paint_icon(painter, "check" if self._held else "close", QRectF(left, top, px(16), px(16)), theme.ink2)
        painter.end()


class HoldsCard(Card):
    """This file will hold: people, what else, and what stays out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.column.addWidget(TextBlock(tr("This file will hold"), Text.STRONG, parent=self))
        self._lines = (HeldLine(True, self), HeldLine(True, self), HeldLine(False, self))
        for line in self._lines:
            self.column.addWidget(line)
        self.column.addStretch(1)

    def show_held(self, people: str, more: str, left_out: str) -> None:
        """Show the three lines."""
        for line, words in zip(self._lines, (people, more, left_out), strict=True):
            line.set_words(words)


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One person of a preview and why they are on the list."""

    person: Person
    judgement: Judgement
    why: str


class PreviewRows(QWidget):
    """The first people of a list, painted; a screen reader gets them as one text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[PreviewRow] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("First people of the list"))

    def show_rows(self, rows: Sequence[PreviewRow]) -> None:
        """Show these."""
        self._rows = tuple(rows)
        self.setAccessibleDescription(". ".join(f"{name_of(row.person)}: {row.why}" for row in rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(320), px(PREVIEW_ROW) * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), px(PREVIEW_ROW) * len(self._rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = theme_of(self)
        for place, row in enumerate(self._rows):
            rect = QRectF(0, place * px(PREVIEW_ROW), self.width(), px(PREVIEW_ROW))
            self._paint_row(painter, rect, row, theme)
            if place:
                painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), theme.line)
        painter.end()

    def _paint_row(self, painter: QPainter, rect: QRectF, row: PreviewRow, theme: Theme) -> None:
        side = px(28)
        middle = rect.center().y()
        letters = initials_of(row.person.name, row.person.handle)
        paint_avatar(painter, QRectF(rect.left(), middle - side / 2, side, side), letters, theme, row.judgement.verdict, theme.surface)
        high, low = line_height(Text.BODY, 1.3), line_height(Text.CAPTION, 1.3)
        top = middle - (high + low) / 2
        left = rect.left() + side + px(14)
        width = min(px(230), rect.width() * 0.42)
        draw_line(painter, QRectF(left, top, width, high), name_of(row.person), Text.BODY, theme.ink if has_name(row.person) else theme.ink2, LEFT)
        draw_line(painter, QRectF(left, top + high, width, low), caption_of(row.person), Text.CAPTION, theme.ink2, LEFT)
        why = QRectF(left + width + px(14), rect.top(), rect.right() - left - width - px(14 + 28), rect.height())
        draw_line(painter, why, row.why, Text.CAPTION, theme.ink2, LEFT)
        paint_icon(painter, follow_icon(row.person), QRectF(rect.right() - px(16), middle - px(8), px(16), px(16)), theme.ink2)
