"""Where people stood on the Map: kept for each account beside the decisions, so that the picture is the same the next time."""

from typing import Any

from analyzer.errors import WorkspaceError
from analyzer.network.alignment import Point
from analyzer.network.map_people import KeptPlaces
from analyzer.workspace import storage

FORMAT = "kithmap-places/1"
# Farther than any picture reaches: a number beyond it was not written by us.
FARTHEST = 1e7


def load(account_id: str) -> KeptPlaces:
    """The kept places of an account, none where there are none. A damaged file is renamed to ``.bak``: the picture is made anew."""
    path = storage.account_folder(account_id) / "map.json"
    try:
        data = storage.read_json(path)
        return KeptPlaces() if data is None else _parse(data)
    except WorkspaceError as error:
        if error.problem == "denied":
            raise
    except ValueError:
        pass
    storage.set_aside(path)
    return KeptPlaces()


def save(account_id: str, kept: KeptPlaces) -> None:
    """Keep the places of an account; `WorkspaceError` if the system refuses, the earlier file is then as it was."""
    groups = [[[key, round(x, 3), round(y, 3)] for key, (x, y) in group.items()] for group in kept.groups]
    storage.write_json(storage.account_folder(account_id) / "map.json", {"format": FORMAT, "account_id": account_id, "groups": groups})


def _parse(data: Any) -> KeptPlaces:
    """ValueError where it is not what `save` writes."""
    if not isinstance(data, dict) or data.get("format") != FORMAT or not isinstance(data.get("groups"), list):
        raise ValueError("not a file of places")
    return KeptPlaces(tuple(_group(listed) for listed in data["groups"]))


def _group(listed: Any) -> dict[str, Point]:
    if not isinstance(listed, list):
        raise ValueError("not a group")
    group: dict[str, Point] = {}
    for entry in listed:
        if not (isinstance(entry, list) and len(entry) == 3 and isinstance(entry[0], str)):
            raise ValueError("not a place")
        key, x, y = entry
        if not all(isinstance(value, int | float) and not isinstance(value, bool) for value in (x, y)):
            raise ValueError("not a number")
        # Asked so that NaN fails, too, and that a whole number of any length can be asked.
        if not all(abs(value) <= FARTHEST for value in (x, y)):
            raise ValueError("not on a picture")
        group[key] = (float(x), float(y))
    return group
