"""Names that the user brings: a CSV with the columns ``id,handle[,name,note]``, or one of our own lists."""

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

from analyzer.errors import WorkspaceError

LARGEST = 64 * 1024 * 1024
"""Bytes; a file of a million names is about half of that."""

_ID = re.compile(r"[0-9]{1,20}")
_HANDLE = re.compile(r"[A-Za-z0-9_]{1,20}")


def read_names(path: Path) -> dict[int, tuple[str, str | None]]:
    """Handle and name by account id, as `analyzer.analysis.Options.names` takes them; the later row of an id wins.

    Ids may be written ``id:9000000001`` and handles with ``@``; comma, semicolon and tab part the cells. Rows without a handle are passed over.
    `WorkspaceError`: ``missing``, ``denied``, ``too-large``, ``not-text``, ``no-columns``, or ``row N`` for the first row that cannot be used.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise WorkspaceError(path, "too-large")
        text = path.read_text("utf-8-sig")
    except FileNotFoundError as error:
        raise WorkspaceError(path, "missing") from error
    except OSError as error:
        raise WorkspaceError(path, "denied") from error
    except UnicodeDecodeError as error:
        raise WorkspaceError(path, "not-text") from error
    return _parse(text, path)


def _parse(text: str, path: Path) -> dict[int, tuple[str, str | None]]:
    first_line = text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=first_line.count))
    names: dict[int, tuple[str, str | None]] = {}
    columns: tuple[int, int, int | None] | None = None
    try:
        for row in rows:
            if columns is None:
                columns = _columns(row, path)
            elif any(cell.strip() for cell in row):
                _take(row, columns, names, f"row {rows.line_num}", path)
    except csv.Error as error:
        raise WorkspaceError(path, f"row {rows.line_num}") from error
    if columns is None:
        raise WorkspaceError(path, "no-columns")
    return names


def _columns(row: Sequence[str], path: Path) -> tuple[int, int, int | None]:
    titles = [cell.strip().lower() for cell in row]
    identity = next((title for title in ("id", "account_id") if title in titles), None)
    if identity is None or "handle" not in titles:
        raise WorkspaceError(path, "no-columns")
    return titles.index(identity), titles.index("handle"), titles.index("name") if "name" in titles else None


def _take(row: Sequence[str], columns: tuple[int, int, int | None], names: dict[int, tuple[str, str | None]], where: str, path: Path) -> None:
    at_id, at_handle, at_name = columns
    handle = _cell(row, at_handle).removeprefix("@")
    identity = _cell(row, at_id).removeprefix("id:")
    # Our own lists hold people without a handle or without an id: nothing to learn from them.
    if not handle or not identity:
        return
    if not _ID.fullmatch(identity) or not _HANDLE.fullmatch(handle) or int(identity) >= 1 << 63:
        raise WorkspaceError(path, where)
    name = _cell(row, at_name) if at_name is not None else ""
    names[int(identity)] = (handle, name or None)


def _cell(row: Sequence[str], place: int) -> str:
    """The cell, without the ``'`` that keeps spreadsheets from running it."""
    cell = row[place].strip() if place < len(row) else ""
    return cell[1:].strip() if cell.startswith("'") and cell[1:2] in tuple("=+-@\t\r") else cell
