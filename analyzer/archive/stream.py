"""Records out of the bytes of one data file: whole batches cut from the stream and decoded into structs; what fails goes to `tolerant`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

import msgspec

from analyzer.archive.clean import NUL_ESCAPE
from analyzer.archive.shapes import Shape, Trouble
from analyzer.archive.tolerant import DECODE_ERRORS, MAX_RECORD, read_tolerantly, salvage

_HEAD = 64 * 1024
_LONGEST_SEPARATOR = 4096

# `window.YTD.tweets.part0 =`, `Grailbird.data.tweets_2018_01 =`, `var user_details =`, or nothing at all (tools strip it).
_ASSIGNMENT = re.compile(rb"\s*(?:(?:var\s+)?(?P<left>[A-Za-z_$][\w$.\s]{0,200}?)\s*=\s*)?(?=[\[{])", re.ASCII)
_LEFT_TYPE = re.compile(r"(?:window\.)?YTD\.(?P<type>\w+?)\.part\d+|window\.(?P<manifest>__THAR_CONFIG)|Grailbird\.data\.(?P<month>\w+)")
_EMPTY = re.compile(rb"\[\s*\]")
_FIRST_KEY = re.compile(rb'\[\s*\{\s*"(?P<key>[ !#-\[\]-~]{1,100})"\s*:\s*(?P<value>.)', re.DOTALL)
_BOM = b"\xef\xbb\xbf"


class Lane(Enum):
    """How a part is read. FAST falls back by itself; TOLERANT alone is for tests and for files without any layout."""

    FAST = "fast"
    TOLERANT = "tolerant"


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of a data file: ``type_`` is what its left side says it holds (kebab case), ``body`` where the JSON starts."""

    type_: str | None
    body: int


def read_head(start: bytes) -> Head | None:
    """Understand the first bytes of a data file; None where they are no assignment of JSON."""
    skip = len(_BOM) if start.startswith(_BOM) else 0
    found = _ASSIGNMENT.match(start, skip)
    if found is None:
        return None
    left = re.sub(r"\s", "", (found["left"] or b"").decode("ascii", "replace"))
    told = _LEFT_TYPE.fullmatch(left)
    type_ = None
    if told is not None:
        type_ = "manifest" if told["manifest"] else "tweets" if told["month"] else told["type"].replace("_", "-").lower()
    return Head(type_, found.end())


class _Separator:
    """Finds where one record ends and the next begins, by the key that every record of this file begins with.

    ``}, { "tweet" :`` in any spacing cannot stand inside a JSON string: its quote would end the string and ``tweet`` would stand bare.
    """

    def __init__(self, key: bytes) -> None:
        self._any = re.compile(rb'\}\s*,\s*\{\s*"' + re.escape(key) + rb'"\s*:')
        self._literal: bytes | None = None
        self._begin = 0

    @property
    def seen(self) -> bool:
        """True if a boundary was ever found."""
        return self._literal is not None

    def last(self, pending: bytearray, start: int) -> tuple[int, int] | None:
        """(end of a record, start of the next) for the last boundary at or after ``start``."""
        if self._literal is not None:
            at = pending.rfind(self._literal, start)
            if at >= 0:
                return at + 1, at + self._begin
        all_found = list(self._any.finditer(pending, start))
        if not all_found:
            return None
        found = all_found[-1]
        # One file is written in one layout: the next search is a plain search for these very bytes.
        self._literal = bytes(found[0])
        self._begin = found[0].index(b"{")
        return found.start() + 1, found.start() + self._begin

    def starts(self, batch: bytes) -> list[int]:
        """Where the records of a batch begin; the first is 0."""
        return [0, *(found.start() + found[0].index(b"{") for found in self._any.finditer(batch))]

    def first(self, pending: bytearray) -> int | None:
        """Where the first record begins that comes after another one."""
        found = self._any.search(pending)
        return None if found is None else found.start() + found[0].index(b"{")


class _Decoder:
    """Decodes a JSON array of records, wrapped or bare as the file's first record is."""

    def __init__(self, shape: Shape, key: str, value: bytes) -> None:
        wrapped = value == b"{" and (key in shape.wrappers or key not in shape.keys)
        if wrapped:
            wrapper = msgspec.defstruct("Wrapped", [("record", shape.raw, msgspec.field(name=key))], gc=False, frozen=True)
            self._decode = msgspec.json.Decoder(list[wrapper], strict=False).decode  # type: ignore[valid-type]
        else:
            self._decode = msgspec.json.Decoder(list[shape.raw], strict=False).decode  # type: ignore[name-defined]
        self._wrapped = wrapped

    def __call__(self, array: bytes | bytearray) -> list[Any]:
        found: list[Any] = self._decode(array)
        return [wrapper.record for wrapper in found] if self._wrapped else found


