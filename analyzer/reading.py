"""The reading stage: every needed part streamed once into counts, names, tallies and what is known about missing parts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analyzer.archive import Archive, Part
from analyzer.coverage import ALL_MESSAGES, note_coverage
from analyzer.evidence.calendar import Calendar
from analyzer.evidence.interactions import Interactions
from analyzer.evidence.lexicons import load
from analyzer.evidence.likes import LikeLog, read_likes
from analyzer.evidence.messages import MessageLog
from analyzer.evidence.together import Together
from analyzer.evidence.tweets import TweetLog
from analyzer.facts import Counts
from analyzer.letting_go import let_go
from analyzer.people.follows import FollowList, note_follows
from analyzer.people.handles import HandleBook
from analyzer.people.own import OwnHandleChange, OwnHandles
from analyzer.people.tally import Tallies
from analyzer.progress import Progress, Reporter, Stage
from analyzer.workspace.storage import lexicon_folder


@dataclass(slots=True)
class Reading:
    """What the parts of one archive gave; ``last_act`` is ego's last tweet or message, UTC ms."""

    own: OwnHandles
    book: HandleBook
    log: TweetLog
    interactions: Interactions
    tallies: Tallies
    together: Together
    likes: LikeLog = field(default_factory=LikeLog)
    messages: MessageLog = field(default_factory=MessageLog)
    followers: FollowList = field(default_factory=FollowList)
    following: FollowList = field(default_factory=FollowList)
    blocks: FollowList = field(default_factory=FollowList)
    mutes: FollowList = field(default_factory=FollowList)
    community_tweets: int = 0
    deleted_ids: set[int] = field(default_factory=set)
    note_ids: set[int] = field(default_factory=set)
    tweets_read: bool = False
    follows_read: bool = False
    messages_read: bool = False
    missing_parts: tuple[str, ...] = ()
    bytes_total: int = 0

    @property
    def last_act(self) -> int | None:
        """Ego's last tweet or message."""
        last = max(max(self.log.times, default=0), self.messages.last_sent)
        return last or None

    def counts(self) -> Counts:
        """The archive's totals as they stand."""
        log, messages = self.log, self.messages
        return Counts(
            tweets=log.tweets,
            community_tweets=self.community_tweets,
            deleted_tweets=len(self.deleted_ids),
            note_tweets=len(self.note_ids),
            replies=log.replies,
            self_replies=log.self_replies,
            retweets=log.retweet_count,
            mentions_total=log.mentions_total,
            mentions_in_own=log.mentions_in_own,
            likes=self.likes.total,
            followers=len(self.followers.ids),
            following=len(self.following.ids),
            mutuals=len(self.followers.ids.keys() & self.following.ids.keys()),
            blocks=len(self.blocks.ids),
            mutes=len(self.mutes.ids),
            dm_conversations=len(messages.conversations),
            dm_sent=messages.sent,
            dm_received=messages.received,
            group_dm_conversations=len(messages.groups),
            group_sent=messages.group_sent,
            group_received=messages.group_received,
        )

    def tweets_by_month(self, calendar: Calendar) -> Mapping[tuple[int, int], int]:
        """Own tweets per (year, month) in ego's zone, in order of time."""
        days = Counter(map(calendar.day, self.log.times))
        months: Counter[tuple[int, int]] = Counter()
        for day, count in days.items():
            months[calendar.month_of_day(day)] += count
        return dict(sorted(months.items()))

    def found(self) -> dict[str, int]:
        """What was found so far, for the import page."""
        return {"named": len(self.book.handles), "replied_to": self.interactions.replied_to, "own_handles": 1 + len(self.own.former)}

    def progress(self, stage: Stage, done: int = 0, total: int | None = None) -> Progress:
        """A progress report of the stages after reading: all bytes are read."""
        return Progress(stage, self.bytes_total, self.bytes_total, done, total, self.found())


