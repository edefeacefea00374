"""The error tree of the analyzer; errors carry fields, the words for people are made by whoever shows them.

    AnalyzerError
    ├── ArchiveError(path)
    │   ├── NotAnArchive(path, looks_like)
    │   ├── DamagedArchive(path, what)
    │   ├── MissingPart(path, missing)
    │   ├── TooLarge(path, member, limit)
    │   └── DifferentAccounts(path, first, second)
    ├── PolicyError(path, line, problem)
    ├── LexiconError(path, line, problem)
    ├── WorkspaceError(path, problem)
    └── ExportError(path, problem)
"""

from pathlib import Path


class AnalyzerError(Exception):
    """Root of everything the analyzer raises on purpose."""


class ArchiveError(AnalyzerError):
    """Something is wrong with the given archive at ``path``."""

    def __init__(self, path: Path) -> None:
        super().__init__(type(self).__name__)
        self.path = path


class NotAnArchive(ArchiveError):
    """``path`` is not a Twitter/X archive; ``looks_like`` names what it seems to be.

    ``looks_like`` is one of: ``instagram``, ``facebook``, ``mastodon``, ``bluesky``, ``google``, ``tiktok``, ``linkedin``,
    ``web-exporter``, ``git-lfs``, ``empty-folder``, ``missing`` (no such file), ``file`` (neither zip nor folder), ``other``.
    """

    def __init__(self, path: Path, looks_like: str) -> None:
        super().__init__(path)
        self.looks_like = looks_like


class DamagedArchive(ArchiveError):
    """The file is broken beyond use; ``what`` is ``truncated-zip``, ``encrypted`` or ``unreadable``."""

    def __init__(self, path: Path, what: str) -> None:
        super().__init__(path)
        self.what = what


class MissingPart(ArchiveError):
    """None of the essential parts (tweets, messages, follow lists) is there; ``missing`` names them."""

    def __init__(self, path: Path, missing: tuple[str, ...]) -> None:
        super().__init__(path)
        self.missing = missing


class TooLarge(ArchiveError):
    """A member is larger, or inflates more, than any real archive's; ``limit`` is in bytes."""

    def __init__(self, path: Path, member: str, limit: int) -> None:
        super().__init__(path)
        self.member = member
        self.limit = limit


class DifferentAccounts(ArchiveError):
    """Several archives were given and belong to different accounts (``first``, ``second``: handle or id)."""

    def __init__(self, path: Path, first: str, second: str) -> None:
        super().__init__(path)
        self.first = first
        self.second = second


class PolicyError(AnalyzerError):
    """A policy file cannot be used; ``line`` counts from 1, 0 where unknown."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(problem)
        self.path = path
        self.line = line
        self.problem = problem


class LexiconError(AnalyzerError):
    """A file of words cannot be used; ``line`` counts from 1, 0 where unknown."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(problem)
        self.path = path
        self.line = line
        self.problem = problem


class WorkspaceError(AnalyzerError):
    """A decisions or workspace file cannot be read or written."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(problem)
        self.path = path
        self.problem = problem


class ExportError(AnalyzerError):
    """An output file could not be written; nothing half-written is left behind."""

    def __init__(self, path: Path, problem: str) -> None:
        super().__init__(problem)
        self.path = path
        self.problem = problem
