"""Finds out who stands where on the graph's pictures: at once, or off the GUI thread where that takes long."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Signal

from analyzer.facts import Analysis
from analyzer.network import map_layout
from analyzer.network.circles import Circles, gather_circles
from analyzer.network.map_people import MapPeople, gather_map
from analyzer.network.person_people import PersonPeople, gather_person
from desktop.graph.detail import Detail
from desktop.graph.kinds import SceneKind
from desktop.graph.map_source import MapSource, Places, PlaceStore, find_places
from desktop.graph.person_source import PersonSource
from desktop.graph.preparing import Worker
from desktop.graph.source import Source, is_large
from desktop.jobs import JobReporter, run_child
from desktop.marks import SomePlaces
from desktop.session import Session

PEOPLE_JOB = "graph people"
MAP_JOB = "graph map"
PERSON_JOB = "graph person"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What picture is asked for: around ``person`` (a key) people up to ``depth`` ties away, shared message groups counted or not."""

    mode: SceneKind = SceneKind.CIRCLES
    with_passing: bool = False
    person: str | None = None
    depth: int = 1
    with_groups: bool = False


class PictureGathering(QObject):
    """Knows what was found out about the session's people, until it is told to forget it. `found` comes when more is known.

    Without a ``worker`` everything is found at once; with one, the Map's places and whatever is about a large archive come later.
    """

    found = Signal()

    def __init__(self, session: Session, worker: Worker | None, store: PlaceStore | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._worker, self._store = session, worker, store
        self._with_passing: bool | None = None
        self.circles: Circles | None = None
        self._map: MapPeople | None = None
        self._places: Places | None = None
        self.around: PersonPeople | None = None
        self._around_of: Wanted | None = None
        self._asked: dict[str, Hashable] = {}

    def forget(self) -> None:
        """The people or the judgements are others now; what is being found out is not wanted any more."""
        self.circles = self._map = self._places = self.around = None
        self._asked.clear()
        if self._worker is not None:
            for job in (PEOPLE_JOB, MAP_JOB, PERSON_JOB):
                self._worker.cancel(job)

    def source(self, wanted: Wanted, shown: SomePlaces, detail: Detail, dimmed: frozenset[int]) -> Source | None:
        """What a canvas needs for this picture; None while something has to be found out, then `found` comes."""
        analysis = self._session.analysis
        assert analysis is not None
        if wanted.with_passing is not self._with_passing:
            self.forget()
            self._with_passing = wanted.with_passing
        if self.circles is None:
            self._find_people(analysis, wanted.with_passing)
        if self.circles is None:
            return None
        told: dict[str, Any] = {
            "analysis": analysis, "judgements": tuple(self._session.judgements), "circles": self.circles, "shown": shown, "detail": detail,
            "dimmed": dimmed,
        }  # fmt: skip
        if wanted.mode is SceneKind.MAP:
            return self._map_source(analysis, self.circles, told)
        if wanted.mode is SceneKind.PERSON and wanted.person is not None:
            return self._person_source(analysis, self.circles, wanted, told)
        return Source(**told)

    def _find_people(self, analysis: Analysis, with_passing: bool) -> None:
        # The session changes its list in place: the worker gets one that stays as it is.
        work = partial(gather_circles, analysis, tuple(self._session.judgements), with_passing)
        self._find(PEOPLE_JOB, with_passing, partial(_without_report, work), is_large(analysis))

    def _map_source(self, analysis: Analysis, circles: Circles, told: dict[str, Any]) -> Source | None:
        if self._map is None:
            self._map = gather_map(circles, analysis.people, self._session.judgements, analysis.community_names)
        if self._places is None:
            # Passing contacts make another map, laid out beside the kept one and not kept itself.
            keeps = not self._with_passing
            child = _ask_child if self._worker is not None else None
            self._find(MAP_JOB, keeps, partial(_find_places, analysis, self._map, self._store, keeps, child), True)
        return MapSource(**told, found=self._map, places=self._places) if self._places is not None else None

    def _person_source(self, analysis: Analysis, circles: Circles, wanted: Wanted, told: dict[str, Any]) -> Source | None:
        assert wanted.person is not None
        if self.around is None or self._around_of != wanted:
            self.around, self._around_of = None, wanted
            work = partial(gather_person, analysis, circles, analysis.index[wanted.person], wanted.depth, wanted.with_groups)
            self._find(PERSON_JOB, wanted, partial(_without_report, work), is_large(analysis))
        return PersonSource(**told, found=self.around) if self.around is not None else None

    def _find(self, job: str, key: Hashable, work: Callable[[Any], Any], takes_long: bool) -> None:
        """Do the work at once, or let the worker do it where that ``takes_long``; the same is not asked for twice."""
        if self._worker is None or not takes_long:
            self._take(job, work(None))
        elif self._asked.get(job) != (key,):
            self._asked[job] = (key,)
            self._worker.submit(job, partial(_tagged, job, work), self._on_done, self._on_failed)

    def _take(self, job: str, result: Any) -> None:
        if job == PEOPLE_JOB:
            self.circles = result
        elif job == MAP_JOB:
            self._places = result
        else:
            self.around = result

    def _on_done(self, answer: tuple[str, Any]) -> None:
        job, result = answer
        self._asked.pop(job, None)
        self._take(job, result)
        self.found.emit()

    def _on_failed(self, error: Exception) -> None:
        raise error


def _tagged(job: str, work: Callable[[Any], Any], report: JobReporter) -> tuple[str, Any]:
    return job, work(report)


def _without_report(work: Callable[[], Any], report: JobReporter | None) -> Any:
    return work()


def _find_places(
    analysis: Analysis,
    found: MapPeople,
    store: PlaceStore | None,
    keeps: bool,
    child: Callable[[JobReporter, bytes], bytes] | None,
    report: JobReporter,
) -> Places:
    return find_places(analysis, found, store, keeps, partial(child, report) if child is not None else None)


def _ask_child(report: JobReporter, question: bytes) -> bytes:
    """On the worker thread: igraph holds the interpreter lock, so it works in a child process."""
    return run_child(map_layout.__name__, question, report.check)
