"""Keeps the graph's canvas up to date with the session: which picture of whom, made when somebody looks, off the GUI thread where it takes long."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from analyzer.network.circles import Circles
from analyzer.network.person_people import PersonPeople
from desktop.graph.detail import Detail
from desktop.graph.kinds import SceneKind
from desktop.graph.map_source import PlaceStore
from desktop.graph.picture import PictureWidget
from desktop.graph.preparing import Worker
from desktop.graph.source import is_large
from desktop.marks import SomePlaces
from desktop.pages.graph_filters import GraphFilters
from desktop.pages.graph_gathering import PictureGathering, Wanted
from desktop.session import Session

SETTLE_MS = 60
"""So long a large archive's picture waits when the page comes into sight: page and panel stand before the worker competes with their painting."""


class PictureKeeper(QObject):
    """Decides when the picture is made anew, and of what. Works only while ``page`` is shown; a page that is not shown waits.

    Without a ``worker`` everything is prepared at once, however large the archive.
    """

    emptied = Signal()  # nothing is open
    began = Signal()  # something else will be shown: titles and messages may follow
    made = Signal()  # the canvas has the scene of what was asked for
    mode_changed = Signal(object)  # SceneKind

    def __init__(
        self, session: Session, filters: GraphFilters, canvas: PictureWidget, worker: Worker | None, page: QWidget, store: PlaceStore | None = None
    ) -> None:
        super().__init__(page)
        self._session, self._filters, self._canvas, self._worker = session, filters, canvas, worker
        self._gathering = PictureGathering(session, worker, store, self)
        self._wanted = Wanted()
        self._detail = Detail()
        self._absent: frozenset[int] = frozenset()
        self._dimmed: frozenset[int] = frozenset()
        self._shown: SomePlaces = frozenset()
        self._stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._connect()

    def _connect(self) -> None:
        session = self._session
        session.archive_opened.connect(self._on_archive_opened)
        session.archive_closed.connect(self._on_archive_opened)
        session.judgements_changed.connect(self._on_judgements_changed)
        session.filters_changed.connect(self.mark_stale)
        self._filters.changed.connect(self.mark_stale)
        self._canvas.scene_made.connect(self._on_scene_made)
        self._gathering.found.connect(self._on_found)
        self._soon.timeout.connect(self.bring_up_to_date)

    # --- What is asked for ---

    @property
    def mode(self) -> SceneKind:
        """Which picture is shown."""
        return self._wanted.mode

    def set_mode(self, mode: SceneKind) -> None:
        """Show this picture of the same people."""
        if mode is not self.mode:
            self._wanted = replace(self._wanted, mode=mode)
            self._canvas.fit()
            self.mode_changed.emit(mode)
            self.mark_stale()

    @property
    def person(self) -> str | None:
        """Key of whom the picture of one person is about."""
        return self._wanted.person

    def show_person(self, key: str) -> None:
        """Show this person with those seen together with them."""
        if key == self.person and self.mode is SceneKind.PERSON:
            return
        self._wanted = replace(self._wanted, person=key)
        if self.mode is SceneKind.PERSON:
            self._canvas.fit()
            self.mark_stale()
        else:
            self.set_mode(SceneKind.PERSON)

    @property
    def reach(self) -> tuple[int, bool]:
        """How many ties away people are shown (1 or 2), and whether shared message groups count as ties."""
        return self._wanted.depth, self._wanted.with_groups

    def set_reach(self, depth: int, with_groups: bool) -> None:
        """Show people so many ties away."""
        if (depth, with_groups) != self.reach:
            self._wanted = replace(self._wanted, depth=depth, with_groups=with_groups)
            self.mark_stale()

    @property
    def around(self) -> PersonPeople | None:
        """The person with those around them, filters aside; None in other pictures."""
        return self._gathering.around if self.mode is SceneKind.PERSON else None

    @property
    def detail(self) -> Detail:
        """How many ties and names are drawn."""
        return self._detail

    def set_detail(self, detail: Detail) -> None:
        """Draw so many ties and names."""
        if detail != self._detail:
            self._detail = detail
            self.mark_stale()

    def set_moment(self, absent: frozenset[int], dimmed: frozenset[int]) -> None:
        """Show one time: who is ``absent`` then is left out, who is ``dimmed`` is painted in the dim tone; nobody's place changes."""
        if (absent, dimmed) != (self._absent, self._dimmed):
            self._absent, self._dimmed = absent, dimmed
            self.mark_stale()

    # --- What there is ---

    @property
    def is_ready(self) -> bool:
        """True if the picture shows what the session holds; False while a large archive is being laid out."""
        if self._stale or self.circles is None or not self._canvas.is_current:
            return False
        scene = self._canvas.scene
        return scene is not None and scene.kind is self.mode

    @property
    def shown(self) -> SomePlaces:
        """The people whom the filters leave, at whatever time."""
        return self._shown

    @property
    def circles(self) -> Circles | None:
        """Who takes part in the pictures; None while that is being found out."""
        return self._gathering.circles

    # --- Keeping up ---

    def mark_stale(self) -> None:
        """Something that is shown differs now."""
        self._stale = True
        # Asked of Qt and not kept: a page that is held by its own part would not go when nobody else holds it.
        page = self.parent()
        if isinstance(page, QWidget) and page.isVisible():
            self.bring_up_to_date()

    def on_shown(self) -> None:
        """The page came into sight."""
        analysis = self._session.analysis
        if self._worker is not None and analysis is not None and is_large(analysis):
            self._soon.start()
        else:
            self.bring_up_to_date()

    def bring_up_to_date(self) -> None:
        """Make what is outdated; does nothing where nothing is."""
        if not self._stale:
            return
        self._stale = False
        analysis = self._session.analysis
        self._filters.refresh()
        if analysis is None:
            self._canvas.set_source(None)
            self.emptied.emit()
            return
        self.began.emit()
        self._wanted = replace(self._wanted, with_passing=self._filters.filters.show_passing)
        self._show()

    def _show(self) -> None:
        """Show those whom the filters leave, as soon as it is known who stands where."""
        self._shown = self._filters.shown()
        source = self._gathering.source(self._wanted, self._shown - self._absent, self._detail, self._dimmed)
        if source is not None:
            self._canvas.set_source(source)
            if self._canvas.is_current:
                self.made.emit()

    def _on_found(self) -> None:
        if self._session.analysis is not None and not self._stale:
            self._show()

    def _on_scene_made(self) -> None:
        self.made.emit()

    def _on_archive_opened(self) -> None:
        self._gathering.forget()
        mode = self.mode if self.mode is not SceneKind.PERSON else SceneKind.CIRCLES
        is_other = mode is not self.mode
        self._wanted = Wanted(mode)
        if is_other:
            self.mode_changed.emit(mode)
        self._absent = self._dimmed = frozenset()
        self._canvas.set_source(None)
        self._canvas.fit()
        self.mark_stale()

    def _on_judgements_changed(self) -> None:
        self._gathering.forget()
        self.mark_stale()
