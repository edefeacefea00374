"""A zip of 4 GB that is nearly all photos and videos costs what one without them costs: shown by the bytes that are read, not by time."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analyzer.archive import Part, open_archive
from tests.analyzer.archive.invented import data_file, everything, files_of, tweet, with_media, zipped

COUNTED = Path("/proc/self/io")
FILES = files_of("era-d") | {"data/tweets.js": data_file("tweets", [tweet(10**15 + n, f"words {n * 7919}") for n in range(2000)])}


def bytes_read(work: Callable[[], Any]) -> tuple[int, Any]:
    """Bytes that this process takes from files while ``work`` runs, by the kernel's count, and what it gives."""

    def taken() -> int:
        return int(COUNTED.read_text().split("rchar:")[1].split()[0])

    before = taken()
    result = work()
    return taken() - before, result


def _open(path: Path) -> tuple[frozenset[str], int]:
    with open_archive(path) as archive:
        return archive.files, archive.bytes_total


def _read(path: Path) -> dict[Part, list[Any]]:
    with open_archive(path) as archive:
        return everything(archive)


@pytest.mark.skipif(not COUNTED.exists(), reason="this system does not count the bytes that a process reads")
@pytest.mark.parametrize("work", [_open, _read])
def test_media_are_not_read_whatever_their_size(work: Callable[[Path], Any], tmp_path: Path) -> None:
    plain, large = zipped(tmp_path / "plain.zip", FILES), with_media(tmp_path / "large.zip", FILES)
    status = large.stat()
    assert status.st_size > 2**32 and sum(map(len, FILES.values())) < 0.01 * status.st_size
    if status.st_blocks * 512 > 2**30:
        pytest.skip("this file system keeps no holes")
    work(plain)  # what is loaded once per process
    few, found = bytes_read(lambda: work(plain))
    many, same = bytes_read(lambda: work(large))
    assert same == found
    # The table of contents names 20,000 photos: that is read once, and nothing else.
    table = 20_000 * 90
    assert many - few < table * 1.2
    assert few > 5_000  # else nothing was counted
