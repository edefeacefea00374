"""Where an archive goes: a folder or a zip with fixed times, and what happens to files on the way to a reader."""

import io
import shutil
import zipfile
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Protocol

from tests.simulator.options import Layout

_FIXED_TIME = (2025, 1, 22, 9, 21, 0)
_APPLE_DOUBLE = b"\x00\x05\x16\x07\x00\x02\x00\x00Mac OS X        " + bytes(60)


class Sink(Protocol):
    """One file after the other, each by its path inside the archive."""

    def open(self, name: str) -> AbstractContextManager[IO[bytes]]:
        """A new file to write."""

    def close(self) -> None:
        """All files are written."""


class FolderSink:
    """Writes below a folder, which is made; what was there before is not touched."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def open(self, name: str) -> IO[bytes]:
        """A new file to write."""
        path = self._root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        return path.open("wb")

    def close(self) -> None:
        """Nothing remains to be done."""


class ZipSink:
    """Writes a zip whose bytes do not depend on the clock; ``keep`` cuts it off like a broken download."""

    def __init__(self, path: Path, keep: float | None = None) -> None:
        self._path, self._keep = path, keep
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9)

    def open(self, name: str) -> IO[bytes]:
        """A new file to write."""
        entry = zipfile.ZipInfo(name, _FIXED_TIME)
        entry.compress_type = zipfile.ZIP_DEFLATED
        entry.external_attr = 0o644 << 16
        return self._zip.open(entry, "w", force_zip64=True)

    def close(self) -> None:
        """Finishes the zip."""
        self._zip.close()
        if self._keep is not None:
            with self._path.open("r+b") as file:
                file.truncate(int(self._path.stat().st_size * self._keep))


def open_sink(path: Path, layout: Layout) -> Sink:
    """A zip if the name ends so, else a folder."""
    return ZipSink(path, layout.truncated) if path.suffix.lower() == ".zip" else FolderSink(path)


def write_whole(sink: Sink, name: str, content: bytes) -> int:
    """One small file; returns its size."""
    with sink.open(name) as file:
        shutil.copyfileobj(io.BytesIO(content), file)
    return len(content)


def add_junk(sink: Sink, top: str) -> None:
    """What macOS and Windows leave in re-zipped folders."""
    for name in ("__MACOSX/" + top + "data/._tweets.js", top + "data/._follower.js"):
        write_whole(sink, name, _APPLE_DOUBLE)
    write_whole(sink, top + ".DS_Store", b"\x00\x00\x00\x01Bud1")
    write_whole(sink, top + "data/desktop.ini", b"[.ShellClassInfo]\r\n")
