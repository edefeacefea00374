"""Places on the Map: kept for the owner only, given back exactly, and a damaged file is set aside and never fatal."""

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.network.map_people import KeptPlaces
from analyzer.workspace import places, storage

ACCOUNT = "9000000001"
KEPT = KeptPlaces(({"9000000002": (1.5, -20.25), "@mei": (0.0, 3.125)}, {"9000000003": (400.0, 7.0)}))


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(storage.HOME_VARIABLE, str(tmp_path / "home"))


def kept_file() -> Path:
    return storage.account_folder(ACCOUNT) / "map.json"


def test_what_was_kept_comes_back_for_this_account_only() -> None:
    assert places.load(ACCOUNT) == KeptPlaces()
    places.save(ACCOUNT, KEPT)
    assert places.load(ACCOUNT) == KEPT
    assert places.load("9000000009") == KeptPlaces()
    assert KEPT.places["@mei"] == (0.0, 3.125)


@pytest.mark.skipif(os.name != "posix", reason="rights of this kind are POSIX only")
def test_only_the_owner_can_read_it() -> None:
    places.save(ACCOUNT, KEPT)
    assert stat.S_IMODE(kept_file().stat().st_mode) == 0o600
    assert stat.S_IMODE(kept_file().parent.stat().st_mode) == 0o700


def test_forgetting_the_account_forgets_the_places() -> None:
    places.save(ACCOUNT, KEPT)
    assert kept_file() in storage.forget_account(ACCOUNT)
    assert places.load(ACCOUNT) == KeptPlaces()


WRONG_GROUPS: list[object] = [[1], [[1]], [[["a", 1]]], [[["a", "1", 2]]], [[["a", True, 2]]], [[[1, 1, 2]]]]
WRONG = [
    "",
    "{",
    "[]",
    '{"format": "kithmap-places/2", "groups": []}',
    '{"format": "kithmap-places/1"}',
    '{"format": "kithmap-places/1", "groups": [[["a", NaN, 2]]]}',
    '{"format": "kithmap-places/1", "groups": [[["a", 1e300, 2]]]}',
    f'{{"format": "kithmap-places/1", "groups": [[["a", 1{"0" * 400}, 2]]]}}',
    *(json.dumps({"format": places.FORMAT, "groups": groups}) for groups in WRONG_GROUPS),
]


@pytest.mark.parametrize("content", WRONG)
def test_a_damaged_file_is_set_aside(content: str) -> None:
    places.save(ACCOUNT, KEPT)
    kept_file().write_text(content, "utf-8")
    assert places.load(ACCOUNT) == KeptPlaces()
    assert not kept_file().exists()
    assert kept_file().with_name("map.json.bak").read_text("utf-8") == content


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=12,
)


@given(anything)
def test_whatever_stands_in_it_is_places_or_a_value_error(groups: object) -> None:
    try:
        found = places._parse({"format": places.FORMAT, "groups": groups})
    except ValueError:
        return
    assert all(isinstance(key, str) and len(point) == 2 for key, point in found.places.items())
