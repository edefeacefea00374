"""Files that change, vanish or may not be looked at while an archive is listed, opened and read; and reading that is stopped at any moment."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from analyzer.analysis import analyze
from analyzer.archive import Archive, Part, open_archive
from analyzer.archive import containers as containers_module
from analyzer.errors import DamagedArchive
from analyzer.progress import Cancelled, Progress
from tests.analyzer.archive.invented import FOLDERS, data_file, everything, files_of, tweet, unpacked, zipped

D = files_of("era-d")
MANY = D | {"data/tweets.js": data_file("tweets", [tweet(10**15 + n, f"words {n * 7919}") for n in range(4000)])}


def listing(monkeypatch: pytest.MonkeyPatch, meanwhile: Callable[[Path], None]) -> None:
    """From now on ``meanwhile`` gets each folder after it was listed and before its entries are looked at."""
    listed = os.scandir

    @contextmanager
    def scandir(folder: Path) -> Iterator[list[Any]]:
        with listed(folder) as entries:
            found = list(entries)
        meanwhile(Path(folder))
        yield found

    monkeypatch.setattr(containers_module, "os", SimpleNamespace(**{**vars(os), "scandir": scandir}))


def test_a_file_that_vanishes_while_its_folder_is_listed_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_archive(unpacked(tmp_path, D)) as whole:
        all_of_it = everything(whole)
    listing(monkeypatch, lambda folder: (folder / "block.js").unlink(missing_ok=True))
    with open_archive(tmp_path) as archive:
        found = everything(archive)
        assert archive.is_missing(Part.BLOCKS)
    del all_of_it[Part.BLOCKS]
    assert found == all_of_it


def test_a_folder_that_vanishes_while_it_is_listed_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked(tmp_path, D | {"data/old/tweet.js": data_file("tweet", [])})
    listing(monkeypatch, lambda folder: shutil.rmtree(folder / "old", ignore_errors=True))
    with open_archive(tmp_path) as archive:
        assert len(everything(archive)[Part.TWEETS]) == 3


@pytest.mark.parametrize("chosen", ["a", "a/tweets.js"])
def test_what_vanishes_between_looking_and_listing_is_said_to_be_unreadable(chosen: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unpacked(tmp_path / "a", {"tweets.js": D["data/tweets.js"]})
    opened = containers_module.open_container

    def gone(path: Path) -> Any:
        container = opened(path)
        shutil.rmtree(tmp_path / "a")
        return container

    monkeypatch.setattr("analyzer.archive.opening.open_container", gone)
    with pytest.raises(DamagedArchive) as caught:
        open_archive(tmp_path / chosen)
    assert caught.value.what == "unreadable"


def test_a_data_folder_that_may_not_be_entered_is_no_foreign_export(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said that it cannot be read; where the archive lies beside it, it is none of our business."""
    unpacked(tmp_path / "mine", D)
    unpacked(tmp_path / "both" / "mine", D)
    unpacked(tmp_path / "both" / "secret", {"x.js": b"x"})

    def refuse(folder: Path) -> None:
        if folder.name in ("data", "secret") and "both/mine" not in folder.as_posix():
            raise PermissionError(13, "Permission denied")

    listing(monkeypatch, refuse)
    with pytest.raises(DamagedArchive) as caught:
        open_archive(tmp_path / "mine")
    assert caught.value.what == "unreadable"
    with open_archive(tmp_path / "both") as archive:
        assert len(everything(archive)[Part.TWEETS]) == 3


def _truncated(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def _exchanged(path: Path) -> None:
    path.unlink()
    path.write_bytes(data_file("ip-audit", [{"ipAudit": {"loginIp": "192.0.2.1"}}] * 3))


def _emptied(path: Path) -> None:
    path.write_bytes(b"")


@pytest.mark.parametrize(
    ("change", "read", "why"),
    [(_truncated, 2000, "broken-json"), (_exchanged, 0, "unexpected-shape"), (_emptied, 0, "empty-file"), (Path.unlink, 0, "stream-broken")],
)
def test_a_file_that_changes_after_opening_is_told_in_the_report(change: Callable[[Path], None], read: int, why: str, tmp_path: Path) -> None:
    unpacked(tmp_path, MANY)
    with open_archive(tmp_path) as archive:
        change(tmp_path / "data" / "tweets.js")
        found = [one for batch in archive.read(Part.TWEETS) for one in batch]
        (facts,) = [facts for facts in archive.parts() if facts.part == "tweets"]
    assert abs(len(found) - read) < 40
    assert {one.why for one in archive.unreadable} == {why}
    assert facts.state == ("read" if found else "unreadable") and facts.unreadable > 0


def test_a_file_that_shrinks_in_the_middle_of_reading_gives_what_lay_before(tmp_path: Path) -> None:
    unpacked(tmp_path, MANY)
    with open_archive(tmp_path) as archive:
        batches = archive.read(Part.TWEETS)
        first = next(batches)
        os.truncate(tmp_path / "data" / "tweets.js", 300_000)
        found = len(first) + sum(map(len, batches))
        assert 0 < found < 4000
        assert [one.why for one in archive.unreadable] == ["broken-json"]


def test_a_zip_that_is_cut_while_it_is_read_gives_what_lay_before(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", MANY)
    with open_archive(path) as archive:
        os.truncate(path, 2000)
        found = everything(archive)
        assert len(found.get(Part.TWEETS, [])) < 4000
        assert "stream-broken" in {one.why for one in archive.unreadable}


def _stopping_at(call: int) -> Callable[[Progress], None]:
    left = [call]

    def report(progress: Progress) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Cancelled

    return report


@pytest.mark.parametrize("path", [FOLDERS / "era-d", FOLDERS / "era-b1", FOLDERS / "era-a"], ids=lambda path: path.name)
def test_an_analysis_can_be_stopped_at_each_of_its_reports(path: Path) -> None:
    """No file stays open (warnings are errors here), and the next analysis is whole."""
    reports: list[Progress] = []
    whole = analyze([path], report=reports.append)
    for call in range(len(reports)):
        with pytest.raises(Cancelled):
            analyze([path], report=_stopping_at(call))
    assert len(reports) > 8
    assert analyze([path]).counts == whole.counts


def test_an_archive_can_be_closed_in_the_middle_of_every_part(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", MANY)
    for part in Part:
        if part is Part.MANIFEST:
            continue
        archive: Archive = open_archive(path)
        if archive.has(part):
            next(iter(archive.read(part)), None)
        archive.close()
    path.unlink()
