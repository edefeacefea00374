"""Time in the simulated world: Snowflake ids, the archive's date formats, and when ego is online (day and night, bursts, silent months)."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random
from zoneinfo import ZoneInfo

TWITTER_EPOCH = 1288834974657
SECOND, MINUTE, HOUR, DAY = 1_000, 60_000, 3_600_000, 86_400_000
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PEAKS = ((7.4, 0.9, 0.28), (12.6, 1.0, 0.2), (17.0, 1.6, 0.17), (20.8, 1.3, 0.35))


def snowflake(at: int, rng: Random) -> int:
    """A tweet, message or account id issued at ``at`` (UTC ms)."""
    return ((at - TWITTER_EPOCH) << 22) | rng.getrandbits(22)


def time_of(snowflake_id: int) -> int:
    """UTC ms of a Snowflake id."""
    return (snowflake_id >> 22) + TWITTER_EPOCH


def parse_moment(text: str) -> int:
    """UTC ms of an ISO date or time; a date alone is its midnight in UTC."""
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return round((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp() * 1000)


_days: dict[int, tuple[str, str, str]] = {}


def _day_words(day: int) -> tuple[str, str, str]:
    words = _days.get(day)
    if words is None:
        date = datetime.fromtimestamp(day * 86_400, UTC)
        words = (f"{_WEEKDAYS[date.weekday()]} {_MONTHS[date.month - 1]} {date.day:02}", f"{date.year}", f"{date:%Y-%m-%d}")
        _days[day] = words
    return words


def _clock(at: int) -> tuple[int, int, int]:
    seconds = at // 1000 % 86_400
    return seconds // 3600, seconds // 60 % 60, seconds % 60


def twitter_date(at: int) -> str:
    """``Wed Oct 10 20:19:24 +0000 2018``: the time floored to the second."""
    day, year, _ = _day_words(at // DAY)
    hour, minute, second = _clock(at)
    return f"{day} {hour:02}:{minute:02}:{second:02} +0000 {year}"


def iso_date(at: int) -> str:
    """``2024-03-05T13:01:07.230Z``."""
    hour, minute, second = _clock(at)
    return f"{_day_words(at // DAY)[2]}T{hour:02}:{minute:02}:{second:02}.{at % 1000:03}Z"


class Rhythm:
    """When ego is online: sittings by local hour, weeks of different intensity, and some months of silence."""

    def __init__(self, zone: str, start: int, end: int, sittings: float, gaps: int, rng: Random, gusts: float = 0.8) -> None:
        """``sittings`` a day on average, ``gaps`` silent spells, ``gusts`` the spread (sigma of a lognormal) from week to week."""
        self._gusts = gusts
        self.start, self.end, self._zone = start, end, ZoneInfo(zone)
        self._offsets: dict[int, int] = {}
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._draw(sittings, gaps, rng)

    def _draw(self, sittings: float, gaps: int, rng: Random) -> None:
        first, last = self.start // DAY, self.end // DAY
        silent: set[int] = set()
        for _ in range(gaps):
            begin = rng.randrange(first, max(first + 1, last - 60))
            silent.update(range(begin, begin + rng.randrange(32, 75)))
        silent.difference_update(range(last - 30, last + 1))
        level = 1.0
        for day in range(first, last + 1):
            if (day - first) % 7 == 0:
                level = 0.6 * level + 0.4 * rng.lognormvariate(0.32 - self._gusts**2 / 2, self._gusts)
            if day in silent:
                continue
            expected = sittings * level * (1.15 if day % 7 in (2, 3) else 1.0)
            for _ in range(int(expected) + (rng.random() < expected % 1)):
                begin = day * DAY + int(self._local_hour(rng) * HOUR) - self.offset(day * DAY)
                self._starts.append(min(max(begin, self.start), self.end - HOUR))
        if not self._starts:
            self._starts.append((self.start + self.end) // 2)
        self._starts.sort()
        self._ends = [begin + int(min(rng.lognormvariate(3.4, 0.7), 180.0) * MINUTE) for begin in self._starts]

    @staticmethod
    def _local_hour(rng: Random) -> float:
        pick = rng.random()
        for middle, width, share in _PEAKS:
            if pick < share:
                return min(max(rng.gauss(middle, width), 5.5), 23.6)
            pick -= share
        return rng.uniform(8.0, 22.0)

    def offset(self, at: int) -> int:
        """What to add to UTC ms to get ego's wall clock."""
        day = at // DAY
        found = self._offsets.get(day)
        if found is None:
            shift = datetime.fromtimestamp(day * 86_400 + 43_200, self._zone).utcoffset()
            found = 0 if shift is None else int(shift.total_seconds()) * 1000
            self._offsets[day] = found
        return found

    def hour(self, at: int) -> float:
        """Ego's wall clock as hours from 0 to 24."""
        return (at + self.offset(at)) % DAY / HOUR

    def awake(self, at: int) -> bool:
        """Whether ego could be looking at the phone."""
        return 6.2 <= self.hour(at) < 23.7

    def sitting(self, low: int, high: int, rng: Random) -> int:
        """A moment inside a random sitting that begins in [low, high); without one, a daytime moment of that span."""
        left, right = bisect_left(self._starts, low), bisect_left(self._starts, high)
        if left >= right:
            at = rng.randrange(low, max(low + 1, high))
            return at if self.awake(at) else at + 9 * HOUR
        place = rng.randrange(left, right)
        return rng.randrange(self._starts[place], self._ends[place])

    def online_after(self, at: int, rng: Random) -> int:
        """When ego next looks after ``at``: at once inside a sitting, else early in the next one."""
        place = bisect_right(self._starts, at) - 1
        if place >= 0 and at < self._ends[place]:
            return at + self.glance(rng)
        if place + 1 < len(self._starts):
            return self._starts[place + 1] + self.glance(rng) + self.glance(rng)
        return self.end

    def at_hour(self, near: int, hour: float) -> int:
        """The moment of ego's day around ``near`` at which the wall clock shows ``hour``."""
        offset = self.offset(near)
        return (near + offset) // DAY * DAY + int(hour * HOUR) - offset

    @staticmethod
    def glance(rng: Random) -> int:
        """How long ego takes to read and type, in ms."""
        return int(min(rng.lognormvariate(4.7, 1.1), 2400.0) * SECOND)

    @property
    def starts(self) -> Sequence[int]:
        """Beginnings of the sittings, UTC ms, ascending."""
        return self._starts
