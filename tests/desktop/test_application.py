"""The whole window, driven as a user drives it: open, drop, stop, fail, decide, undo, themes, keys, closing."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from analyzer.analysis import analyze
from analyzer.progress import Cancelled
from analyzer.verdict.verdicts import Choice
from analyzer.workspace import decisions, recent
from desktop import import_job
from desktop.application import Application
from desktop.import_job import sample_path
from desktop.settings import Messages, SettingsStore, read_settings
from desktop.shortcut_sheet import ShortcutSheet
from desktop.theme import DARK, LIGHT, theme_of
from desktop.widgets.search_box import SearchField
from desktop.widgets.text import TextBlock

pytestmark = pytest.mark.window


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Everything the app keeps goes here."""
    monkeypatch.setenv("KITHMAP_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def application(qapp: QApplication, qtbot: QtBot, home: Path) -> Iterator[Application]:
    """The window as it starts, active."""
    palette, sheet = qapp.palette(), qapp.styleSheet()
    made = Application(qapp, SettingsStore(home / "settings.json"))
    qtbot.addWidget(made.window)
    made.show()
    made.window.activateWindow()
    qtbot.waitUntil(made.window.isActiveWindow)
    yield made
    made.window.close()
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


@pytest.fixture
def opened(application: Application, qtbot: QtBot) -> Application:
    """With the sample open."""
    with qtbot.waitSignal(application.importer.done, timeout=30_000):
        application.window.actions_["open_sample"].trigger()
    return application


def dragged(path: Path) -> QMimeData:
    """What a file manager gives."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    return data


def drop(window: QWidget, data: QMimeData) -> bool:
    """Drag over the window and let go; whether the drag was accepted."""
    no_buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, *no_buttons)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(200, 200), Qt.DropAction.CopyAction, data, *no_buttons))
    return enter.isAccepted()


def test_it_starts_on_the_start_page(application: Application) -> None:
    """What needs an archive is greyed; the strong button has the focus."""
    window = application.window
    assert window.current_page is None and window.start.isVisible() and window.start.open_zip.hasFocus()
    assert not window.actions_["close_archive"].isEnabled() and not window.actions_["page_people"].isEnabled()


def test_the_sample_opens_on_people(opened: Application) -> None:
    """Owner, count and title are those of the archive; a sample is no recent archive."""
    window = opened.window
    assert window.current_page == "people"
    analysis = opened.session.analysis
    assert analysis is not None and analysis.communities >= 1  # found by the child process
    assert window.windowTitle().endswith("– Kithmap") and len(window.windowTitle()) > len("– Kithmap")
    assert recent.load() == []
    assert opened.session.visible() and window.actions_["page_people"].isEnabled()


def test_the_window_gives_what_the_analyzer_gives(opened: Application) -> None:
    """The same people, ties and communities as without a window."""
    analysis = opened.session.analysis
    assert analysis is not None
    alone = analyze([sample_path()])
    assert analysis.people == alone.people and analysis.ties == alone.ties and analysis.counts == alone.counts


def test_a_zip_dropped_anywhere_is_opened_and_remembered(application: Application, qtbot: QtBot, home: Path) -> None:
    """The frame is there while the file hangs over the window."""
    archive = home / "my archive.zip"
    archive.write_bytes(sample_path().read_bytes())
    window = application.window
    no_buttons = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    data = dragged(archive)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(200, 200), Qt.DropAction.CopyAction, data, *no_buttons))
    assert window._overlay.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window._overlay.isVisible()
    with qtbot.waitSignal(application.importer.done, timeout=30_000):
        assert drop(window, data)
    assert not window._overlay.isVisible() and window.current_page == "people"
    assert [Path(entry.path) for entry in recent.load()] == [archive]


def test_text_and_web_addresses_are_not_taken(application: Application) -> None:
    """Only local files."""
    text, web = QMimeData(), QMimeData()
    text.setText("hello")
    web.setUrls([QUrl("https://example.com/archive.zip")])
    assert not drop(application.window, text) and not drop(application.window, web)


def test_the_dialog_opens_a_zip(application: Application, qtbot: QtBot) -> None:
    """Without blocking the event loop; the folder is remembered."""
    application.window.actions_["open_zip"].trigger()
    dialog = application.window.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(application.importer.done, timeout=30_000):
        dialog.filesSelected.emit([str(sample_path())])
    dialog.close()
    assert application.settings.value.last_folder == str(sample_path().parent)


@pytest.mark.parametrize("kind", ["text file", "instagram zip", "empty folder", "truncated zip", "missing"])
def test_wrong_input_is_one_sentence_on_the_start_page(application: Application, qtbot: QtBot, home: Path, kind: str) -> None:
    """And nothing is left behind; the next try clears it."""
    path = home / "input.zip"
    if kind == "text file":
        path.write_text("hello", "utf-8")
    elif kind == "instagram zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("personal_information/personal_information/personal_information.json", "{}")
            archive.writestr("connections/followers_and_following/following.json", "{}")
    elif kind == "empty folder":
        path.mkdir()
    elif kind == "truncated zip":
        path.write_bytes(sample_path().read_bytes()[:20_000])
    with qtbot.waitSignal(application.importer.failed, timeout=30_000):
        application.open_paths([path])
    window = application.window
    assert window.current_page is None and window.start.problem.isVisible()
    assert len(window.start.problem.words) > 20
    assert application.session.analysis is None and recent.load() == []
    with qtbot.waitSignal(application.importer.done, timeout=30_000):
        application.open_sample()
    assert not window.start.problem.isVisible() and window.current_page == "people"


def test_a_failure_leaves_what_was_open(opened: Application, qtbot: QtBot, home: Path) -> None:
    """Esc goes back to it, and so does a button that says so; to the page one was on."""
    before, window = opened.session.analysis, opened.window
    window.show_page("export")
    for way in (lambda: qtbot.keyClick(window, Qt.Key.Key_Escape), lambda: qtbot.mouseClick(window.start.back, Qt.MouseButton.LeftButton)):
        with qtbot.waitSignal(opened.importer.failed, timeout=30_000):
            opened.open_paths([home / "nowhere.zip"])
        assert opened.session.analysis is before and window.start.problem.isVisible() and window.start.back.isVisible()
        way()
        assert window.current_page == "export"
    opened.close_archive()
    assert window.start.isVisible() and not window.start.back.isVisible()


def slow_analyze(paths: object, options: object, report: import_job.JobReporter) -> None:
    """An import that never ends by itself."""
    import time

    while True:
        report.check()
        time.sleep(0.005)


def test_stopping_leaves_everything_as_it_was(opened: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page of the import comes after 600 ms; Esc stops; the earlier archive is still there."""
    before = opened.session.analysis
    monkeypatch.setattr("analyzer.analysis.analyze", slow_analyze)
    opened.open_sample()
    assert opened.window.current_page == "people"  # not yet
    qtbot.waitUntil(opened.window.importing.isVisible, timeout=3000)
    with qtbot.waitSignal(opened.importer.stopped):
        qtbot.keyClick(opened.window.importing.stop, Qt.Key.Key_Escape)
    assert opened.session.analysis is before and opened.window.current_page == "people"
    qtbot.waitUntil(lambda: not opened.jobs.busy)


def test_a_new_import_takes_the_place_of_the_old(application: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first one is cancelled and never heard of again."""
    real = analyze
    calls = []

    def first_slow(paths: list[Path], options: object, report: import_job.JobReporter) -> object:
        calls.append(paths)
        if len(calls) == 1:
            slow_analyze(paths, options, report)
        return real(paths, options, report)  # type: ignore[arg-type]

    monkeypatch.setattr("analyzer.analysis.analyze", first_slow)
    application.open_paths([Path("first.zip")])
    qtbot.waitUntil(lambda: bool(calls))
    with qtbot.assertNotEmitted(application.importer.failed), qtbot.waitSignal(application.importer.done, timeout=30_000):
        application.open_sample()
    assert application.session.analysis is not None and len(calls) == 2


def test_cancelled_is_never_an_error(application: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """The work itself may raise it."""

    def cancelled(*arguments: object) -> None:
        raise Cancelled

    monkeypatch.setattr("analyzer.analysis.analyze", cancelled)
    with qtbot.assertNotEmitted(application.importer.failed, wait=300):
        application.open_sample()
    application.importer.stop()


def test_deciding_shows_the_toast_and_undo_takes_it_back(opened: Application, qtbot: QtBot) -> None:
    """Kept on disk each time."""
    session, window = opened.session, opened.window
    analysis = session.analysis
    assert analysis is not None
    key = analysis.people[session.visible()[0]].key
    session.decide([key], Choice.CONTENT)
    assert window.toast.isVisible() and window.toast.sentence.startswith("Marked “for the content”: ")
    assert decisions.load(analysis.archive.account_id)[key].choice is Choice.CONTENT
    assert window.actions_["undo"].isEnabled()
    window.actions_["undo"].trigger()
    assert window.toast.sentence.startswith("Taken back: ") and decisions.load(analysis.archive.account_id) == {}
    assert not window.actions_["undo"].isEnabled() and window.actions_["redo"].isEnabled()
    window.actions_["redo"].trigger()
    assert decisions.load(analysis.archive.account_id)[key].choice is Choice.CONTENT


def test_decisions_come_back_with_the_archive(opened: Application, qtbot: QtBot) -> None:
    """Opened again, the choice stands and there is nothing to undo."""
    analysis = opened.session.analysis
    assert analysis is not None
    key = analysis.people[0].key
    opened.session.decide([key], Choice.PROTECT)
    opened.close_archive()
    assert opened.window.start.isVisible()
    with qtbot.waitSignal(opened.importer.done, timeout=30_000):
        opened.open_sample()
    assert opened.session.judgement(key).decision is Choice.PROTECT and not opened.session.undo_stack.canUndo()


def test_damaged_decisions_are_set_aside_and_told(opened: Application, qtbot: QtBot) -> None:
    """The archive opens all the same."""
    analysis = opened.session.analysis
    assert analysis is not None
    path = decisions.kept_file(analysis.archive.account_id)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("{damaged", "utf-8")
    with qtbot.waitSignal(opened.importer.done, timeout=30_000):
        opened.open_sample()
    assert "were damaged" in opened.window.toast.sentence and path.with_name(path.name + ".bak").read_text("utf-8") == "{damaged"


def test_the_page_about_health_stands_at_the_foot_and_takes_the_focus(opened: Application, qtbot: QtBot) -> None:
    """It has no number key; the keyboard reaches it through the sidebar and the view menu. A whole archive shows no notice."""
    window = opened.window
    people, health = opened._page("people"), opened._page("health")
    assert people.health.isHidden()
    buttons = window.sidebar._buttons
    assert buttons["health"].y() > max(button.y() for name, button in buttons.items() if name != "health")
    window.actions_["page_health"].trigger()
    assert window.current_page == "health" and window.focusWidget() is health.parts[0].rows[0]


def test_the_notice_after_a_pruned_archive_leads_to_the_page(application: Application, qtbot: QtBot) -> None:
    """One line on the People page, a count in the sidebar, and the page says what it means."""
    with qtbot.waitSignal(application.importer.done, timeout=30_000):
        application.open_paths([Path(__file__).parents[1] / "archives" / "pruned-and-stale"])
    notice = application._page("people").health
    assert notice.isVisible() and notice.words.text() == "Direct messages and likes are missing from this archive."
    assert application.window.sidebar._buttons["health"].accessibleName() == "Archive health, 2 parts that matter are missing or not whole"
    notice.link.click()
    assert application.window.current_page == "health"


def test_pages_by_keyboard(opened: Application, qtbot: QtBot) -> None:
    """Ctrl+1 to 3, Ctrl+F to the search field, F6 from area to area and round."""
    window = opened.window
    numbered = [page for page in window.pages() if page.item.shortcut]
    for place, page in enumerate(numbered, start=1):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{place}"), Qt.KeyboardModifier.ControlModifier)
        assert window.current_page == page.item.page_id
        assert page.widget.isAncestorOf(window.focusWidget())
    window.show_page("people")
    window.actions_["find"].trigger()
    assert isinstance(window.focusWidget(), SearchField)
    visited = []
    for _ in range(6):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_F6)
        visited.append(window.focusWidget())
    assert any(window.sidebar.isAncestorOf(widget) for widget in visited if widget)
    assert len({id(widget) for widget in visited}) >= 3


def test_every_action_can_be_reached_in_a_menu(application: Application) -> None:
    """None is known by its shortcut alone, and no shortcut is given twice."""
    in_menus = {id(action) for menu in application.window.menuBar().actions() for action in menu.menu().actions()}  # type: ignore[attr-defined]
    every = application.window.actions_.all()
    assert [action.text() for action in every if id(action) not in in_menus] == []
    shortcuts = [action.shortcut().toString() for action in every if not action.shortcut().isEmpty()]
    assert len(shortcuts) == len(set(shortcuts)) >= 12


def test_every_entry_of_a_menu_has_a_letter_of_its_own(opened: Application) -> None:
    """Pages among them, which are added with an archive."""
    menus = {menu.text(): [action.text() for action in menu.menu().actions() if action.text()] for menu in opened.window.menuBar().actions()}  # type: ignore[attr-defined]
    assert len(menus["&View"]) >= 9
    for name, entries in menus.items():
        letters = [text[text.index("&") + 1].casefold() for text in entries]
        assert len(letters) == len(set(letters)), (name, entries)


def test_the_sheet_of_keys_scrolls_by_page(application: Application, qtbot: QtBot) -> None:
    """Although its button has the focus."""
    application.window.actions_["shortcuts"].trigger()
    sheet = application.window.findChild(ShortcutSheet)
    assert sheet is not None
    bar = sheet.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > bar.pageStep() / 4)
    seen = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_End, Qt.Key.Key_Home):
        focused = sheet.focusWidget()
        assert focused is not None
        qtbot.keyClick(focused, key)
        seen.append(bar.value())
    assert seen == [min(bar.pageStep(), bar.maximum()), 0, bar.maximum(), 0]
    sheet.reject()


def test_the_toast_covers_no_row_of_the_list(opened: Application, qtbot: QtBot) -> None:
    """While it stands there the list ends above it, and the cursor's row is in sight."""
    window, view = opened.window, opened._page("people").view
    last = view.model().rowCount() - 1
    view.setFocus()
    view.go_to(last)
    before = view.height()
    opened.session.decide([opened.session.selected or ""], Choice.PROTECT)
    toast, viewport = window.toast, view.viewport()
    assert toast.isVisible()
    end = viewport.mapToGlobal(viewport.rect().bottomLeft()).y()
    assert end < toast.mapToGlobal(toast.rect().topLeft()).y()
    assert viewport.rect().contains(view.visualRect(view.currentIndex()).center())
    toast.dismiss()
    qtbot.waitUntil(lambda: view.height() == before)


def test_the_theme_is_switched_at_once_and_kept(application: Application, home: Path) -> None:
    """The widgets that are there follow."""
    window = application.window
    for name, theme in (("theme_dark", DARK), ("theme_light", LIGHT)):
        window.actions_[name].trigger()
        assert theme_of(window.start.open_zip) is theme and theme_of(window.sidebar) is theme
        assert window.grab().toImage().pixelColor(5, window.height() - 5) == theme.window
        assert f"theme_{read_settings(home / 'settings.json').theme.value}" == name


def test_leaving_messages_closed(application: Application, qtbot: QtBot) -> None:
    """The choice of the start page reaches the analyzer."""
    application.settings.change(messages=Messages.NONE)
    with qtbot.waitSignal(application.importer.done, timeout=30_000):
        application.open_sample()
    analysis = application.session.analysis
    assert analysis is not None and analysis.coverage.messages_left_closed and not analysis.coverage.messages_read


def test_the_sidebar_is_a_rail_in_a_narrow_window(opened: Application, qtbot: QtBot) -> None:
    """Under 1040 px."""
    opened.window.resize(900, 640)
    qtbot.waitUntil(lambda: opened.window.sidebar.width() == 60)
    opened.window.resize(1280, 800)
    qtbot.waitUntil(lambda: opened.window.sidebar.width() == 196)


def test_closing_keeps_the_size_and_stops_the_work(application: Application, qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even in the middle of an import (the leak detectors look)."""
    monkeypatch.setattr("analyzer.analysis.analyze", slow_analyze)
    application.window.resize(1000, 700)
    application.open_sample()
    qtbot.wait(50)
    application.window.close()
    assert not application.jobs.busy
    kept = read_settings(home / "settings.json")
    assert (kept.window_width, kept.window_height) == (1000, 700)


def test_the_sheets_open_and_close(application: Application, qtbot: QtBot) -> None:
    """F1 and About, closed by Esc."""
    for name in ("shortcuts", "about"):
        application.window.actions_[name].trigger()
        sheet = next(dialog for dialog in application.window.findChildren(QDialog) if dialog.isVisible())
        qtbot.keyClick(sheet, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not any(dialog.isVisible() for dialog in application.window.findChildren(QDialog)))


def test_the_window_never_waits_for_an_import(application: Application, qtbot: QtBot) -> None:
    """A timer in the GUI thread is hardly late (100 ms on a busy machine) while the sample is read and judged."""
    import time

    gaps: list[float] = []
    last = [time.monotonic()]

    def tick() -> None:
        now = time.monotonic()
        if application.importer.running:
            gaps.append(now - last[0])
        last[0] = now

    timer = QTimer(interval=5)
    timer.timeout.connect(tick)
    timer.start()
    with qtbot.waitSignal(application.importer.done, timeout=30_000):
        application.open_sample()
    timer.stop()
    assert len(gaps) > 5
    assert sorted(gaps)[-1] < 0.1, f"worst gap {max(gaps) * 1000:.0f} ms"


def test_the_sheet_names_the_keys_that_decide(application: Application, qtbot: QtBot) -> None:
    """Those of the window, then those of each page."""
    application.window.actions_["shortcuts"].trigger()
    sheet = next(dialog for dialog in application.window.findChildren(QDialog) if dialog.isVisible())
    words = [block.text() for block in sheet.findChildren(TextBlock)]
    for expected in ("Ctrl+O", "F6", "People", "K", "Keep", "G", "Show on the graph", "T", "Ctrl+S"):
        assert expected in words, expected
    sheet.reject()
