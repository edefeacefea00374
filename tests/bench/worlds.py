"""Simulated archives for the benchmarks, made once per size and kept in the system's folder for temporary files."""

import subprocess
import sys
import tempfile
from pathlib import Path


def simulated(tweets: int, seed: int = 11) -> Path:
    """A zip with ``tweets`` tweets and their people; made when it is not there yet."""
    folder = Path(tempfile.gettempdir()) / "kithmap-bench"
    folder.mkdir(exist_ok=True)
    path = folder / f"world-{seed}-{tweets}.zip"
    if not path.exists():
        partial = path.with_suffix(".making.zip")
        command = [sys.executable, "-m", "tests.simulator", "--seed", str(seed), "--tweets", str(tweets), "--out", str(partial)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        partial.replace(path)
    return path
