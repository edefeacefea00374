"""What the user chose about the window itself: a frozen dataclass whose defaults are its schema, kept as JSON."""

import json
import logging
import os
from dataclasses import asdict, dataclass, fields, replace
from enum import Enum, StrEnum
from pathlib import Path
from typing import Any

import platformdirs

from analyzer.errors import ExportError, WorkspaceError
from analyzer.export import atomic
from analyzer.workspace import storage
from desktop.theme import ThemeChoice

log = logging.getLogger(__name__)

FORMAT = "kithmap-settings/1"


class Messages(StrEnum):
    """What is read of direct messages: who and when, or nothing at all."""

    COUNTS = "counts"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Settings:
    """Sizes are logical pixels; ``last_folder`` is where the last file dialog was; ``graph_…`` are steps of `desktop.graph.detail`."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    messages: Messages = Messages.COUNTS
    last_folder: str = ""
    reduced_motion: bool = False
    window_width: int = 1280
    window_height: int = 800
    maximized: bool = False
    graph_ties: int = 2
    graph_names: int = 2


def settings_file() -> Path:
    """Where the settings are kept: the system's place for them, or the folder that `KITHMAP_HOME` names."""
    if os.environ.get(storage.HOME_VARIABLE):
        return storage.home() / "settings.json"
    return Path(platformdirs.user_config_dir(storage.APP, appauthor=False)) / "settings.json"


def read_settings(path: Path) -> Settings:
    """The kept settings. What is damaged gets its default, is logged, and the file as it was lies beside as ``.bak``."""
    try:
        data = storage.read_json(path)
    except WorkspaceError as error:
        log.warning("settings cannot be read (%s); defaults are used", error.problem)
        if error.problem == "damaged":
            _set_aside(path)
        return Settings()
    if data is None:
        return Settings()
    if not isinstance(data, dict):
        log.warning("settings are not a table; defaults are used")
        _set_aside(path)
        return Settings()
    known, wrong = {}, []
    for field in fields(Settings):
        if field.name in data:
            try:
                known[field.name] = _checked(data[field.name], field.default)
            except ValueError:
                wrong.append(field.name)
    if wrong:
        log.warning("settings with a wrong type get their default: %s", ", ".join(wrong))
        _set_aside(path)
    return Settings(**known)


def write_settings(settings: Settings, path: Path) -> None:
    """Keep the settings: whole or not at all, for the owner only. `WorkspaceError` if the system refuses."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        text = json.dumps({"format": FORMAT, **asdict(settings)}, indent=1) + "\n"
        atomic.write_bytes(path, [text.encode()])
    except OSError as error:
        raise WorkspaceError(path, atomic.problem_of(error)) from error
    except ExportError as error:
        raise WorkspaceError(path, error.problem) from error


class SettingsStore:
    """The settings of this run; `change` keeps them at once."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path if path is not None else settings_file()
        self.value = read_settings(self._path)

    def change(self, **changes: Any) -> None:
        """Other values for some settings; a disk that refuses is logged, the run goes on with the new values."""
        changed = replace(self.value, **changes)
        if changed == self.value:
            return
        self.value = changed
        try:
            write_settings(changed, self._path)
        except WorkspaceError as error:
            log.warning("settings could not be kept: %s", error.problem)


def _checked(value: Any, default: Any) -> Any:
    """``value`` in the type of ``default``; ValueError if it is of another (a bool is no int here)."""
    if isinstance(default, Enum):
        return type(default)(value)
    if type(value) is not type(default):
        raise ValueError(value)
    return value


def _set_aside(path: Path) -> None:
    try:
        storage.set_aside(path)
    except WorkspaceError as error:
        log.warning("the damaged settings could not be set aside: %s", error.problem)
