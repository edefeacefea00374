"""The table of cases in ``tests/archives/README.md`` is honest: what it names exists."""

import re

import pytest

from tests.analyzer.archive.invented import FOLDERS

TABLE = (FOLDERS / "README.md").read_text(encoding="utf-8")
TESTS = FOLDERS.parent
_NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")


def test_every_case_names_a_test() -> None:
    cases = [line for line in TABLE.partition("## Cases")[2].splitlines() if line.startswith("| ") and not line.startswith("| case |")]
    assert len(cases) > 80
    assert [case for case in cases if not _NAMED.search(case.split(" | ")[-1])] == []


@pytest.mark.parametrize("file", sorted({file for file, _ in _NAMED.findall(TABLE)}))
def test_every_named_test_exists(file: str) -> None:
    written = (TESTS / file).read_text(encoding="utf-8")
    assert [name for named, name in _NAMED.findall(TABLE) if named == file and f"\ndef {name}(" not in written] == []


def test_every_folder_is_told() -> None:
    folders = {folder.name for folder in FOLDERS.iterdir() if folder.is_dir()}
    assert folders == set(re.findall(r"^\| `([\w-]+)` \|", TABLE, re.MULTILINE))
