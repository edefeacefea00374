"""Era A, the "Your Tweet archive" of 2012–2019: month files, their index, and tweets.csv where only that survives."""

import codecs
import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

import msgspec

from analyzer.archive.clean import clean
from analyzer.archive.containers import Member
from analyzer.archive.records import Author, Entities, RetweetedStatus, Tweet, Url
from analyzer.archive.shapes import Trouble
from analyzer.archive.stream import read_head

_MONTH_FILE = re.compile(r"\d{4}_\d{2}\.js", re.ASCII)
_MONTH_CSV = re.compile(r"\d{4}_\d{2}\.csv", re.ASCII)
_HELPERS = ("user_details.js", "payload_details.js", "tweet_index.js")
_CSV_HEADER = ("tweet_id", "in_reply_to_status_id", "in_reply_to_user_id", "timestamp", "source", "text")
_BATCH = 500
_LONGEST_LINE = 1024 * 1024
_T = TypeVar("_T")


@dataclass(slots=True)
class Found:
    """The files of one Grailbird archive; ``form`` is ``month`` or ``csv``."""

    folder: str
    form: str
    files: list[Member]
    helpers: dict[str, Member] = field(default_factory=dict)

    @property
    def index(self) -> Member | None:
        """tweet_index.js, which counts the tweets of each month."""
        return self.helpers.get("tweet_index.js")


def find(members: list[Member], sniff: Callable[[Member], bytes]) -> Found | None:
    """The Grailbird archive among these members, or None; month files win over csv, the shallowest over others."""
    ordered = sorted(members, key=lambda m: (m.depth, m.path))
    months = [m for m in ordered if _MONTH_FILE.fullmatch(m.base) and m.folder.rpartition("/")[2].lower() == "tweets"]
    if not months:
        # Picked from inside: the folder "tweets" itself.
        months = [m for m in ordered if _MONTH_FILE.fullmatch(m.base) and b"Grailbird.data" in sniff(m)]
    if months:
        folder = months[0].folder
        above = folder.rpartition("/")[0]
        helpers = {m.base: m for m in reversed(ordered) if m.base in _HELPERS and m.folder in (above, folder)}
        return Found(above, "month", [m for m in months if m.folder == folder], helpers)
    tables = [m for m in ordered if m.base == "tweets.csv" or _MONTH_CSV.fullmatch(m.base)]
    tables = [m for m in tables if all(column.encode() in sniff(m) for column in _CSV_HEADER[:4])]
    if not tables:
        return None
    whole = [m for m in tables if m.base == "tweets.csv"]
    chosen = whole[:1] or [m for m in tables if m.folder == tables[0].folder]
    helpers = {m.base: m for m in reversed(ordered) if m.base in _HELPERS}
    return Found(chosen[0].folder, "csv", chosen, helpers)


class _Month(msgspec.Struct, frozen=True, gc=False):
    file_name: str
    tweet_count: int = 0


class UserDetails(msgspec.Struct, frozen=True, gc=False):
    """Whose archive it is (user_details.js)."""

    id: int
    screen_name: str | None = None
    full_name: str | None = None


class PayloadDetails(msgspec.Struct, frozen=True, gc=False):
    """When it was made and how many tweets it holds (payload_details.js)."""

    created_at: str | None = None
    tweets: int | None = None


def read_index(data: bytes) -> dict[str, int]:
    """Tweets per month file (base name, lower case) by tweet_index.js; empty where it cannot be read."""
    months = _decoded(data, list[_Month])
    return {} if months is None else {month.file_name.rpartition("/")[2].lower(): month.tweet_count for month in months}


def read_user(data: bytes) -> UserDetails | None:
    """user_details.js, or None where it cannot be read."""
    return _decoded(data, UserDetails)


def read_payload(data: bytes) -> PayloadDetails | None:
    """payload_details.js, or None where it cannot be read."""
    return _decoded(data, PayloadDetails)


def _decoded(data: bytes, type_: type[_T]) -> _T | None:
    head = read_head(data)
    if head is None:
        return None
    try:
        return msgspec.json.decode(clean(data[head.body :].rstrip(b"\0 \r\n\t;")), type=type_, strict=False)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None


def read_csv(pieces: Iterator[bytes], trouble: Trouble) -> Iterator[list[Tweet]]:
    """The rows of tweets.csv as tweets, in lists; retweets carry their author's id, nobody's handle."""
    rows = csv.DictReader(_lines(pieces))
    batch: list[Tweet] = []
    while True:
        try:
            row = next(rows, None)
        except csv.Error:
            trouble(rows.line_num, "broken-csv")
            continue
        if row is None:
            break
        tweet = _tweet(row)
        if tweet is None:
            trouble(rows.line_num, "unexpected-shape")
        else:
            batch.append(tweet)
        if len(batch) >= _BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _lines(pieces: Iterator[bytes]) -> Iterator[str]:
    """Lines with their ends (a quoted text may hold some); one without any end comes in pieces, so that it stays small."""
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    rest = ""
    for piece in pieces:
        lines = (rest + decoder.decode(piece)).replace("\0", "").split("\n")
        rest = lines.pop()
        for line in lines:
            yield line + "\n"
        if len(rest) > _LONGEST_LINE:
            yield rest
            rest = ""
    rest += decoder.decode(b"", final=True)
    if rest:
        yield rest


def _tweet(row: dict[str, str | None]) -> Tweet | None:
    id_ = _id(row.get("tweet_id"))
    text = row.get("text")
    if id_ is None or text is None:
        return None
    author, original = _id(row.get("retweeted_status_user_id")), _id(row.get("retweeted_status_id"))
    retweeted = None
    if author is not None and original is not None:
        retweeted = RetweetedStatus(original, Author(author), created_at=row.get("retweeted_status_timestamp") or "")
    links = [Url(link) for link in (row.get("expanded_urls") or "").split(",") if link]
    return Tweet(
        id=id_,
        created_at=row.get("timestamp") or "",
        text=text,
        reply_user=_id(row.get("in_reply_to_user_id")),
        reply_status=_id(row.get("in_reply_to_status_id")),
        entities=Entities(urls=links),
        retweeted_status=retweeted,
    )


def _id(written: str | None) -> int | None:
    written = (written or "").strip()
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 20 else None
