"""The table of people: rows painted as one piece, a quiet header that sorts by mouse and keyboard, and the keys that decide."""

import time
from collections.abc import Collection
from itertools import chain

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from analyzer.people.person import SIGN_NAMES
from desktop.metrics import RADIUS_ROW, ROW, Text, px, text_font
from desktop.models.columns import COLUMN_INDEX, COLUMNS, Entry, Heading
from desktop.models.people import PeopleModel
from desktop.pages.decision_keys import meaning_of
from desktop.pages.people_header import PeopleHeader
from desktop.pages.people_rows import GAP, INSET, OFFER_KEY, PersonDelegate, paint_heading, row_ground
from desktop.theme import theme_of
from desktop.widgets.painting import advance, key_hint_width, rounded

TYPING_SECONDS = 1.0
MOST_SELECTED = 5000
_WIDTHS = {"verdict": 178, "days": 62, "recent": 100, "first": 106, "last": 106, "follow": 52}
# What a narrow list leaves out, in this order, so that names keep so much room; the panel still shows it.
_DROPPED = {"first": 250, "verdict": 250, "recent": 250, "signs": 250, "last": 190, "follow": 150}
_WIDE_ONLY = frozenset({"verdict", "first"})

Index = QModelIndex | QPersistentModelIndex


class PeopleView(QTableView):
    """Shows a `PeopleModel`. `key_meant` carries a Choice or PersonKey for the selected people; `panel_asked` comes with Enter.

    A table and not a tree: a tree asks the model about every row, a table only about those in sight, and there may be a million.
    """

    key_meant = Signal(object)
    panel_asked = Signal()
    current_changed = Signal(object)  # Entry, Heading or None
    offer_taken = Signal(object)  # Heading

    def __init__(self, model: PeopleModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people = model
        self._delegate = PersonDelegate(self)
        self._hovered_row = -1
        self._by_keyboard = False
        self._typed = ""
        self._typed_at = 0.0
        self._wide = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._header = PeopleHeader(self)
        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("People"))
        self.viewport().setAutoFillBackground(False)
        self._connect()

    def _connect(self) -> None:
        self._header.sectionClicked.connect(self.sort_by)
        self._header.sort_asked.connect(self.sort_by)
        self.doubleClicked.connect(self._on_double_clicked)

    def set_signs(self, signs: Collection[str]) -> None:
        """Which signs the analysis computed; the others have no place in a row."""
        self._delegate.signs = tuple(name for name in SIGN_NAMES if name in signs)
        self._lay_out_columns()

    def set_wide(self, wide: bool) -> None:
        """A very wide window has room for the verdict's word and the first contact."""
        if wide != self._wide:
            self._wide = wide
            self._lay_out_columns()

    def sort_by(self, section: int) -> None:
        """Sort by a column; again by the same turns the direction round."""
        shown = self._people.sorted_by
        first = Qt.SortOrder.DescendingOrder if COLUMNS[section].high_first else Qt.SortOrder.AscendingOrder
        order = first
        if shown is not None and shown[0] is COLUMNS[section] and shown[1] == first:
            order = Qt.SortOrder.AscendingOrder if first == Qt.SortOrder.DescendingOrder else Qt.SortOrder.DescendingOrder
        self._people.sort(section, order)
        self.show_sort()

    def show_sort(self) -> None:
        """Show in the header what the model is sorted by."""
        shown = self._people.sorted_by
        self._header.setSortIndicatorShown(shown is not None)
        if shown is not None:
            self._header.setSortIndicator(COLUMN_INDEX[shown[0].name], shown[1])
        self._header.viewport().update()

    def chosen_keys(self) -> list[str]:
        """Keys of the selected people, in the order of the rows; a heading among them stands for nobody."""
        values = [self._people.entry(row) for row in self._selected_rows()]
        return [value.person.key for value in values if isinstance(value, Entry)]

    def chosen_group(self) -> Heading | None:
        """The heading the cursor is on, where it offers a key for its whole group and nothing else is selected."""
        value = self.current_value()
        return value if isinstance(value, Heading) and value.offer and self._selected_rows() == [self.currentIndex().row()] else None

    def first_person(self, row: int = 0) -> int:
        """The row of the first person from ``row`` on, of the last one before it where none follows; -1 if there is nobody."""
        rows = chain(range(row, self._people.rowCount()), range(row - 1, -1, -1))
        return next((at for at in rows if isinstance(self._people.entry(at), Entry)), -1)

    def current_value(self) -> Entry | Heading | None:
        """What the cursor is on."""
        return self._people.entry(self.currentIndex().row())

    def go_to(self, row: int, scroll: bool = True) -> None:
        """Put the cursor on a row and select only it; -1 takes the cursor away."""
        index = self._people.index(row, 0) if row >= 0 else QModelIndex()
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().setCurrentIndex(index, flags)
        if scroll and row >= 0:
            self.scrollTo(index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out_columns()

    def _row_width(self) -> int:
        """The room beside the scroll bar, also while there is none: rows and columns stay where they are when it comes and goes."""
        return self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width()

    def _lay_out_columns(self) -> None:
        widths = {name: px(width) for name, width in _WIDTHS.items()}
        widths["signs"] = self._delegate.signs_width() + px(GAP) if self._delegate.signs else 0
        hidden = {name for name in widths if not widths[name] or (name in _WIDE_ONLY and not self._wide)}
        available = self._row_width()
        for name, room in _DROPPED.items():
            if available - sum(width for column, width in widths.items() if column not in hidden) < px(room):
                hidden.add(name)
        shown = sum(width for column, width in widths.items() if column not in hidden)
        for column in COLUMNS[1:]:
            place = COLUMN_INDEX[column.name]
            self.setColumnHidden(place, column.name in hidden)
            if column.name not in hidden:
                self._header.resizeSection(place, widths[column.name])
        self._header.resizeSection(0, max(px(120), available - shown))

    def header(self) -> QHeaderView:
        """The column titles."""
        return self._header

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        for row in range(max(0, first), (last if last >= 0 else self._people.rowCount() - 1) + 1):
            option.rect = QRect(0, self.rowViewportPosition(row), self.viewport().width(), self.rowHeight(row))
            self._draw_row(painter, option, self._people.index(row, 0))
        painter.end()

    def _draw_row(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = theme_of(self)
        row = self._people.entry(index.row())
        selected = self.selectionModel().isSelected(index)
        hovered = index.row() == self._hovered_row
        rect = QRectF(option.rect)
        rect.setWidth(self._row_width())
        rect.setLeft(0)
        if selected or hovered:
            rounded(painter, rect, RADIUS_ROW, row_ground(theme, selected, hovered))
        if isinstance(row, Heading):
            link = self._offer_rect(rect, row)
            paint_heading(painter, rect, row, theme, link)
        else:
            inner = QStyleOptionViewItem(option)
            inner.state &= ~QStyle.StateFlag.State_MouseOver
            if hovered:
                inner.state |= QStyle.StateFlag.State_MouseOver
            self._draw_cells(painter, inner, index, selected)
        if self.hasFocus() and self._by_keyboard and index.row() == self.currentIndex().row():
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS_ROW, RADIUS_ROW)
            painter.restore()

    def _draw_cells(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, selected: bool) -> None:
        option.widget = self
        if selected:
            option.state |= QStyle.StateFlag.State_Selected
        for section in range(self._header.count()):
            if not self._header.isSectionHidden(section):
                left, width = self._header.sectionViewportPosition(section), self._header.sectionSize(section)
                option.rect = QRect(left, option.rect.top(), width, option.rect.height())
                self._delegate.paint(painter, option, self._people.index(index.row(), section))

    def _offer_rect(self, rect: QRectF, heading: Heading) -> QRectF | None:
        if not heading.offer:
            return None
        width = advance(text_font(Text.MEDIUM), heading.offer) + 2 + px(8) + key_hint_width(OFFER_KEY)
        return QRectF(rect.right() - px(INSET) - width, rect.top() + px(10), width, rect.height() - px(10))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        self._hover(index.row() if index.isValid() else -1)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if self._on_offer(event) else Qt.CursorShape.ArrowCursor)

    def _on_offer(self, event: QMouseEvent) -> Heading | None:
        index = self.indexAt(event.position().toPoint())
        value = self._people.entry(index.row()) if index.isValid() else None
        if isinstance(value, Heading):
            rect = QRectF(self.visualRect(index))
            rect.setLeft(0)
            rect.setWidth(self._row_width())
            link = self._offer_rect(rect, value)
            if link is not None and link.contains(event.position()):
                return value
        return None

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered_row:
            for changed in (self._hovered_row, row):
                if 0 <= changed < self._people.rowCount():
                    self.viewport().update(QRect(0, self.visualRect(self._people.index(changed, 0)).top(), self.viewport().width(), px(ROW)))
            self._hovered_row = row

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        super().mousePressEvent(event)
        heading = self._on_offer(event)
        if heading is not None and event.button() == Qt.MouseButton.LeftButton:
            self.offer_taken.emit(heading)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self._by_keyboard = True
            if not self.currentIndex().isValid() and self._people.rowCount():
                self.go_to(self.first_person())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.current_changed.emit(self._people.entry(current.row()) if current.isValid() else None)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """By rows, as in a list, and past headings that offer nothing: no key would do anything there."""
        index = self._people.index(self._row_after(action), 0) if self._people.rowCount() else QModelIndex()
        value = self._people.entry(index.row()) if index.isValid() else None
        if not isinstance(value, Heading) or value.offer:
            return index
        step = -1 if index.row() < self.currentIndex().row() else 1
        rows = range(index.row() + step, self._people.rowCount() if step > 0 else -1, step)
        person = next((row for row in rows if isinstance(self._people.entry(row), Entry)), self.first_person())
        return self._people.index(person, 0)

    def _row_after(self, action: QAbstractItemView.CursorAction) -> int:
        row, last = self.currentIndex().row(), self._people.rowCount() - 1
        page = max(1, self.viewport().height() // px(ROW) - 1)
        steps = {
            QAbstractItemView.CursorAction.MoveUp: -1,
            QAbstractItemView.CursorAction.MovePrevious: -1,
            QAbstractItemView.CursorAction.MoveDown: 1,
            QAbstractItemView.CursorAction.MoveNext: 1,
            QAbstractItemView.CursorAction.MovePageUp: -page,
            QAbstractItemView.CursorAction.MovePageDown: page,
            QAbstractItemView.CursorAction.MoveHome: -last - 1,
            QAbstractItemView.CursorAction.MoveEnd: last + 1,
        }
        return max(0, min(last, row + steps.get(action, 0)))

    def selectAll(self) -> None:
        if self._people.rowCount() <= MOST_SELECTED:
            super().selectAll()

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """As always, but never so many rows that the window would stand still; those nearest to the cursor then."""
        most = MOST_SELECTED * px(ROW)
        if rect.height() > most:
            current = self.visualRect(self.currentIndex()).center().y()
            if abs(rect.bottom() - current) < abs(rect.top() - current):
                rect.setTop(rect.bottom() - most)
            else:
                rect.setBottom(rect.top() + most)
        super().setSelection(rect, command)

    def _selected_rows(self) -> list[int]:
        """In order; a range at a time, as every row has eight cells."""
        selection = self.selectionModel().selection()
        ranges = [selection.at(number) for number in range(selection.size())]
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._by_keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.panel_asked.emit()
            return
        typing = bool(self._typed) and time.monotonic() - self._typed_at < TYPING_SECONDS
        meaning = None if typing else meaning_of(event)
        if meaning is not None:
            self.key_meant.emit(meaning)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Typing jumps to a name; a first letter that decides something else is typed with Shift."""
        now = time.monotonic()
        again = now - self._typed_at >= TYPING_SECONDS
        self._typed = search if again else self._typed + search
        self._typed_at = now
        start = max(0, self.currentIndex().row())
        row = self._people.find_name(self._typed, start + 1 if again else start)
        if row >= 0:
            self.go_to(row)

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if isinstance(self._people.entry(index.row()), Entry):
            self.panel_asked.emit()
