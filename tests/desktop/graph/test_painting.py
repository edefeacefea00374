"""What is painted: shapes in their colours where the layout says, both themes, faded and lit, the same every time."""

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from analyzer.verdict.verdicts import Verdict
from desktop.graph.circles_scene import CirclesScene
from desktop.graph.drawings import place_lit
from desktop.graph.look import Look
from desktop.graph.paint import fading_steps, paint_lit, paint_picture
from desktop.graph.view import View
from desktop.theme import DARK, LIGHT, Theme
from tests.analyzer.network.invented import busy_world, three_people, usual_world
from tests.desktop.graph.scenes import scene_of

SIZE = (798, 660)


def painted(scene: CirclesScene, theme: Theme, ratio: int = 1, view: View | None = None, lit: int | None = None) -> QImage:
    """The picture, or its faded form with one person lit."""
    image = QImage(SIZE[0] * ratio, SIZE[1] * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    view, look = view or View.fitting(*SIZE), Look(theme, ratio=ratio)
    painter = QPainter(image)
    placed = paint_picture(scene, painter, view, look)
    if lit is not None:
        for step in fading_steps(scene, view, look, placed):
            step(painter)
        paint_lit(scene, painter, view, look, place_lit(scene, view, look.fonts, placed, lit), lit)
    painter.end()
    return image


def colour_at(image: QImage, x: float, y: float) -> QColor:
    ratio = image.devicePixelRatio()
    return image.pixelColor(int(x * ratio), int(y * ratio))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ratio", [1, 2])
def test_shapes_stand_where_the_layout_says_in_their_verdicts_colour(qapp: QApplication, theme: Theme, ratio: int) -> None:
    scene = scene_of(busy_world())
    image, view = painted(scene, theme, ratio), View.fitting(*SIZE)
    checked = 0
    for node in scene.nodes:
        verdict = scene.judgements[node.person].verdict
        if verdict in (Verdict.GENUINE, Verdict.ACQUAINTANCE) and node.radius < 12:
            x, y = view.at(node.x, node.y)
            assert colour_at(image, x, y) == theme.verdicts[verdict]
            checked += 1
    assert checked > 100


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_rings_are_warm_inside_and_the_window_outside(qapp: QApplication, theme: Theme) -> None:
    scene = scene_of(three_people())
    image, view = painted(scene, theme), View.fitting(*SIZE)
    for band, ring in zip(scene.layout.bands, scene.circles.rings, strict=True):
        middle = (band.inner + band.outer) / 2
        assert colour_at(image, *view.at(-middle, 0)) == theme.rings[ring.place]
    assert colour_at(image, 3, 3) == theme.window


def test_the_same_scene_is_painted_the_same(qapp: QApplication) -> None:
    assert painted(scene_of(usual_world()), LIGHT) == painted(scene_of(usual_world()), LIGHT)


def test_every_dot_of_the_crowd_is_painted(qapp: QApplication) -> None:
    scene = scene_of(usual_world())
    image, view = painted(scene, LIGHT), View.fitting(*SIZE)
    for words in scene.arcs:
        for x, y in zip(words.arc.xs, words.arc.ys, strict=True):
            assert colour_at(image, *view.at(x, y)) != LIGHT.window


def test_hover_lights_neighbours_and_fades_the_rest_without_translucency(qapp: QApplication) -> None:
    scene = scene_of(usual_world())
    centre = max(scene.neighbours, key=lambda person: len(scene.neighbours[person]))
    image, view = painted(scene, LIGHT, lit=centre), View.fitting(*SIZE)
    lit = {centre, *scene.neighbours[centre]}
    seen = {True: 0, False: 0}
    for node in scene.nodes:
        verdict = scene.judgements[node.person].verdict
        if verdict in (Verdict.GENUINE, Verdict.ACQUAINTANCE) and node.radius < 12:
            expected = LIGHT.verdicts[verdict] if node.person in lit else LIGHT.dim
            found = colour_at(image, *view.at(node.x, node.y))
            # A lit tie or name may cross somebody who is faded.
            if node.person in lit:
                assert found == expected
            seen[node.person in lit] += found == expected
    assert seen[True] >= 2 and seen[False] > 20


def test_nearer_parts_people_and_enlarges_them_less_than_the_picture(qapp: QApplication) -> None:
    scene = scene_of(usual_world())
    far, near = View.fitting(*SIZE), View.fitting(*SIZE).zoomed(4, *SIZE)
    node = scene.nodes[-1]
    assert near.scale == 4 and near.growth == 2
    x, y = near.at(node.x, node.y)
    centred = near.centred_on(node.x, node.y)
    assert centred.at(node.x, node.y) == (SIZE[0] / 2, SIZE[1] / 2)
    assert near.back(x, y) == pytest.approx((node.x, node.y))
    assert far.at(0, 0) == (SIZE[0] / 2, SIZE[1] / 2)


def test_zoom_keeps_the_point_under_the_pointer_and_its_limits() -> None:
    view = View.fitting(800, 600)
    before = view.back(700, 100)
    assert view.zoomed(1.7, 700, 100).back(700, 100) == pytest.approx(before)
    for _ in range(40):
        view = view.zoomed(2, 0, 0)
    assert view.scale == 16
    for _ in range(40):
        view = view.zoomed(0.5, 0, 0)
    assert view.scale == 0.4


def test_panning_never_loses_the_picture() -> None:
    view = View.fitting(800, 600).panned(5000, -9000).held(290)
    assert view.x == 800 + 230 and view.y == -230


def test_pointless_views_do_not_break_the_painter(qapp: QApplication) -> None:
    scene = scene_of(usual_world(600))
    for view in (View(*SIZE, 0.4, 100, 100), View(*SIZE, 16, 4000, 4000), View(*SIZE, 16, -3000, 100)):
        assert painted(scene, DARK, view=view).pixelColor(797, 659).isValid()
