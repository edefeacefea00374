"""The panel of saved views: a name to save what one looks at now, and the list to show, rename or delete one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from analyzer.workspace.views import LONGEST_NAME, SavedView
from desktop.metrics import Text, px
from desktop.pages.graph_popover import Popover
from desktop.widgets.button import Button, IconButton, Strength
from desktop.widgets.text import TextBlock
from desktop.wording.basics import safe, set_apart, tr

WIDTH = 250
MOST_HEIGHT = 190


class ViewsPanel(Popover):
    """Tells what is asked for; knows views by their names."""

    save_asked = Signal(str)
    show_asked = Signal(str)
    rename_asked = Signal(str, str)
    delete_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Saved views"), parent)
        self._renaming = ""
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("Name this view"))
        self.field.setAccessibleName(tr("Name of the view"))
        self.field.setMaxLength(LONGEST_NAME)
        self.save = Button(tr("Save"), parent=self)
        top = QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.save)
        self.column.addLayout(top)
        self.words = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self.words.setMinimumWidth(px(WIDTH))
        self.column.addWidget(self.words)
        self._list = QWidget(self)
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._scroller = QScrollArea(self)
        self._scroller.setWidgetResizable(True)
        self._scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroller.setWidget(self._list)
        self._scroller.viewport().setAutoFillBackground(False)
        self._list.setAutoFillBackground(False)
        self.column.addWidget(self._scroller)
        self._connect()
        self.show_views(())

    def _connect(self) -> None:
        self.save.clicked.connect(self._on_save)
        self.field.returnPressed.connect(self._on_save)
        self.field.textChanged.connect(self._on_text_changed)

    def show_views(self, views: Sequence[SavedView], words: str = "") -> None:
        """Show these; ``words`` say what just happened, else how many there are stands to be seen."""
        while (item := self._rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for view in views:
            self._rows.addWidget(ViewRow(view.name, self))
        self._rows.addStretch(1)
        self._renaming = ""
        self._on_text_changed()
        self.words.set_text(words or ("" if views else tr("Filters, place, ties and names come back under a name.")))
        self.words.setVisible(bool(self.words.text()))
        wanted = sum(row.sizeHint().height() for row in self.rows())
        self._scroller.setFixedHeight(min(px(MOST_HEIGHT), wanted))
        self._scroller.setVisible(bool(views))
        self.column.activate()
        self.adjustSize()

    def controls(self) -> list[QWidget]:
        return [self.field, self.save, *(part for row in self.rows() for part in (row.open, row.rename, row.delete))]

    def rows(self) -> list["ViewRow"]:
        """The rows, in the order of the views."""
        items = (self._rows.itemAt(place) for place in range(self._rows.count()))
        found = (item.widget() for item in items if item is not None)
        return [row for row in found if isinstance(row, ViewRow)]

    def begin_renaming(self, name: str) -> None:
        """Take a name into the field; saving then renames."""
        self._renaming = name
        self.field.setText(name)
        self.save.setText(tr("Rename"))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _on_text_changed(self) -> None:
        if not self.field.text():
            self._renaming = ""
        self.save.setText(tr("Rename") if self._renaming else tr("Save"))
        self.save.setEnabled(bool(self.field.text().strip()))

    def _on_save(self) -> None:
        name, old = self.field.text().strip(), self._renaming
        if name:
            self.field.clear()
            self.rename_asked.emit(old, name) if old else self.save_asked.emit(name)


class ViewRow(QWidget):
    """One view: pressing its name shows it; rename and delete stand beside."""

    def __init__(self, name: str, panel: ViewsPanel) -> None:
        super().__init__(panel)
        self._name = name
        self._panel = panel
        words = safe(name)
        self.open = Button(words if len(words) <= 28 else words[:27] + "…", Strength.FLAT, parent=self)
        self.open.setAccessibleName(tr("Show the view {name}").format(name=set_apart(words)))
        self.rename = IconButton("note", tr("Rename"), 28, self)
        self.rename.setAccessibleName(tr("Rename {name}").format(name=set_apart(words)))
        self.delete = IconButton("close", tr("Delete"), 28, self)
        self.delete.setAccessibleName(tr("Delete {name}").format(name=set_apart(words)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(2))
        row.addWidget(self.open)
        row.addStretch(1)
        row.addWidget(self.rename)
        row.addWidget(self.delete)
        self.open.clicked.connect(self._on_open)
        self.rename.clicked.connect(self._on_rename)
        self.delete.clicked.connect(self._on_delete)

    def _on_open(self) -> None:
        self._panel.show_asked.emit(self._name)

    def _on_rename(self) -> None:
        self._panel.begin_renaming(self._name)

    def _on_delete(self) -> None:
        self._panel.delete_asked.emit(self._name)
