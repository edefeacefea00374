"""What people and tools do to archives on the way: folders, top folders, junk, removed and edited files, broken downloads."""

import zipfile
from pathlib import Path

import pytest

from tests.simulator import Layout, Options, World, build_world, write_archive
from tests.simulator_checks.reading import read_archive, read_files


@pytest.fixture(scope="module")
def small() -> World:
    return build_world(Options(seed=21, tweets=150))


def test_folder_and_zip_hold_the_same_files(small: World, tmp_path: Path) -> None:
    zipped = read_files(write_archive(small, tmp_path / "a.zip"))
    assert zipped == read_files(write_archive(small, tmp_path / "a"))
    assert zipped == read_files(write_archive(small, tmp_path / "again.zip"))
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()


def test_a_top_folder_and_junk_stand_beside_the_real_files(small: World, tmp_path: Path) -> None:
    plain = read_files(write_archive(small, tmp_path / "plain.zip"))
    layout = Layout(top_folder="twitter-2025-01-22", junk=True)
    files = read_files(write_archive(small, tmp_path / "top.zip", layout=layout))
    assert {f"twitter-2025-01-22/{name}" for name in plain} < set(files)
    assert "__MACOSX/twitter-2025-01-22/data/._tweets.js" in files


def test_removed_messages_stay_in_the_manifest(small: World, tmp_path: Path) -> None:
    full = read_archive(write_archive(small, tmp_path / "full.zip"))
    pruned = read_archive(write_archive(small, tmp_path / "pruned.zip", messages=False))
    gone = {"data/direct-messages.js", "data/direct-messages-group.js", "data/direct-message-headers.js", "data/direct-message-group-headers.js"}
    assert set(full.files) - set(pruned.files) == gone
    assert full.manifest["dataTypes"] == pruned.manifest["dataTypes"]
    without_likes = read_files(write_archive(small, tmp_path / "likes.zip", layout=Layout(removed=("like",))))
    assert set(full.files) - set(without_likes) == {"data/like.js"}


def test_edited_files_keep_their_content(small: World, tmp_path: Path) -> None:
    plain = read_files(write_archive(small, tmp_path / "plain.zip"))["data/tweets.js"]
    bom = read_files(write_archive(small, tmp_path / "bom.zip", layout=Layout(bom=True)))["data/tweets.js"]
    assert bom == b"\xef\xbb\xbf" + plain
    crlf = read_files(write_archive(small, tmp_path / "crlf.zip", layout=Layout(crlf=True)))["data/tweets.js"]
    assert b"\r\n" in crlf and crlf.replace(b"\r\n", b"\n") == plain
    bare = read_files(write_archive(small, tmp_path / "bare.zip", layout=Layout(bare=True)))["data/tweets.js"]
    assert bare == plain.removeprefix(b"window.YTD.tweets.part0 = ") and bare.startswith(b"[\n")


def test_a_broken_download_is_no_zip_any_more(small: World, tmp_path: Path) -> None:
    whole = write_archive(small, tmp_path / "whole.zip").stat().st_size
    broken = write_archive(small, tmp_path / "broken.zip", layout=Layout(truncated=0.6))
    assert broken.stat().st_size == int(whole * 0.6)
    with pytest.raises(zipfile.BadZipFile):
        zipfile.ZipFile(broken)


def test_a_world_without_messages(tmp_path: Path) -> None:
    world = build_world(Options(seed=21, tweets=150, messages=False))
    read = read_archive(write_archive(world, tmp_path / "silent.zip"))
    assert read.records["direct_messages"] == [] and read.files["data/direct-messages.js"].endswith(b"[ ]")
