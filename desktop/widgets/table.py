"""Small tables to read: rows parted by hairlines, cells that wrap; nothing in them is chosen or edited."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.metrics import Text, px, text_font
from desktop.theme import theme_of
from desktop.widgets.painting import advance, rounded
from desktop.widgets.text import TextBlock

LONGEST = 80
"""Characters from which a column gets no more room than its share: such cells wrap."""


class Table(QWidget):
    """``rows`` of cells under ``head``; a cell's accessible name begins with its column's, as rows have no widget of their own."""

    def __init__(self, head: Sequence[str], rows: Sequence[Sequence[TextBlock]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.rows = rows
        self._head = head
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(13))
        titles = [TextBlock(title, Text.CAPTION, "ink2", parent=self) for title in head]
        self._lines = [titles, *rows]
        for column, title in enumerate(titles):
            grid.addWidget(title, 0, column, Qt.AlignmentFlag.AlignBottom)
            grid.setColumnStretch(column, min(LONGEST, max(len(head[column]) // 2, *(len(row[column].text()) for row in rows))))
        for line, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                cell.setSizePolicy(_shared(cell))
                grid.addWidget(cell, line, column, Qt.AlignmentFlag.AlignTop)
        self.refresh()

    def refresh(self) -> None:
        """Say each cell's column again and keep room for the longest word; to be called when a cell's words have changed."""
        for column, title in enumerate(self._head):
            widest = max(advance(text_font(Text.CAPTION), word) for word in title.split())
            for row in self.rows:
                cell = row[column]
                cell.setAccessibleName(f"{title}: {cell.text()}" if column else cell.text())
                font = text_font(Text.STRONG if column == 0 else Text.BODY)
                widest = max([widest, *(advance(font, word) for word in cell.text().split())])
            self._grid.setColumnMinimumWidth(column, round(widest) + 4 + max(row[column].contentsMargins().left() for row in self.rows))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme_of(self).line)
        for above, below in pairwise(self._lines):
            # Not the grid's own cells: where heights follow widths it does not tell them.
            y = (max(cell.geometry().bottom() for cell in above) + min(cell.y() for cell in below)) // 2 + 0.5
            painter.drawLine(QPointF(0, y), QPointF(self.width(), y))
        painter.end()


class FigureRow(QWidget):
    """A label, its figure at the right, a note below; ``share`` (0–1) draws how much of the track is filled."""

    def __init__(self, label: str, figure: str, note: str = "", share: float | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.share = share
        self.setAccessibleName(". ".join(part for part in (f"{label}: {figure}", note) if part))
        self.setToolTip(note)
        value = TextBlock(figure, Text.STRONG, parent=self)
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        # A short figure is never broken; a long one (a name of a zone, a list of parts) may be.
        value.setMinimumWidth(min(value.sizeHint().width() + 2, px(150)))
        line = QHBoxLayout()
        line.setSpacing(px(12))
        line.addWidget(TextBlock(label, parent=self), 1, Qt.AlignmentFlag.AlignTop)
        line.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(5), 0, px(6) if share is None else px(12))
        column.setSpacing(px(1))
        column.addLayout(line)
        if note:
            column.addWidget(TextBlock(note, Text.CAPTION, "ink2", parent=self))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.share is None:
            return
        theme = theme_of(self)
        painter = QPainter(self)
        track = QRectF(0, self.height() - px(9), self.width(), px(4))
        rounded(painter, track, px(2), theme.sunk)
        filled = track.width() * min(1.0, self.share)
        if filled >= 1:
            left = track.right() - filled if self.isRightToLeft() else track.left()
            rounded(painter, QRectF(left, track.top(), filled, track.height()), px(2), theme.accent)
        painter.end()

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), super().minimumSizeHint().height())


def _shared(cell: QWidget) -> QSizePolicy:
    """A policy by which a column's width comes from its stretch alone, so that all tables of a page keep their proportions."""
    policy = QSizePolicy(QSizePolicy.Policy.Ignored, cell.sizePolicy().verticalPolicy())
    policy.setHeightForWidth(True)
    return policy
