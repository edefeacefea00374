"""The Map and One person in the whole window on the sample: from the panel, through the child process, kept on this computer, and forgotten."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from analyzer.workspace import storage
from desktop.application import Application
from desktop.graph.kinds import SceneKind
from desktop.graph.map_scene import MapScene
from desktop.graph.person_scene import PersonScene
from desktop.pages.graph import GraphPage
from desktop.pages.people import PeoplePage
from tests.desktop.test_application import application, home, opened

__all__ = ["application", "home", "opened"]
pytestmark = pytest.mark.window


def pages(window: Application) -> tuple[PeoplePage, GraphPage]:
    widgets = {page.item.page_id: page.widget for page in window.window.pages()}
    people, graph = widgets["people"], widgets["graph"]
    assert isinstance(people, PeoplePage) and isinstance(graph, GraphPage)
    return people, graph


def test_from_the_panel_of_a_person_to_those_around_them(opened: Application, qtbot: QtBot) -> None:
    people, graph = pages(opened)
    analysis = opened.session.analysis
    assert analysis is not None
    tied = next(tie.a for tie in analysis.ties if tie.kind == "co_mention" and len(analysis.person(tie.a).contact_days) > 5)
    people.show_person(tied)
    qtbot.waitUntil(people.panel.together.around.isVisible)
    QTest.mouseClick(people.panel.together.around, Qt.MouseButton.LeftButton)
    assert opened.window.current_page == "graph"
    qtbot.waitUntil(lambda: graph.is_ready)
    scene = graph.canvas.scene
    assert isinstance(scene, PersonScene) and analysis.people[scene.found.person].key == tied and scene.found.near
    assert graph.modes.switch.value() is SceneKind.PERSON


def test_the_map_is_laid_out_by_the_child_kept_and_forgotten(opened: Application, qtbot: QtBot, home: Path) -> None:
    _, graph = pages(opened)
    opened.window.show_page("graph")
    graph.show_mode(SceneKind.MAP)
    qtbot.waitUntil(lambda: graph.is_ready, timeout=20_000)
    scene = graph.canvas.scene
    assert isinstance(scene, MapScene) and len(scene.hulls) > 2
    assert opened.session.analysis is not None
    account = opened.session.analysis.archive.account_id
    kept = storage.account_folder(account) / "map.json"
    data = json.loads(kept.read_text("utf-8"))
    people = opened.session.analysis.people
    assert {entry[0] for group in data["groups"] for entry in group} == {people[place].key for place in scene.places}
    # Whatever is kept is shown again: somebody who is moved in the file is moved on the picture.
    data["groups"] = [[[key, x + 50, -y] for key, x, y in group] for group in data["groups"]]
    kept.write_text(json.dumps(data), "utf-8")
    before = dict(scene.places)
    opened.session.close()
    with qtbot.waitSignal(opened.importer.done, timeout=30_000):
        opened.open_sample()
    opened.window.show_page("graph")
    graph.show_mode(SceneKind.MAP)
    qtbot.waitUntil(lambda: graph.is_ready and isinstance(graph.canvas.scene, MapScene), timeout=20_000)
    again = graph.canvas.scene
    assert isinstance(again, MapScene)
    assert again.places.keys() == before.keys()
    assert all(again.places[place] == pytest.approx((x + 50, -y)) for place, (x, y) in before.items())
    assert kept in storage.forget_account(account)
