"""The row above the picture of one person: how far it reaches, and whether message groups count."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.metrics import PAGE_MARGIN, px
from desktop.widgets.filter_chip import Chip, FilterChip
from desktop.widgets.segmented import SegmentedControl
from desktop.wording import graph_map as words
from desktop.wording.basics import tr


class PersonBar(QWidget):
    """`changed` comes when the user asks for more or fewer; `ties_away` and `with_groups` say for what."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reach = SegmentedControl(tr("How far"), words.depth_choices(), parent=self)
        self.reach.set_value(1)
        self.groups = FilterChip(Chip("groups", words.groups_offer(), accessible=words.groups_offer()), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(PAGE_MARGIN), 0, px(PAGE_MARGIN), px(8))
        row.setSpacing(px(12))
        row.addWidget(self.reach)
        row.addWidget(self.groups)
        row.addStretch(1)
        self._connect()

    def _connect(self) -> None:
        self.reach.chosen.connect(self._on_changed)
        self.groups.toggled.connect(self._on_changed)

    @property
    def ties_away(self) -> int:
        """1 for neighbours, 2 for theirs as well."""
        return 2 if self.reach.value() == 2 else 1

    @property
    def with_groups(self) -> bool:
        """True if sharing a message group counts as a tie."""
        return self.groups.isChecked()

    def toggle_reach(self) -> None:
        """Nearer or farther: what D does."""
        self.reach.set_value(3 - self.ties_away)
        self.changed.emit()

    def reset(self) -> None:
        """Neighbours only, groups left out: how another archive begins."""
        self.reach.set_value(1)
        blocked = self.groups.blockSignals(True)
        self.groups.setChecked(False)
        self.groups.blockSignals(blocked)

    def _on_changed(self) -> None:
        self.changed.emit()
