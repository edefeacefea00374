"""The start page and the import page, and the words of both."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from analyzer.errors import (
    DamagedArchive,
    DifferentAccounts,
    ExportError,
    LexiconError,
    MissingPart,
    NotAnArchive,
    PolicyError,
    TooLarge,
    WorkspaceError,
)
from analyzer.progress import Progress, Stage
from analyzer.verdict.verdicts import Choice
from analyzer.workspace import recent
from desktop.pages.importing import ImportPage
from desktop.pages.start import StartPage
from desktop.settings import Messages, SettingsStore
from desktop.time_left import TimeLeft
from desktop.widgets.recent_row import RecentRow
from desktop.wording.decisions import decided_words
from desktop.wording.errors import problem_of
from desktop.wording.importing import found_words, left_words, source_words, stage_doing, stage_result, stage_to_do, where_words
from desktop.wording.start import recent_words


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """English numbers, and a home of this test's own."""
    monkeypatch.setenv("KITHMAP_HOME", str(tmp_path / "home"))
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def settings(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings.json")


@pytest.fixture
def start(qtbot: QtBot, settings: SettingsStore) -> StartPage:
    page = StartPage(settings)
    qtbot.addWidget(page)
    page.resize(1280, 772)
    page.show()
    return page


def rows_of(page: StartPage) -> list[RecentRow]:
    return [row for row in page.findChildren(RecentRow) if row.isVisible()]


@pytest.mark.window
def test_start_asks_by_its_buttons(start: StartPage, qtbot: QtBot) -> None:
    """Mouse and keyboard alike."""
    for button, signal in ((start.open_zip, start.zip_asked), (start.open_folder, start.folder_asked), (start.open_sample, start.sample_asked)):
        with qtbot.waitSignal(signal):
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        with qtbot.waitSignal(signal):
            qtbot.keyClick(button, Qt.Key.Key_Return)


@pytest.mark.window
def test_the_choice_about_messages_is_kept(start: StartPage, settings: SettingsStore, qtbot: QtBot) -> None:
    """Counting is the default; the next start page shows what was chosen."""
    assert start.count_messages.isChecked()
    qtbot.mouseClick(start.leave_messages, Qt.MouseButton.LeftButton)
    assert settings.value.messages is Messages.NONE
    again = StartPage(settings)
    qtbot.addWidget(again)
    assert again.leave_messages.isChecked()


@pytest.mark.window
def test_recent_archives_open_pin_and_go(start: StartPage, tmp_path: Path, qtbot: QtBot) -> None:
    """A file that is gone says so and can be taken off the list."""
    there = tmp_path / "archive.zip"
    there.write_bytes(b"")
    recent.opened(recent.Recent(str(tmp_path / "gone.zip"), "9000000002", "Tidepool Press", "2024-06-03T00:00:00Z", "2024-06-04T00:00:00Z"))
    recent.opened(recent.Recent(str(there), "9000000001", "Mara Lindqvist", "2025-01-22T10:00:00Z", "2025-01-23T10:00:00Z"))
    start.refresh_recent()
    qtbot.waitUntil(lambda: len(rows_of(start)) == 2)
    first, second = rows_of(start)
    assert "Mara Lindqvist, Archive of 22 January 2025" in first.accessibleName()
    assert "File not found at its old place" in second.accessibleName()
    with qtbot.waitSignal(start.recent_chosen) as told:
        qtbot.keyClick(first, Qt.Key.Key_Return)
    assert told.args == [str(there)]
    qtbot.mouseClick(second.side, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [row.path for row in rows_of(start)] == [str(there)])
    qtbot.mouseClick(rows_of(start)[0].side, Qt.MouseButton.LeftButton)
    assert [archive.pinned for archive in recent.load()] == [True]


@pytest.mark.window
def test_tab_walks_from_top_to_bottom(start: StartPage, tmp_path: Path, qtbot: QtBot) -> None:
    """Also through recent archives, which are put there anew, and the pin of each."""
    for number in range(2):
        there = tmp_path / f"{number}.zip"
        there.write_bytes(b"")
        recent.opened(recent.Recent(str(there), f"900000000{number}", f"Name {number}", "2025-01-22T10:00:00Z", "2025-01-23T10:00:00Z"))
    start.refresh_recent()
    qtbot.waitUntil(lambda: len(rows_of(start)) == 2)
    start.activateWindow()
    qtbot.waitUntil(start.isActiveWindow)
    start.open_zip.setFocus()
    first, second = rows_of(start)
    expected = [start.open_zip, start.open_folder, start.open_sample, first, first.side, second, second.side, start.count_messages, start._how]
    way = [start.open_zip]
    for _step in expected[1:]:
        QTest.keyClick(way[-1], Qt.Key.Key_Tab)
        way.append(start.focusWidget())
    assert way == expected


@pytest.mark.window
def test_without_recent_archives_there_is_no_empty_list(start: StartPage) -> None:
    """Neither heading nor frame."""
    assert rows_of(start) == [] and not start._recent.isVisible()


@pytest.mark.window
def test_a_problem_stands_above_the_card_until_the_next_try(start: StartPage) -> None:
    """What happened and what to do, in one place."""
    start.show_problem(problem_of(NotAnArchive(Path("insta.zip"), "instagram")))
    assert start.problem.isVisible() and start.problem.words.startswith("This is an Instagram export. Kithmap opens archives")
    start.clear_problem()
    assert not start.problem.isVisible()


@pytest.mark.window
def test_the_import_page_shows_stage_bytes_and_what_is_found(qtbot: QtBot, tmp_path: Path) -> None:
    """Stages come in the archive's order; a stage left closed says so; Stop asks."""
    archive = tmp_path / "twitter-2025.zip"
    archive.write_bytes(b"x" * 858_000)
    page = ImportPage()
    qtbot.addWidget(page)
    page.begin([archive], messages=False)
    page.show()
    page.show_progress(Progress(Stage.LOOK, 0, 7_200_000))
    page.show_progress(Progress(Stage.TWEETS, 4_600_000, 7_200_000, 1120, 1627, {"named": 553, "replied_to": 0}))
    lines = {line.accessibleName() for line in page._card._lines}
    assert "Read tweets, now, 1,120 of 1,627" in lines and "Look into the archive, done, 7.2 MB to read" in lines
    assert "Count direct messages, to come, left closed" in lines and "Weigh the evidence, to come" in lines
    assert page._found["named"].isVisible() and not page._found["replied_to"].isVisible()
    assert page._card.bar.accessibleDescription() == "Reading tweets. 4.6 MB of 7.2 MB"
    with qtbot.waitSignal(page.stop_asked):
        qtbot.mouseClick(page.stop, Qt.MouseButton.LeftButton)
    page.show_progress(Progress(Stage.VERDICTS, 7_200_000, 7_200_000, 5, 9))
    lines = {line.accessibleName() for line in page._card._lines}
    assert "Find who belongs together, done" in lines and "Weigh the evidence, now, 5 of 9" in lines
    page.begin([archive], messages=True)
    assert all("to come" in line.accessibleName() for line in page._card._lines) and not page._found["named"].isVisible()


def test_time_left_waits_then_counts_down() -> None:
    """Nothing in the first second, nothing when all bytes are read; else the mean speed."""
    now = [0.0]
    left = TimeLeft(lambda: now[0])
    assert left.estimate(0, 100) is None
    now[0] = 0.5
    assert left.estimate(10, 100) is None
    now[0] = 2.0
    assert left.estimate(20, 100) == pytest.approx(8.0)
    now[0] = 4.0
    assert left.estimate(80, 100) == pytest.approx(0.3 * 1.0 + 0.7 * 8.0)
    now[0] = 5.0
    assert left.estimate(100, 100) is None and left.estimate(5, 0) is None


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "almost done"), (2, "about 2 seconds left"), (12, "about 10 seconds left"), (58, "about 1 minute left"), (150, "about 2 minutes left")],
)
def test_time_left_in_words(seconds: float, words: str) -> None:
    """As rough as it is known."""
    assert left_words(seconds) == words


