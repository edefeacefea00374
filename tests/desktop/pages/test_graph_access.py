"""What a screen reader and a keyboard find of the graph page: every control named, roles as they should be, the order of Tab, what is said."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from analyzer.verdict.verdicts import Verdict
from desktop.filters import Filters
from desktop.graph import canvas as canvas_module
from desktop.graph.commands import KEYS
from desktop.graph.kinds import SceneKind
from desktop.wording.graph_tools import command_words, ties_words
from desktop.wording.keys import page_keys
from tests.desktop.pages.shown_graph import ShownGraph

pytestmark = pytest.mark.window

Role = QAccessible.Role
CONTROLS = frozenset(
    {Role.Button, Role.CheckBox, Role.EditableText, Role.Chart, Role.Tree, Role.Table, Role.RadioButton, Role.Slider, Role.ButtonMenu}
)


def tree(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Everything visible below a widget, in its order."""
    interface = QAccessible.queryAccessibleInterface(widget)
    waiting = [interface.child(place) for place in range(interface.childCount())]
    while waiting:
        part = waiting.pop(0)
        if part is None or not part.isValid() or part.state().invisible:
            continue
        yield part
        if part.role() not in (Role.Table, Role.Tree):
            waiting = [part.child(place) for place in range(part.childCount())] + waiting


def name(part: QAccessibleInterface) -> str:
    return part.text(QAccessible.Text.Name)


@pytest.mark.parametrize("kind", SceneKind)
def test_every_control_has_a_name_with_every_panel_open(shown_graph: ShownGraph, kind: SceneKind) -> None:
    shown_graph.show(kind)
    shown_graph.tools.views.save("A view")
    for panel in (shown_graph.tools.detail, shown_graph.tools.views.panel):
        shown_graph.tools.picking.picked.pick([1, 3])
        shown_graph.tools.toggle_panel(panel)
        unnamed = [(part.role(), part.object()) for part in tree(shown_graph.page) if part.role() in CONTROLS and not name(part)]
        assert unnamed == []
        shown_graph.tools.toggle_panel(panel)


def test_the_tree_of_the_page_tells_roles_and_names(shown_graph: ShownGraph) -> None:
    shown_graph.tools.picking.picked.pick([1, 3])
    shown_graph.canvas.clearFocus()
    found = {(part.role(), name(part)) for part in tree(shown_graph.page)}
    for expected in (
        (Role.Chart, "Circles"),
        (Role.CheckBox, "Genuine, 15 people"),
        (Role.EditableText, "Find on the graph"),
        (Role.Button, "Send to review"),
        (Role.Button, "Keep"),
        (Role.Button, "More for the selected"),
        (Role.Button, "Clear"),
        (Role.Button, "Zoom in (+)"),
        (Role.Button, "Show as a table (T)"),
    ):
        assert expected in found, expected
    assert (Role.CheckBox, "Select people with a lasso (R)") in found or (Role.Button, "Select people with a lasso (R)") in found
    names = {one for _, one in found}
    assert {"Selected people", "Zoom", "Verdicts", "2 selected"} <= names
    chart = QAccessible.queryAccessibleInterface(shown_graph.canvas)
    assert "40 people in touch within a year, 50 silent" in chart.text(QAccessible.Text.Description)


