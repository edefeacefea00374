"""What the records of one part look like, and how one that does not quite look like it is repaired."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import msgspec

_MAX_REPAIRS = 40

Trouble = Callable[[int, str], None]
"""Called with the position (bytes from the start of the member) and the reason for each record that cannot be read."""


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
