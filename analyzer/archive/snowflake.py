"""Times told by ids and by the many ways in which archives write dates; everything is UTC milliseconds since 1970."""

import re
from datetime import UTC, datetime, timedelta

SNOWFLAKE_EPOCH = 1288834974657
"""Twitter's epoch, 4 November 2010, in UTC milliseconds."""
FIRST_SNOWFLAKE = 10**12
"""Smaller ids are the sequential numbers used before."""
AFTER_ALL_IDS = 2**63
"""Ids are positive numbers of 64 bits; a larger one is damage, and would tell a time that no calendar has."""
FIRST_SNOWFLAKE_ACCOUNT = 69 * 10**16
"""Account ids became Snowflakes in early 2016; nothing was ever issued between about 5·10⁹ and this."""

_UNIX_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_NO_TIME_AFTER = (datetime(2200, 1, 1, tzinfo=UTC) - _UNIX_EPOCH) // _MILLISECOND
"""What is written of later, or from before 1970, is damage: calendars end, and a span of thousands of years says nothing."""
# English names whatever the locale of the computer: strptime would use the locale's.
_MONTHS = dict(Jan=1, Feb=2, Mar=3, Apr=4, May=5, Jun=6, Jul=7, Aug=8, Sep=9, Oct=10, Nov=11, Dec=12)  # noqa: C408
_TWITTER_TIME = re.compile(r"\w{3} (\w{3}) (\d{1,2}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d):?(\d\d) (\d{4})\s*", re.ASCII)
_ISO_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?)?\s*(?:Z|UTC|([+-])(\d\d):?(\d\d))?\s*", re.ASCII)


def time_of(id_: int) -> int | None:
    """When the tweet, message or event with this id was made; None for ids from before November 2010 and for what is no id.

    >>> time_of(1764992995586738179)
    1709642096789
    >>> time_of(20) is None
    True
    """
    if FIRST_SNOWFLAKE <= id_ < AFTER_ALL_IDS:
        return (id_ >> 22) + SNOWFLAKE_EPOCH
    return None


def first_id_at(at: int) -> int:
    """The lowest id that an item posted at ``at`` (UTC ms) or later can have; 0 for times before November 2010, when ids told no time."""
    return max(0, at - SNOWFLAKE_EPOCH) << 22


def account_created(id_: int) -> int | None:
    """When the account signed up, where its id tells it (accounts since early 2016), else None."""
    return time_of(id_) if id_ >= FIRST_SNOWFLAKE_ACCOUNT else None


def parse_time(written: str) -> int | None:
    """A time in any spelling that archives use; None where it is none of them.

    Spellings: ``Wed Oct 10 20:19:24 +0000 2018``, ISO 8601 with any number of fraction digits, ``2018-08-31 09:00:00 +0000``,
    ten digits (seconds), thirteen digits (milliseconds).

    >>> parse_time("Tue Mar 05 12:34:56 +0000 2024")
    1709642096000
    >>> parse_time("1709642096789")
    1709642096789
    """
    written = written.strip()
    if written.isascii() and written.isdigit():
        if len(written) > 14:
            return None
        at = int(written) if len(written) > 11 else int(written) * 1000
        return at if at < _NO_TIME_AFTER else None
    if (found := _TWITTER_TIME.fullmatch(written)) is not None:
        month, day, hour, minute, second, sign, off_hour, off_minute, year = found.groups()
        return _milliseconds((year, _MONTHS.get(month, 0), day, hour, minute, second), "", (sign, off_hour, off_minute))
    if (found := _ISO_TIME.fullmatch(written)) is not None:
        year, month, day, hour, minute, second, fraction, sign, off_hour, off_minute = found.groups()
        return _milliseconds((year, month, day, hour or 0, minute or 0, second or 0), fraction or "", (sign, off_hour, off_minute))
    return None


def _milliseconds(parts: tuple[str | int, ...], fraction: str, offset: tuple[str | None, str | None, str | None]) -> int | None:
    year, month, day, hour, minute, second = map(int, parts)
    try:
        # A leap second is written as 60; datetime knows only 59.
        moment = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        return None
    ms = (moment - _UNIX_EPOCH) // _MILLISECOND + int((fraction + "000")[:3])
    sign, hours, minutes = offset
    if sign is not None:
        shift = (int(hours or 0) * 60 + int(minutes or 0)) * 60_000
        ms += -shift if sign == "+" else shift
    return ms if 0 <= ms < _NO_TIME_AFTER else None
