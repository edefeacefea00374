"""The cards beside the parts: own tweets by month with hatched gaps, what each gap means, how many have a name."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from analyzer.health.shapes import Bearing, Effect, Health, Month, Months, Named
from desktop.icons import paint_icon
from desktop.metrics import Text, px
from desktop.theme import theme_of
from desktop.widgets.bars import Bars
from desktop.widgets.card import Card
from desktop.widgets.painting import LEFT, RIGHT, draw_line, line_height, rounded
from desktop.widgets.text import TextBlock
from desktop.wording.basics import tr
from desktop.wording.health import bearing_sentence, effect_sentence, gaps_sentence, month_tip, named_words, span_of

MOST_BARS = 240
_ICONS = {
    Bearing.NO_NUMBERS_ONLY: "warning",
    Bearing.ONLY_SINCE: "warning",
    Bearing.LESS_CERTAIN: "info",
    Bearing.NO_VERDICT: "info",
    Bearing.PUT_RIGHT: "check",
}


def month_bars(months: Months) -> list[tuple[Month, Month, int]]:
    """Bars as (first month, last month, tweets); several months share a bar where there are very many."""
    if months.first is None or months.last is None:
        return []
    start = months.first[0] * 12 + months.first[1] - 1
    width = -(-months.total // MOST_BARS)
    bars = []
    for first in range(start, start + months.total, width):
        inside = [(number // 12, number % 12 + 1) for number in range(first, min(first + width, start + months.total))]
        bars.append((inside[0], inside[-1], sum(months.tweets.get(month, 0) for month in inside)))
    return bars


class MonthsCard(Card):
    """Own tweets by month; hatched where there is none. Left and right walk from bar to bar."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Your own tweets by month"), parent=parent)
        self.bars = Bars(tr("Your own tweets by month"), 132, self)
        self.bars.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.words = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self.column.addWidget(self.bars)
        self.column.addWidget(self.words)

    def show_months(self, months: Months) -> None:
        """Show these; without any tweet only the sentence stands."""
        bars = month_bars(months)
        januaries = [(place, str(first[0])) for place, (first, _last, _n) in enumerate(bars) if first[1] == 1 or (place == 0 and first[1] < 9)]
        gaps = frozenset(place for place, (_first, _last, tweets) in enumerate(bars) if not tweets)
        tips = [month_tip(*bar) for bar in bars]
        gap_words = gaps_sentence(months)
        description = ". ".join(words for words in (span_of(months), gap_words) if words)
        self.bars.set_values([tweets for _first, _last, tweets in bars], januaries, gaps, tips, description)
        # Nothing opens on a click, and yet the keyboard reaches what the pointer reads in the tips.
        self.bars.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.bars.setVisible(bool(bars))
        hatched = tr("Hatched: months without any.") + " " + gap_words if gap_words else ""
        self.words.set_text(hatched or (tr("There is no month without any.") if bars else tr("No tweet of yours was read.")))


class MeaningLine(QWidget):
    """One gap: an icon for its weight, what is not seen, and what that does to verdicts."""

    def __init__(self, effect: Effect, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = _ICONS[effect.bearing]
        consequence, sentence = bearing_sentence(effect), effect_sentence(effect)
        self.words = TextBlock([(sentence, False), (" " + consequence if consequence else "", self._icon == "warning")], parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(26), 0, 0, 0)
        column.addWidget(self.words)
        self.setAccessibleName(self.words.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        side = px(16)
        left = self.width() - side if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0
        top = (line_height(Text.BODY) - side) / 2
        paint_icon(painter, self._icon, QRectF(left, top, side, side), theme.ink if self._icon == "warning" else theme.ink2)
        painter.end()


class MeaningCard(Card):
    """What each gap does to verdicts, the weightiest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("What this means"), parent=parent)
        self.lines: list[MeaningLine] = []

    def show_effects(self, effects: Sequence[Effect]) -> None:
        """Show these in place of others; what changes no verdict has its own card."""
        for line in self.lines:
            self.column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines, told = [], set()
        for effect in effects:
            if effect.bearing is not Bearing.NO_VERDICT:
                # The same people are counted once: any one of these gaps holds them back.
                self.lines.append(MeaningLine(replace(effect, people=0) if effect.people in told else effect, self))
                told.add(effect.people)
        for line in self.lines:
            self.column.addWidget(line)


class NamedRow(QWidget):
    """How many of these accounts have a name: words, figures, and a bar."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words, self._figures, self._share = words, "", 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(38))

    def show_named(self, named: Named) -> None:
        """Show this share; nobody there hides the row."""
        self._figures = named_words(named)
        self._share = named.named / named.total if named.total else 0.0
        self.setAccessibleName(tr("{what}: {figures} with a name").format(what=self._words, figures=self._figures))
        self.setVisible(named.total > 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        line = QRectF(0, 0, self.width(), px(24))
        draw_line(painter, line, self._words, Text.BODY, theme.ink, RIGHT if mirrored else LEFT)
        draw_line(painter, line, self._figures, Text.STRONG, theme.ink, LEFT if mirrored else RIGHT, elide=False)
        track = QRectF(0, px(26), self.width(), px(6))
        rounded(painter, track, px(3), theme.sunk)
        if self._share:
            width = max(track.height(), track.width() * self._share)
            rounded(painter, QRectF(track.right() - width if mirrored else track.left(), track.top(), width, track.height()), px(3), theme.ink3)
        painter.end()


class NamesCard(Card):
    """Coverage of names: followers, followings, and whom ego was in touch with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Accounts with a name"), parent=parent)
        self.followers = NamedRow(tr("Followers"), self)
        self.following = NamedRow(tr("Accounts you follow"), self)
        self.partners = NamedRow(tr("You wrote to, or who wrote a message"), self)
        for row in (self.followers, self.following, self.partners):
            self.column.addWidget(row)
        usual = tr("Follow lists hold numbers, no names. That most stay nameless is usual, and changes no verdict.")
        self.column.addWidget(TextBlock(usual, Text.CAPTION, "ink2", parent=self))

    def show_names(self, health: Health) -> None:
        """Show the coverage of this archive."""
        self.followers.show_named(health.followers)
        self.following.show_named(health.following)
        self.partners.show_named(health.partners)
