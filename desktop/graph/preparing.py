"""Makes the scene of a canvas: at once for most archives, on the worker thread for large ones."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.graph.look import Fonts
from desktop.graph.scene import Scene
from desktop.graph.source import Source

JOB = "graph layout"


class Worker(Protocol):
    """Runs ``work`` off the GUI thread and answers on it, unless it is cancelled or the same name is submitted again."""

    def submit(
        self, name: str, work: Callable[[Any], Any], on_done: Callable[[Any], object], on_error: Callable[[Exception], object], /
    ) -> object: ...

    def cancel(self, name: str, /) -> bool: ...


class Preparer(QObject):
    """Keeps the scene of a source for the latest size. Where it takes long, the earlier scene stays until the `came` of the new one."""

    taken = Signal(object)  # every new scene, before anybody sees it
    came = Signal()  # a scene that was not ready when it was asked for

    def __init__(self, worker: Worker | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._source: Source | None = None
        self._scene: Scene | None = None
        self._asked = False
        self.is_current = False

    def set_source(self, source: Source | None) -> None:
        """Prepare this from now on; without a source nothing is kept."""
        self._source = source
        self.outdate()
        if source is None:
            self._scene = None

    @property
    def source(self) -> Source | None:
        """What was set last."""
        return self._source

    def outdate(self) -> None:
        """Source, size or fonts differ: what is being placed is not wanted any more."""
        if self._worker is not None:
            self._worker.cancel(JOB)
        self.is_current = self._asked = False

    def scene(self, size: tuple[float, float], fonts: Fonts) -> Scene | None:
        """The scene for a canvas of this size, or an earlier one while it `is_current` no more."""
        if self.is_current or self._asked or self._source is None:
            return self._scene
        frame = self._source.frame(size, fonts)
        if self._worker is None or not self._source.is_large:
            self._take(self._source.placed(frame, self._scene))
        else:
            self._asked = True
            self._worker.submit(JOB, partial(_place, self._source, frame, self._scene), self._on_placed, self._on_failed)
        return self._scene

    def _take(self, scene: Scene) -> None:
        self._scene = scene
        self.is_current, self._asked = True, False
        self.taken.emit(scene)

    def _on_placed(self, scene: Scene) -> None:
        self._take(scene)
        self.came.emit()

    def _on_failed(self, error: Exception) -> None:
        raise error


def _place(source: Source, frame: Any, before: Scene | None, report: object) -> Scene:
    return source.placed(frame, before)
