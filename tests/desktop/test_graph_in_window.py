"""The graph's tools in the whole window: to review and back, undo beside the toast, less motion, and the picture's way to a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from analyzer.network.months import month_of
from analyzer.verdict.verdicts import Choice
from analyzer.workspace import views
from desktop import motion
from desktop.application import Application
from desktop.graph.commands import Command
from desktop.graph.kinds import SceneKind
from desktop.pages.graph import GraphPage
from desktop.settings import SettingsStore, read_settings

pytestmark = pytest.mark.window


@pytest.fixture
def opened(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Application]:
    """The window with the sample open on the graph page."""
    monkeypatch.setenv("KITHMAP_HOME", str(tmp_path / "home"))
    palette, sheet = qapp.palette(), qapp.styleSheet()
    made = Application(qapp, SettingsStore(tmp_path / "settings.json"))
    qtbot.addWidget(made.window)
    made.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    with qtbot.waitSignal(made.importer.done, timeout=30_000):
        made.window.actions_["open_sample"].trigger()
    made.window.show_page("graph")
    qtbot.waitUntil(lambda: graph_of(made).is_ready, timeout=10_000)
    yield made
    made.window.close()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def graph_of(application: Application) -> GraphPage:
    page = application._page("graph")
    assert isinstance(page, GraphPage)
    return page


def test_who_was_picked_is_decided_on_the_people_page_and_everybody_comes_back(opened: Application) -> None:
    graph, people, session = graph_of(opened), opened._page("people"), opened.session
    everybody = len(session.visible())
    scene = graph.canvas.scene
    assert scene is not None
    chosen = sorted(scene.reading_order[:5])
    graph.tools.picking.picked.pick(chosen)
    QTest.keyClick(graph.canvas, Qt.Key.Key_S)
    assert opened.window.current_page == "people"
    assert session.visible() == chosen and people.model.rowCount() == 5
    button = people.filters.among
    assert button.isVisible() and button.text() == "5 selected on the graph"
    people.view.setFocus()
    people.view.selectAll()
    QTest.keyClick(people.view, Qt.Key.Key_L)
    assert {session.judgements[place].decision for place in chosen} == {Choice.LATER}
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isHidden() and len(session.visible()) == everybody


def test_undo_says_what_it_takes_back_and_the_toast_takes_back_only_its_own(opened: Application) -> None:
    graph, window, stack = graph_of(opened), opened.window, opened.session.undo_stack
    graph.tools.picking.picked.pick([1, 2])
    assert window.actions_["undo"].text() == "&Undo the selection" and window.actions_["undo"].isEnabled()
    graph.tools.picking.decide(Choice.KEEP)
    assert window.actions_["undo"].text() == "&Undo the decision"
    assert window.toast.isVisible() and window.toast._undo.isVisible()
    graph.tools.picking.picked.pick([1])
    assert window.toast.isVisible() and not window.toast._undo.isVisible(), "its undo would take back the selection"
    window.actions_["undo"].trigger()
    assert set(graph.tools.picking.picked.people) == {1, 2} and len(opened.session.decisions) == 2
    window.actions_["undo"].trigger()
    assert not opened.session.decisions and window.actions_["undo"].text() == "&Undo the selection"
    window.actions_["undo"].trigger()
    assert not graph.tools.picking.picked.people and not stack.canUndo()
    assert window.actions_["redo"].text() == "&Redo the selection"


def test_undo_of_a_step_on_the_graph_is_told_on_another_page(opened: Application) -> None:
    graph, window = graph_of(opened), opened.window
    graph.tools.picking.picked.pick([1, 2])
    window.actions_["undo"].trigger()
    assert not window.toast.isVisible(), "the picture shows it"
    window.show_page("people")
    window.actions_["redo"].trigger()
    assert window.toast.isVisible() and window.toast.sentence == "Done again on the graph: the selection"
    window.actions_["undo"].trigger()
    assert window.toast.sentence == "Taken back on the graph: the selection" and not window.toast._undo.isVisible()


@pytest.mark.parametrize("width", [900, 1280])
def test_the_toast_stands_on_nothing_that_can_be_pressed_on_the_export_page(opened: Application, qtbot: QtBot, width: int) -> None:
    window, export = opened.window, opened._page("export")
    window.resize(width, 640)
    opened.session.decide([opened.session.analysis.people[0].key], Choice.KEEP)  # type: ignore[union-attr]
    window.show_page("export")
    assert window.toast.isVisible()

    def is_clear(button: QWidget) -> bool:
        at = window.toast.mapFromGlobal(button.mapToGlobal(QPoint(0, 0)))
        return not window.toast.rect().intersects(QRect(at, button.size()))

    qtbot.waitUntil(lambda: is_clear(export.copy) and is_clear(export.save))
    window.toast.dismiss()
    qtbot.waitUntil(lambda: export.height() - export.save.geometry().bottom() < 40)


def test_another_archive_ends_the_toast_of_the_one_before(opened: Application, qtbot: QtBot) -> None:
    graph, window = graph_of(opened), opened.window
    graph.tools.picking.picked.pick([1])
    graph.tools.picking.decide(Choice.KEEP)
    assert window.toast.isVisible()
    with qtbot.waitSignal(opened.importer.done, timeout=30_000):
        opened.open_sample()
    assert not window.toast.isVisible()


def test_less_motion_is_a_menu_away_and_kept(opened: Application, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    canvas, action = graph_of(opened).canvas, opened.window.actions_["reduced_motion"]
    assert not action.isChecked()
    canvas.zoom(2)
    assert canvas.aim != canvas.view, "moves glide"
    action.trigger()
    assert read_settings(tmp_path / "settings.json").reduced_motion
    assert canvas.aim == canvas.view
    canvas.zoom(2)
    assert canvas.aim == canvas.view
    monkeypatch.setattr(motion, "is_reduced_by_system", lambda: True)
    action.trigger()
    assert not action.isChecked() and not read_settings(tmp_path / "settings.json").reduced_motion
    canvas.zoom(0.5)
    assert canvas.aim == canvas.view, "the system asks for less"


def test_the_pictures_menu_leads_to_the_export_page(opened: Application) -> None:
    graph_of(opened).tools.do(Command.EXPORT)
    assert opened.window.current_page == "export"


def test_a_view_is_kept_for_its_owner_and_found_in_the_next_run(opened: Application, qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    graph_of(opened).tools.views.save("Next time")
    account = opened.session.analysis.archive.account_id  # type: ignore[union-attr]
    assert [view.name for view in views.load(account)] == ["Next time"]
    again = Application(qapp, SettingsStore(tmp_path / "settings.json"))
    qtbot.addWidget(again.window)
    with qtbot.waitSignal(again.importer.done, timeout=30_000):
        again.window.actions_["open_sample"].trigger()
    assert [view.name for view in graph_of(again).tools.views.store.all] == ["Next time"]
    again.window.close()


def test_export_from_the_graph_offers_what_it_shows_month_and_all(opened: Application, tmp_path: Path) -> None:
    graph = graph_of(opened)
    graph.time.show_month(month_of(2020, 6))
    graph.tools.do(Command.EXPORT)
    assert opened.window.current_page == "export"
    export = opened._page("export")
    assert export.mode.value() == "pictures"
    preview = export.picture_preview
    assert preview.as_shown.isChecked() and preview.as_shown.text() == "As on the Graph page: Circles, June 2020"
    export.choices.choose(suffix=".svg")
    export.save_to(tmp_path / "june.svg")
    assert "June 2020: 23 people" in (tmp_path / "june.svg").read_text("utf-8")
    QTest.mouseClick(preview.as_shown, Qt.MouseButton.LeftButton)
    export.save_to(tmp_path / "all.svg")
    assert "June 2020" not in (tmp_path / "all.svg").read_text("utf-8")
    opened.session.decide([opened.session.analysis.people[0].key], Choice.KEEP)  # type: ignore[union-attr]
    assert preview.as_shown.isHidden(), "what the graph showed is outdated"


def test_who_goes_from_the_graph_to_export_finds_the_picture_seen_there(opened: Application, qtbot: QtBot) -> None:
    graph, window, export = graph_of(opened), opened.window, opened._page("export")
    window.show_page("people")
    window.show_page("export")
    assert export.picture_preview.as_shown.isHidden(), "no picture was looked at just now"
    window.show_page("graph")
    graph.show_mode(SceneKind.MAP)
    qtbot.waitUntil(lambda: graph.is_ready and graph.canvas.scene is not None and graph.canvas.scene.kind is SceneKind.MAP, timeout=10_000)
    window.actions_["export"].trigger()
    assert export.mode.value() == "lists" and export.picture_preview.as_shown.text() == "As on the Graph page: Map"
    export.mode.segment("pictures").click()
    assert export.picture_preview.as_shown.isVisible() and export.picture_preview.as_shown.isChecked()


def test_f6_walks_from_the_switch_of_pictures_to_the_months_and_the_panel(opened: Application) -> None:
    graph, window = graph_of(opened), opened.window
    opened.session.select(opened.session.analysis.people[0].key)  # type: ignore[union-attr]
    window.sidebar.take_focus()
    areas = [graph.modes.switch, graph.filters, graph.canvas, graph.months, graph.panel, window.sidebar]
    for area in areas:
        window.next_area()
        focused = window.focusWidget()
        assert focused is not None and (focused is area or area.isAncestorOf(focused)), area
    for _ in range(3):
        window.next_area()
    assert window.focusWidget() is graph.canvas, "the picture itself, not a button over it"
