"""The project's frame: what may stand at the top level, what the locks promise, and what no tracked file may hold."""

import os
import re
import shutil
import stat
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
SCRIPTS = ("run", "test", "packaging/lock.sh", ".ci/run")
TOP_LEVEL = {
    ".ci", ".gitignore", "analyzer", "desktop", "packaging", "resources", "tests", "run", "test",
    "pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md", "DECISIONS.md",
}  # fmt: skip
MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:root|work|home|opt|mnt|Users)/\w|[A-Z]:\\Users\\")


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    """The files git knows."""
    if shutil.which("git") is None or not (ROOT / ".git").exists():
        pytest.skip("this is not a git clone")
    # the user may not own the clone, and git then wants to be told that it is all right
    command = ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listing.split("\0") if name and (ROOT / name).exists()]


def _requirements(lock: str) -> dict[str, str]:
    """Name and marker → everything that is said about that requirement."""
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return {line.split("--hash", 1)[0].strip(): line for line in lines}


def test_the_top_level_holds_only_what_it_may(tracked: list[str]) -> None:
    """The house is built in five folders; everything else has a fixed name."""
    assert {name.split("/", 1)[0] for name in tracked} <= TOP_LEVEL


def test_no_tracked_file_names_a_place_on_somebodys_machine(tracked: list[str]) -> None:
    """Such paths work nowhere else and tell about the one who wrote them."""
    found = []
    for name in tracked:
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:  # a picture or an archive
            continue
        found += [f"{name}:{number}" for number, line in enumerate(text.splitlines(), 1) if MACHINE_PATH.search(line)]
    assert found == []


def test_every_icon_is_asked_for_somewhere(tracked: list[str]) -> None:
    """A picture that nobody shows is only weight."""
    code = "".join(
        (ROOT / name).read_text(encoding="utf-8") for name in tracked if name.startswith(("desktop/", "packaging/")) and name.endswith(".py")
    )
    icons = {Path(name).stem for name in tracked if name.startswith("resources/icons/")}
    assert icons
    assert [icon for icon in sorted(icons) if f'"{icon}"' not in code and f"{icon}.svg" not in code] == []


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_of_a_lock_is_pinned_and_hashed(lock: str) -> None:
    """`pip --require-hashes` then takes no file that was not meant."""
    requirements = _requirements(lock)
    assert "networkx" in " ".join(requirements)
    for name, line in requirements.items():
        assert re.match(r"[a-z0-9-]+==\S+( ; .+)?$", name), name
        assert re.search(r"--hash=sha256:[0-9a-f]{64}\b", line), name


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_no_address(lock: str) -> None:
    """Where packages come from is the user's own setting."""
    text = (ROOT / "packaging" / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


def test_the_tests_lock_holds_everything_of_the_other() -> None:
    """An environment for tests can run the app as well."""
    run, test = (_requirements(lock) for lock in LOCKS)
    assert run.items() <= test.items()


def test_the_locks_hold_every_dependency_of_the_project() -> None:
    """A dependency that was added without `packaging/lock.sh` would be missing on every other machine."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = {"requirements.lock": project["project"]["dependencies"]}
    wanted["requirements-dev.lock"] = wanted["requirements.lock"] + project["dependency-groups"]["dev"]
    for lock, dependencies in wanted.items():
        held = {name.split("==")[0] for name in _requirements(lock)}
        assert {re.split(r"[<>=!; ]", dependency)[0].lower() for dependency in dependencies} <= held


@pytest.mark.skipif(os.name == "nt", reason="Windows has no sh and no execute bit")
@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_can_be_started(script: str) -> None:
    """Executable, and its shell understands every line of it."""
    path = ROOT / script
    assert path.stat().st_mode & stat.S_IXUSR
    shell = path.read_text(encoding="utf-8").splitlines()[0].split("/")[-1].split()[-1]
    subprocess.run([shell, "-n", str(path)], check=True)


def test_git_ignores_what_the_set_up_and_a_run_leave_in_the_clone() -> None:
    """Nobody commits their own archive's findings by accident."""
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    assert {".venv/", ".qt-libs/", "/kithmap-output/"} <= set(ignored)


def test_the_licence_is_the_full_text_of_the_gpl() -> None:
    """Whole, not a link to it."""
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Version 3, 29 June 2007" in text
    assert "How to Apply These Terms to Your New Programs" in text
