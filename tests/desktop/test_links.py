"""Links: which addresses get through, one at a time, and the helper that outlives the lock but not its parent."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import launch, links
from desktop.links import Answer, Gate, LinkOpener, helper_command, is_allowed
from desktop.system_links import SystemLinks
from desktop.wording.offline import link_failed

ROOT = Path(__file__).parents[2]
LINUX_ONLY = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has the helper")

GOOD = [
    "https://x.com/ada_mill",
    "https://twitter.com/ada_mill",
    "https://x.com/i/user/9000000077",
    "https://x.com/i/status/1234567890123456789",
    "https://x.com/i/web/status/1234567890123456789",
    "https://twitter.com/ada_mill/status/1234567890123456789",
    "https://twitter.com/intent/user?user_id=9000000077",
]
BAD = [
    "",
    "https://x.com",
    "https://x.com/",
    "http://x.com/ada_mill",
    "HTTPS://x.com/ada_mill",
    "https://x.com.example.org/ada_mill",
    "https://xxcom/ada_mill",
    "https://example.org/https://x.com/ada_mill",
    "https://x.com@example.org/",
    "https://user:word@x.com/ada_mill",
    "https://x.com:8443/ada_mill",
    "https://mobile.twitter.com/ada_mill",
    "https://t.co/abc",
    "https://x.com/ada/../mill",
    "https://x.com/ada mill",
    "https://x.com/ada_mill?x=1",
    "https://x.com/ada_mill#x",
    "https://x.com/ada_mill\n",
    "https://x.com/ada_mill\nhttps://x.com/b",
    "https://x.com/ada\x00mill",
    "https://x.com/ada\x1b[2J",
    "https://x.com/ada\u202emill",
    "https://x.com/ａｄａ",
    "https://x.com/i/user/٣٤",
    "https://x.com/" + "a" * 21,
    "https://x.com/i/user/" + "9" * 21,
    "https://x.com/intent/follow?user_id=9000000077",
    "--version",
    "file:///etc/passwd",
    "javascript:alert(1)",
]


@pytest.fixture
def opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Puts a browser of ours first on PATH and tells what it was asked to open."""
    log = tmp_path / "opened"
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("xdg-open", "open"):
        (folder / name).write_text(f'#!/bin/sh\nprintf "%s %s\\n" "$#" "$*" >> "{log}.new"\ncat "{log}.new" > "{log}"\n', encoding="utf-8")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return lambda: log.read_text(encoding="utf-8").splitlines() if log.exists() else []


@pytest.fixture
def opener() -> Iterator[LinkOpener]:
    made = LinkOpener()
    yield made
    made.close()


def wait_until(true: Callable[[], bool], seconds: float = 10) -> None:
    patience = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < patience, "it did not happen"
        time.sleep(0.01)


