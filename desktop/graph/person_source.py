"""One person as a canvas shows them, before its size is known."""

from dataclasses import dataclass, replace
from typing import Any

from analyzer.network.person_frame import PersonFrame, lay_out_person
from analyzer.network.person_people import PersonPeople
from desktop.graph.look import Fonts
from desktop.graph.person_scene import PersonScene
from desktop.graph.scene import Scene
from desktop.graph.source import Source
from desktop.metrics import scale

# Names beside the outermost people need room.
SIDE_MARGIN = 70.0
TOP_MARGIN = 30.0
LEAST_RADIUS = 80.0
NOBODY = PersonPeople(-1, (), (), {}, (), ())


@dataclass(frozen=True)
class PersonSource(Source):
    """``found`` is the person with those around them; the person is shown whatever the filters say."""

    found: PersonPeople = NOBODY

    def frame(self, size: tuple[float, float], fonts: Fonts) -> PersonFrame:
        width, height = size
        return PersonFrame(max(LEAST_RADIUS, min(width / 2 - SIDE_MARGIN * scale(), height / 2 - TOP_MARGIN * scale())), scale())

    @property
    def with_places(self) -> frozenset[int]:
        return frozenset((self.found.person, *self.found.near, *self.found.far))

    def placed(self, frame: Any, before: Scene | None = None) -> Scene:
        if isinstance(before, PersonScene) and before.found is self.found and before.layout.frame == frame:
            layout = before.layout
        else:
            layout = lay_out_person(self.found, self.analysis.people, self.judgements, frame)
        told = replace(self, shown=(self.shown & self.with_places) | {self.found.person})
        return self._made(PersonScene(**told._shared(), found=self.found, layout=layout))
