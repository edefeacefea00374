"""Settings survive damage: what cannot be read gets its default, and the file as it was is kept."""

import json
import logging
import os
import stat
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st

from desktop.settings import Messages, Settings, SettingsStore, read_settings, settings_file, write_settings
from desktop.theme import ThemeChoice


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_no_file_means_defaults(path: Path) -> None:
    """And makes none."""
    assert read_settings(path) == Settings()
    assert not path.exists()


def test_what_is_written_is_read(path: Path) -> None:
    """Enums, numbers and texts alike."""
    chosen = Settings(ThemeChoice.DARK, Messages.NONE, "/somewhere/ünïcode", True, 900, 640, True)
    write_settings(chosen, path)
    assert read_settings(path) == chosen


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX rights")
def test_only_the_owner_may_read(path: Path) -> None:
    """The last folder tells where somebody's archives are."""
    write_settings(Settings(), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [entry.name for entry in path.parent.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", '"text"', "null", "\ufeff{", '{"theme": ', "NaN"])
def test_a_damaged_file_is_set_aside(path: Path, text: str, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing is lost, defaults are used, the log says so."""
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    with caplog.at_level(logging.WARNING):
        assert read_settings(path) == Settings()
    if text != "null":  # nothing was ever in it
        assert path.with_name("settings.json.bak").read_text("utf-8") == text
        assert caplog.records


def test_one_wrong_value_leaves_the_others(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A bool is no number, a number no text, an unknown theme no theme."""
    path.parent.mkdir()
    wrong = {"theme": "pink", "messages": "none", "last_folder": 7, "reduced_motion": 1, "window_width": True, "window_height": 640, "later": 1}
    path.write_text(json.dumps(wrong), "utf-8")
    with caplog.at_level(logging.WARNING):
        assert read_settings(path) == Settings(messages=Messages.NONE, window_height=640)
    assert "theme, last_folder, reduced_motion, window_width" in caplog.text
    assert path.with_name("settings.json.bak").exists()


values = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), lambda inner: st.lists(inner, max_size=2), max_leaves=3)


@given(st.dictionaries(st.sampled_from([field.name for field in fields(Settings)]), values))
@how(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_json_gives_settings(tmp_path: Path, data: dict[str, object]) -> None:
    """Each value has the type of its default, whatever stood in the file."""
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(data), "utf-8")
    read = read_settings(path)
    assert all(type(getattr(read, field.name)) is type(field.default) for field in fields(Settings))
    for kept in tmp_path.glob("*.bak*"):
        kept.unlink()


def test_the_store_keeps_each_change(path: Path) -> None:
    """And the same value again writes nothing."""
    store = SettingsStore(path)
    store.change(theme=ThemeChoice.LIGHT)
    assert read_settings(path).theme is ThemeChoice.LIGHT
    path.unlink()
    store.change(theme=ThemeChoice.LIGHT)
    assert not path.exists()


def test_a_disk_that_refuses_does_not_stop_the_run(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The folder's name is taken by a file."""
    (tmp_path / "config").write_text("in the way", "utf-8")
    store = SettingsStore(tmp_path / "config" / "settings.json")
    with caplog.at_level(logging.WARNING):
        store.change(reduced_motion=True)
    assert store.value.reduced_motion and "could not be kept" in caplog.text


def test_portable_use_keeps_settings_with_the_rest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Else they are where the system wants them."""
    monkeypatch.setenv("KITHMAP_HOME", str(tmp_path))
    assert settings_file() == tmp_path / "settings.json"
    monkeypatch.delenv("KITHMAP_HOME")
    assert settings_file().name == "settings.json" and settings_file().parent.name == "Kithmap"
