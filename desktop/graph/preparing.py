"""Makes the scene of a canvas: at once for most archives, on the worker thread for large ones."""

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from analyzer.network.circles import Frame
from desktop.graph.look import Fonts
from desktop.graph.scene import Scene, frame_for
from desktop.graph.source import Source

JOB = "graph layout"


class Worker(Protocol):
    """Runs ``work`` off the GUI thread and answers on it, unless it is cancelled or the same name is submitted again."""

    def submit(
        self, name: str, work: Callable[[Any], Any], on_done: Callable[[Any], object], on_error: Callable[[Exception], object], /
    ) -> object: ...

    def cancel(self, name: str, /) -> bool: ...


class Preparer(QObject):
    """Answers the last question only. `made` carries a `Scene` that was not ready at once."""

    made = Signal(object)

    def __init__(self, worker: Worker | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker

    def ask(self, source: Source, size: tuple[float, float], fonts: Fonts, before: Scene | None) -> Scene | None:
        """The scene for a canvas of this size, or None if it comes later; ``before`` is what is shown now."""
        self.forget()
        frame = frame_for(source.circles, size, fonts)
        if self._worker is None or not source.is_large:
            return source.placed(frame, before)
        self._worker.submit(JOB, partial(_place, source, frame, before), self._on_made, self._on_failed)
        return None

    def forget(self) -> None:
        """Nobody waits for an answer any more."""
        if self._worker is not None:
            self._worker.cancel(JOB)

    def _on_made(self, scene: Scene) -> None:
        self.made.emit(scene)

    def _on_failed(self, error: Exception) -> None:
        raise error


def _place(source: Source, frame: Frame, before: Scene | None, report: object) -> Scene:
    return source.placed(frame, before)
