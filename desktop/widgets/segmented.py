"""A row of exclusive choices in one sunk trough: modes of a page, decisions about a person."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.metrics import CONTROL, RADIUS_FIELD, Text, px, text_font
from desktop.theme import Theme, theme_of
from desktop.widgets.painting import CENTRE, PaintedButton, advance, draw_line, rounded


class _Segment(PaintedButton):
    def __init__(self, value: Hashable, text: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self.value = value
        self.outlined = False
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.focus_radius = 6

    def sizeHint(self) -> QSize:
        return QSize(round(advance(text_font(Text.STRONG), self.text())) + px(22), px(CONTROL - 6))

    def minimumSizeHint(self) -> QSize:
        return QSize(round(advance(text_font(Text.STRONG), self.text())) + px(8), px(CONTROL - 6))

    def paint(self, painter: QPainter, theme: Theme, rect: QRectF) -> None:
        if self.isChecked():
            rounded(painter, rect, RADIUS_FIELD - 2, theme.surface, theme.accent if self.outlined else None)
        elif self.hovered:
            rounded(painter, rect, RADIUS_FIELD - 2, theme.hover)
        colour = theme.accent if self.isChecked() else theme.ink2 if self.isEnabled() else theme.ink3
        draw_line(painter, rect, self.text(), Text.STRONG if self.isChecked() else Text.MEDIUM, colour, CENTRE)


class SegmentedControl(QWidget):
    """Choices (value, words). With ``optional`` a click on the chosen one takes the choice back (value None).

    `chosen` carries the value and comes only when the user chooses; left and right arrows move between segments.
    """

    chosen = Signal(object)

    def __init__(
        self, name: str, choices: Sequence[tuple[Hashable, str]], optional: bool = False, outlined: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._optional = optional
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._segments = [_Segment(value, text, self) for value, text in choices]
        row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for segment in self._segments:
            segment.outlined = outlined
            row.addWidget(segment)
        self._connect()

    def _connect(self) -> None:
        for segment in self._segments:
            segment.clicked.connect(self._on_clicked)

    def value(self) -> Hashable | None:
        """The chosen value, or None."""
        return next((segment.value for segment in self._segments if segment.isChecked()), None)

    def set_value(self, value: Hashable | None) -> None:
        """Choose without telling; an unknown value chooses none."""
        for segment in self._segments:
            segment.setChecked(segment.value == value and value is not None)

    def segment(self, value: Hashable) -> PaintedButton:
        """The button of this value; KeyError if there is none."""
        for segment in self._segments:
            if segment.value == value:
                return segment
        raise KeyError(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        focused = next((place for place, segment in enumerate(self._segments) if segment.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        step = -step if self.isRightToLeft() else step
        self._segments[(focused + step) % len(self._segments)].setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), RADIUS_FIELD + 1, theme_of(self).sunk)
        painter.end()

    def _on_clicked(self) -> None:
        clicked = self.sender()
        assert isinstance(clicked, _Segment)
        on = clicked.isChecked() or not self._optional
        self.set_value(clicked.value if on else None)
        self.chosen.emit(clicked.value if on else None)
