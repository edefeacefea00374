"""What is known of one archive once it is understood: the shapes that the window, the command and the exports show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.evidence.acts import Act
from analyzer.people.person import Person

if TYPE_CHECKING:
    from analyzer.network.graph import EgoNetwork
    from analyzer.verdict.strength import Terms


@dataclass(frozen=True, slots=True)
class PartFacts:
    """What became of one data file: ``records`` read, ``expected`` by the manifest, ``unreadable`` ones; ``state`` says why where it was not read.

    ``state`` is ``read``, ``missing`` (the manifest lists it, the file is not there), ``not_read`` (left closed on purpose) or ``unreadable``.
    """

    part: str
    file: str
    records: int
    expected: int | None
    unreadable: int
    state: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A record that could not be read; ``position`` counts bytes from the start of the (uncompressed) file, or lines in a csv.

    ``why`` is ``broken-json``, ``broken-csv``, ``unexpected-shape``, ``record-too-large``, ``no-data``, ``empty-file``,
    ``stream-broken`` or ``wrong-checksum`` (all could be read, but it is not what was zipped).
    """

    part: str
    file: str
    position: int
    why: str


@dataclass(frozen=True, slots=True)
class ArchiveFacts:
    """Whose archive it is and of when; ``generated_at`` is ISO-8601 UTC, ``timezone_source`` ``archive``, ``user`` or ``default``.

    ``unreadable`` holds the first of the records that could not be read; ``is_partial`` marks one of several zips of a download.
    ``download`` is 0 for the newest one, 1 for the one before, and the same for all pieces of one download.
    """

    path: Path
    account_id: str
    handle: str | None
    name: str | None
    era: str
    generated_at: str | None
    timezone: str
    timezone_source: str
    parts: tuple[PartFacts, ...] = ()
    former_handles: tuple[str, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    is_partial: bool = False
    download: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """The archive's totals, entities as they stand (interfaces.md)."""

    tweets: int = 0
    community_tweets: int = 0
    deleted_tweets: int = 0
    note_tweets: int = 0
    replies: int = 0
    self_replies: int = 0
    retweets: int = 0
    mentions_total: int = 0
    mentions_in_own: int = 0
    likes: int = 0
    followers: int = 0
    following: int = 0
    mutuals: int = 0
    blocks: int = 0
    mutes: int = 0
    dm_conversations: int = 0
    dm_sent: int = 0
    dm_received: int = 0
    group_dm_conversations: int = 0
    group_sent: int = 0
    group_received: int = 0


@dataclass(frozen=True, slots=True)
class DeletedTweets:
    """Own tweets that seem to be gone: the day (ego's zone) of the first that is there, and ``likes`` and own ``messages`` that are far older."""

    before: date
    likes: int
    messages: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much this archive can show; it limits what absence can mean (relationships §3).

    ``tweets_by_month`` counts own tweets per (year, month) in ego's zone. ``last_act_day`` is the ordinal of the day of ego's
    last tweet or message in ego's zone, at most the archive's date. ``as_of`` is that date, or the day of ego's last act where the archive
    does not tell it (`ArchiveFacts.generated_at` is None then). ``liked_to_ego_unnamed`` counts liked tweets written to ego by people the file
    does not name. ``missing_parts`` names tweets and follow lists that the archive lacks or that could not be read. ``deleted`` is None where
    no tweets seem to be gone.
    """

    tweets_read: bool
    follows_read: bool
    messages_read: bool
    messages_left_closed: bool
    missing_parts: tuple[str, ...]
    tweets_by_month: Mapping[tuple[int, int], int]
    directed_acts: int
    last_act_day: int | None
    as_of: date | None
    liked_to_ego_unnamed: int = 0
    re_used_handles: int = 0
    former_handles_found: int = 0
    deleted: DeletedTweets | None = None

    @property
    def months_with_tweets(self) -> int:
        """Months with own tweets."""
        return len(self.tweets_by_month)


@dataclass(frozen=True, slots=True)
class Tie:
    """Two others seen together: ``count`` times, ``weight`` (relationships §5); says nothing about whether they know each other."""

    a: str
    b: str
    kind: str
    count: int
    weight: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """How conversational this owner is (0.02–0.90), and the replies whose answer own likes show: ``yes`` of ``checked`` addressed ego."""

    owner_rate: float
    checked: int
    yes: int


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything the window, the command and the exports show of one archive; verdicts are made from it by `verdict.judge`.

    ``archive`` is the newest one; ``archives`` lists all, newest first, where several were given.
    ``people`` is sorted by numeric id, then the ``@handle`` ones; it is a tuple, or `People` where there are very many followers.
    ``index`` maps key → place in it. ``acts`` maps key → that person's interactions by time. ``ties`` are between others (co_mention,
    reply_prefix, group_dm). ``community_names`` maps community → hashtag or None.
    ``closeness`` (terms of tie strength and circle of each person) is filled when somebody judges for the first time.
    """

    archive: ArchiveFacts
    counts: Counts
    coverage: Coverage
    people: Sequence[Person]
    index: Mapping[str, int]
    acts: Mapping[str, Sequence[Act]]
    ties: tuple[Tie, ...]
    graph: "EgoNetwork"
    communities: int
    archives: tuple[ArchiveFacts, ...] = ()
    calibration: Calibration = Calibration(0.35, 0, 0)
    community_names: Mapping[int, str | None] = field(default_factory=dict)
    closeness: "list[tuple[Terms, int]]" = field(default_factory=list, compare=False, repr=False)

    def person(self, key: str) -> Person:
        """The person with this key; KeyError if there is none."""
        return self.people[self.index[key]]
