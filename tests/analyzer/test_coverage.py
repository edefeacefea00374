"""Deleted tweets: as many likes and own messages far older than the first tweet as show it, and one too few; no real archive shows it."""

import json
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from analyzer.analysis import analyze
from analyzer.coverage import FAR_OLDER, TRACES
from analyzer.facts import DeletedTweets
from tests.analyzer.console import tiny_archive
from tests.simulator import Options, build_world, write_archive

FIRST = datetime(2022, 1, 3, 7, 30, tzinfo=UTC)
LONG_BEFORE = FIRST - timedelta(milliseconds=FAR_OLDER + 1)


def deletion(folder: Path, likes: int, messages: int = 0, at: datetime = LONG_BEFORE, recent: int = 0) -> DeletedTweets | None:
    """What is found in the tiny archive with so many likes and own messages of that time, and so many likes of today."""
    path = tiny_archive.write(folder / "tiny.zip")
    ids = [int(tiny_archive.snowflake(at)) - n for n in range(likes)] + [int(tiny_archive.snowflake(FIRST)) + n for n in range(recent)]
    sent = [
        {"messageCreate": {"id": str(int(tiny_archive.snowflake(at)) - n), "senderId": str(tiny_archive.EGO), "createdAt": at.isoformat()}}
        for n in range(messages)
    ]
    talk = {"conversationId": f"{tiny_archive.EGO}-{tiny_archive.BEA}", "messages": sent}
    more = {"like": [{"like": {"tweetId": str(id_)}} for id_ in ids], "direct-message-headers": [{"dmConversation": talk}] if sent else []}
    with zipfile.ZipFile(path) as whole:
        files = {name: whole.read(name) for name in whole.namelist()}
    for name, records in more.items():
        files[f"data/{name}.js"] = f"window.YTD.{name.replace('-', '_')}.part0 = {json.dumps(records)}".encode()
    with zipfile.ZipFile(path, "w") as changed:
        for name, content in files.items():
            changed.writestr(name, content)
    return analyze([path]).coverage.deleted


def test_fifty_traces_from_half_a_year_before_the_first_tweet_show_that_tweets_are_gone(tmp_path: Path) -> None:
    assert deletion(tmp_path, TRACES) == DeletedTweets(FIRST.date(), TRACES, 0)
    assert deletion(tmp_path, TRACES - 1) is None
    assert deletion(tmp_path, TRACES, at=LONG_BEFORE + timedelta(milliseconds=2)) is None


def test_own_messages_are_traces_as_likes_are(tmp_path: Path) -> None:
    assert deletion(tmp_path, TRACES - 20, 20) == DeletedTweets(FIRST.date(), TRACES - 20, 20)
    assert deletion(tmp_path, 0, TRACES - 1) is None


def test_among_many_likes_some_of_old_posts_are_usual(tmp_path: Path) -> None:
    assert deletion(tmp_path, TRACES, recent=99 * TRACES) is not None
    assert deletion(tmp_path, TRACES, recent=100 * TRACES) is None


@pytest.mark.parametrize(("owner", "gone"), [("deleter", True), ("writer", False), ("newcomer", False)])
def test_in_simulated_worlds_only_those_who_deleted_seem_to_have_done_so(owner: str, gone: bool, tmp_path: Path) -> None:
    found = analyze([write_archive(build_world(Options(seed=5, owner=owner, tweets=600)), tmp_path / "a.zip")]).coverage.deleted
    assert (found is not None) is gone
    assert found is None or found.before > date(2020, 1, 1)


@pytest.mark.parametrize("name", ["c-2021", "d-2022", "d-2025", "a-2019-bot"])
def test_no_real_archive_seems_to_lack_early_tweets(name: str, shared_archives: Path) -> None:
    assert analyze([shared_archives / f"{name}.zip"]).coverage.deleted is None
