"""``data/manifest.js``: whose archive it is, of when, and which files hold how many records (eras C and D)."""

from dataclasses import dataclass

import msgspec
from msgspec import field

from analyzer.archive.clean import clean
from analyzer.archive.parts import kebab
from analyzer.archive.snowflake import parse_time
from analyzer.archive.stream import read_head

MAX_BYTES = 8 * 1024 * 1024
"""A real manifest has 10–17 kB."""


class _File(msgspec.Struct, frozen=True, gc=False):
    name: str = field(name="fileName")
    count: int | None = None


class _DataType(msgspec.Struct, frozen=True, gc=False):
    files: list[_File] = field(default_factory=list)


class _User(msgspec.Struct, frozen=True, gc=False):
    account_id: int | None = field(name="accountId", default=None)
    handle: str | None = field(name="userName", default=None)
    name: str | None = field(name="displayName", default=None)


class _Info(msgspec.Struct, frozen=True, gc=False):
    generated: str | None = field(name="generationDate", default=None)
    partial: bool = field(name="isPartialArchive", default=False)


class _Manifest(msgspec.Struct, frozen=True, gc=False):
    user: _User = field(name="userInfo", default_factory=_User)
    info: _Info = field(name="archiveInfo", default_factory=_Info)
    types: dict[str, _DataType] = field(name="dataTypes", default_factory=dict)


@dataclass(frozen=True, slots=True)
class Listed:
    """One file that the manifest names: its type in kebab case, path from the archive's root, number of top-level records."""

    type_: str
    path: str
    count: int | None

    @property
    def base(self) -> str:
        """The file's name, lower case."""
        return self.path.replace("\\", "/").rpartition("/")[2].lower()


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the manifest tells; ``generated_at`` in UTC milliseconds."""

    account_id: int | None
    handle: str | None
    name: str | None
    generated_at: int | None
    partial: bool
    files: tuple[Listed, ...]


def read_manifest(data: bytes) -> Manifest | None:
    """Understand a manifest file; None where it cannot be read (the archive is then treated as one without)."""
    head = read_head(data)
    if head is None or head.type_ not in ("manifest", None):
        return None
    body = data[head.body :].rstrip(b"\0 \r\n\t;")
    try:
        found = msgspec.json.decode(clean(body), type=_Manifest, strict=False)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    listed = tuple(
        Listed(kebab(key), file.name, file.count if file.count is None or file.count >= 0 else None)
        for key, type_ in found.types.items()
        for file in type_.files
    )
    generated = None if found.info.generated is None else parse_time(found.info.generated)
    return Manifest(found.user.account_id, found.user.handle, found.user.name, generated, found.info.partial, listed)
