"""Where the files of an archive lie: a zip, a zip inside a zip, a folder or one loose file; nothing is ever extracted.

Only names and sizes are looked at here. A member is opened when somebody asks for exactly that member; symbolic links, pipes and
devices never are.
"""

import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from analyzer.archive.slim_zip import open_slim
from analyzer.errors import DamagedArchive, NotAnArchive, TooLarge

KEPT_SUFFIXES = (".js", ".csv", ".txt", ".json", ".html", ".car", ".zip")
"""Data, and what tells a foreign export by its names; photos and videos are never even listed."""
_SUFFIX_BYTES = tuple(suffix.encode() for suffix in KEPT_SUFFIXES)
MAX_MEMBER = 4 * 1024**3
"""Bytes of the largest data file that is opened; Twitter itself closes a file at 100 MiB."""
MAX_RATIO = 200
"""Real data files shrink 5 to 20 times; a member that inflates more than this (and is not small) is a bomb."""
SMALL_MEMBER = 16 * 1024**2
MAX_FOLDER_ENTRIES = 400_000
MAX_FOLDER_DEPTH = 5
_SKIPPED_FOLDERS = {"assets", "__macosx", "node_modules", "site-packages"}

BROKEN_STREAM = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
"""What reading a damaged member raises (RuntimeError: encrypted, NotImplementedError: an unknown compression)."""


@dataclass(frozen=True, slots=True)
class Member:
    """One data file: ``path`` with forward slashes from the container's root, ``size`` uncompressed bytes, ``place`` for the container."""

    path: str
    size: int
    compressed: int
    encrypted: bool
    place: object

    @property
    def base(self) -> str:
        """The last part of the path, lower case."""
        return self.path.rpartition("/")[2].lower()

    @property
    def folder(self) -> str:
        """The path without its last part; empty in the root."""
        return self.path.rpartition("/")[0]

    @property
    def depth(self) -> int:
        """How many folders lie above it."""
        return self.path.count("/")


class Container(Protocol):
    """A place that holds members."""

    path: Path

    def members(self) -> list[Member]:
        """Every file with one of `KEPT_SUFFIXES`, junk of macOS left out."""

    def open(self, member: Member) -> IO[bytes]:
        """The bytes of one member, inflated while they are read. Raises one of `BROKEN_STREAM`."""

    def checksum(self, member: Member) -> int | None:
        """CRC-32 of the member's bytes as the container tells it, None where it tells none; whoever reads to the end compares."""

    def close(self) -> None:
        """Let go of the file; closing twice does no harm."""


def is_junk(path: str) -> bool:
    """True for AppleDouble files and the like, which carry the names of real files."""
    return any(step == "__MACOSX" or step.startswith("._") for step in path.split("/"))


def check_size(container: Container, member: Member) -> None:
    """TooLarge if no real data file is that large or shrinks that much."""
    bomb = member.size > SMALL_MEMBER and member.size > MAX_RATIO * max(member.compressed, 1)
    if member.size > MAX_MEMBER or bomb:
        raise TooLarge(container.path, member.path, MAX_MEMBER if member.size > MAX_MEMBER else MAX_RATIO * member.compressed)


class ZipContainer:
    """A zip file, read in place."""

    def __init__(self, path: Path, file: IO[bytes] | None = None, inside: str = "") -> None:
        self.path = path
        self.inside = inside
        self.outer: ZipContainer | None = None
        self._file = file
        try:
            if file is None:
                self._file = open_slim(path, _SUFFIX_BYTES)
            self._zip = zipfile.ZipFile(path if self._file is None else self._file)
        except zipfile.BadZipFile as error:
            self._close_file()
            raise DamagedArchive(path, "truncated-zip") from error
        except BROKEN_STREAM as error:
            self._close_file()
            raise DamagedArchive(path, "unreadable") from error

    def members(self) -> list[Member]:
        found: dict[str, Member] = {}
        for info in self._zip.infolist():
            if not info.filename.lower().endswith(KEPT_SUFFIXES):
                continue
            # Old Windows tools wrote back-slashes; they stand for folders here, whatever computer reads.
            path = "/".join(step for step in info.filename.replace("\\", "/").split("/") if step not in ("", "."))
            if path and not is_junk(path):
                found[path] = Member(path, info.file_size, info.compress_size, bool(info.flag_bits & 1), info)
        return list(found.values())

    def open(self, member: Member) -> IO[bytes]:
        assert isinstance(member.place, zipfile.ZipInfo)
        stream = self._zip.open(member.place)
        # zipfile would keep back the last bytes where the checksum is wrong, which of most files are all: `checksum` tells it instead.
        if hasattr(stream, "_expected_crc"):
            stream._expected_crc = None
        return stream

    def checksum(self, member: Member) -> int | None:
        assert isinstance(member.place, zipfile.ZipInfo)
        return member.place.CRC

    def begins_with_media(self) -> bool:
        """True if its first member lies in one of Twitter's folders of photos and videos."""
        try:
            with self.path.open("rb") as file:
                start = file.read(512)
        except OSError:
            return False
        return start.startswith(b"PK\x03\x04") and b"_media/" in start[30 : 30 + int.from_bytes(start[26:28], "little")]

    def zip_inside(self, member: Member) -> "ZipContainer":
        """The zip that is this member; it is read through the outer one (Python seeks inside a deflated member)."""
        check_size(self, member)
        if member.encrypted:
            raise DamagedArchive(self.path, "encrypted")
        try:
            return ZipContainer(self.path, self.open(member), member.path)
        except BROKEN_STREAM as error:
            raise DamagedArchive(self.path, "unreadable") from error

    def close(self) -> None:
        self._zip.close()
        self._close_file()
        if self.outer is not None:
            self.outer.close()

    def _close_file(self) -> None:
        if self._file is not None:
            self._file.close()


