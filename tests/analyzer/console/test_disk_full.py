"""A disk that is full while the command writes: one sentence, status 4, the earlier files as they were and nothing half-written.

The kernel itself refuses: no file may grow beyond a size that the outputs need.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.analyzer.console.tiny_archive import write

pytestmark = pytest.mark.skipif(os.name != "posix", reason="limits of this kind are POSIX only")
ROOT = Path(__file__).parents[3]
OUTPUTS = {
    "--json": "a.json", "--evidence": "e.jsonl", "--people": "p.csv", "--follow": "f.csv", "--unfollow": "u.html", "--say-hello": "s.json",
    "--ask": "a.md", "--graph": "g.gexf",
}  # fmt: skip


def no_larger_than(size: int) -> Callable[[], None]:
    """What a child does first: from then on, no file of its own grows beyond ``size`` bytes."""

    def limit() -> None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def run(folder: Path, size: int, *words: str) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "KITHMAP_HOME": str(folder / "home")}
    command = [sys.executable, "-m", "analyzer", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=100, check=False, preexec_fn=no_larger_than(size))


@pytest.mark.parametrize("size", [0, 300, 4096, 20_000])
def test_a_full_disk_leaves_the_earlier_files_and_nothing_else(size: int, tmp_path: Path) -> None:
    """At the first byte, in the middle of the first file, and after several were ready."""
    archive = write(tmp_path / "archive.zip")
    words = [word for option, name in OUTPUTS.items() for word in (option, name)]
    assert run(tmp_path, 10**9, "analyze", str(archive), *words).returncode == 0
    earlier = {name: (tmp_path / name).read_bytes() for name in OUTPUTS.values()}
    assert max(map(len, earlier.values())) > 20_000
    for name in earlier:
        (tmp_path / name).write_bytes(b"earlier")
    done = run(tmp_path, size, "analyze", str(archive), *words)
    assert (done.returncode, done.stderr.count(b"\n"), b"Traceback" in done.stderr) == (4, 1, False)
    assert b"full" in done.stderr
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir() if path.is_file() and path != archive} == dict.fromkeys(earlier, b"earlier")
    home = tmp_path / "home"
    assert not home.exists() or not any(path.is_file() for path in home.rglob("*"))
