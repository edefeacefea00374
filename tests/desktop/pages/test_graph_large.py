"""A large archive on the Graph page: laid out by the worker, painted in slices, the old picture staying until the new one is whole."""

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Choice, Verdict
from desktop.filters import Filters
from desktop.graph import picture, source
from desktop.jobs import Jobs
from desktop.pages.graph import GraphPage
from desktop.pages.text_loader import TextLoader
from desktop.session import Session
from tests.analyzer.network.invented import World, three_people, usual_world
from tests.desktop.pages.test_graph_page import NoTexts, keep_nothing

pytestmark = pytest.mark.window

FOLLOWERS = 4000


@pytest.fixture
def session(qtbot: QtBot) -> Session:
    return Session(save_decisions=keep_nothing)


@pytest.fixture
def page(qtbot: QtBot, session: Session, jobs: Jobs) -> GraphPage:
    return shown_page(qtbot, session, jobs)


def shown_page(qtbot: QtBot, session: Session, jobs: Jobs | None) -> GraphPage:
    made = GraphPage(session, TextLoader(session, NoTexts()), jobs)
    qtbot.addWidget(made)
    made.resize(1120, 760)
    made.show()
    qtbot.waitExposed(made)
    return made


def many_on_rings(count: int = 1800) -> World:
    world = World(5)
    for number in range(count):
        world.add(Verdict.ACQUAINTANCE, 3 if number % 3 else 4, number % 3, 3, follows=True)
    for _ in range(1500):
        world.add(Verdict.NUMBERS_ONLY, follows=True)
    return world


def open_world(session: Session, world: World) -> None:
    session.open(world.analysis(), world.judgements, {}, default_policy())


def painted(page: GraphPage) -> QImage:
    return page.canvas.grab().toImage()


def wait_until_whole(qtbot: QtBot, page: GraphPage) -> None:
    qtbot.waitUntil(lambda: page.is_ready and page.canvas.is_whole)


def test_the_window_does_not_wait_for_the_layout(qtbot: QtBot, page: GraphPage, session: Session) -> None:
    open_world(session, usual_world(FOLLOWERS))
    assert not page.is_ready and page.canvas.scene is None
    wait_until_whole(qtbot, page)
    assert page.canvas.scene is not None
    assert {words.count for words in page.canvas.scene.arcs} == {42, FOLLOWERS, 22}
    assert page.notice.words.text() == f"31 passing contacts and {page.canvas.scene.weaker} weaker ties hidden"


