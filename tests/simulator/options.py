"""What can be asked of the simulator: `Options` for the world, `Layout` for the way its archive is written."""

from dataclasses import dataclass

from tests.simulator.clock import parse_moment
from tests.simulator.owners import OWNERS, OwnerKind

PARTS_LIMIT = 104_857_600


@dataclass(frozen=True, slots=True)
class Options:
    """One world. The same options give the same world, on every machine.

    ``tweets`` is the number of records in the tweets part (a very small world can have a few more). ``owner`` names a kind in `owners.OWNERS`.
    ``generated`` is the date of the archive, ISO-8601 UTC; ``zone`` ego's IANA time zone. ``gone``, ``renamed`` and ``recycled`` are shares
    of the accounts ego writes to. ``messages`` False makes a world in which ego never used messages. ``hard`` adds what the sample does without:
    personas that look like others, second comments, threads among others, wilder weeks, more languages, sleep, conversations that ego deleted.
    """

    seed: int = 7
    tweets: int = 3_000
    owner: str = "writer"
    generated: str = "2025-01-22T09:20:54.036Z"
    zone: str = "Europe/Stockholm"
    name: str = "Mara Lindqvist"
    handles: tuple[str, ...] = ("MaraLin38104412", "mara_drafts", "maralindq")
    gone: float = 0.04
    renamed: float = 0.05
    recycled: float = 0.015
    messages: bool = True
    hard: bool = False

    @property
    def kind(self) -> OwnerKind:
        """The kind of owner; KeyError if there is none of that name."""
        return OWNERS[self.owner]

    @property
    def end(self) -> int:
        """Generation date, UTC ms."""
        return parse_moment(self.generated)

    @property
    def scale(self) -> float:
        """Size against the 3,000 tweets that the personas are written for."""
        return self.tweets / 3_000


@dataclass(frozen=True, slots=True)
class Layout:
    """How one world is written. The defaults give an untouched archive of era D.

    ``parts_limit`` is the size in bytes above which a data file is closed. ``top_folder`` puts everything into one more folder, ``junk`` adds
    what macOS and Windows leave behind. ``removed`` names data types whose files the owner took out (the manifest still lists them).
    ``bom``, ``crlf`` and ``bare`` (no ``window.YTD… =``) change the data files as editors do. ``truncated`` keeps only that share of a zip's bytes.
    """

    messages: bool = True
    parts_limit: int = PARTS_LIMIT
    top_folder: str = ""
    junk: bool = False
    removed: tuple[str, ...] = ()
    bom: bool = False
    crlf: bool = False
    bare: bool = False
    truncated: float | None = None
