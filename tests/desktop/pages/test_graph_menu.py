"""The graph's context menus on every picture: opened by mouse and by keyboard, and what their actions do."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from analyzer.verdict.verdicts import Choice
from desktop.graph.commands import KEYS, Command
from desktop.graph.kinds import SceneKind
from desktop.pages import graph_tools
from desktop.pages.graph_menu import GraphMenu
from tests.desktop.pages.shown_graph import ShownGraph

pytestmark = pytest.mark.window


def right_click(graph: ShownGraph, at: QPoint) -> GraphMenu:
    """The menu that a right click at a point of the canvas opens."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, graph.canvas.mapToGlobal(at))
    QApplication.sendEvent(graph.canvas, event)
    assert graph.tools.menu is not None and graph.tools.menu.isVisible()
    return graph.tools.menu


def choose(menu: GraphMenu, meaning: Command | Choice) -> None:
    """Choose an action as a click on it does."""
    action = menu.of(meaning)
    assert action is not None and action.isEnabled()
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())


@pytest.mark.parametrize("kind", SceneKind)
def test_a_right_click_on_somebody_opens_their_menu(shown_graph: ShownGraph, kind: SceneKind) -> None:
    shown_graph.show(kind)
    person = shown_graph.apart()
    menu = right_click(shown_graph, shown_graph.point_of(person))
    assert menu.about == (person,)
    assert menu.accessibleName() == shown_graph.scene.people[person].name
    asked: list[str] = []
    shown_graph.page.people_asked.connect(asked.append)
    choose(menu, Command.SHOW_IN_PEOPLE)
    assert asked == [shown_graph.scene.people[person].key]


@pytest.mark.parametrize(
    ("key", "modifiers"), [(Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)]
)
def test_the_menu_key_and_shift_f10_open_the_menu_of_the_person_walked_to(
    shown_graph: ShownGraph, key: Qt.Key, modifiers: Qt.KeyboardModifier
) -> None:
    shown_graph.walk(4)
    shown_graph.key(key, modifiers)
    menu = shown_graph.tools.menu
    assert menu is not None and menu.isVisible() and menu.about == (4,)
    assert shown_graph.canvas.rect().contains(shown_graph.canvas.mapFromGlobal(menu.pos()))
    for _ in range(3):  # the third action is the first decision
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert shown_graph.session.judgements[4].decision is Choice.KEEP
    # Where the system itself tells of the menu key, it comes as an event of its own.
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), shown_graph.canvas.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(shown_graph.canvas, event)
    assert shown_graph.tools.menu is not None and shown_graph.tools.menu.about == (4,)
    assert shown_graph.tools.menu.of(Choice.KEEP).isChecked()  # type: ignore[union-attr]
    shown_graph.tools.menu.close()


def test_a_decision_of_a_menu_is_for_its_own_person_whoever_is_picked(shown_graph: ShownGraph) -> None:
    shown_graph.tools.picking.picked.pick([20, 21])
    choose(right_click(shown_graph, shown_graph.point_of(3)), Choice.UNFOLLOW)
    assert shown_graph.session.analysis is not None
    assert list(shown_graph.session.decisions) == [shown_graph.session.analysis.people[3].key]
    choose(right_click(shown_graph, shown_graph.point_of(3)), Choice.UNFOLLOW)
    assert not shown_graph.session.decisions, "the same again takes it back"


def test_the_menu_of_a_picked_person_is_about_all_of_them(shown_graph: ShownGraph) -> None:
    shown_graph.tools.picking.picked.pick([1, 3])
    menu = right_click(shown_graph, shown_graph.point_of(3))
    assert menu.about == (1, 3) and menu.accessibleName() == "2 selected"
    choose(menu, Choice.LATER)
    assert len(shown_graph.session.decisions) == 2
    choose(right_click(shown_graph, shown_graph.point_of(3)), Command.PICK)
    assert shown_graph.picked == {1}


def test_the_bar_has_the_same_menu(shown_graph: ShownGraph) -> None:
    shown_graph.tools.picking.picked.pick([1, 3])
    QTest.mouseClick(shown_graph.tools.picking.bar.more, Qt.MouseButton.LeftButton)
    assert shown_graph.tools.menu is not None
    choose(shown_graph.tools.menu, Choice.PROTECT)
    assert [shown_graph.session.judgements[place].decision for place in (1, 3)] == [Choice.PROTECT] * 2


