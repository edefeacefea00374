"""The cards of the page "How it works": one per section of the text, one about this archive, one about the person looked at."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QVBoxLayout, QWidget

from analyzer.evidence.acts import Tier
from analyzer.method import Block, Figures, Piece, Section, said
from analyzer.verdict.explain import why, would_change
from analyzer.verdict.strength import shares_of, strength_terms, tie_strength
from analyzer.verdict.verdicts import Verdict
from desktop.icons import paint_icon
from desktop.metrics import Text, px
from desktop.session import Session
from desktop.theme import theme_of
from desktop.widgets.card import Card
from desktop.widgets.painting import line_height
from desktop.widgets.table import FigureRow, Table
from desktop.widgets.text import TextBlock
from desktop.widgets.tier_mark import PILL, paint_tier_mark
from desktop.widgets.verdict_chip import VerdictChip
from desktop.wording.basics import number, tr
from desktop.wording.method import Line, decimal, fact_line, percent, term_lines
from desktop.wording.names import name_of, verdict_word
from desktop.wording.verdicts import change_sentences

MEASURE = 720
"""No paragraph is wider (px): longer lines are hard to read."""

LONGEST_NAME = 24
"""Where the first cells of a table are longer, they are no names and not set in strong."""

# The words of the text that are shown with the mark they have everywhere else.
VERDICTS = {
    "Genuine": Verdict.GENUINE,
    "Lapsed": Verdict.LAPSED,
    "Acquaintance": Verdict.ACQUAINTANCE,
    "Numbers only": Verdict.NUMBERS_ONLY,
    "Not enough evidence": Verdict.INSUFFICIENT,
}
TIERS = {"Certain": Tier.CERTAIN, "Most likely": Tier.LIKELY, "Possible": Tier.POSSIBLE}
SIGNS = {"Conversation": "conversation", "Word sprint": "sprint", "Good morning": "morning", "Hello again": "hello", "Welcome answered": "welcome"}


class _Bullet(TextBlock):
    """A paragraph with a dot before its first line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent=parent)
        self.setContentsMargins(px(16), 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme_of(self).ink3)
        side, middle = px(4), line_height(Text.BODY) / 2
        left = self.width() - px(4) - side if self.isRightToLeft() else px(4)
        painter.drawEllipse(QRectF(left, middle - side / 2 + 1, side, side))
        painter.end()


