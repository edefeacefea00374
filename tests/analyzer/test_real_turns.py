"""The independent reader's figures on turns and identity, on real, pseudonymised archives; skipped where those are not at hand."""

import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from statistics import median

import pytest

from analyzer.archive import Part, open_archive
from analyzer.archive.records import Tweet
from analyzer.archive.snowflake import account_created, time_of
from analyzer.evidence.estimator import Spoken
from analyzer.evidence.mentions import head_of
from analyzer.people.handles import Key
from analyzer.progress import ignore
from analyzer.reading import Reading, read_archives
from analyzer.several import open_archives

HOUR = 3_600_000
WINDOWS = {"1h": 1, "6h": 6, "24h": 24, "48h": 48, "7d": 168}
TEN_DAYS = 240 * HOUR
pytestmark = pytest.mark.parametrize("name", ("a-2019-bot", "c-2021", "d-2022", "d-2025"))


@cache
def read(path: Path) -> Reading:
    with open_archives([path], ignore) as archives:
        return read_archives(archives, messages=True, report=ignore)


@cache
def tweets(path: Path) -> tuple[list[Tweet], int]:
    """Own tweets that are no retweets, and ego's id."""
    with open_archive(path) as archive:
        own = [tweet for batch in archive.read(Part.TWEETS) for tweet in batch]
        return [tweet for tweet in own if not tweet.text.startswith("RT @")], archive.owner.account_id


def expected(folder: Path, name: str, part: str) -> dict[str, object]:
    return dict(json.loads((folder / f"{name}.expected.json").read_text(encoding="utf-8"))[part])


def gaps(replies: Iterable[Spoken], addressed: Mapping[Key, list[int]], moved: int = 0) -> dict[int, int]:
    """Milliseconds from ego's last tweet to the account to the tweet answered (moved back), by own reply."""
    found: dict[int, int] = {}
    for row in replies:
        theirs, times = (time_of(row.status) or 0) - moved, addressed.get(row.target or 0, [])
        place = bisect_left(times, theirs)
        if place:
            found[row.id] = theirs - times[place - 1]
    return found


def by_entity(path: Path) -> Mapping[Key, list[int]]:
    """Times at which ego's tweets address an account by the file alone: reply target or mention entity, nothing put right."""
    own_tweets, ego = tweets(path)
    times: dict[Key, list[int]] = defaultdict(list)
    for tweet in own_tweets:
        at = time_of(tweet.id)
        for key in ({mention.id for mention in tweet.entities.mentions} | {tweet.reply_user or 0}) - {ego}:
            if at is not None and key > 0:
                times[key].append(at)
    return {key: sorted(found) for key, found in times.items()}


def by_repair(reading: Reading) -> Mapping[Key, list[int]]:
    """The same after handles are put right: accounts that are gone have no entity, but ego addressed them."""
    times: dict[Key, list[int]] = defaultdict(list)
    for row in sorted(reading.interactions.spoken, key=lambda row: row.at):
        for key in row.who:
            times[key].append(row.at)
    return times


def test_turns_by_window_are_those_of_the_independent_reader(shared_archives: Path, name: str) -> None:
    path, figures = shared_archives / f"{name}.zip", expected(shared_archives, name, "turns")
    reading = read(path)
    replies = [row for row in reading.interactions.spoken if row.target is not None and row.status]
    decodable = [row for row in replies if time_of(row.status) is not None]
    assert (len(replies), len(decodable)) == (figures["replies_with_status"], figures["decodable"])
    assert len({row.target for row in replies}) == figures["accounts_replied_to"]

    found, moved = gaps(decodable, by_entity(path)), gaps(decodable, by_entity(path), TEN_DAYS)
    windows = {window: sum(gap <= hours * HOUR for gap in found.values()) for window, hours in WINDOWS.items()}
    assert windows == {window: figures.get(window, 0) for window in WINDOWS}
    assert sum(gap <= 48 * HOUR for gap in moved.values()) == figures.get("placebo_48h", 0)
    assert median((row.at - (time_of(row.status) or 0)) / 1000 for row in decodable) == pytest.approx(figures["median_s_theirs_to_own"], abs=0.1)

    # What is put right can only add turns: those of accounts that are gone, or whose handle is somebody else's now.
    repaired = gaps(decodable, by_repair(reading))
    assert {row for row, gap in found.items() if gap <= 48 * HOUR} <= {row for row, gap in repaired.items() if gap <= 48 * HOUR}
    talked = Counter(row.target for row in decodable if repaired.get(row.id, TEN_DAYS) <= 48 * HOUR)
    assert len(talked) == figures["accounts_with_turn"]
    assert sum(turns >= 3 for turns in talked.values()) == figures["accounts_with_3_turns"]


def test_likes_tell_of_the_same_answers(shared_archives: Path, name: str) -> None:
    figures = expected(shared_archives, name, "turns")
    reading = read(shared_archives / f"{name}.zip")
    likes = reading.likes
    decodable = [row for row in reading.interactions.spoken if row.target is not None and time_of(row.status) is not None]
    near = {row for row, gap in gaps(decodable, by_repair(reading)).items() if gap <= 48 * HOUR}
    to_ego = [row for row in decodable if row.status in likes.to_ego]
    others = [row for row in decodable if row.status in likes.not_to_ego]
    assert len(to_ego) == figures.get("like_truth_addr", 0)
    assert len([row for row in to_ego if row.id in near]) == figures.get("like_turn_and_addr", 0)
    assert len([row for row in [*to_ego, *others] if row.id in near]) == figures.get("like_turn", 0)
    # One liked text each on two archives is cut before its end, so that it cannot tell whether a handle followed.
    checkable = figures.get("checkable_by_like", 0)
    assert isinstance(checkable, int) and checkable - 1 <= len(to_ego) + len(others) <= checkable


def test_leading_handles_belong_to_whom_the_independent_reader_found(shared_archives: Path, name: str) -> None:
    own_tweets, ego = tweets(shared_archives / f"{name}.zip")
    figures: Counter[str] = Counter()
    written: dict[str, set[int]] = defaultdict(set)
    strangers: set[int] = set()
    for tweet in own_tweets:
        at = time_of(tweet.id)
        born = [account_created(mention.id) for mention in tweet.entities.mentions if mention.id > 0]
        figures["mention_of_account_younger_than_tweet"] += sum(at is not None and moment is not None and moment > at for moment in born)
        lead = head_of(tweet.text)[0]
        if not tweet.reply_user or tweet.reply_user == ego or not lead:
            continue
        figures["replies_checked"] += 1
        present = "gone" if not tweet.reply_handle else "same" if tweet.reply_handle.lower() == lead[0] else "renamed"
        entity = next((mention.id for mention in tweet.entities.mentions if mention.handle.lower() == lead[0]), -1)
        holder = "no_entity" if entity <= 0 else "entity_ok" if entity == tweet.reply_user else "entity_stranger"
        figures[f"{present}/{holder}"] += 1
        if present != "same":
            written[lead[0]].add(tweet.reply_user)
        if holder == "entity_stranger":
            strangers.add(entity)
            figures["stranger_mentions_in_replies"] += 1
    figures["old_handles"], figures["stranger_accounts"] = len(written), len(strangers)
    figures["old_handles_with_one_target"] = sum(len(targets) == 1 for targets in written.values())
    wanted = expected(shared_archives, name, "identity")
    # "other_mentions_moved" counts mentions in tweets that are no replies, by a rule the figures do not spell out.
    assert {figure: figures[figure] for figure in wanted if figure != "other_mentions_moved"} == {
        figure: value for figure, value in wanted.items() if figure != "other_mentions_moved"
    }
