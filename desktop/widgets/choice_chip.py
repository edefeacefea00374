"""A chip that opens a menu of choices, such as "Follow: anyone"."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from desktop.icons import paint_icon
from desktop.metrics import Text, px, text_font
from desktop.theme import Theme
from desktop.widgets.filter_chip import HEIGHT
from desktop.widgets.painting import LEFT, PaintedButton, advance, draw_line, rounded


class ChoiceChip(PaintedButton):
    """Shows the chosen one of ``choices`` (value, words on the chip, words in the menu); accent when it is not the first.

    `chosen` carries the value and comes only when the user chooses.
    """

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[tuple[Hashable, str, str]], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._name = name
        self._choices = list(choices)
        self._place = 0
        self.focus_radius = px(HEIGHT) / 2
        self._menu = QMenu(self)
        self._group = QActionGroup(self)
        for place, (_value, _words, in_menu) in enumerate(self._choices):
            action = QAction(in_menu, self, checkable=True)
            action.setData(place)
            self._group.addAction(action)
            self._menu.addAction(action)
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.clicked.connect(self._on_clicked)
        self._group.triggered.connect(self._on_triggered)

    def value(self) -> Hashable:
        """The chosen value."""
        return self._choices[self._place][0]

    def set_value(self, value: Hashable) -> None:
        """Choose without telling; KeyError for an unknown value."""
        for place, choice in enumerate(self._choices):
            if choice[0] == value:
                self._place = place
                self._show()
                return
        raise KeyError(value)

    def menu_actions(self) -> list[QAction]:
        """The menu's actions, in the order of the choices."""
        return self._group.actions()

    def set_menu_texts(self, texts: Sequence[str]) -> None:
        """Other words in the menu, in the order of the choices (counts change)."""
        for action, text in zip(self._group.actions(), texts, strict=True):
            action.setText(text)

    def set_words(self, value: Hashable, words: str) -> None:
        """Other words on the chip for one value, as when it carries a count."""
        for place, choice in enumerate(self._choices):
            if choice[0] == value:
                self._choices[place] = (choice[0], words, choice[2])
        self._show()

    def _show(self) -> None:
        words = self._choices[self._place][1]
        self.setText(words)
        self.setAccessibleName(f"{self._name}: {words}")
        self._group.actions()[self._place].setChecked(True)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(advance(text_font(Text.BODY), self.text())) + px(12 + 8 + 14 + 10), px(HEIGHT))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        on = self._place != 0
        ground = theme.accent_soft if on else theme.hover if self.hovered else theme.surface
        rounded(painter, rect, rect.height() / 2, ground, theme.accent if on else theme.line)
        words = rect.adjusted(px(12), 0, -px(8 + 14 + 8), 0)
        draw_line(painter, words, self.text(), Text.BODY, theme.ink if on else theme.ink2, LEFT)
        paint_icon(painter, "chevron-down", QRectF(rect.right() - px(10 + 13), rect.center().y() - px(6.5), px(13), px(13)), theme.ink2)

    def _on_clicked(self) -> None:
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _on_triggered(self, action: QAction) -> None:
        self._place = int(action.data())
        self._show()
        self.chosen.emit(self.value())