def test_slices_paint_what_would_have_been_painted_at_once(qtbot: QtBot, page: GraphPage, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    open_world(session, many_on_rings())
    wait_until_whole(qtbot, page)
    in_slices = painted(page)
    monkeypatch.setattr(source, "MOST_AT_ONCE", 10**6)
    monkeypatch.setattr(picture, "MOST_AT_ONCE", 10**6)
    at_once = shown_page(qtbot, session, None)
    assert at_once.is_ready
    assert painted(at_once) == in_slices


def test_the_old_picture_stays_until_the_new_one_is_whole(qtbot: QtBot, page: GraphPage, session: Session) -> None:
    open_world(session, many_on_rings())
    # From one chip to another: the chip row keeps its height, and the canvas its size.
    session.set_filters(Filters(verdicts=frozenset({Verdict.ACQUAINTANCE})))
    wait_until_whole(qtbot, page)
    before = painted(page)
    session.set_filters(Filters(verdicts=frozenset({Verdict.NUMBERS_ONLY})))
    assert not page.is_ready
    assert painted(page) == before
    seen = [before]
    while not (page.is_ready and page.canvas.is_whole):
        qtbot.wait(1)
        seen.append(painted(page))
    assert page.canvas.scene is not None and not page.canvas.scene.nodes
    after = painted(page)
    assert after != before
    assert all(image in (before, after) for image in seen), "something half-painted was seen"


def test_hover_before_the_faded_picture_is_there_fades_all_the_same(qtbot: QtBot, page: GraphPage, session: Session) -> None:
    open_world(session, many_on_rings())
    wait_until_whole(qtbot, page)
    before = painted(page)
    scene = page.canvas.scene
    assert scene is not None
    node = scene.nodes[-1]
    page.canvas._point_at(page.canvas.hit(QPointF(*page.canvas.view.at(node.x, node.y))), QPoint())
    assert page.canvas.hovered == node.person
    assert painted(page) != before


def test_somebody_located_before_the_layout_is_there_is_located_then(qtbot: QtBot, page: GraphPage, session: Session) -> None:
    world = usual_world(FOLLOWERS)
    open_world(session, world)
    page.locate(world.people[3].key)
    wait_until_whole(qtbot, page)
    scene = page.canvas.scene
    assert scene is not None and page.canvas.focused == 3
    x, y = page.canvas.view.at(*scene.spots[3][:2])
    assert (x, y) == pytest.approx((page.canvas.width() / 2, page.canvas.height() / 2), abs=2)


def test_the_table_follows_a_picture_that_comes_later(qtbot: QtBot, page: GraphPage, session: Session) -> None:
    open_world(session, usual_world(FOLLOWERS))
    page.show_table()
    assert page.table.people.rowCount() == 0
    with qtbot.waitSignal(page.table.people.modelReset):
        pass
    assert page.canvas.scene is not None
    assert page.table.people.rowCount() == len(page.canvas.scene.reading_order)


def test_only_the_last_archive_is_shown(qtbot: QtBot, page: GraphPage, session: Session) -> None:
    open_world(session, usual_world(FOLLOWERS))
    open_world(session, usual_world(FOLLOWERS + 7))
    open_world(session, three_people())
    assert page.is_ready, "a small archive is shown at once, whatever the worker does"
    qtbot.wait(400)
    assert page.canvas.scene is not None and len(page.canvas.scene.reading_order) == 3


def test_closing_the_archive_while_it_is_laid_out_leaves_nothing(qtbot: QtBot, page: GraphPage, session: Session, jobs: Jobs) -> None:
    open_world(session, usual_world(FOLLOWERS))
    session.close()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert page.canvas.scene is None
    open_world(session, usual_world(FOLLOWERS))
    qtbot.waitUntil(lambda: page.keeper.circles is not None)
    session.close()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert page.canvas.scene is None and page.keeper.circles is None


def test_a_decision_made_while_laying_out_is_on_the_picture(qtbot: QtBot, page: GraphPage, session: Session) -> None:
    world = usual_world(FOLLOWERS)
    open_world(session, world)
    session.decide([world.people[0].key], Choice.ME)
    wait_until_whole(qtbot, page)
    assert page.canvas.scene is not None
    assert 0 not in page.canvas.scene.spots
    assert "account of your own" in page.notice.words.text()


def test_after_a_resize_the_layout_has_the_new_size(qtbot: QtBot, page: GraphPage, session: Session) -> None:
    open_world(session, many_on_rings())
    wait_until_whole(qtbot, page)
    assert page.canvas.scene is not None
    radius = page.canvas.scene.layout.radius
    for width, height in ((1000, 700), (980, 660), (940, 600)):
        page.resize(width, height)
        qtbot.wait(5)
    wait_until_whole(qtbot, page)
    assert page.canvas.scene.layout.radius < radius - 40


def test_hiding_and_showing_while_at_work(qtbot: QtBot, page: GraphPage, session: Session, jobs: Jobs) -> None:
    open_world(session, many_on_rings())
    for _ in range(12):
        page.hide()
        qtbot.wait(7)
        page.show()
        qtbot.wait(11)
        session.set_filters(Filters(show_passing=not session.filters.show_passing))
    wait_until_whole(qtbot, page)
    assert page.canvas.scene is not None and len(page.canvas.scene.nodes) == 1800


def test_everything_can_go_while_the_worker_lays_out(qtbot: QtBot, session: Session) -> None:
    for wait in (0, 5, 30, 120, 160):
        jobs = Jobs()
        page = shown_page(qtbot, session, jobs)
        open_world(session, many_on_rings())
        qtbot.wait(wait)
        jobs.shutdown()
        page.close()
        session.close()
