"""What holds or tells other things: toast, panel and drawer, messages, sidebar, progress, avatars."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from analyzer.people.person import Signs
from desktop.metrics import RAIL, SIDEBAR, px
from desktop.widgets.avatar import initials_of
from desktop.widgets.button import Button
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.message import InlineMessage
from desktop.widgets.page_header import PageHeader
from desktop.widgets.progress_card import ProgressBar, ProgressCard, StageState
from desktop.widgets.side_panel import PanelHost, SidePanel
from desktop.widgets.sidebar import NavItem, Sidebar
from desktop.widgets.signs import computed_signs
from desktop.widgets.text import TextBlock
from desktop.widgets.toast import Toast

pytestmark = pytest.mark.window


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QWidget]:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.hide()


def name_of(widget: QWidget) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_the_toast_shows_one_sentence_and_undoes(window: QWidget, qtbot: QtBot) -> None:
    """The next sentence takes the place of the first; Undo tells and takes it away."""
    toast = Toast(window)
    toast.show_sentence("Marked “keep”: Sanne")
    toast.show_sentence("Marked “follow”: Tomasz")
    assert name_of(toast) == "Marked “follow”: Tomasz" and toast.isVisible()
    assert abs(toast.geometry().center().x() - window.rect().center().x()) <= 1 and toast.geometry().bottom() < window.height()
    window.resize(900, 640)
    qtbot.waitUntil(lambda: abs(toast.geometry().center().x() - window.rect().center().x()) <= 1)
    undo = toast.findChild(QPushButton)
    with qtbot.waitSignal(toast.undo):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()
    toast.show_sentence("Taken back: Tomasz", undoable=False)
    assert not undo.isVisible()
    toast.dismiss()


def test_the_toast_goes_by_itself_but_not_under_the_focus(window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Eight seconds, here shortened."""
    toast = Toast(window)
    toast._timer.setInterval(40)
    toast.show_sentence("Marked “keep”: Sanne")
    undo = toast.findChild(QPushButton)
    undo.setFocus()
    qtbot.wait(150)
    assert toast.isVisible()
    window.setFocus()
    qtbot.waitUntil(lambda: not toast.isVisible())


def panel_host(window: QWidget) -> tuple[PanelHost, QPushButton, QPushButton]:
    """A page with one control and a panel with one."""
    content, inside = QPushButton("Row"), QPushButton("Keep")
    panel = SidePanel("About Sanne")
    panel.set_content(inside)
    host = PanelHost(content, panel, parent=window)
    host.resize(window.size())
    host.show()
    return host, content, inside


def test_the_panel_stands_beside_in_a_wide_window(window: QWidget) -> None:
    """Nothing covers the content; a panel with nothing to show leaves all the room."""
    host, content, _inside = panel_host(window)
    assert host.panel.isVisible() and not host.is_drawer
    assert content.geometry().right() < host.panel.geometry().left() and host.panel.width() == px(352)
    host.set_panel_wanted(False)
    assert not host.panel.isVisible() and content.width() == host.width()
    host.set_panel_wanted(True)
    host.set_panel_width(420)
    assert host.panel.width() == px(420)


def test_the_panel_is_a_drawer_in_a_narrow_window(window: QWidget, qtbot: QtBot) -> None:
    """Opened on demand with the focus inside; Esc closes it and gives the focus back."""
    window.resize(900, 640)
    host, content, inside = panel_host(window)
    host.resize(900, 640)
    assert host.is_drawer and not host.panel.isVisible() and content.width() == 900
    content.setFocus()
    with qtbot.waitSignal(host.drawer_opened):
        host.open_drawer()
    assert host.panel.isVisible() and content.width() == 900 and host.panel.close_button.isVisible()
    assert host.panel.isAncestorOf(window.focusWidget())
    with qtbot.waitSignal(host.drawer_closed):
        qtbot.keyClick(inside, Qt.Key.Key_Escape)
    assert not host.panel.isVisible() and content.hasFocus()


def test_messages_say_what_and_what_to_do(window: QWidget, qtbot: QtBot) -> None:
    """Details open below and can be copied; information has none."""
    message = InlineMessage(window)
    message.show_error("This is an Instagram export.", "Kithmap opens archives from Twitter or X.", link="How?", details="NotAnArchive")
    assert name_of(message) == message.words == "This is an Instagram export. Kithmap opens archives from Twitter or X."
    details = message.findChild(QPlainTextEdit)
    more = next(button for button in message.findChildren(Button) if button.text() == "Details")
    assert not details.isVisible()
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert details.isVisible() and details.isReadOnly() and details.toPlainText() == "NotAnArchive"
    with qtbot.waitSignal(message.link_activated):
        qtbot.mouseClick(message.link, Qt.MouseButton.LeftButton)
    message.show_info("Direct messages were not read.")
    assert message.words == "Direct messages were not read." and not more.isVisible() and not message.link.isVisible()
    assert not details.isVisible()


