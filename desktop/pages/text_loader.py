"""Loads the texts behind a person's receipts off the GUI thread, one person at a time, and keeps the latest."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from analyzer.errors import ArchiveError
from desktop.receipts import TextCache, Texts, paths_of, read_receipt_texts
from desktop.session import Session
from desktop.wording.receipts import archive_gone, texts_unreadable

log = logging.getLogger(__name__)


class Runner(Protocol):
    """Runs ``work`` off the GUI thread and answers on it."""

    def run(self, work: Callable[[], Texts], done: Callable[[Texts], None], failed: Callable[[BaseException], None]) -> None: ...


class TextLoader(QObject):
    """`ask` is answered by `texts_ready` (key, Texts) or `failed` (key, sentence); asking twice reads once."""

    texts_ready = Signal(str, object)
    failed = Signal(str, str)

    def __init__(self, session: Session, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._runner = runner
        self._cache = TextCache()
        self._asked: str | None = None
        self._running = False

    def ask(self, key: str) -> None:
        """Have the texts of this person read, or give them at once if they are kept. The last one asked comes first."""
        analysis = self._session.analysis
        if analysis is None:
            return
        kept = self._cache.get(analysis.archive.path, key)
        if kept is not None:
            self.texts_ready.emit(key, kept)
            return
        self._asked = key
        if not self._running:
            self._start()

    def forget(self) -> None:
        """Another archive was opened."""
        self._cache.clear()
        self._asked = None

    def _start(self) -> None:
        analysis, key = self._session.analysis, self._asked
        if analysis is None or key is None:
            return
        self._asked, self._running = None, True
        self._key, self._path, self._paths = key, analysis.archive.path, paths_of(analysis)
        acts = tuple(analysis.acts.get(key, ()))
        self._runner.run(partial(read_receipt_texts, self._paths, acts), self._on_read, self._on_failed)

    def _on_read(self, texts: Texts) -> None:
        self._running = False
        analysis = self._session.analysis
        if analysis is not None and analysis.archive.path == self._path:
            self._cache.put(self._path, self._key, texts)
            self.texts_ready.emit(self._key, texts)
        self._start()

    def _on_failed(self, error: BaseException) -> None:
        self._running = False
        log.warning("texts of receipts could not be read: %s", type(error).__name__)
        gone = isinstance(error, FileNotFoundError) or not all(path.exists() for path in self._paths)
        if not gone and not isinstance(error, (ArchiveError, OSError)):
            raise error
        self.failed.emit(self._key, archive_gone() if gone else texts_unreadable())
        self._start()
