"""The bytes of a member come the same whether they are inflated ahead or as asked for, up to where a stream breaks."""

import io
import random
import threading
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import IO

import pytest

from analyzer.archive import source
from analyzer.archive.containers import ZipContainer
from analyzer.archive.source import PIECE, Pieces

BLOCK = 3 * PIECE
SIZE = 3 * BLOCK + 1000


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "BLOCK", BLOCK)
    monkeypatch.setattr(source, "WORTH_A_THREAD", SIZE)


@pytest.fixture
def data() -> bytes:
    return bytes(random.Random(7).choices(range(97, 123), k=SIZE))


def zipped(folder: Path, data: bytes, *, broken_at: float | None = None) -> ZipContainer:
    """A zip with one member whose compressed bytes are overwritten from that part of them on."""
    path = folder / "one.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("data/tweets.js", data)
        info = made.infolist()[0]
    if broken_at is not None:
        raw = bytearray(path.read_bytes())
        start = info.header_offset + 30 + len(info.filename) + int(info.compress_size * broken_at)
        raw[start : start + 2000] = b"\xff" * 2000
        path.write_bytes(raw)
    return ZipContainer(path)


def read(container: ZipContainer, *, ahead: bool, wrong_sum: int = 0) -> tuple[bytes, str | None, bool]:
    (member,) = container.members()
    pieces = Pieces(partial(container.open, member), SIZE if ahead else 0, (container.checksum(member) or 0) + wrong_sum)
    taken = list(pieces)
    assert max(map(len, taken), default=0) <= PIECE and sum(map(len, taken)) == pieces.taken
    pieces.close()
    return b"".join(taken), pieces.broken, pieces.wrong


def test_all_bytes_come_with_their_checksum(tmp_path: Path, data: bytes) -> None:
    container = zipped(tmp_path, data)
    assert read(container, ahead=True) == read(container, ahead=False) == (data, None, False)
    assert read(container, ahead=True, wrong_sum=1) == read(container, ahead=False, wrong_sum=1) == (data, None, True)


@pytest.mark.parametrize("broken_at", [0.0, 0.2, 0.5, 0.7, 0.95])
def test_damage_is_found_the_same_by_reading_ahead(tmp_path: Path, data: bytes, broken_at: float) -> None:
    container = zipped(tmp_path, data, broken_at=broken_at)
    found = read(container, ahead=True)
    assert found == read(container, ahead=False)
    assert found[1] == "error" or found[2]


class Faulty(io.BytesIO):
    """Breaks off after so many bytes, with any error."""

    def __init__(self, data: bytes, after: int, error: Exception) -> None:
        super().__init__(data)
        self._after, self._error = after, error

    def read(self, size: int | None = -1) -> bytes:
        found = super().read(size)
        if self.tell() > self._after:
            raise self._error
        return found


def opener(*streams: IO[bytes] | Exception) -> Callable[[], IO[bytes]]:
    left = list(streams)

    def opened() -> IO[bytes]:
        one = left.pop(0)
        if isinstance(one, Exception):
            raise one
        return one

    return opened


@pytest.mark.parametrize("after", [0, 1, PIECE, BLOCK - 1, BLOCK, 2 * BLOCK + 5, SIZE - 1])
def test_nothing_before_a_break_is_lost_by_reading_ahead(data: bytes, after: int) -> None:
    ahead = Pieces(opener(Faulty(data, after, EOFError()), Faulty(data, after, EOFError())), SIZE)
    as_asked = Pieces(opener(Faulty(data, after, EOFError())), 0)
    found = b"".join(ahead)
    assert found == b"".join(as_asked) == data[: after // PIECE * PIECE]
    assert ahead.broken == as_asked.broken == "EOFError"


def test_a_member_that_cannot_be_opened_again_or_is_shorter_then_ends_where_it_broke(data: bytes) -> None:
    gone = Pieces(opener(Faulty(data, 2 * BLOCK, OSError()), OSError("gone")), SIZE)
    assert b"".join(gone) == data[: 2 * BLOCK] and gone.broken is not None
    shorter = Pieces(opener(Faulty(data, 2 * BLOCK, OSError()), io.BytesIO(data[:BLOCK])), SIZE)
    assert b"".join(shorter) == data[: 2 * BLOCK]


def test_an_error_of_our_own_is_not_taken_for_a_broken_stream(data: bytes) -> None:
    with pytest.raises(ZeroDivisionError):
        list(Pieces(opener(Faulty(data, BLOCK, ZeroDivisionError())), SIZE))


def test_who_leaves_early_leaves_no_thread_behind(tmp_path: Path, data: bytes) -> None:
    before = threading.active_count()
    container = zipped(tmp_path, data)
    (member,) = container.members()
    pieces = iter(Pieces(partial(container.open, member), SIZE))
    next(pieces)
    assert threading.active_count() == before + 1
    del pieces
    assert threading.active_count() == before
