"""The Export page: every form saved and read back, what a file will hold, copying, and failures said in place."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import networkx as nx
import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from analyzer.verdict.lists import listed
from analyzer.verdict.verdicts import Choice, Listing
from desktop.jobs import Jobs
from desktop.pages.export import ExportPage, documents_folder
from desktop.session import Session
from tests.desktop.make_analysis import key_of, make_analysis, open_session

pytestmark = [pytest.mark.window, pytest.mark.usefixtures("locale")]


@pytest.fixture
def session() -> Session:
    return open_session()


@pytest.fixture
def page(qtbot: QtBot, session: Session, jobs: Jobs) -> ExportPage:
    made = ExportPage(session, jobs)
    qtbot.addWidget(made)
    made.resize(1084, 772)
    with qtbot.waitExposed(made):
        made.show()
    # Without a window manager nobody else gives a window the focus.
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def saved(page: ExportPage, qtbot: QtBot, path: Path) -> Path:
    with qtbot.waitSignal(page.file_saved):
        page.save_to(path)
    assert page.message.words.startswith(f"Saved. {path.name}, ")
    return path


def expected_keys(session: Session, listing: Listing) -> list[str]:
    assert session.analysis is not None
    return [session.analysis.people[place].key for place in listed(session.analysis, session.judgements, listing)]


@pytest.mark.parametrize("listing", [Listing.UNFOLLOW, Listing.FOLLOW, Listing.SAY_HELLO, Listing.KEEP, Listing.ASK])
def test_a_list_is_saved_as_csv_and_holds_the_people_of_its_preview(
    page: ExportPage, session: Session, qtbot: QtBot, tmp_path: Path, listing: Listing
) -> None:
    page.choices.choose(listing, ".csv")
    keys = expected_keys(session, listing)
    assert page.list_preview.title.text().startswith(str(len(keys)))
    path = saved(page, qtbot, tmp_path / "list.csv")
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert [row["account_id"].removeprefix("id:") for row in rows] == keys


def test_json_text_markdown_and_checklist_can_be_read_back(page: ExportPage, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    count = len(expected_keys(session, Listing.UNFOLLOW))
    page.choices.choose(suffix=".json")
    held = json.loads(saved(page, qtbot, tmp_path / "list.json").read_text(encoding="utf-8"))
    assert "dailyledger" in json.dumps(held)
    page.choices.choose(suffix=".txt")
    links = saved(page, qtbot, tmp_path / "list.txt").read_text(encoding="utf-8").split()
    assert len([link for link in links if link.startswith("https://x.com/")]) == count
    page.choices.choose(suffix=".md")
    assert "https://x.com/dailyledger" in saved(page, qtbot, tmp_path / "list.md").read_text(encoding="utf-8")
    page.choices.choose(suffix=".html")
    html = saved(page, qtbot, tmp_path / "list.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in html
    assert "22 January 2025" in html


def test_a_decision_changes_what_is_exported(page: ExportPage, session: Session) -> None:
    assert session.analysis is not None
    before = page.choices.count(Listing.UNFOLLOW)
    session.decide([key_of(session.analysis, "dailyledger")], Choice.CONTENT)
    assert page.choices.count(Listing.UNFOLLOW) == before - 1
    assert page.list_preview.title.text() == f"{before - 1} to consider unfollowing"


def test_what_the_file_will_hold_is_said_before(page: ExportPage) -> None:
    held = [line.accessibleName() for line in page.list_preview.holds._lines if line.isVisible()]
    assert len(held) == 3
    assert held[0].startswith("5 handles and names, 6 account numbers alone")
    assert held[2] == "no tweets, no messages, no notes of yours"
    page.list_preview._messages.click()
    assert "counts of messages" in page.list_preview.holds._lines[1].accessibleName()
    page.choices.choose(suffix=".txt")
    assert page.list_preview.holds._lines[0].accessibleName() == "11 links with a handle or an account number"


def test_message_counts_are_in_a_file_only_when_ticked(page: ExportPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.choices.choose(Listing.KEEP, ".csv")
    assert "message" not in saved(page, qtbot, tmp_path / "without.csv").read_text(encoding="utf-8-sig")
    page.list_preview._messages.click()
    assert "message" in saved(page, qtbot, tmp_path / "with.csv").read_text(encoding="utf-8-sig")


def test_copy_puts_the_list_on_the_clipboard_and_a_checklist_as_links(page: ExportPage, session: Session) -> None:
    page.choices.choose(Listing.FOLLOW)
    page.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == ["https://x.com/rohanwhit"]
    assert page.message.words == "Copied 1 link."
    page.choices.choose(suffix=".md")
    QTest.keyClick(page, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert "Rohan Whitlock" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("suffix", [".gexf", ".graphml", ".json"])
def test_graph_data_can_be_read_by_others(page: ExportPage, session: Session, qtbot: QtBot, tmp_path: Path, suffix: str) -> None:
    assert session.analysis is not None
    page.mode.segment("graph").click()
    page.choices.choose(suffix=suffix)
    nodes = session.analysis.graph.number_of_nodes()
    assert page.graph_preview.title.text().startswith(f"{nodes} accounts")
    path = saved(page, qtbot, tmp_path / f"graph{suffix}")
    if suffix == ".json":
        graph = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")
        kinds = {kind for _source, _target, kind in graph.edges(keys=True)}
        assert "dm" not in kinds
        assert graph.number_of_nodes() == nodes
    else:
        assert ET.parse(path).getroot().tag.endswith(suffix.removeprefix("."))


def test_messages_come_into_the_graph_only_when_ticked(page: ExportPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.mode.segment("graph").click()
    page.choices.choose(suffix=".json")
    before = page.graph_preview.title.text()
    page.graph_preview._messages.click()
    assert page.graph_preview.title.text() != before
    path = saved(page, qtbot, tmp_path / "graph.json")
    graph = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")
    assert "dm" in {kind for _source, _target, kind in graph.edges(keys=True)}


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_pictures_are_saved(page: ExportPage, qtbot: QtBot, tmp_path: Path, suffix: str) -> None:
    page.mode.segment("pictures").click()
    page.choices.choose(suffix=suffix)
    path = saved(page, qtbot, tmp_path / f"circles{suffix}")
    if suffix == ".png":
        assert QImage(str(path)).width() > 1000
    elif suffix == ".pdf":
        assert path.read_bytes().startswith(b"%PDF-")
    else:
        assert ET.parse(path).getroot().tag.endswith("svg")


def test_a_png_is_saved_in_the_size_chosen_by_mouse_and_by_keyboard(page: ExportPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.mode.segment("pictures").click()
    assert page.choices.scale == 2.0 and "2,400\u00a0×\u00a02,000\u00a0pixels" in page.choices._hint.text()
    QTest.mouseClick(page.choices.scales.segment(1.0), Qt.MouseButton.LeftButton)
    assert QImage(str(saved(page, qtbot, tmp_path / "small.png"))).width() == 1200
    page.choices.scales.segment(1.0).setFocus()
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    image = QImage(str(saved(page, qtbot, tmp_path / "print.png")))
    assert (image.width(), round(image.dotsPerMeterX() * 0.0254)) == (3750, 300)
    page.choices.choose(suffix=".svg")
    assert page.choices.scales.isHidden(), "a drawing has no px"


def test_pseudonyms_are_ticked_and_then_nobody_is_named(page: ExportPage, session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    assert session.analysis is not None
    handles = {person.handle for person in session.analysis.people if person.handle}
    page.mode.segment("pictures").click()
    page.choices.choose(suffix=".svg")
    named = saved(page, qtbot, tmp_path / "named.svg").read_text("utf-8")
    QTest.mouseClick(page.picture_preview._pseudonyms, Qt.MouseButton.LeftButton)
    assert "pseudonyms such as P001" in page.picture_preview.holds._lines[0]._words.text()
    hidden = saved(page, qtbot, tmp_path / "hidden.svg").read_text("utf-8")
    names = {person.name.split()[0] for person in session.analysis.people if person.name}
    assert [name for name in names if f">{name}<" in named]
    assert not [name for name in names if f">{name}<" in hidden]
    page.mode.segment("graph").click()
    page.choices.choose(suffix=".gexf")
    QTest.mouseClick(page.graph_preview._pseudonyms, Qt.MouseButton.LeftButton)
    text = saved(page, qtbot, tmp_path / "hidden.gexf").read_text("utf-8")
    assert not [handle for handle in handles if f'"{handle}"' in text] and '"P001"' in text


def test_a_folder_that_is_not_there_is_said_in_place(page: ExportPage, qtbot: QtBot, tmp_path: Path) -> None:
    page.choices.choose(suffix=".csv")
    page.save_to(tmp_path / "no" / "such" / "list.csv")
    qtbot.waitUntil(lambda: page.message.isVisible())
    assert page.message.words == "The file was not saved. The folder does not exist. Choose another one."
    assert list(tmp_path.iterdir()) == []


def test_an_empty_list_says_why_and_cannot_be_saved(qtbot: QtBot, jobs: Jobs) -> None:
    page = ExportPage(open_session(make_analysis(messages_read=False)), jobs)
    qtbot.addWidget(page)
    page.show()
    assert page.choices.count(Listing.UNFOLLOW) == 0
    assert "Direct messages were left closed" in page.list_preview.head.text()
    assert not page.save.isEnabled()
    page.choices.choose(Listing.KEEP)
    assert page.save.isEnabled()


def test_the_dialog_offers_a_name_with_list_and_date(page: ExportPage) -> None:
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    assert Path(dialog.selectedFiles()[0]).name == "kithmap-unfollow-2025-01-22.html"
    dialog.reject()


def test_files_go_to_the_documents_at_first_and_then_where_the_last_one_went(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    def folder() -> Path:
        page.ask_where()
        dialog = page.findChild(QFileDialog)
        assert dialog is not None
        shown = Path(dialog.directory().absolutePath())
        dialog.reject()
        qtbot.waitUntil(lambda: page.findChild(QFileDialog) is None)
        return shown

    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    assert documents_folder() == (documents if documents.is_dir() else Path.home()) == folder()
    page.save_to(tmp_path / "list.html")
    qtbot.waitUntil((tmp_path / "list.html").exists)
    qtbot.waitUntil(lambda: page._folder == tmp_path)
    assert folder() == tmp_path


def test_the_session_closes_under_the_page(page: ExportPage, session: Session) -> None:
    session.close()
    assert page.choices.count(Listing.UNFOLLOW) == 0
