"""The figures that the method page tells, from the figures of all worlds: what ``resources/method/figures.json`` holds."""

from collections.abc import Mapping
from math import isnan
from typing import Any

from tests.bench.truth.score import Figures, add_up
from tests.bench.truth.tables import Measure, genuine_precision, genuine_recall, numbers_precision, on_unfollow, turn_precision, turn_recall
from tests.bench.truth.worlds import ORDINARY
from tests.simulator.owners import OWNERS

Worlds = Mapping[tuple[str, int], Figures]


def figures_of(worlds: Worlds, day: str) -> dict[str, Any]:
    """The report of that day (ISO-8601) in the shape of `analyzer.method.Figures`; spreads are the lowest and highest over seeds."""
    owners = tuple(dict.fromkeys(owner for owner, _ in worlds))
    kept = tuple(owner for owner in owners if not OWNERS[owner].forgets)
    ordinary = tuple(owner for owner in owners if owner in ORDINARY)
    return {
        "date": day,
        "seeds": sorted({seed for _, seed in worlds}),
        "owners": owners,
        "rows": [
            _row("Genuine, and a friend in the world's log", worlds, lambda one: genuine_precision(one), spread=True),
            _row("Friends found genuine or lapsed", worlds, lambda one: genuine_recall(one), spread=True),
            _row("Friends found, of those with ten answers or more", worlds, lambda one: genuine_recall(one, ">=10")),
            _row("Friends found, of those with five to nine answers", worlds, lambda one: genuine_recall(one, "5-9")),
            _row("Friends found, of those with two to four answers", worlds, lambda one: genuine_recall(one, "2-4")),
            _row("Most likely answers that were answers", worlds, lambda one: turn_precision(one, "likely"), spread=True),
            _row("The same, for the kind of owner where it is lowest", worlds, _lowest_precision(worlds)),
            _row("Answers found most likely, owners who converse", _of(worlds, ordinary), lambda one: turn_recall(one, "likely"), spread=True),
            _row("Answers found most likely or possible, owners who converse", _of(worlds, ordinary), _found, spread=True),
            _row("Answers found most likely or possible, all kinds of owner", worlds, _found, spread=True),
            _row("Possible answers that were answers", worlds, lambda one: turn_precision(one, "possible")),
            _row("Unknown ones that were answers", worlds, lambda one: turn_precision(one, "unknown")),
            _row("Numbers only, and no contact in the world's log", worlds, numbers_precision, spread=True),
            _row("Contact on the unfollow list", worlds, on_unfollow, spread=True),
            _row("The same, without owners who deleted older tweets", _of(worlds, kept), on_unfollow),
            _count("Strangers let in", worlds, lambda one: one["strangers"][0]),
            _count("Services called genuine or lapsed", worlds, lambda one: one["services"][1]),
        ],
    }


def _found(figures: Figures) -> float:
    return turn_recall(figures, "likely", "possible")


def _lowest_precision(worlds: Worlds) -> Measure:
    """The lowest precision of likely turns over kinds of owner, among those for whom anything is called likely."""
    by_owner = [add_up(_of(worlds, (owner,)).values()) for owner in dict.fromkeys(owner for owner, _ in worlds)]
    values = [turn_precision(one, "likely") for one in by_owner if one["timing"]["likely"][0]]
    return lambda _: min(values)


def _of(worlds: Worlds, owners: tuple[str, ...]) -> Worlds:
    return {world: one for world, one in worlds.items() if world[0] in owners}


def _row(name: str, worlds: Worlds, measure: Measure, *, spread: bool = False) -> dict[str, Any]:
    values = [measure(add_up(one for (_, number), one in worlds.items() if number == seed)) for seed in {seed for _, seed in worlds}]
    values = [value for value in values if not isnan(value)]
    ends = [round(min(values), 3), round(max(values), 3)] if spread else None
    return {"name": name, "value": round(measure(add_up(worlds.values())), 3), "spread": ends, "unit": "share"}


def _count(name: str, worlds: Worlds, measure: Measure) -> dict[str, Any]:
    return {"name": name, "value": measure(add_up(worlds.values())), "spread": None, "unit": "count"}
