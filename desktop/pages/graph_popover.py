"""Small panels over the picture that a button of the zoom bar opens: how many ties and names stand there."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.graph.detail import ALL, Detail
from desktop.graph.scene import Scene
from desktop.metrics import RADIUS_ROW, Text, px
from desktop.pages.graph_overlays import Overlay
from desktop.theme import theme_of
from desktop.widgets.button import IconButton
from desktop.widgets.painting import rounded
from desktop.widgets.text import TextBlock
from desktop.wording.basics import tr
from desktop.wording.graph_tools import names_said, names_words, ties_said, ties_words

VALUE_WIDTH = 96
# The keys that the buttons of the panel name; they do the same wherever the focus is.
STEPS = {Qt.Key.Key_W, Qt.Key.Key_Comma, Qt.Key.Key_Period}


class Popover(Overlay):
    """A panel that Esc and its button close; `closed` comes then, so that the focus can go back."""

    closed = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(16), px(12), px(12), px(12))
        self.column.setSpacing(px(6))
        self.column.addWidget(TextBlock(name, Text.STRONG, parent=self))
        self.hide()

    def take_focus(self) -> None:
        """Go to the first control that answers."""
        first = next((part for part in self.controls() if part.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def controls(self) -> list[QWidget]:
        """The controls in the order of Tab."""
        return []

    def close_panel(self) -> None:
        """Take it away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
            return
        # What is pressed in here is not meant for the people on the picture below, be it Enter or a letter that decides.
        if event.key() not in STEPS:
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            theme = theme_of(self)
            rounded(painter, QRectF(self.rect()), RADIUS_ROW, theme.surface, theme.line)


class Stepper:
    """One line of a panel: what it is about, less, how much, more."""

    def __init__(self, words: str, less: str, more: str, parent: QWidget) -> None:
        self.words = TextBlock(words, Text.BODY, "ink2", parent=parent)
        self.less = IconButton("minus", less, 30, parent)
        self.value = TextBlock("", Text.MEDIUM, parent=parent)
        self.value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.value.setMinimumWidth(px(VALUE_WIDTH))
        self.more = IconButton("plus", more, 30, parent)

    def show_value(self, words: str, is_least: bool, is_most: bool) -> None:
        """How much it is, and whether there is less and more."""
        self.value.set_text(words)
        self.less.setEnabled(not is_least)
        self.more.setEnabled(not is_most)


class DetailPanel(Popover):
    """Steps of ties and names. `stepped` carries what was asked for as steps of ties and of names."""

    stepped = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Ties and names"), parent)
        self.ties = Stepper(tr("Ties"), tr("Fewer ties (Shift+W)"), tr("More ties (W)"), self)
        self.names = Stepper(tr("Names"), tr("Fewer names (,)"), tr("More names (.)"), self)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(6))
        for row, line in enumerate((self.ties, self.names)):
            for column, part in enumerate((line.words, line.less, line.value, line.more)):
                grid.addWidget(part, row, column, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(grid)
        self._connect()

    def _connect(self) -> None:
        self.ties.less.clicked.connect(self._on_fewer_ties)
        self.ties.more.clicked.connect(self._on_more_ties)
        self.names.less.clicked.connect(self._on_fewer_names)
        self.names.more.clicked.connect(self._on_more_names)

    def controls(self) -> list[QWidget]:
        return [self.ties.less, self.ties.more, self.names.less, self.names.more]

    def show_detail(self, detail: Detail, scene: Scene | None) -> None:
        """Show the steps as they are on this picture."""
        self.ties.show_value(tie_amount(scene), detail.ties == 0, detail.ties == ALL)
        self.names.show_value(names_words(detail.names), detail.names == 0, detail.names == ALL)
        self.adjustSize()

    def _on_fewer_ties(self) -> None:
        self.stepped.emit(-1, 0)

    def _on_more_ties(self) -> None:
        self.stepped.emit(1, 0)

    def _on_fewer_names(self) -> None:
        self.stepped.emit(0, -1)

    def _on_more_names(self) -> None:
        self.stepped.emit(0, 1)


def tie_amount(scene: Scene | None) -> str:
    """How many of a picture's ties are drawn, in words."""
    return ties_words(len(scene.lines), len(scene.lines) + scene.weaker) if scene is not None else ""


def detail_said(before: Detail, detail: Detail, scene: Scene | None) -> str:
    """What a screen reader says after a step."""
    return ties_said(tie_amount(scene)) if before.ties != detail.ties else names_said(names_words(detail.names))
