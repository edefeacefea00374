"""What a screen reader finds of the picture: a chart whose value is the person one walked to."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_installed: list[bool] = []


class SpeakingChart(QWidget):
    """A painted chart; `said` is what of it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if not _installed:
            # Qt keeps factories as long as the program runs: one is enough for all charts.
            QAccessible.installFactory(_interface_of)
            _installed.append(True)

    def said(self) -> str:
        """The text of the focused part, or nothing."""
        raise NotImplementedError


class ChartInterface(QAccessibleWidget):
    """The chart in the accessible tree: Qt owns it and drops it with its widget."""

    def __init__(self, chart: SpeakingChart) -> None:
        super().__init__(chart, QAccessible.Role.Chart)

    def text(self, what: QAccessible.Text, /) -> str:
        chart = self.widget()
        if what == QAccessible.Text.Value and isinstance(chart, SpeakingChart):
            return chart.said()
        return super().text(what)


def _interface_of(name: str, thing: QObject) -> QAccessibleInterface | None:
    return ChartInterface(thing) if isinstance(thing, SpeakingChart) else None
