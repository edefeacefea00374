"""The Graph page by mouse and by keyboard: legend, find, hover, select, pan and zoom, table twin, what is hidden."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Choice, Verdict
from desktop.filters import Filters, Follow
from desktop.pages.graph import GraphPage
from desktop.pages.text_loader import TextLoader
from desktop.receipts import Texts
from desktop.session import Session
from tests.analyzer.network.invented import World, quiet_world, three_people, usual_world

pytestmark = pytest.mark.window


class NoTexts:
    """Reads nothing: these people have no tweets."""

    def run(self, work: Callable[[], Texts], done: Callable[[Texts], None], failed: Callable[[BaseException], None]) -> None:
        done(Texts({}, {}))


def keep_nothing(account: str, decisions: object) -> None:
    """Decisions of a test stay in memory."""


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(save_decisions=keep_nothing)


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> GraphPage:
    shown = GraphPage(session, TextLoader(session, NoTexts()))
    qtbot.addWidget(shown)
    shown.resize(1120, 760)
    shown.show()
    # Without a window manager nobody else gives a window the focus.
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def open_world(session: Session, world: World, follows_read: bool = True) -> None:
    session.open(world.analysis(follows_read), world.judgements, {}, default_policy())


def point_of(page: GraphPage, person: int) -> QPoint:
    scene = page.canvas.scene
    assert scene is not None
    x, y, _ = scene.spots[person]
    return QPointF(*page.canvas.view.at(x, y)).toPoint()


def selected(session: Session) -> int | None:
    assert session.analysis is not None
    return session.analysis.index[session.selected] if session.selected is not None else None


def wheel(page: GraphPage, at: QPoint, turned: int) -> None:
    position = QPointF(at)
    event = QWheelEvent(
        position, page.canvas.mapToGlobal(position), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.canvas, event)


def test_it_opens_on_everybody_but_passing_contacts_although_the_table_opens_on_you_follow(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    assert session.filters.follow is Follow.YOU_FOLLOW
    scene = page.canvas.scene
    assert scene is not None
    assert {words.count for words in scene.arcs} == {42, 192, 22}
    assert page.notice.words.text() == f"31 passing contacts and {scene.weaker} weaker ties hidden"
    assert page.notice.button.accessibleName() == f"Show: {page.notice.words.text()}"
    assert sum(chip.count or 0 for chip in page.filters.verdicts.chips) == len(scene.shown)


def test_the_legend_filters_here_and_everywhere(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    QTest.mouseClick(page.filters.verdicts.chip(Verdict.GENUINE), Qt.MouseButton.LeftButton)
    assert session.filters.verdicts == {Verdict.GENUINE}
    scene = page.canvas.scene
    assert scene is not None
    assert scene.arcs == ()
    assert {scene.judgements[person].verdict for person in scene.reading_order} == {Verdict.GENUINE}
    assert len(scene.reading_order) == page.filters.verdicts.chip(Verdict.GENUINE).count
    session.set_filters(Filters())
    assert not page.filters.verdicts.on()
    assert page.canvas.scene is not None and page.canvas.scene.arcs


def test_a_follow_filter_chosen_here_narrows_the_picture(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    page.filters.follow.chosen.emit(Follow.YOU_FOLLOW)
    assert page.canvas.scene is not None and {words.count for words in page.canvas.scene.arcs} == {42, 22}
    page.filters.follow.chosen.emit(Follow.MUTUAL)
    assert session.filters.follow is Follow.MUTUAL
    assert page.canvas.scene is not None and page.canvas.scene.arcs == ()


def test_other_filters_are_named_and_can_be_taken_off(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    assert page.filters.everyone.isHidden()
    session.set_filters(Filters(text="sanne"))
    assert "sanne" in page.filters.everyone.text()
    assert page.canvas.scene is not None and len(page.canvas.scene.reading_order) < 12
    QTest.mouseClick(page.filters.everyone, Qt.MouseButton.LeftButton)
    assert session.filters.text == ""
    assert page.filters.everyone.isHidden()


def test_what_is_hidden_is_shown_and_hidden_again(page: GraphPage, session: Session) -> None:
    world = usual_world()
    for number in range(200):
        world.tie(number % 90, (number * 7 + 1) % 90, 0.3)
    open_world(session, world)
    assert page.canvas.scene is not None
    weaker = page.canvas.scene.weaker
    assert weaker > 0
    assert page.notice.words.text() == f"31 passing contacts and {weaker} weaker ties hidden"
    QTest.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    assert page.canvas.scene.weaker == 0
    assert session.filters.show_passing
    assert len(page.canvas.scene.reading_order) == len(world.people)
    QTest.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    assert page.canvas.scene.weaker == weaker
    assert not session.filters.show_passing


def test_a_click_selects_and_a_click_beside_takes_it_back(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=point_of(page, 3))
    assert selected(session) == 3
    assert page.panel.key == session.selected
    assert page.open_people.isVisible()
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(8, 60))
    assert session.selected is None


def test_a_dot_of_the_crowd_can_be_selected(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=point_of(page, 95))
    assert selected(session) == 95


def test_hover_lights_and_names_and_leaving_ends_it(page: GraphPage, session: Session) -> None:
    world = usual_world()
    sly = world.people[3].name
    open_world(session, world)
    before = page.canvas.grab().toImage()
    QTest.mouseMove(page.canvas, point_of(page, 3))
    assert page.canvas.hovered == 3
    assert sly is not None and sly in QToolTip.text()
    assert "Genuine" in QToolTip.text()
    assert page.canvas.grab().toImage() != before
    QTest.mouseMove(page.canvas, QPoint(5, 5))
    assert page.canvas.hovered is None
    assert page.canvas.grab().toImage() == before


def test_names_from_the_archive_are_never_markup(page: GraphPage, session: Session) -> None:
    from tests.replacing import replace

    world = three_people()
    world.people[0] = replace(world.people[0], name="<img src='x'>Eve<b>")
    open_world(session, world)
    QTest.mouseMove(page.canvas, point_of(page, 0))
    assert "&lt;img" in QToolTip.text() and "<img" not in QToolTip.text()


def test_dragging_pans_and_selects_nobody(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    start, view = point_of(page, 3), page.canvas.view
    QTest.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(page.canvas, start + QPoint(40, 25))
    QTest.mouseMove(page.canvas, start + QPoint(80, 50))
    QTest.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(80, 50))
    assert (page.canvas.view.x - view.x, page.canvas.view.y - view.y) == (80, 50)
    assert session.selected is None


def test_the_wheel_zooms_around_the_pointer(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    at = QPoint(500, 200)
    before = page.canvas.view.back(at.x(), at.y())
    wheel(page, at, 240)
    assert page.canvas.view.scale == pytest.approx(1.44)
    assert page.canvas.view.back(at.x(), at.y()) == pytest.approx(before)
    wheel(page, at, -240)
    assert page.canvas.view.scale == pytest.approx(1)


def test_the_picture_is_sharp_again_when_still(page: GraphPage, session: Session, qtbot: QtBot) -> None:
    open_world(session, usual_world())
    page.canvas.grab()
    page.canvas.zoom(2)
    moving = page.canvas.grab().toImage()
    qtbot.wait(130)
    assert page.canvas.grab().toImage() != moving


def test_zoom_and_pan_by_keyboard_and_by_buttons(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    whole = page.canvas.view
    QTest.keyClick(page.canvas, Qt.Key.Key_Plus)
    assert page.canvas.view.scale == pytest.approx(1.25)
    QTest.keyClick(page.canvas, Qt.Key.Key_Minus)
    QTest.keyClick(page.canvas, Qt.Key.Key_Minus)
    assert page.canvas.view.scale == pytest.approx(0.8)
    QTest.keyClick(page.canvas, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert page.canvas.view.x < whole.x
    QTest.keyClick(page.canvas, Qt.Key.Key_0)
    assert page.canvas.view == whole
    QTest.mouseClick(page.zoom.nearer, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.zoom.farther, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.zoom.farther, Qt.MouseButton.LeftButton)
    assert page.canvas.view.scale < 1
    QTest.mouseClick(page.zoom.whole, Qt.MouseButton.LeftButton)
    assert page.canvas.view == whole


def test_the_accessible_tree_tells_the_chart_the_focused_person_and_the_buttons(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    chart = QAccessible.queryAccessibleInterface(page.canvas)
    assert chart.role() == QAccessible.Role.Chart
    assert chart.text(QAccessible.Text.Name) == "Circles"
    assert "40 people in touch within a year, 50 silent, 256 without a day of contact" in chart.text(QAccessible.Text.Description)
    assert chart.text(QAccessible.Text.Value) == ""
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert chart.text(QAccessible.Text.Value).startswith("Sanne Aalto, genuine, weekly, 213 contact days")
    QTest.keyClick(page.canvas, Qt.Key.Key_Tab)
    assert "genuine, weekly, 90 contact days" in chart.text(QAccessible.Text.Value)
    page.show_table()
    row = page.table.people.index(1, 0)
    assert page.table.currentIndex() == row, "the twin opens at the person one walked to"
    said = page.table.people.data(row, Qt.ItemDataRole.AccessibleTextRole)
    assert said == chart.text(QAccessible.Text.Value)
    inside = {chart.child(place).text(QAccessible.Text.Name) for place in range(chart.childCount())}
    assert "Zoom" in inside


def test_walking_by_keyboard_says_who_it_is_and_enter_selects(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert page.canvas.focused == 0
    QTest.keyClick(page.canvas, Qt.Key.Key_Tab)
    assert page.canvas.focused == 1
    QTest.keyClick(page.canvas, Qt.Key.Key_Backtab)
    assert page.canvas.focused == 0
    assert "Sanne Aalto, genuine, weekly, 213 contact days" in page.canvas.accessibleDescription()
    QTest.keyClick(page.canvas, Qt.Key.Key_Down)
    assert page.canvas.focused not in (None, 0)
    walked = page.canvas.focused
    assert session.selected is None
    QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    assert selected(session) == walked
    page.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(page.canvas, Qt.Key.Key_Escape)
    assert session.selected is None


def test_tab_leaves_the_canvas_after_the_last_person(page: GraphPage, session: Session) -> None:
    open_world(session, three_people())
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        assert page.canvas.hasFocus()
        QTest.keyClick(page.canvas, Qt.Key.Key_Tab)
    assert not page.canvas.hasFocus()


def test_find_locates_the_next_match_with_enter_and_counts_those_not_shown(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    QTest.keyClicks(page.search.field, "mei")
    first = selected(session)
    assert first is not None and session.analysis is not None
    assert "Mei" in (session.analysis.people[first].name or "")
    middle = QPointF(page.canvas.rect().center())
    assert (QPointF(point_of(page, first)) - middle).manhattanLength() < 4
    QTest.keyClick(page.search.field, Qt.Key.Key_Return)
    assert selected(session) == first, "the first Enter stays with the first match"
    QTest.keyClick(page.search.field, Qt.Key.Key_Return)
    assert selected(session) not in (None, first)
    session.set_filters(Filters(verdicts=frozenset({Verdict.LAPSED})))
    page.search.field.setText("tomasz mehta")
    assert page.search.findChildren(type(page.header._title))[0].text() == "1 match is not shown"


def test_a_filter_that_hides_the_selected_person_takes_the_selection_back(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=point_of(page, 3))
    session.set_filters(Filters(verdicts=frozenset({Verdict.GENUINE})))
    assert selected(session) == 3, "still shown"
    session.set_filters(Filters(verdicts=frozenset({Verdict.LAPSED})))
    assert session.selected is None and page.panel.key is None
    session.set_filters(Filters())
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=point_of(page, 3))
    session.set_filters(Filters(text="nobody is called so"))
    assert page.canvas.scene is not None and not page.canvas.scene.reading_order
    assert session.selected is None and page.panel.key is None


def test_locating_somebody_hidden_makes_the_filters_give_way(page: GraphPage, session: Session) -> None:
    world = usual_world()
    open_world(session, world)
    session.set_filters(Filters(verdicts=frozenset({Verdict.LAPSED})))
    page.locate(world.people[2].key)
    assert selected(session) == 2
    assert page.canvas.scene is not None and 2 in page.canvas.scene.shown
    passing = next(place for place, person in enumerate(world.people) if person.is_passing_contact)
    page.locate(world.people[passing].key)
    assert session.filters.show_passing
    assert page.canvas.scene is not None and passing in page.canvas.scene.spots


def test_the_table_twin_has_the_same_people_in_the_same_order_linked_both_ways(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    session.select(session.analysis.people[3].key)  # type: ignore[union-attr]
    page.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(page.canvas, Qt.Key.Key_T)
    scene, table = page.canvas.scene, page.table
    assert scene is not None and page.shows_table and table.isVisible()
    assert [table.people.person_at(row) for row in range(table.people.rowCount())] == list(scene.reading_order)
    assert table.people.person_at(table.currentIndex().row()) == 3
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert selected(session) == table.people.person_at(table.currentIndex().row()) != 3
    said = table.people.data(table.people.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == page.canvas.text_of(scene.reading_order[0])
    QTest.keyClick(table, Qt.Key.Key_T)
    assert not page.shows_table
    assert page.canvas.hasFocus()


def test_the_table_model_is_a_proper_model(page: GraphPage, session: Session, qtmodeltester: object) -> None:
    open_world(session, three_people())
    page.show_table()
    qtmodeltester.check(page.table.people)  # type: ignore[attr-defined]


def test_a_decision_and_its_undo_keep_the_picture(page: GraphPage, session: Session) -> None:
    world = three_people()
    session_judges = [judgement.verdict for judgement in world.judgements]
    open_world(session, world)
    scene = page.canvas.scene
    assert scene is not None
    session.decide([world.people[1].key], Choice.ME)
    assert page.canvas.scene is not None and 1 not in page.canvas.scene.spots
    assert page.notice.words.text() == "1 account of your own hidden"
    session.undo_stack.undo()
    assert page.canvas.scene is not None and len(page.canvas.scene.people) == len(session_judges)
    assert session.judgements[1].decision is None


def test_a_narrow_window_opens_the_panel_as_a_drawer_with_enter(page: GraphPage, session: Session, qtbot: QtBot) -> None:
    page.resize(820, 620)
    open_world(session, usual_world())
    assert page.host.is_drawer and not page.panel.isVisible()
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.canvas, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert selected(session) == 0
    QTest.keyClick(page.panel, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()


def test_archives_that_show_less_say_so(page: GraphPage, session: Session) -> None:
    open_world(session, three_people())
    assert "A small archive." in page.message.words
    open_world(session, usual_world(), follows_read=False)
    assert "No follow lists" in page.message.words
    open_world(session, usual_world())
    assert page.message.isHidden()
    session.close()
    assert page.canvas.scene is None
    assert page.canvas.grab().toImage().pixelColor(4, 4).isValid()


def test_rings_of_a_quiet_archive_tell_their_frequency_in_the_table(page: GraphPage, session: Session) -> None:
    open_world(session, quiet_world())
    page.show_table()
    assert page.table.people.data(page.table.people.index(0, 2)) == "5–9 days a year"


def test_open_in_people_asks_for_the_selected_person(page: GraphPage, session: Session, qtbot: QtBot) -> None:
    open_world(session, usual_world())
    session.select(session.analysis.people[4].key)  # type: ignore[union-attr]
    with qtbot.waitSignal(page.people_asked) as asked:
        QTest.mouseClick(page.open_people, Qt.MouseButton.LeftButton)
    assert asked.args == [session.selected]


def test_a_hidden_page_waits_and_everything_has_a_name(page: GraphPage, session: Session) -> None:
    page.hide()
    open_world(session, usual_world())
    assert page.canvas.scene is None
    page.show()
    assert page.canvas.scene is not None
    assert page.canvas.accessibleName() and page.canvas.accessibleDescription()
    for button in (page.zoom.nearer, page.zoom.farther, page.zoom.whole, page.zoom.table):
        assert button.accessibleName()
