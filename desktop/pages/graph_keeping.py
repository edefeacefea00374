"""Keeps the graph's canvas up to date with the session: which picture of whom, made when somebody looks, off the GUI thread where it takes long."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from analyzer.facts import Analysis
from analyzer.network import map_layout
from analyzer.network.circles import Circles, gather_circles
from analyzer.network.map_people import MapPeople, gather_map
from analyzer.network.person_people import PersonPeople, gather_person
from analyzer.verdict.verdicts import Judgement
from desktop.graph.detail import Detail
from desktop.graph.kinds import SceneKind
from desktop.graph.map_source import MapSource, Places, PlaceStore, find_places
from desktop.graph.person_source import PersonSource
from desktop.graph.picture import PictureWidget
from desktop.graph.preparing import Worker
from desktop.graph.source import Source, is_large
from desktop.jobs import JobReporter, run_child
from desktop.marks import SomePlaces
from desktop.pages.graph_filters import GraphFilters
from desktop.session import Session

JOB = "graph people"
MAP_JOB = "graph map"
PERSON_JOB = "graph person"


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
        self._store = store
        self._circles: Circles | None = None
        self._map: MapPeople | None = None
        self._places: Places | None = None
        self._person: str | None = None
        self._around: PersonPeople | None = None
        self._depth = 1
        self._with_groups = False
        self._gathered_with: bool | None = None
        self._mode = SceneKind.CIRCLES
        self._detail = Detail()
        self._absent: frozenset[int] = frozenset()
        self._dimmed: frozenset[int] = frozenset()
        self._shown: SomePlaces = frozenset()
        self._stale = True
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._connect()

    def _connect(self) -> None:
        session = self._session
        session.archive_opened.connect(self._on_archive_opened)
        session.archive_closed.connect(self._on_archive_opened)
        session.judgements_changed.connect(self._on_judgements_changed)
        session.filters_changed.connect(self.mark_stale)
        self._filters.changed.connect(self.mark_stale)
        self._canvas.scene_made.connect(self._on_scene_made)
        self._soon.timeout.connect(self.bring_up_to_date)

    # --- What is asked for ---

    @property
    def mode(self) -> SceneKind:
        """Which picture is shown."""
        return self._mode

    def set_mode(self, mode: SceneKind) -> None:
        """Show this picture of the same people."""
        if mode is not self._mode:
            self._mode = mode
            self._canvas.fit()
            self.mode_changed.emit(mode)
            self.mark_stale()

    @property
    def person(self) -> str | None:
        """Key of whom the picture of one person is about."""
        return self._person

    def show_person(self, key: str) -> None:
        """Show this person with those seen together with them."""
        if key == self._person and self._mode is SceneKind.PERSON:
            return
        self._person, self._around = key, None
        if self._mode is SceneKind.PERSON:
            self._canvas.fit()
            self.mark_stale()
        else:
            self.set_mode(SceneKind.PERSON)

    @property
    def reach(self) -> tuple[int, bool]:
        """How many ties away people are shown (1 or 2), and whether shared message groups count as ties."""
        return self._depth, self._with_groups

    def set_reach(self, depth: int, with_groups: bool) -> None:
        """Show people so many ties away."""
        if (depth, with_groups) != (self._depth, self._with_groups):
            self._depth, self._with_groups, self._around = depth, with_groups, None
            self.mark_stale()

    @property
    def around(self) -> PersonPeople | None:
        """The person with those around them, filters aside; None in other pictures."""
        return self._around if self._mode is SceneKind.PERSON else None

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
        if self._stale or self._circles is None or not self._canvas.is_current:
            return False
        scene = self._canvas.scene
        return scene is not None and scene.kind is self._mode

    @property
    def shown(self) -> SomePlaces:
        """The people whom the filters leave, at whatever time."""
        return self._shown

    @property
    def circles(self) -> Circles | None:
        """Who takes part in the pictures; None while that is being found out."""
        return self._circles

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
            self._soon.start()  # showing a page for the first time is work enough for one turn of the event loop
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
        with_passing = self._filters.filters.show_passing
        if self._circles is not None and self._gathered_with is with_passing:
            self._show(self._circles)
            return
        self._forget()
        self._gathered_with = with_passing
        # The session changes its list in place: the worker gets one that stays as it is.
        judgements = tuple(self._session.judgements)
        if self._worker is None or not is_large(analysis):
            self._show(gather_circles(analysis, judgements, with_passing))
        else:
            self._worker.submit(JOB, partial(_gather, analysis, judgements, with_passing), self._show, self._on_failed)

    def _show(self, circles: Circles) -> None:
        """Who takes part is known: show those whom the filters leave, or find their places on the Map first."""
        analysis = self._session.analysis
        assert analysis is not None
        self._circles = circles
        if self._mode is SceneKind.MAP:
            self._show_map(analysis, circles)
        elif self._mode is SceneKind.PERSON and self._person is not None:
            self._show_person(analysis, circles, analysis.index[self._person])
        else:
            self._give(Source(**self._asked(analysis, circles)))

    def _asked(self, analysis: Analysis, circles: Circles) -> dict[str, Any]:
        """What sources of all kinds are told."""
        self._shown = self._filters.shown()
        shown = self._shown - self._absent
        return {
            "analysis": analysis, "judgements": tuple(self._session.judgements), "circles": circles, "shown": shown,
            "detail": self._detail, "dimmed": self._dimmed,
        }  # fmt: skip

    def _give(self, source: Source) -> None:
        self._canvas.set_source(source)
        if self._canvas.is_current:
            self.made.emit()

    def _show_map(self, analysis: Analysis, circles: Circles) -> None:
        if self._map is None:
            self._map = gather_map(circles, analysis.people, self._session.judgements, analysis.community_names)
        if self._places is not None:
            self._give(MapSource(**self._asked(analysis, circles), found=self._map, places=self._places))
            return
        # Passing contacts make another map, laid out beside the kept one and not kept itself.
        keeps = not self._gathered_with
        if self._worker is None:
            self._on_places_found(find_places(analysis, self._map, self._store, keeps))
        else:
            work = partial(_find_places, analysis, self._map, self._store, keeps)
            self._worker.submit(MAP_JOB, work, self._on_places_found, self._on_failed)

    def _show_person(self, analysis: Analysis, circles: Circles, place: int) -> None:
        if self._around is not None:
            self._give(PersonSource(**self._asked(analysis, circles), found=self._around))
            return
        work = partial(gather_person, analysis, circles, place, self._depth, self._with_groups)
        if self._worker is None or not is_large(analysis):
            self._on_around_found(work())
        else:
            self._worker.submit(PERSON_JOB, partial(_without_report, work), self._on_around_found, self._on_failed)

    def _on_around_found(self, found: PersonPeople) -> None:
        self._around = found
        analysis = self._session.analysis
        if self._mode is SceneKind.PERSON and analysis is not None and self._circles is not None:
            self._show_person(analysis, self._circles, found.person)

    def _on_places_found(self, places: Places) -> None:
        self._places = places
        analysis = self._session.analysis
        if self._mode is SceneKind.MAP and analysis is not None and self._circles is not None:
            self._show_map(analysis, self._circles)

    def _on_scene_made(self) -> None:
        self.made.emit()

    def _on_archive_opened(self) -> None:
        self._forget()
        self._person, self._depth, self._with_groups = None, 1, False
        if self._mode is SceneKind.PERSON:
            self.set_mode(SceneKind.CIRCLES)
        self._absent = self._dimmed = frozenset()
        self._canvas.set_source(None)
        self._canvas.fit()
        self.mark_stale()

    def _on_judgements_changed(self) -> None:
        self._forget()
        self.mark_stale()

    def _forget(self) -> None:
        self._circles = self._map = self._places = self._around = None
        if self._worker is not None:
            for job in (JOB, MAP_JOB, PERSON_JOB):
                self._worker.cancel(job)

    def _on_failed(self, error: Exception) -> None:
        raise error


def _gather(analysis: Analysis, judgements: Sequence[Judgement], with_passing: bool, report: object) -> Circles:
    return gather_circles(analysis, judgements, with_passing)


def _without_report(work: Callable[[], PersonPeople], report: JobReporter) -> PersonPeople:
    return work()


def _find_places(analysis: Analysis, found: MapPeople, store: PlaceStore | None, keeps: bool, report: JobReporter) -> Places:
    """On the worker thread: igraph holds the interpreter lock, so it works in a child process."""
    return find_places(analysis, found, store, keeps, partial(_ask_child, report))


def _ask_child(report: JobReporter, question: bytes) -> bytes:
    return run_child(map_layout.__name__, question, report.check)
