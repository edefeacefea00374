"""Writes one world as the archive of era D that ego would download: every data type in parts, then the manifest that counts them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from tests.simulator import message_records, records
from tests.simulator.log import World
from tests.simulator.manifest import TYPES, file_name, global_name, manifest_text
from tests.simulator.options import Layout
from tests.simulator.sinks import Sink, add_junk, open_sink, write_whole
from tests.simulator.text import laid_out

_WRITERS: Mapping[str, Callable[[World], Iterator[records.Record]]] = {
    "account": records.account,
    "accountTimezone": records.account_timezone,
    "block": records.block,
    "deletedTweetHeaders": records.deleted_tweet_headers,
    "deletedTweets": records.deleted_tweets,
    "directMessageGroupHeaders": message_records.direct_message_group_headers,
    "directMessageHeaders": message_records.direct_message_headers,
    "directMessages": message_records.direct_messages,
    "directMessagesGroup": message_records.direct_messages_group,
    "follower": records.follower,
    "following": records.following,
    "like": records.like,
    "listsCreated": records.lists_created,
    "listsMember": records.lists_member,
    "mute": records.mute,
    "noteTweet": records.note_tweet,
    "profile": records.profile,
    "screenNameChange": records.screen_name_change,
    "tweetHeaders": records.tweet_headers,
    "tweets": records.tweets,
    "verified": records.verified,
}
_MESSAGE_TYPES = ("directMessageGroupHeaders", "directMessageHeaders", "directMessages", "directMessagesGroup")


def write_archive(world: World, path: Path, messages: bool = True, layout: Layout | None = None) -> Path:
    """Writes the archive to ``path`` (a zip if it ends in ``.zip``, else a folder) and returns the path.

    ``messages`` False leaves the message files out, as many people do before they pass an archive on; the manifest still lists them.
    """
    layout = layout or Layout()
    removed = {*layout.removed, *(_MESSAGE_TYPES if not (messages and layout.messages) else ())}
    top = f"{layout.top_folder}/" if layout.top_folder else ""
    sink = open_sink(Path(path), layout)
    size = write_whole(sink, top + "Your archive.html", b"<!doctype html><title>Your archive</title>")
    size += write_whole(sink, top + "data/README.txt", _readme(world))
    files: dict[str, list[tuple[str, int]]] = {}
    for kind in TYPES:
        content = _WRITERS[kind](world) if kind in _WRITERS else iter(())
        parts = _Parts(None if kind in removed else sink, kind, top, layout)
        parts.write(content)
        files[kind] = parts.written
        size += parts.size
    write_whole(sink, top + "data/manifest.js", _as_edited(manifest_text(world, files, size), layout, manifest=True))
    if layout.junk:
        add_junk(sink, top)
    sink.close()
    return Path(path)


class _Parts:
    """The files of one type: a file is closed once it is larger than the limit. Without a sink it only counts."""

    def __init__(self, sink: Sink | None, kind: str, top: str, layout: Layout) -> None:
        self._sink, self._kind, self._top, self._layout = sink, kind, top, layout
        self.written: list[tuple[str, int]] = []
        self.size = 0

    def write(self, content: Iterator[records.Record]) -> None:
        """All records, at least one (empty) part."""
        pending = next(content, None)
        while True:
            part = len(self.written)
            name = f"data/{file_name(self._kind)}{f'-part{part}' if part else ''}.js"
            head = f"window.{global_name(self._kind, part)} = "
            count = 0
            with _Outlet(self._sink, self._top + name) as file:
                if pending is None:
                    self._put(file, head + "[ ]")
                else:
                    length = self._put(file, head + "[")
                    while pending is not None and length <= self._layout.parts_limit:
                        length += self._put(file, ("," if count else "") + "\n  " + laid_out(pending, "  "), start=False)
                        count += 1
                        pending = next(content, None)
                    self._put(file, "\n]", start=False)
            self.written.append((name, count))
            if pending is None:
                return

    def _put(self, file: "_Outlet", text: str, start: bool = True) -> int:
        raw = _as_edited(text, self._layout) if start else _line_ends(text, self._layout)
        file.write(raw)
        self.size += len(raw)
        return len(raw)


class _Outlet:
    """A file that may not exist: parts that were removed are counted all the same."""

    def __init__(self, sink: Sink | None, name: str) -> None:
        self._context = sink.open(name) if sink is not None else None
        self._file = None

    def __enter__(self) -> "_Outlet":
        if self._context is not None:
            self._file = self._context.__enter__()
        return self

    def __exit__(self, *problem: object) -> None:
        if self._context is not None:
            self._context.__exit__(*problem)

    def write(self, raw: bytes) -> None:
        """Passes the bytes on, if there is anywhere to."""
        if self._file is not None:
            self._file.write(raw)


def _line_ends(text: str, layout: Layout) -> bytes:
    return (text.replace("\n", "\r\n") if layout.crlf else text).encode()


def _as_edited(text: str, layout: Layout, manifest: bool = False) -> bytes:
    """The beginning of a file, as an editor may have changed it."""
    if layout.bare and not manifest:
        text = text.split("= ", 1)[1]
    return (b"\xef\xbb\xbf" if layout.bom else b"") + _line_ends(text, layout)


def _readme(world: World) -> bytes:
    lines: Iterable[str] = (
        "This archive was made by the simulator of the tests; nobody in it exists.",
        f"- @{world.ego.handle}",
        f"- {world.ego.id}",
    )
    return "\n".join(lines).encode()
