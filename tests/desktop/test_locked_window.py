"""The window under the lock, seen from outside: no internet socket is asked for, and all of it works, also where there is no network at all."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PATH = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
LIMITED = ("timeout", "90")  # nothing stays for ever, even if pytest itself is killed
COMMUNITIES = "analyzer.network.communities"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this lock")


def run(*command: str, **more: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **more}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=100, check=False)


def locked(code: str) -> list[str]:
    """Lines printed by ``code`` in a locked process of its own; skips where the kernel has no such filter."""
    start = f"{PATH}from analyzer import offline\noffline.lock_out_internet()\nprint(offline.state().lock.value)\n"
    done = run(sys.executable, "-c", start + code)
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    if lines[0] != "locked":
        pytest.skip(f"this system does not allow the lock: {lines[0]}")
    return lines[1:]


@pytest.fixture
def no_network() -> list[str]:
    """The words before a command that give it a network of its own, with nothing in it, not even loopback."""
    words = ["unshare", "-rn"]
    if shutil.which("unshare") is None or subprocess.run([*words, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this system lets nobody into a network of his own (unshare -rn)")
    return words


@pytest.fixture
def strace(tmp_path: Path) -> list[str]:
    """The words before a command that write its sockets and programs into ``trace``; proven by a socket that is known."""
    words = ["strace", "-f", "-e", "trace=socket,execve", "-s", "200", "-o", str(tmp_path / "trace")]
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    done = run(*words, sys.executable, "-c", "import socket; socket.socket()")
    if done.returncode != 0:
        pytest.skip(f"strace may not trace here: {done.stderr.strip()}")
    assert "socket(AF_INET," in (tmp_path / "trace").read_text()
    return words


def internet_sockets(trace: str) -> list[str]:
    """Lines that ask for any socket but a local one."""
    return [line for line in trace.splitlines() if "socket(" in line and "socket(AF_UNIX" not in line]


def test_qt_cannot_connect() -> None:
    """Qt has its own sockets, which no check of Python's sees."""
    code = (
        "from PySide6.QtCore import QCoreApplication\nfrom PySide6.QtNetwork import QTcpSocket, QUdpSocket\napp = QCoreApplication([])\n"
        "tcp = QTcpSocket(); tcp.connectToHost('127.0.0.1', 9)\n"
        "print(tcp.waitForConnected(2000), tcp.error().name, QUdpSocket().bind(0))"
    )
    assert locked(code) == ["False SocketAccessError False"]


def test_all_pages_work_and_ask_for_no_socket(strace: list[str], no_network: list[str], tmp_path: Path) -> None:
    """Offscreen, in a network without anything, under strace; the child for the communities is among what is traced."""
    done = run(*no_network, *strace, sys.executable, "-m", "desktop", "--self-test")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].startswith("self-test: ok")
    trace = (tmp_path / "trace").read_text()
    assert COMMUNITIES in trace
    assert internet_sockets(trace) == []


