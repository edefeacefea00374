"""Saving what one looks at on the graph under a name, and looking at it again."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from analyzer.errors import WorkspaceError
from analyzer.network.months import month_named, month_text
from analyzer.workspace.views import SavedView
from desktop.graph.canvas import CirclesCanvas
from desktop.graph.detail import Detail
from desktop.graph.kinds import SceneKind
from desktop.pages.graph_filters import GraphFilters
from desktop.pages.graph_keeping import PictureKeeper
from desktop.pages.graph_state import filters_of, missing_of, mode_of, places_of, view_of
from desktop.pages.graph_views import ViewsPanel
from desktop.picked import Picked
from desktop.saved_views import SavedViews
from desktop.session import Session
from desktop.wording.errors import problem_of
from desktop.wording.graph_tools import people_gone, view_gone, view_kept


class ShowsMonths(Protocol):
    """What knows which month is shown (a number of `analyzer.network.months`), None for all years."""

    @property
    def month(self) -> int | None: ...

    def show_month(self, month: int | None) -> None: ...


class ViewTools(QObject):
    """Connects the panel with what is kept. `shown` comes once the canvas looks at the view that was asked for."""

    shown = Signal()

    def __init__(self, session: Session, canvas: CirclesCanvas, keeper: PictureKeeper, filters: GraphFilters, picked: Picked) -> None:
        super().__init__(canvas)
        self._session, self._canvas, self._keeper, self._filters, self._picked = session, canvas, keeper, filters, picked
        self._time: ShowsMonths | None = None
        self._waiting: SavedView | None = None
        self._words = ""
        self.panel = ViewsPanel(canvas)
        self.store = SavedViews(session, self)
        self._connect()
        self._on_changed()

    def _connect(self) -> None:
        self.store.changed.connect(self._on_changed)
        self.store.failed.connect(self._on_failed)
        self.panel.save_asked.connect(self.save)
        self.panel.show_asked.connect(self.show_view)
        self.panel.rename_asked.connect(self.store.rename)
        self.panel.delete_asked.connect(self._on_delete_asked)
        self._keeper.made.connect(self._look)
        self._session.archive_opened.connect(self._on_other_archive)

    def set_time(self, time: ShowsMonths) -> None:
        """Views hold the month too."""
        self._time = time

    def save(self, name: str) -> None:
        """Keep what one looks at now."""
        analysis, scene = self._session.analysis, self._canvas.scene
        if analysis is None or scene is None:
            return
        month = self._time.month if self._time is not None else None
        self._words = view_kept(name)
        self.store.keep(
            view_of(
                name,
                analysis,
                self._filters.filters,
                self._keeper.mode,
                self._keeper.detail,
                self._canvas.aim,
                scene.extent,
                self._picked.people,
                self._keeper.person or "" if self._keeper.mode is SceneKind.PERSON else "",
                month_text(month) if month is not None else "",
            )
        )
        self._canvas.say(view_kept(name))

    def show_view(self, name: str) -> None:
        """Look at a view again: its filters, picture, amounts, month and place. Who is gone is counted and left out."""
        view, analysis = self.store.of(name), self._session.analysis
        if view is None or analysis is None:
            return
        missing = missing_of(view, analysis)
        self._filters.put(filters_of(view, analysis))
        self._picked.pick(places_of(view.picked, analysis))
        self._keeper.set_detail(Detail.of(view.ties, view.names))
        mode = mode_of(view)
        if mode is SceneKind.PERSON and view.person in analysis.index:
            self._keeper.show_person(view.person)
        else:
            self._keeper.set_mode(SceneKind.CIRCLES if mode is SceneKind.PERSON else mode)
        if self._time is not None:
            self._time.show_month(_month(view.month))
        self._say(people_gone(missing) if missing else "")
        # Last of all: the pictures on the way are not those that were saved.
        self._waiting = view
        if self._keeper.is_ready:
            self._look()

    def _look(self) -> None:
        """The picture is there: look at the place that was saved."""
        view, scene = self._waiting, self._canvas.scene
        if view is None or scene is None or not self._keeper.is_ready:
            return
        self._waiting = None
        self._canvas.look(view.scale, view.x * scene.extent, view.y * scene.extent)
        self.shown.emit()

    def _say(self, words: str) -> None:
        self._words = words
        self._on_changed()
        if words:
            self._canvas.say(words)

    def _on_delete_asked(self, name: str) -> None:
        self._words = view_gone(name)
        self.store.delete(name)
        self._canvas.say(view_gone(name))
        self.panel.field.setFocus()

    def _on_changed(self) -> None:
        words, self._words = self._words, ""
        self.panel.show_views(self.store.all, words)

    def _on_failed(self, error: WorkspaceError) -> None:
        problem = problem_of(error)
        self._words = f"{problem.lead} {problem.advice}"

    def _on_other_archive(self) -> None:
        self._waiting = None


def _month(text: str) -> int | None:
    try:
        return month_named(text) if text else None
    except ValueError:
        return None
