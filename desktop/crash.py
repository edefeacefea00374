"""What happens when something goes wrong that nobody expected: it is logged without names, and one sentence is shown."""

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from analyzer.workspace import storage

log = logging.getLogger(__name__)

LONGEST_LOG = 200_000


def log_file() -> Path:
    """Where crashes are written down; ``kithmap-cli forget --all`` deletes it with the rest."""
    return storage.home() / "crash.log"


def describe(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where it happened: the error's type and the lines of code. Never its message, which could hold a handle or a path."""
    frames = traceback.extract_tb(trace)
    places = [f"  {Path(frame.filename).parent.name}/{Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join([*places, kind.__name__])


def write_down(description: str, path: Path | None = None) -> None:
    """Add one crash to the log, for the owner only; a log that grew long begins anew."""
    path = path if path is not None else log_file()
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        mode = "w" if path.exists() and path.stat().st_size > LONGEST_LOG else "a"
        with path.open(mode, encoding="utf-8") as file:
            path.chmod(0o600)
            file.write(description + "\n\n")
    except OSError as error:
        log.warning("the crash could not be written down: %s", type(error).__name__)


class CrashHook:
    """Takes over from Python's own handling; ``show`` says one sentence to the user and is called on the GUI thread only."""

    def __init__(self, show: Callable[[], object] | None = None) -> None:
        self.show = show
        self.count = 0
        self._showing = False

    def install(self) -> None:
        """Be asked about every exception that nobody caught, in any thread."""
        sys.excepthook = self.on_exception
        threading.excepthook = self.on_thread_exception

    def on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log, write down, show; Ctrl+C stays what it is."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._keep(kind, trace)
        if self.show is not None and not self._showing:
            self._showing = True
            try:
                self.show()
            finally:
                self._showing = False

    def on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        """The same for other threads, where nothing may be shown."""
        self._keep(args.exc_type, args.exc_traceback)

    def _keep(self, kind: type[BaseException], trace: TracebackType | None) -> None:
        self.count += 1
        description = describe(kind, trace)
        log.error("unexpected error\n%s", description)
        write_down(description)
