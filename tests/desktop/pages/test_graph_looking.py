"""Ties and names in steps, the small map, zooming to people, the legend and moves with and without motion: by mouse and by keyboard."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from analyzer.verdict.verdicts import Verdict
from desktop import motion
from desktop.filters import Filters, Follow
from desktop.graph.detail import ALL, USUAL, Detail
from desktop.graph.kinds import SceneKind
from desktop.graph.look import Fonts
from desktop.graph.view import View
from desktop.settings import read_settings
from tests.desktop.pages.shown_graph import ShownGraph
from tests.desktop.plain_filters import count_by_verdict

pytestmark = pytest.mark.window

SHIFT = Qt.KeyboardModifier.ShiftModifier


# --- Ties and names ---


def test_ties_go_from_none_to_all_by_key_and_by_button_and_stay_so(shown_graph: ShownGraph, tmp_path: Path) -> None:
    total = len(shown_graph.scene.lines) + shown_graph.scene.weaker
    drawn = [len(shown_graph.scene.lines)]
    for _ in range(4):
        shown_graph.key(Qt.Key.Key_W, SHIFT)
        drawn.insert(0, len(shown_graph.scene.lines))
    for _ in range(4):
        shown_graph.key(Qt.Key.Key_W)
    drawn.append(len(shown_graph.scene.lines))
    assert drawn[0] == drawn[1] == 0 and drawn == sorted(drawn) and drawn[-1] == total > drawn[2]
    assert read_settings(tmp_path / "settings.json").graph_ties == ALL
    QTest.mouseClick(shown_graph.page.zoom.detail, Qt.MouseButton.LeftButton)
    panel = shown_graph.tools.detail
    assert panel.isVisible() and panel.ties.value.text() == f"all {total}" and not panel.ties.more.isEnabled()
    QTest.mouseClick(panel.ties.less, Qt.MouseButton.LeftButton)
    assert shown_graph.page.keeper.detail.ties == ALL - 1
    panel.ties.less.setFocus()
    QTest.keyClick(panel.ties.less, Qt.Key.Key_Space)
    assert shown_graph.page.keeper.detail.ties == USUAL
    assert panel.ties.value.text() == f"{len(shown_graph.scene.lines)} of {total}" or not shown_graph.scene.weaker


@pytest.mark.parametrize("kind", SceneKind)
def test_names_go_from_none_to_everybodys_in_every_picture(shown_graph: ShownGraph, kind: SceneKind, tmp_path: Path) -> None:
    shown_graph.show(kind)
    names = []
    for _ in range(2):
        shown_graph.key(Qt.Key.Key_Comma)
    for _ in range(5):
        shown_graph.canvas.grab()
        placed = shown_graph.canvas._layers.placed
        assert placed is not None
        names.append({name.person for name in placed.names} - {shown_graph.canvas.focused})
        shown_graph.key(Qt.Key.Key_Period)
    assert not names[0] and len(names[1]) <= 12 and len(names[1]) <= len(names[2]) <= len(names[3]) <= len(names[4])
    assert len(names[4]) > len(names[1]) or kind is SceneKind.PERSON, "few stand around one person"
    assert read_settings(tmp_path / "settings.json").graph_names == ALL


def test_no_name_touches_another_however_many_there_are(shown_graph: ShownGraph) -> None:
    shown_graph.page.keeper.set_detail(Detail(names=ALL))
    shown_graph.canvas.grab()
    fonts, found = Fonts(), shown_graph.canvas._layers.placed
    assert found is not None and len(found.names) > 20
    boxes = [(n.x, n.y - fonts.label.cap, n.x + (fonts.strong if n.strong else fonts.label).width(n.text), n.y) for n in found.names]
    for number, (left, top, right, low) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert other[2] <= left or other[0] >= right or other[3] <= top or other[1] >= low


def test_the_panel_closes_by_esc_and_gives_the_focus_back(shown_graph: ShownGraph) -> None:
    QTest.mouseClick(shown_graph.page.zoom.detail, Qt.MouseButton.LeftButton)
    panel = shown_graph.tools.detail
    assert panel.isAncestorOf(shown_graph.page.focusWidget())
    QTest.keyClick(shown_graph.page.focusWidget(), Qt.Key.Key_Escape)
    assert panel.isHidden() and shown_graph.canvas.hasFocus() and not shown_graph.page.zoom.detail.isChecked()


# --- The small map ---


def zoomed_in(graph: ShownGraph) -> None:
    graph.page.resize(1600, 900)
    graph.canvas.zoom(3)


@pytest.mark.parametrize("kind", SceneKind)
def test_the_small_map_stands_in_wide_windows_while_one_is_near(shown_graph: ShownGraph, kind: SceneKind) -> None:
    shown_graph.show(kind)
    minimap = shown_graph.tools.minimap
    shown_graph.canvas.zoom(3)
    assert minimap.isHidden(), "too narrow"
    shown_graph.page.resize(1600, 900)
    assert minimap.isVisible()
    shown_graph.canvas.fit()
    assert minimap.isHidden(), "all of it is in sight"


def test_dragging_and_arrows_on_the_small_map_move_the_picture(shown_graph: ShownGraph) -> None:
    zoomed_in(shown_graph)
    minimap, canvas = shown_graph.tools.minimap, shown_graph.canvas
    middle = minimap.rect().center()
    QTest.mousePress(minimap, Qt.MouseButton.LeftButton, pos=middle)
    assert canvas.view.back(canvas.width() / 2, canvas.height() / 2) == pytest.approx((0, 0), abs=8)
    frame = minimap.frame()
    QTest.mouseRelease(minimap, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, pos=middle + QPoint(20, -10))
    assert (minimap.frame().center() - frame.center()).toPoint() == QPoint(20, -10)
    x, _ = canvas.view.back(canvas.width() / 2, canvas.height() / 2)
    assert x > 0
    scale = canvas.view.scale
    minimap.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(minimap, Qt.Key.Key_Left)
    assert canvas.view.back(canvas.width() / 2, 0)[0] == pytest.approx(x - canvas.width() / 4 / scale)
    assert canvas.view.scale == scale


def test_the_small_map_draws_everybody_and_the_frame(shown_graph: ShownGraph) -> None:
    zoomed_in(shown_graph)
    minimap = shown_graph.tools.minimap
    image = minimap.grab().toImage()
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    assert len(colours) > 40
    shown_graph.session.set_filters(Filters(verdicts=frozenset({Verdict.GENUINE})))
    assert minimap.grab().toImage() != image


# --- Zooming to people ---


@pytest.mark.parametrize("kind", SceneKind)
def test_z_brings_all_that_are_picked_into_sight(shown_graph: ShownGraph, kind: SceneKind) -> None:
    shown_graph.show(kind)
    people = list(shown_graph.scene.node_of)[:3]
    shown_graph.tools.picking.picked.pick(people)
    shown_graph.key(Qt.Key.Key_Z)
    assert all(shown_graph.canvas.rect().adjusted(20, 20, -20, -20).contains(shown_graph.point_of(person)) for person in people)
    near = shown_graph.canvas.view.scale
    shown_graph.tools.picking.picked.clear()
    shown_graph.session.select(None)
    shown_graph.walk(people[0])
    shown_graph.key(Qt.Key.Key_Z)
    assert shown_graph.canvas.view.scale >= near
    shown_graph.key(Qt.Key.Key_0)
    assert shown_graph.canvas.view == View.fitting(shown_graph.canvas.width(), shown_graph.canvas.height())


# --- The legend ---


@pytest.mark.parametrize("verdict", Verdict)
@pytest.mark.parametrize("by", ["mouse", "keyboard", "shortcut"])
def test_every_verdict_has_a_chip_with_its_shape_that_filters(shown_graph: ShownGraph, verdict: Verdict, by: str) -> None:
    chip = shown_graph.page.filters.verdicts.chip(verdict)
    assert chip.chip.verdict is verdict and chip.isVisible()
    if by == "mouse":
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    elif by == "keyboard":
        chip.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(chip, Qt.Key.Key_Space)
    else:
        number = list(Verdict).index(verdict)
        QTest.keyClick(shown_graph.canvas, Qt.Key(Qt.Key.Key_1.value + number), Qt.KeyboardModifier.AltModifier)
    assert {shown_graph.scene.judgements[person].verdict for person in shown_graph.scene.spots} <= {verdict}
    assert len(shown_graph.scene.spots) == chip.count
    QTest.mouseClick(shown_graph.page.filters.verdicts._reset, Qt.MouseButton.LeftButton)
    assert not shown_graph.session.filters.verdicts and len(shown_graph.scene.spots) > (chip.count or 0)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(),
        Filters(follow=Follow.MUTUAL),
        Filters(follow=Follow.FOLLOW_YOU, verdicts=frozenset({Verdict.LAPSED})),
        Filters(text="mei"),
        Filters(show_passing=True),
        Filters(among=frozenset({1, 5, 9, 200})),
    ],
)
def test_the_chips_count_as_those_of_the_people_page_do(shown_graph: ShownGraph, filters: Filters) -> None:
    session = shown_graph.session
    assert session.analysis is not None
    session.set_filters(filters)
    expected = count_by_verdict(session.analysis.people, session.judgements, filters, session.search_lines)
    assert {verdict: shown_graph.page.filters.verdicts.chip(verdict).count for verdict in Verdict} == expected
    assert sorted(shown_graph.scene.spots) == session.visible()


def test_you_follow_chosen_on_the_graph_counts_as_on_the_people_page(shown_graph: ShownGraph) -> None:
    session = shown_graph.session
    assert session.analysis is not None
    shown_graph.page.filters.follow.chosen.emit(Follow.YOU_FOLLOW)
    assert session.filters.follow is Follow.YOU_FOLLOW
    expected = count_by_verdict(session.analysis.people, session.judgements, session.filters, session.search_lines)
    assert {verdict: shown_graph.page.filters.verdicts.chip(verdict).count for verdict in Verdict} == expected


# --- Motion ---


def test_without_motion_every_move_is_done_at_once(shown_graph: ShownGraph) -> None:
    shown_graph.page.set_motion(False)
    shown_graph.canvas.locate(30)
    assert shown_graph.canvas.aim == shown_graph.canvas.view
    x, y, _ = shown_graph.scene.spots[30]
    assert shown_graph.canvas.view.at(x, y) == pytest.approx((shown_graph.canvas.width() / 2, shown_graph.canvas.height() / 2))


def test_with_motion_locating_glides_and_ends_where_it_would_without(shown_graph: ShownGraph, qtbot: QtBot) -> None:
    canvas = shown_graph.canvas
    canvas.locate(30)
    expected = canvas.view
    canvas.fit()
    whole = canvas.view
    shown_graph.page.set_motion(True)
    on_the_way: list[View] = []
    canvas.moved.connect(lambda: on_the_way.append(canvas.view))
    canvas.locate(30)
    assert canvas.view != expected and canvas.aim == expected
    qtbot.waitUntil(lambda: canvas.view == expected, timeout=3000)
    assert canvas.aim == expected
    assert all(whole.scale <= view.scale <= expected.scale for view in on_the_way)
    canvas.fit()
    shown_graph.page.set_motion(False)
    assert canvas.view == whole, "who asks for less motion is there at once"


def test_a_hand_on_the_picture_ends_a_glide(shown_graph: ShownGraph) -> None:
    canvas = shown_graph.canvas
    shown_graph.page.set_motion(True)
    canvas.locate(30)
    canvas.pan(10, 0)
    assert canvas.aim == canvas.view
    canvas.zoom(2)
    canvas.zoom(2)
    assert canvas.aim.scale == pytest.approx(4 * canvas.view.scale), "keys add up while it glides"
    canvas.hide()
    assert canvas.aim == canvas.view


def test_what_a_desktop_says_of_animations_is_read_from_its_files(tmp_path: Path) -> None:
    assert not motion.by_files(tmp_path)
    (tmp_path / "gtk-4.0").mkdir()
    (tmp_path / "gtk-4.0" / "settings.ini").write_text("[Settings]\ngtk-enable-animations=true\n")
    (tmp_path / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=0.5\n")
    assert not motion.by_files(tmp_path)
    (tmp_path / "kdeglobals").write_text("[KDE]\nAnimationDurationFactor=0\n")
    assert motion.by_files(tmp_path)
    (tmp_path / "kdeglobals").write_bytes(b"\xff\xfe no settings [")
    (tmp_path / "gtk-4.0" / "settings.ini").write_text("[Settings]\ngtk-enable-animations=FALSE\n")
    assert motion.by_files(tmp_path)


def test_detail_that_was_kept_wrongly_is_held_to_what_there_is() -> None:
    assert Detail.of(-3, 99) == Detail(0, ALL)
    assert replace(Detail(), ties=4).stepped(1, -1) == Detail(4, 1)


# --- Little room ---


def test_in_a_low_window_the_buttons_stand_in_columns_and_all_stay_in_sight(shown_graph: ShownGraph) -> None:
    zoom, canvas = shown_graph.page.zoom, shown_graph.canvas
    buttons = [zoom.nearer, zoom.farther, zoom.whole, zoom.lasso, zoom.table, zoom.detail, zoom.views]
    assert len({button.x() for button in buttons}) == 1
    shown_graph.page.resize(760, 360)
    assert len({button.x() for button in buttons}) > 1
    assert canvas.rect().contains(zoom.geometry())
    assert all(zoom.rect().contains(button.geometry()) for button in buttons)
    assert len({(button.x(), button.y()) for button in buttons}) == len(buttons)
    shown_graph.page.resize(1120, 760)
    assert len({button.x() for button in buttons}) == 1


def test_where_the_title_has_no_room_beside_them_the_controls_go_below(shown_graph: ShownGraph) -> None:
    header, page = shown_graph.page.header, shown_graph.page
    assert page.search.y() < header._title.geometry().bottom()
    page.setMinimumSize(0, 0)
    page.resize(560, 700)
    assert page.search.mapTo(header, QPoint(0, 0)).y() >= header._title.geometry().bottom()
    assert header._title.width() > 400
    page.resize(1120, 760)
    assert page.search.mapTo(header, QPoint(0, 0)).y() < header._title.geometry().bottom()


def test_the_mouse_on_what_lies_over_the_picture_is_not_meant_for_the_people_below(shown_graph: ShownGraph) -> None:
    canvas, page, tools = shown_graph.canvas, shown_graph.page, shown_graph.tools
    person = shown_graph.scene.reading_order[0]
    shown_graph.click(person)
    selected = shown_graph.session.selected
    tools.toggle_panel(tools.detail)
    tools.picking.picked.pick([1, 2])
    aim = canvas.aim
    for over in (page.zoom, page.notice, tools.detail, tools.picking.bar):
        QTest.mouseMove(canvas, shown_graph.point_of(person))
        QTest.mouseMove(canvas, shown_graph.point_of(person) + QPoint(1, 0))
        assert canvas.hovered == person
        place = QPointF(2, 2)
        QApplication.sendEvent(over, QEnterEvent(place, place, over.mapToGlobal(place)))
        assert canvas.hovered is None, over
        corner = QPoint(2, 2)
        QTest.mouseClick(over, Qt.MouseButton.LeftButton, pos=corner)
        QTest.mousePress(over, Qt.MouseButton.LeftButton, pos=corner)
        QTest.mouseMove(over, QPoint(30, 30))
        QTest.mouseRelease(over, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
        assert shown_graph.session.selected == selected and canvas.aim == aim, over
