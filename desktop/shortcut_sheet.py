"""The F1 sheet with all shortcuts, and the sheet about the program."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from analyzer import offline
from analyzer.version import VERSION
from desktop.actions import Actions
from desktop.main_window import ShownPage
from desktop.metrics import Text, px
from desktop.widgets.button import Button, Strength
from desktop.widgets.text import TextBlock
from desktop.wording.basics import tr
from desktop.wording.keys import page_keys
from desktop.wording.offline import lock_words


class _Sheet(QDialog):
    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(24), px(20), px(24), px(16))
        self.column.setSpacing(px(10))
        self.column.addWidget(TextBlock(title, Text.HEADING, parent=self))

    def finish(self) -> None:
        """The closing button below everything."""
        close = Button(self.tr("Close"), Strength.NORMAL, key="Esc", parent=self)
        close.clicked.connect(self.accept)
        self.column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        close.setFocus()


class ShortcutSheet(_Sheet):
    """Every action with a shortcut, then the keys of each page."""

    def __init__(self, parent: QWidget, actions: Actions, pages: Sequence[ShownPage]) -> None:
        super().__init__(parent, tr("Keyboard shortcuts"))
        content = QWidget(self)
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(0, 0, px(12), 0)
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setVerticalSpacing(px(6))
        self._grid.setColumnStretch(1, 1)
        native = QKeySequence.SequenceFormat.NativeText
        for action in actions.all():
            if not action.shortcut().isEmpty():
                self._add(action.shortcut().toString(native), action.text().replace("&", ""))
        for page in pages:
            keys_of_page = page_keys(page.item.page_id)
            if keys_of_page:
                self._head(page.item.title)
            for keys, words in keys_of_page:
                self._add(keys, words)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        scroller = self.scroller = QScrollArea(self)
        scroller.setWidgetResizable(True)
        scroller.setWidget(content)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(scroller, 1)
        self.resize(px(520), px(560))
        self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The button has the focus; the keys that scroll are meant for the list above it."""
        bar = self.scroller.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Down: px(40),
            Qt.Key.Key_Up: -px(40),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Home: -bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        bar.setValue(bar.value() + step)

    def _head(self, title: str) -> None:
        self._grid.addWidget(TextBlock(title, Text.STRONG, parent=self), self._grid.rowCount(), 0, 1, 2)

    def _add(self, keys: str, words: str) -> None:
        row = self._grid.rowCount()
        shown = TextBlock(keys, Text.MEDIUM, "ink2", parent=self)
        shown.setMinimumWidth(px(180))
        self._grid.addWidget(shown, row, 0)
        self._grid.addWidget(TextBlock(words, parent=self), row, 1)


class AboutSheet(_Sheet):
    """What the program is, its version and its licence."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, f"Kithmap {VERSION}")
        for words in (
            tr("Shows from your own archive who is really there for you, and which follows are only numbers."),
            tr("Works offline. Nothing leaves this computer, and Kithmap never clicks for you."),
            lock_words(offline.state()),
            tr("Free software under the GNU General Public License, version 3 or later."),
        ):
            block = TextBlock(words, Text.BODY, "ink2", parent=self)
            block.setMinimumWidth(px(360))
            self.column.addWidget(block)
        self.finish()
