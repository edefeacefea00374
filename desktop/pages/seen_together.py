"""Whom ego named together with a person: rows that lead there, and the sentence about what it does not say."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from analyzer.facts import Analysis
from analyzer.verdict.verdicts import Judgement, Verdict
from desktop.metrics import RADIUS_FIELD, Text, px, text_font
from desktop.shapes import FILL, paint_shape
from desktop.theme import Theme
from desktop.widgets.button import Button, Strength
from desktop.widgets.painting import LEFT, RIGHT, PaintedButton, advance, draw_line, rounded
from desktop.widgets.text import TextBlock
from desktop.wording.basics import plural, tr
from desktop.wording.graph_map import show_around
from desktop.wording.names import called, verdict_word

MOST_SHOWN = 5
# Who shares a group conversation is other people's business: it stays out of the picture (relationships §5).
PRIVATE_KIND = "group_dm"


@dataclass(frozen=True, slots=True)
class Companion:
    """Somebody seen together with the person, how often."""

    key: str
    words: str
    verdict: Verdict
    count: int


class TogetherIndex:
    """Who was seen with whom, made once per analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._with: dict[str, Counter[str]] = {}
        for tie in analysis.ties:
            if tie.kind != PRIVATE_KIND:
                self._with.setdefault(tie.a, Counter())[tie.b] += tie.count
                self._with.setdefault(tie.b, Counter())[tie.a] += tie.count

    def companions(self, key: str, judgements: Sequence[Judgement]) -> list[Companion]:
        """The most frequent first; equal ones in the order of the people."""
        analysis = self._analysis
        found = [(other, count) for other, count in self._with.get(key, Counter()).items() if other in analysis.index]
        found.sort(key=lambda pair: (-pair[1], analysis.index[pair[0]]))
        return [
            Companion(other, called(analysis.person(other)), judgements[analysis.index[other]].verdict, count) for other, count in found[:MOST_SHOWN]
        ]


class CompanionRow(PaintedButton):
    """One of them: shape, name, how often; a click leads there."""

    def __init__(self, companion: Companion, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.companion = companion
        self._times = plural(companion.count, "%Ln time", "%Ln times")
        self.setAccessibleName(f"{companion.words}, {verdict_word(companion.verdict).lower()}, {self._times}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.focus_radius = RADIUS_FIELD

    def sizeHint(self) -> QSize:
        return QSize(px(200), px(32))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(32))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        if self.hovered:
            rounded(painter, rect, RADIUS_FIELD, theme.hover)
        ground = theme.hover if self.hovered else theme.surface
        paint_shape(painter, self.companion.verdict, QPointF(rect.left() + px(9), rect.center().y()), px(14) * FILL, theme, ground)
        width = advance(text_font(Text.CAPTION), self._times) + 1
        times = QRectF(rect.right() - width - px(4), rect.top(), width, rect.height())
        draw_line(painter, times, self._times, Text.CAPTION, theme.ink2, RIGHT, elide=False)
        words = QRectF(rect.left() + px(26), rect.top(), times.left() - rect.left() - px(34), rect.height())
        draw_line(painter, words, self.companion.words, Text.BODY, theme.ink, LEFT)


class SeenTogether(QWidget):
    """The rows; `person_chosen` carries a key, `around_asked` wants the person shown with all of them."""

    person_chosen = Signal(str)
    around_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[CompanionRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(TextBlock(tr("Seen together with"), Text.STRONG, parent=self))
        says = tr("You named both in one tweet. It does not say that they know each other.")
        self._column.addWidget(TextBlock(says, Text.CAPTION, "ink2", parent=self))
        self.around = Button(show_around(), Strength.FLAT, "graph", parent=self)
        self._column.addWidget(self.around, 0, Qt.AlignmentFlag.AlignLeft)
        self.around.clicked.connect(self.around_asked)

    def show_companions(self, companions: Sequence[Companion]) -> None:
        """Show these; nobody hides the whole section."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [CompanionRow(companion, self) for companion in companions]
        for place, row in enumerate(self._rows):
            row.clicked.connect(self._on_clicked)
            self._column.insertWidget(1 + place, row)
        self.setVisible(bool(companions))

    def _on_clicked(self) -> None:
        row = self.sender()
        assert isinstance(row, CompanionRow)
        self.person_chosen.emit(row.companion.key)
