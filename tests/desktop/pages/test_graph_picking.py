"""Picking several people on every picture, by mouse and by keyboard, and what can be done with all of them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from analyzer.verdict.verdicts import Choice, Verdict
from desktop.filters import Filters, Follow
from desktop.graph.kinds import SceneKind
from desktop.graph.map_scene import MapScene
from desktop.graph.selecting import Band
from tests.desktop.pages.shown_graph import ShownGraph
from tests.desktop.plain_filters import visible_people

pytestmark = pytest.mark.window

CTRL, SHIFT, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier


def inside(graph: ShownGraph, left: int, top: int, right: int, low: int) -> set[int]:
    """Whose middle lies in this rectangle of the canvas."""
    view = graph.canvas.view
    places = {person: view.at(x, y) for person, (x, y, _) in graph.scene.spots.items()}
    return {person for person, (x, y) in places.items() if left < x < right and top < y < low}


@pytest.mark.parametrize("kind", SceneKind)
def test_shift_and_a_drag_pick_who_is_in_the_rectangle(shown_graph: ShownGraph, kind: SceneKind) -> None:
    shown_graph.show(kind)
    middle, view, selected = shown_graph.canvas.rect().center(), shown_graph.canvas.view, shown_graph.session.selected
    first, second = QPoint(middle.x() // 3, middle.y() // 3), QPoint(middle.x() * 3 // 2, middle.y() * 3 // 2)
    expected = inside(shown_graph, first.x(), first.y(), second.x(), second.y())
    assert len(expected) > 1
    shown_graph.drag(first, middle, second, modifiers=SHIFT)
    assert shown_graph.picked == expected
    assert shown_graph.canvas.view == view, "the picture stays where it is"
    assert shown_graph.session.selected == selected
    assert shown_graph.tools.picking.bar.isVisible() and shown_graph.tools.picking.bar.words.text() == f"{len(expected)} selected"


@pytest.mark.parametrize("kind", SceneKind)
def test_alt_and_a_drag_pick_who_is_in_the_lasso_and_ctrl_adds(shown_graph: ShownGraph, kind: SceneKind) -> None:
    shown_graph.show(kind)
    person = shown_graph.apart()
    around = shown_graph.point_of(person)
    corners = [around + QPoint(*way) for way in ((-9, -9), (9, -9), (9, 9), (-9, 9))]
    shown_graph.drag(*corners, modifiers=ALT)
    first = shown_graph.picked
    assert person in first
    area = shown_graph.canvas.rect().adjusted(1, 1, -1, -1)
    shown_graph.drag(area.topLeft(), area.bottomRight(), modifiers=SHIFT | CTRL)
    assert shown_graph.picked == first | set(shown_graph.scene.spots)


@pytest.mark.parametrize("kind", SceneKind)
def test_the_keyboard_draws_a_rectangle_with_its_cross(shown_graph: ShownGraph, kind: SceneKind) -> None:
    shown_graph.show(kind)
    person = shown_graph.apart()
    shown_graph.walk(person)
    shown_graph.key(Qt.Key.Key_R, SHIFT)
    assert shown_graph.canvas.marker.tool is Band.RECTANGLE
    assert shown_graph.tools.picking.bar.hint.isVisible() and "two corners" in shown_graph.tools.picking.bar.hint.text()
    at = shown_graph.point_of(person)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Space, *[Qt.Key.Key_Right] * 3, *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Space):
        shown_graph.key(key)
    assert person in shown_graph.picked
    assert shown_graph.picked == inside(shown_graph, at.x() - 24, at.y() - 24, at.x() + 48, at.y() + 48)
    shown_graph.key(Qt.Key.Key_Escape)
    assert shown_graph.canvas.marker.tool is None


def test_the_lasso_button_takes_the_tool_up_and_every_drag_draws(shown_graph: ShownGraph) -> None:
    QTest.mouseClick(shown_graph.page.zoom.lasso, Qt.MouseButton.LeftButton)
    assert shown_graph.canvas.marker.tool is Band.LASSO and shown_graph.page.zoom.lasso.isChecked()
    area = shown_graph.canvas.rect().adjusted(1, 1, -1, -1)
    shown_graph.drag(area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft())
    assert shown_graph.picked == set(shown_graph.scene.spots)
    QTest.mouseClick(shown_graph.page.zoom.lasso, Qt.MouseButton.LeftButton)
    assert shown_graph.canvas.marker.tool is None and not shown_graph.page.zoom.lasso.isChecked()


@pytest.mark.parametrize("kind", SceneKind)
def test_ctrl_and_a_click_add_and_take_out_and_so_does_ctrl_space(shown_graph: ShownGraph, kind: SceneKind) -> None:
    shown_graph.show(kind)
    shown_graph.session.select(None)
    person = shown_graph.apart()
    shown_graph.click(person, CTRL)
    assert shown_graph.picked == {person} and shown_graph.session.selected is None
    other = next(one for one in shown_graph.scene.node_of if one != person)
    shown_graph.walk(other)
    shown_graph.key(Qt.Key.Key_Space, CTRL)
    assert shown_graph.picked == {person, other}
    assert shown_graph.canvas.text_of(other).endswith(", selected")
    shown_graph.click(person, CTRL)
    assert shown_graph.picked == {other}


def test_ctrl_beside_a_selected_person_picks_both(shown_graph: ShownGraph) -> None:
    shown_graph.click(3)
    shown_graph.click(1, CTRL)
    assert shown_graph.picked == {1, 3}


def test_neighbours_invert_all_and_nobody(shown_graph: ShownGraph) -> None:
    person = max(shown_graph.scene.neighbours, key=lambda one: len(shown_graph.scene.neighbours[one]))
    near = set(shown_graph.scene.neighbours[person])
    shown_graph.walk(person)
    shown_graph.key(Qt.Key.Key_E)
    assert shown_graph.picked == {person, *near}
    shown_graph.key(Qt.Key.Key_I)
    assert shown_graph.picked == set(shown_graph.scene.spots) - {person, *near}
    shown_graph.key(Qt.Key.Key_A, CTRL)
    assert shown_graph.picked == set(shown_graph.scene.spots)
    shown_graph.key(Qt.Key.Key_A, CTRL | SHIFT)
    assert shown_graph.picked == set() and shown_graph.tools.picking.bar.isHidden()


@pytest.mark.parametrize("kind", [SceneKind.CIRCLES, SceneKind.MAP])
def test_b_picks_the_community_and_only_it(shown_graph: ShownGraph, kind: SceneKind) -> None:
    shown_graph.show(kind)
    analysis, scene = shown_graph.session.analysis, shown_graph.scene
    assert analysis is not None
    community = {place: analysis.people[place].community for place in scene.spots}
    if isinstance(scene, MapScene):  # who stands below the hairline is in no hull, whatever ties there are in private
        community = {place: max(0, scene.node_of[place].ring + 1) if place in scene.node_of else 0 for place in scene.spots}
    person = next(place for place in shown_graph.scene.reading_order if community[place])
    shown_graph.walk(person)
    shown_graph.key(Qt.Key.Key_B)
    same = {place for place, number in community.items() if number == community[person]}
    assert shown_graph.picked == same and 1 < len(same) < len(community)
    shown_graph.session.undo_stack.undo()
    without = next(place for place, number in community.items() if not number)
    shown_graph.walk(without)
    shown_graph.key(Qt.Key.Key_B)
    assert shown_graph.picked == set(), "no community, nobody"


def test_every_change_can_be_undone_and_esc_lets_go(shown_graph: ShownGraph) -> None:
    undo = shown_graph.session.undo_stack
    shown_graph.click(1, CTRL)
    shown_graph.click(3, CTRL)
    assert undo.undoText() == "the selection"
    shown_graph.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    shown_graph.key(Qt.Key.Key_Escape)
    assert shown_graph.picked == set()
    undo.undo()
    assert shown_graph.picked == {1, 3}
    undo.undo()
    assert shown_graph.picked == {1}
    undo.redo()
    assert shown_graph.picked == {1, 3}
    undo.undo()
    undo.undo()
    assert shown_graph.picked == set() and not undo.canUndo()


def test_another_archive_begins_with_nobody(shown_graph: ShownGraph) -> None:
    shown_graph.click(1, CTRL)
    assert shown_graph.session.analysis is not None
    shown_graph.session.open(shown_graph.session.analysis, list(shown_graph.session.judgements), {}, shown_graph.session.policy)  # type: ignore[arg-type]
    assert shown_graph.picked == set() and shown_graph.tools.picking.bar.isHidden()


def test_whom_the_filters_hide_stays_picked_and_is_told(shown_graph: ShownGraph) -> None:
    genuine = [person for person in shown_graph.scene.spots if shown_graph.session.judgements[person].verdict is Verdict.GENUINE][:2]
    other = next(person for person in shown_graph.scene.spots if shown_graph.session.judgements[person].verdict is Verdict.LAPSED)
    shown_graph.tools.picking.picked.pick([*genuine, other])
    shown_graph.session.set_filters(Filters(verdicts=frozenset({Verdict.GENUINE})))
    assert shown_graph.tools.picking.bar.words.text() == "3 selected, 1 not shown"


def test_a_decision_is_for_all_that_are_picked_and_the_same_key_takes_it_back(shown_graph: ShownGraph) -> None:
    shown_graph.tools.picking.picked.pick([1, 3, 40])
    shown_graph.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    shown_graph.key(Qt.Key.Key_U)
    assert [shown_graph.session.judgements[place].decision for place in (1, 3, 40)] == [Choice.UNFOLLOW] * 3
    QTest.mouseClick(shown_graph.tools.picking.bar.keep, Qt.MouseButton.LeftButton)
    assert {decision.choice for decision in shown_graph.session.decisions.values()} == {Choice.KEEP}
    shown_graph.key(Qt.Key.Key_K)
    assert not shown_graph.session.decisions
    shown_graph.session.undo_stack.undo()
    assert len(shown_graph.session.decisions) == 3


def test_with_nobody_picked_the_keys_decide_about_the_person_walked_to(shown_graph: ShownGraph) -> None:
    shown_graph.walk(2)
    shown_graph.key(Qt.Key.Key_P)
    assert shown_graph.session.analysis is not None
    assert dict(shown_graph.session.decisions).keys() == {shown_graph.session.analysis.people[2].key}


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_sent_to_review_every_page_shows_exactly_these_and_everybody_again(shown_graph: ShownGraph, by: str) -> None:
    session = shown_graph.session
    assert session.analysis is not None
    passing = next(place for place, person in enumerate(session.analysis.people) if person.is_passing_contact)
    followers = [place for place, person in enumerate(session.analysis.people) if not person.followed_by_ego][:2]
    chosen = sorted({1, passing, *followers})
    shown_graph.tools.picking.picked.pick(chosen)
    asked: list[str] = []
    shown_graph.page.people_asked.connect(asked.append)
    if by == "mouse":
        QTest.mouseClick(shown_graph.tools.picking.bar.review, Qt.MouseButton.LeftButton)
    else:
        shown_graph.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        shown_graph.key(Qt.Key.Key_S)
    assert asked == [""]
    assert session.visible() == chosen == visible_people(session.analysis.people, session.judgements, session.filters)
    assert sorted(shown_graph.scene.spots) == chosen
    assert sum(chip.count or 0 for chip in shown_graph.page.filters.verdicts.chips) == len(chosen)
    button = shown_graph.page.filters.among
    assert button.isVisible() and button.text() == "4 selected on the graph"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.filters == Filters(follow=Follow.YOU_FOLLOW) and button.isHidden()
    assert shown_graph.picked == set(chosen), "the pick itself stays until it is cleared"
    QTest.mouseClick(shown_graph.tools.picking.bar.clear, Qt.MouseButton.LeftButton)
    assert shown_graph.picked == set()


def test_marks_are_painted_around_the_picked_and_gone_with_them(shown_graph: ShownGraph) -> None:
    before = shown_graph.canvas.grab().toImage()
    shown_graph.tools.picking.picked.pick(list(shown_graph.scene.spots)[:5] + list(shown_graph.scene.spots)[-5:])
    assert shown_graph.canvas.grab().toImage() != before
    shown_graph.tools.picking.picked.clear()
    assert shown_graph.canvas.grab().toImage() == before


def test_the_table_twin_picks_decides_and_sends_to_review_as_the_picture_does(shown_graph: ShownGraph) -> None:
    shown_graph.page.show_table()
    table = shown_graph.page.table
    first, second = shown_graph.scene.reading_order[:2]
    QTest.keyClick(table, Qt.Key.Key_Space, CTRL)
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Space, CTRL)
    assert shown_graph.picked == {first, second}
    assert table.people.data(table.people.index(0, 0)) == f"✓ {shown_graph.scene.people[first].name}"
    assert str(table.people.data(table.people.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)).endswith(", selected")
    bar = shown_graph.tools.picking.table_bar
    assert bar is not None and bar.isVisible() and bar.words.text() == "2 selected" and not shown_graph.tools.picking.bar.isVisible()
    QTest.keyClick(table, Qt.Key.Key_U)
    assert [shown_graph.session.judgements[place].decision for place in (first, second)] == [Choice.UNFOLLOW] * 2
    QTest.keyClick(table, Qt.Key.Key_I)
    assert shown_graph.picked == set(shown_graph.scene.spots) - {first, second}
    QTest.mouseClick(bar.clear, Qt.MouseButton.LeftButton)
    assert not shown_graph.picked and bar.isHidden()
    QTest.keyClick(table, Qt.Key.Key_A, CTRL)
    assert shown_graph.picked == set(shown_graph.scene.spots)
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert not shown_graph.picked and shown_graph.page.shows_table, "one step back at a time"
    QTest.keyClick(table, Qt.Key.Key_Space, CTRL)
    asked: list[str] = []
    shown_graph.page.people_asked.connect(asked.append)
    QTest.keyClick(table, Qt.Key.Key_S)
    assert asked == [""] and shown_graph.session.visible() == [second]