class FolderContainer:
    """An extracted archive, its parent or its data folder; only regular files count. Others may change it at any moment."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.shut = False
        """True if a folder below could not be entered: what is not found may be there."""

    def members(self) -> list[Member]:
        try:
            return list(self._walk(self.path, "", 0, [MAX_FOLDER_ENTRIES]))
        except OSError as error:
            raise DamagedArchive(self.path, "unreadable") from error

    def _walk(self, folder: Path, prefix: str, depth: int, left: list[int]) -> Iterator[Member]:
        with os.scandir(folder) as entries:
            ordered = sorted(entries, key=lambda entry: entry.name)
        for entry in ordered:
            left[0] -= 1
            if left[0] < 0:
                return
            path = prefix + entry.name
            if is_junk(path) or entry.name.startswith("."):
                continue
            # Of a file or folder that has gone, or may not be looked at, only itself is lost.
            try:
                status = entry.stat(follow_symlinks=False)
                if stat.S_ISDIR(status.st_mode):
                    name = entry.name.lower()
                    if depth < MAX_FOLDER_DEPTH and not name.endswith("_media") and name not in _SKIPPED_FOLDERS:
                        yield from self._walk(Path(entry.path), path + "/", depth + 1, left)
                elif stat.S_ISREG(status.st_mode) and entry.name.lower().endswith(KEPT_SUFFIXES):
                    yield Member(path, status.st_size, MAX_MEMBER, False, Path(entry.path))
            except FileNotFoundError:
                continue
            except OSError:
                self.shut = True

    def is_empty(self) -> bool:
        """True if there is nothing in it, not even junk."""
        try:
            return not any(self.path.iterdir())
        except OSError:
            return False

    def open(self, member: Member) -> IO[bytes]:
        assert isinstance(member.place, Path)
        return open_regular(member.place)

    def checksum(self, member: Member) -> int | None:
        return None

    def close(self) -> None:
        return


class FileContainer:
    """A single data file picked by itself."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def members(self) -> list[Member]:
        try:
            return [Member(self.path.name, self.path.stat().st_size, MAX_MEMBER, False, self.path)]
        except OSError as error:
            raise DamagedArchive(self.path, "unreadable") from error

    def open(self, member: Member) -> IO[bytes]:
        return open_regular(self.path)

    def checksum(self, member: Member) -> int | None:
        return None

    def close(self) -> None:
        return


def open_regular(path: Path) -> IO[bytes]:
    """Open a regular file; OSError for anything else, also where the file was exchanged for a link or pipe a moment ago."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise OSError(f"not a regular file: {path.name}")
    return os.fdopen(descriptor, "rb", buffering=0)


def open_container(path: Path) -> Container:
    """The container at ``path``. Raises NotAnArchive (no such file, neither zip nor folder) or DamagedArchive."""
    try:
        # The path that the user chose may itself be a link; nothing below it may.
        path = path.resolve(strict=True)
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError, RuntimeError) as error:
        raise NotAnArchive(path, "missing") from error
    except OSError as error:
        raise DamagedArchive(path, "unreadable") from error
    if stat.S_ISDIR(mode):
        return FolderContainer(path)
    if not stat.S_ISREG(mode):
        raise NotAnArchive(path, "file")
    try:
        with path.open("rb") as file:
            start = file.read(4)
    except OSError as error:
        raise DamagedArchive(path, "unreadable") from error
    if start[:2] == b"PK" or zipfile.is_zipfile(path):
        return ZipContainer(path)
    if path.suffix.lower() in (".js", ".csv"):
        return FileContainer(path)
    if path.suffix.lower() == ".zip":
        raise DamagedArchive(path, "truncated-zip")
    raise NotAnArchive(path, "bluesky" if path.suffix.lower() == ".car" else "file")