def test_every_stage_has_words() -> None:
    """For the list and for the heading; results only where something was counted."""
    assert len({stage_to_do(stage) for stage in Stage} | {stage_doing(stage) for stage in Stage}) == 2 * len(Stage)
    assert stage_result(Progress(Stage.NAMES)) == ""
    assert stage_result(Progress(Stage.LIKES, records_done=9000)) == "9,000"
    assert stage_result(Progress(Stage.MESSAGES, records_done=1120, records_total=1740)) == "1,120 of 1,740, who and when only"
    assert stage_result(Progress(Stage.LIKES, records_done=12, records_total=5)) == "12"
    assert where_words(Progress(Stage.LOOK), None) == ""
    assert where_words(Progress(Stage.LIKES, 5_000_000, 4_000_000), 3) == "4.0 MB of 4.0 MB · about 3 seconds left"


def test_the_source_is_named_by_its_files() -> None:
    """Control and direction characters of a file's name are not shown."""
    assert source_words([Path("a/twitter.zip")], 858_000) == "twitter.zip · 858 kB"
    assert source_words([Path(f"{n}.zip") for n in range(5)], 0) == "0.zip, 1.zip, 2.zip and 2 more"
    assert "\u202e" not in source_words([Path("evil\u202epiz.exe")], 0)
    assert found_words("named", 1) == "person with a name" and found_words("unheard_of", 3) == ""


