"""The None-reference guard: PySide6 6.12.0 on Python 3.11 and older takes a reference from None with each call and dies after some thousand calls."""

import importlib.metadata
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

LOCKS = ("requirements.lock", "requirements-dev.lock")
PACKAGING = Path(__file__).parent.parent / "packaging"

# In a process of its own, because the fault kills the process (`Fatal Python error: none_dealloc`).
MANY_CALLS = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel()
before = sys.getrefcount(None)
for _ in range(20_000):
    label.setText("a")
print(sys.getrefcount(None) - before)
"""


def test_twenty_thousand_calls_that_return_none_cost_none_no_reference() -> None:
    """Immortal None (3.12 and later) always gives 0; before that a handful of references come and go."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run([sys.executable, "-c", MANY_CALLS], env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 0, run.stderr
    assert abs(int(run.stdout)) < 100


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="6.12.0 is sound where None is immortal (Python 3.12 and later)")
def test_the_installed_qt_is_older_than_6_12_on_this_python() -> None:
    """Whoever installed it, by lock or by hand."""
    version = tuple(int(part) for part in importlib.metadata.version("PySide6-Essentials").split("."))
    assert version < (6, 12)


@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_names_one_sound_qt_for_every_python(lock: str) -> None:
    """One line each without a marker, so that no Python gets another version."""
    text = (PACKAGING / lock).read_text(encoding="utf-8")
    for name in ("pyside6-essentials", "shiboken6"):
        assert re.findall(rf"^{name}==(.*?) \\$", text, re.MULTILINE) == ["6.11.3"]


def test_the_project_keeps_6_12_away_from_python_3_11() -> None:
    """For those who install without the lock."""
    pyproject = (PACKAGING.parent / "pyproject.toml").read_text(encoding="utf-8")
    requirement = re.search(r'"PySide6-Essentials([^"]*); python_version < \'3\.12\'"', pyproject)
    assert requirement is not None
    assert "<6.12" in requirement.group(1).split(",")
