"""What 15,000 followers without any contact cost until the first picture of an archive is seen, against the same archive without them.

    python -m tests.bench.first_picture [--followers 15000] [--runs 3] [--archive FILE.zip]

Reads the archive (the built-in sample) and a copy of it with so many more followers, judges, and paints the Circles. Figures are medians in
ms of one run each in turn, so that a busy machine slows both. Works without a screen.
"""

import argparse
import gc
import os
import tempfile
import time
import zipfile
from collections.abc import Callable
from importlib.resources import as_file, files
from pathlib import Path
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from analyzer.analysis import analyze
from analyzer.verdict.judge import judge_all
from analyzer.verdict.policy import default_policy
from desktop.graph.layers import Layers
from desktop.graph.look import Look
from desktop.graph.sources import source_of
from desktop.graph.view import View
from desktop.theme import LIGHT

SIZE = (800, 620)
FIRST_ID = 9_400_000_000
PART = "data/follower.js"


def with_followers(archive: Path, target: Path, more: int) -> Path:
    """A copy of an archive with ``more`` followers that nothing else in it names."""
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith(PART):
                ids = range(FIRST_ID, FIRST_ID + more)
                entries = ",".join(f'{{"follower":{{"accountId":"{one}","userLink":"https://x.com/i/user/{one}"}}}}' for one in ids)
                end = data.rindex(b"]")
                data = data[:end].rstrip() + b"," + entries.encode() + data[end:]
            copy.writestr(name, data)
    return target


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """ms, and what came out."""
    started = time.perf_counter()
    found = work()
    return (time.perf_counter() - started) * 1000, found


def first_picture(path: Path) -> dict[str, float]:
    """ms of each step until the picture is whole."""
    policy, look, view = default_policy(), Look(LIGHT), View.fitting(*SIZE)
    steps: dict[str, float] = {}
    steps["read"], analysis = timed(lambda: analyze([path]))
    # As `desktop.jobs` does: what an archive leaves is not looked through for cycles again and again.
    gc.freeze()
    steps["judge"], judgements = timed(lambda: judge_all(analysis, policy, {}))  # type: ignore[arg-type]
    steps["gather"], source = timed(lambda: source_of("circles", analysis, judgements))  # type: ignore[arg-type]
    steps["place"], scene = timed(lambda: source.scene((float(SIZE[0]), float(SIZE[1])), look.fonts))  # type: ignore[attr-defined]
    steps["paint"], _ = timed(lambda: Layers().sharp(scene, view, look))  # type: ignore[arg-type]
    return steps


def main() -> None:
    """Measure both archives in turn."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--followers", type=int, default=15_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--archive", type=Path)
    given = parser.parse_args()
    application = QApplication([])
    sample = files("resources").joinpath("sample", "sample.zip")
    with tempfile.TemporaryDirectory(prefix="kithmap-bench-") as folder, as_file(sample) as built_in:
        archive = given.archive or built_in
        without = with_followers(archive, Path(folder, "without.zip"), 1)
        crowded = with_followers(archive, Path(folder, "crowded.zip"), given.followers)
        first_picture(without)  # imports and fonts
        runs = [(first_picture(without), first_picture(crowded)) for _ in range(given.runs)]
    print(f"{given.followers:,} more followers, medians of {given.runs} runs, ms")
    for step in runs[0][0]:
        print(f"  {step:8} {median(run[0][step] for run in runs):8.1f} {median(run[1][step] for run in runs):8.1f}")
    plain, crowd = (median(sum(run[which].values()) for run in runs) for which in (0, 1))
    print(f"  {'in all':8} {plain:8.1f} {crowd:8.1f}   {crowd / plain:.2f} x (wanted: 1.5)")
    application.quit()


if __name__ == "__main__":
    main()
