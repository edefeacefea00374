"""The column titles of the people table: quiet, without lines, sorting by mouse and keyboard."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.icons import paint_icon
from desktop.metrics import Text, px, text_font
from desktop.models.columns import COLUMNS
from desktop.pages.people_rows import GAP, INSET
from desktop.theme import theme_of
from desktop.widgets.painting import LEFT, advance, draw_line, rounded


class PeopleHeader(QHeaderView):
    """Column titles without lines; a click sorts, and with the keyboard: left and right choose a column, Space sorts by it."""

    sort_asked = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedHeight(px(28))
        self.setAccessibleName(self.tr("Columns: left and right choose one, Space sorts by it"))
        self.focused_column = 0

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme = theme_of(self)
        painter.fillRect(rect, theme.window)
        column = COLUMNS[section]
        title = column.title() if column.name != "follow" else ""
        sorted_here = self.isSortIndicatorShown() and self.sortIndicatorSection() == section
        colour = theme.ink if sorted_here else theme.ink3
        area = QRectF(rect)
        left, right = (px(INSET) if section == 0 else 0), (px(INSET) if column.name == "follow" else px(GAP))
        area.adjust(left, 0, -right, 0)
        width = advance(text_font(Text.CAPTION), title)
        mark = px(12) if sorted_here else 0
        start = area.right() - width - mark if column.right else area.left()
        draw_line(painter, QRectF(start, area.top(), width + 2, area.height()), title, Text.CAPTION, colour, LEFT, elide=False)
        if sorted_here:
            box = QRectF(start + width + px(3), area.center().y() - px(5), px(11), px(11))
            up = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            painter.save()
            if up:
                painter.translate(box.center())
                painter.rotate(180)
                painter.translate(-box.center())
            paint_icon(painter, "chevron-down", box, colour)
            painter.restore()
        if self.hasFocus() and section == self.focused_column:
            rounded(painter, QRectF(start - 5, area.top() + 3, width + mark + 10, area.height() - 6), 6, None, theme.accent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            shown = [section for section in range(self.count()) if not self.isSectionHidden(section)]
            place = shown.index(self.focused_column) if self.focused_column in shown else 0
            self.focused_column = shown[(place + (-step if self.isRightToLeft() else step)) % len(shown)]
            self.viewport().update()
        elif event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.sort_asked.emit(self.focused_column)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
