"""The Circles picture ready to paint: the analyzer's rings for one size of canvas, and the words that belong to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from analyzer.network.circles import Circles, Frame, Layout
from analyzer.network.crowd import Arc
from analyzer.network.nodes import Node
from analyzer.network.rings import Ring
from desktop.graph.kinds import SceneKind
from desktop.graph.look import Fonts
from desktop.graph.scene import Scene
from desktop.marks import count_in
from desktop.metrics import scale
from desktop.theme import Theme
from desktop.wording.basics import number, safe
from desktop.wording.circles import chart_description, crowd_words, place_words, ring_words

# Beside the crowd its words need room, but most of them stand at a slant, where there is more; above and below nothing stands.
SIDE_MARGIN = 16.0
SLANT = 0.8
TOP_MARGIN = 16.0
LEAST_PICTURE = 60.0


@dataclass(frozen=True, kw_only=True)
class CirclesScene(Scene):
    """Ego in the middle, rings by contact frequency, the crowd in arcs around them."""

    layout: Layout

    @property
    def kind(self) -> SceneKind:
        return SceneKind.CIRCLES

    @property
    def all_nodes(self) -> Sequence[Node]:
        return self.layout.nodes

    @property
    def all_dots(self) -> Sequence[Arc]:
        return self.layout.arcs

    @property
    def extent(self) -> float:
        return self.layout.radius

    @cached_property
    def closest_first(self) -> Sequence[int]:
        return tuple(person for ring in self.circles.rings for person in ring.people)

    @property
    def centre(self) -> float:
        return self.layout.ego_radius

    @cached_property
    def description(self) -> str:
        return chart_description(self.circles, self.shown)

    @cached_property
    def ring_names(self) -> tuple[tuple[str, str], ...]:
        """Words and number of each ring; the number counts who is shown."""
        return tuple((ring_words(ring), number(count_in(self.shown, ring.people))) for ring in self.circles.rings)

    @cached_property
    def sector_names(self) -> tuple[str, ...]:
        """The hashtag of each sector, or nothing."""
        return tuple(safe(sector.name or "") for sector in self.circles.sectors)

    @cached_property
    def _rings(self) -> Mapping[int, Ring]:
        return {person: ring for ring in self.circles.rings for person in ring.people}

    def ring_of(self, person: int) -> Ring | None:
        """The ring a shown person stands on."""
        return self._rings.get(person) if person in self.node_of else None

    def where(self, person: int) -> str:
        return place_words(self.ring_of(person), self.kind_of(person))

    def ground(self, node: Node, theme: Theme) -> QColor:
        return theme.rings[self.circles.rings[node.ring].place]

    def is_strong(self, person: int) -> bool:
        ring = self._rings.get(person)
        return ring is not None and ring.place < 2


def picture_radius(width: float, height: float, circles: Circles, fonts: Fonts) -> float:
    """The outer radius that fits a canvas and leaves the crowd's words their place on both sides."""
    widest = 0.0
    for part in circles.crowd:
        words = (*crowd_words(part.kind, len(part.people)), number(len(part.people)))
        widest = max(widest, *(fonts.label.width(text) for text in words))
    side = SIDE_MARGIN + SLANT * widest if widest else TOP_MARGIN
    return max(LEAST_PICTURE, min(width / 2 - side, height / 2 - TOP_MARGIN))


def frame_for(circles: Circles, size: tuple[float, float], fonts: Fonts) -> Frame:
    """The room that a canvas of ``size`` gives: needs fonts, so it is measured on the GUI thread."""
    # Room for the words with their full count, so that a filter moves nobody.
    words = [(ring_words(ring), number(len(ring.people))) for ring in circles.rings]
    widths = tuple(fonts.label.width(name) + fonts.strong.width(count) + 5 for name, count in words)
    mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    return Frame(picture_radius(*size, circles, fonts), scale(), widths, mirrored)
