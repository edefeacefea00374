"""The find box of the graph: locates the first match while one types and with the first Enter, the next one with each Enter after."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.filters import Filters
from desktop.graph.scene import Scene
from desktop.widgets.search_box import SearchBox
from desktop.wording.basics import tr
from desktop.wording.circles import found_on_picture, not_on_picture


class FindBox(SearchBox):
    """`located` carries the place of a person on the picture. Filters nothing; who is not on the picture is counted."""

    located = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Find on the graph"), parent=parent)
        self._scene: Scene | None = None
        self._lines: Sequence[str] = ()
        self._matches: list[int] = []
        self._at = 0
        self._is_new = False
        self.text_changed.connect(self._on_text_changed)
        self.field.returnPressed.connect(self._on_next)

    def look_in(self, scene: Scene | None, lines: Sequence[str]) -> None:
        """Search these people from now on; ``lines`` hold what can be found of each person of the analysis."""
        self._scene = scene
        self._lines = lines

    def _on_text_changed(self, text: str) -> None:
        needle = Filters(text=text).needle
        self._matches, self._at, self._is_new = [], 0, True
        if not needle or self._scene is None:
            self.set_found("")
            return
        self._matches = [person for person in self._scene.reading_order if needle in self._lines[person]]
        if self._matches:
            self._show()
        else:
            self.set_found(not_on_picture(sum(needle in line for line in self._lines)))

    def _on_next(self) -> None:
        if self._matches:
            # Whoever types a name and presses Enter wants the first one that it fits.
            self._at = 0 if self._is_new else (self._at + 1) % len(self._matches)
            self._is_new = False
            self._show()

    def _show(self) -> None:
        self.set_found(found_on_picture(self._at + 1, len(self._matches)))
        self.located.emit(self._matches[self._at])
