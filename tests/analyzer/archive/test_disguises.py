"""What people and their tools do to the files of a whole archive: every era, every file at once, the same records."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from analyzer.archive import Part, open_archive
from analyzer.archive.stream import read_head
from tests.analyzer.archive.invented import ERAS, data_file, everything, files_of, tweet, zipped


def _parsed(content: bytes, **layout: object) -> bytes:
    """The same assignment with its JSON written anew."""
    head = read_head(content)
    assert head is not None
    return content[: head.body] + json.dumps(json.loads(content[head.body :]), **layout).encode()  # type: ignore[arg-type]


def _without_prefix(content: bytes) -> bytes:
    head = read_head(content)
    assert head is not None
    return content[head.body :]


DISGUISES: dict[str, Callable[[bytes], bytes]] = {
    "byte order mark": lambda content: b"\xef\xbb\xbf" + content,
    "windows line ends": lambda content: content.replace(b"\n", b"\r\n"),
    "minified": lambda content: _parsed(content, separators=(",", ":"), ensure_ascii=False),
    "pretty-printed": lambda content: _parsed(content, indent=8, separators=(" ,", "   :   ")),
    "semicolon and line end": lambda content: content + b";\n",
    "older prefix": lambda content: re.sub(rb"^window\.", b"", content),
    "zero bytes at the end": lambda content: content + b"\0" * 64,
}


@pytest.mark.parametrize("era", [era for era in ERAS if era != "era-a-csv"])
@pytest.mark.parametrize("disguise", DISGUISES)
def test_every_file_disguised_gives_the_same_archive(era: str, disguise: str, tmp_path: Path) -> None:
    files = files_of(era)
    changed = {name: DISGUISES[disguise](content) if name.endswith(".js") and read_head(content) else content for name, content in files.items()}
    assert changed != files or (disguise, era) == ("older prefix", "era-a")
    with open_archive(zipped(tmp_path / "a.zip", files)) as plain, open_archive(zipped(tmp_path / "b.zip", changed)) as found:
        assert everything(found) == everything(plain)
        assert (found.era, found.owner, found.generated_at, found.timezone) == (plain.era, plain.owner, plain.generated_at, plain.timezone)
        assert not found.unreadable


@pytest.mark.parametrize("era", [era for era in ERAS if era not in ("era-a", "era-a-csv")])
def test_stripped_prefixes_leave_the_file_names_to_tell(era: str, tmp_path: Path) -> None:
    files = files_of(era)
    changed = {name: _without_prefix(content) if name.endswith(".js") and read_head(content) else content for name, content in files.items()}
    with open_archive(zipped(tmp_path / "a.zip", files)) as plain, open_archive(zipped(tmp_path / "b.zip", changed)) as found:
        assert everything(found) == everything(plain)
        assert found.owner == plain.owner


def test_a_table_with_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    table = files_of("era-a-csv")["tweets.csv"]
    changed = b"\xef\xbb\xbf" + table.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    with (
        open_archive(zipped(tmp_path / "a.zip", {"tweets.csv": table})) as plain,
        open_archive(zipped(tmp_path / "b.zip", {"x/tweets.csv": changed})) as found,
    ):
        first, second = everything(plain)[Part.TWEETS], everything(found)[Part.TWEETS]
        assert [(one.id, one.reply_user, one.text.replace("\r\n", "\n")) for one in second] == [(one.id, one.reply_user, one.text) for one in first]


def test_the_earliest_month_files_and_tables_and_their_times(tmp_path: Path) -> None:
    """December 2012 had one table a month; some early files write times as later archives do."""
    header, *rest = files_of("era-a-csv")["tweets.csv"].decode().split("\n")
    assert rest
    rows = [
        '"700000001","","","2012-12-02 03:04:05 +0000","web","one","","","",""',
        '"700000002","","","2013-01-02 03:04:05 +0000","web","two","","","",""',
    ]
    tables = {f"data/csv/20{year}.csv": f"{header.strip()}\n{row}\n".encode() for year, row in zip(("12_12", "13_01"), rows, strict=True)}
    with open_archive(zipped(tmp_path / "a.zip", tables)) as archive:
        assert [one.text for one in everything(archive)[Part.TWEETS]] == ["one", "two"]
    early = {"id": 470000001, "id_str": "470000001", "created_at": "Sat Dec 01 02:52:47 +0000 2007", "text": "first", "entities": {}}
    month = {"data/js/tweets/2007_12.js": b"Grailbird.data.tweets_2007_12 = \n " + json.dumps([early]).encode()}
    with open_archive(zipped(tmp_path / "b.zip", month)) as archive:
        assert [(one.id, one.created_at, one.text) for one in everything(archive)[Part.TWEETS]] == [
            (470000001, "Sat Dec 01 02:52:47 +0000 2007", "first")
        ]


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x85"])
def test_what_python_takes_for_a_line_end_is_text(separator: str, tmp_path: Path) -> None:
    files = {"data/tweets.js": data_file("tweets", [tweet(10**15 + n, f"a{separator}b") for n in range(3)])}
    with open_archive(zipped(tmp_path / "a.zip", files)) as archive:
        assert [one.text for one in everything(archive)[Part.TWEETS]] == [f"a{separator}b"] * 3


def test_ids_that_lost_their_digits_are_not_used(tmp_path: Path) -> None:
    """Mid-2018 files wrote ``id`` and the counts as floats; ``id_str`` is whole."""
    content = data_file("tweet", [tweet(1_000_000_000_000_000_003, favorite_count="0.0")]).replace(
        b'"id" : "1000000000000000003"', b'"id" : "1.0E18"'
    )
    assert b"1.0E18" in content
    with open_archive(zipped(tmp_path / "a.zip", {"tweet.js": content})) as archive:
        assert [one.id for one in everything(archive)[Part.TWEETS]] == [1_000_000_000_000_000_003]
