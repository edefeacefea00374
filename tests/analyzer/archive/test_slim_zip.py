"""A zip with a shortened table of contents reads as the whole one does; what is unusual is left to zipfile."""

import io
import random
import zipfile
from pathlib import Path

import pytest

from analyzer.archive import open_archive, slim_zip
from analyzer.archive.containers import KEPT_SUFFIXES
from analyzer.errors import ArchiveError
from tests.analyzer.archive.invented import ERAS, everything, files_of, zip_bytes, zipped

SUFFIXES = tuple(suffix.encode() for suffix in KEPT_SUFFIXES)
PHOTOS = {f"data/tweets_media/{number}.jpg": b"x" * number for number in range(50)}


@pytest.fixture(autouse=True)
def _always_slim(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slim_zip, "WORTH_IT", 1)


@pytest.mark.parametrize("era", ERAS)
def test_same_records_and_no_photo_is_listed(era: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path / "a.zip", PHOTOS | files_of(era))
    slim = slim_zip.open_slim(path, SUFFIXES)
    assert slim is not None
    with slim, zipfile.ZipFile(slim) as archive:
        names = archive.namelist()
        assert set(names) == {name for name in files_of(era) if name.endswith(KEPT_SUFFIXES)}
        assert archive.testzip() is None
    with open_archive(path) as found:
        records = everything(found)
    monkeypatch.setattr(slim_zip, "WORTH_IT", 10**9)
    with open_archive(path) as found:
        assert everything(found) == records


def test_zip64_with_more_entries_than_fit_the_old_format(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(66_000):
            archive.writestr(zipfile.ZipInfo(f"m/{number}.jpg"), b"")
        for name, content in files_of("era-d").items():
            archive.writestr(name, content)
    slim = slim_zip.open_slim(path, SUFFIXES)
    assert slim is not None
    with slim, zipfile.ZipFile(slim) as found:
        assert "data/tweets.js" in found.namelist()
        assert found.read("data/tweets.js") == files_of("era-d")["data/tweets.js"]


def test_a_zip_with_bytes_before_it_is_left_to_zipfile(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(b"PK" + b"x" * 100 + zip_bytes(files_of("era-d")))
    assert slim_zip.open_slim(path, SUFFIXES) is None
    with open_archive(path) as archive:
        assert archive.owner.handle == "example_ann"


def test_damaged_tables_end_in_a_named_error_or_the_same_records(tmp_path: Path) -> None:
    whole = zip_bytes(PHOTOS | files_of("era-d"))
    rng = random.Random(7)
    table = whole.index(b"PK\x01\x02")
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(rng.randint(1, 4)):
            data[rng.randrange(table, len(data))] = rng.randrange(256)
        path = tmp_path / "a.zip"
        path.write_bytes(data[: rng.choice([len(data), rng.randrange(table, len(data))])])
        try:
            with open_archive(path) as archive:
                everything(archive)
        except ArchiveError:
            continue


def test_seeking_in_the_joined_bytes(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", PHOTOS | files_of("era-d"))
    slim = slim_zip.open_slim(path, SUFFIXES)
    assert slim is not None
    with slim:
        whole = slim.read()
        for start in (0, 100, len(whole) - 300, len(whole) - 5):
            assert slim.seek(start) == start
            assert slim.read(400) == whole[start : start + 400]
        assert slim.seek(-22, io.SEEK_END) == len(whole) - 22
