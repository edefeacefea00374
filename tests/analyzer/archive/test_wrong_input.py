"""What is no archive, or no longer one, is named; bombs are refused."""

import io
import zipfile
from pathlib import Path

import pytest

from analyzer.archive import containers as containers_module
from analyzer.archive import open_archive
from analyzer.errors import DamagedArchive, MissingPart, NotAnArchive, TooLarge
from tests.analyzer.archive.invented import files_of, unpacked, zip_bytes, zipped

D = files_of("era-d")

LOOK_ALIKES = {
    "instagram": {"connections/followers_and_following/followers_1.html": b"", "content/posts_1.json": b"[]"},
    "facebook": {"your_facebook_activity/posts/your_posts.html": b"", "connections/friends/your_friends.json": b"{}"},
    "mastodon": {"actor.json": b"{}", "outbox.json": b"{}", "avatar.png": b""},
    "bluesky": {"repo.car": b"\x3a\xa2"},
    "google": {"Takeout/archive_browser.html": b"", "Takeout/Google Photos/x.json": b"{}"},
    "tiktok": {"user_data_tiktok.json": b"{}"},
    "linkedin": {"Connections.csv": b"First Name,Last Name", "Profile.csv": b"x", "messages.csv": b"x"},
    "web-exporter": {"twitter-Followers-1712345678901.json": b"[]"},
    "other": {"holiday/notes.txt": b"hello", "js/tweets.js": b"function tweets() {}"},
}


@pytest.mark.parametrize("looks_like", LOOK_ALIKES)
@pytest.mark.parametrize("as_zip", [True, False])
def test_exports_of_other_services_are_named(looks_like: str, as_zip: bool, tmp_path: Path) -> None:
    files = LOOK_ALIKES[looks_like]
    path = zipped(tmp_path / "a.zip", files) if as_zip else unpacked(tmp_path / "a", files)
    with pytest.raises(NotAnArchive) as caught:
        open_archive(path)
    assert caught.value.looks_like == looks_like
    assert caught.value.path == path


def test_an_empty_folder_a_text_file_and_nothing_at_all(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("dear diary")
    (tmp_path / "empty").mkdir()
    (tmp_path / "repo.car").write_bytes(b"\x3a\xa2")
    for name, looks_like in (("notes.txt", "file"), ("empty", "empty-folder"), ("gone.zip", "missing"), ("repo.car", "bluesky")):
        with pytest.raises(NotAnArchive) as caught:
            open_archive(tmp_path / name)
        assert caught.value.looks_like == looks_like


def test_an_empty_zip_is_no_archive(tmp_path: Path) -> None:
    with pytest.raises(NotAnArchive):
        open_archive(zipped(tmp_path / "a.zip", {}))


@pytest.mark.parametrize("keep", [0.001, 0.5, 0.99])
def test_a_truncated_zip_is_said_to_be_one(tmp_path: Path, keep: float) -> None:
    whole = zip_bytes(D)
    (tmp_path / "a.zip").write_bytes(whole[: int(len(whole) * keep)])
    with pytest.raises(DamagedArchive) as caught:
        open_archive(tmp_path / "a.zip")
    assert caught.value.what == "truncated-zip"


def test_an_encrypted_zip(tmp_path: Path) -> None:
    data = bytearray(zip_bytes(D))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        for info in archive.infolist():
            data[info.header_offset + 6] |= 1
    at = data.find(b"PK\x01\x02")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\x01\x02", at + 4)
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(DamagedArchive) as caught:
        open_archive(tmp_path / "a.zip")
    assert caught.value.what == "encrypted"


@pytest.mark.parametrize("keep", [("data/like.js", "data/manifest.js"), ("data/account.js",)])
def test_neither_tweets_nor_messages_nor_follow_lists(tmp_path: Path, keep: tuple[str, ...]) -> None:
    with pytest.raises(MissingPart) as caught:
        open_archive(zipped(tmp_path / "a.zip", {name: D[name] for name in keep}))
    assert caught.value.missing == ("tweets", "messages", "followers", "following")


def test_an_archive_without_tweets_but_with_follows_is_one(tmp_path: Path) -> None:
    with open_archive(zipped(tmp_path / "a.zip", {"data/follower.js": D["data/follower.js"]})) as archive:
        assert archive.owner.account_id == 0


def test_pointers_instead_of_data(tmp_path: Path) -> None:
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 5\n"
    with pytest.raises(NotAnArchive) as caught:
        open_archive(unpacked(tmp_path, {name: pointer for name in D if name.startswith("data/") and "manifest" not in name}))
    assert caught.value.looks_like == "git-lfs"


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    with pytest.raises(TooLarge) as caught:
        open_archive(zipped(tmp_path / "a.zip", D | {"data/like.js": bytes(40 * 1024 * 1024)}))
    assert caught.value.member == "data/like.js"


def test_a_file_larger_than_any_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(containers_module, "MAX_MEMBER", 1000)
    with pytest.raises(TooLarge):
        open_archive(unpacked(tmp_path, D))


def test_zips_nested_deeper_than_one_are_not_followed(tmp_path: Path) -> None:
    nested = zip_bytes({"a.zip": zip_bytes({"a.zip": zip_bytes(D)})})
    (tmp_path / "a.zip").write_bytes(nested)
    with pytest.raises(NotAnArchive):
        open_archive(tmp_path / "a.zip")


def test_a_failed_opening_leaves_no_file_open(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"data/like.js": D["data/like.js"]})
    with pytest.raises(MissingPart):
        open_archive(path)
    # Warnings are errors here: an unclosed file would fail this test.
    path.rename(tmp_path / "b.zip")
