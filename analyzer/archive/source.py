"""The bytes of one member in small pieces, inflated as they are asked for.

No second thread inflates ahead: measured on 100,000 tweets (222 MB, two cores) it cost 10–40 % in every variant tried (queue, hand-shake per
piece, shorter switch interval), because decoding holds the interpreter lock and small pieces stay in the processor's cache.
"""

import zlib
from collections.abc import Iterator
from types import TracebackType
from typing import IO

from analyzer.archive.containers import BROKEN_STREAM

PIECE = 128 * 1024
"""Bytes per piece, some 60 tweets. Measured: larger pieces fall out of the cache and cost fresh pages, 512 kB is 25 % slower."""


class Pieces:
    """Iterates over a stream's bytes; where the stream breaks, iteration ends and ``broken`` says why. Closes the stream.

    ``wrong`` is true if all bytes came and their CRC-32 is not ``checksum``.
    """

    def __init__(self, stream: IO[bytes], checksum: int | None = None) -> None:
        self.taken = 0
        """Bytes handed out so far."""
        self.broken: str | None = None
        self.wrong = False
        self._stream = stream
        self._checksum = checksum

    def __iter__(self) -> Iterator[bytes]:
        running = 0
        while piece := self._read():
            self.taken += len(piece)
            if self._checksum is not None:
                running = zlib.crc32(piece, running)
            yield piece
        self.wrong = self.broken is None and self._checksum is not None and running != self._checksum

    def _read(self) -> bytes:
        try:
            return self._stream.read(PIECE)
        except BROKEN_STREAM as error:
            self.broken = type(error).__name__
            return b""

    def close(self) -> None:
        """Close the stream; closing twice does no harm."""
        self._stream.close()

    def __enter__(self) -> "Pieces":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
