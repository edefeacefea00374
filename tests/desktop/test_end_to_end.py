"""The main job in a real window, as a person does it: open, filter, select, decide, undo, look at the graph, save the list, read it back."""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from analyzer.verdict.verdicts import Choice, Listing, Verdict
from analyzer.workspace import decisions
from desktop.application import Application
from desktop.filters import Follow
from desktop.import_job import sample_path
from desktop.settings import SettingsStore

pytestmark = pytest.mark.window


@pytest.fixture
def application(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Application]:
    monkeypatch.setenv("KITHMAP_HOME", str(tmp_path / "home"))
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    made = Application(qapp, SettingsStore())
    qtbot.addWidget(made.window)
    made.show()
    with qtbot.waitExposed(made.window):
        made.window.resize(1280, 800)
    activate(qtbot, made.window)
    yield made
    made.window.close()


def activate(qtbot: QtBot, window: QWidget) -> None:
    """Without a window manager nobody gives a window the focus, or gives it back after a dialog."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def answer_dialog(qtbot: QtBot, parent: QWidget, path: Path, button: QDialogButtonBox.StandardButton) -> None:
    """Type a path into the open file dialog and press its button."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in parent.findChildren(QFileDialog)))
    dialog = next(dialog for dialog in parent.findChildren(QFileDialog) if dialog.isVisible())
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert isinstance(field, QLineEdit)
    field.setText(str(path))
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    QTest.mouseClick(box.button(button), Qt.MouseButton.LeftButton)
    activate(qtbot, parent)


def drop(window: QWidget, path: Path) -> None:
    """Let go of a file over the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    place, button, no_keys = window.rect().center(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, Qt.DropAction.CopyAction, data, button, no_keys)
    QCoreApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    let_go = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, data, button, no_keys)
    QCoreApplication.sendEvent(window, let_go)


def by_dialog(qtbot: QtBot, application: Application) -> None:
    QTest.mouseClick(application.window.start.open_zip, Qt.MouseButton.LeftButton)
    answer_dialog(qtbot, application.window, sample_path(), QDialogButtonBox.StandardButton.Open)


def by_drop(qtbot: QtBot, application: Application) -> None:
    drop(application.window, sample_path())


@pytest.mark.parametrize("open_it", [by_dialog, by_drop])
def test_from_the_archive_to_the_list(qtbot: QtBot, application: Application, tmp_path: Path, open_it: Callable[[QtBot, Application], None]) -> None:
    window, session = application.window, application.session
    with qtbot.waitSignal(session.archive_opened, timeout=30_000):
        open_it(qtbot, application)
    qtbot.waitUntil(lambda: window.current_page == "people")
    people, graph, export, *_others = (page.widget for page in window.pages())
    assert session.filters.follow is Follow.YOU_FOLLOW

    # Filter: Alt+4 is the chip of numbers-only follows.
    before = len(session.visible())
    QTest.keyClick(people.view, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    assert session.filters.verdicts == {Verdict.NUMBERS_ONLY}
    assert 0 < len(session.visible()) < before

    # Select the first and decide by key.
    QTest.keyClick(people.view, Qt.Key.Key_Home)
    key = session.selected
    assert key is not None and session.judgement(key).listing is Listing.UNFOLLOW
    listed = sum(judgement.listing is Listing.UNFOLLOW for judgement in session.judgements)
    QTest.keyClick(people.view, Qt.Key.Key_C)
    assert session.judgement(key).listing is Listing.KEEP and session.judgement(key).decision is Choice.CONTENT
    assert window.toast.isVisible()
    account = session.analysis.archive.account_id  # type: ignore[union-attr]
    assert decisions.load(account)[key].choice is Choice.CONTENT

    # Undo, then decide about another one.
    QTest.keyClick(people.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert session.judgement(key).listing is Listing.UNFOLLOW and key not in decisions.load(account)
    QTest.keyClick(people.view, Qt.Key.Key_Down)
    kept = session.selected
    assert kept is not None and kept != key
    QTest.keyClick(people.view, Qt.Key.Key_K)
    assert session.judgement(kept).listing is Listing.KEEP

    # The graph shows and locates the person chosen here.
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.current_page == "graph")
    assert session.selected == kept
    picture = graph.canvas.grab().toImage()
    shades = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    assert len(shades) > 8

    # Export: the unfollow list as CSV, by keyboard, and read back.
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.current_page == "export")
    export.choices.choose(Listing.UNFOLLOW, ".csv")
    QTest.keyClick(export, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    target = tmp_path / "unfollow.csv"
    with qtbot.waitSignal(export.file_saved):
        answer_dialog(qtbot, window, target, QDialogButtonBox.StandardButton.Save)
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    written = {row["account_id"].removeprefix("id:") for row in rows}
    assert len(rows) == listed - 1 and key in written and kept not in written
    assert {row["list"] for row in rows} == {"unfollow"}


def test_what_is_no_archive_is_said_on_the_start_page(qtbot: QtBot, application: Application, tmp_path: Path) -> None:
    wrong = tmp_path / "notes.txt"
    wrong.write_text("milk, bread", encoding="utf-8")
    with qtbot.waitSignal(application.importer.failed, timeout=10_000):
        drop(application.window, wrong)
    assert application.window.start.isVisible() and application.session.analysis is None
    assert application.window.start.problem.isVisible()
