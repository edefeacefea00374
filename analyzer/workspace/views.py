"""Saved views of the graph: what one looked at, under a name, kept for each account beside the decisions (``kithmap-views/1``)."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from analyzer.errors import WorkspaceError
from analyzer.workspace import storage

FORMAT = "kithmap-views/1"
LONGEST_NAME = 80
MOST = 200


@dataclass(frozen=True, slots=True)
class SavedView:
    """One view. People stand in it by key, places by their share of the picture's reach, so that other sizes and other imports can show it.

    ``mode``, ``verdicts``, ``follow``, ``listing`` and ``month`` are words that the window knows; it leaves out what it does not know (any
    more). ``scale`` 1 is the whole picture, (``x``, ``y``) the point in the middle of the canvas in shares of the picture's reach.
    ``among`` None is everybody; ``ties`` and ``names`` are steps from none (0) to all.
    """

    name: str
    mode: str = "circles"
    person: str = ""
    verdicts: tuple[str, ...] = ()
    follow: str = "anyone"
    listing: str = ""
    text: str = ""
    show_passing: bool = False
    among: tuple[str, ...] | None = None
    picked: tuple[str, ...] = ()
    scale: float = 1.0
    x: float = 0.0
    y: float = 0.0
    ties: int = 2
    names: int = 2
    month: str = ""


def load(account_id: str) -> list[SavedView]:
    """The views of an account in the order of their names, none where there is no file.

    A damaged file is renamed to ``.bak`` and the list begins anew; a view that cannot be read costs only itself.
    """
    path = kept_file(account_id)
    try:
        data = storage.read_json(path)
    except WorkspaceError as error:
        if error.problem == "denied":
            raise
        storage.set_aside(path)
        return []
    if data is None:
        return []
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("views"), list):
        storage.set_aside(path)
        return []
    views = [view for entry in data["views"] if (view := _view(entry)) is not None]
    return _ordered({view.name: view for view in views}.values())


def keep(account_id: str, view: SavedView) -> list[SavedView]:
    """Keep one view; one of the same name gives way. Returns the list; `WorkspaceError` if the system refuses."""
    if not view.name.strip() or len(view.name) > LONGEST_NAME:
        raise ValueError(view.name)
    return _write(account_id, [*(other for other in load(account_id) if other.name != view.name), view])


def delete(account_id: str, name: str) -> list[SavedView]:
    """Forget the view of this name; returns the list."""
    return _write(account_id, [view for view in load(account_id) if view.name != name])


def put(account_id: str, views: Sequence[SavedView]) -> list[SavedView]:
    """Keep exactly these, as when a change is undone; returns the list."""
    return _write(account_id, views)


def kept_file(account_id: str) -> Path:
    """Where the views of an account are kept."""
    return storage.account_folder(account_id) / "views.json"


def _write(account_id: str, views: Sequence[SavedView]) -> list[SavedView]:
    ordered = _ordered(views)[:MOST]
    storage.write_json(kept_file(account_id), {"format": FORMAT, "views": [asdict(view) for view in ordered]})
    return ordered


def _ordered(views: Any) -> list[SavedView]:
    return sorted(views, key=lambda view: (view.name.casefold(), view.name))


def _view(entry: Any) -> SavedView | None:
    """The view of an entry, with the default for every field that is lacking; None where one has a wrong type."""
    if not isinstance(entry, Mapping):
        return None
    found: dict[str, Any] = {}
    for field in fields(SavedView):
        if field.name in entry:
            value = _checked(entry[field.name], field.name)
            if value is _WRONG:
                return None
            found[field.name] = value
    name = found.get("name", "")
    return SavedView(**found) if name.strip() and len(name) <= LONGEST_NAME else None


_WRONG = object()
_LISTS = frozenset({"verdicts", "among", "picked"})
_NUMBERS = frozenset({"scale", "x", "y"})
_STEPS = frozenset({"ties", "names"})


def _checked(value: Any, name: str) -> Any:
    if name in _LISTS:
        if value is None and name == "among":
            return None
        return tuple(value) if isinstance(value, list) and all(isinstance(item, str) for item in value) else _WRONG
    if name in _NUMBERS:
        # Neither NaN nor infinity leads anywhere on a picture.
        good = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e6
        return float(value) if good else _WRONG
    if name in _STEPS:
        return value if type(value) is int and 0 <= value < 100 else _WRONG
    if name == "show_passing":
        return value if isinstance(value, bool) else _WRONG
    return value if isinstance(value, str) else _WRONG
