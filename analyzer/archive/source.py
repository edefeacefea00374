"""The bytes of one member in small pieces, inflated as they are asked for; those of a large one a block ahead, by a second thread.

A block must be large. Whoever inflates needs the interpreter lock half a dozen times for each block and waits for it each time, since decoding
keeps it: with blocks of 2 MB and less the second thread costs more than it saves, with 8 MB reading takes a tenth less (measured, two cores).
"""

import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import IO

from analyzer.archive.containers import BROKEN_STREAM

PIECE = 128 * 1024
"""Bytes per piece, some 60 tweets. Measured: larger pieces fall out of the cache and cost fresh pages, 512 kB is 25 % slower."""
BLOCK = 8 * 1024 * 1024
"""Bytes that are inflated ahead; a multiple of the piece."""
WORTH_A_THREAD = 4 * BLOCK
"""Of smaller members the wait for the first block costs as much as is saved."""


class Pieces:
    """Iterates over a member's bytes; where its stream breaks, iteration ends and ``broken`` says why. Closes the stream.

    ``opened`` opens the stream (it may raise `BROKEN_STREAM`), ``size`` is how many bytes it is said to have. ``wrong`` is true if all bytes
    came and their CRC-32 is not ``checksum``.
    """

    def __init__(self, opened: Callable[[], IO[bytes]], size: int, checksum: int | None = None) -> None:
        self.taken = 0
        """Bytes handed out so far."""
        self.broken: str | None = None
        self.wrong = False
        self._opened = opened
        self._stream = opened()
        self._size = size
        self._checksum = checksum
        self._running = 0
        """CRC-32 of what was read so far."""

    def __iter__(self) -> Iterator[bytes]:
        for block in self._blocks_ahead() if self._size >= WORTH_A_THREAD else self._small_blocks():
            for start in range(0, len(block), PIECE):
                piece = block[start : start + PIECE]
                self.taken += len(piece)
                yield piece
        self.wrong = self.broken is None and self._checksum is not None and self._running != self._checksum

    def _small_blocks(self) -> Iterator[bytes]:
        try:
            while block := self._next(PIECE):
                yield block
        except BROKEN_STREAM as error:
            self.broken = type(error).__name__

    def _blocks_ahead(self) -> Iterator[bytes]:
        with ThreadPoolExecutor(1, "read-ahead") as thread:
            ahead = thread.submit(self._next, BLOCK)
            while (error := ahead.exception()) is None:
                block = ahead.result()
                if not block:
                    return
                ahead = thread.submit(self._next, BLOCK)
                yield block
        if not isinstance(error, BROKEN_STREAM):
            raise error
        # Somewhere in this block: read once more in small pieces, so that all of it counts that stands before the break.
        self._start_over()
        yield from self._small_blocks()

    def _start_over(self) -> None:
        """Open the stream anew, up to what was handed out."""
        self.close()
        self._running, rest = 0, self.taken
        try:
            self._stream = self._opened()
            while rest and (skipped := self._next(min(rest, BLOCK))):
                rest -= len(skipped)
        except BROKEN_STREAM as error:
            self.broken = type(error).__name__

    def _next(self, length: int) -> bytes:
        block = self._stream.read(length)
        if self._checksum is not None:
            self._running = zlib.crc32(block, self._running)
        return block

    def close(self) -> None:
        """Close the stream; closing twice does no harm."""
        self._stream.close()

    def __enter__(self) -> "Pieces":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
