"""The table twin of the graph: the same people in the picture's order, linked both ways, for keyboard and screen reader."""

from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from desktop.graph.commands import Command, command_of
from desktop.graph.scene import Scene
from desktop.metrics import LINE_ROW, px
from desktop.models.picture_people import Index, PicturePeople
from desktop.wording.basics import tr

# What needs no picture; V and the rest begin a search for a name, as letters do in every table.
COMMANDS = frozenset({Command.PICK, Command.PICK_ALL, Command.PICK_NOBODY, Command.INVERT, Command.NEIGHBOURS, Command.REVIEW, Command.COPY_HANDLE})


class GraphTable(QTreeView):
    """`chosen` carries the place of the person one walked to; `opened` comes with Enter, `left` with T or Esc.

    `commanded` and `menu_asked` are those of the canvas: what needs no picture can be done here too.
    """

    chosen = Signal(object)
    opened = Signal()
    left = Signal()
    commanded = Signal(object)  # Command
    menu_asked = Signal(object, QPoint)  # place of a person, and where on the screen

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PicturePeople(self)
        self.setModel(self.people)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("People on the picture"))
        # The theme's colours come with the palette, so that a switch needs nothing here.
        self.setStyleSheet(
            f"QTreeView {{ background: palette(window); outline: 0; }}"
            f"QTreeView::item {{ height: {px(LINE_ROW)}px; padding: 0 {px(8)}px; border: 0; }}"
            f"QTreeView::item:selected {{ background: palette(highlight); color: palette(highlighted-text); }}"
            f"QHeaderView {{ background: palette(window); }}"
            f"QHeaderView::section {{ background: palette(window); color: palette(placeholder-text); border: 0; padding: {px(5)}px {px(8)}px; }}"
        )
        header = self.header()
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        # Looking at some rows is enough, and quick with 15,000 of them; those seen with nobody come after the communities.
        header.setResizeContentsPrecision(80)

    def show_scene(self, scene: Scene | None) -> None:
        """Show the people of this scene."""
        self.people.show_scene(scene)

    def go_to(self, person: int | None) -> None:
        """Select somebody's row, without telling."""
        index = self.people.index(self.people.row_of(person), 0)
        if index != self.currentIndex():
            blocked = self.blockSignals(True)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows)
            self.blockSignals(blocked)
            if index.isValid():
                self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        person = self.people.person_at(current.row()) if current.isValid() else None
        if person is not None:
            self.chosen.emit(person)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_menu_by_key()
            return
        index = self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_asked.emit(self.people.person_at(index.row()), event.globalPos())

    def _ask_menu_by_key(self) -> None:
        index = self.currentIndex()
        if index.isValid():
            below = self.visualRect(index).bottomLeft()
            self.menu_asked.emit(self.people.person_at(index.row()), self.viewport().mapToGlobal(below))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = command_of(Qt.Key(event.key()), event.modifiers())
        if command in COMMANDS:
            self.commanded.emit(command)
        elif event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier):
            self._ask_menu_by_key()
        elif event.key() == Qt.Key.Key_Escape and self.people.has_picked:
            self.commanded.emit(Command.PICK_NOBODY)
        elif event.key() in (Qt.Key.Key_T, Qt.Key.Key_Escape) and not event.modifiers():
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)
