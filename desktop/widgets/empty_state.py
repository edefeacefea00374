"""What stands where nothing is: an icon, a heading in words of the case, one sentence, one button."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.icons import paint_icon
from desktop.metrics import Text, px
from desktop.theme import theme_of
from desktop.widgets.button import Button
from desktop.widgets.text import TextBlock


class _Icon(QWidget):
    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(26), px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self.name, QRectF(self.rect()), theme_of(self).ink)
        painter.end()


class EmptyState(QWidget):
    """Centred in whatever room it gets; `pressed` is its one button."""

    pressed = Signal()

    def __init__(self, icon: str = "search", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = _Icon(icon, self)
        self._heading = TextBlock("", Text.HEADING, parent=self)
        self._sentence = TextBlock("", Text.BODY, "ink2", parent=self)
        self._button = Button("", parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.setSpacing(px(8))
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for block in (self._heading, self._sentence):
            block.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            block.setMaximumWidth(px(460))
            column.addWidget(block)
            column.setAlignment(block, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(px(4))
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self._button.clicked.connect(self.pressed)

    def show_case(self, heading: str, sentence: str, button: str = "", icon: str = "") -> None:
        """Say what the case is; without ``button`` there is none."""
        if icon:
            self._icon.name = icon
            self._icon.update()
        self._heading.set_text(heading)
        self._sentence.set_text(sentence)
        self._button.setText(button)
        self._button.setVisible(bool(button))
        self.setAccessibleName(f"{heading} {sentence}")
