"""The crash hook: one sentence for the user, places without names for the log."""

import logging
import stat
import sys
import threading
from pathlib import Path

import pytest

from desktop.crash import LONGEST_LOG, CrashHook, describe, log_file, write_down


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KITHMAP_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


def fail() -> None:
    """Fails with a name in its message."""
    raise KeyError("@secret_handle")


def test_the_log_names_places_but_nobody(caplog: pytest.LogCaptureFixture) -> None:
    """Neither log nor file holds the message."""
    hook = CrashHook()
    with caplog.at_level(logging.ERROR):
        try:
            fail()
        except KeyError as error:
            hook.on_exception(KeyError, error, error.__traceback__)
    written = log_file().read_text("utf-8")
    for text in (caplog.text, written):
        assert "KeyError" in text and "test_crash.py" in text and "secret_handle" not in text
        assert str(Path(__file__).parent.parent) not in text
    if sys.platform != "win32":
        assert stat.S_IMODE(log_file().stat().st_mode) == 0o600


def test_one_sentence_is_shown_and_never_while_one_is_shown() -> None:
    """An error inside the showing does not go in circles."""
    shown = []

    def show() -> None:
        shown.append(1)
        hook.on_exception(ValueError, ValueError(), None)

    hook = CrashHook(show)
    hook.on_exception(ValueError, ValueError(), None)
    hook.on_exception(ValueError, ValueError(), None)
    assert (len(shown), hook.count) == (2, 4)


def test_other_threads_are_logged_and_not_shown() -> None:
    """Nothing may be shown from there."""
    shown: list[int] = []
    hook = CrashHook(lambda: shown.append(1))
    hook.install()
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    assert (shown, hook.count) == ([], 1) and log_file().exists()


def test_ctrl_c_stays_what_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    """It is no crash."""
    hook = CrashHook()
    hook.on_exception(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert hook.count == 0 and "KeyboardInterrupt" in capsys.readouterr().err


def test_a_long_log_begins_anew(tmp_path: Path) -> None:
    """It never grows for ever."""
    path = tmp_path / "crash.log"
    path.write_text("x" * (LONGEST_LOG + 1), "utf-8")
    write_down("once more", path)
    assert path.read_text("utf-8") == "once more\n\n"


def test_a_log_that_cannot_be_written_is_no_second_crash(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The folder's name is taken."""
    (tmp_path / "taken").write_text("", "utf-8")
    with caplog.at_level(logging.WARNING):
        write_down(describe(ValueError, None), tmp_path / "taken" / "crash.log")
    assert "could not be written down" in caplog.text
