"""What was read and what is missing, so that absence is only claimed where it can be seen (relationships §3 "coverage")."""

from collections.abc import Sequence
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from analyzer.archive import Archive, Part
from analyzer.archive.snowflake import first_id_at
from analyzer.evidence.acts import Direction, Kind
from analyzer.evidence.calendar import DAY_MS, Calendar
from analyzer.facts import DeletedTweets

if TYPE_CHECKING:
    from analyzer.reading import Reading

ESSENTIAL = (Part.TWEETS, Part.FOLLOWERS, Part.FOLLOWING)
MESSAGE_PARTS = ((Part.MESSAGE_HEADERS, Part.MESSAGES), (Part.GROUP_MESSAGE_HEADERS, Part.GROUP_MESSAGES))
FAR_OLDER = 180 * DAY_MS
TRACES, SHARE = 50, 0.01
"""Likes and own messages far older than the first own tweet that show that earlier tweets are gone: at least so many, and this part of all.

A like is as old as the liked tweet, so a few come from posts dug up later: 0 or 1 on each of the real archives, of up to 6,660 likes.
"""
ALL_MESSAGES = (*chain.from_iterable(MESSAGE_PARTS), Part.MESSAGE_EVENTS)


def note_coverage(archives: Sequence[Archive], reading: "Reading", messages: bool) -> None:
    """Write into the reading which essential parts of the newest date were read whole.

    A part that only an older archive holds counts as missing: it says nothing about the time since.
    """
    newest = [archive for archive in archives if archive.download == 0]
    damaged = {
        facts.part for archive in newest for facts in archive.parts() if facts.state == "unreadable" or (facts.unreadable and facts.part in ESSENTIAL)
    }
    reading.tweets_read = _has(newest, Part.TWEETS)
    reading.follows_read = _has(newest, Part.FOLLOWERS) and _has(newest, Part.FOLLOWING)
    reading.messages_read = messages and messages_whole(newest)
    reading.missing_parts = tuple(part.value for part in ESSENTIAL if part.value in damaged or all(archive.is_missing(part) for archive in newest))


def messages_whole(newest: Sequence[Archive]) -> bool:
    """True if one-to-one and group messages were read, or the manifest says that there are none."""
    read = all(any(_has(newest, part) for part in either) for either in MESSAGE_PARTS)
    encrypted_missing = any(archive.expected(Part.MESSAGE_EVENTS) and not archive.has(Part.MESSAGE_EVENTS) for archive in newest)
    return read and not encrypted_missing


def _has(archives: Sequence[Archive], part: Part) -> bool:
    """True if the part was read, or the manifest counts no record of it: then nothing is lost with its file."""
    return any(archive.has(part) or archive.expected(part) == 0 for archive in archives)


def find_deletion(reading: "Reading", calendar: Calendar) -> DeletedTweets | None:
    """The deletion of ego's early tweets, where likes and own messages are far older than the first tweet; None where nothing speaks for one."""
    if not reading.log.times:
        return None
    first = min(reading.log.times)
    likes = reading.likes.older_than(first_id_at(first - FAR_OLDER))
    sent_before = reading.messages.first_sent is not None and reading.messages.first_sent < first - FAR_OLDER
    messages = 0
    if sent_before:
        messages = sum(
            act.kind is Kind.DM and act.direction is Direction.OUT and act.at is not None and act.at < first - FAR_OLDER
            for tally in reading.tallies.values()
            if tally.dm_sent
            for act in tally.acts
        )
    if likes + messages < max(TRACES, SHARE * (reading.likes.total + reading.messages.sent)):
        return None
    return DeletedTweets(date.fromordinal(calendar.day(first)), likes, messages)
