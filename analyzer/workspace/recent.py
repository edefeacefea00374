"""The archives opened lately: path, whose, of when; newest first, pinned ones always kept."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from analyzer.errors import WorkspaceError
from analyzer.workspace import storage

LONGEST = 12


@dataclass(frozen=True, slots=True)
class Recent:
    """One archive that was opened; times are ISO-8601 UTC, empty where unknown."""

    path: str
    account_id: str
    name: str = ""
    generated_at: str = ""
    opened_at: str = ""
    pinned: bool = False


def load() -> list[Recent]:
    """The list, pinned first, then newest first. A damaged file is renamed to ``.bak`` and the list begins anew."""
    path = kept_file()
    try:
        data = storage.read_json(path)
        return [] if data is None else _ordered(_parse(data, path))
    except WorkspaceError as error:
        if error.problem == "denied":
            raise
        storage.set_aside(path)
        return []


def opened(archive: Recent) -> list[Recent]:
    """Put ``archive`` at the head (a pin stays) and keep the list; returns it."""
    others = load()
    known = next((other for other in others if other.path == archive.path), None)
    current = replace(archive, pinned=archive.pinned or (known is not None and known.pinned))
    return _keep([current, *(other for other in others if other.path != archive.path)])


def pin(path: str, pinned: bool) -> list[Recent]:
    """Pin or unpin one archive; returns the list."""
    return _keep([replace(archive, pinned=pinned) if archive.path == path else archive for archive in load()])


def forget(*, path: str | None = None, account_id: str | None = None) -> list[Recent]:
    """Take one path or all archives of an account off the list; returns what is left."""
    return _keep([archive for archive in load() if archive.path != path and archive.account_id != account_id])


def kept_file() -> Path:
    """Where the list is kept."""
    return storage.home() / "recent.json"


def _keep(archives: Sequence[Recent]) -> list[Recent]:
    ordered = _ordered(archives)
    kept = [archive for place, archive in enumerate(ordered) if archive.pinned or place < LONGEST]
    storage.write_json(kept_file(), {"format": "kithmap-recent/1", "archives": [asdict(archive) for archive in kept]})
    return kept


def _ordered(archives: Sequence[Recent]) -> list[Recent]:
    newest = sorted(archives, key=lambda archive: archive.opened_at, reverse=True)
    return sorted(newest, key=lambda archive: not archive.pinned)


def _parse(data: Any, path: Path) -> list[Recent]:
    if not isinstance(data, dict) or data.get("format") != "kithmap-recent/1" or not isinstance(data.get("archives"), list):
        raise WorkspaceError(path, "damaged")
    archives = []
    for entry in data["archives"]:
        values = {field.name: entry.get(field.name, field.default) for field in fields(Recent)} if isinstance(entry, dict) else {}
        texts = [value for name, value in values.items() if name != "pinned"]
        if not values or not all(isinstance(text, str) for text in texts) or not isinstance(values["pinned"], bool):
            raise WorkspaceError(path, "damaged")
        archives.append(Recent(**values))
    return archives
