"""One opened archive: what it holds, whose it is, and its records part by part, streamed."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Literal, Self, overload

from analyzer.archive import grailbird
from analyzer.archive.containers import BROKEN_STREAM, Container, FolderContainer
from analyzer.archive.layout import MISSING, READ, UNREADABLE, DataFile, Layout, sniff
from analyzer.archive.owner import find_owner
from analyzer.archive.parts import FULL_FILE_OF, Era, Part, stage_of
from analyzer.archive.readers import shape_of
from analyzer.archive.records import (
    Account,
    AccountTimezone,
    Conversation,
    EncryptedEvent,
    Follow,
    HandleChange,
    Like,
    Moment,
    NoteTweet,
    Tweet,
    TweetHeader,
)
from analyzer.archive.snowflake import parse_time, time_of
from analyzer.archive.source import Pieces
from analyzer.archive.stream import Lane, read_list
from analyzer.archive.timezones import iana_name
from analyzer.facts import PartFacts, Unreadable
from analyzer.progress import Progress, Reporter, ignore

KEPT_TROUBLES = 1000
"""Unreadable records that are kept with their position; all are counted."""
_USUALLY_READ = (
    Part.TWEETS,
    Part.COMMUNITY_TWEETS,
    Part.CIRCLE_TWEETS,
    Part.DELETED_TWEETS,
    Part.NOTE_TWEETS,
    Part.MOMENTS,
    Part.LIKES,
    Part.FOLLOWERS,
    Part.FOLLOWING,
    Part.BLOCKS,
    Part.MUTES,
    Part.HANDLE_CHANGES,
    Part.MESSAGE_HEADERS,
    Part.GROUP_MESSAGE_HEADERS,
    Part.MESSAGE_EVENTS,
)
_DIRECT_OF = {Part.GROUP_MESSAGE_HEADERS: Part.MESSAGE_HEADERS, Part.GROUP_MESSAGES: Part.MESSAGES}
TweetPart = Literal[Part.TWEETS, Part.COMMUNITY_TWEETS, Part.CIRCLE_TWEETS, Part.DELETED_TWEETS]
FollowPart = Literal[Part.FOLLOWERS, Part.FOLLOWING, Part.BLOCKS, Part.MUTES]
MessagePart = Literal[Part.MESSAGE_HEADERS, Part.GROUP_MESSAGE_HEADERS, Part.MESSAGES, Part.GROUP_MESSAGES]
_MUST_EXIST = frozenset({Part.TWEETS, Part.FOLLOWERS, Part.FOLLOWING, Part.MESSAGE_HEADERS, Part.GROUP_MESSAGE_HEADERS})


class Archive:
    """An opened archive; use it as a context manager. `open_archive` makes it.

    Nothing but names and sizes is held in memory; `read` streams. Times are UTC milliseconds.
    """

    def __init__(
        self, container: Container, layout: Layout, report: Reporter = ignore, path: Path | None = None, closed: Iterable[Part] = ()
    ) -> None:
        self.path = container.path if path is None else path
        self.era: Era = layout.era
        self.lane = Lane.FAST
        self.download = 0
        """Which download it is of where several archives are read: 0 is the newest (`analyzer.several`)."""
        self.unreadable: list[Unreadable] = []
        """The first `KEPT_TROUBLES` records that could not be read."""
        self._container = container
        self._layout = layout
        self._report = report
        self._closed_on_purpose: set[Part] = set(closed)
        self._bytes_done = 0
        self._open_pieces: list[Pieces] = []
        self._accounts: list[Account] = self._read_small(Part.ACCOUNT)
        self.timezone = self._find_timezone()
        self.generated_at = self._find_generated_at()
        self.owner = find_owner(container, layout, self._accounts, self.read)
        self._bytes_done = 0

    @property
    def bytes_total(self) -> int:
        """Uncompressed bytes of the parts that will be read."""
        files = {id(file): file for part in _USUALLY_READ for file in self._files_for(part)}
        return sum(file.member.size for file in files.values() if file.member is not None)

    @property
    def is_partial(self) -> bool:
        """True if the manifest says that this is one of several zips of a download."""
        return self._layout.manifest is not None and self._layout.manifest.partial

    @property
    def lacks(self) -> tuple[str, ...]:
        """Which of tweets, messages and follow lists it does not hold."""
        return self._layout.lacks()

    @property
    def files(self) -> frozenset[str]:
        """Base names, lower case, of the files that can be read; the manifest is none of them."""
        return self._base_names(lambda file: file.usable)

    @property
    def beside(self) -> tuple[Path, ...]:
        """Where a folder was given that holds several archives: those of the others. Inside a zip they have no path."""
        root = self._container.path
        return tuple(root / folder for folder in self._layout.beside) if isinstance(self._container, FolderContainer) else ()

    @property
    def holds_files(self) -> bool:
        """True unless it is a zip of nothing but photos and videos."""
        return bool(self._layout.files or self._layout.others)

    @property
    def lacking_files(self) -> frozenset[str]:
        """Base names of the files that the manifest lists and that are not here."""
        return self._base_names(lambda file: file.member is None)

    def _base_names(self, wanted: Callable[[DataFile], bool]) -> frozenset[str]:
        found = (file for part, files in self._layout.files.items() if part is not Part.MANIFEST for file in files)
        return frozenset(file.path.rpartition("/")[2].lower() for file in found if wanted(file))

    def last_tweet_at(self) -> int | None:
        """Time of ego's last tweet (UTC ms) where ids tell it; reads the headers, or all tweets where there are none."""
        part = Part.TWEET_HEADERS if self.has(Part.TWEET_HEADERS) else Part.TWEETS
        last = max((record.id for batch in self.read(part) for record in batch), default=0)
        self._bytes_done = 0
        return time_of(last)

    def leave_closed(self, parts: Iterable[Part]) -> None:
        """Never open these parts (the user does not want messages looked at); they are then reported as not read."""
        self._closed_on_purpose.update(parts)

    def has(self, part: Part) -> bool:
        """True if `read` has something to read (for message headers: or the full file stands in)."""
        return bool(self._files_for(part))

    def source_of(self, part: Part) -> Part | None:
        """The part whose files `read` opens for ``part``: itself, the full file of missing headers, or None where there is neither."""
        if part in self._closed_on_purpose:
            return None
        own = [file for file in self._layout.files.get(part, []) if file.usable]
        full = FULL_FILE_OF.get(part)
        if full is not None and full not in self._closed_on_purpose:
            others = [file for file in self._layout.files.get(full, []) if file.usable]
            if others and (not own or (self.expected(part) == 0 and (self.expected(full) or 0) > 0)):
                return full
        return part if own else None

    def expected(self, part: Part) -> int | None:
        """Top-level records by the manifest, all files together; None where it does not tell (or there is none)."""
        counts = [file.expected for file in self._layout.files.get(part, []) if file.expected is not None]
        return sum(counts) if counts else None

    def is_missing(self, part: Part) -> bool:
        """True if records are lost: listed with a count but the file is absent or cannot be read, or an essential part is not there at all.

        Message headers are not missing while the full file stands in for them.
        """
        files = self._layout.files.get(part, [])
        if part in FULL_FILE_OF and self.source_of(part) not in (None, part):
            return False
        if not files:
            return part in _MUST_EXIST and not self.has(part)
        return any(not file.usable and file.expected != 0 for file in files)

    @overload
    def read(self, part: TweetPart) -> Iterator[list[Tweet]]: ...
    @overload
    def read(self, part: FollowPart) -> Iterator[list[Follow]]: ...
    @overload
    def read(self, part: MessagePart) -> Iterator[list[Conversation]]: ...
    @overload
    def read(self, part: Literal[Part.LIKES]) -> Iterator[list[Like]]: ...
    @overload
    def read(self, part: Literal[Part.MOMENTS]) -> Iterator[list[Moment]]: ...
    @overload
    def read(self, part: Literal[Part.HANDLE_CHANGES]) -> Iterator[list[HandleChange]]: ...
    @overload
    def read(self, part: Literal[Part.NOTE_TWEETS]) -> Iterator[list[NoteTweet]]: ...
    @overload
    def read(self, part: Literal[Part.TWEET_HEADERS]) -> Iterator[list[TweetHeader]]: ...
    @overload
    def read(self, part: Literal[Part.MESSAGE_EVENTS]) -> Iterator[list[EncryptedEvent]]: ...
    @overload
    def read(self, part: Part) -> Iterator[list[Any]]: ...
    def read(self, part: Part) -> Iterator[list[Any]]:
        """The records of a part in lists, in the files' order. Reading a part again starts over.

        Records that cannot be read are counted and listed in ``unreadable``; the reporter is called once per list and may raise
        `Cancelled`.
        """
        for file in self._files_for(part):
            yield from self._read_file(part, file)

    def parts(self) -> tuple[PartFacts, ...]:
        """What became of every data file: those of the read parts first, then those that stay closed."""
        files = [file for part in Part for file in self._layout.files.get(part, [])]
        files += sorted(self._layout.others, key=lambda file: (file.part, file.path))
        return tuple(
            PartFacts(str(file.part), file.path, file.records, file.expected, file.unreadable, file.state)
            for file in files
            if file.state != MISSING or file.expected != 0
        )

    def close(self) -> None:
        """Close what is still being read and let go of the file; closing twice does no harm."""
        for pieces in self._open_pieces:
            pieces.close()
        self._container.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _files_for(self, part: Part) -> list[DataFile]:
        source = self.source_of(part)
        if source is None and self.era is Era.B and part in _DIRECT_OF and part not in self._closed_on_purpose:
            # In 2018 groups stood among the one-to-one conversations.
            source = self.source_of(_DIRECT_OF[part])
        return [] if source is None else [file for file in self._layout.files[source] if file.usable]

    def _of_part(self, part: Part, batch: list[Any]) -> list[Any]:
        """Without the groups of a 2018 file where one-to-one conversations are asked for, and the other way round."""
        if self.era is not Era.B or (part not in _DIRECT_OF and part not in _DIRECT_OF.values()):
            return batch
        return [conversation for conversation in batch if ("-" in conversation.conversation_id) is (part not in _DIRECT_OF)]

    def _read_file(self, part: Part, file: DataFile) -> Iterator[list[Any]]:
        assert file.member is not None
        # Start over: facts are of the last reading, and a reading that was left half-way is not a reading.
        file.records = file.unreadable = 0
        self.unreadable = [one for one in self.unreadable if one.file != file.path]
        before = self._bytes_done
        stage, total, expected = stage_of(part), self.bytes_total, self.expected(self.source_of(part) or part)

        def trouble(position: int, why: str) -> None:
            file.unreadable += 1
            if len(self.unreadable) < KEPT_TROUBLES or why in ("stream-broken", "wrong-checksum"):
                self.unreadable.append(Unreadable(part, file.path, position, why))

        try:
            pieces = Pieces(partial(self._container.open, file.member), file.member.size, self._container.checksum(file.member))
        except BROKEN_STREAM:
            trouble(0, "stream-broken")
            file.state = UNREADABLE
            return
        self._open_pieces.append(pieces)
        try:
            if file.form == "csv":
                batches: Iterator[list[Any]] = grailbird.read_csv(iter(pieces), trouble)
            else:
                batches = read_list(iter(pieces), shape_of(part, month_file=file.form == "month"), trouble, self.lane)
            for batch in batches:
                file.records += len(batch)
                self._bytes_done = before + pieces.taken
                self._report(Progress(stage, min(self._bytes_done, total), total, file.records, expected))
                if wanted := self._of_part(part, batch):
                    yield wanted
            if pieces.broken is not None:
                trouble(pieces.taken, "stream-broken")
            elif pieces.wrong and not file.unreadable:  # else what is wrong has its place already
                trouble(0, "wrong-checksum")
            file.state = UNREADABLE if file.unreadable and not file.records else READ
        finally:
            pieces.close()
            self._open_pieces.remove(pieces)
            self._bytes_done = before + file.member.size

    def _read_small(self, part: Part) -> list[Any]:
        """A part of one record, read while opening."""
        return [record for batch in self.read(part) for record in batch]

    def _find_timezone(self) -> str | None:
        told: list[AccountTimezone] = self._read_small(Part.ACCOUNT_TIMEZONE)
        return iana_name(told[0].timezone) if told else None

    def _find_generated_at(self) -> int | None:
        if self._layout.manifest is not None:
            return self._layout.manifest.generated_at
        helper = self._layout.helpers.get("payload_details.js")
        details = None if helper is None else grailbird.read_payload(sniff(self._container, helper, 64 * 1024))
        return None if details is None or details.created_at is None else parse_time(details.created_at)
