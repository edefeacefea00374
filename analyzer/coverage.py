"""What was read and what is missing, so that absence is only claimed where it can be seen (relationships §3 "coverage")."""

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from analyzer.archive import Archive, Part

if TYPE_CHECKING:
    from analyzer.reading import Reading

ESSENTIAL = (Part.TWEETS, Part.FOLLOWERS, Part.FOLLOWING)
MESSAGE_PARTS = ((Part.MESSAGE_HEADERS, Part.MESSAGES), (Part.GROUP_MESSAGE_HEADERS, Part.GROUP_MESSAGES))
ALL_MESSAGES = (*chain.from_iterable(MESSAGE_PARTS), Part.MESSAGE_EVENTS)


def note_coverage(archives: Sequence[Archive], reading: "Reading", messages: bool) -> None:
    """Write into the reading which essential parts of the newest date were read whole.

    A part that only an older archive holds counts as missing: it says nothing about the time since.
    """
    newest = [archive for archive in archives if archive.generated_at == archives[0].generated_at]
    damaged = {
        facts.part for archive in newest for facts in archive.parts() if facts.state == "unreadable" or (facts.unreadable and facts.part in ESSENTIAL)
    }
    reading.tweets_read = _has(newest, Part.TWEETS)
    reading.follows_read = _has(newest, Part.FOLLOWERS) and _has(newest, Part.FOLLOWING)
    reading.messages_read = messages and messages_whole(newest)
    reading.missing_parts = tuple(
        part.value for part in ESSENTIAL if part.value in damaged or all(archive.is_missing(part) for archive in newest)
    )


def messages_whole(newest: Sequence[Archive]) -> bool:
    """True if one-to-one and group messages were read, or the manifest says that there are none."""
    read = all(any(archive.has(part) or archive.expected(part) == 0 for archive in newest for part in either) for either in MESSAGE_PARTS)
    encrypted_missing = any(archive.expected(Part.MESSAGE_EVENTS) and not archive.has(Part.MESSAGE_EVENTS) for archive in newest)
    return read and not encrypted_missing


def _has(archives: Sequence[Archive], part: Part) -> bool:
    return any(archive.has(part) for archive in archives)
