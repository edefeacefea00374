"""Logs hold where something went wrong and of what kind, never whose archive it was: no ids, no handles, no paths, no texts."""

import ast
import logging
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from analyzer.errors import NotAnArchive
from desktop import crash
from desktop.application import Application
from desktop.settings import SettingsStore

ROOT = Path(__file__).parents[2]
LEVELS = {"debug", "info", "warning", "error", "exception", "critical", "log"}
SECRETS = ("ada_mill", "9000000077", "secret-folder", "good morning")
# What may stand in a log beside fixed words: codes that errors carry, the names of types, names of our own settings, and places in our code.
HARMLESS = {"error.problem", "type(error).__name__", "', '.join(wrong)", "description"}


def logged_values(tree: ast.Module) -> list[tuple[int, str]]:
    """Every value that a module gives to a logger; a text that is not fixed counts as one, and so does the traceback of ``exception``."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in LEVELS:
            if ast.unparse(node.func.value) not in ("log", "logger", "logging"):
                continue
            given = [value for value in [*node.args, *(keyword.value for keyword in node.keywords)] if not isinstance(value, ast.Constant)]
            found += [(node.lineno, ast.unparse(value)) for value in given]
            if node.func.attr == "exception" or any(keyword.arg in ("exc_info", "stack_info") for keyword in node.keywords):
                found.append((node.lineno, "a traceback with its message"))
    return found


def test_nothing_but_codes_and_places_is_ever_logged() -> None:
    """Holds for every module, also for those written later."""
    modules = sorted(path for folder in ("analyzer", "desktop") for path in (ROOT / folder).rglob("*.py"))
    logged = [
        (f"{module.relative_to(ROOT).as_posix()}:{line}", value)
        for module in modules
        for line, value in logged_values(ast.parse(module.read_text(encoding="utf-8")))
    ]
    assert len(logged) > 5
    assert [(place, value) for place, value in logged if value not in HARMLESS] == []


@pytest.mark.parametrize(
    "breach", ["log.warning('no %s', path)", "log.error(f'no {path}')", "log.exception('x')", "logging.info('x', exc_info=True)"]
)
def test_a_log_that_would_tell_is_found(breach: str) -> None:
    assert [value for _, value in logged_values(ast.parse(breach)) if value not in HARMLESS]


def fail(untrusted_text: str) -> None:
    """An error as bad as they come: the message, its cause and its notes tell everything."""
    try:
        raise NotAnArchive(Path("/secret-folder/9000000077.zip"), "other")
    except NotAnArchive as cause:
        error = ValueError(f"@ada_mill said {untrusted_text}")
        error.add_note("9000000077")
        raise error from cause


def test_a_crash_is_written_down_without_what_it_was_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    """In the GUI thread and in any other."""
    monkeypatch.setenv("KITHMAP_HOME", str(tmp_path / "secret-folder"))
    hook = crash.CrashHook()
    try:
        fail("good morning")
    except ValueError as error:
        hook.on_exception(type(error), error, error.__traceback__)
        hook.on_thread_exception(threading.ExceptHookArgs((type(error), error, error.__traceback__, None)))
    kept = crash.log_file().read_text(encoding="utf-8")
    output = capsys.readouterr()
    assert hook.count == 2
    assert kept.count("desktop/test_logs.py") == 4 and kept.count("ValueError") == 2
    assert [secret for secret in SECRETS if secret in kept + caplog.text + output.out + output.err] == []


def test_an_archive_that_cannot_be_opened_leaves_no_name_in_the_log(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Nor does a place where nothing can be kept."""
    folder = tmp_path / "secret-folder"
    folder.mkdir()
    monkeypatch.setenv("KITHMAP_HOME", str(folder / "home"))
    (folder / "home").write_text("no folder")
    archive = folder / "ada_mill-9000000077.zip"
    archive.write_text("window.YTD good morning")
    caplog.set_level(logging.DEBUG)
    application = Application(qapp, SettingsStore())
    qtbot.addWidget(application.window)
    with qtbot.waitSignal(application.importer.failed, timeout=30_000):
        application.open_paths([archive])
    application.settings.change(maximized=True)
    application.window.close()
    assert "the archive was not opened: DamagedArchive" in caplog.text
    assert "settings could not be kept" in caplog.text
    assert [secret for secret in SECRETS if secret in caplog.text] == []
