"""How long an import still takes, from the bytes it read so far."""

import time
from collections.abc import Callable

SETTLE_SECONDS = 1.0
SMOOTHING = 0.3


class TimeLeft:
    """Give it the bytes whenever they change; it answers seconds, or None while it cannot know yet."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._start: float | None = None
        self._shown: float | None = None

    def estimate(self, done: int, total: int) -> float | None:
        """Seconds left at the mean speed since the start, smoothed; None in the first second and once all bytes are read."""
        now = self._clock()
        if self._start is None:
            self._start = now
        elapsed = now - self._start
        if elapsed < SETTLE_SECONDS or not 0 < done < total:
            return None
        left = elapsed * (total - done) / done
        self._shown = left if self._shown is None else SMOOTHING * left + (1 - SMOOTHING) * self._shown
        return self._shown
