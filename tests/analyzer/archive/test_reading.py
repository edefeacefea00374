"""What an opened archive promises: private files closed, no message text in memory, progress, cancelling, owners, texts again."""

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import msgspec
import pytest

from analyzer.analysis import Options, analyze
from analyzer.archive import Archive, Owner, Part, open_archive
from analyzer.archive import containers as containers_module
from analyzer.archive.containers import Member
from analyzer.archive.readers import SHAPES
from analyzer.archive.stream import Lane
from analyzer.archive.texts import read_liked_texts, read_texts
from analyzer.archive.timezones import iana_name
from analyzer.progress import Cancelled, Progress, Stage
from tests.analyzer.archive.invented import FOLDERS, OWNER, data_file, everything, files_of, follows, tweet, zipped

D = files_of("era-d")


@pytest.fixture
def opened_members(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The paths of all members that are opened, in their order."""
    opened: list[str] = []
    real = containers_module.ZipContainer.open

    def spy(self: containers_module.ZipContainer, member: Member) -> IO[bytes]:
        opened.append(member.path)
        return real(self, member)

    monkeypatch.setattr(containers_module.ZipContainer, "open", spy)
    yield opened


def test_private_files_media_and_viewer_are_never_opened(tmp_path: Path, opened_members: list[str]) -> None:
    more = {
        "data/ip-audit.js": b"x",
        "data/tweets_media/1-a.jpg": b"x",
        "data/device-token.js": b"window.YTD.device_token.part0 = [ ]",
        "data/grok-chat-item.js": b"x",
    }
    with open_archive(zipped(tmp_path / "a.zip", D | more)) as archive:
        for part in Part:
            if part not in (Part.MANIFEST, Part.MESSAGES, Part.GROUP_MESSAGES):
                list(archive.read(part))
        facts = {fact.part: fact.state for fact in archive.parts()}
    read = {name.rpartition("/")[2] for name in opened_members}
    assert {"tweets.js", "follower.js", "direct-message-headers.js"} <= read
    assert not read & {"ip-audit.js", "contact.js", "device-token.js", "grok-chat-item.js", "1-a.jpg", "data.js", "Your archive.html"}
    assert facts["ip-audit"] == facts["contact"] == "not_read"


def test_message_files_are_opened_for_their_first_bytes_only_while_there_are_headers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path / "a.zip", D, zipfile.ZIP_STORED)
    sizes: dict[str, int] = {}
    real = containers_module.ZipContainer.open

    class Counted(io.RawIOBase):
        def __init__(self, file: IO[bytes], name: str) -> None:
            self.file, self.member = file, name

        def read(self, size: int = -1) -> bytes:
            data = self.file.read(size)
            sizes[self.member] = sizes.get(self.member, 0) + len(data)
            return data

        def close(self) -> None:
            self.file.close()
            super().close()

    monkeypatch.setattr(containers_module.ZipContainer, "open", lambda self, member: Counted(real(self, member), member.path))
    with open_archive(path) as archive:
        list(archive.read(Part.MESSAGE_HEADERS))
        list(archive.read(Part.GROUP_MESSAGE_HEADERS))
    assert sizes["data/direct-message-headers.js"] > 1000
    assert sizes.get("data/direct-messages.js", 0) <= 400


def test_left_closed_means_closed(tmp_path: Path, opened_members: list[str]) -> None:
    with open_archive(zipped(tmp_path / "a.zip", D)) as archive:
        before = archive.bytes_total
        archive.leave_closed([Part.MESSAGE_HEADERS, Part.GROUP_MESSAGE_HEADERS, Part.MESSAGES, Part.GROUP_MESSAGES])
        opened_members.clear()
        assert list(archive.read(Part.MESSAGE_HEADERS)) == []
        assert not archive.has(Part.MESSAGES)
        assert archive.bytes_total < before
        assert {fact.state for fact in archive.parts() if "message" in fact.part} == {"not_read"}
    assert not opened_members


def test_messages_left_closed_do_not_even_tell_whose_archive_it_is(tmp_path: Path) -> None:
    files = {name: content for name, content in D.items() if name.rpartition("/")[2] in ("tweets.js", "direct-message-headers.js")}
    path = zipped(tmp_path / "a.zip", files)
    for messages, state in ((False, "not_read"), (True, "read")):
        parts = {part.part: part for part in analyze([path], Options(messages=messages)).archive.parts}
        assert (parts["message_headers"].state, parts["message_headers"].records > 0) == (state, messages)


@pytest.mark.parametrize("lane", list(Lane))
@pytest.mark.parametrize(
    "damage",
    [b"", b'{"messageCreate":{"senderId":"x","text":"SECRET-WORDS-SIX"}},', rb'{"messageCreate":{"senderId":"5","text":"SECRET-\u0000\ud83d"}},'],
)
def test_no_record_holds_what_somebody_wrote_in_a_message(lane: Lane, damage: bytes, tmp_path: Path) -> None:
    files = dict(D)
    files["data/direct-messages.js"] = files["data/direct-messages.js"].replace(b'"messages" : [\n', b'"messages" : [\n' + damage, 1)
    with open_archive(zipped(tmp_path / "a.zip", files | {"data/message-event.js": files_of("era-2026")["data/message-event.js"]})) as archive:
        archive.lane = lane
        for part in (Part.MESSAGES, Part.GROUP_MESSAGES, Part.MESSAGE_EVENTS):
            records = [record for batch in archive.read(part) for record in batch]
            assert records or part is Part.MESSAGE_EVENTS
            assert "SECRET" not in repr(records)


def test_no_raw_struct_of_messages_has_a_field_for_texts() -> None:
    def keys(kind: Any, seen: set[Any]) -> Iterator[str]:
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and kind not in seen:
            seen.add(kind)
            for field in msgspec.structs.fields(kind):
                yield field.encode_name
                yield from keys(field.type, seen)
        for inner in getattr(kind, "__args__", ()):
            yield from keys(inner, seen)

    for part in (Part.MESSAGES, Part.GROUP_MESSAGES, Part.MESSAGE_HEADERS, Part.MESSAGE_EVENTS):
        found = set(keys(SHAPES[part].raw, set()))
        assert "senderId" in found
        assert not found & {
            "text",
            "contents",
            "mediaUrls",
            "urls",
            "name",
            "editHistory",
            "signature",
            "encryptedConversationKey",
            "conversationToken",
        }


def test_progress_grows_to_the_total(tmp_path: Path) -> None:
    reports: list[Progress] = []
    with open_archive(zipped(tmp_path / "a.zip", D), reports.append) as archive:
        assert [one.stage for one in reports[:1]] == [Stage.LOOK]
        reports.clear()
        for part in Part:
            if part not in (
                Part.MANIFEST,
                Part.MESSAGES,
                Part.GROUP_MESSAGES,
                Part.ACCOUNT,
                Part.ACCOUNT_TIMEZONE,
                Part.VERIFIED,
                Part.TWEET_HEADERS,
            ):
                list(archive.read(part))
        total = archive.bytes_total
    done = [one.bytes_done for one in reports]
    assert done == sorted(done)
    assert done[-1] <= total
    assert done[-1] > total * 0.9
    assert {one.stage for one in reports} == {Stage.TWEETS, Stage.LIKES, Stage.FOLLOWS, Stage.MESSAGES, Stage.NAMES}
    tweets = [one for one in reports if one.stage is Stage.TWEETS]
    assert (max(one.records_done for one in tweets), tweets[0].records_total) == (3, 3)


def test_cancelling_comes_through_and_closes_the_file(tmp_path: Path) -> None:
    files = D | {"data/tweets.js": data_file("tweets", [tweet(10**15 + n) for n in range(2000)])}

    def cancel(progress: Progress) -> None:
        if progress.records_done > 20:
            raise Cancelled

    path = zipped(tmp_path / "a.zip", files)
    with open_archive(path, cancel) as archive, pytest.raises(Cancelled):
        list(archive.read(Part.TWEETS))


def test_an_abandoned_reading_is_closed_with_the_archive(tmp_path: Path) -> None:
    files = D | {"data/tweets.js": data_file("tweets", [tweet(10**15 + n) for n in range(2000)])}
    with open_archive(zipped(tmp_path / "a.zip", files)) as archive:
        abandoned = archive.read(Part.TWEETS)
        assert 0 < len(next(abandoned)) < 2000
    # What was inflated before may still come; nothing else does, and nothing is raised (warnings are errors here).
    assert sum(map(len, abandoned)) < 2000


def _with_owner_files(*names: str) -> dict[str, bytes]:
    keep = {"data/tweets.js": data_file("tweets", [tweet(10**15)])}
    return keep | {name: D[name] for name in names}


def test_the_owner_is_found_without_account_and_manifest(tmp_path: Path) -> None:
    readme = b"# Your archive\n\nThis was made for:\n- @example_ann\n- 9000000001\n\nSee @support (2)."
    cases: list[tuple[dict[str, bytes], Owner]] = [
        (_with_owner_files("data/account.js"), Owner(OWNER, "example_ann", "Ann Example")),
        (_with_owner_files() | {"data/README.txt": readme}, Owner(OWNER, "example_ann")),
        (_with_owner_files("data/tweet-headers.js"), Owner(OWNER)),
        (_with_owner_files("data/screen-name-change.js"), Owner(OWNER)),
        (
            _with_owner_files() | {"data/verified.js": data_file("verified", [{"verified": {"accountId": "9000000001", "verified": False}}])},
            Owner(OWNER),
        ),
        (_with_owner_files("data/direct-message-headers.js"), Owner(OWNER)),
        (_with_owner_files(), Owner(0)),
    ]
    thread = [
        tweet(10**15 + n, in_reply_to_status_id_str=str(10**15 + n - 1), in_reply_to_user_id_str="9000000001" if n % 3 else "9000000002")
        for n in range(9)
    ]
    cases.append(({"data/tweets.js": data_file("tweets", thread)}, Owner(OWNER)))
    for number, (files, owner) in enumerate(cases):
        with open_archive(zipped(tmp_path / f"{number}.zip", files)) as archive:
            assert archive.owner == owner, sorted(files)


def test_texts_are_read_again_and_reading_stops_when_all_are_found(tmp_path: Path) -> None:
    path = FOLDERS / "era-d"
    with open_archive(path) as archive:
        reply = everything(archive)[Part.TWEETS][0]
    found = read_texts(path, [reply.id, 5])
    assert set(found) == {reply.id}
    assert "Tea & cake at the café 🍰" in found[reply.id].text
    assert found[reply.id].at == 1709642096000
    liked = read_liked_texts([path], [1764565316060316549, 1764565316060316777])
    assert {id_: one.text for id_, one in liked.items()} == {1764565316060316549: "@example_ann Fish & chips? Yes!"}

    many = zipped(
        tmp_path / "a.zip",
        {
            "data/account.js": D["data/account.js"],
            "data/tweets.js": data_file("tweets", [tweet(10**15 + n) for n in range(3000)]),
            "data/follower.js": follows("follower", 1),
        },
    )
    records: list[int] = []
    read_texts(many, [10**15], lambda progress: records.append(progress.records_done))
    assert max(records) < 1000


@pytest.mark.parametrize(
    ("written", "zone"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        ("London", "Europe/London"),
        ("Eastern Time (US & Canada)", "America/New_York"),
        ("Atlantis", None),
        ("", None),
        (None, None),
    ],
)
def test_time_zones(written: str | None, zone: str | None) -> None:
    assert iana_name(written) == zone


def test_every_rails_zone_exists() -> None:
    from analyzer.archive.timezones import _RAILS

    assert [name for name in _RAILS if iana_name(name) is None] == []


def test_unreadable_records_are_counted_with_their_place(tmp_path: Path) -> None:
    records = [tweet(10**15), {"tweet": {"full_text": "no id"}}, tweet(10**15 + 1)]
    with open_archive(zipped(tmp_path / "a.zip", {"data/tweets.js": data_file("tweets", records)})) as archive:
        assert len(everything(archive)[Part.TWEETS]) == 2
        assert len(everything(archive)[Part.TWEETS]) == 2
        (one,) = archive.unreadable
        assert (one.part, one.file, one.why) == (Part.TWEETS, "data/tweets.js", "unexpected-shape")
        assert data_file("tweets", records)[one.position :].startswith(b"{")
        (fact,) = [fact for fact in archive.parts() if fact.part == "tweets"]
        assert (fact.records, fact.unreadable, fact.state) == (2, 1, "read")


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    import tracemalloc

    peaks = []
    for count in (2_000, 20_000):
        path = zipped(tmp_path / f"{count}.zip", {"data/tweets.js": data_file("tweets", [tweet(10**15 + n, "x" * 400) for n in range(count)])})
        with open_archive(path) as archive:
            tracemalloc.start()
            assert sum(map(len, archive.read(Part.TWEETS))) == count
            peaks.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()
    assert peaks[1] < peaks[0] * 1.5 + 2**20


def test_manifest_counts_that_are_no_numbers_are_ignored(tmp_path: Path) -> None:
    text = D["data/manifest.js"].decode().split("=", 1)[1]
    manifest = json.loads(text)
    manifest["dataTypes"]["tweets"]["files"][0]["count"] = "-5"
    with open_archive(zipped(tmp_path / "a.zip", D | {"data/manifest.js": b"window.__THAR_CONFIG = " + json.dumps(manifest).encode()})) as archive:
        assert archive.expected(Part.TWEETS) is None


def _archive_is_typed(archive: Archive) -> int:
    """Checked by mypy: the kind of record follows from the part."""
    return sum(one.tweet_id for batch in archive.read(Part.LIKES) for one in batch)