def test_the_focused_person_is_told_with_verdict_days_and_who_is_shared(shown_graph: ShownGraph) -> None:
    shown_graph.walk(0)
    chart = QAccessible.queryAccessibleInterface(shown_graph.canvas)
    shared = len(shown_graph.scene.neighbours[0])
    assert chart.text(QAccessible.Text.Value) == f"Sanne Aalto, genuine, weekly, 213 contact days, {shared} shared"
    shown_graph.key(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert chart.text(QAccessible.Text.Value).endswith("shared, selected")


def test_what_happens_is_said(shown_graph: ShownGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []

    class Listening(QAccessibleAnnouncementEvent):
        def __init__(self, thing: QWidget, words: str) -> None:
            super().__init__(thing, words)
            said.append(words)

    monkeypatch.setattr(canvas_module, "QAccessibleAnnouncementEvent", Listening)
    shown_graph.tools.picking.picked.pick([1, 3])
    shown_graph.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    shown_graph.key(Qt.Key.Key_Escape)
    shown_graph.key(Qt.Key.Key_R)
    shown_graph.key(Qt.Key.Key_Escape)
    shown_graph.key(Qt.Key.Key_Period)
    assert said[:2] == ["2 selected", "Nobody is selected"]
    assert said[2].startswith("Lasso: draw around people") and said[3] == "Dragging moves the picture again"
    assert said[4] == "Names: more"


def test_tab_goes_from_the_head_over_the_chips_to_the_picture_and_its_tools(shown_graph: ShownGraph) -> None:
    page = shown_graph.page
    shown_graph.tools.picking.picked.pick([1, 3])
    order: list[QWidget] = []
    part: QWidget | None = page.nextInFocusChain()
    while part is not None and part is not page:
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and page.isAncestorOf(part) and part.focusProxy() is None:
            order.append(part)
        part = part.nextInFocusChain()
    bar, zoom = shown_graph.tools.picking.bar, page.zoom
    chips = list(page.filters.verdicts.chips)
    wanted: list[QWidget] = [page.search.field, *chips, shown_graph.canvas, zoom.nearer, zoom.farther, zoom.whole, zoom.lasso, zoom.table]
    places = [order.index(one) for one in wanted]
    assert places == sorted(places), [one.accessibleName() for one in order]
    inside = [order.index(one) for one in (bar.review, bar.keep, bar.more, bar.clear)]
    assert inside == sorted(inside) and inside[0] > order.index(shown_graph.canvas)


def test_tab_over_the_picture_goes_from_control_to_control(shown_graph: ShownGraph) -> None:
    panel, focused = shown_graph.tools.views.panel, shown_graph.canvas.focused
    shown_graph.tools.views.save("Close ones")
    shown_graph.tools.toggle_panel(panel)
    assert panel.field.hasFocus()
    QTest.keyClick(panel.field, Qt.Key.Key_Tab)
    (row,) = panel.rows()
    assert row.open.hasFocus() and shown_graph.canvas.focused == focused
    QTest.keyClick(row.open, Qt.Key.Key_Tab)
    assert row.rename.hasFocus()
    QTest.keyClick(row.rename, Qt.Key.Key_Backtab)
    assert row.open.hasFocus()


def test_keys_in_a_panel_are_not_meant_for_the_people_below(shown_graph: ShownGraph) -> None:
    person = shown_graph.scene.reading_order[0]
    shown_graph.session.select(None)
    shown_graph.walk(person)
    panel = shown_graph.tools.views.panel
    shown_graph.key(Qt.Key.Key_V)
    QTest.keyClicks(panel.field, "Close ones")
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.field.hasFocus() and shown_graph.session.selected is None
    (row,) = panel.rows()
    row.delete.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(row.delete, Qt.Key.Key_U)
    assert all(judgement.decision is None for judgement in shown_graph.session.judgements)
    QTest.keyClick(row.delete, Qt.Key.Key_Escape)
    detail, before = shown_graph.tools.detail, shown_graph.page.keeper.detail.names
    shown_graph.tools.toggle_panel(detail)
    QTest.keyClick(detail.names.more, Qt.Key.Key_Period)
    assert shown_graph.page.keeper.detail.names == before + 1, "the key that the panel's button names"


def test_ties_that_are_not_there_are_called_none() -> None:
    assert (ties_words(0, 0), ties_words(0, 7), ties_words(7, 7)) == ("none", "0 of 7", "all 7")


def test_the_table_twin_shows_who_is_walked_to_in_both_directions(shown_graph: ShownGraph) -> None:
    for kind in SceneKind:
        shown_graph.show(kind)
        person = shown_graph.scene.reading_order[-1]
        shown_graph.session.select(None)
        shown_graph.walk(person)
        shown_graph.key(Qt.Key.Key_T)
        table = shown_graph.page.table
        assert table.people.person_at(table.currentIndex().row()) == person
        QTest.keyClick(table, Qt.Key.Key_Home)
        first = shown_graph.scene.reading_order[0]
        QTest.keyClick(table, Qt.Key.Key_T)
        assert shown_graph.canvas.focused == first and shown_graph.canvas.hasFocus()


def test_the_table_twin_has_room_for_where_somebody_stands(shown_graph: ShownGraph, qtbot: QtBot) -> None:
    shown_graph.page.window().resize(1280, 800)
    shown_graph.session.set_filters(Filters(verdicts=frozenset({Verdict.ACQUAINTANCE})))
    shown_graph.show(SceneKind.MAP)
    shown_graph.key(Qt.Key.Key_T)
    table, model = shown_graph.page.table, shown_graph.page.table.people
    said = [str(model.index(row, 2).data()) for row in range(model.rowCount())]
    assert said.index("never seen with others") > 12, "not in the first rows"
    wanted = table.fontMetrics().horizontalAdvance("never seen with others")
    qtbot.waitUntil(lambda: table.columnWidth(2) >= wanted, timeout=2000)


def test_every_key_of_the_picture_stands_in_the_sheet(shown_graph: ShownGraph) -> None:
    words = " ".join(does for _, does in page_keys("graph"))
    for command in set(KEYS.values()):
        if command.value != "one_person":  # the switch of pictures has it
            assert command_words(command).rstrip("…") in words, command


def test_the_sheet_names_the_key_that_brings_somebody_to_the_middle(shown_graph: ShownGraph) -> None:
    assert "G" in [key for key, _ in page_keys("graph")]
    canvas, person = shown_graph.canvas, shown_graph.scene.reading_order[-1]
    shown_graph.walk(person)
    canvas.look(2.0, 0, 0)
    shown_graph.key(Qt.Key.Key_G)
    x, y, *_ = shown_graph.scene.spots[person]
    assert canvas.aim.at(x, y) == pytest.approx((canvas.width() / 2, canvas.height() / 2), abs=1)


def test_the_sheet_names_the_keys_that_select_several_in_the_list_and_the_years_of_the_months() -> None:
    assert any("Ctrl+A" in key and "Select several" in does for key, does in page_keys("people"))
    assert any(key == "M" and "Page" in does for key, does in page_keys("graph"))
