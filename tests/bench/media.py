"""How long an archive takes to open and to read with and without 4 GB of photos and videos around its data: ``python -m tests.bench.media``.

The zip with media names 100,000 of them; the videos are a hole in the file, so that it needs no disk.
"""

import tempfile
import time
from pathlib import Path
from statistics import median

from analyzer.archive import open_archive
from tests.analyzer.archive.invented import data_file, everything, files_of, tweet, with_media, zipped

RUNS = 5
FILES = files_of("era-d") | {"data/tweets.js": data_file("tweets", [tweet(10**15 + n, f"words {n * 7919}") for n in range(20_000)])}


def measure(path: Path) -> tuple[float, float]:
    """Seconds until the archive is open, and until all of it is read: the medians of some runs."""
    opened, read = [], []
    for _ in range(RUNS):
        started = time.perf_counter()
        with open_archive(path) as archive:
            opened.append(time.perf_counter() - started)
            everything(archive)
        read.append(time.perf_counter() - started)
    return median(opened), median(read)


def main() -> None:
    """Print one line for each of the two archives."""
    with tempfile.TemporaryDirectory() as folder:
        plain, large = zipped(Path(folder, "plain.zip"), FILES), with_media(Path(folder, "large.zip"), FILES, photos=100_000)
        measure(plain)  # what is loaded once
        for name, path in (("without media", plain), ("with media", large)):
            opened, read = measure(path)
            print(f"{name:14} {path.stat().st_size / 1e9:6.3f} GB: open {opened:.3f} s, all read {read:.3f} s")


if __name__ == "__main__":
    main()
