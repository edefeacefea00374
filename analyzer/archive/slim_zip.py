"""A large zip as if its photos and videos were not in it: the same bytes with a shorter table of contents.

An archive of 4 GB has up to 100,000 media files; Python's zipfile makes an object of each (0.9 s, 70 MB). Here the table is gone through
once and only the entries that may be data files are kept; zipfile then reads the rest as it always does.
"""

import io
import struct
from pathlib import Path
from typing import IO

_END = b"PK\x05\x06"
_ENTRY = b"PK\x01\x02"
_END_SIZE, _ENTRY_SIZE = 22, 46
_LONGEST_COMMENT = 65_535
_LARGEST_TABLE = 512 * 1024 * 1024
WORTH_IT = 2_000
"""Entries from which on the shorter table pays."""


def open_slim(path: Path, suffixes: tuple[bytes, ...]) -> IO[bytes] | None:
    """A readable, seekable zip that names only the entries with these suffixes; None where zipfile should take the file as it is."""
    file = path.open("rb")
    slim = None
    try:
        slim = _slim(file, suffixes)
    finally:
        if slim is None:
            file.close()
    return slim


def _slim(file: IO[bytes], suffixes: tuple[bytes, ...]) -> IO[bytes] | None:
    size = file.seek(0, io.SEEK_END)
    tail_start = max(0, size - _END_SIZE - _LONGEST_COMMENT)
    file.seek(tail_start)
    tail = file.read()
    at = tail.rfind(_END)
    if at < 0 or len(tail) - at < _END_SIZE:
        return None
    _, disk, table_disk, _, count, table_size, table_start, _ = struct.unpack_from("<4s4H2LH", tail, at)
    if disk or table_disk or count < WORTH_IT:
        return None
    end = tail_start + at
    if count == 0xFFFF or table_size == 0xFFFFFFFF or table_start == 0xFFFFFFFF:
        wide = _wide_end(file, end)
        if wide is None:
            return None
        table_size, table_start, end = wide
    # Anything unusual (bytes before the first member, gaps) is left to zipfile, which knows about it.
    if table_start + table_size != end or table_size > _LARGEST_TABLE:
        return None
    file.seek(table_start)
    kept = _kept_entries(file.read(table_size), suffixes)
    if kept is None or len(kept[0]) >= 0xFFFFFFFF or kept[1] >= 0xFFFF:
        return None
    table, entries = kept
    return io.BufferedReader(_Spliced(file, table_start, table + _new_end(entries, len(table), table_start)))


def _wide_end(file: IO[bytes], end: int) -> tuple[int, int, int] | None:
    """(size of the table, its start, where it ends) by the Zip64 records before the end record."""
    file.seek(max(0, end - 20))
    locator = file.read(20)
    if locator[:4] != b"PK\x06\x07":
        return None
    place = struct.unpack_from("<Q", locator, 8)[0]
    if not 0 <= place <= end - 20 - 56:
        return None
    file.seek(place)
    record = file.read(56)
    if record[:4] != b"PK\x06\x06":
        return None
    size, start = struct.unpack_from("<2Q", record, 40)
    return size, start, place


def _kept_entries(table: bytes, suffixes: tuple[bytes, ...]) -> tuple[bytes, int] | None:
    """The entries with these suffixes, one after the other, and their number; None where the table is not what it should be."""
    kept: list[bytes] = []
    at = 0
    lengths = struct.Struct("<3H").unpack_from
    while at < len(table):
        if table[at : at + 4] != _ENTRY or at + _ENTRY_SIZE > len(table):
            return None
        name, extra, comment = lengths(table, at + 28)
        end = at + _ENTRY_SIZE + name + extra + comment
        if table[at + _ENTRY_SIZE : at + _ENTRY_SIZE + name].lower().endswith(suffixes):
            kept.append(table[at:end])
        at = end
    return (b"".join(kept), len(kept)) if at == len(table) else None


def _new_end(entries: int, table_size: int, table_start: int) -> bytes:
    wide = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, entries, entries, table_size, table_start)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, table_start + table_size, 1)
    return wide + locator + struct.pack("<4s4H2LH", _END, 0, 0, entries, entries, table_size, min(table_start, 0xFFFFFFFF), 0)


class _Spliced(io.RawIOBase):
    """The first bytes of a file, followed by others from memory."""

    def __init__(self, file: IO[bytes], length: int, tail: bytes) -> None:
        self._file = file
        self._length = length
        self._tail = tail
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._length + len(self._tail)}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        wanted = len(buffer)
        if self._at < self._length:
            self._file.seek(self._at)
            data = self._file.read(min(wanted, self._length - self._at))
        else:
            data = self._tail[self._at - self._length :][:wanted]
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)

    def close(self) -> None:
        self._file.close()
        super().close()
