"""Where archives lie: zips of every make, folders at every level, junk, stale files, parts in their order."""

import os
import zipfile
from pathlib import Path

import pytest

from analyzer.archive import Era, Part, open_archive
from tests.analyzer.archive.invented import ERAS, data_file, everything, files_of, follows, tweet, unpacked, zip_bytes, zipped

D = files_of("era-d")


def _same_as_era_d(path: Path) -> None:
    with open_archive(path) as found, open_archive(Path(__file__).parents[2] / "archives" / "era-d") as plain:
        assert everything(found) == everything(plain)
        assert found.owner == plain.owner
        assert found.era is Era.D


def test_one_top_folder_and_junk_of_macos(tmp_path: Path) -> None:
    files = {f"twitter-2024-03-06-abc/{name}": content for name, content in D.items()}
    junk = {f"__MACOSX/twitter-2024-03-06-abc/data/._{name.rpartition('/')[2]}": b"\0\5\x16\7junk" for name in D}
    more = {"twitter-2024-03-06-abc/data/._tweets.js": b"\0\5\x16\7", "twitter-2024-03-06-abc/.DS_Store": b"x", "Thumbs.db": b"x"}
    _same_as_era_d(zipped(tmp_path / "a.zip", junk | more | files))


def test_back_slashes_and_mixed_case(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in D.items():
            info = zipfile.ZipInfo("x")
            info.filename = name.replace("data/", "Archive\\DATA\\").replace("tweets.js", "Tweets.JS")
            archive.writestr(info, content)
    _same_as_era_d(path)


def test_zip64_with_data_descriptors(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with path.open("wb") as raw, zipfile.ZipFile(_Unseekable(raw), "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, content in D.items():
            with archive.open(name, "w", force_zip64=True) as member:
                member.write(content)
    _same_as_era_d(path)


class _Unseekable:
    def __init__(self, raw: object) -> None:
        self.write = raw.write  # type: ignore[attr-defined]
        self.flush = raw.flush  # type: ignore[attr-defined]


@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_in_a_zip_is_read_in_place(tmp_path: Path, compression: int) -> None:
    inner = zip_bytes({f"top/{name}": content for name, content in D.items()})
    _same_as_era_d(zipped(tmp_path / "a.zip", {"readme.txt": b"mail gateway", "mail/attachment.zip": inner}, compression))


@pytest.mark.parametrize("era", ERAS)
def test_files_are_called_the_same_however_the_archive_is_given(era: str, tmp_path: Path) -> None:
    """As Twitter called them, from the archive's root: no folder of the user's comes into reports and outputs."""
    files = files_of(era)
    unpacked(tmp_path / "Downloads" / "of ann", files)
    given = [zipped(tmp_path / "a.zip", files), zipped(tmp_path / "b.zip", {f"Twitter of Ann\\{name}": content for name, content in files.items()})]
    given += [tmp_path / "Downloads", tmp_path / "Downloads" / "of ann"]
    given += [folder for folder in (tmp_path / "Downloads" / "of ann").glob("**/") if any(folder.glob("*.js")) and folder.name == "data"]
    told = []
    for path in given:
        with open_archive(path) as archive:
            everything(archive)
            told.append({(fact.part, fact.file, fact.expected) for fact in archive.parts()})
    assert all(files == told[0] for files in told)
    known = {name.lower() for name in files} | {
        "data/like.js",
        "data/direct-message-headers.js",
        "data/direct-messages.js",
        "data/js/tweets/2017_01.js",
    }
    assert {file for _, file, _ in told[0]} <= known | {"data/account.js", "data/direct-message-group-headers.js"}


@pytest.mark.parametrize("chosen", ["", "Downloads", "Downloads/twitter", "Downloads/twitter/data"])
def test_the_folder_its_parents_and_its_data_folder(tmp_path: Path, chosen: str) -> None:
    unpacked(tmp_path / "Downloads" / "twitter", D)
    unpacked(
        tmp_path / "Downloads" / "project", {"node/block.js": b"function block() {}", "like.js": b"export default 1", "tweets.js": b"// nothing"}
    )
    _same_as_era_d(tmp_path / chosen)


def test_the_chosen_path_may_be_a_link_but_nothing_below(tmp_path: Path) -> None:
    unpacked(tmp_path / "real", D)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    _same_as_era_d(tmp_path / "link")
    (tmp_path / "elsewhere.js").write_bytes(D["data/like.js"])
    (tmp_path / "real" / "data" / "like.js").unlink()
    (tmp_path / "real" / "data" / "like.js").symlink_to(tmp_path / "elsewhere.js")
    with open_archive(tmp_path / "link") as archive:
        assert not archive.has(Part.LIKES)
        assert archive.is_missing(Part.LIKES)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_never_opened(tmp_path: Path) -> None:
    unpacked(tmp_path, D)
    (tmp_path / "data" / "like.js").unlink()
    os.mkfifo(tmp_path / "data" / "like.js")
    with open_archive(tmp_path) as archive:
        assert not archive.has(Part.LIKES)


def test_a_file_exchanged_for_a_pipe_after_opening_is_reported(tmp_path: Path) -> None:
    unpacked(tmp_path, D)
    with open_archive(tmp_path) as archive:
        (tmp_path / "data" / "like.js").unlink()
        assert list(archive.read(Part.LIKES)) == []
        assert [(one.part, one.why) for one in archive.unreadable] == [(Part.LIKES, "stream-broken")]
        assert next(fact for fact in archive.parts() if fact.part == "likes").state == "unreadable"


def test_a_single_data_file(tmp_path: Path) -> None:
    path = tmp_path / "tweets.js"
    path.write_bytes(D["data/tweets.js"])
    with open_archive(path) as archive:
        assert len(everything(archive)[Part.TWEETS]) == 3
        assert archive.is_missing(Part.FOLLOWERS)


def test_only_data_zipped_without_manifest(tmp_path: Path) -> None:
    files = {name.removeprefix("data/"): content for name, content in D.items() if name.startswith("data/") and "manifest" not in name}
    with open_archive(zipped(tmp_path / "data.zip", files)) as archive:
        assert archive.era is Era.D
        assert len(everything(archive)[Part.TWEETS]) == 3


def test_parts_are_read_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    files = {f"data/tweets{f'-part{n}' if n else ''}.js": data_file("tweets", [tweet(10**15 + n)], n) for n in range(12)}
    with open_archive(zipped(tmp_path / "a.zip", files)) as archive:
        assert [one.id - 10**15 for one in everything(archive)[Part.TWEETS]] == list(range(12))


def test_without_manifest_the_present_name_wins(tmp_path: Path) -> None:
    files = {
        "tweet.js": data_file("tweet", [tweet(1)]),
        "tweets.js": data_file("tweets", [tweet(2)]),
        "tweet-headers.js": data_file("tweet-headers", []),
    }
    with open_archive(zipped(tmp_path / "a.zip", files)) as archive:
        assert [one.id for one in everything(archive)[Part.TWEETS]] == [2]
        assert ("tweets", "data/tweet.js", "not_read") in {(fact.part, fact.file, fact.state) for fact in archive.parts()}


def test_a_file_is_what_its_left_side_says(tmp_path: Path) -> None:
    swapped = {"data/follower.js": follows("following", 9000000003), "data/following.js": follows("follower", 9000000002)}
    secret = {"data/like.js": data_file("ip-audit", [{"ipAudit": {"loginIp": "192.0.2.1"}}])}
    with open_archive(zipped(tmp_path / "a.zip", swapped | secret)) as archive:
        records = everything(archive)
        assert [one.account_id for one in records[Part.FOLLOWING]] == [9000000003]
        assert [one.account_id for one in records[Part.FOLLOWERS]] == [9000000002]
        assert Part.LIKES not in records
        assert ("ip-audit", "not_read") in {(fact.part, fact.state) for fact in archive.parts()}


def test_the_shallowest_of_two_archives_and_of_equally_deep_ones_the_newest(tmp_path: Path) -> None:
    older, newer = files_of("era-c"), D
    files = {f"2021/{name}": content for name, content in older.items()} | {f"2024/{name}": content for name, content in newer.items()}
    _same_as_era_d(zipped(tmp_path / "a.zip", files))
    deeper = {f"backup/{name}": content for name, content in files_of("era-2026").items()} | newer
    _same_as_era_d(zipped(tmp_path / "b.zip", deeper))


def test_a_zero_byte_file_is_unreadable_not_empty(tmp_path: Path) -> None:
    with open_archive(zipped(tmp_path / "a.zip", D | {"data/follower.js": b""})) as archive:
        assert archive.is_missing(Part.FOLLOWERS)
        assert next(fact for fact in archive.parts() if fact.part == "followers").state == "unreadable"


def test_a_broken_manifest_does_not_cost_the_archive(tmp_path: Path) -> None:
    with open_archive(zipped(tmp_path / "a.zip", D | {"data/manifest.js": b"window.__THAR_CONFIG = { oops"})) as archive:
        assert len(everything(archive)[Part.TWEETS]) == 3
        assert archive.owner.handle == "example_ann"
        assert archive.generated_at is None


def test_a_damaged_deflate_stream_gives_what_lies_before(tmp_path: Path) -> None:
    many = D | {"data/tweets.js": data_file("tweets", [tweet(10**15 + n, f"words {n * 7919}") for n in range(4000)])}
    path = zipped(tmp_path / "a.zip", many)
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("data/tweets.js")
    data = bytearray(path.read_bytes())
    middle = info.header_offset + info.compress_size // 2
    data[middle : middle + 200] = b"\xff" * 200
    path.write_bytes(data)
    with open_archive(path) as damaged:
        found = everything(damaged)[Part.TWEETS]
        assert 0 < len(found) < 4000
        assert {one.why for one in damaged.unreadable} & {"stream-broken", "broken-json"}
        assert next(fact for fact in damaged.parts() if fact.part == "tweets").state == "read"


def test_a_wrong_checksum_costs_nothing_that_can_be_read_and_is_told(tmp_path: Path) -> None:
    """One letter of a stored file is another than it was: only the checksum knows."""
    path = zipped(tmp_path / "a.zip", D | {"data/tweets.js": data_file("tweets", [tweet(10**15 + n, "words") for n in range(3)])}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes().replace(b'"words"', b'"wards"', 1))
    with open_archive(path) as archive:
        assert [one.text for one in everything(archive)[Part.TWEETS]] == ["wards", "words", "words"]
        assert [(one.part, one.position, one.why) for one in archive.unreadable] == [("tweets", 0, "wrong-checksum")]
        assert next(fact for fact in archive.parts() if fact.part == "tweets").state == "read"
