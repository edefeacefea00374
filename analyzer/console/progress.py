"""Progress on one line of a terminal: the stage, the bytes, the time left."""

import time
from typing import TextIO

from analyzer.progress import Progress, Stage

_STAGES = {
    Stage.LOOK: "Looking at the archive",
    Stage.TWEETS: "Reading tweets",
    Stage.LIKES: "Reading likes",
    Stage.FOLLOWS: "Reading follow lists",
    Stage.MESSAGES: "Counting messages",
    Stage.NAMES: "Finding names",
    Stage.EVIDENCE: "Weighing evidence",
    Stage.NETWORK: "Building the network",
    Stage.VERDICTS: "Judging",
}
_INTERVAL = 0.1
_SURE_AFTER = 1.0


class ProgressLine:
    """A `Reporter` that rewrites one line ten times a second at most; `clear` wipes it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._started = time.monotonic()
        self._shown_at = 0.0
        self._width = 0

    def __call__(self, progress: Progress, /) -> None:
        now = time.monotonic()
        if now - self._shown_at < _INTERVAL:
            return
        self._shown_at = now
        self._show(line(progress, now - self._started))

    def clear(self) -> None:
        """Leave an empty line for what comes next."""
        self._show("")
        self._stream.write("\r")
        self._stream.flush()

    def _show(self, text: str) -> None:
        self._stream.write("\r" + text.ljust(self._width))
        self._stream.flush()
        self._width = len(text)


def line(progress: Progress, seconds: float) -> str:
    """Reading tweets, 12.3 of 27.0 MB, about 4 s left."""
    parts = [_STAGES[progress.stage]]
    if progress.bytes_total:
        parts.append(f"{progress.bytes_done / 1e6:.1f} of {progress.bytes_total / 1e6:.1f} MB")
        left = time_left(progress, seconds)
        if left is not None:
            parts.append(f"about {left} s left" if left < 120 else f"about {round(left / 60)} min left")
    return ", ".join(parts)


def time_left(progress: Progress, seconds: float) -> int | None:
    """Seconds still to go at the pace so far; None while that is only a guess."""
    if seconds < _SURE_AFTER or not 0 < progress.bytes_done < progress.bytes_total:
        return None
    return max(1, round(seconds * (progress.bytes_total - progress.bytes_done) / progress.bytes_done))
