"""Pictures of real archives, where they are on this machine: nothing of them is kept, so what must hold of any picture is asked of them."""

import math
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from analyzer.analysis import analyze
from analyzer.verdict.judge import judge_all
from analyzer.verdict.policy import default_policy
from desktop.graph.circles_scene import CirclesScene
from desktop.graph.drawings import place_all
from desktop.graph.look import Fonts
from desktop.graph.source import Source
from desktop.graph.sources import source_of
from desktop.graph.view import View
from desktop.theme import DARK, LIGHT, Theme
from tests.desktop.graph.approval import Case, painted
from tests.desktop.graph.test_placing import boxes_of

ARCHIVES = ("c-2021.zip", "d-2025.zip")
CANVASES = {"900": (840.0, 520.0), "1280": (798.0, 610.0), "1600": (1050.0, 860.0)}

pytestmark = pytest.mark.usefixtures("locale")


@pytest.fixture(scope="module", params=ARCHIVES)
def real(request: pytest.FixtureRequest, shared_archives: Path) -> Source:
    path = shared_archives / request.param
    if not path.exists():
        pytest.skip(f"{request.param} is not on this machine")
    analysis = analyze([path])
    return source_of("circles", analysis, judge_all(analysis, default_policy(), {}))


@pytest.mark.parametrize("canvas", CANVASES)
def test_no_word_touches_another_or_a_node_and_none_is_cut_off(qapp: QApplication, real: Source, canvas: str) -> None:
    size, fonts = CANVASES[canvas], Fonts()
    scene, view = real.scene(size, fonts), View.fitting(*size)
    boxes = list(boxes_of(scene, view, fonts, place_all(scene, view, fonts)))
    for what, left, top, right, low in (box for box in boxes if not box[0].startswith("node")):
        assert left >= 0 and top >= 0 and right <= size[0] and low <= size[1], what
        touching = [other for other, x, y, end, bottom in boxes if other != what and left < end and x < right and top < bottom and y < low]
        assert not touching, f"{what} touches {touching}"


@pytest.mark.parametrize("canvas", CANVASES)
def test_everybody_is_there_once_inside_the_frame_and_counted(qapp: QApplication, real: Source, canvas: str) -> None:
    size = CANVASES[canvas]
    scene = real.scene(size, Fonts())
    assert isinstance(scene, CirclesScene)
    on_rings = [person for ring in scene.circles.rings for person in ring.people]
    in_crowd = [person for part in scene.all_dots for person in part.people]
    everybody = on_rings + in_crowd
    assert len(everybody) == len(set(everybody)) == len(real.analysis.people) - scene.circles.passing - scene.circles.own
    assert [int(count.replace(",", "")) for _, count in scene.ring_names] == [len(ring.people) for ring in scene.circles.rings]
    for node in scene.nodes:
        band = scene.layout.bands[node.ring]
        away = math.hypot(node.x, node.y)
        assert band.inner - 1e-6 <= away <= band.outer + 1e-6
        assert away + node.radius <= min(size) / 2
    for part in scene.all_dots:
        assert all(math.hypot(x, y) <= scene.layout.radius + part.dot for x, y in zip(part.xs, part.ys, strict=True))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_nodes_of_a_ring_do_not_cover_each_other(qapp: QApplication, real: Source, theme: Theme) -> None:
    scene = real.scene((798.0, 610.0), Fonts())
    nodes = scene.nodes
    for place, node in enumerate(nodes):
        for other in nodes[place + 1 :]:
            if abs(other.x - node.x) < 40 and abs(other.y - node.y) < 40:
                assert math.hypot(other.x - node.x, other.y - node.y) >= (node.radius + other.radius) * 0.98
    image = painted(Case(real), theme)
    assert image.pixelColor(2, 2) == theme.window
    colours = {image.pixelColor(x, y).name() for x in range(0, 720, 3) for y in range(0, 600, 3)}
    assert len(colours) > 12
