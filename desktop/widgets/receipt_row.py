"""Receipts: a count in words that opens the very records behind it, in place below."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from analyzer.evidence.acts import Tier
from desktop.icons import paint_icon
from desktop.metrics import RADIUS_FIELD, RADIUS_ROW, Text, px, text_font
from desktop.theme import Theme, theme_of
from desktop.widgets.button import Button, Strength
from desktop.widgets.painting import LEFT, RIGHT, PaintedButton, advance, draw_line, rounded
from desktop.widgets.text import Runs, TextBlock
from desktop.widgets.tier_mark import FULL, paint_tier_mark, tier_mark_width


class _Head(PaintedButton):
    """The line of a receipt: count, words, tier mark, chevron."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.count, self.words, self.detail, self.tier_word = "", "", "", ""
        self.tier: Tier | None = None
        self.opens = False
        self.divider = False
        self.count_width = 0
        self._is_stacked = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(240), px(50) if self.detail or self._is_stacked else px(35))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.find_room()

    def find_room(self) -> None:
        """In a narrow panel how sure it is stands below the words, not in their place."""
        beside = self.width() - (self.count_width or px(30)) - px(10) - px(2 + 13 + 8)
        marked = self.tier in FULL and bool(self.tier_word)
        wanted = advance(text_font(Text.BODY), self.words) + (tier_mark_width(self.tier_word) + px(8) if marked else 0)
        stacked = marked and not self.detail and wanted > beside
        if stacked is not self._is_stacked:
            self._is_stacked = stacked
            self.updateGeometry()

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        if self.hovered and self.opens:
            rounded(painter, rect, RADIUS_FIELD, theme.hover)
        if self.divider:
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 1), theme.line)
        middle = rect.center().y()
        number = QRectF(rect.left(), rect.top(), self.count_width or px(30), rect.height())
        draw_line(painter, number, self.count, Text.HEADING, theme.ink, RIGHT, elide=False)
        right = rect.right() - px(2)
        if self.opens:
            chevron = QRectF(right - px(13), middle - px(6.5), px(13), px(13))
            paint_icon(painter, "chevron-down" if self.isChecked() else "chevron-right", chevron, theme.ink3)
        right -= px(13 + 8)
        if self.tier in FULL and self.tier_word and not self._is_stacked:
            width = tier_mark_width(self.tier_word)
            paint_tier_mark(painter, right - width, middle, self.tier, self.tier_word, theme)
            right -= width + px(8)
        words = QRectF(number.right() + px(10), rect.top(), right - number.right() - px(10), rect.height())
        upper = words.adjusted(0, px(6), 0, -rect.height() / 2 + px(2))
        if self.tier is not None and self._is_stacked:
            draw_line(painter, upper, self.words, Text.BODY, theme.ink, LEFT)
            paint_tier_mark(painter, words.left(), middle + px(11), self.tier, self.tier_word, theme)
        elif self.detail:
            draw_line(painter, upper, self.words, Text.BODY, theme.ink, LEFT)
            draw_line(painter, words.adjusted(0, rect.height() / 2 - px(2), 0, -px(6)), self.detail, Text.CAPTION, theme.ink2, LEFT)
        else:
            draw_line(painter, words, self.words, Text.BODY, theme.ink, LEFT)


class ReceiptRow(QWidget):
    """One receipt. `opened` comes each time it opens: then give it a body with `set_body`; a row that opens nothing has no chevron.

    ``divider`` draws a hairline above, for every row but the first.
    """

    opened = Signal()

    def __init__(
        self,
        count: str,
        words: str,
        tier: Tier | None = None,
        tier_word: str = "",
        detail: str = "",
        opens: bool = True,
        accessible: str = "",
        divider: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._head = _Head(self)
        self._head.count, self._head.words, self._head.detail = count, words, detail
        self._head.tier, self._head.tier_word, self._head.opens = tier, tier_word, opens
        self._head.setEnabled(opens)
        self._head.divider = divider
        said = [count, words, tier_word, self.tr("opens what stands behind it") if opens else ""]
        self._head.setAccessibleName(accessible or ", ".join(part for part in said if part))
        self._head.setToolTip(words if advance(text_font(Text.BODY), words) > px(180) else "")
        self._body: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(4))
        self._column.addWidget(self._head)
        self._head.toggled.connect(self._on_toggled)

    @property
    def head(self) -> PaintedButton:
        """The button that opens the row (for focus and tests)."""
        return self._head

    def set_count_width(self, width: int) -> None:
        """One width for the counts of several rows, so that they stand under each other."""
        self._head.count_width = width
        self._head.find_room()
        self._head.update()

    def set_open(self, is_open: bool) -> None:
        """Open or close as if clicked."""
        self._head.setChecked(is_open)

    def set_body(self, body: QWidget) -> None:
        """What stands below the line while it is open; replaces an earlier body."""
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.deleteLater()
        self._body = body
        self._column.addWidget(body)
        body.setVisible(self._head.isChecked())

    def _on_toggled(self, is_open: bool) -> None:
        if is_open:
            self.opened.emit()
        if self._body is not None:
            self._body.setVisible(is_open)
        self._head.update()


class ReceiptCard(QFrame):
    """One record behind a receipt: head (date, kind), the user's own text, a foot and a link. Always plain text."""

    link_activated = Signal()

    def __init__(
        self, head: str, text: str | Runs = "", foot: str | Runs = "", link: str = "", ground: str = "window", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(9), px(14), px(10))
        column.setSpacing(px(1))
        column.addWidget(TextBlock(head, Text.CAPTION, "ink2", parent=self))
        if text:
            block = TextBlock(text, Text.BODY, "ink", parent=self)
            block.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            column.addWidget(block)
        if foot or link:
            row = QHBoxLayout()
            row.setSpacing(px(4))
            if foot:
                row.addWidget(TextBlock(foot, Text.CAPTION, "ink2", parent=self), 1)
            if link:
                button = Button(link, Strength.FLAT, parent=self)
                button.clicked.connect(self.link_activated)
                row.addWidget(button)
            if not foot:
                row.addStretch(1)
            column.addLayout(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), RADIUS_ROW, getattr(theme_of(self), self._ground))
        painter.end()
