"""The five signs in their fixed order: small icons for a row, tiles with counts for the panel."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from analyzer.people.person import SIGN_NAMES, Signs
from analyzer.verdict.verdicts import Verdict
from desktop.icons import paint_icon
from desktop.metrics import RADIUS_FIELD, Text, px, text_font
from desktop.theme import Theme
from desktop.widgets.painting import CENTRE, PaintedButton, advance, draw_fitted, draw_line, rounded
from desktop.widgets.text import TextBlock

SIGN_ICONS = {"conversation": "conversation", "sprint": "sprint", "morning": "morning", "hello": "hello", "welcome_answer": "welcome"}


# Side and gap of the icons in a row.
SIDE = 22
GAP = 5


def computed_signs(signs: Signs) -> list[str]:
    """The signs that this build computes for this person; the others are neither shown nor 0."""
    return [name for name in SIGN_NAMES if getattr(signs, name) is not None]


class SignTile(PaintedButton):
    """One sign: icon, count, short name; "–" where it was looked for and not seen, and then it opens nothing."""

    def __init__(self, name: str, word: str, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.name = name
        self._word = word
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int, tip: str = "") -> None:
        """Show how often the sign was seen; ``tip`` says more where it was."""
        self._count = count
        said = self.locale().toString(count) if count else self.tr("not seen")
        self.setAccessibleName(f"{self._word}: {said}")
        self.setAccessibleDescription(tip if count else "")
        self.setToolTip(tip if count else "")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if count else Qt.FocusPolicy.NoFocus)
        self.setEnabled(count > 0)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(px(48), round(advance(text_font(Text.CAPTION), self._word)) + px(6)), px(64))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(38), px(64))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        seen = self._count > 0
        tint = theme.tints[Verdict.GENUINE]
        rounded(
            painter, rect, RADIUS_FIELD, tint if seen else None, theme.verdicts[Verdict.GENUINE] if self.hovered else None if seen else theme.line
        )
        icon = QRectF(rect.center().x() - px(8), rect.top() + px(7), px(16), px(16))
        paint_icon(painter, SIGN_ICONS[self.name], icon, theme.verdicts[Verdict.GENUINE] if seen else theme.ink3)
        number = QRectF(rect.left(), rect.top() + px(24), rect.width(), px(20))
        text = self.locale().toString(self._count) if seen else "–"
        draw_line(painter, number, text, Text.HEADING, theme.ink if seen else theme.ink3, CENTRE)
        word = QRectF(rect.left() + 1, rect.top() + px(43), rect.width() - 2, px(16))
        draw_fitted(painter, word, self._word, Text.CAPTION, theme.ink2 if seen else theme.ink3)


class SignTiles(QWidget):
    """The tiles of one person. `sign_chosen` carries the sign's name; all looked for and none seen is one quiet line."""

    sign_chosen = Signal(str)

    def __init__(self, words: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Five signs"))
        self.tiles = {name: SignTile(name, words[name], self) for name in SIGN_NAMES}
        self._none = TextBlock(self.tr("None of the five signs"), Text.BODY, "ink2", parent=self)
        row = QHBoxLayout()
        row.setSpacing(px(6))
        for tile in self.tiles.values():
            row.addWidget(tile)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self._none)
        self._connect()

    def _connect(self) -> None:
        for tile in self.tiles.values():
            tile.clicked.connect(self._on_clicked)

    def set_signs(self, signs: Signs, tips: Mapping[str, str] | None = None) -> None:
        """Show these signs; what was not computed has no tile. ``tips`` say more about a sign that was seen, such as its last day."""
        computed = computed_signs(signs)
        nothing = len(computed) == len(SIGN_NAMES) and signs.kinds_seen() == 0
        for name, tile in self.tiles.items():
            tile.setVisible(name in computed and not nothing)
            tile.set_count(getattr(signs, name) or 0, (tips or {}).get(name, ""))
        self._none.setVisible(nothing)
        self.setVisible(bool(computed))

    def _on_clicked(self) -> None:
        tile = self.sender()
        assert isinstance(tile, SignTile)
        self.sign_chosen.emit(tile.name)