class _Marked(TextBlock):
    """A table's first cell, after the icon of a sign or the pill of a tier where it names one."""

    def __init__(self, words: str, strong: bool, parent: QWidget) -> None:
        super().__init__([(words, strong)], parent=parent)
        self._icon, self._tier = SIGNS.get(words), TIERS.get(words)
        self.setContentsMargins(px(24) if self._icon else px(PILL[0] + 8) if self._tier or words == "Unknown" else 0, 0, 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        theme, middle = theme_of(self), line_height(Text.BODY) / 2
        if self._icon:
            side = px(16)
            left = self.width() - side if self.isRightToLeft() else 0
            paint_icon(painter, self._icon, QRectF(left, middle - side / 2, side, side), theme.verdicts[Verdict.GENUINE])
        elif self._tier:
            paint_tier_mark(painter, self.width() - px(PILL[0]) if self.isRightToLeft() else 0, middle, self._tier, "", theme)
        painter.end()


class SectionCard(Card):
    """One section, at first its heading only; `fill` makes the rest, `show_values` puts the figures of another policy into its words."""

    def __init__(self, section: Section, figures: Figures | None = None, first: bool = False, parent: QWidget | None = None) -> None:
        # The first section's title is the page's.
        super().__init__("" if first else section.title, parent=parent)
        self.title = section.title
        self.setAccessibleName(section.title)
        self._texts: list[tuple[TextBlock, str]] = []
        self._tables: list[Table] = []
        self._section: Section | None = section
        self._figures = figures

    def fill(self, values: Mapping[str, str]) -> None:
        """Make what stands below the heading, once, with these figures."""
        section, figures = self._section, self._figures
        if section is None:
            return
        self._section = None
        for piece in section.pieces:
            if piece.block is Block.TABLE:
                self._add_table(piece)
            elif piece.block is Block.HEADING:
                self._add_heading(piece.text)
            elif piece.block is Block.FIGURES:
                if figures is not None:
                    self._add_figures(figures)
            else:
                block = _Bullet(self) if piece.block is Block.BULLET else TextBlock(parent=self)
                block.setMaximumWidth(px(MEASURE))
                self._texts.append((block, piece.text))
                self.column.addWidget(block)
        self.show_values(values)

    def show_values(self, values: Mapping[str, str]) -> None:
        """Say the text with these figures."""
        for block, text in self._texts:
            block.set_text(said(text, values))
        for table in self._tables:
            table.refresh()

    def words(self) -> str:
        """Everything the card says, for search and for tests."""
        return "\n".join(block.text() for block in self.findChildren(TextBlock))

    def _add_heading(self, words: str) -> None:
        self.column.addSpacing(px(8))
        if words in VERDICTS:
            chip = VerdictChip(self)
            chip.set_verdict(VERDICTS[words], verdict_word(VERDICTS[words]))
            self.column.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self.column.addWidget(TextBlock(words, Text.STRONG, parent=self))

    def _add_table(self, piece: Piece) -> None:
        head, *lines = piece.rows
        rows: list[list[TextBlock]] = []
        strong = all(len(line[0]) <= LONGEST_NAME for line in lines)
        for line in lines:
            row: list[TextBlock] = [_Marked(line[0], strong, self)]
            for text in line[1:]:
                block = TextBlock(text, parent=self)
                self._texts.append((block, text))
                row.append(block)
            rows.append(row)
        self._put_table(Table(head, rows, self.title, self))

    def _add_figures(self, figures: Figures) -> None:
        said_when = tr("Report of {date}: {seeds} worlds of each kind of owner ({owners}).")
        words = said_when.format(date=figures.date, seeds=number(len(figures.seeds)), owners=", ".join(figures.owners))
        self.column.addWidget(TextBlock(words, parent=self))
        rows = []
        for row in figures.rows:
            shown = percent if row.unit == "share" else _count
            spread = tr("{low} to {high}").format(low=shown(row.spread[0]), high=shown(row.spread[1])) if row.spread else ""
            rows.append([TextBlock(words, parent=self) for words in (row.name, shown(row.value), spread)])
        self._put_table(Table((tr("Measured"), tr("Value"), tr("Lowest and highest")), rows, self.title, self))

    def _put_table(self, table: Table) -> None:
        self._tables.append(table)
        self.column.addSpacing(px(4))
        self.column.addWidget(table)
        self.column.addSpacing(px(6))


class LinesCard(Card):
    """A card of figures that is filled anew."""

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent=parent)
        self.setAccessibleName(heading)
        self.rows: list[FigureRow] = []
        self.place = QVBoxLayout()
        self.place.setSpacing(px(2))
        self.column.addLayout(self.place)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these in place of what stood there."""
        clear(self.place)
        self.rows = []
        self.add_lines(lines)

    def add_lines(self, lines: Sequence[Line]) -> None:
        """More of them."""
        for line in lines:
            row = FigureRow(line.label, line.figure, line.note, line.share, self)
            self.rows.append(row)
            self.place.addWidget(row)


class PersonCard(LinesCard):
    """What decided about the session's selected person: conditions with their values, what would change it, the terms of tie strength."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("The person you looked at"), parent)
        self._session = session

    def refresh(self) -> None:
        """Show the person who is selected now."""
        clear(self.place)
        self.rows = []
        key, analysis, policy = self._session.selected, self._session.analysis, self._session.policy
        if key is None or analysis is None or policy is None:
            self._say(tr("Select somebody among the people or on the graph: what decided about them then stands here."))
            return
        person, judgement = self._session.person(key), self._session.judgement(key)
        self.place.addWidget(TextBlock(name_of(person), Text.STRONG, parent=self))
        chip = VerdictChip(self)
        chip.set_verdict(judgement.verdict, verdict_word(judgement.verdict), judgement.decision is not None)
        head = QHBoxLayout()
        head.addWidget(chip)
        head.addStretch(1)
        self.place.addLayout(head)
        self._head(tr("What the rules looked at"))
        self.add_lines([fact_line(fact, person) for fact in why(person, judgement, analysis.coverage, policy)])
        changes = would_change(person, judgement, analysis.coverage, policy)
        if changes:
            self._head(tr("What would change it"))
            for sentence in change_sentences(changes, analysis.coverage):
                self._say(sentence)
        self._head(tr("Terms of tie strength"))
        terms, shares = strength_terms(person, analysis.coverage.last_act_day), shares_of(policy.strength)
        self.add_lines([*term_lines(terms, shares), Line(tr("Together"), decimal(tie_strength(terms, shares)))])
        self._say(tr("It orders lists and pictures; no verdict rests on it."))

    def _head(self, words: str) -> None:
        self.place.addSpacing(px(12))
        self.place.addWidget(TextBlock(words, Text.CAPTION_MEDIUM, "ink2", parent=self))

    def _say(self, words: str) -> None:
        self.place.addWidget(TextBlock(words, Text.BODY, "ink2", parent=self))


def clear(place: QLayout) -> None:
    """Take away everything in this layout."""
    while (item := place.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear(inner)
            inner.deleteLater()


def _count(value: float) -> str:
    return number(round(value))
