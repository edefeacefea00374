"""Archives made to do harm: bombs of every kind, names that point elsewhere, devices, and what may not be opened."""

import errno
import os
import socket
import stat
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest

from analyzer.archive import Part, open_archive
from analyzer.archive import containers as containers_module
from analyzer.errors import ArchiveError, DamagedArchive, NotAnArchive, TooLarge
from tests.analyzer.archive.fuzz import LARGEST_ALLOWED, SLOWEST_ALLOWED, megabytes, survive
from tests.analyzer.archive.invented import data_file, everything, files_of, tweet, unpacked, zip_bytes, zipped

D = files_of("era-d")
LIMITED = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such files")


def zip_of(*members: tuple[str, bytes, int, int], shared: bool = False) -> bytes:
    """A zip written by hand: (name, deflated bytes, size it claims, CRC it claims); ``shared``: all entries point to the first member's bytes."""
    data, table, places = b"", b"", []
    for name, body, size, crc in members:
        places.append(len(data) if not shared or not places else places[0])
        if shared and len(places) > 1:
            continue
        fields = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, crc, min(len(body), 2**32 - 1), min(size, 2**32 - 1), len(name), 0)
        data += b"PK\x03\x04" + fields + name.encode() + body
    for (name, body, size, crc), place in zip(members, places, strict=True):
        wide = struct.pack("<HHQQ", 1, 16, size, len(body)) if size >= 2**32 else b""
        shown = (2**32 - 1, 2**32 - 1) if wide else (len(body), size)
        fields = struct.pack("<HHHHHHLLLHHHHHLL", 20, 20, 0, 8, 0, 33, crc, *shown, len(name), len(wide), 0, 0, 0, 0, place)
        table += b"PK\x01\x02" + fields + name.encode() + wide
    return data + table + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, len(members), len(members), len(table), len(data), 0)


def deflated(content: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(content) + packer.flush()


ACCOUNT = ("data/account.js", deflated(D["data/account.js"]), len(D["data/account.js"]), zlib.crc32(D["data/account.js"]))


ZEROS = b"window.YTD.tweets.part0 = [" + bytes(10**6)


def test_ten_gigabytes_of_zeros_are_refused_before_they_are_opened(tmp_path: Path) -> None:
    """The member says how large it is; in a folder the file does (and needs no disk)."""
    (tmp_path / "a.zip").write_bytes(zip_of(ACCOUNT, ("data/tweets.js", deflated(ZEROS), 10 * 2**30, 0)))
    unpacked(tmp_path / "b", {"data/account.js": D["data/account.js"], "data/tweets.js": ZEROS})
    os.truncate(tmp_path / "b" / "data" / "tweets.js", 10 * 2**30)
    for name in ("a.zip", "b"):
        with pytest.raises(TooLarge) as caught:
            open_archive(tmp_path / name)
        assert caught.value.member == "data/tweets.js"


def test_a_member_that_lies_about_its_size_gives_no_more_than_it_says(tmp_path: Path) -> None:
    """It says 100 kB and inflates to 64 MB."""
    content = data_file("tweets", [tweet(10**15 + n) for n in range(4)]) + b" " * 2**26
    (tmp_path / "a.zip").write_bytes(zip_of(ACCOUNT, ("data/tweets.js", deflated(content), 100_000, zlib.crc32(content))))
    before = megabytes()
    with open_archive(tmp_path / "a.zip") as archive:
        assert len(everything(archive)[Part.TWEETS]) == 4
        assert "wrong-checksum" in {one.why for one in archive.unreadable}
    assert megabytes() - before < 40


def test_a_bomb_of_overlapping_members_opens_only_what_it_is_asked_for(tmp_path: Path) -> None:
    """A thousand names for the same 15 MB: no name is opened that no data file has, each of the others is read alone."""
    bomb = deflated(bytes(15 * 2**20))
    members = [("data/tweets.js", bomb, 15 * 2**20, 0), *((f"data/tweets-part{n}.js", bomb, 15 * 2**20, 0) for n in range(1, 1000))]
    (tmp_path / "a.zip").write_bytes(zip_of(*members, shared=True))
    before = megabytes()
    assert survive(tmp_path / "a.zip") < SLOWEST_ALLOWED
    assert megabytes() - before < LARGEST_ALLOWED


def test_a_zip_that_holds_itself_is_opened_once(tmp_path: Path) -> None:
    """The bytes of its only member are the whole file again (as of a quine zip): the table of contents leads back to the start."""
    name = b"again.zip"
    local = b"PK\x03\x04" + struct.pack("<HHHHHLLLHH", 20, 0, 0, 0, 33, 0, 0, 0, len(name), 0) + name
    size = len(local) + 46 + len(name) + 22
    table = b"PK\x01\x02" + struct.pack("<HHHHHHLLLHHHHHLL", 20, 20, 0, 0, 0, 33, 0, size, size, len(name), 0, 0, 0, 0, 0, 0) + name
    # Stored from the local header's end on: what is read there ends with the very same table.
    whole = local + table + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(table), len(local), 0)
    (tmp_path / "a.zip").write_bytes(whole)
    assert survive(tmp_path / "a.zip") < 1
    with pytest.raises(ArchiveError):
        open_archive(tmp_path / "a.zip")


