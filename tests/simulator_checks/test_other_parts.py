"""Archive-format §16, invariants 7–12: follow lists, orders, messages, manifest, layout of the text, likes."""

import json
import re

from tests.simulator import Layout, Options, World, build_world, write_archive
from tests.simulator.clock import parse_moment, time_of
from tests.simulator.log import Conversation, Message
from tests.simulator.text import in_runs, interleaved
from tests.simulator_checks.reading import Read, read_archive


def test_follow_lists_are_newest_first_without_those_who_are_gone(archive: Read, world: World) -> None:
    people = {str(one.id): one for one in world.people.accounts}
    for kind, since in (("follower", "follows_ego"), ("following", "followed")):
        ids = [one["accountId"] for one in archive.wrapped(kind)]
        dates = [getattr(people[one], since) for one in ids]
        assert dates == sorted(dates, reverse=True)
        assert len(set(ids)) == len(ids) == sum(getattr(one, since) is not None and one.gone is None for one in world.people.others)
        assert all(one["userLink"].endswith(f"user_id={one['accountId']}") for one in archive.wrapped(kind))
    blocked = [int(one["accountId"]) for one in archive.wrapped("block")]
    assert blocked == sorted(blocked, reverse=True) and len(blocked) > 5


def test_long_follow_lists_come_in_three_runs() -> None:
    newest_first = list(range(3_000, 0, -1))
    runs = in_runs(newest_first)
    assert runs[:1_100] == newest_first[:1_100]
    assert runs[1_100:2_050] == newest_first[2_050:]
    assert runs[2_050:] == newest_first[1_100:2_050]
    assert in_runs(newest_first[:1_100]) == newest_first[:1_100]


def test_tweets_and_likes_come_in_interleaved_runs(archive: Read, world: World) -> None:
    ids = [int(one["id"]) for one in archive.wrapped("tweets")]
    ranked = sorted(ids, reverse=True)
    assert ids[:20] == ranked[:20] and ids[20:220] == ranked[200:400] and ids[220:240] == ranked[20:40]
    liked = {str(one.tweet): one.at for one in world.likes}
    times = [liked[one["tweetId"]] for one in archive.wrapped("like")]
    ordered = sorted(times, reverse=True)
    assert times[:25] == ordered[:25] and times[25:275] == ordered[250:500]
    assert list(interleaved([3, 2, 1], 20, 200)) == [3, 2, 1]


def test_messages_are_newest_first_and_headers_say_the_same(archive: Read, world: World) -> None:
    owner = int(archive.manifest["userInfo"]["accountId"])
    for kind, headers in (("direct_messages", "direct_message_headers"), ("direct_messages_group", "direct_message_group_headers")):
        full, short = archive.wrapped(kind), archive.wrapped(headers)
        assert [one["conversationId"] for one in full] == [one["conversationId"] for one in short] and full
        for talk, header in zip(full, short, strict=True):
            if kind == "direct_messages":
                pair = [int(one) for one in talk["conversationId"].split("-")]
                assert pair == sorted(pair) and owner in pair
            messages = [(name, event) for record in talk["messages"] for name, event in record.items() if "id" in event]
            ids = [int(event["id"]) for _, event in messages]
            assert ids == sorted(ids, reverse=True) and ids
            assert all(0 <= parse_moment(event["createdAt"]) - time_of(int(event["id"])) <= 900 for _, event in messages)
            told = [
                (name, event["id"], event["senderId"], event.get("recipientId"))
                for record in header["messages"]
                for name, event in record.items()
                if "id" in event
            ]
            assert told == [(name, event["id"], event["senderId"], event.get("recipientId")) for name, event in messages]
            assert not any({"text", "reactions", "urls"} & set(event) for record in header["messages"] for event in record.values())


def test_groups_begin_with_how_ego_came_in(archive: Read, world: World) -> None:
    owner, crowded = archive.manifest["userInfo"]["accountId"], 0
    for group, true in zip(archive.wrapped("direct_messages_group"), world.groups, strict=True):
        kinds = [next(iter(record)) for record in group["messages"]]
        assert kinds.count("joinConversation") == (true.joined is not None)
        if true.joined is not None:
            assert kinds[-1] == "joinConversation"
            members = group["messages"][-1]["joinConversation"]["participantsSnapshot"]
            assert owner in members
            crowded += len(members) >= 20 and not any(event.get("senderId") == owner for record in group["messages"] for event in record.values())
    assert crowded == 1
    assert {kind for group in archive.wrapped("direct_messages") for record in group["messages"] for kind in record} == {
        "messageCreate",
        "welcomeMessageCreate",
    }


