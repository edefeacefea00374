"""Which drawing paints which kind of scene, and the placing of names with it."""

from collections.abc import Collection, Sequence
from typing import Protocol

from PySide6.QtGui import QPainter

from analyzer.network.drawn_ties import Line
from desktop.graph.boxes import Boxes
from desktop.graph.circles_drawing import CirclesDrawing
from desktop.graph.kinds import SceneKind
from desktop.graph.look import Fonts, Look
from desktop.graph.map_drawing import MapDrawing
from desktop.graph.person_drawing import PersonDrawing
from desktop.graph.placing import Name, Placed, PlacesWords, Rect, Words, lit_with, place_with
from desktop.graph.scene import Scene
from desktop.graph.view import View


class Drawing(PlacesWords, Protocol):
    """What is one kind of picture's own. People, their names and the window's ground are painted alike in all (`paint`)."""

    def paint_below(self, painter: QPainter, scene: Scene, view: View, look: Look, words: Words, /) -> None:
        """What lies below the ties."""

    def paint_ties(self, painter: QPainter, scene: Scene, lines: Sequence[Line], view: View, look: Look, /) -> None:
        """Some of the ties that are always drawn."""

    def paint_lit_ties(self, painter: QPainter, scene: Scene, lines: Sequence[Line], view: View, look: Look, /) -> None:
        """The ties of the person under the pointer."""

    def paint_middle(self, painter: QPainter, scene: Scene, view: View, look: Look, /) -> None:
        """What lies over the ties and below people."""

    def paint_above(self, painter: QPainter, scene: Scene, view: View, look: Look, words: Words, /) -> None:
        """Words that are nobody's name, over everybody."""


_DRAWINGS: dict[SceneKind, Drawing] = {SceneKind.CIRCLES: CirclesDrawing(), SceneKind.MAP: MapDrawing(), SceneKind.PERSON: PersonDrawing()}


def drawing_of(scene: Scene) -> Drawing:
    """The drawing for this kind of scene."""
    return _DRAWINGS[scene.kind]


def place_all(scene: Scene, view: View, fonts: Fonts, taken: Sequence[Rect] = (), first: Collection[int] = (), nodes: Boxes | None = None) -> Placed:
    """Place every word of a picture for a view (`place_with`)."""
    return place_with(drawing_of(scene), scene, view, fonts, taken, first, nodes)


def place_lit(scene: Scene, view: View, fonts: Fonts, placed: Placed, person: int) -> tuple[Name, ...]:
    """Names of a person and of everybody seen together with them, for the time the rest is faded."""
    return lit_with(drawing_of(scene), scene, view, fonts, placed, person)
