"""The saved views of the open archive: kept at once, every change one step of the undo history."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand

from analyzer.errors import WorkspaceError
from analyzer.workspace import views
from analyzer.workspace.views import SavedView
from desktop.session import Session
from desktop.wording.graph_tools import view_step

log = logging.getLogger(__name__)


class SavedViews(QObject):
    """`changed` comes with every other list, `failed` with the `WorkspaceError` of a disk that refuses."""

    changed = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._account = ""
        self._views: list[SavedView] = []
        session.archive_opened.connect(self._on_other_archive)
        session.archive_closed.connect(self._on_other_archive)
        self._on_other_archive()

    @property
    def all(self) -> Sequence[SavedView]:
        """The views in the order of their names."""
        return self._views

    def of(self, name: str) -> SavedView | None:
        """The view of this name."""
        return next((view for view in self._views if view.name == name), None)

    def keep(self, view: SavedView) -> None:
        """Keep this one; one of the same name gives way."""
        self._change([*(other for other in self._views if other.name != view.name), view])

    def rename(self, name: str, new: str) -> None:
        """Give a view another name; a view that had it gives way."""
        view = self.of(name)
        if view is not None and new != name:
            self._change([*(other for other in self._views if other.name not in (name, new)), replace(view, name=new)])

    def delete(self, name: str) -> None:
        """Forget one."""
        self._change([other for other in self._views if other.name != name])

    def put(self, wanted: Sequence[SavedView]) -> None:
        """What the undo history does."""
        try:
            self._views = views.put(self._account, wanted)
        except WorkspaceError as error:
            log.warning("views could not be kept: %s", error.problem)
            self._views = list(wanted)
            self.failed.emit(error)
        self.changed.emit()

    def _change(self, wanted: list[SavedView]) -> None:
        if self._session.analysis is not None and wanted != self._views:
            self._session.undo_stack.push(_ViewsCommand(self, list(self._views), wanted))

    def _on_other_archive(self) -> None:
        analysis = self._session.analysis
        self._account = analysis.archive.account_id if analysis is not None else ""
        self._views = []
        if analysis is not None:
            try:
                self._views = views.load(self._account)
            except WorkspaceError as error:
                log.warning("views could not be read: %s", error.problem)
        self.changed.emit()


class _ViewsCommand(QUndoCommand):
    """One change of the list, and back."""

    def __init__(self, store: SavedViews, before: list[SavedView], after: list[SavedView]) -> None:
        super().__init__(view_step())
        self._store = store
        self._before = before
        self._after = after

    def redo(self) -> None:
        self._store.put(self._after)

    def undo(self) -> None:
        self._store.put(self._before)
