"""How data files look: JSON laid out as the exporter of era D does, HTML escapes, and the order of runs in which files come."""

from collections.abc import Iterator, Sequence
from json.encoder import encode_basestring  # leaves non-ASCII raw, as the exporter does
from typing import TypeVar

_Item = TypeVar("_Item")


def escaped(text: str) -> str:
    """The three HTML entities that tweets hold."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def laid_out(value: object, indent: str = "") -> str:
    """JSON text: two spaces a level, `` : `` between key and value, one array element a line, ``[ ]`` and ``{ }`` when empty."""
    if isinstance(value, str):
        return encode_basestring(value)
    if value is False:
        return "false"
    if value is True:
        return "true"
    inner = indent + "  "
    if isinstance(value, dict):
        if not value:
            return "{ }"
        pairs = [f"{inner}{encode_basestring(key)} : {laid_out(one, inner)}" for key, one in value.items()]
        return "{\n" + ",\n".join(pairs) + f"\n{indent}}}"
    if isinstance(value, (list, tuple)):
        if not value:
            return "[ ]"
        return "[\n" + ",\n".join(inner + laid_out(one, inner) for one in value) + f"\n{indent}]"
    raise TypeError(f"{type(value).__name__} does not occur in an archive: numbers are written as strings")


def old_style(value: object, indent: str = "") -> str:
    """The manifest's layout in every year: array elements follow each other on the brackets' lines."""
    if isinstance(value, dict) and value:
        inner = indent + "  "
        pairs = [f"{inner}{encode_basestring(key)} : {old_style(one, inner)}" for key, one in value.items()]
        return "{\n" + ",\n".join(pairs) + f"\n{indent}}}"
    if isinstance(value, list) and value:
        return "[ " + ", ".join(old_style(one, indent) for one in value) + " ]"
    return laid_out(value, indent)


def interleaved(items: Sequence[_Item], small: int, large: int) -> Iterator[_Item]:
    """Newest first in ``items``; out come runs: ``small`` of the newest, a block of ``large`` older ones, and so on (archive-format §6.10, §11.3)."""
    newest = min(large, len(items))
    blocks = range(newest, len(items), large)
    for place in range(max((newest + small - 1) // small, len(blocks))):
        yield from items[min(place * small, newest) : min((place + 1) * small, newest)]
        if place < len(blocks):
            yield from items[blocks[place] : blocks[place] + large]


def in_runs(items: Sequence[_Item], limit: int = 1_100) -> list[_Item]:
    """Newest first in ``items``; lists longer than ``limit`` come as newest, oldest, middle block (archive-format §11.2)."""
    if len(items) <= limit:
        return list(items)
    oldest = limit + (len(items) - limit) // 2
    return [*items[:limit], *items[oldest:], *items[limit:oldest]]
