"""The lane that reads everything: ijson in constant memory, records repaired where one field is bad, damage reported with its position."""

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Protocol

import ijson
import msgspec

from analyzer.archive.clean import TEXT_KEYS, StreamCleaner, clean, without_texts

MAX_RECORD = 8 * 1024 * 1024
"""Bytes of the largest record that is read; a conversation of 1,000 long messages has about 1 MB."""
MAX_DEPTH = 48
"""Real records nest eight deep."""
_MAX_REPAIRS = 40
_FEED = 64 * 1024

DECODE_ERRORS = (msgspec.MsgspecError, ValueError, RecursionError, OverflowError, ijson.JSONError)
"""What the parsers raise on damaged JSON; msgspec says RecursionError where it is nested too deeply."""

Trouble = Callable[[int, str], None]
"""Called with the position (bytes from the start of the member) and the reason for each record that cannot be read."""


class Reads(Protocol):
    """Something with ``read(n)``, as ijson wants it."""

    def read(self, size: int = -1, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Shape:
    """What the records of one part look like.

    ``raw`` is the struct that the JSON is decoded into; ``finish`` turns a list of those into the records that are handed out (None: they
    are the same). ``wrappers`` are the names under which a record may be wrapped; ``aliases`` says which key stands in for a missing one.
    ``has_texts`` marks message files, whose texts are emptied before anything is parsed into objects.
    """

    raw: type[msgspec.Struct]
    wrappers: tuple[str, ...] = ()
    finish: Callable[[list[Any]], list[Any]] | None = None
    aliases: dict[str, str] = field(default_factory=dict)
    has_texts: bool = False

    @property
    def keys(self) -> frozenset[str]:
        """The JSON keys that a bare record may have."""
        return frozenset(msgspec.structs.fields(self.raw)[i].encode_name for i in range(len(self.raw.__struct_fields__)))

    def finished(self, raw: list[Any]) -> list[Any]:
        """The records to hand out."""
        return raw if self.finish is None else self.finish(raw)


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
    for event, value in ijson.basic_parse(source, buf_size=_FEED):
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
            if event == "number" and not isinstance(value, int):
                value = float(value)
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


def convert(item: Any, shape: Shape) -> Any | None:
    """One plain object as a raw record of ``shape``; a bad field is left out where the record can do without; None where it cannot."""
    record = _unwrapped(item, shape)
    if not isinstance(record, dict):
        return None
    _fill_in(record, shape.aliases)
    for _ in range(_MAX_REPAIRS):
        try:
            return msgspec.convert(record, shape.raw, strict=False)
        except msgspec.ValidationError as error:
            if not _leave_out(record, str(error), shape.aliases):
                return None
        except (RecursionError, OverflowError, ValueError):
            return None
    return None


def _unwrapped(item: Any, shape: Shape) -> Any:
    if not isinstance(item, dict):
        return item
    for wrapper in shape.wrappers:
        if isinstance(item.get(wrapper), dict):
            return item[wrapper]
    if len(item) == 1:
        (inner,) = item.values()
        if isinstance(inner, dict):
            return inner
    return item


def _fill_in(record: dict[str, Any], aliases: dict[str, str]) -> None:
    for key, stand_in in aliases.items():
        if key not in record and stand_in in record:
            record[key] = record[stand_in]


_STEP = re.compile(r"\.([^.\[\]`]+)|\[(\d+|\.\.\.)\]")


def _leave_out(record: dict[str, Any], problem: str, aliases: dict[str, str]) -> bool:
    """Take out of ``record`` what msgspec complained about; False where that is the whole record or cannot be told."""
    _, _, where = problem.rpartition(" - at `$")
    steps = [key or place for key, place in _STEP.findall(where)]
    if not steps or "..." in steps:
        return False
    parent: Any = record
    for step in steps[:-1]:
        parent = parent[int(step)] if isinstance(parent, list) else parent[step]
    last = steps[-1]
    if isinstance(parent, list):
        culprit = parent[int(last)]
    else:
        culprit = parent[last]
    if problem.startswith("Object missing required field") and isinstance(culprit, dict):
        before = len(culprit)
        _fill_in(culprit, aliases)
        if len(culprit) > before:
            return True
    if isinstance(parent, list):
        del parent[int(last)]
    else:
        del parent[last]
    return True


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
