"""The command that opens the window, as another process runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analyzer.version import VERSION
from desktop import launch

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: str, code: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m desktop`` (or ``code``) with this environment."""
    command = [sys.executable, "-c", code] if code else [sys.executable, "-m", "desktop"]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run([*command, *arguments], capture_output=True, text=True, timeout=90, env=variables, cwd=ROOT, check=False)


@pytest.mark.parametrize("argument", ["--help", "--version", "--no-such-option"])
def test_arguments_are_answered_before_qt_is_imported(argument: str) -> None:
    """So that they work where Qt does not."""
    code = (
        "import sys\n"
        "class NoQt:\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name.startswith('PySide6'): raise ImportError('Qt was imported')\n"
        "sys.meta_path.insert(0, NoQt())\n"
        "from desktop.launch import main\n"
        "main(sys.argv[1:])"
    )
    ended = run(argument, code=code)
    assert ended.returncode == (2 if argument == "--no-such-option" else 0), ended.stderr
    assert "Qt was imported" not in ended.stderr
    if argument == "--version":
        assert ended.stdout.strip() == f"kithmap {VERSION}"
    if argument == "--help":
        assert "--self-test" in ended.stdout and "ARCHIVE" in ended.stdout


def test_sample_and_archive_exclude_each_other() -> None:
    """A wrong use, status 2."""
    ended = run("--sample", "x.zip")
    assert ended.returncode == 2 and "leave ARCHIVE out" in ended.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_it_says_so() -> None:
    """Instead of Qt's abort."""
    ended = run(DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert ended.returncode == 1 and "kithmap-cli" in ended.stderr and ended.stderr.count("\n") == 1


def test_the_self_test_walks_every_page_and_touches_nothing_of_the_user(tmp_path: Path) -> None:
    """One line per page, status 0."""
    ended = run("--self-test", KITHMAP_HOME=str(tmp_path / "home"), HOME=str(tmp_path), XDG_CONFIG_HOME=str(tmp_path / "config"))
    lines = ended.stdout.splitlines()
    assert ended.returncode == 0, ended.stdout + ended.stderr
    pictures = ["graph", "graph as map", "graph as person"]
    assert [line.partition(":")[0] for line in lines] == ["start", "sample", "people", *pictures, "export", "method", "health", "self-test"]
    assert lines[-1] == "self-test: ok, 5 pages" and "EMPTY" not in ended.stdout
    assert not (tmp_path / "home").exists() and not (tmp_path / "config").exists()


def test_the_self_test_fails_without_the_sample() -> None:
    """It can fail: a bundle without its sample is broken."""
    code = (
        "import sys\nfrom pathlib import Path\nimport desktop.import_job as job\n"
        "job.sample_path = lambda: Path('no-such-sample.zip')\n"
        "from desktop.self_test import run_self_test\nsys.exit(run_self_test())"
    )
    ended = run(code=code)
    assert ended.returncode == 1 and "FAILED" in ended.stdout


def test_a_frozen_bundle_can_be_its_own_child() -> None:
    """`--child` runs our module with the pipes of the process, and no other module."""
    variables = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "desktop", "--child"]
    question = b'{"nodes": 2, "edges": [[0, 1, 1.0]]}'
    answer = subprocess.run([*command, "analyzer.network.communities"], input=question, capture_output=True, timeout=60, env=variables, check=True)
    assert answer.stdout == b"[0, 0]"
    refused = subprocess.run([*command, "http.server"], capture_output=True, timeout=60, env=variables, check=False)
    assert refused.returncode == 2 and b"own modules only" in refused.stderr


def test_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """An X or Wayland display, or a platform that was asked for."""
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert not launch.has_screen()
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    assert launch.has_screen()
    monkeypatch.delenv("WAYLAND_DISPLAY")
    monkeypatch.setattr(sys, "platform", "win32")
    assert launch.has_screen()
