"""The left side of the Export page: which list, and in which form."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from analyzer.console.picture import SCALES
from analyzer.verdict.verdicts import Listing
from desktop.graph.sheet import SIZE
from desktop.metrics import Text, px
from desktop.pages.export_parts import ListOption
from desktop.widgets.button import Button
from desktop.widgets.flow import FlowRow
from desktop.widgets.segmented import SegmentedControl
from desktop.widgets.text import TextBlock
from desktop.wording.basics import tr
from desktop.wording.export import FORM_ORDER, GRAPH_ORDER, PICTURE_ORDER, form_hint, form_word, scale_hint, scale_word

LISTS = (Listing.UNFOLLOW, Listing.FOLLOW, Listing.SAY_HELLO, Listing.KEEP, Listing.ASK)
FORMS = {"lists": FORM_ORDER, "pictures": PICTURE_ORDER, "graph": GRAPH_ORDER}


class ExportChoices(QWidget):
    """Options for the list (only where lists are exported) and buttons for the form; arrows choose. `changed` when the user does."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mode = "lists"
        self._chosen = {mode: forms[0] for mode, forms in FORMS.items()}
        self._counts: dict[Listing, int] = dict.fromkeys(LISTS, 0)
        self._lists = QWidget(self)
        self.options = {listing: ListOption(listing, self._lists) for listing in LISTS}
        self.options[Listing.UNFOLLOW].setChecked(True)
        rows = QVBoxLayout(self._lists)
        rows.setContentsMargins(0, 0, 0, px(14))
        rows.setSpacing(px(2))
        for option in self.options.values():
            rows.addWidget(option)
        self.forms = {mode: {suffix: Button(form_word(suffix), parent=self) for suffix in suffixes} for mode, suffixes in FORMS.items()}
        if ".json" in self.forms["graph"]:
            self.forms["graph"][".json"].setText(tr("JSON (node-link)"))
        self._rows: dict[str, FlowRow] = {}
        for mode, buttons in self.forms.items():
            row = FlowRow(self)
            for button in buttons.values():
                button.setCheckable(True)
                row.flow.addWidget(button)
            self._rows[mode] = row
        self._hint = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self.scales = SegmentedControl(tr("How large"), [(scale, scale_word(scale)) for scale in SCALES.values()], parent=self)
        self.scales.set_value(SCALES["2"])
        self._lay_out()
        self._connect()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def _lay_out(self) -> None:
        inner = QVBoxLayout()
        inner.setContentsMargins(px(14), 0, 0, 0)
        inner.setSpacing(px(10))
        inner.addWidget(TextBlock(tr("As"), Text.STRONG, parent=self))
        for row in self._rows.values():
            inner.addWidget(row)
        inner.addWidget(self._hint)
        inner.addWidget(self.scales, 0, Qt.AlignmentFlag.AlignLeading)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._lists)
        column.addLayout(inner)
        column.addStretch(1)

    def _connect(self) -> None:
        for option in self.options.values():
            option.clicked.connect(self.changed)
        for buttons in self.forms.values():
            for button in buttons.values():
                button.clicked.connect(self._on_form_clicked)
        self.scales.chosen.connect(self._on_scale_chosen)

    @property
    def listing(self) -> Listing:
        """The chosen list."""
        return next((listing for listing, option in self.options.items() if option.isChecked()), Listing.UNFOLLOW)

    @property
    def suffix(self) -> str:
        """The chosen form's suffix."""
        return self._chosen[self._mode]

    @property
    def scale(self) -> float:
        """How many times the design's px a PNG has."""
        return float(str(self.scales.value()))

    def count(self, listing: Listing) -> int:
        """How many are on a list."""
        return self._counts.get(listing, 0)

    def choose(self, listing: Listing | None = None, suffix: str | None = None) -> None:
        """Choose as a click would."""
        if listing is not None:
            self.options[listing].click()
        if suffix is not None:
            self.forms[self._mode][suffix].click()

    def show_mode(self, mode: str, counts: Mapping[Listing, int]) -> None:
        """Show the choices of a mode, with the number of people on each list."""
        self._mode = mode
        self._counts = {listing: counts.get(listing, 0) for listing in LISTS}
        for listing, option in self.options.items():
            option.set_count(self._counts[listing])
        self._lists.setVisible(mode == "lists")
        for known, row in self._rows.items():
            row.setVisible(known == mode)
        for suffix, button in self.forms[mode].items():
            button.setChecked(suffix == self.suffix)
        sized = mode == "pictures" and self.suffix == ".png"
        self.scales.setVisible(sized)
        size = f" {scale_hint(self.scale, *SIZE)}." if sized else ""
        self._hint.set_text(form_hint(self.suffix, graph=mode == "graph") + size)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        buttons = list(self.forms[self._mode].values())
        focused = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or focused is None:
            super().keyPressEvent(event)
            return
        button = buttons[(focused + step) % len(buttons)]
        button.setFocus(Qt.FocusReason.TabFocusReason)
        button.click()

    def _on_form_clicked(self) -> None:
        clicked = self.sender()
        self._chosen[self._mode] = next(suffix for suffix, button in self.forms[self._mode].items() if button is clicked)
        self.changed.emit()

    def _on_scale_chosen(self, scale: object) -> None:
        self.changed.emit()
