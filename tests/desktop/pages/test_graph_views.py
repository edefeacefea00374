"""Saved views of the graph: saved, shown, renamed and deleted by mouse and by keyboard, kept for the archive, robust when people are gone."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from analyzer.errors import WorkspaceError
from analyzer.verdict.verdicts import Verdict
from analyzer.workspace import views
from desktop.filters import Filters, Follow
from desktop.graph.detail import Detail
from desktop.graph.kinds import SceneKind
from desktop.pages.graph_views import ViewRow
from tests.desktop.pages.shown_graph import ShownGraph, tied_world

pytestmark = pytest.mark.window

ACCOUNT = "9000000001"


def save(graph: ShownGraph, name: str, by: str = "keyboard") -> None:
    """Save what is shown under a name, as a user does."""
    panel = graph.tools.views.panel
    if by == "mouse":
        QTest.mouseClick(graph.page.zoom.views, Qt.MouseButton.LeftButton)
        panel.field.setText(name)
        QTest.mouseClick(panel.save, Qt.MouseButton.LeftButton)
    else:
        graph.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        graph.key(Qt.Key.Key_V)
        assert panel.isVisible() and panel.field.hasFocus()
        QTest.keyClicks(panel.field, name)
        QTest.keyClick(panel.field, Qt.Key.Key_Return)
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    assert panel.isHidden() and graph.canvas.hasFocus()


def row(graph: ShownGraph, name: str) -> ViewRow:
    """The row of a view in the open panel."""
    panel = graph.tools.views.panel
    if panel.isHidden():
        graph.tools.toggle_panel(panel)
    return next(one for one in panel.rows() if one.open.text() == name)


def middle(graph: ShownGraph) -> tuple[float, float]:
    view = graph.canvas.view
    return view.back(view.width / 2, view.height / 2)


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_view_brings_back_filters_picture_place_amounts_and_people(shown_graph: ShownGraph, by: str) -> None:
    session, keeper = shown_graph.session, shown_graph.page.keeper
    filters = Filters(verdicts=frozenset({Verdict.GENUINE, Verdict.LAPSED}), follow=Follow.FOLLOW_YOU, show_passing=True)
    session.set_filters(filters)
    shown_graph.show(SceneKind.MAP)
    keeper.set_detail(Detail(4, 1))
    shown_graph.tools.picking.picked.pick([0, 2])
    shown_graph.canvas.look(2.5, 40, -30)
    at, shown = middle(shown_graph), set(shown_graph.scene.spots)
    save(shown_graph, "Close ones", by)
    session.set_filters(Filters())
    shown_graph.show(SceneKind.CIRCLES)
    keeper.set_detail(Detail())
    shown_graph.tools.picking.picked.clear()
    shown_graph.canvas.fit()
    button = row(shown_graph, "Close ones").open
    if by == "mouse":
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert session.filters == filters and keeper.mode is SceneKind.MAP and keeper.detail == Detail(4, 1)
    assert shown_graph.picked == {0, 2} and set(shown_graph.scene.spots) == shown
    assert shown_graph.canvas.view.scale == pytest.approx(2.5) and middle(shown_graph) == pytest.approx(at, abs=0.5)


def test_you_follow_comes_back_as_it_was_read_on_the_graph(shown_graph: ShownGraph) -> None:
    filters, everybody = shown_graph.page.filters, set(shown_graph.scene.spots)
    assert shown_graph.session.filters.follow is Follow.YOU_FOLLOW, "how People opens; the graph shows followers too"
    save(shown_graph, "Everybody")
    filters.follow.chosen.emit(Follow.YOU_FOLLOW)
    followed = set(shown_graph.scene.spots)
    assert followed < everybody
    save(shown_graph, "Followed")
    shown_graph.tools.views.show_view("Everybody")
    assert set(shown_graph.scene.spots) == everybody and shown_graph.session.filters.follow is Follow.YOU_FOLLOW
    shown_graph.tools.views.show_view("Followed")
    assert set(shown_graph.scene.spots) == followed and filters.follow.value() is Follow.YOU_FOLLOW


def test_another_size_shows_the_same_place(shown_graph: ShownGraph) -> None:
    x, y, _ = shown_graph.scene.spots[20]
    shown_graph.canvas.look(3, x, y)
    share = x / shown_graph.scene.extent
    save(shown_graph, "Around one")
    shown_graph.page.resize(1500, 980)
    shown_graph.canvas.fit()
    shown_graph.tools.views.show_view("Around one")
    assert middle(shown_graph)[0] / shown_graph.scene.extent == pytest.approx(share, abs=0.01)
    away = shown_graph.point_of(20) - shown_graph.canvas.rect().center()
    assert away.manhattanLength() < 90, "a larger canvas has room for other distances between rings"


def test_one_person_and_the_month_come_back(shown_graph: ShownGraph) -> None:
    assert shown_graph.session.analysis is not None
    key = shown_graph.session.analysis.people[2].key
    time = shown_graph.page.time
    assert time.months is not None
    month = time.months.last - 1
    time.show_month(month)
    save(shown_graph, "Then")
    time.show_month(None)
    shown_graph.page.show_person(key)
    save(shown_graph, "Around Leila")
    shown_graph.show(SceneKind.CIRCLES)
    shown_graph.tools.views.show_view("Around Leila")
    assert shown_graph.scene.kind is SceneKind.PERSON and shown_graph.page.keeper.person == key and time.month is None
    shown_graph.tools.views.show_view("Then")
    assert shown_graph.scene.kind is SceneKind.CIRCLES and time.month == month


def test_views_are_kept_for_this_archive_and_come_with_it(shown_graph: ShownGraph) -> None:
    save(shown_graph, "Mine")
    assert [view.name for view in views.load(ACCOUNT)] == ["Mine"]
    shown_graph.session.close()
    assert not shown_graph.tools.views.store.all
    shown_graph.tools.toggle_panel(shown_graph.tools.views.panel)
    shown_graph.open(tied_world())
    assert [view.name for view in shown_graph.tools.views.store.all] == ["Mine"]
    assert shown_graph.tools.views.panel.isHidden() and not shown_graph.page.zoom.views.isChecked(), "it was open over another archive"


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_rename_and_delete_can_be_undone(shown_graph: ShownGraph, by: str) -> None:
    store, undo = shown_graph.tools.views.store, shown_graph.session.undo_stack
    save(shown_graph, "Before")

    def press(name: str, button: str) -> None:
        found = getattr(row(shown_graph, name), button)
        if by == "mouse":
            QTest.mouseClick(found, Qt.MouseButton.LeftButton)
        else:
            found.setFocus(Qt.FocusReason.TabFocusReason)
            QTest.keyClick(found, Qt.Key.Key_Space)

    press("Before", "rename")
    panel = shown_graph.tools.views.panel
    assert panel.field.text() == "Before" and panel.field.hasFocus() and panel.save.text() == "Rename"
    panel.field.setText("After")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert [view.name for view in store.all] == ["After"] and panel.save.text() == "Save"
    press("After", "delete")
    assert not store.all and not views.load(ACCOUNT)
    assert undo.undoText() == "the saved views"
    undo.undo()
    undo.undo()
    assert [view.name for view in store.all] == ["Before"] == [view.name for view in views.load(ACCOUNT)]
    undo.redo()
    assert [view.name for view in store.all] == ["After"]


def test_people_who_are_gone_are_counted_and_left_out(shown_graph: ShownGraph) -> None:
    assert shown_graph.session.analysis is not None
    known = shown_graph.session.analysis.people[3].key
    save(shown_graph, "Old")
    old = replace(views.load(ACCOUNT)[0], among=(known, "9999999999"), picked=("9999999999", "@gone"), person="@gone", mode="person")
    views.keep(ACCOUNT, old)
    views.keep(ACCOUNT, replace(old, name="All gone", among=("@gone",), verdicts=("other",), follow="?", listing="?", month="2019-99", ties=77))
    shown_graph.session.close()
    shown_graph.open(tied_world())
    shown_graph.tools.views.show_view("Old")
    assert set(shown_graph.scene.spots) == {3} and not shown_graph.picked and shown_graph.scene.kind is SceneKind.CIRCLES
    assert "2 people of this view are not in the archive any more." in shown_graph.tools.views.panel.words.text()
    shown_graph.tools.views.show_view("All gone")
    assert shown_graph.session.filters.among is None and len(shown_graph.scene.spots) > 3


def test_a_disk_that_refuses_is_said_in_the_panel(shown_graph: ShownGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(account: str, wanted: object) -> list[views.SavedView]:
        raise WorkspaceError(Path("views.json"), "denied")

    monkeypatch.setattr(views, "put", refuse)
    save(shown_graph, "Unkept")
    assert "could not be kept" in shown_graph.tools.views.panel.words.text()
    assert [view.name for view in shown_graph.tools.views.store.all] == ["Unkept"], "it stays for this run"


def test_an_empty_name_saves_nothing_and_long_ones_are_cut_on_the_row(shown_graph: ShownGraph) -> None:
    panel = shown_graph.tools.views.panel
    shown_graph.tools.toggle_panel(panel)
    QTest.keyClicks(panel.field, "   ")
    assert not panel.save.isEnabled()
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert not shown_graph.tools.views.store.all
    panel.field.setText("x" * 200)
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert len(shown_graph.tools.views.store.all[0].name) == views.LONGEST_NAME
    assert panel.rows()[0].open.text().endswith("…")