def test_profile_handle_neighbours_and_one_person(shown_graph: ShownGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(graph_tools, "open_in_browser", opened.append)
    choose(right_click(shown_graph, shown_graph.point_of(3)), Command.PROFILE)
    assert opened == ["https://x.com/invented_3"]
    choose(right_click(shown_graph, shown_graph.point_of(3)), Command.COPY_HANDLE)
    assert QGuiApplication.clipboard().text() == "@invented_3"
    near = set(shown_graph.scene.neighbours[3])
    choose(right_click(shown_graph, shown_graph.point_of(3)), Command.NEIGHBOURS)
    assert shown_graph.picked == {3, *near}
    shown_graph.tools.picking.picked.clear()
    choose(right_click(shown_graph, shown_graph.point_of(3)), Command.ONE_PERSON)
    assert shown_graph.scene.kind is SceneKind.PERSON and shown_graph.page.keeper.person == shown_graph.scene.people[3].key


@pytest.mark.parametrize("kind", SceneKind)
def test_the_ground_has_a_menu_about_the_picture(shown_graph: ShownGraph, kind: SceneKind) -> None:
    shown_graph.show(kind)
    whole = shown_graph.canvas.view
    shown_graph.canvas.zoom(3)
    ground = next(QPoint(x, 40) for x in range(20, 700, 9) if shown_graph.canvas.hit(QPoint(x, 40).toPointF()) is None)
    choose(right_click(shown_graph, ground), Command.FIT)
    assert shown_graph.canvas.view == whole
    choose(right_click(shown_graph, QPoint(6, 6)), Command.PICK_ALL)
    assert shown_graph.picked == set(shown_graph.scene.spots)
    asked: list[bool] = []
    shown_graph.page.export_asked.connect(lambda: asked.append(True))
    choose(right_click(shown_graph, QPoint(6, 6)), Command.EXPORT)
    assert asked == [True]


def test_the_keys_that_the_menus_show_are_those_that_work(shown_graph: ShownGraph) -> None:
    shown_graph.click(3)
    ground, of_person = right_click(shown_graph, QPoint(6, 6)), shown_graph.tools
    shown = {meaning: ground.of(meaning).text().partition("\t")[2] for meaning in ground.meanings}  # type: ignore[union-attr]
    ground.close()
    of_person._on_menu_asked(3, shown_graph.canvas.mapToGlobal(QPoint(9, 9)))
    assert shown_graph.tools.menu is not None
    menu = shown_graph.tools.menu
    shown |= {meaning: menu.of(meaning).text().partition("\t")[2] for meaning in menu.meanings}  # type: ignore[union-attr]
    menu.close()
    assert shown[Command.PICK_ALL] == "Ctrl+A" and shown[Command.INVERT] == "I" and shown[Choice.KEEP] == "K" and shown[Command.FIT] == "0"
    without = {meaning for meaning, key in shown.items() if not key}
    assert without == {Command.SHOW_IN_PEOPLE, Command.DETAIL, Command.EXPORT}
    assert {command for command in KEYS.values() if command in shown} == {meaning for meaning in shown if isinstance(meaning, Command)} - without - {
        Command.FIT,
        Command.PROFILE,
    }


def test_ctrl_enter_shows_the_person_walked_to_whoever_is_selected(shown_graph: ShownGraph) -> None:
    shown_graph.click(3)
    shown_graph.walk(5)
    shown_graph.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shown_graph.scene.kind is SceneKind.PERSON
    assert shown_graph.page.keeper.person == shown_graph.scene.people[5].key == shown_graph.session.selected


def test_a_second_menu_waits_until_the_first_is_gone(shown_graph: ShownGraph) -> None:
    first = right_click(shown_graph, shown_graph.point_of(3))
    QApplication.sendEvent(
        shown_graph.canvas, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), shown_graph.canvas.mapToGlobal(QPoint(1, 1)))
    )
    assert shown_graph.tools.menu is first
    first.close()
    second = right_click(shown_graph, QPoint(6, 6))
    assert second is not first
    second.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_row_of_the_table_twin_has_the_menu_of_its_person(shown_graph: ShownGraph, by: str) -> None:
    shown_graph.page.show_table()
    table = shown_graph.page.table
    row = 2
    index = table.people.index(row, 0)
    if by == "mouse":
        at, viewport = table.visualRect(index).center(), table.viewport()
        QApplication.sendEvent(viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at)))
    else:
        table.go_to(table.people.person_at(row))
        QTest.keyClick(table, Qt.Key.Key_Menu)
    menu, person = shown_graph.tools.menu, table.people.person_at(row)
    assert menu is not None and menu.isVisible() and menu.about == (person,)
    choose(menu, Choice.KEEP)
    assert person is not None and shown_graph.session.judgements[person].decision is Choice.KEEP