@pytest.fixture
def screen(no_network: list[str]) -> Iterator[list[str]]:
    """The words before a command that show it on a virtual screen inside a network of its own."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    words = ["nsenter", "--preserve-credentials", "-U", "-n", "-t"]
    if shutil.which("nsenter") is None:
        pytest.skip("nsenter is not installed")
    read, write = os.pipe()
    server = subprocess.Popen(
        [*no_network, *LIMITED, "Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with server, os.fdopen(read) as said:
        number = said.readline().strip()
        if number:
            yield [*words, str(server.pid), "env", f"DISPLAY=:{number}", "QT_QPA_PLATFORM=xcb"]
        server.terminate()
    if not number:
        pytest.skip("Xvfb does not start here")


def test_a_real_window_opens_its_sample_without_any_socket_but_local_ones(strace: list[str], screen: list[str], tmp_path: Path) -> None:
    """Under X the screen is a local socket; the sample is open once the child for the communities has ended."""
    probe = run(*screen, sys.executable, "-c", "from PySide6.QtGui import QGuiApplication; QGuiApplication([])")
    if probe.returncode != 0:
        pytest.skip(f"Qt cannot use a screen here: {probe.stderr.strip()[-300:]}")
    trace = tmp_path / "trace"
    trace.unlink()
    home = tmp_path / "home"
    environment = {**os.environ, "KITHMAP_HOME": str(home)}
    command = [*screen, *strace, *LIMITED, sys.executable, "-m", "desktop", "--sample"]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as window:
        patience = time.monotonic() + 60
        while not (ended := _child_ended(trace)) and window.poll() is None and time.monotonic() < patience:
            time.sleep(0.1)
        time.sleep(1)  # the pages take the analysis up
        still_there = window.poll() is None
        if still_there:
            os.kill(int(trace.read_text().split(maxsplit=1)[0]), signal.SIGTERM)  # what is traced: strace itself hears no signal
        output, _ = window.communicate(timeout=30)
    assert (ended, still_there) == (True, True), output
    text = trace.read_text()
    assert "socket(AF_UNIX" in text
    assert internet_sockets(text) == []


def _child_ended(trace: Path) -> bool:
    text = trace.read_text() if trace.exists() else ""
    started = re.search(rf"^(\d+) +execve\(.*{COMMUNITIES}", text, re.MULTILINE)
    return started is not None and re.search(rf"^{started[1]} +\+\+\+ exited with 0", text, re.MULTILINE) is not None


def test_a_folder_is_shown_by_a_file_manager_that_is_no_child_of_ours() -> None:
    """Over the session bus, where a file manager of the test stands; without one, and without a bus, it is said."""
    if shutil.which("dbus-run-session") is None:
        pytest.skip("dbus-run-session is not installed")
    manager = (
        "from PySide6.QtCore import QCoreApplication, QObject, Slot, ClassInfo\nfrom PySide6.QtDBus import QDBusConnection\n"
        "app = QCoreApplication([])\n"
        "@ClassInfo({'D-Bus Interface': 'org.freedesktop.FileManager1'})\nclass Manager(QObject):\n    @Slot('QStringList', str)\n"
        "    def ShowFolders(self, uris, startup):\n        print(uris, flush=True)\n        app.quit()\n"
        "manager = Manager(); bus = QDBusConnection.sessionBus()\n"
        "bus.registerObject('/org/freedesktop/FileManager1', manager, QDBusConnection.RegisterOption.ExportAllSlots)\n"
        "bus.registerService('org.freedesktop.FileManager1')\nprint('ready', flush=True)\napp.exec()\n"
    )
    window = (
        f"{PATH}from analyzer import offline\nprint(offline.lock_out_internet().lock.value)\n"
        "from PySide6.QtCore import QTimer, QUrl\nfrom PySide6.QtGui import QDesktopServices, QGuiApplication\n"
        "from desktop.links import LinkOpener\nfrom desktop.system_links import SystemLinks\n"
        "app = QGuiApplication([]); handler = SystemLinks(LinkOpener())\n"
        "def failed(folder):\n    print('failed', folder, flush=True)\n    app.quit()\n"
        "handler.folder_failed.connect(failed); handler.install()\n"
        "QTimer.singleShot(0, lambda: QDesktopServices.openUrl(QUrl.fromLocalFile('/invented/a folder')))\n"
        "QTimer.singleShot(int(sys.argv[1]), app.quit)\napp.exec(); handler.remove()\n"
    )
    both = (
        "import subprocess, sys\nmanager = subprocess.Popen([sys.executable, '-c', sys.argv[1]], stdout=subprocess.PIPE, text=True)\n"
        "manager.stdout.readline()\nsubprocess.run([sys.executable, '-c', sys.argv[2], '1500'], check=True)\n"
        "try:\n    print(manager.communicate(timeout=20)[0])\nfinally:\n    manager.kill()"
    )
    done = run("dbus-run-session", "--", sys.executable, "-c", both, manager, window)
    if not done.stdout.startswith("locked"):
        pytest.skip(f"no session bus, or no lock, here: {done.stdout}{done.stderr}")
    assert done.stdout.split("\n", 1)[1].strip() == "['file:///invented/a%20folder']"
    for words in (["dbus-run-session", "--"], []):
        assert run(*words, sys.executable, "-c", window, "20000").stdout.splitlines() == ["locked", "failed /invented/a folder"]


def test_about_says_it() -> None:
    code = (
        "from PySide6.QtWidgets import QApplication, QLabel, QWidget\napp = QApplication([])\n"
        "from desktop import theme\ntheme.apply(app, theme.theme_for(theme.ThemeChoice.LIGHT, app.styleHints().colorScheme()))\n"
        "from desktop.shortcut_sheet import AboutSheet\nfrom desktop.widgets.text import TextBlock\nwindow = QWidget(); sheet = AboutSheet(window)\n"
        "print(*(block.text() for block in sheet.findChildren(TextBlock)), sep='\\n')"
    )
    assert "Locked out of the internet: the system itself refuses Kithmap any connection." in locked(code)
