"""What a canvas shows, before its size is known: the analysis, who stands where, and who is left by the filters."""

from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.facts import Analysis
from analyzer.network.circles import Circles
from analyzer.verdict.verdicts import Judgement
from desktop.graph.look import Fonts
from desktop.graph.scene import Scene, make_scene
from desktop.widgets.avatar import initials_of


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
        return make_scene(self.analysis, self.judgements, self.circles, self.shown, size, fonts, self.ego, self.with_weaker)

    @property
    def ego(self) -> str:
        """The letters in the middle."""
        archive = self.analysis.archive
        return initials_of(archive.name, archive.handle)
