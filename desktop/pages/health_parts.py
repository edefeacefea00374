"""The list of an archive's parts: found, expected, not readable, and the place of what is broken, row by row."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from analyzer.health.shapes import ArchiveHealth, PartHealth, State
from desktop.icons import paint_icon
from desktop.metrics import RADIUS_FIELD, Text, px, text_font
from desktop.theme import Theme, theme_of
from desktop.widgets.card import Card
from desktop.widgets.painting import LEFT, RIGHT, PaintedButton, advance, draw_line, rounded
from desktop.widgets.text import TextBlock
from desktop.wording.basics import number, tr
from desktop.wording.health import details, part_hint, part_name, row_text, state_word, unused_words

ROW = 32
ICON, CHEVRON, STATE = 28, 18, 96
FIGURES = (68, 76, 92)


class _Columns:
    """Where a row's cells are, mirrored in right-to-left languages."""

    def __init__(self, rect: QRectF, mirrored: bool) -> None:
        self._rect, self._mirrored = rect, mirrored
        self._figures_end = rect.width() - px(CHEVRON) - px(STATE) - px(16)
        self.icon = self._cell(px(6), px(16))
        self.name = self._cell(px(ICON), self._figures_end - px(sum(FIGURES)) - px(ICON) - px(8))
        self.state = self._cell(rect.width() - px(CHEVRON) - px(STATE), px(STATE))
        self.chevron = self._cell(rect.width() - px(CHEVRON), px(13))
        self.near, self.far = (RIGHT, LEFT) if mirrored else (LEFT, RIGHT)

    def figure(self, place: int) -> QRectF:
        """The cell of found (0), expected (1) or not readable (2)."""
        return self._cell(self._figures_end - px(sum(FIGURES[place:])), px(FIGURES[place]))

    def _cell(self, start: float, width: float) -> QRectF:
        left = self._rect.right() - start - width if self._mirrored else self._rect.left() + start
        return QRectF(left, self._rect.top(), max(0.0, width), self._rect.height())


class _Head(QWidget):
    """The names of the columns."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(22))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        columns = _Columns(QRectF(self.rect()), self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        draw_line(painter, columns.name, tr("Part"), Text.CAPTION, theme.ink2, columns.near)
        for place, words in enumerate((tr("Found"), tr("Expected"), tr("Not readable"))):
            draw_line(painter, columns.figure(place), words, Text.CAPTION, theme.ink2, columns.far, elide=False)
        painter.end()


class PartRow(PaintedButton):
    """One part in one line; where there is more to say it opens. `moved` asks for the row above (-1) or below (1)."""

    moved = Signal(int)

    def __init__(self, part: PartHealth, parent: QWidget) -> None:
        super().__init__("", parent)
        self.part = part
        self.details = details(part)
        self.setCheckable(bool(self.details))
        self.setCursor(Qt.CursorShape.PointingHandCursor if self.details else Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(row_text(part))
        self.setAccessibleDescription(tr("opens the places") if self.details else "")

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(ROW))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        part, columns = self.part, _Columns(rect, self.isRightToLeft())
        if self.details and (self.hovered or self.isChecked()):
            rounded(painter, rect, RADIUS_FIELD, theme.hover)
        lacking = part.is_lacking
        icon = "warning" if lacking and part.bears else "check" if part.state is State.READ else "minus"
        paint_icon(painter, icon, columns.icon, theme.ink if icon == "warning" else theme.ink2)
        name = part_name(part.part)
        draw_line(painter, columns.name, name, Text.STRONG if icon == "warning" else Text.BODY, theme.ink, columns.near)
        hint = part_hint(part.part)
        room = columns.name.width() - advance(text_font(Text.STRONG), name) - px(10)
        if hint and room >= advance(text_font(Text.CAPTION), hint):
            after = (
                columns.name.adjusted(0, 0, -columns.name.width() + room, 0)
                if self.isRightToLeft()
                else columns.name.adjusted(columns.name.width() - room, 0, 0, 0)
            )
            draw_line(painter, after, hint, Text.CAPTION, theme.ink3, columns.near, elide=False)
        never = part.state is State.NEVER_HELD
        figures = (
            "–" if never or part.state is State.CLOSED else number(part.found),
            "–" if part.expected is None else number(part.expected),
            number(part.unreadable) if part.unreadable else "–",
        )
        for place, figure in enumerate(figures):
            style = Text.STRONG if (place == 2 and part.unreadable) or (place == 0 and icon == "warning") else Text.BODY
            draw_line(painter, columns.figure(place), figure, style, theme.ink if figure != "–" else theme.ink3, columns.far, elide=False)
        draw_line(painter, columns.state, state_word(part), Text.CAPTION, theme.ink if lacking and part.bears else theme.ink2, columns.near)
        if self.details:
            side = px(13)
            spot = QRectF(columns.chevron.left(), rect.center().y() - side / 2, side, side)
            paint_icon(painter, "chevron-down" if self.isChecked() else "chevron-right", spot, theme.ink3)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(step)


class PartsCard(Card):
    """All parts of one date's archive. Tab reaches the list once, up and down walk through it, Space opens a row."""

    row_reached = Signal(QWidget)

    def __init__(self, heading: str, archive: ArchiveHealth, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        self.setAccessibleName(heading)
        self.archive = archive
        self.rows: list[PartRow] = []
        self._places: dict[PartRow, QPlainTextEdit] = {}
        list_ = QVBoxLayout()
        list_.setSpacing(0)
        list_.addWidget(_Head(self))
        for part in archive.parts:
            row = PartRow(part, self)
            row.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self.rows else Qt.FocusPolicy.StrongFocus)
            row.moved.connect(self._on_moved)
            row.toggled.connect(self._on_toggled)
            self.rows.append(row)
            list_.addWidget(row)
            if row.details:
                list_.addWidget(self._place(row))
        self.column.addLayout(list_)
        self._add_notes(archive)

    def _place(self, row: PartRow) -> QPlainTextEdit:
        """Where a part is broken: text to read and to copy."""
        place = QPlainTextEdit(row.details, self)
        place.setReadOnly(True)
        place.setTabChangesFocus(True)
        place.setAccessibleName(tr("Places in {part}").format(part=part_name(row.part.part)))
        lines = min(7, row.details.count("\n") + 1)
        place.setFixedHeight(place.fontMetrics().lineSpacing() * lines + px(18))
        place.hide()
        self._places[row] = place
        return place

    def _add_notes(self, archive: ArchiveHealth) -> None:
        notes = [unused_words(archive.unused)]
        if all(part.expected is None for part in archive.parts):
            notes.append(tr("Without a manifest nobody knows how many records there should be."))
        for words in notes:
            if words:
                self.column.addWidget(TextBlock(words, Text.CAPTION, "ink2", parent=self))

    def _on_toggled(self, is_open: bool) -> None:
        row = self.sender()
        assert isinstance(row, PartRow)
        self._places[row].setVisible(is_open)

    def _on_moved(self, step: int) -> None:
        row = self.sender()
        assert isinstance(row, PartRow)
        target = self.rows[min(len(self.rows) - 1, max(0, self.rows.index(row) + step))]
        row.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        target.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        target.setFocus(Qt.FocusReason.TabFocusReason)
        self.row_reached.emit(target)