def test_a_bomb_inside_a_zip_in_a_zip_is_refused(tmp_path: Path) -> None:
    inner = zip_of(ACCOUNT, ("data/tweets.js", deflated(ZEROS), 10 * 2**30, 0))
    with pytest.raises(TooLarge):
        open_archive(zipped(tmp_path / "a.zip", {"mail.zip": inner}))
    outer = zip_of(("mail.zip", deflated(bytes(10**6)), 10 * 2**30, 0))
    (tmp_path / "b.zip").write_bytes(outer)
    with pytest.raises(TooLarge) as caught:
        open_archive(tmp_path / "b.zip")
    assert caught.value.member == "mail.zip"


def test_a_cut_zip_in_a_zip_is_said_to_be_one_and_a_foreign_export_with_zips_is_not(tmp_path: Path) -> None:
    cut = zip_bytes(D)[:-200]
    with pytest.raises(DamagedArchive) as damaged:
        open_archive(zipped(tmp_path / "a.zip", {"mail.zip": cut}))
    assert damaged.value.what == "truncated-zip"
    with pytest.raises(NotAnArchive) as foreign:
        open_archive(zipped(tmp_path / "b.zip", {"more.zip": cut, "outbox.json": b"{}", "actor.json": b"{}"}))
    assert foreign.value.looks_like == "mastodon"


def test_names_that_point_elsewhere_lead_nowhere(tmp_path: Path) -> None:
    """Nothing is ever extracted: not a file appears, and the data are read as what they are."""
    folder = tmp_path / "here"
    folder.mkdir()
    odd = {
        "../../data/tweets.js": D["data/tweets.js"],
        "../../data/follower.js": D["data/follower.js"],
        "/etc/block.js": b"x",
        "C:\\data\\like.js": D["data/like.js"],
        "data/..": b"",
    }
    path = zipped(folder / "a.zip", odd)
    before = sorted(tmp_path.rglob("*"))
    with open_archive(path) as archive:
        everything(archive)
        assert all(not fact.file.startswith("/") for fact in archive.parts())
    assert sorted(tmp_path.rglob("*")) == before


@LIMITED
def test_devices_pipes_and_sockets_are_no_archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever picks one is told so at once; none is opened, which could wait for ever."""
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    os.mkfifo(tmp_path / "pipe.zip")
    with socket.socket(socket.AF_UNIX) as bound:
        bound.bind("socket.js")
        (tmp_path / "zero.zip").symlink_to("/dev/zero")
        for name in ("pipe.zip", "socket.js", "zero.zip"):
            with pytest.raises(NotAnArchive) as caught:
                open_archive(tmp_path / name)
            assert caught.value.looks_like == "file"


@LIMITED
def test_a_device_in_a_folder_is_never_opened(tmp_path: Path) -> None:
    unpacked(tmp_path, {name: content for name, content in D.items() if "like" not in name})
    try:
        os.mknod(tmp_path / "data" / "like.js", stat.S_IFCHR | 0o644, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only the administrator may make devices")
    with open_archive(tmp_path) as archive:
        assert not archive.has(Part.LIKES) and len(everything(archive)[Part.TWEETS]) == 3


def test_a_file_that_may_not_be_read_is_unreadable_and_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Refused by the opening itself, so that it holds for the administrator too."""
    opened = containers_module.open_regular

    def refuse(path: Path) -> Any:
        if path.name == "follower.js":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(path)

    monkeypatch.setattr(containers_module, "open_regular", refuse)
    with open_archive(unpacked(tmp_path, D)) as archive:
        assert len(everything(archive)[Part.TWEETS]) == 3
        assert archive.is_missing(Part.FOLLOWERS)
        assert {fact.state for fact in archive.parts() if fact.part == "followers"} == {"unreadable"}


def test_a_zip_that_may_not_be_read_is_said_to_be_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path / "a.zip", D)
    opened = Path.open

    def refuse(self: Path, *arguments: Any, **more: Any) -> Any:
        if self == path:
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(self, *arguments, **more)

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DamagedArchive) as caught:
        open_archive(path)
    assert caught.value.what == "unreadable"


def test_a_chain_of_links_without_end_is_said_to_be_unreadable(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to(tmp_path / "two")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    with pytest.raises(ArchiveError):
        open_archive(tmp_path / "one")


def test_a_table_of_contents_of_300_000_names_costs_little(tmp_path: Path) -> None:
    """Names that no data file has are gone through once and never become objects."""
    names = [f"data/tweets_media/{number}.jpg" for number in range(300_000)]
    entry = struct.Struct("<4sHHHHHHLLLHHHHHLL").pack
    table = b"".join(entry(b"PK\x01\x02", 20, 20, 0, 0, 0, 33, 0, 0, 0, len(name), 0, 0, 0, 0, 0, 0) + name.encode() for name in names)
    whole = zip_bytes(D, zipfile.ZIP_STORED)
    start, count = struct.unpack_from("<L", whole, len(whole) - 6)[0], struct.unpack_from("<H", whole, len(whole) - 12)[0]
    both = table + whole[start:-22]
    end = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, len(names) + count, len(names) + count, len(both), start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, start + len(both), 1)
    last = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    (tmp_path / "a.zip").write_bytes(whole[:start] + both + end + locator + last)
    before = megabytes()
    with open_archive(tmp_path / "a.zip") as archive:
        assert len(everything(archive)[Part.TWEETS]) == 3
    assert megabytes() - before < 120