def alive(number: int) -> bool:
    """False also for a zombie that nobody took leave of yet."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.parametrize("url", GOOD)
def test_profiles_and_tweets_on_x_are_allowed(url: str) -> None:
    assert is_allowed(url)


@pytest.mark.parametrize("url", BAD)
def test_everything_else_is_not(url: str) -> None:
    shown: list[str] = []
    assert not is_allowed(url)
    assert Gate(lambda asked: shown.append(asked) or Answer.OPENED).open(url) is Answer.NOT_ALLOWED
    assert shown == []


def test_one_link_a_second_and_no_more() -> None:
    """A refused address does not use up the turn."""
    now = [100.0]
    shown: list[str] = []
    gate = Gate(lambda asked: shown.append(asked) or Answer.OPENED, lambda: now[0])
    assert gate.open(BAD[-1]) is Answer.NOT_ALLOWED
    assert [gate.open(GOOD[0]), gate.open(GOOD[1])] == [Answer.OPENED, Answer.TOO_SOON]
    now[0] += 0.99
    assert gate.open(GOOD[1]) is Answer.TOO_SOON
    now[0] += 0.02
    assert gate.open(GOOD[2]) is Answer.OPENED
    assert shown == [GOOD[0], GOOD[2]]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no program of ours to open links with")
def test_a_link_reaches_the_browser_as_one_word(opener: LinkOpener, opened: Callable[[], list[str]]) -> None:
    opener.start()
    assert [opener.open(url) for url in (BAD[-1], GOOD[0], GOOD[1])] == [Answer.NOT_ALLOWED, Answer.OPENED, Answer.TOO_SOON]
    wait_until(lambda: opened() == [f"1 {GOOD[0]}"])
    time.sleep(links.SECONDS_BETWEEN)
    assert opener.open(GOOD[6]) is Answer.OPENED
    wait_until(lambda: opened() == [f"1 {GOOD[0]}", f"1 {GOOD[6]}"])


@LINUX_ONLY
def test_the_helper_itself_trusts_nobody(opened: Callable[[], list[str]]) -> None:
    """What a window gone wrong would write into the pipe: other addresses, two at once, two in a second, half a line, a flood."""

    def ask(*requests: bytes) -> list[bytes]:
        answers = []
        with subprocess.Popen(helper_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0) as helper:
            assert helper.stdin is not None and helper.stdout is not None
            for request in requests:
                helper.stdin.write(request)
                answers.append(helper.stdout.read(100))
            helper.stdin.close()
            assert helper.wait(10) == 0
            assert helper.stdout.read(100) == b""
        return answers

    refused = b"not-allowed\n"
    first, second = (url.encode() + b"\n" for url in GOOD[:2])
    assert ask(*(url.encode() + b"\n" for url in BAD if "\n" not in url)) == [refused] * sum("\n" not in url for url in BAD)
    for request in (first + second, first.rstrip(), b"https://x.com/" + b"a" * 300 + b"\n", b"\xff\xfe\n", b"\n", b"A" * 100_000):
        assert ask(request) == [refused]
    assert opened() == []
    assert ask(first, second) == [b"opened\n", b"too-soon\n"]
    wait_until(lambda: opened() == [f"1 {GOOD[0]}"])


@LINUX_ONLY
def test_the_helper_ends_with_its_pipe_and_with_a_parent_that_is_killed(opener: LinkOpener, tmp_path: Path) -> None:
    opener.start()
    assert opener._helper is not None
    number = opener._helper.pid
    assert alive(number)
    opener.close()
    assert not alive(number)
    source = (
        f"import sys, time; sys.path.insert(0, {str(ROOT)!r})\nfrom desktop.links import LinkOpener\n"
        "opener = LinkOpener(); opener.start(); print(opener._helper.pid, flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", source], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        number = int(parent.stdout.readline())
        assert alive(number)
        parent.send_signal(signal.SIGKILL)
        parent.wait(10)
    wait_until(lambda: not alive(number))


@LINUX_ONLY
def test_without_browser_or_helper_it_is_said(opener: LinkOpener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(links, "SECONDS_BETWEEN", 0.0)
    assert opener.open(GOOD[0]) is Answer.NO_BROWSER
    monkeypatch.setenv("PATH", str(tmp_path))
    opener.start()
    assert opener.open(GOOD[0]) is Answer.NO_BROWSER
    assert opener._helper is not None
    opener._helper.kill()
    assert opener.open(GOOD[0]) is Answer.NO_BROWSER
    assert opener._helper is None


@LINUX_ONLY
def test_the_browser_is_not_under_the_lock(tmp_path: Path) -> None:
    """The browser of this test tries an internet socket, and tells; the program that asked for it cannot open one."""
    told = tmp_path / "told"
    browser = tmp_path / "xdg-open"
    browser.write_text(f'#!{sys.executable} -I\nimport socket\nsocket.socket().close()\nopen("{told}", "w").write("open")\n', encoding="utf-8")
    browser.chmod(0o755)
    source = (
        f"import sys, socket; sys.path.insert(0, {str(ROOT)!r})\nfrom analyzer import offline\nfrom desktop.links import LinkOpener\n"
        "opener = LinkOpener(); opener.start()\nprint(offline.lock_out_internet().lock.value)\n"
        "try:\n    socket.socket(); print('open')\nexcept OSError as error:\n    print(error.errno)\n"
        f"print(opener.open({GOOD[0]!r}).value); opener.close()"
    )
    environment = {**os.environ, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([sys.executable, "-c", source], env=environment, capture_output=True, text=True, timeout=60, check=False)
    if not done.stdout.startswith("locked"):
        pytest.skip(f"this system does not allow the lock: {done.stdout}{done.stderr}")
    assert done.stdout.split() == ["locked", "13", "opened"]
    wait_until(lambda: told.exists() and told.read_text() == "open")


def test_a_bundle_is_its_own_helper(monkeypatch: pytest.MonkeyPatch) -> None:
    """Frozen, there is one program: it knows the helper by its module's name and runs it without Qt and without the lock."""
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert helper_command() == [sys.executable, "--child", links.MODULE]
    source = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom desktop.launch import main\n"
        f"sys.argv[1:] = ['--child', {links.MODULE!r}]\nstatus = main()\n"
        "from analyzer import offline\nprint(status, offline.state().lock.value, any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", source], input="https://example.org/\n", capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == ["not-allowed", "0 not-asked False"]
    assert launch.main(["--child", "os"]) == 2


def test_a_bundle_gives_the_browser_the_systems_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/bundle")
    assert links._user_environment()["LD_LIBRARY_PATH"] == "/bundle"
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert "LD_LIBRARY_PATH" not in links._user_environment()
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/mine")
    assert links._user_environment()["LD_LIBRARY_PATH"] == "/mine"


def test_whatever_qt_is_asked_to_open_comes_by_the_opener(qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page can go past it: Qt itself hands every web address over."""
    asked: list[str] = []
    opener = LinkOpener()
    monkeypatch.setattr(opener, "_gate", Gate(lambda url: asked.append(url) or Answer.OPENED))
    handler = SystemLinks(opener)
    failed: list[Answer] = []
    handler.link_failed.connect(failed.append)
    handler.install()
    try:
        for url in (GOOD[0], "https://example.org/", "http://x.com/ada_mill", GOOD[1]):
            assert QDesktopServices.openUrl(QUrl(url))
    finally:
        handler.remove()
    assert asked == [GOOD[0]]
    assert failed == [Answer.NOT_ALLOWED, Answer.NOT_ALLOWED, Answer.TOO_SOON]
    assert len({link_failed(answer) for answer in Answer if answer is not Answer.OPENED}) == 3
