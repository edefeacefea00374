"""How one row of the people table is painted: a delegate per cell, the same sizes in every theme and font."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from analyzer.people.person import SIGN_NAMES, Person
from analyzer.verdict.verdicts import Choice, Verdict
from desktop.icons import paint_icon
from desktop.metrics import ROW, Text, px, text_font
from desktop.models.columns import COLUMN_INDEX, COLUMNS, Entry, Heading, months_back
from desktop.models.people import ENTRY_ROLE
from desktop.pages.decision_keys import KEY_NAMES
from desktop.theme import Theme, theme_of
from desktop.widgets.avatar import initials_of, paint_avatar
from desktop.widgets.bars import paint_spark
from desktop.widgets.painting import LEFT, RIGHT, advance, draw_key_hint, draw_line, key_hint_width, line_height, rounded
from desktop.widgets.signs import GAP as GAP_BETWEEN
from desktop.widgets.signs import SIDE, SIGN_ICONS
from desktop.widgets.verdict_chip import paint_verdict_chip
from desktop.wording.basics import number
from desktop.wording.names import caption_of, has_name, name_of, verdict_word

INSET = 12
GAP = 14
AVATAR = 36
OFFER_KEY = KEY_NAMES[Choice.CONTENT]


def follow_icon(person: Person) -> str:
    """The arrow of the follow state."""
    if person.followed_by_ego and person.follows_ego:
        return "mutual"
    if person.followed_by_ego:
        return "you-follow"
    return "follows-you" if person.follows_ego else "no-tie"


def row_ground(theme: Theme, selected: bool, hovered: bool) -> QColor:
    """What lies behind a row."""
    return theme.accent_soft if selected else theme.hover if hovered else theme.window


class PersonDelegate(QStyledItemDelegate):
    """Paints the cells of `PeopleModel`; the view paints the row's ground, so that it is one rounded piece.

    ``signs`` are the names of the signs that this archive's analysis holds: what was not computed has no place in the row.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.signs: tuple[str, ...] = SIGN_NAMES

    def signs_width(self) -> int:
        """Width of the signs column."""
        tiles = len(self.signs) * px(SIDE) + max(0, len(self.signs) - 1) * px(GAP_BETWEEN)
        return tiles + (px(40) if len(self.signs) == 1 else 0)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(80), px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        row = index.data(ENTRY_ROLE)
        if not isinstance(row, Entry):
            return
        theme = theme_of(option.widget)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_cell(painter, QRectF(option.rect), COLUMNS[index.column()].name, row, theme, row_ground(theme, selected, hovered))
        painter.restore()

    def _paint_cell(self, painter: QPainter, rect: QRectF, column: str, row: Entry, theme: Theme, ground: QColor) -> None:
        match column:
            case "person":
                self._paint_person(painter, rect, row, theme, ground)
            case "verdict":
                verdict = row.judgement.verdict
                paint_verdict_chip(painter, rect.left(), rect.center().y(), verdict, verdict_word(verdict), theme)
            case "signs":
                self._paint_signs(painter, rect, row, theme)
            case "recent":
                self._paint_recent(painter, rect, row, theme)
            case "follow":
                box = QRectF(rect.right() - px(INSET) - px(17), rect.center().y() - px(8.5), px(17), px(17))
                paint_icon(painter, follow_icon(row.person), box, theme.ink2)
            case "days":
                empty = not row.person.contact_days
                words = "–" if empty else number(len(row.person.contact_days))
                draw_line(painter, self._cell(rect), words, Text.STRONG, theme.ink2 if empty else theme.ink, RIGHT)
            case _:
                words = COLUMNS[COLUMN_INDEX[column]].value(row)
                draw_line(painter, self._cell(rect), words, Text.BODY, theme.ink2, RIGHT)

    def _cell(self, rect: QRectF) -> QRectF:
        return rect.adjusted(0, 0, -px(GAP), 0)

    def _paint_person(self, painter: QPainter, rect: QRectF, row: Entry, theme: Theme, ground: QColor) -> None:
        side = px(AVATAR)
        left = rect.left() + px(INSET)
        top = rect.center().y() - side / 2
        letters = initials_of(row.person.name, row.person.handle)
        paint_avatar(painter, QRectF(left, top, side, side), letters, theme, row.judgement.verdict, ground)
        upper, lower = line_height(Text.STRONG, 1.3), line_height(Text.CAPTION, 1.35)
        start = rect.center().y() - (upper + lower) / 2
        words_left = left + side + px(GAP)
        width = rect.right() - words_left - px(GAP)
        style, colour = (Text.STRONG, theme.ink) if has_name(row.person) else (Text.MEDIUM, theme.ink2)
        name, caption = name_of(row.person), caption_of(row.person)
        pin = row.judgement.decision is not None
        name_width = min(width - (px(20) if pin else 0), advance_of(style, name))
        upper_rect = QRectF(words_left, start, name_width + 1, upper)
        if not caption:
            upper_rect.moveTop(rect.center().y() - upper / 2)
        draw_line(painter, upper_rect, name, style, colour, LEFT)
        if pin:
            box = QRectF(upper_rect.right() + px(6), upper_rect.center().y() - px(6.5), px(13), px(13))
            paint_icon(painter, "pin", box, theme.ink2)
        if caption:
            draw_line(painter, QRectF(words_left, start + upper, width, lower), caption, Text.CAPTION, theme.ink2, LEFT)

    def _paint_signs(self, painter: QPainter, rect: QRectF, row: Entry, theme: Theme) -> None:
        side = px(SIDE)
        tint, colour = theme.tints[Verdict.GENUINE], theme.verdicts[Verdict.GENUINE]
        for place, name in enumerate(self.signs):
            count = getattr(row.person.signs, name)
            box = QRectF(rect.left() + place * (side + px(GAP_BETWEEN)), rect.center().y() - side / 2, side, side)
            if count:
                rounded(painter, box, 6, tint)
            paint_icon(painter, SIGN_ICONS[name], box.adjusted(px(3.5), px(3.5), -px(3.5), -px(3.5)), colour if count else theme.dim)
            if count and len(self.signs) == 1:
                draw_line(painter, QRectF(box.right() + px(8), rect.top(), px(32), rect.height()), number(count), Text.BODY, theme.ink2, LEFT)

    def _paint_recent(self, painter: QPainter, rect: QRectF, row: Entry, theme: Theme) -> None:
        area = QRectF(rect.left(), rect.center().y() - px(11), rect.width() - px(GAP), px(22))
        paint_spark(painter, area, months_back(row.person.contact_days, row.as_of), theme.verdicts[row.judgement.verdict], theme)


def advance_of(style: Text, text: str) -> float:
    """Width of one line in this style."""
    return advance(text_font(style), text)


def paint_heading(painter: QPainter, rect: QRectF, heading: Heading, theme: Theme, link_rect: QRectF | None) -> None:
    """A group's heading over the whole row, its offer at the right with its key."""
    left = rect.left() + px(INSET)
    base = QRectF(left, rect.top() + px(10), rect.width() - 2 * px(INSET), rect.height() - px(10))
    if link_rect is not None:
        draw_key_hint(painter, link_rect.right(), link_rect.center().y(), OFFER_KEY, theme.accent)
        words = link_rect.adjusted(0, 0, -px(8) - key_hint_width(OFFER_KEY), 0)
        draw_line(painter, words, heading.offer, Text.MEDIUM, theme.accent, RIGHT, elide=False)
        base.setRight(link_rect.left() - px(GAP))
    draw_line(painter, base, heading.text, Text.STRONG, theme.ink, LEFT)
    painter.setPen(theme.line)
    y = round(rect.bottom()) - 4
    painter.drawLine(QPointF(left, y), QPointF(rect.right() - px(INSET), y))
