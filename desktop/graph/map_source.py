"""The Map as a canvas shows it, before its size is known, and how everybody's place is found: kept, or laid out in a child process."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from analyzer.errors import WorkspaceError
from analyzer.facts import Analysis
from analyzer.network import map_layout
from analyzer.network.alignment import Point
from analyzer.network.map_frame import MapFrame, lay_out_map_in
from analyzer.network.map_people import KeptPlaces, MapPeople, kept_again, places_before, places_to_keep
from desktop.graph.look import Fonts
from desktop.graph.map_scene import MapScene
from desktop.graph.scene import Scene
from desktop.graph.source import Source
from desktop.metrics import scale

log = logging.getLogger(__name__)

NOBODY = MapPeople((), (), (), ())

Places = Mapping[int, Point]
Child = Callable[[bytes], bytes]


class PlaceStore(Protocol):
    """Where places are kept between runs (`analyzer.workspace.places`)."""

    def load(self, account_id: str, /) -> KeptPlaces: ...

    def save(self, account_id: str, kept: KeptPlaces, /) -> None: ...


@dataclass(frozen=True)
class MapSource(Source):
    """``found`` is who belongs together, ``places`` where each of them stands, in the measure of the analyzer."""

    found: MapPeople = NOBODY
    places: Places = field(default_factory=dict)

    def frame(self, size: tuple[float, float], fonts: Fonts) -> MapFrame:
        return MapFrame(*size, scale())

    def placed(self, frame: Any, before: Scene | None = None) -> Scene:
        if isinstance(before, MapScene) and before.found is self.found and before.places is self.places and before.layout.frame == frame:
            layout = before.layout
        else:
            layout = lay_out_map_in(self.found, self.places, self.analysis.people, self.judgements, frame)
        return self._made(MapScene(**self._shared(), found=self.found, places=self.places, layout=layout))


def find_places(analysis: Analysis, found: MapPeople, store: PlaceStore | None, keeps: bool, child: Child | None = None) -> Places:
    """Where everybody of ``found`` stands: where they stood the last time if these are the same communities, else as near to it as can be.

    With ``keeps`` the answer is kept for the next time. ``child`` answers a question of `map_layout`; without it this process does.
    """
    if not found.groups:
        return {}
    account, people = analysis.archive.account_id, analysis.people
    kept = _kept(store, account)
    again = kept_again(found, people, kept)
    if again is not None:
        return again
    groups = [group.people for group in found.groups]
    edges = [(line.a, line.b, line.weight) for line in found.lines]
    before = places_before(found, people, kept)
    if child is None:
        places = map_layout.lay_out_map(groups, edges, before)
    else:
        places = map_layout.answer(child(map_layout.question(groups, edges, before)))
    if store is not None and keeps:
        try:
            store.save(account, places_to_keep(found, people, places))
        except WorkspaceError as error:
            log.warning("places on the map were not kept: %s", error.problem)
    return places


def _kept(store: PlaceStore | None, account: str) -> KeptPlaces:
    if store is None:
        return KeptPlaces()
    try:
        return store.load(account)
    except WorkspaceError as error:
        log.warning("kept places on the map were not read: %s", error.problem)
        return KeptPlaces()
