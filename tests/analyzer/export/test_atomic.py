"""Output files appear whole or not at all."""

import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from analyzer.errors import ExportError
from analyzer.export.atomic import Staging, problem_of, write_bytes


def left(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_for_its_owner_only(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    write_bytes(target, [b"one,", b"two\n"])
    assert target.read_bytes() == b"one,two\n"
    assert left(tmp_path) == ["list.csv"]
    if os.name == "posix":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_an_error_while_writing_leaves_the_earlier_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "list.csv"
    target.write_bytes(b"earlier")

    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_bytes(target, pieces())
    assert target.read_bytes() == b"earlier"
    assert left(tmp_path) == ["list.csv"]


def test_two_files_appear_together_or_not_at_all(tmp_path: Path) -> None:
    first = tmp_path / "first.csv"
    first.write_bytes(b"earlier")
    with pytest.raises(ExportError) as caught, Staging() as staging:
        with staging.open(first) as file:
            file.write(b"new")
        with staging.open(tmp_path / "no-such-folder" / "second.csv") as file:
            file.write(b"new")
    assert caught.value.problem == "no-folder"
    assert first.read_bytes() == b"earlier"
    assert left(tmp_path) == ["first.csv"]


def test_nothing_is_in_place_before_all_are_ready(tmp_path: Path) -> None:
    first = tmp_path / "first.csv"
    with Staging() as staging:
        with staging.open(first) as file:
            file.write(b"new")
        assert not first.exists()
    assert first.read_bytes() == b"new"


def test_a_disk_error_becomes_an_export_error(tmp_path: Path) -> None:
    def pieces() -> Iterator[bytes]:
        yield b"x"
        raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(ExportError) as caught:
        write_bytes(tmp_path / "list.csv", pieces())
    assert caught.value.problem == "full"
    assert left(tmp_path) == []


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "list.csv").mkdir()
    with pytest.raises(ExportError) as caught:
        write_bytes(tmp_path / "list.csv", [b"x"])
    assert caught.value.problem == "folder"


@pytest.mark.skipif(os.name != "posix", reason="links need rights on Windows")
def test_a_link_stays_a_link_and_its_file_is_renewed(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_bytes(b"earlier")
    link.symlink_to(real)
    write_bytes(link, [b"new"])
    assert link.is_symlink()
    assert real.read_bytes() == b"new"


@pytest.mark.skipif(not Path("/dev/null").exists(), reason="no devices here")
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_bytes(Path("/dev/null"), [b"x"])
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


def test_unknown_troubles_have_a_name_too() -> None:
    assert problem_of(OSError("?")) == "failed"
