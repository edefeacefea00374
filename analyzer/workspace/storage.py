"""Where the app keeps things on this computer, how it writes there (owner only, whole or not at all), and how it forgets."""

import json
import os
import shutil
from pathlib import Path
from typing import Any

import platformdirs

from analyzer.errors import ExportError, WorkspaceError
from analyzer.export import atomic

APP = "Kithmap"
HOME_VARIABLE = "KITHMAP_HOME"
"""Environment variable that names another folder for everything the app keeps (portable use, tests)."""


def home() -> Path:
    """The app's own folder; it need not exist yet."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen).absolute() if chosen else Path(platformdirs.user_data_dir(APP, appauthor=False))


def lexicon_folder() -> Path:
    """Where the user's own word lists lie (`analyzer.evidence.lexicons`); it need not exist."""
    return home() / "lexicons"


def account_folder(account_id: str) -> Path:
    """The folder of one account; ``account_id`` must be digits, so that it can never lead elsewhere."""
    if not (account_id.isascii() and account_id.isdigit()):
        raise WorkspaceError(home(), "bad-account")
    return home() / "accounts" / account_id


def read_json(path: Path) -> Any:
    """The JSON in a file of ours, None where there is no such file; `WorkspaceError` (``damaged`` or ``denied``) where it cannot be read."""
    try:
        text = path.read_text("utf-8-sig")
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(path, "denied" if isinstance(error, OSError) else "damaged") from error
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WorkspaceError(path, "damaged") from error


def write_json(path: Path, value: object) -> None:
    """Write one of our own files, creating its folder; only the owner can read either. `WorkspaceError` if the system refuses."""
    try:
        _make_private(path.parent)
        text = json.dumps(value, ensure_ascii=True, indent=1) + "\n"
        atomic.write_bytes(path, [text.encode()])
    except OSError as error:
        raise WorkspaceError(path, atomic.problem_of(error)) from error
    except ExportError as error:
        raise WorkspaceError(path, error.problem) from error


def set_aside(path: Path) -> Path:
    """Rename a damaged file to ``….bak`` (``….bak2`` and on where that is taken), so that it is never lost; returns the new path."""
    number = 1
    kept = path.with_name(path.name + ".bak")
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.name}.bak{number}")
    try:
        path.rename(kept)
    except OSError as error:
        raise WorkspaceError(path, atomic.problem_of(error)) from error
    return kept


def kept_accounts() -> list[str]:
    """Account ids that something is kept of, in numeric order."""
    folder = home() / "accounts"
    if not folder.is_dir():
        return []
    return sorted((entry.name for entry in folder.iterdir() if entry.name.isascii() and entry.name.isdigit()), key=int)


def kept_paths(folder: Path | None = None) -> list[Path]:
    """Every file under ``folder`` (default: everything the app keeps), sorted."""
    root = folder if folder is not None else home()
    return sorted(path for path in root.rglob("*") if not path.is_dir() or path.is_symlink()) if root.is_dir() else []


def forget_account(account_id: str) -> list[Path]:
    """Delete what is kept of one account; returns the paths that are gone."""
    return _delete(account_folder(account_id))


def forget_all() -> list[Path]:
    """Delete everything the app keeps on this computer; returns the paths that are gone."""
    return _delete(home())


def _delete(folder: Path) -> list[Path]:
    paths = kept_paths(folder)
    if not folder.is_dir():
        return []
    try:
        shutil.rmtree(folder)
    except OSError as error:
        raise WorkspaceError(folder, atomic.problem_of(error)) from error
    return [*paths, folder]


def _make_private(folder: Path) -> None:
    """Create ``folder`` and those of ours above it, 0700 each (the rights of the user's own folders stay as they are)."""
    root = home()
    for ours in (*reversed(folder.parents), folder):
        if ours == root or ours.is_relative_to(root):
            ours.mkdir(mode=0o700, parents=True, exist_ok=True)
            if os.name == "posix":
                ours.chmod(0o700)
