"""Small builders of records for the analyzer's tests; ids are made from times, people are invented."""

from datetime import UTC, datetime

from analyzer.archive.records import Entities, Hashtag, Media, Mention, Tweet, Url
from analyzer.archive.snowflake import SNOWFLAKE_EPOCH

EGO = 9000000001
BEA, KIM, LEO, EVA = 9000000002, 9000000003, 9000000004, 9000000005
MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


def ms(text: str) -> int:
    """UTC ms of ``2024-03-05`` or ``2024-03-05 12:30``."""
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp() * 1000)


def snowflake(at: int, low: int = 0) -> int:
    """A tweet id whose time is ``at``."""
    return ((at - SNOWFLAKE_EPOCH) << 22) | low


def tweet(at: int, text: str, *, mentions: dict[str, int] | None = None, reply_to: int | None = None, status: int | None = None,
          reply_handle: str | None = None, links: tuple[str, ...] = (), tags: tuple[str, ...] = (), media: tuple[Media, ...] = (),
          low: int = 0) -> Tweet:  # fmt: skip
    """An own tweet; ``mentions`` maps a handle as it stands in the text to the entity's account id."""
    found = []
    for handle, account in (mentions or {}).items():
        start = text.lower().index("@" + handle.lower())
        found.append(Mention(account, handle, handle.title(), (start, start + len(handle) + 1)))
    entities = Entities(found, [Url(link) for link in links], [Hashtag(tag) for tag in tags], list(media))
    return Tweet(snowflake(at, low), "", text, reply_to, status, reply_handle, entities)