def read_list(pieces: Iterator[bytes], shape: Shape, trouble: Trouble, lane: Lane = Lane.FAST) -> Iterator[list[Any]]:
    """The records of one data file in lists, in the file's order; ``trouble`` is told each one that cannot be read.

    Peak memory is a few pieces whatever the size of the file: nothing is kept but the record that is not complete yet.
    """
    start = b""
    for piece in pieces:
        start += piece
        if len(start) >= _HEAD:
            break
    head = read_head(start)
    if head is None:
        trouble(0, "empty-file" if not start.strip(b"\0 \r\n\t") else "no-data")
        return
    if _EMPTY.match(start, head.body):
        return
    first = _record_start(start, head.body, shape)
    if lane is Lane.TOLERANT or first is None or start[head.body : head.body + 1] != b"[":
        for raw in read_tolerantly(_chain(start[head.body :], pieces), head.body, shape, trouble):
            yield shape.finished(raw)
        return
    decoder = _Decoder(shape, first["key"].decode("utf-8", "replace"), first["value"])
    separator = _Separator(first["key"])
    body = head.body + 1
    for raw in _cut_and_decode(start[body:], pieces, body, separator, decoder, shape, trouble):
        yield shape.finished(raw)


def _record_start(start: bytes, body: int, shape: Shape) -> re.Match[bytes] | None:
    """What every record of this file begins with: a wrapper that this part has, else the first key of the first record."""
    if shape.wrappers:
        names = b"|".join(re.escape(name.encode()) for name in shape.wrappers)
        # Not only in the first record: that one may be the damaged one.
        known = re.compile(rb'[\[,]\s*\{\s*"(?P<key>' + names + rb')"\s*:\s*(?P<value>\{)').search(start, body)
        if known is not None:
            return known
    return _FIRST_KEY.match(start, body)


def _chain(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    if first:
        yield first
    yield from rest


def _cut_and_decode(
    first: bytes, rest: Iterator[bytes], offset: int, separator: _Separator, decoder: _Decoder, shape: Shape, trouble: Trouble
) -> Iterator[list[Any]]:
    """Whole records as arrays of their own; ``offset`` is the position in the file of the byte after the bracket that ``pending`` opens with.

    The bytes are copied once: the comma after the last whole record becomes the closing bracket.
    """
    pending = bytearray(b"[")
    searched = 1
    skipping = False
    for piece in _chain(first, rest):
        pending += piece
        if skipping:
            begin = separator.first(pending)
            if begin is None:
                dropped = max(0, len(pending) - 1 - _LONGEST_SEPARATOR)
                del pending[1 : 1 + dropped]
                offset += dropped
                continue
            del pending[1:begin]
            offset, searched, skipping = offset + begin - 1, 1, False
        cut = separator.last(pending, searched)
        if cut is None:
            searched = max(1, len(pending) - _LONGEST_SEPARATOR)
            if len(pending) > MAX_RECORD and not separator.seen:
                yield from read_tolerantly(_chain(bytes(pending), rest), offset - 1, shape, trouble)
                return
            if len(pending) > MAX_RECORD:
                trouble(offset, "record-too-large")
                skipping = True
            continue
        end, begin = cut
        beyond = pending[begin:]
        pending[end:] = b"]"
        yield _decoded(pending, offset, separator, decoder, shape, trouble)
        pending = bytearray(b"[")
        pending += beyond
        offset, searched = offset + begin - 1, 1
    if not skipping:
        yield _last(pending, offset, separator, decoder, shape, trouble)


def _last(pending: bytearray, offset: int, separator: _Separator, decoder: _Decoder, shape: Shape, trouble: Trouble) -> list[Any]:
    """The end of the file: ``]``, perhaps a semicolon; neither where the file was cut off."""
    body = pending[1:].rstrip(b"\0 \r\n\t;")
    body = body[:-1] if body.endswith(b"]") else body
    body = body.rstrip().rstrip(b",")
    return _decoded(b"".join((b"[", body, b"]")), offset, separator, decoder, shape, trouble) if body else []


def _decoded(array: bytes | bytearray, offset: int, separator: _Separator, decoder: _Decoder, shape: Shape, trouble: Trouble) -> list[Any]:
    if NUL_ESCAPE.search(array) is None:
        try:
            return decoder(array)
        except DECODE_ERRORS:
            pass
    return salvage(bytes(array[1:-1]), offset, shape, decoder, separator.starts, trouble)
