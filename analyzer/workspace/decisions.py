"""The user's decisions: kept for each account, and read from or written to a file of their own (``kithmap-decisions/1``, interfaces.md)."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analyzer.errors import ExportError, WorkspaceError
from analyzer.export import atomic
from analyzer.verdict.verdicts import Choice, Decision
from analyzer.workspace import storage

FORMAT = "kithmap-decisions/1"
_KEY = re.compile(r"[0-9]{1,20}|@[^\s@]{1,64}")
_AT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z")
_LONGEST_NOTE = 10_000
_CHOICES = frozenset(choice.value for choice in Choice)


@dataclass(frozen=True, slots=True)
class DecisionsFile:
    """A read file: whose decisions they are (empty where the file does not say) and the decisions by key."""

    account_id: str
    decisions: dict[str, Decision]


def load(account_id: str) -> dict[str, Decision]:
    """The kept decisions of an account, empty where there are none.

    A damaged file is renamed to ``.bak`` and reported once by `WorkspaceError` (``set-aside``, with the path it has now); the next call is empty.
    """
    path = kept_file(account_id)
    try:
        data = storage.read_json(path)
        return {} if data is None else _parse(data, path).decisions
    except WorkspaceError as error:
        if error.problem == "denied":
            raise
        raise WorkspaceError(storage.set_aside(path), "set-aside") from error


def save(account_id: str, decisions: Mapping[str, Decision]) -> None:
    """Keep the decisions of an account; `WorkspaceError` if the system refuses, the earlier file is then as it was."""
    storage.write_json(kept_file(account_id), _as_json(account_id, decisions))


def kept_file(account_id: str) -> Path:
    """Where the decisions of an account are kept."""
    return storage.account_folder(account_id) / "decisions.json"


def read_file(path: Path) -> DecisionsFile:
    """Read a decisions file that the user names; `WorkspaceError` says what is wrong with it."""
    data = storage.read_json(path)
    if data is None:
        raise WorkspaceError(path, "missing")
    return _parse(data, path)


def write_file(path: Path, account_id: str, decisions: Mapping[str, Decision]) -> None:
    """Write a decisions file where the user wants it; `WorkspaceError` if the system refuses."""
    text = json.dumps(_as_json(account_id, decisions), ensure_ascii=False, indent=1) + "\n"
    try:
        atomic.write_bytes(path, [text.encode("utf-8", "replace")])
    except ExportError as error:
        raise WorkspaceError(path, error.problem) from error


def _as_json(account_id: str, decisions: Mapping[str, Decision]) -> dict[str, object]:
    listed = [
        {"id": key, "decision": decision.choice.value if decision.choice is not None else None, "note": decision.note, "at": decision.at}
        for key, decision in sorted(decisions.items(), key=lambda item: _key_order(item[0]))
    ]
    return {"format": FORMAT, "account_id": account_id, "decisions": listed}


def _key_order(key: str) -> tuple[int, int, str]:
    return (1, 0, key) if key.startswith("@") else (0, int(key), "")


def _parse(data: Any, path: Path) -> DecisionsFile:
    if not isinstance(data, dict) or "format" not in data:
        raise WorkspaceError(path, "other-format")
    if data["format"] != FORMAT:
        raise WorkspaceError(path, "other-version" if str(data["format"]).startswith("kithmap-decisions/") else "other-format")
    account_id, listed = data.get("account_id", ""), data.get("decisions")
    if not isinstance(account_id, str) or not isinstance(listed, list):
        raise WorkspaceError(path, "damaged")
    decisions: dict[str, Decision] = {}
    for entry in listed:
        decision = _decision(entry, path)
        # The later one wins, as in a log that only grows.
        decisions[decision.key] = decision
    return DecisionsFile(account_id, decisions)


def _decision(entry: Any, path: Path) -> Decision:
    if not isinstance(entry, dict):
        raise WorkspaceError(path, "damaged")
    key, choice, note, at = entry.get("id"), entry.get("decision"), entry.get("note", ""), entry.get("at", "")
    if isinstance(key, str):
        # Our own lists write "id:9000000001"; somebody may have copied it from there.
        key = key.removeprefix("id:").lower() if key.startswith("@") else key.removeprefix("id:")
    if not (isinstance(key, str) and _KEY.fullmatch(key) and isinstance(note, str) and len(note) <= _LONGEST_NOTE):
        raise WorkspaceError(path, "damaged")
    if not (isinstance(at, str) and (at == "" or _AT.fullmatch(at))):
        raise WorkspaceError(path, "damaged")
    if choice is not None and (not isinstance(choice, str) or choice not in _CHOICES):
        raise WorkspaceError(path, "unknown-decision")
    return Decision(key, Choice(choice) if choice is not None else None, note, at)
