"""How long work tells where it is and how it is stopped: one hook that also is the cancel point."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol


class Stage(StrEnum):
    """Named stages of an import, in their order."""

    LOOK = "look"
    TWEETS = "tweets"
    FOLLOWS = "follows"
    MESSAGES = "messages"
    NAMES = "names"
    LIKES = "likes"
    EVIDENCE = "evidence"
    NETWORK = "network"
    VERDICTS = "verdicts"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where the work is: bytes over the whole import (uncompressed), records within the stage, what was found so far.

    ``records_total`` is ``None`` where no manifest tells it. ``found`` holds plain counts such as ``named`` or ``replied_to``.
    """

    stage: Stage
    bytes_done: int = 0
    bytes_total: int = 0
    records_done: int = 0
    records_total: int | None = None
    found: Mapping[str, int] = field(default_factory=dict)


class Cancelled(Exception):
    """Raised by a `Reporter` when the user stopped the work; never an error to show."""


class Reporter(Protocol):
    """Called often during long work; may raise `Cancelled`."""

    def __call__(self, progress: Progress, /) -> None: ...


def ignore(progress: Progress, /) -> None:
    """The reporter of those who do not want to know."""