def test_more_than_a_thousand_messages_make_several_records(tmp_path) -> None:
    world = build_world(Options(seed=3, tweets=200))
    friend = world.people.of("friend")[0]
    ids = [(1_700_000_000_000 << 22) + (place << 32) for place in range(2_300)]
    world.talks = [Conversation(other=friend, messages=[Message(number, friend if number % 3 else world.ego, "hi") for number in ids])]
    talks = read_archive(write_archive(world, tmp_path / "long.zip")).wrapped("direct_messages")
    assert [len(one["messages"]) for one in talks] == [1_000, 1_000, 300]
    assert len({one["conversationId"] for one in talks}) == 1
    assert [int(record["messageCreate"]["id"]) for one in talks for record in one["messages"]] == ids[::-1]


def test_the_manifest_counts_every_file(archive: Read, world: World) -> None:
    listed = {}
    for kind, entry in archive.manifest["dataTypes"].items():
        for place, file in enumerate(entry.get("files", [])):
            raw = archive.files[file["fileName"]].decode()
            assert raw.startswith(f"window.{file['globalName']} = ") and file["globalName"].endswith(f".part{place}")
            assert int(file["count"]) == len(json.loads(raw.split("=", 1)[1])), kind
            listed[file["fileName"]] = kind
    assert set(listed) == {name for name in archive.files if name.endswith(".js") and not name.endswith("manifest.js")}
    assert len(archive.manifest["dataTypes"]) == 91
    sizes = sum(len(raw) for name, raw in archive.files.items() if not name.endswith("manifest.js"))
    assert archive.manifest["archiveInfo"] == {
        "sizeBytes": str(sizes), "generationDate": world.options.generated, "isPartialArchive": False, "maxPartSizeBytes": "53687091200",
    }  # fmt: skip


def test_the_text_is_laid_out_as_in_era_d(archive: Read) -> None:
    for name, raw in archive.files.items():
        if not name.endswith(".js"):
            continue
        assert not raw.startswith(b"\xef\xbb\xbf") and b"\r" not in raw and raw[-1:] in (b"]", b"}")
        text = raw.decode()
        if name == "data/manifest.js":
            assert text.startswith('window.__THAR_CONFIG = {\n  "userInfo" : {\n    "accountId" : "') and '"files" : [ {\n' in text
        elif text.endswith("[ ]"):
            assert re.fullmatch(r"window\.YTD\.\w+\.part0 = \[ \]", text)
        else:
            assert re.match(r'window\.YTD\.\w+\.part\d+ = \[\n  \{\n    "\w+" : \{\n      "', text)
            assert '":' not in re.sub(r'"(?:[^"\\]|\\.)*" : ', "", text.split("\n", 3)[2])
    assert archive.files["data/saved-search.js"] == b"window.YTD.saved_search.part0 = [ ]"
    assert '"symbols" : [ ],' in archive.files["data/tweets.js"].decode()
    assert "☀️".encode() in archive.files["data/tweets.js"] + archive.files["data/like.js"]


def test_parts_are_closed_when_larger_than_the_limit(world: World, tmp_path) -> None:
    limit = 60_000
    read = read_archive(write_archive(world, tmp_path / "parts", layout=Layout(parts_limit=limit)))
    files = [one["fileName"] for one in read.manifest["dataTypes"]["tweets"]["files"]]
    assert files[:3] == ["data/tweets.js", "data/tweets-part1.js", "data/tweets-part2.js"] and len(files) > 11
    assert all(limit < len(read.files[name]) < limit + 6_000 for name in files[:-1])
    assert len(read.records["tweets"]) == len(world.own)


def test_likes_hold_no_author_and_hardly_ever_lack_their_text(archive: Read, world: World) -> None:
    likes = archive.wrapped("like")
    assert len(likes) == len(world.likes)
    for one in likes:
        assert list(one) in (["tweetId", "fullText", "expandedUrl"], ["tweetId", "expandedUrl"])
        assert one["expandedUrl"] == f"https://twitter.com/i/web/status/{one['tweetId']}"
        assert not re.search(r"[<>]|&(?!(amp|lt|gt);)", one.get("fullText", ""))
    assert 0 < sum("fullText" not in one for one in likes) / len(likes) < 0.03


def test_own_handle_changes_are_oldest_first(archive: Read, world: World) -> None:
    changes = [one["screenNameChange"] for one in archive.wrapped("screen_name_change")]
    assert [one["changedTo"] for one in changes] == [handle for _, handle in world.ego.handles[1:]]
    assert [one["changedAt"] for one in changes] == sorted(one["changedAt"] for one in changes)
    assert changes[-1]["changedTo"] == archive.manifest["userInfo"]["userName"] == archive.wrapped("account")[0]["username"]
