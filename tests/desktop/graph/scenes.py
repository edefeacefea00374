"""Scenes of invented worlds for the tests of painter, placing, hits and walking."""

from collections.abc import Collection

from analyzer.network.circles import gather_circles
from desktop.graph.detail import AS_USUAL, Detail
from desktop.graph.look import Fonts
from desktop.graph.scene import Scene
from desktop.graph.source import Source
from tests.analyzer.network.invented import World


def source_of(world: World, shown: Collection[int] | None = None, with_passing: bool = False, detail: Detail = AS_USUAL) -> Source:
    """What a canvas would show of this world: by default everybody."""
    analysis = world.analysis()
    circles = gather_circles(analysis, world.judgements, with_passing)
    places = range(len(analysis.people)) if shown is None else shown
    return Source(analysis, world.judgements, circles, frozenset(places), detail)


def scene_of(world: World, size: tuple[float, float] = (798.0, 660.0), shown: Collection[int] | None = None) -> Scene:
    """The scene for a canvas of this size; needs a QApplication."""
    return source_of(world, shown).scene(size, Fonts())
