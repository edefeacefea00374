"""The shapes of a health report: parts, months, names, and effects of gaps; facts only, whoever shows them chooses the words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from analyzer.facts import ArchiveFacts, PartFacts, Unreadable

Month = tuple[int, int]


class State(StrEnum):
    """What became of a part."""

    READ = "read"
    INCOMPLETE = "incomplete"
    """Read, but it holds fewer records than the manifest says, or one of its files is not there."""
    DAMAGED = "damaged"
    """Read but for records (or a file of several) that are broken."""
    UNREADABLE = "unreadable"
    """There, and not one record could be read."""
    MISSING = "missing"
    """Expected and not there."""
    NEVER_HELD = "never_held"
    """Archives of this age never held it."""
    CLOSED = "closed"
    """Left closed because the user wanted so."""


class Gap(StrEnum):
    """What an archive does not show; the order is that of weight."""

    TWEETS = "tweets"
    FOLLOWS = "follows"
    MESSAGES = "messages"
    MESSAGES_CLOSED = "messages_closed"
    FEW_MONTHS = "few_months"
    FEW_ACTS = "few_acts"
    DELETED_TWEETS = "deleted_tweets"
    UNREADABLE_RECORDS = "unreadable_records"
    LOST_RECORDS = "lost_records"
    LIKES = "likes"
    OTHER_PARTS = "other_parts"
    ONE_OF_SEVERAL = "one_of_several"
    SILENT_MONTHS = "silent_months"
    OWN_SIDE_ONLY = "own_side_only"
    LIKED_UNNAMED = "liked_unnamed"
    NO_ZONE = "no_zone"
    NO_DATE = "no_date"
    NAMELESS = "nameless"
    REUSED_HANDLES = "reused_handles"
    FORMER_HANDLES = "former_handles"


class Bearing(StrEnum):
    """What a gap does to verdicts."""

    NO_NUMBERS_ONLY = "no_numbers_only"
    """Silence proves nothing: nobody is called numbers only."""
    ONLY_SINCE = "only_since"
    """Silence before a day proves nothing: of follows, only those that began since are called numbers only."""
    LESS_CERTAIN = "less_certain"
    """Verdicts stand, and some people may be closer than it looks."""
    NO_VERDICT = "no_verdict"
    """It changes no verdict."""
    PUT_RIGHT = "put_right"
    """It would have misled, and was mended."""


@dataclass(frozen=True, slots=True)
class PartHealth:
    """One part over all its files: ``expected`` by the manifest (None = not told), ``troubles`` the first records that could not be read.

    ``unreadable_files`` gave not one record.

    ``lost`` records were promised and are neither read nor counted as unreadable. Where a part ``bears`` on no verdict, its lack is no gap.
    """

    part: str
    state: State
    found: int = 0
    expected: int | None = None
    unreadable: int = 0
    lost: int = 0
    missing_files: tuple[str, ...] = ()
    unreadable_files: tuple[str, ...] = ()
    troubles: tuple[Unreadable, ...] = ()
    bears: bool = True

    @property
    def is_lacking(self) -> bool:
        """True if something of it should be there and is not, or cannot be read."""
        return self.state not in (State.READ, State.CLOSED)


@dataclass(frozen=True, slots=True)
class ArchiveHealth:
    """One date's archive (several zips of one download count as one): its ``parts``, and the files that were not ``used``."""

    archives: tuple[ArchiveFacts, ...]
    parts: tuple[PartHealth, ...]
    unused: tuple[PartFacts, ...]
    has_manifest: bool

    def lacking(self, *states: State) -> tuple[PartHealth, ...]:
        """The parts that bear on verdicts and are in one of these states; without any, all that are lacking."""
        return tuple(part for part in self.parts if part.bears and (part.state in states if states else part.is_lacking))

    @property
    def unreadable(self) -> int:
        """Records that could not be read, in all parts."""
        return sum(part.unreadable for part in self.parts)


@dataclass(frozen=True, slots=True)
class SilentSpan:
    """Neighbouring months without own tweets; ``first`` and ``last`` belong to it."""

    first: Month
    last: Month
    months: int


@dataclass(frozen=True, slots=True)
class Months:
    """Own tweets per month in ego's zone, from the first tweet to the archive's date; None where there is no tweet."""

    tweets: Mapping[Month, int]
    first: Month | None
    last: Month | None
    total: int
    silent: tuple[SilentSpan, ...]

    @property
    def silent_months(self) -> int:
        """Months without own tweets."""
        return sum(span.months for span in self.silent)


@dataclass(frozen=True, slots=True)
class Named:
    """How many of these accounts have a handle in this archive."""

    named: int
    total: int


@dataclass(frozen=True, slots=True)
class Health:
    """What was read, newest archive first; ``partners`` are those ego wrote to or who wrote a message."""

    dates: tuple[ArchiveHealth, ...]
    months: Months
    followers: Named
    following: Named
    partners: Named

    @property
    def newest(self) -> ArchiveHealth:
        """The archive that verdicts are made from."""
        return self.dates[0]


@dataclass(frozen=True, slots=True)
class Effect:
    """One gap and what it does: ``count`` (of ``of``) records, months, accounts; ``people`` have no verdict for this very reason.

    ``before`` is the day up to which something is gone.
    """

    gap: Gap
    bearing: Bearing
    parts: tuple[str, ...] = ()
    count: int = 0
    of: int | None = None
    people: int = 0
    before: date | None = None
