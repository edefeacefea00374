"""Circles, Map and One person on the Graph page, by mouse and by keyboard, with what each says to a screen reader."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from analyzer.network.map_people import KeptPlaces
from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Verdict
from desktop.filters import Filters
from desktop.graph.kinds import SceneKind
from desktop.graph.map_scene import MapScene
from desktop.graph.person_scene import PersonScene
from desktop.jobs import Jobs
from desktop.pages.graph import GraphPage
from desktop.pages.text_loader import TextLoader
from desktop.session import Session
from tests.analyzer.network.invented import World, busy_world, three_people, usual_world
from tests.desktop.pages.test_graph_page import NoTexts, keep_nothing, open_world, point_of, selected

pytestmark = pytest.mark.window


class Store:
    """Keeps places in memory."""

    def __init__(self) -> None:
        self.kept = KeptPlaces()
        self.saved = 0

    def load(self, account_id: str) -> KeptPlaces:
        return self.kept

    def save(self, account_id: str, kept: KeptPlaces) -> None:
        self.kept, self.saved = kept, self.saved + 1


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(save_decisions=keep_nothing)


@pytest.fixture
def store() -> Store:
    return Store()


def shown_page(qtbot: QtBot, session: Session, store: Store, jobs: Jobs | None = None) -> GraphPage:
    made = GraphPage(session, TextLoader(session, NoTexts()), jobs, store=store)
    qtbot.addWidget(made)
    made.resize(1120, 760)
    made.show()
    # Without a window manager nobody else gives a window the focus.
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def page(qtbot: QtBot, session: Session, store: Store) -> GraphPage:
    return shown_page(qtbot, session, store)


def click_mode(page: GraphPage, mode: SceneKind) -> None:
    QTest.mouseClick(page.modes.switch.segment(mode), Qt.MouseButton.LeftButton)


def map_scene(page: GraphPage) -> MapScene:
    scene = page.canvas.scene
    assert isinstance(scene, MapScene)
    return scene


def person_scene(page: GraphPage) -> PersonScene:
    scene = page.canvas.scene
    assert isinstance(scene, PersonScene)
    return scene


def tied_world() -> World:
    """The usual one, whose first person is named with everybody of the inner rings."""
    world = usual_world()
    for other in range(1, 6):
        world.tie(0, other, 3.0 if other % 2 else 1.0, "co_mention" if other % 2 else "reply_prefix")
    return world


def test_the_switch_shows_every_picture_by_mouse(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    assert page.modes.switch.value() is SceneKind.CIRCLES
    everybody = set(page.canvas.scene.reading_order) if page.canvas.scene is not None else set()
    click_mode(page, SceneKind.MAP)
    assert map_scene(page).hulls and page.is_ready
    assert set(map_scene(page).reading_order) == everybody
    assert page.header._title.text() == "Who belongs together"
    assert page.modes.bar.isHidden()
    click_mode(page, SceneKind.PERSON)
    assert page.modes.bar.isVisible()
    assert page.header._title.text().startswith("Around ")
    click_mode(page, SceneKind.CIRCLES)
    assert page.canvas.scene is not None and page.canvas.scene.kind is SceneKind.CIRCLES
    assert page.header._title.text() == "Who is close, who is only a number"


def test_the_switch_by_keys_wherever_the_focus_is_but_in_a_text_field(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    page.canvas.setFocus()
    for key, mode in ((Qt.Key.Key_2, SceneKind.MAP), (Qt.Key.Key_3, SceneKind.PERSON), (Qt.Key.Key_1, SceneKind.CIRCLES)):
        QTest.keyClick(page.canvas, key)
        assert page.canvas.scene is not None and page.canvas.scene.kind is mode
        assert page.modes.switch.value() is mode
    page.search.field.setFocus()
    QTest.keyClicks(page.search.field, "2")
    assert page.keeper.mode is SceneKind.CIRCLES and page.search.text() == "2"
    page.modes.switch.segment(SceneKind.CIRCLES).setFocus()
    QTest.keyClick(page.modes.switch.segment(SceneKind.CIRCLES), Qt.Key.Key_Right)
    QTest.keyClick(page.modes.switch.segment(SceneKind.MAP), Qt.Key.Key_Space)
    assert page.keeper.mode is SceneKind.MAP


def test_the_accessible_tree_names_the_switch_the_picture_and_the_person_walked_to(page: GraphPage, session: Session) -> None:
    open_world(session, tied_world())
    switch = QAccessible.queryAccessibleInterface(page.modes.switch)
    assert switch.text(QAccessible.Text.Name) == "Picture"
    assert [switch.child(place).text(QAccessible.Text.Name) for place in range(switch.childCount())] == ["Circles", "Map", "One person"]
    chart = QAccessible.queryAccessibleInterface(page.canvas)
    click_mode(page, SceneKind.MAP)
    assert chart.role() == QAccessible.Role.Chart
    assert chart.text(QAccessible.Text.Name) == "Map"
    assert "people seen together" in chart.text(QAccessible.Text.Description)
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    said = chart.text(QAccessible.Text.Value)
    assert "genuine" in said and "shared" in said
    session.select(session.analysis.people[0].key if session.analysis is not None else None)
    click_mode(page, SceneKind.PERSON)
    assert chart.text(QAccessible.Text.Name) == "One person"
    assert chart.text(QAccessible.Text.Description).startswith("Sanne Aalto and ")
    QTest.keyClick(page.canvas, Qt.Key.Key_2)
    page.show_table()
    row = page.table.people.row_of(0)
    assert page.table.people.data(page.table.people.index(row, 0), Qt.ItemDataRole.AccessibleTextRole).startswith("Sanne Aalto, genuine")


def test_click_hover_walk_find_and_table_work_on_the_map(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    click_mode(page, SceneKind.MAP)
    node = map_scene(page).nodes[-1]
    QTest.mouseMove(page.canvas, point_of(page, node.person))
    assert page.canvas.hovered == node.person and QToolTip.text()
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=point_of(page, node.person))
    assert selected(session) == node.person
    alone = map_scene(page).found.alone[0]
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=point_of(page, alone))
    assert selected(session) == alone
    dot = map_scene(page).arcs[0].arc.people[0]
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=point_of(page, dot))
    assert selected(session) == dot
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.canvas, Qt.Key.Key_Up)
    assert page.canvas.focused not in (None, dot)
    QTest.keyClick(page.canvas, Qt.Key.Key_Space)
    assert selected(session) == page.canvas.focused
    QTest.keyClicks(page.search.field, "beatriz")
    found = selected(session)
    assert found is not None and session.analysis is not None and "Beatriz" in (session.analysis.people[found].name or "")
    page.show_table()
    assert page.table.people.rowCount() == len(map_scene(page).reading_order)
    assert page.table.people.person_at(page.table.currentIndex().row()) == found


def test_filters_share_their_counts_and_move_nobody_on_the_map(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    click_mode(page, SceneKind.MAP)
    before = dict(map_scene(page).spots)
    QTest.mouseClick(page.filters.verdicts.chip(Verdict.GENUINE), Qt.MouseButton.LeftButton)
    after = map_scene(page)
    assert len(after.reading_order) == page.filters.verdicts.chip(Verdict.GENUINE).count < len(before)
    assert all(after.spots[person] == before[person] for person in after.reading_order)
    session.set_filters(Filters())
    assert map_scene(page).spots == before


def test_places_are_kept_between_runs_and_passing_contacts_are_not(qtbot: QtBot, page: GraphPage, session: Session, store: Store) -> None:
    open_world(session, busy_world())
    click_mode(page, SceneKind.MAP)
    assert store.saved == 1
    before = dict(map_scene(page).places)
    session.set_filters(Filters(show_passing=True))
    assert store.saved == 1
    session.set_filters(Filters())
    assert map_scene(page).places == before
    moved = KeptPlaces(tuple({key: (-x, y) for key, (x, y) in group.items()} for group in store.kept.groups))
    store.kept = moved
    other = shown_page(qtbot, session, store)
    other.show_mode(SceneKind.MAP)
    assert map_scene(other).places == {person: (-x, y) for person, (x, y) in before.items()}
    assert store.saved == 1


def test_the_child_process_finds_the_same_places(qtbot: QtBot, session: Session, store: Store, jobs: Jobs) -> None:
    page = shown_page(qtbot, session, store, jobs)
    open_world(session, busy_world())
    page.show_mode(SceneKind.MAP)
    assert not page.is_ready, "the window does not wait"
    assert page.canvas.scene is not None and page.canvas.scene.kind is SceneKind.CIRCLES, "what was shown stays until then"
    qtbot.waitUntil(lambda: page.is_ready, timeout=20_000)
    by_child = dict(map_scene(page).places)
    at_once = shown_page(qtbot, session, Store())
    at_once.show_mode(SceneKind.MAP)
    assert map_scene(at_once).places == by_child


def test_a_map_that_takes_long_is_told_of(qtbot: QtBot, session: Session, store: Store) -> None:
    class Busy:
        """A worker that never gets to it."""

        def submit(self, name: str, work: object, on_done: object, on_error: object) -> None: ...

        def cancel(self, name: str) -> bool:
            return False

    page = GraphPage(session, TextLoader(session, NoTexts()), Busy(), store=store)
    qtbot.addWidget(page)
    page.resize(1120, 760)
    page.show()
    open_world(session, busy_world())
    page.show_mode(SceneKind.MAP)
    assert not page.message.isVisible(), "not a word for what is there in a moment"
    qtbot.waitUntil(page.message.isVisible, timeout=3000)
    assert page.message.words == "Finding out who belongs together …"
    page.show_mode(SceneKind.CIRCLES)
    assert not page.message.isVisible()


def test_another_archive_and_circles_again_while_the_child_works(qtbot: QtBot, session: Session, store: Store, jobs: Jobs) -> None:
    page = shown_page(qtbot, session, store, jobs)
    open_world(session, busy_world())
    page.show_mode(SceneKind.MAP)
    open_world(session, usual_world())
    qtbot.waitUntil(lambda: page.is_ready, timeout=20_000)
    assert session.analysis is not None and set(map_scene(page).reading_order) <= set(range(len(session.analysis.people)))
    open_world(session, busy_world())
    page.show_mode(SceneKind.CIRCLES)
    qtbot.waitUntil(lambda: page.is_ready and not jobs.busy, timeout=20_000)
    assert page.canvas.scene is not None and page.canvas.scene.kind is SceneKind.CIRCLES


def test_a_sparse_map_says_so_and_offers_circles(page: GraphPage, session: Session) -> None:
    world = three_people()
    world.tie(0, 1)
    session.open(world.analysis(), world.judgements, {}, default_policy())
    click_mode(page, SceneKind.MAP)
    assert page.message.isVisible()
    assert page.message.words == "You named only 2 of your people together with others. Circles shows more."
    QTest.mouseClick(page.message.link, Qt.MouseButton.LeftButton)
    assert page.keeper.mode is SceneKind.CIRCLES and "Circles shows more" not in page.message.words


def test_one_person_of_the_selected_by_key_and_back(page: GraphPage, session: Session) -> None:
    open_world(session, tied_world())
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=point_of(page, 0))
    QTest.keyClick(page.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    scene = person_scene(page)
    assert scene.found.person == 0 and scene.node_of[0].x == scene.node_of[0].y == 0
    assert {1, 2, 3, 4, 5} <= set(scene.found.near)
    assert page.header._title.text() == "Around Sanne Aalto"
    QTest.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=point_of(page, 3))
    assert selected(session) == 3 and person_scene(page).found.person == 0
    QTest.keyClick(page.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert person_scene(page).found.person == 3
    QTest.keyClick(page.canvas, Qt.Key.Key_1)
    assert page.canvas.scene is not None and page.canvas.scene.kind is SceneKind.CIRCLES and selected(session) == 3


def test_one_person_from_the_panel(page: GraphPage, session: Session) -> None:
    open_world(session, tied_world())
    session.select(session.analysis.people[2].key if session.analysis is not None else None)
    asked: list[str] = []
    page.panel.around_asked.connect(asked.append)
    page.panel.together.around.click()
    assert session.analysis is not None and asked == [session.analysis.people[2].key]
    page.show_person(asked[0])
    assert person_scene(page).found.person == 2


def test_one_person_from_the_menu_of_a_person(page: GraphPage, session: Session) -> None:
    open_world(session, tied_world())
    page.tools.one_person_asked.emit(4)
    assert person_scene(page).found.person == 4 and selected(session) == 4


def test_one_person_without_a_selection_is_the_closest_or_whom_one_walked_to(page: GraphPage, session: Session) -> None:
    open_world(session, tied_world())
    assert page.canvas.scene is not None
    first = page.canvas.scene.reading_order[0]
    QTest.keyClick(page.canvas, Qt.Key.Key_3)
    assert person_scene(page).found.person == first
    page.show_mode(SceneKind.CIRCLES)
    session.select(None)
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.canvas, Qt.Key.Key_Tab)
    walked = page.canvas.focused
    assert walked not in (None, first)
    QTest.keyClick(page.canvas, Qt.Key.Key_3)
    assert person_scene(page).found.person == walked


def test_the_reach_by_mouse_and_by_key_and_message_groups_only_if_ticked(page: GraphPage, session: Session) -> None:
    world = tied_world()
    world.tie(0, 50, 1.0, "group_dm")
    open_world(session, world)
    page.show_person(world.people[0].key)
    near = set(person_scene(page).node_of)
    QTest.mouseClick(page.modes.bar.reach.segment(2), Qt.MouseButton.LeftButton)
    assert near < set(person_scene(page).node_of) and person_scene(page).found.far
    QTest.keyClick(page.canvas, Qt.Key.Key_D)
    assert set(person_scene(page).node_of) == near and page.modes.bar.reach.value() == 1
    assert 50 not in near
    QTest.mouseClick(page.modes.bar.groups, Qt.MouseButton.LeftButton)
    assert 50 in person_scene(page).node_of
    page.modes.bar.groups.setFocus()
    QTest.keyClick(page.modes.bar.groups, Qt.Key.Key_Space)
    assert 50 not in person_scene(page).node_of
    assert page.modes.bar.reach.accessibleName() and page.modes.bar.groups.accessibleName()


def test_filters_that_hide_the_person_give_way_and_others_are_told(page: GraphPage, session: Session) -> None:
    world = tied_world()
    open_world(session, world)
    session.set_filters(Filters(verdicts=frozenset({Verdict.LAPSED})))
    page.show_person(world.people[0].key)
    assert len(person_scene(page).node_of) > 3
    session.set_filters(Filters(verdicts=frozenset({Verdict.NUMBERS_ONLY})))
    assert list(person_scene(page).node_of) == [0]
    assert "filters hide them" in page.message.words and page.message.isVisible()
    alone = next(person for person in range(20, 90) if not any(str(world.people[person].key) in (tie.a, tie.b) for tie in world.ties))
    page.show_person(world.people[alone].key)
    assert page.message.words.startswith("You never named ")


def test_passing_contacts_seen_with_the_person_are_counted_and_shown(page: GraphPage, session: Session) -> None:
    world = tied_world()
    passing = [place for place, person in enumerate(world.people) if person.is_passing_contact][:3]
    for place in passing:
        world.tie(0, place)
    world.tie(1, passing[0])
    open_world(session, world)
    page.show_person(world.people[0].key)
    before = set(person_scene(page).node_of)
    assert page.notice.words.text() == "3 passing contacts hidden"
    QTest.mouseClick(page.notice.button, Qt.MouseButton.LeftButton)
    assert set(person_scene(page).node_of) == before | set(passing)


def test_locating_somebody_who_is_not_around_the_person_goes_back_to_the_circles(page: GraphPage, session: Session) -> None:
    world = tied_world()
    open_world(session, world)
    page.show_person(world.people[0].key)
    page.locate(world.people[1].key)
    assert page.keeper.mode is SceneKind.PERSON and selected(session) == 1
    far = next(person for person in range(90) if person not in person_scene(page).node_of)
    page.locate(world.people[far].key)
    assert page.keeper.mode is SceneKind.CIRCLES and selected(session) == far
    middle = QPointF(page.canvas.rect().center())
    assert (QPointF(point_of(page, far)) - middle).manhattanLength() < 4


def test_closing_and_opening_leave_one_person_behind(page: GraphPage, session: Session) -> None:
    world = tied_world()
    open_world(session, world)
    page.show_person(world.people[0].key)
    QTest.mouseClick(page.modes.bar.reach.segment(2), Qt.MouseButton.LeftButton)
    session.close()
    assert page.canvas.scene is None and page.modes.bar.isHidden()
    open_world(session, usual_world())
    assert page.keeper.mode is SceneKind.CIRCLES
    page.show_mode(SceneKind.PERSON)
    assert page.modes.bar.reach.value() == 1 and person_scene(page).found.far == ()


def test_the_notice_stands_above_the_hairline_of_the_map(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    click_mode(page, SceneKind.MAP)
    line = page.canvas.height() - map_scene(page).foot
    assert page.notice.isVisible() and page.notice.geometry().bottom() < line
    assert page.zoom.geometry().bottom() < line
    click_mode(page, SceneKind.CIRCLES)
    assert page.notice.geometry().bottom() > line


def test_the_map_zooms_and_fits(page: GraphPage, session: Session) -> None:
    open_world(session, usual_world())
    click_mode(page, SceneKind.MAP)
    whole = page.canvas.view
    person = map_scene(page).found.groups[0].people[0]
    page.canvas.locate(person)
    assert page.canvas.view.scale > 1
    middle = QPointF(page.canvas.rect().center())
    assert (QPointF(point_of(page, person)) - middle).manhattanLength() < 4
    QTest.keyClick(page.canvas, Qt.Key.Key_0)
    assert page.canvas.view == whole
    page.canvas.zoom(3)
    click_mode(page, SceneKind.CIRCLES)
    assert page.canvas.view == whole, "another picture begins with all of it"
    assert page.canvas.hit(QPointF(QPoint(2, 2))) is None
