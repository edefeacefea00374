"""What a canvas shows, before its size is known: the analysis, who stands where, and who is left by the filters."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analyzer.facts import Analysis
from analyzer.network.circles import Circles, lay_out_circles
from analyzer.verdict.verdicts import Judgement
from desktop.graph.circles_scene import CirclesScene, frame_for
from desktop.graph.detail import AS_USUAL, Detail
from desktop.graph.look import Fonts
from desktop.graph.scene import Scene
from desktop.marks import SomePlaces
from desktop.widgets.avatar import initials_of

# Up to so many people everything is ready within a frame or two, sooner than a thread would answer.
MOST_AT_ONCE = 3000


def is_large(analysis: Analysis) -> bool:
    """True for an archive whose picture is prepared off the GUI thread."""
    return len(analysis.people) > MOST_AT_ONCE


@dataclass(frozen=True)
class Source:
    """The Circles picture, and the base of the others. ``shown`` are places in ``analysis.people``; ``dimmed`` of them are painted dim.

    ``detail`` is how many ties and names are drawn.
    """

    analysis: Analysis
    judgements: Sequence[Judgement]
    circles: Circles
    shown: SomePlaces
    detail: Detail = AS_USUAL
    dimmed: frozenset[int] = frozenset()

    def frame(self, size: tuple[float, float], fonts: Fonts) -> Any:
        """The room that a canvas of ``size`` gives: needs fonts, so it is measured on the GUI thread."""
        return frame_for(self.circles, size, fonts)

    def placed(self, frame: Any, before: Scene | None = None) -> Scene:
        """Everything placed in a room that was measured before; touches no Qt, so that any thread may do it.

        Filters change who is shown, never where anybody stands: the layout of the scene ``before`` is kept where nothing else differs.
        """
        if isinstance(before, CirclesScene) and before.circles is self.circles and before.layout.frame == frame:
            layout = before.layout
        else:
            layout = lay_out_circles(self.circles, self.analysis.people, self.judgements, frame)
        return self._made(CirclesScene(**self._shared(), layout=layout))

    @property
    def with_places(self) -> frozenset[int]:
        """Who has a place of their own on this picture; passing contacts and the crowd have none."""
        return frozenset([person for ring in self.circles.rings for person in ring.people])

    def scene(self, size: tuple[float, float], fonts: Fonts) -> Scene:
        """Everything placed for a canvas of this size."""
        return self.placed(self.frame(size, fonts))

    def _shared(self) -> dict[str, Any]:
        """What scenes of all kinds are told."""
        return {
            "people": self.analysis.people, "judgements": self.judgements, "circles": self.circles, "shown": self.shown, "ego": self.ego,
            "detail": self.detail, "dimmed": self.dimmed,
        }  # fmt: skip

    def _made(self, scene: Scene) -> Scene:
        scene.look_up()
        return scene

    @property
    def is_large(self) -> bool:
        """True where placing everybody would keep the window waiting."""
        return is_large(self.analysis)

    @property
    def ego(self) -> str:
        """The letters in the middle."""
        archive = self.analysis.archive
        return initials_of(archive.name, archive.handle)
