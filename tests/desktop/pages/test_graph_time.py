"""Months on the Graph page by mouse and by keyboard: who is full, faint or absent, what is said, and that nobody moves."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from analyzer.network.months import month_of
from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Verdict
from desktop.filters import Filters
from desktop.graph import source
from desktop.graph.kinds import SceneKind
from desktop.jobs import Jobs
from desktop.pages.graph import GraphPage
from desktop.pages.text_loader import TextLoader
from desktop.session import Session
from desktop.theme import theme_of
from tests.analyzer.network.invented import World
from tests.desktop.pages.test_graph_page import NoTexts, keep_nothing, point_of
from tests.replacing import replace

pytestmark = pytest.mark.window

MAY = month_of(2024, 5)


def days(*texts: str) -> tuple[int, ...]:
    return tuple(date.fromisoformat(text).toordinal() for text in texts)


def met(*histories: tuple[int, ...]) -> World:
    """People of these contact days, then thirty who only follow."""
    world = World(4)
    for number, history in enumerate(histories):
        world.add(Verdict.GENUINE if number % 2 == 0 else Verdict.ACQUAINTANCE, 3, 1, community=1, follows=True)
        world.people[number] = replace(world.people[number], contact_days=history)
    for _ in range(30):
        world.add(Verdict.NUMBERS_ONLY, follows=True)
    world.tie(0, 1, 3.0)
    world.tie(0, 3, 3.0)
    return world


def four() -> World:
    """0 always in touch, 1 until 2023, 2 from June 2024 on, 3 in 2022 and again in May 2024."""
    return met(
        days("2022-02-01", "2023-03-01", "2024-04-02", "2024-06-01"),
        days("2022-03-01", "2023-01-05"),
        days("2024-06-11", "2025-01-02"),
        days("2022-09-01", "2024-05-09"),
    )


@pytest.fixture
def session(qapp: QApplication) -> Session:
    return Session(save_decisions=keep_nothing)


def shown(qtbot: QtBot, session: Session, jobs: Jobs | None = None, size: tuple[int, int] = (1120, 760)) -> GraphPage:
    page = GraphPage(session, TextLoader(session, NoTexts()), jobs)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> GraphPage:
    return shown(qtbot, session)


def open_world(session: Session, world: World) -> None:
    session.open(world.analysis(), world.judgements, {}, default_policy())


def key(page: GraphPage, pressed: Qt.Key) -> None:
    QTest.keyClick(page.months.bars, pressed)


def test_at_a_month_people_are_full_faint_or_absent_and_nobody_moves(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    before = dict(page.canvas.scene.spots) if page.canvas.scene else {}
    page.time.show_month(MAY)
    scene = page.canvas.scene
    assert scene is not None
    assert (0 in scene.spots, 1 in scene.spots, 2 in scene.spots, 3 in scene.spots) == (True, True, False, True)
    assert scene.dimmed == {1}
    assert page.notice.words.text().startswith("Faint: in contact before, not then.")
    assert scene.spots.items() <= before.items()
    image = page.canvas.grab().toImage()
    theme = theme_of(page.canvas)
    ratio = image.devicePixelRatio()
    assert image.pixelColor(point_of(page, 0) * ratio) == theme.verdicts[Verdict.GENUINE]
    assert image.pixelColor(point_of(page, 1) * ratio) == theme.dim
    page.time.show_month(None)
    assert page.canvas.scene is not None and dict(page.canvas.scene.spots) == before
    assert "Faint" not in page.notice.words.text()


def test_the_line_tells_who_is_new_and_who_came_back(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    assert page.months.words.text() == "All years, 2022–2025"
    page.time.show_month(MAY)
    assert page.months.words.text() == "May 2024: 2 people, 1 returned after more than a year"
    page.time.show_month(month_of(2024, 6))
    assert page.months.words.text() == "June 2024: 3 people, 1 new"
    page.time.show_month(month_of(2023, 12))
    assert page.months.words.text() == "December 2023: nobody in touch"
    assert "October 2023 to December 2023" in page.months.words.toolTip()


def test_ties_are_drawn_between_those_in_touch_alone(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    assert page.canvas.scene is not None and len(page.canvas.scene.lines) == 2
    page.time.show_month(MAY)
    assert [(line.a, line.b) for line in page.canvas.scene.lines] == [(0, 3)]
    assert page.canvas.scene.neighbours == {0: {3: 3.0}, 3: {0: 3.0}}


def test_arrows_step_home_and_end_jump_and_esc_shows_all_years(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    page.months.bars.setFocus(Qt.FocusReason.TabFocusReason)
    key(page, Qt.Key.Key_Home)
    assert page.time.month == month_of(2022, 2)
    key(page, Qt.Key.Key_Right)
    assert page.time.month == month_of(2022, 3)
    key(page, Qt.Key.Key_PageUp)
    assert page.time.month == month_of(2023, 3)
    key(page, Qt.Key.Key_Left)
    assert page.time.month == month_of(2023, 2)
    key(page, Qt.Key.Key_End)
    assert page.time.month == month_of(2025, 1)
    key(page, Qt.Key.Key_Right)
    assert page.time.month == month_of(2025, 1)
    key(page, Qt.Key.Key_Escape)
    assert page.time.month is None
    key(page, Qt.Key.Key_Left)
    assert page.time.month == month_of(2025, 1), "from all years a step back starts at the end"


def test_brackets_step_wherever_the_focus_is_and_open_a_folded_strip(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    page.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.canvas, Qt.Key.Key_M)
    assert page.months.isHidden()
    page.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(page.canvas, Qt.Key.Key_BracketLeft)
    assert page.months.isVisible()
    assert page.time.month == month_of(2025, 1)
    QTest.keyClick(page.months.bars, Qt.Key.Key_BracketLeft)
    QTest.keyClick(page.months.bars, Qt.Key.Key_BracketRight)
    assert page.time.month == month_of(2025, 1)
    page.search.field.setFocus()
    QTest.keyClicks(page.search.field, "[")
    assert page.search.field.text() == "[" and page.time.month == month_of(2025, 1)


def test_folding_away_shows_all_years_again(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    page.time.show_month(MAY)
    QTest.mouseClick(page.zoom.months, Qt.MouseButton.LeftButton)
    assert page.months.isHidden() and not page.zoom.months.isChecked()
    assert page.time.month is None and page.canvas.scene is not None and not page.canvas.scene.dimmed
    QTest.mouseClick(page.zoom.months, Qt.MouseButton.LeftButton)
    assert page.months.isVisible() and page.months.bars.hasFocus()


def test_a_month_that_comes_from_elsewhere_opens_the_strip_that_names_it(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    page.time.toggle_strip()
    assert page.months.isHidden()
    page.time.show_month(MAY)
    assert page.months.isVisible() and page.months.words.text().startswith("May 2024: 2 people")
    assert page.canvas.scene is not None and page.canvas.scene.dimmed


def test_a_click_and_a_drag_choose_the_month_under_the_pointer(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    bars, months = page.months.bars, page.time.months
    assert months is not None
    step = bars.width() / len(months)

    def at(month: int) -> QPoint:
        return QPoint(round((month - months.first + 0.5) * step), 12)  # type: ignore[union-attr]

    QTest.mousePress(bars, Qt.MouseButton.LeftButton, pos=at(MAY))
    assert page.time.month == MAY
    QTest.mouseMove(bars, at(MAY - 5))
    assert page.time.month == MAY - 5
    QTest.mouseMove(bars, QPoint(-50, 5))
    assert page.time.month == months.first
    QTest.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=QPoint(-50, 5))
    QTest.mouseClick(page.months.all_years, Qt.MouseButton.LeftButton)
    assert page.time.month is None and page.months.all_years.isHidden()


def test_play_walks_to_the_end_and_space_stops_it(page: GraphPage, session: Session, qtbot: QtBot) -> None:
    open_world(session, four())
    page.months._timer.setInterval(1)
    seen: list[int | None] = []
    page.time.changed.connect(lambda: seen.append(page.time.month))
    QTest.mouseClick(page.months.play, Qt.MouseButton.LeftButton)
    assert page.months.is_playing and page.months.play.accessibleName() == "Stop (Space)"
    qtbot.waitUntil(lambda: not page.months.is_playing)
    months = page.time.months
    assert months is not None and seen == list(months)
    page.months.bars.setFocus()
    key(page, Qt.Key.Key_Space)
    assert page.months.is_playing and page.time.month == months.first, "from the end it starts anew"
    key(page, Qt.Key.Key_Space)
    assert not page.months.is_playing
    stayed = page.time.month
    key(page, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.time.month != stayed)
    page.hide()
    assert not page.months.is_playing


def test_months_without_a_tweet_are_hatched_and_say_that_silence_proves_nothing(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    months, bars = page.time.months, page.months.bars
    assert months is not None
    # The invented archive has tweets in May 2024 alone.
    assert bars._gaps == frozenset(range(len(months))) - {MAY - months.first}
    assert bars._tips[0] == "February 2022: 1 contact day of the people shown"
    assert bars._tips[3] == "May 2022: no tweet of yours; silence proves nothing"


def test_the_slider_says_its_month_and_counts(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    slider = QAccessible.queryAccessibleInterface(page.months.bars)
    assert slider.role() == QAccessible.Role.Slider
    assert slider.text(QAccessible.Text.Name) == "Months"
    assert slider.text(QAccessible.Text.Value) == "All years, 2022–2025"
    page.time.show_month(MAY)
    assert slider.text(QAccessible.Text.Value) == "May 2024: 2 people, 1 returned after more than a year"
    assert "Faint: in contact before" in slider.text(QAccessible.Text.Description)
    for button in (page.months.play, page.months.all_years, page.zoom.months):
        assert button.accessibleName()


def test_filters_change_the_histogram_and_the_counts_and_keep_the_month(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    page.time.show_month(MAY)
    whole = page.months.bars._values
    session.set_filters(Filters(verdicts=frozenset({Verdict.GENUINE})))
    assert sum(page.months.bars._values) == 6 < sum(whole) == 10
    assert page.months.words.text() == "May 2024: 1 person"
    assert page.time.month == MAY and page.canvas.scene is not None and set(page.canvas.scene.spots) == {0}
    session.set_filters(Filters())
    assert page.months.words.text() == "May 2024: 2 people, 1 returned after more than a year"


def test_a_month_of_the_panels_chart_is_shown_on_the_picture_while_the_strip_is_there(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    assert session.analysis is not None
    session.select(session.analysis.people[0].key)
    spans = page.panel.days._spans
    place = next(place for place, span in enumerate(spans) if span.month == month_of(2024, 4))
    page.panel.days.bars.chosen.emit(place)
    assert page.time.month == month_of(2024, 4)
    page.time.toggle_strip()
    page.panel.days.bars.chosen.emit(place)
    assert page.time.month is None


def test_the_table_twin_holds_who_was_met_by_then(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    page.show_table()
    everybody = page.table.people.rowCount()
    page.time.show_month(MAY)
    assert page.table.people.rowCount() == everybody - 1
    assert 2 not in [page.table.people.person_at(row) for row in range(page.table.people.rowCount())]


def test_the_map_has_months_too(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    page.show_mode(SceneKind.MAP)
    page.time.show_month(MAY)
    scene = page.canvas.scene
    assert scene is not None and scene.kind is SceneKind.MAP
    assert scene.dimmed == {1} and 2 not in scene.spots and 0 in scene.spots
    page.show_mode(SceneKind.CIRCLES)
    assert page.canvas.scene is not None and page.canvas.scene.dimmed == {1}


def test_one_person_has_months_of_those_around_them_and_stays_in_the_middle(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    assert session.analysis is not None
    page.show_person(session.analysis.people[0].key)
    assert page.canvas.scene is not None and set(page.canvas.scene.spots) == {0, 1, 3}
    page.time.show_month(month_of(2024, 6))
    assert page.months.words.text() == "June 2024: 2 people", "the third of that month is not on this picture"
    page.show_person(session.analysis.people[3].key)
    page.time.show_month(month_of(2022, 3))
    assert set(page.canvas.scene.spots) == {0, 3}, "not yet met, and still the one it is about"


def test_another_archive_starts_with_all_years_and_without_contact_there_is_no_strip(page: GraphPage, session: Session) -> None:
    open_world(session, four())
    page.time.show_month(MAY)
    open_world(session, four())
    assert page.time.month is None and page.canvas.scene is not None and 2 in page.canvas.scene.spots
    open_world(session, met())
    assert page.months.isHidden() and page.zoom.months.isHidden()
    session.close()
    assert page.months.isHidden()


def test_a_narrow_or_low_window_has_the_strip_behind_its_button(qtbot: QtBot, session: Session) -> None:
    for size in ((900, 760), (1120, 600)):
        page = shown(qtbot, session, size=size)
        open_world(session, four())
        assert page.months.isHidden() and page.zoom.months.isVisible()
        QTest.mouseClick(page.zoom.months, Qt.MouseButton.LeftButton)
        assert page.months.isVisible()


def test_a_large_archive_shows_a_month_at_once_and_in_full_when_one_rests(
    qtbot: QtBot, session: Session, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(source, "MOST_AT_ONCE", 10)
    page = shown(qtbot, session, jobs)
    open_world(session, four())
    qtbot.waitUntil(lambda: page.is_ready and page.canvas.is_whole and page.time.months is not None)
    page.canvas.grab()
    theme = theme_of(page.canvas)
    genuine, faint, absent = point_of(page, 0), point_of(page, 1), point_of(page, 2)
    page.time.show_month(MAY)
    assert page.canvas.scene is not None and not page.canvas.scene.dimmed, "the real picture comes later"
    glanced = page.canvas.grab().toImage()
    qtbot.waitUntil(lambda: page.canvas.scene is not None and page.canvas.scene.dimmed == {1} and page.canvas.is_whole)
    for image in (glanced, page.canvas.grab().toImage()):
        ratio = image.devicePixelRatio()
        assert image.pixelColor(genuine * ratio) == theme.verdicts[Verdict.GENUINE]
        assert image.pixelColor(faint * ratio) == theme.dim
        assert image.pixelColor(absent * ratio) not in (theme.dim, theme.verdicts[Verdict.GENUINE])
    # A glance from a month to a month: who was faint may be full, who was full faint, who was there absent.
    steps = {month_of(2023, 2): ("dim", "full", "absent"), MAY + 1: ("full", "dim", "full"), month_of(2022, 2): ("full", "absent", "absent")}
    for month, looks in steps.items():
        page.time.show_month(month)
        image = page.canvas.grab().toImage()
        for point, verdict, look in zip((genuine, faint, absent), (Verdict.GENUINE, Verdict.ACQUAINTANCE, Verdict.GENUINE), looks, strict=True):
            found = image.pixelColor(point * image.devicePixelRatio())
            assert (found == theme.dim, found == theme.verdicts[verdict]) == (look == "dim", look == "full"), (month, look)
    page.time.show_month(None)
    qtbot.waitUntil(lambda: page.canvas.scene is not None and not page.canvas.scene.dimmed and page.canvas.is_whole)
    assert page.canvas.grab().toImage().pixelColor(absent * ratio) == theme.verdicts[Verdict.GENUINE]
