"""The lane that reads everything: ijson in constant memory; damaged batches record by record; damage reported with its position."""

import io
from collections.abc import Callable, Iterator
from typing import Any, Protocol

import ijson
import msgspec

from analyzer.archive.clean import TEXT_KEYS, StreamCleaner, clean, without_texts
from analyzer.archive.shapes import Shape, Trouble, convert

MAX_RECORD = 8 * 1024 * 1024
"""Bytes of the largest record that is read; a conversation of 1,000 long messages has about 1 MB."""
MAX_DEPTH = 48
"""Real records nest eight deep."""
_FEED = 512
"""Bytes that ijson gets at a time; where it stumbles, what it made of these is lost."""

DECODE_ERRORS = (msgspec.MsgspecError, ValueError, RecursionError, ArithmeticError, ijson.JSONError)
"""What the parsers raise on damaged JSON: RecursionError where msgspec finds it nested too deeply, ArithmeticError for absurd exponents."""


class Reads(Protocol):
    """Something with ``read(n)``, as ijson wants it."""

    def read(self, size: int = -1, /) -> bytes: ...


class TooDeep(ValueError):
    """JSON that nests deeper than any record."""


OVERSIZE = object()
"""Stands for an element that holds more values than any record."""
_MAX_VALUES = 500_000


def items(source: Reads, forget: frozenset[str] = frozenset(), *, end_is_end: bool = False) -> Iterator[Any]:
    """The elements of a JSON array as plain objects, without the scalars under the keys of ``forget``.

    ``end_is_end``: what follows the array is ignored. Raises one of `DECODE_ERRORS` where the JSON breaks; elements before that have been
    handed out.
    """
    stack: list[Any] = []
    keys: list[str] = []
    depth = 0
    values = 0
    # use_float: without it ijson 3.6's C backend crashes on integers of more than 4,300 digits; with it they are an error.
    for event, value in ijson.basic_parse(source, buf_size=_FEED, use_float=True):
        if event == "map_key":
            if keys:
                keys[-1] = value
        elif event in ("start_map", "start_array"):
            depth += 1
            if depth > MAX_DEPTH:
                raise TooDeep
            if depth > 1:
                made: Any = {} if event == "start_map" else []
                values += 1
                if stack and values < _MAX_VALUES:
                    _put(stack[-1], keys[-1], made)
                stack.append(made)
                keys.append("")
        elif event in ("end_map", "end_array"):
            depth -= 1
            if depth == 0 and end_is_end:
                return
            if depth > 0:
                done = stack.pop()
                keys.pop()
                if not stack:
                    yield OVERSIZE if values >= _MAX_VALUES else done
                    values = 0
        else:
            values += 1
            if not stack:
                yield value
            elif values < _MAX_VALUES and keys[-1] not in forget:
                _put(stack[-1], keys[-1], value)


def _put(parent: Any, key: str, value: Any) -> None:
    if isinstance(parent, dict):
        parent[key] = value
    else:
        parent.append(value)


Decode = Callable[[bytes], list[Any]]
"""Decodes a whole JSON array of one part's records; raises one of `DECODE_ERRORS`."""


def salvage(batch: bytes, offset: int, shape: Shape, decode: Decode, starts: Callable[[bytes], list[int]], trouble: Trouble) -> list[Any]:
    """The raw records of a batch (array elements without the brackets) that could not be decoded as it stands.

    The bytes are cleaned, then each record is read by itself, so that a damaged one costs only itself. ``starts`` finds where records
    begin; ``offset`` is the position of the batch in the member.
    """
    cleaned = _prepared(batch, shape)
    try:
        return decode(b"".join((b"[", cleaned, b"]")))
    except DECODE_ERRORS:
        pass
    records: list[Any] = []
    found: list[tuple[int, str]] = []
    places = starts(batch)
    for start, end in zip(places, [*places[1:], len(batch)], strict=True):
        piece = _prepared(batch[start:end].rstrip().rstrip(b",").rstrip(), shape)
        if piece:
            records += _one(piece, shape, decode, lambda why, at=start: found.append((at, why)))  # type: ignore[misc]
    if len(places) > 1 and any(why == "broken-json" for _, why in found):
        # Perhaps nothing is broken and what looked like a boundary lay inside a record: ijson knows where records end.
        whole: list[str] = []
        repaired = _one(cleaned, shape, None, whole.append)
        if "broken-json" not in whole:
            records, found = repaired, [(0, why) for why in whole]
    for at, why in found:
        trouble(offset + at, why)
    return records


def _prepared(batch: bytes, shape: Shape) -> bytes:
    cleaned = clean(batch)
    return without_texts(cleaned) if shape.has_texts else cleaned


def _one(piece: bytes, shape: Shape, decode: Decode | None, problem: Callable[[str], None]) -> list[Any]:
    """The records of a cleaned piece, one at most as a rule; ``problem`` is called once for each that cannot be read."""
    array = b"".join((b"[", piece, b"]"))
    if decode is not None:
        try:
            return decode(array)
        except DECODE_ERRORS:
            pass
    records = []
    try:
        for item in items(io.BytesIO(array)):
            record = convert(item, shape)
            if record is None:
                problem("unexpected-shape")
            else:
                records.append(record)
    except DECODE_ERRORS:
        problem("broken-json")
        return []
    return records


class _CleanReader:
    """Gives ijson cleaned bytes; counts what was taken since the last record so that an endless string ends."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._cleaner = StreamCleaner()
        self._ready = b""
        self._ended = False
        self.position = 0
        self.since_record = 0

    def read(self, size: int = -1, /) -> bytes:
        while not self._ready and not self._ended:
            piece = next(self._pieces, b"")
            self._ended = not piece
            self.position += len(piece)
            self.since_record += len(piece)
            if self.since_record > 4 * MAX_RECORD:
                raise TooDeep
            self._ready = self._cleaner.feed(piece) if piece else self._cleaner.finish()
        give, self._ready = (self._ready, b"") if size < 0 else (self._ready[:size], self._ready[size:])
        return give


def read_tolerantly(pieces: Iterator[bytes], offset: int, shape: Shape, trouble: Trouble) -> Iterator[list[Any]]:
    """Raw records of an array whose ``[`` is the first byte of ``pieces``, in lists, by ijson alone.

    After damage nothing more can be found here, because nothing tells where the next record begins; the position is then told.
    """
    reader = _CleanReader(pieces)
    batch: list[Any] = []
    try:
        for item in items(reader, TEXT_KEYS if shape.has_texts else frozenset(), end_is_end=True):
            reader.since_record = 0
            record = None if item is OVERSIZE else convert(item, shape)
            if record is None:
                trouble(offset + reader.position, "unexpected-shape")
            else:
                batch.append(record)
            if len(batch) >= 256:
                yield batch
                batch = []
    except DECODE_ERRORS:
        trouble(offset + reader.position, "broken-json")
    if batch:
        yield batch