def read_archives(archives: Sequence[Archive], *, messages: bool, report: Reporter) -> Reading:
    """Stream the parts of all archives of one account, newest archive first, in the order in which the parts need each other.

    Tweets, likes and messages are merged by their ids, the newest archive's record first; follow lists are those of the newest download
    only and never united (archive-format §13).
    """
    owner = archives[0].owner
    if not messages:
        for archive in archives:
            archive.leave_closed(ALL_MESSAGES)
    changes = [
        OwnHandleChange(change.changed_at, change.old, change.new)
        for archive in archives
        for batch in archive.read(Part.HANDLE_CHANGES)
        for change in batch
    ]
    own = OwnHandles(owner.account_id, owner.handle, dict.fromkeys(changes))
    book, tallies, together = HandleBook(), Tallies(), Together()
    log = TweetLog(own, book, load(lexicon_folder()))
    total = sum(archive.bytes_total for archive in archives)
    reading = Reading(own, book, log, Interactions(tallies, together), tallies, together, bytes_total=total)
    for archive in archives:
        _read_tweets(archive, reading)
    _read_follows([archive for archive in archives if archive.download == 0], reading)
    note_follows(tallies, reading.followers, reading.following, owner.account_id)
    _read_messages(archives, reading)
    report(reading.progress(Stage.NAMES))
    log.finish()
    reading.interactions.own_tweets(log, own, lambda done: report(reading.progress(Stage.NAMES, done, len(log.rows))))
    reading.interactions.retweets(log, own)
    for archive in archives:
        read_likes(archive.read(Part.LIKES), reading.likes, log, reading.interactions.status_author, own, tallies)
    let_go(log.rows, log.heads, log.retweets)
    note_coverage(archives, reading, messages)
    return reading


def _read_tweets(archive: Archive, reading: Reading) -> None:
    log = reading.log
    reading.book.as_of = archive.generated_at
    for notes in archive.read(Part.NOTE_TWEETS):
        new = [note for note in notes if note.id not in reading.note_ids]
        reading.note_ids.update(note.id for note in new)
        log.read_notes(new)
    for batch in archive.read(Part.TWEETS):
        log.read(batch)
    before = len(log.ids)
    for batch in archive.read(Part.COMMUNITY_TWEETS):
        log.read(batch, counted=False)
    reading.community_tweets += len(log.ids) - before
    for batch in archive.read(Part.CIRCLE_TWEETS):
        log.read(batch, counted=False)
    for deleted in archive.read(Part.DELETED_TWEETS):
        reading.deleted_ids.update(tweet.id for tweet in deleted)
    for moments in archive.read(Part.MOMENTS):
        for who in [who for moment in moments for who in moment.named if who.id > 0 and who.id != reading.own.account_id]:
            reading.book.see(who.id, who.handle, who.name or None, "moment")


def _read_follows(archives: Sequence[Archive], reading: Reading) -> None:
    for part, listed in (
        (Part.FOLLOWERS, reading.followers),
        (Part.FOLLOWING, reading.following),
        (Part.BLOCKS, reading.blocks),
        (Part.MUTES, reading.mutes),
    ):
        for archive in archives:
            for entries in archive.read(part):
                listed.read(entries)


def _read_messages(archives: Sequence[Archive], reading: Reading) -> None:
    owner = reading.own.account_id
    for archive in archives:
        for conversations in archive.read(Part.MESSAGE_HEADERS):
            reading.messages.read_direct(conversations, owner, reading.tallies)
        for conversations in archive.read(Part.GROUP_MESSAGE_HEADERS):
            reading.messages.read_groups(conversations)
    # After the ordinary messages of all: an older archive may hold those in clear that the newest has encrypted.
    for archive in archives:
        for events in archive.read(Part.MESSAGE_EVENTS):
            reading.messages.read_encrypted(events, owner, reading.tallies)
    reading.messages.finish_groups(owner, reading.tallies, reading.together)
