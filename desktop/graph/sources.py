"""The source of any kind of picture, for whoever has no window: by the name of the view."""

from collections.abc import Sequence

from analyzer.console.picture import person_of
from analyzer.facts import Analysis
from analyzer.network.circles import gather_circles
from analyzer.network.map_people import gather_map
from analyzer.network.person_people import gather_person
from analyzer.verdict.verdicts import Judgement
from desktop.graph.kinds import SceneKind
from desktop.graph.map_source import MapSource, find_places
from desktop.graph.person_source import PersonSource
from desktop.graph.source import Source
from desktop.marks import all_places


def source_of(view: str, analysis: Analysis, judgements: Sequence[Judgement]) -> Source:
    """Everybody but passing contacts as ``circles``, as ``map``, or around the person of ``person:KEY``; ValueError for any other view.

    The Map depends on the archive alone: places that a window keeps are left aside.
    """
    circles = gather_circles(analysis, judgements)
    everybody = all_places(len(analysis.people))
    if view == SceneKind.CIRCLES:
        return Source(analysis, judgements, circles, everybody)
    if view == SceneKind.MAP:
        found = gather_map(circles, analysis.people, judgements, analysis.community_names)
        places = find_places(analysis, found, None, keeps=False)
        return MapSource(analysis, judgements, circles, everybody, found=found, places=places)
    around = gather_person(analysis, circles, person_of(view, analysis))
    return PersonSource(analysis, judgements, circles, everybody, found=around)
