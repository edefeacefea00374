"""What one looks at on the graph as a saved view, and back: by keys and shares, so that other sizes and other imports can show it."""

from collections.abc import Collection
from enum import Enum
from typing import TypeVar

from analyzer.facts import Analysis
from analyzer.verdict.verdicts import Listing, Verdict
from analyzer.workspace.views import SavedView
from desktop.filters import Filters, Follow
from desktop.graph.detail import Detail
from desktop.graph.kinds import SceneKind
from desktop.graph.view import View

Kind = TypeVar("Kind", bound=Enum)


def view_of(
    name: str,
    analysis: Analysis,
    filters: Filters,
    mode: SceneKind,
    detail: Detail,
    look: View,
    extent: float,
    picked: Collection[int] = (),
    person: str = "",
    month: str = "",
) -> SavedView:
    """All that makes the picture what it is now; ``extent`` is how far the picture reaches from its middle, px."""
    x, y = look.back(look.width / 2, look.height / 2)
    return SavedView(
        name=name,
        mode=mode.value,
        person=person,
        verdicts=tuple(sorted(verdict.value for verdict in filters.verdicts)),
        follow=filters.follow.value,
        listing=filters.listing.value if filters.listing is not None else "",
        text=filters.text,
        show_passing=filters.show_passing,
        among=_keys(analysis, filters.among) if filters.among is not None else None,
        picked=_keys(analysis, picked),
        scale=look.scale,
        x=x / extent,
        y=y / extent,
        ties=detail.ties,
        names=detail.names,
        month=month,
    )


def filters_of(view: SavedView, analysis: Analysis) -> Filters:
    """The filters of a view. What this version does not know is left out, and so is who is not in the archive any more."""
    known = places_of(view.among, analysis) if view.among is not None else None
    verdicts = (_known(Verdict, word) for word in view.verdicts)
    return Filters(
        verdicts=frozenset(verdict for verdict in verdicts if verdict is not None),
        follow=_known(Follow, view.follow) or Follow.ANYONE,
        listing=_known(Listing, view.listing),
        text=view.text,
        show_passing=view.show_passing,
        # With everybody gone the filter would show an empty picture that nobody asked for.
        among=known or None,
    )


def places_of(keys: Collection[str], analysis: Analysis) -> frozenset[int]:
    """The places of those who are in the archive."""
    return frozenset(analysis.index[key] for key in keys if key in analysis.index)


def missing_of(view: SavedView, analysis: Analysis) -> int:
    """How many people of a view the archive does not hold any more."""
    return sum(key not in analysis.index for key in {*(view.among or ()), *view.picked, *((view.person,) if view.person else ())})


def mode_of(view: SavedView) -> SceneKind:
    """The picture a view was saved in; Circles for one that this version does not know."""
    return _known(SceneKind, view.mode) or SceneKind.CIRCLES


def _keys(analysis: Analysis, places: Collection[int]) -> tuple[str, ...]:
    return tuple(analysis.people[place].key for place in sorted(places))


def _known(kind: type[Kind], word: str) -> Kind | None:
    try:
        return kind(word)
    except ValueError:
        return None
