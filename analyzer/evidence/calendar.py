"""Days in ego's zone: turns UTC milliseconds into calendar days quickly and exactly, daylight saving included."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

DAY_MS = 86_400_000
HOUR_MS = 3_600_000
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
_FIRST = datetime(2006, 1, 1, tzinfo=UTC)
_LAST = datetime(2040, 1, 1, tzinfo=UTC)


def is_zone(name: str) -> bool:
    """True if ``name`` is an IANA time zone this computer or the tzdata package knows."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


class Calendar:
    """Day ordinals and local hours in one zone, by a table of its offset changes between 2006 and 2040."""

    def __init__(self, zone: str = "UTC") -> None:
        self.zone = zone
        info = ZoneInfo(zone)
        self._changes, self._offsets = _offset_table(info)

    def _local(self, at: int) -> int:
        return at + self._offsets[bisect_right(self._changes, at)]

    def day(self, at: int) -> int:
        """The proleptic ordinal (`date.toordinal`) of the local day of UTC ms ``at``."""
        return self._local(at) // DAY_MS + _EPOCH_ORDINAL

    def days(self, times: Iterable[int | None]) -> set[int]:
        """The distinct `day` of all times that are known."""
        # Written out: this is asked of every act.
        changes, offsets = self._changes, self._offsets
        return {(at + offsets[bisect_right(changes, at)]) // DAY_MS + _EPOCH_ORDINAL for at in times if at is not None}

    def hour(self, at: int) -> float:
        """Local hour of the day, 0 ≤ hour < 24, of UTC ms ``at``."""
        return (self._local(at) % DAY_MS) / HOUR_MS

    @staticmethod
    def month_of_day(day: int) -> tuple[int, int]:
        """(year, month) of a day ordinal."""
        local = date.fromordinal(day)
        return local.year, local.month


def _offset_table(info: ZoneInfo) -> tuple[list[int], list[int]]:
    """Change times (UTC ms) and the offsets (ms) before, between and after them."""

    def offset(moment: datetime) -> int:
        return int((moment.astimezone(info).utcoffset() or timedelta()).total_seconds() * 1000)

    changes: list[int] = []
    offsets = [offset(_FIRST)]
    step = timedelta(days=7)
    before = _FIRST
    while before < _LAST:
        after = before + step
        if offset(after) != offsets[-1]:
            low, high = before, after
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) / 2
                if offset(middle) == offsets[-1]:
                    low = middle
                else:
                    high = middle
            changes.append(round(high.timestamp()) * 1000)
            offsets.append(offset(after))
        before = after
    return changes, offsets


def utc_day(at: int) -> int:
    """The proleptic ordinal of the UTC day of ``at`` (UTC ms)."""
    return at // DAY_MS + _EPOCH_ORDINAL
