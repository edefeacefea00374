"""What a canvas shows, before its size is known: the analysis, who stands where, and who is left by the filters."""

from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.facts import Analysis
from analyzer.network.circles import Circles, Frame
from analyzer.verdict.verdicts import Judgement
from desktop.graph.look import Fonts
from desktop.graph.scene import Scene, frame_for, place_scene
from desktop.widgets.avatar import initials_of

# Up to so many people everything is ready within a frame or two, sooner than a thread would answer.
MOST_AT_ONCE = 3000


def is_large(analysis: Analysis) -> bool:
    """True for an archive whose picture is prepared off the GUI thread."""
    return len(analysis.people) > MOST_AT_ONCE


@dataclass(frozen=True, slots=True)
class Source:
    """``shown`` are places in ``analysis.people``; ``with_weaker`` draws all ties instead of the strongest."""

    analysis: Analysis
    judgements: Sequence[Judgement]
    circles: Circles
    shown: frozenset[int]
    with_weaker: bool = False

    def scene(self, size: tuple[float, float], fonts: Fonts) -> Scene:
        """Everything placed for a canvas of this size."""
        return self.placed(frame_for(self.circles, size, fonts))

    def placed(self, frame: Frame, before: Scene | None = None) -> Scene:
        """The same for a room that was measured before, for the worker thread; what the scene ``before`` has is used again."""
        return place_scene(self.analysis, self.judgements, self.circles, self.shown, frame, self.ego, self.with_weaker, before)

    @property
    def is_large(self) -> bool:
        """True where placing everybody would keep the window waiting."""
        return is_large(self.analysis)

    @property
    def ego(self) -> str:
        """The letters in the middle."""
        archive = self.analysis.archive
        return initials_of(archive.name, archive.handle)