def test_recent_archives_in_words() -> None:
    """Ages are days; a damaged date is unknown, not an error."""
    today = date(2025, 1, 25)
    assert recent_words("2025-01-22T10:00:00Z", "2025-01-25T12:00:00Z", today, True) == "Archive of 22 January 2025 · Opened today"
    assert recent_words("", "2025-01-22T12:00:00Z", today, True) == "Archive of an unknown date · Opened 3 days ago"
    assert recent_words("2025-01-22T10:00:00Z", "nonsense", today, True) == "Archive of 22 January 2025"
    assert recent_words("2025-01-22T10:00:00Z", "2024-01-22T12:00:00Z", today, True).endswith("Opened on 22 January 2024")


FILES = ("x.zip ", "out.csv ", "data/tweets.js ")
FOREIGN = ["instagram", "facebook", "mastodon", "bluesky", "google", "tiktok", "linkedin", "web-exporter"]
LOOKS = [*FOREIGN, "git-lfs", "empty-folder", "missing", "file", "other"]
ERRORS = [
    *(NotAnArchive(Path("/secret/place/x.zip"), looks) for looks in LOOKS),
    *(DamagedArchive(Path("x.zip"), what) for what in ("truncated-zip", "encrypted", "unreadable")),
    MissingPart(Path("x.zip"), ("tweets",)),
    TooLarge(Path("x.zip"), "data/tweets.js", 4_000_000_000),
    DifferentAccounts(Path("x.zip"), "one", "two"),
    PolicyError(Path("p.toml"), 3, "unknown rule"),
    *(LexiconError(Path("en.toml"), line, "is no list") for line in (0, 3)),
    *(WorkspaceError(Path("d.json"), problem) for problem in ("denied", "full", "whatever")),
    ExportError(Path("out.csv"), "read-only"),
    RuntimeError("@secret_handle"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: f"{type(error).__name__} {next(iter(vars(error).values()), '')}"[-40:])
def test_every_error_says_what_happened_and_what_to_do(error: Exception) -> None:
    """Whole sentences without codes; what an unknown error says is not repeated."""
    problem = problem_of(error)
    for sentence in (problem.lead, problem.advice):
        assert sentence.endswith(".") and (sentence[0].isupper() or sentence.startswith(FILES)), sentence
        assert not any(word in sentence.lower() for word in ("invalid", "failed", "oops", "exception", "error")), sentence
    assert problem.details.startswith(type(error).__name__)
    assert "secret_handle" not in f"{problem}" and "/secret/place" not in problem.lead + problem.advice


def test_both_accounts_are_named_and_neither_name_can_break_the_sentence() -> None:
    words = problem_of(DifferentAccounts(Path("x.zip"), "example_ann", "\u202e\nexample_zoe")).lead
    assert "example_ann" in words and "example_zoe" in words and "\u202e" not in words and "\n" not in words


def test_decisions_in_words() -> None:
    """One person by name, several by number, undo in its own words."""
    assert decided_words(Choice.CONTENT, None, ("The Daily Ledger",), False) == "Marked “for the content”: The Daily Ledger"
    assert decided_words(Choice.KEEP, None, ("A", "B"), False) == "Marked “keep”: 2 people"
    assert decided_words(Choice.KEEP, None, ("A",), True) == "Taken back: A"
    assert decided_words(None, None, ("A",), False) == "No decision any more: A"
    assert decided_words(None, "met in Bergen", ("A",), False) == "Note kept: A"
    assert len({decided_words(choice, None, ("A",), False) for choice in Choice}) == len(Choice)
