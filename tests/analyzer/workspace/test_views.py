"""Saved views of the graph: kept for the owner only, replaced by name, and never lost or fatal when the file is damaged."""

import json
import os
import stat
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.workspace import storage, views
from analyzer.workspace.views import SavedView

ACCOUNT = "9000000001"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(storage.HOME_VARIABLE, str(tmp_path / "home"))


A_VIEW = SavedView(
    name="Writers",
    mode="map",
    person="9000000007",
    verdicts=("genuine", "lapsed"),
    follow="mutual",
    listing="keep",
    text="@mei",
    show_passing=True,
    among=("9000000007", "@mei"),
    picked=("@mei",),
    scale=2.5,
    x=0.25,
    y=-0.5,
    ties=4,
    names=0,
    month="2019-05",
)


def test_a_view_comes_back_as_it_was_and_only_the_owner_can_read_it() -> None:
    assert views.load(ACCOUNT) == []
    assert views.keep(ACCOUNT, A_VIEW) == [A_VIEW]
    assert views.load(ACCOUNT) == [A_VIEW]
    if os.name == "posix":
        assert stat.S_IMODE(views.kept_file(ACCOUNT).stat().st_mode) == 0o600
        assert stat.S_IMODE(views.kept_file(ACCOUNT).parent.stat().st_mode) == 0o700


def test_the_same_name_replaces_and_names_are_in_order() -> None:
    for name in ("writers", "Early", "late"):
        views.keep(ACCOUNT, SavedView(name))
    views.keep(ACCOUNT, SavedView("Early", mode="map"))
    assert [(view.name, view.mode) for view in views.load(ACCOUNT)] == [("Early", "map"), ("late", "circles"), ("writers", "circles")]
    assert [view.name for view in views.delete(ACCOUNT, "late")] == ["Early", "writers"]
    assert views.load("9000000002") == []
    for name in ("", "  ", "x" * 81):
        with pytest.raises(ValueError):
            views.keep(ACCOUNT, SavedView(name))


def test_forgetting_an_account_forgets_its_views() -> None:
    views.keep(ACCOUNT, A_VIEW)
    assert views.kept_file(ACCOUNT) in storage.forget_account(ACCOUNT)
    assert views.load(ACCOUNT) == []


def test_what_is_unreadable_is_set_aside_and_one_bad_view_costs_only_itself() -> None:
    views.keep(ACCOUNT, A_VIEW)
    path = views.kept_file(ACCOUNT)
    data = json.loads(path.read_text())
    data["views"] += [{"name": "wrong", "scale": "big"}, 7, {"mode": "map"}, {"name": "steps", "ties": True}, {"name": "plain", "later": 1}]
    data["views"] += [{"name": "far", "x": float("nan")}, {"name": "people", "among": [1]}]
    path.write_text(json.dumps(data))
    assert views.load(ACCOUNT) == [SavedView("plain"), A_VIEW]
    for text in ("{", "[]", '{"format": "other/1", "views": []}'):
        path.write_text(text)
        assert views.load(ACCOUNT) == []
        assert not path.exists()
    assert len(list(path.parent.glob("views.json.bak*"))) == 3


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=6,
)
fields = st.fixed_dictionaries(
    {"name": st.text(min_size=1, max_size=5)}, optional=dict.fromkeys(("mode", "among", "scale", "x", "ties", "picked", "month"), anything)
)


@given(st.lists(fields | anything, max_size=4))
def test_any_file_gives_views_that_can_be_kept_again(entries: list[object]) -> None:
    storage.write_json(views.kept_file(ACCOUNT), {"format": views.FORMAT, "views": entries})
    for view in views.load(ACCOUNT):
        assert replace(view, name="again") in views.keep(ACCOUNT, replace(view, name="again"))
