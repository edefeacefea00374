"""Rectangle and lasso: who lies inside, by dragging and with the keyboard's cross; and views that glide."""

import math

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPolygonF
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.graph.glide import Glide, between
from desktop.graph.marking import FINE_STEP, STEP, Marker
from desktop.graph.selecting import Band, outline, people_inside
from desktop.graph.view import View

SPOTS = {0: (0.0, 0.0, 5.0), 1: (100.0, 0.0, 5.0), 2: (-100.0, 50.0, 2.0), 3: (100.0, 100.0, 2.0)}
WHOLE = View.fitting(400, 300)
NONE = Qt.KeyboardModifier.NoModifier


def points(*pairs: tuple[float, float]) -> list[QPointF]:
    return [QPointF(x, y) for x, y in pairs]


def test_a_rectangle_holds_whose_middle_is_inside_whatever_corner_comes_first() -> None:
    corners = points((190, 130), (320, 170))
    assert people_inside(SPOTS, WHOLE, outline(Band.RECTANGLE, corners)) == {0, 1}
    assert people_inside(SPOTS, WHOLE, outline(Band.RECTANGLE, corners[::-1])) == {0, 1}
    near = WHOLE.zoomed(3, 200, 150)
    assert people_inside(SPOTS, near, outline(Band.RECTANGLE, corners)) == {0}


def test_a_lasso_leaves_out_the_bay_between_its_arms() -> None:
    # A horseshoe open to the right: 0 lies in the bay, 2 in its back, 1 and 3 beyond.
    shape = outline(Band.LASSO, points((60, 100), (260, 100), (260, 120), (150, 120), (150, 220), (260, 220), (260, 240), (60, 240)))
    assert people_inside(SPOTS, WHOLE, shape) == {2}


def test_an_outline_without_room_holds_nobody() -> None:
    assert people_inside(SPOTS, WHOLE, QPolygonF()) == frozenset()
    assert people_inside(SPOTS, WHOLE, outline(Band.LASSO, points((0, 150), (400, 150)))) == frozenset()
    assert people_inside(SPOTS, WHOLE, outline(Band.RECTANGLE, points((200, 150), (200, 150)))) == frozenset()


@pytest.fixture
def marker(qtbot: QtBot) -> Marker:
    canvas = QWidget()
    canvas.resize(400, 300)
    qtbot.addWidget(canvas)
    return Marker(canvas)


def drawn_by(marker: Marker) -> list[tuple[set[int], bool]]:
    found: list[tuple[set[int], bool]] = []
    marker.drawn.connect(lambda shape, adds: found.append((set(people_inside(SPOTS, WHOLE, shape)), adds)))
    return found


def test_shift_draws_a_rectangle_alt_a_lasso_and_nothing_else_draws(marker: Marker) -> None:
    found = drawn_by(marker)
    assert not marker.press(QPointF(10, 10), NONE)
    assert marker.press(QPointF(190, 130), Qt.KeyboardModifier.ShiftModifier)
    marker.move(QPointF(250, 150))
    assert marker.is_drawing
    assert marker.release(QPointF(320, 170))
    assert marker.press(QPointF(60, 100), Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier)
    for x, y in ((150, 100), (150, 240), (60, 240)):
        marker.move(QPointF(x, y))
    assert marker.release(QPointF(60, 230))
    assert found == [({0, 1}, False), ({2}, True)]


def test_a_click_with_the_tool_in_hand_draws_nothing(marker: Marker) -> None:
    found = drawn_by(marker)
    marker.take_up(Band.LASSO)
    assert marker.press(QPointF(100, 100), NONE)
    assert not marker.release(QPointF(100, 100))
    assert not found and not marker.is_drawing


def test_the_cross_sets_two_corners_or_as_many_points_as_one_likes(marker: Marker) -> None:
    found = drawn_by(marker)
    start = QPointF(190, 130)
    assert not marker.key(Qt.Key.Key_Space, NONE, start), "without a tool the keys mean what they always do"
    marker.take_up(Band.RECTANGLE)
    marker.key(Qt.Key.Key_Space, NONE, start)
    for _ in range(6):
        marker.key(Qt.Key.Key_Right, NONE, start)
    marker.key(Qt.Key.Key_Down, NONE, start)
    marker.key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier, start)
    assert FINE_STEP < STEP
    marker.key(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier, start)
    assert found == [({0, 1}, False)]
    marker.take_up(Band.LASSO)
    start = QPointF(80, 180)
    for keys in ("S", "RR", "S", "DD", "S", "LLL"):
        for key in keys:
            named = {"S": Qt.Key.Key_Space, "R": Qt.Key.Key_Right, "D": Qt.Key.Key_Down, "L": Qt.Key.Key_Left}[key]
            marker.key(named, Qt.KeyboardModifier.ControlModifier if key == "S" else NONE, start)
    marker.key(Qt.Key.Key_Return, NONE, start)
    assert found[1:] == [({2}, True)]


def test_esc_gives_up_the_outline_first_and_the_tool_then(marker: Marker) -> None:
    told: list[Band | None] = []
    marker.tool_changed.connect(lambda: told.append(marker.tool))
    marker.take_up(Band.LASSO)
    marker.key(Qt.Key.Key_Space, NONE, QPointF(5, 5))
    assert marker.key(Qt.Key.Key_Escape, NONE, QPointF()) and marker.tool is Band.LASSO and not marker.is_drawing
    assert marker.key(Qt.Key.Key_Escape, NONE, QPointF()) and marker.tool is None
    assert told == [Band.LASSO, None]


def test_a_tool_laid_down_in_the_middle_of_a_drag_ends_it(marker: Marker) -> None:
    found = drawn_by(marker)
    marker.press(QPointF(10, 10), Qt.KeyboardModifier.AltModifier)
    marker.take_up(None)
    marker.move(QPointF(90, 40))
    assert marker.release(QPointF(90, 90)) and not found


def test_the_way_of_a_glide_is_even_and_ends_where_it_should() -> None:
    start, end = View.fitting(400, 300), View.fitting(400, 300).zoomed(4, 0, 0).centred_on(100, 40)
    assert _same(between(start, end, 0), start)
    assert _same(between(start, end, 1), end)
    half = between(start, end, 0.5)
    assert half.scale == pytest.approx(2)
    aside = between(end, end.panned(60, -20), 0.5)
    assert _same(aside, end.panned(30, -10))


def _same(one: View, other: View) -> bool:
    return all(math.isclose(a, b, abs_tol=1e-6) for a, b in zip((one.scale, one.x, one.y), (other.scale, other.x, other.y), strict=True))


def test_a_glide_shows_views_between_and_the_last_one_exactly(qtbot: QtBot) -> None:
    shown: list[View] = []
    holder = QWidget()
    qtbot.addWidget(holder)
    glide = Glide(shown.append, holder)
    start, end = View.fitting(400, 300), View.fitting(400, 300).zoomed(2, 0, 0)
    glide.go(start, end)
    assert glide.aim == end
    qtbot.waitUntil(lambda: glide.aim is None, timeout=2000)
    assert shown[-1] == end
    assert all(1 <= view.scale <= 2 for view in shown)
    glide.go(end, start)
    glide.arrive()
    assert shown[-1] == start and glide.aim is None
    glide.go(start, end)
    glide.stop()
    assert shown[-1] != end and glide.aim is None
