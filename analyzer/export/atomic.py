"""Output files that appear whole or not at all, several of them together, readable by their owner only where they hold personal data."""

import errno
import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from analyzer.errors import ExportError

_PROBLEMS = {
    errno.ENOENT: "no-folder",
    errno.ENOTDIR: "no-folder",
    errno.EISDIR: "folder",
    errno.EACCES: "denied",
    errno.EPERM: "denied",
    errno.EROFS: "read-only",
    errno.ENOSPC: "full",
    errno.EFBIG: "full",
    errno.ENAMETOOLONG: "name-too-long",
}


def problem_of(error: OSError) -> str:
    """What stopped the writing: ``no-folder``, ``folder``, ``denied``, ``read-only``, ``full``, ``name-too-long`` or ``failed``."""
    # Over quota has no number on Windows.
    if error.errno == getattr(errno, "EDQUOT", None):
        return "full"
    return _PROBLEMS.get(error.errno or 0, "failed")


class Staging:
    """A set of files written beside their targets; all are moved into place when the block ends well, none when it does not.

    Raises `ExportError` for whatever the system refuses. A target that is a device or a pipe is written to directly.
    """

    def __init__(self) -> None:
        self._staged: list[tuple[Path, Path]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None:
                self._commit()
        finally:
            self._discard()

    def reserve(self, target: Path, *, private: bool = True) -> Path:
        """An empty temporary file in the target's folder, with its suffix, to be filled by the caller."""
        try:
            # A link is followed, so that the file it names is renewed instead of the link being replaced.
            real = Path(os.path.realpath(target))
            if real.is_dir():
                raise ExportError(target, "folder")
            if real.exists() and not real.is_file():
                return real
            handle, name = tempfile.mkstemp(dir=real.parent, prefix=".kithmap-", suffix=real.suffix)
            self._staged.append((Path(name), real))
            os.close(handle)
            if not private:
                Path(name).chmod(0o644)
        except OSError as error:
            raise ExportError(target, problem_of(error)) from error
        return Path(name)

    @contextmanager
    def open(self, target: Path, *, private: bool = True) -> Iterator[BinaryIO]:
        """The temporary file of ``target``, open for bytes; it is on the disk when the block ends."""
        temporary = self.reserve(target, private=private)
        try:
            with temporary.open("wb") as file:
                yield file
                file.flush()
                if temporary != Path(os.path.realpath(target)):
                    os.fsync(file.fileno())
        except OSError as error:
            raise ExportError(target, problem_of(error)) from error

    def _commit(self) -> None:
        while self._staged:
            temporary, target = self._staged[0]
            try:
                temporary.replace(target)
            except OSError as error:
                raise ExportError(target, problem_of(error)) from error
            self._staged.pop(0)

    def _discard(self) -> None:
        for temporary, _ in self._staged:
            temporary.unlink(missing_ok=True)
        self._staged.clear()


def write_bytes(target: Path, chunks: Iterable[bytes], *, private: bool = True) -> None:
    """Write one file whole or not at all; `ExportError` if the system refuses."""
    with Staging() as staging, staging.open(target, private=private) as file:
        file.writelines(chunks)
