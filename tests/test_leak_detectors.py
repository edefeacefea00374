"""The leak detectors of conftest.py find what they are there to find, and let a tidy test pass."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent

LEAKING = '''
import subprocess, sys, threading
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel

kept = []

def test_thread(qapp):
    threading.Thread(target=threading.Event().wait, args=(3,), name="forgotten").start()

def test_process(qapp):
    kept.append(subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE))

def test_timer(qapp):
    kept.append(QTimer())
    kept[-1].start(1000)

def test_widget(qapp):
    kept.append(QLabel("left"))

def test_tidy(qtbot):
    label = QLabel("closed by qtbot")
    qtbot.addWidget(label)
    label.show()
    timer = QTimer(label)
    timer.start(1000)

def test_failed_already(qapp):
    kept.append(QLabel("left by a failure"))
    assert not kept
'''


def test_each_kind_of_leak_fails_the_test_that_made_it_and_a_tidy_test_passes(tmp_path: Path) -> None:
    """One inner pytest run over a file of leaking tests."""
    conftest = (TESTS / "conftest.py").read_text(encoding="utf-8")
    assert "GRACE_SECONDS = 2.0" in conftest
    (tmp_path / "conftest.py").write_text(conftest.replace("GRACE_SECONDS = 2.0", "GRACE_SECONDS = 0.2"), encoding="utf-8")
    (tmp_path / "test_leaking.py").write_text(LEAKING, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nqt_api = pyside6\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", "-p", "no:cacheprovider", "-p", "no:xvfb", "-rA", str(tmp_path)]
    inner = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=60, check=False
    )
    shutil.rmtree(tmp_path / "__pycache__", ignore_errors=True)
    errors = {line.split("::")[1].split()[0] for line in inner.stdout.splitlines() if line.startswith("ERROR ")}
    assert errors == {"test_thread", "test_process", "test_timer", "test_widget"}, inner.stdout
    for words in ("thread forgotten", "child process", "active QTimer, started at", "top-level QLabel"):
        assert words in inner.stdout
    assert "5 passed" in inner.stdout
    assert "1 failed" in inner.stdout