def test_an_empty_state_names_the_case(window: QWidget, qtbot: QtBot) -> None:
    """Heading, sentence, at most one button."""
    empty = EmptyState(parent=window)
    empty.show()
    empty.show_case("Nobody matches “zzyx”", "No name holds it.", "Search everyone")
    assert name_of(empty) == "Nobody matches “zzyx” No name holds it."
    with qtbot.waitSignal(empty.pressed):
        qtbot.mouseClick(empty.findChild(Button), Qt.MouseButton.LeftButton)
    empty.show_case("Nobody", "No name holds it.")
    assert not empty.findChild(Button).isVisible()


def test_the_sidebar_walks_by_arrows_and_becomes_a_rail(window: QWidget, qtbot: QtBot) -> None:
    """Words give way to tooltips; counts are part of the name."""
    bar = Sidebar("Offline.", window)
    for page_id, title in (("people", "People"), ("graph", "Graph")):
        bar.add_page(NavItem(page_id, title, page_id, "Ctrl+1"))
    bar.resize(bar.width(), 600)
    bar.show()
    bar.set_current("people")
    bar.set_count("people", "346")
    bar.take_focus()
    people = window.focusWidget()
    assert people is not None and name_of(people) == "People, 346"
    qtbot.keyClick(people, Qt.Key.Key_Down)
    graph = window.focusWidget()
    assert graph is not None and name_of(graph) == "Graph"
    with qtbot.waitSignal(bar.page_chosen) as told:
        qtbot.keyClick(graph, Qt.Key.Key_Return)
    assert told.args == ["graph"]
    assert bar.width() == px(SIDEBAR)
    bar.set_rail(True)
    assert bar.width() == px(RAIL) and graph.toolTip() == "Graph (Ctrl+1)" and name_of(graph) == "Graph"
    bar.set_count("people", "346", "346 people")
    assert name_of(people) == "People, 346 people" and people.toolTip() == "People (Ctrl+1)\n346 people", "no number unexplained"
    bar.set_owner("Mara Lindqvist", "maralindq", "22 January 2025")
    assert bar.grab().toImage().width() >= RAIL


def test_progress_is_read_out(window: QWidget) -> None:
    """Each stage says where it is, the bar says stage and bytes."""
    card = ProgressCard(["Read tweets", "Read likes"], window)
    card.show_progress("Reading tweets", 0.5, "2 of 4 MB")
    card.show_stage(0, StageState.NOW, "12 of 24")
    bar = card.findChild(ProgressBar)
    assert bar.value() == 500 and bar.accessibleDescription() == "Reading tweets. 2 of 4 MB"
    names = [child.accessibleName() for child in card.findChildren(QWidget)]
    assert "Read tweets, now, 12 of 24" in names and "Read likes, to come" in names
    card.show_progress("Reading tweets", 7.0, "")
    assert bar.value() == bar.maximum()


def test_a_header_drops_its_sentence_in_a_narrow_window(window: QWidget, qtbot: QtBot) -> None:
    """The title stays."""
    header = PageHeader("People", "346 people you follow", window)
    header.add(Button("More"))
    header.resize(1280, header.sizeHint().height())
    header.show()
    title, sentence = header.findChildren(TextBlock)
    assert title.isVisible() and sentence.isVisible()
    window.resize(900, 640)
    header.resize(900, header.sizeHint().height())
    assert title.isVisible() and not sentence.isVisible()


@pytest.mark.parametrize(
    ("name", "handle", "expected"),
    [
        ("Sanne Okafor", None, "SO"),
        ("Ottilie", "x", "O"),
        ("Rue & Rye Bakery", None, "RB"),
        ("", "daily_ledger", "DL"),
        ("🌱🌱", "seedling", "S"),
        ("ßen øre", None, "SSØ"),
        (None, None, ""),
        ("¡¿ ☂", None, ""),
    ],
)
def test_initials(name: str | None, handle: str | None, expected: str) -> None:
    """From the name, else the handle; nothing where no letter is known."""
    assert initials_of(name, handle) == expected


def test_computed_signs() -> None:
    """None is not computed, 0 is looked for and not seen."""
    assert computed_signs(Signs(conversation=0, hello=2)) == ["conversation", "hello"]
