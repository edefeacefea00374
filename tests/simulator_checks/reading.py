"""A small reader for the checks, independent of the analyzer: archive → text and records by data type."""

import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_HEAD = re.compile(r"window\.YTD\.([a-z0-9_]+)\.part(\d+) = ")


@dataclass(frozen=True)
class Read:
    """What was found: raw bytes by file, and unwrapped records by data type (all parts, in order)."""

    files: Mapping[str, bytes]
    records: Mapping[str, list[Any]]
    manifest: Mapping[str, Any]

    def wrapped(self, kind: str) -> list[Any]:
        """The records of a type without their wrapper object."""
        return [next(iter(record.values())) for record in self.records[kind]]


def read_files(path: Path) -> dict[str, bytes]:
    """All files of a zip or folder by their path in it."""
    if path.is_dir():
        return {file.relative_to(path).as_posix(): file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file()}
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def read_archive(path: Path) -> Read:
    """Reads an untouched archive of era D."""
    files = read_files(path)
    parts: list[tuple[str, int, list[Any]]] = []
    for name, raw in files.items():
        text = raw.decode("utf-8")
        head = _HEAD.match(text)
        if name.endswith(".js") and head:
            parts.append((head[1], int(head[2]), json.loads(text[head.end() :])))
    records: dict[str, list[Any]] = {}
    for kind, _, content in sorted(parts, key=lambda part: part[:2]):
        records.setdefault(kind, []).extend(content)
    manifest = json.loads(files["data/manifest.js"].decode().split("=", 1)[1])
    return Read(files, records, manifest)
