"""The sidebar: whose archive, the pages, and the promise; 196 px wide, a 60 px rail with tooltips in a narrow window."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.icons import paint_icon
from desktop.metrics import RADIUS_FIELD, RAIL, SIDEBAR, Text, px, text_font
from desktop.theme import Theme, theme_of
from desktop.widgets.avatar import initials_of, paint_avatar
from desktop.widgets.painting import LEFT, RIGHT, PaintedButton, advance, draw_line, leading_margins, line_height, rounded
from desktop.widgets.text import TextBlock


@dataclass(frozen=True, slots=True)
class NavItem:
    """One page in the sidebar; ``gap_before`` sets it apart from the one above, ``at_foot`` puts it beside the promise."""

    page_id: str
    title: str
    icon: str
    shortcut: str = ""
    gap_before: bool = False
    at_foot: bool = False


class _NavButton(PaintedButton):
    def __init__(self, item: NavItem, parent: QWidget) -> None:
        super().__init__(item.title, parent)
        self.item = item
        self.rail = False
        self.count = self.counted = ""
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_count("")

    def show_count(self, count: str, counted: str = "") -> None:
        self.count, self.counted = count, counted
        said = counted or count
        self.setAccessibleName(f"{self.item.title}, {said}" if said else self.item.title)
        self._show_hint()
        self.update()

    def show_rail(self, rail: bool) -> None:
        self.rail = rail
        self._show_hint()
        self.updateGeometry()

    def _show_hint(self) -> None:
        """What is not to be seen: the title of an icon alone, the key, and what the number counts."""
        hint = f"{self.item.title} ({self.item.shortcut})" if self.item.shortcut else self.item.title
        self.setToolTip("\n".join(part for part in (hint if self.rail else self.item.shortcut, self.counted) if part))

    def sizeHint(self) -> QSize:
        return QSize(px(44), px(40)) if self.rail else QSize(px(160), px(36))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        on = self.isChecked()
        if on or self.hovered:
            rounded(painter, rect, RADIUS_FIELD, theme.accent_soft if on else theme.hover)
        colour = theme.accent if on else theme.ink2
        side = px(18)
        left = rect.center().x() - side / 2 if self.rail else rect.right() - px(10) - side if self.isRightToLeft() else rect.left() + px(10)
        paint_icon(painter, self.item.icon, QRectF(left, rect.center().y() - side / 2, side, side), colour)
        if self.rail:
            return
        number = px(12) + advance(text_font(Text.CAPTION_MEDIUM), self.count) if self.count else px(8)
        near, far = (RIGHT, LEFT) if self.isRightToLeft() else (LEFT, RIGHT)
        inner = rect.adjusted(number, 0, -px(40), 0) if self.isRightToLeft() else rect.adjusted(px(40), 0, -number, 0)
        draw_line(painter, inner, self.item.title, Text.STRONG if on else Text.BODY, colour, near)
        draw_line(painter, rect.adjusted(px(10), 0, -px(10), 0), self.count, Text.CAPTION_MEDIUM, theme.accent if on else theme.ink3, far)


class _Owner(QWidget):
    """Whose archive is open and of when."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rail = False
        self.name, self.date, self.initials = "", "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(44), px(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        side = px(32)
        left = (self.width() - side) / 2 if self.rail else self.width() - side - px(6) if self.isRightToLeft() else px(6)
        paint_avatar(painter, QRectF(left, px(2), side, side), self.initials, theme, None, theme.window)
        if not self.rail:
            align = RIGHT if self.isRightToLeft() else LEFT
            start = px(4) if self.isRightToLeft() else px(6 + 32 + 10)
            room = self.width() - px(6 + 32 + 10 + 4)
            high, low = line_height(Text.BODY, 1.25), line_height(Text.CAPTION, 1.3)
            top = px(18) - (high + low) / 2
            draw_line(painter, QRectF(start, top, room, high), self.name, Text.STRONG, theme.ink, align)
            draw_line(painter, QRectF(start, top + high, room, low), self.date, Text.CAPTION, theme.ink2, align)
        painter.end()


class _Promise(QWidget):
    """The promise at the foot, an icon with a tooltip in the rail."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.rail = False
        self.setAccessibleName(words)
        self.setToolTip(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(leading_margins(px(10 + 15 + 10), px(10), px(4), px(4), self.isRightToLeft()))
        self._words = TextBlock(words, Text.CAPTION, "ink3", parent=self)
        column.addWidget(self._words)
        self.setMinimumHeight(px(32))

    def show_rail(self, rail: bool) -> None:
        self.rail = rail
        self._words.setVisible(not rail)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = px(15)
        left = (self.width() - side) / 2 if self.rail else self.width() - side - px(10) if self.isRightToLeft() else px(10)
        paint_icon(painter, "offline", QRectF(left, px(11), side, side), theme_of(self).ink3)
        painter.end()


class Sidebar(QWidget):
    """Shows the pages it is given. `page_chosen` carries the page's id; up and down move between pages."""

    page_chosen = Signal(str)

    def __init__(self, promise: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Pages"))
        self._buttons: dict[str, _NavButton] = {}
        self._rail: bool | None = None
        self._owner = _Owner(self)
        self._promise = _Promise(promise, self)
        self._pages = QVBoxLayout()
        self._pages.setSpacing(px(2))
        self._column = QVBoxLayout(self)
        self._column.setSpacing(px(2))
        self._column.addWidget(self._owner)
        self._column.addLayout(self._pages)
        self._column.addStretch(1)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(px(2))
        self._column.addLayout(self._foot)
        self._column.addWidget(self._promise)
        self.set_rail(False)

    def add_page(self, item: NavItem) -> None:
        """A page below those already there."""
        button = _NavButton(item, self)
        button.show_rail(bool(self._rail))
        button.clicked.connect(self._on_clicked)
        if item.gap_before:
            self._pages.addSpacing(px(12))
        (self._foot if item.at_foot else self._pages).addWidget(button)
        self._buttons[item.page_id] = button

    def set_owner(self, name: str, handle: str, date: str) -> None:
        """Whose archive, and its date in words."""
        self._owner.name, self._owner.date = name or (f"@{handle}" if handle else ""), date
        self._owner.initials = initials_of(name, handle)
        said = ", ".join(part for part in (self._owner.name, date) if part)
        self._owner.setAccessibleName(said)
        self._owner.setToolTip(said)
        self._owner.update()

    def set_current(self, page_id: str) -> None:
        """Mark this page, without telling."""
        if page_id in self._buttons:
            self._buttons[page_id].setChecked(True)

    def set_count(self, page_id: str, count: str, counted: str = "") -> None:
        """A number beside a page's title; empty for none. ``counted`` says what it counts."""
        if page_id in self._buttons:
            self._buttons[page_id].show_count(count, counted)

    def set_rail(self, rail: bool) -> None:
        """Only icons, or icons and words."""
        if rail == self._rail:
            return
        self._rail = rail
        self.setFixedWidth(px(RAIL if rail else SIDEBAR))
        self._column.setContentsMargins(px(8) if rail else px(12), px(8), px(8), px(12))
        self._owner.rail = rail
        self._promise.show_rail(rail)
        for button in self._buttons.values():
            button.show_rail(rail)
        self._owner.update()

    def take_focus(self) -> None:
        """Put the focus on the current page's button."""
        for button in self._buttons.values():
            if button.isChecked():
                button.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        buttons = list(self._buttons.values())
        place = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or place is None:
            super().keyPressEvent(event)
            return
        buttons[(place + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, _NavButton)
        self.page_chosen.emit(button.item.page_id)
