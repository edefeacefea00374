"""What is kept on this computer: decisions and recent archives, private, never lost, and forgotten on request."""

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.errors import WorkspaceError
from analyzer.verdict.verdicts import Choice, Decision
from analyzer.workspace import decisions, recent, storage

EGO = "9000000001"
AT = "2025-02-03T04:05:06Z"


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "home" / "Kithmap"
    monkeypatch.setenv(storage.HOME_VARIABLE, str(home))
    return home


def some() -> dict[str, Decision]:
    return {
        "1500000000000000123": Decision("1500000000000000123", Choice.UNFOLLOW, "", AT),
        "9100000001": Decision("9100000001", Choice.PROTECT, "Bea, “dear” 🦉", AT),
        "@ghost": Decision("@ghost", None, "only a note"),
    }


def test_decisions_come_back() -> None:
    assert decisions.load(EGO) == {}
    decisions.save(EGO, some())
    assert decisions.load(EGO) == some()
    decisions.save(EGO, {})
    assert decisions.load(EGO) == {}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(
    st.dictionaries(
        st.integers(1, 2**63 - 1).map(str),
        st.tuples(st.sampled_from([None, *Choice]), st.text(st.characters(exclude_categories=["Cs"]), max_size=50)),
        max_size=8,
    )
)
def test_any_decisions_come_back_from_a_file(tmp_path: Path, chosen: dict[str, tuple[Choice | None, str]]) -> None:
    made = {key: Decision(key, choice, note, AT) for key, (choice, note) in chosen.items()}
    decisions.write_file(tmp_path / "decisions.json", EGO, made)
    assert decisions.read_file(tmp_path / "decisions.json") == decisions.DecisionsFile(EGO, made)


def test_the_file_has_the_form_that_others_build_on(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    decisions.write_file(path, EGO, some())
    found = json.loads(path.read_text("utf-8"))
    assert list(found) == ["format", "account_id", "decisions"]
    assert (found["format"], found["account_id"]) == ("kithmap-decisions/1", EGO)
    assert found["decisions"][0] == {"id": "9100000001", "decision": "protect", "note": "Bea, “dear” 🦉", "at": AT}
    assert [entry["id"] for entry in found["decisions"]] == ["9100000001", "1500000000000000123", "@ghost"]


@pytest.mark.skipif(os.name != "posix", reason="rights of this kind are POSIX only")
def test_only_the_owner_can_read_what_is_kept(own_home: Path) -> None:
    decisions.save(EGO, some())
    path = decisions.kept_file(EGO)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert {stat.S_IMODE(folder.stat().st_mode) for folder in (path.parent, path.parent.parent, own_home)} == {0o700}


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b"[]", b'{"format": "kithmap-decisions/1"}', b"[" * 100_000])
def test_a_damaged_file_is_set_aside_and_never_lost(damage: bytes) -> None:
    decisions.save(EGO, some())
    path = decisions.kept_file(EGO)
    for name in ("decisions.json.bak", "decisions.json.bak2"):
        path.write_bytes(damage)
        with pytest.raises(WorkspaceError) as caught:
            decisions.load(EGO)
        assert (caught.value.problem, caught.value.path.name) == ("set-aside", name)
        assert caught.value.path.read_bytes() == damage
        assert decisions.load(EGO) == {}


@pytest.mark.parametrize(
    ("entry", "problem"),
    [
        ({"id": "9100000001", "decision": "block"}, "unknown-decision"),
        ({"id": "9100000001", "decision": 3}, "unknown-decision"),
        ({"id": 9100000001, "decision": "keep"}, "damaged"),
        ({"id": "../etc", "decision": "keep"}, "damaged"),
        ({"id": "9100000001", "decision": "keep", "at": "yesterday"}, "damaged"),
        ({"id": "9100000001", "decision": "keep", "note": None}, "damaged"),
        ("9100000001", "damaged"),
    ],
)
def test_a_wrong_entry_is_refused(tmp_path: Path, entry: object, problem: str) -> None:
    path = tmp_path / "decisions.json"
    path.write_text(json.dumps({"format": "kithmap-decisions/1", "account_id": EGO, "decisions": [entry]}))
    with pytest.raises(WorkspaceError) as caught:
        decisions.read_file(path)
    assert caught.value.problem == problem
    assert path.exists()


def test_ids_may_be_written_as_in_our_lists_and_another_format_is_named(tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    path.write_text(json.dumps({"format": "kithmap-decisions/1", "account_id": "", "decisions": [{"id": "id:9100000001", "decision": "me"}]}))
    assert decisions.read_file(path).decisions == {"9100000001": Decision("9100000001", Choice.ME)}
    for text, problem in (('{"a": 1}', "other-format"), ('{"format": "kithmap-decisions/9"}', "other-version")):
        path.write_text(text)
        with pytest.raises(WorkspaceError) as caught:
            decisions.read_file(path)
        assert caught.value.problem == problem


@pytest.mark.parametrize("account", ["", "..", "9/../8", "@mara", "٣"])
def test_an_account_never_leads_out_of_the_folder(account: str) -> None:
    with pytest.raises(WorkspaceError):
        decisions.save(account, some())


def test_a_place_that_cannot_be_written_is_reported(own_home: Path) -> None:
    own_home.parent.mkdir(parents=True)
    own_home.write_text("in the way")
    with pytest.raises(WorkspaceError):
        decisions.save(EGO, some())
    assert own_home.read_text() == "in the way"


def archive(number: int, **more: object) -> recent.Recent:
    return recent.Recent(f"/archives/{number}.zip", EGO, "mara", "2025-01-22T00:20:54Z", f"2025-02-{number:02d}T00:00:00Z", **more)  # type: ignore[arg-type]


def test_recent_archives_newest_first_pinned_always() -> None:
    recent.opened(archive(1))
    recent.pin("/archives/1.zip", True)
    for number in range(2, 20):
        recent.opened(archive(number))
    found = recent.load()
    assert found[0] == archive(1, pinned=True)
    assert [entry.path for entry in found[1:4]] == ["/archives/19.zip", "/archives/18.zip", "/archives/17.zip"]
    assert len(found) == recent.LONGEST
    again = recent.opened(archive(1))
    assert again[0].pinned
    assert [entry.path for entry in again].count("/archives/1.zip") == 1
    assert [entry.path for entry in recent.forget(path="/archives/19.zip")][1] == "/archives/18.zip"


def test_a_damaged_list_of_archives_begins_anew_and_is_kept() -> None:
    recent.opened(archive(1))
    recent.kept_file().write_text('{"format": "kithmap-recent/1", "archives": [{"path": 3}]}')
    assert recent.load() == []
    assert recent.kept_file().with_name("recent.json.bak").exists()


def test_forgetting_deletes_what_it_names(own_home: Path) -> None:
    decisions.save(EGO, some())
    decisions.save("9000000002", some())
    gone = storage.forget_account(EGO)
    assert decisions.kept_file(EGO) in gone
    assert not decisions.kept_file(EGO).exists()
    assert storage.kept_accounts() == ["9000000002"]
    assert own_home in storage.forget_all()
    assert not own_home.exists()
    assert storage.forget_all() == []
