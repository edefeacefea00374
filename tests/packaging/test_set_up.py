"""The set-up of ./run and ./test: what it leaves alone, what it says when it cannot go on, and that failures keep their exit status."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("sh", "env", "dirname", "uname", "mktemp", "tail", "rm", "cat", "tr", "cksum", "basename", "id", "grep", "sed", "find", "mkdir", "mv")
Shell = Callable[..., subprocess.CompletedProcess[str]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sh")


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """The scripts alone, with this very Python as their environment's."""
    clone = tmp_path / "a clone"
    (clone / "packaging").mkdir(parents=True)
    for name in ("run", "test", "packaging/env.sh", "packaging/requirements.lock", "packaging/requirements-dev.lock"):
        shutil.copy(ROOT / name, clone / name)
    (clone / ".venv" / "bin").mkdir(parents=True)
    return clone


@pytest.fixture
def tools(tmp_path: Path) -> Path:
    """A PATH with what every Unix has and with nothing that installs."""
    folder = tmp_path / "tools"
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found is not None
        (folder / tool).symlink_to(found)
    return folder


@pytest.fixture
def shell(clone: Path, tools: Path) -> Shell:
    """Runs lines after env.sh was sourced; without lines, runs the given command."""

    def run(lines: str, *command: str) -> subprocess.CompletedProcess[str]:
        words = command or ("sh", "-euc", f'root=$1; . "$root/packaging/env.sh"; {lines}', "sh", str(clone))
        environment = {"PATH": str(tools), "HOME": str(clone.parent), "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")}
        return subprocess.run(words, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60, check=False)

    return run


def _script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def _use_real_python(clone: Path) -> None:
    _script(clone / ".venv" / "bin" / "python", f'exec "{sys.executable}" "$@"')


def _stamp(clone: Path, shell: Shell) -> None:
    stamped = shell('stamp_of run > "$venv/kithmap-stamp"')
    assert stamped.returncode == 0, stamped.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux looks for system libraries")
def test_a_second_run_touches_neither_pip_nor_apt(clone: Path, tools: Path, shell: Shell) -> None:
    """With a stamped environment and all libraries there, nothing is said and nothing installed."""
    _use_real_python(clone)
    _stamp(clone, shell)
    touched = clone / "touched"
    for installer in ("apt-get", "sudo", "python3"):
        _script(tools / installer, f'echo {installer} >> "{touched}"; exit 1')
    run = shell("prepare run none")
    assert (run.returncode, run.stderr, touched.exists()) == (0, "", False)


def test_another_lock_makes_the_environment_unready(clone: Path, shell: Shell) -> None:
    """One more byte in the lock is enough."""
    _use_real_python(clone)
    _stamp(clone, shell)
    assert shell("venv_is_ready run").returncode == 0
    assert shell("venv_is_ready test").returncode != 0
    with (clone / "packaging" / "requirements.lock").open("a") as lock:
        lock.write("\n")
    assert shell("venv_is_ready run").returncode != 0


@pytest.mark.parametrize(
    ("python", "words"),
    [('echo Python 3.9.2; [ "$1" = --version ]', "this machine has Python 3.9.2."), (None, "this machine has no python3.")],
)
def test_an_old_or_missing_python_is_one_sentence(tools: Path, shell: Shell, python: str | None, words: str) -> None:
    """And nothing is installed for it."""
    if python:
        _script(tools / "python3", python)
    run = shell("prepare run none")
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert run.stderr.endswith(words + "\n")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux looks for system libraries")
def test_missing_libraries_are_named_where_nothing_can_install_them(clone: Path, shell: Shell) -> None:
    """No apt-get on this PATH."""
    _use_real_python(clone)
    _stamp(clone, shell)
    run = shell("libs_offscreen='libc.so.6:libc6 libno-such-thing.so.9:libno-such-thing9'; prepare run none")
    assert run.returncode == 1
    assert run.stderr.endswith("please install them and try again: libno-such-thing9\n")


@pytest.mark.skipif(sys.platform != "linux", reason="macOS always has a screen")
def test_a_failure_without_a_screen_keeps_its_exit_status_and_leaves_no_findings(clone: Path, shell: Shell) -> None:
    """A damaged archive is exit 3 from the command, so it is exit 3 from ./run."""
    _use_real_python(clone)
    _stamp(clone, shell)
    package = clone / "desktop"
    package.mkdir()
    (package / "__init__.py").touch()
    (package / "cli.py").write_text("import sys\nprint('half')\nsys.exit(3 if 'broken.zip' in sys.argv else 0)\n", encoding="utf-8")
    (clone / "kithmap-output").mkdir()
    (clone / "kithmap-output" / "follow.csv").write_text("of an earlier run", encoding="utf-8")
    run = shell("", str(clone / "run"), "broken.zip")
    assert run.returncode == 3, run.stderr
    assert list((clone / "kithmap-output").iterdir()) == []
    assert shell("", str(clone / "run")).returncode == 0
    assert (clone / "kithmap-output" / "summary.txt").read_text(encoding="utf-8") == "half\n"
