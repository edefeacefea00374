"""The hidden world itself: causality, the five signs as they really happened, marginals as in real archives, one side only in the archive."""

import os
import subprocess
import sys
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from tests.simulator import Options, World, build_world, truth_of
from tests.simulator.clock import DAY, HOUR, parse_moment, time_of
from tests.simulator.log import Form
from tests.simulator.owners import OWNERS
from tests.simulator_checks.reading import Read

ROOT = Path(__file__).resolve().parents[2]


def test_nothing_happens_before_its_cause(world: World) -> None:
    own = {tweet.id for tweet in world.own}
    for tweet in world.own:
        assert tweet.parent is None or tweet.parent < tweet.id
        assert world.rhythm.start - DAY < time_of(tweet.id) < world.end
    for turn in world.turns:
        at = time_of(turn.id)
        assert turn.answers is None or (turn.answers in own and turn.answers < turn.id)
        assert turn.who.born < at < world.end and (turn.who.gone is None or at < turn.who.gone)
    for account in world.people.others:
        for since in (account.follows_ego, account.followed):
            assert since is None or account.born <= since < world.end
        assert [since for since, _ in account.handles] == sorted(since for since, _ in account.handles)


def test_nobody_shares_an_id_or_a_handle_at_the_same_time(world: World) -> None:
    assert len({one.id for one in world.people.accounts}) == len(world.people.accounts)
    for one in world.people.accounts:
        assert 9_000_000_000 <= one.id <= 9_999_999_999 or abs(time_of(one.id) - one.born) < 2
        assert all(1 <= len(handle) <= 15 and handle.replace("_", "a").isalnum() for _, handle in one.handles)
    now = Counter(one.handle.lower() for one in world.people.accounts if one.gone is None)
    assert max(now.values()) == 1


def both_sides(world: World, person: int) -> list[int]:
    """Times of everything between ego and one person."""
    own = [time_of(one.id) for one in world.own if one.to is not None and one.to.id == person]
    theirs = [time_of(one.id) for one in world.turns if one.who.id == person]
    messages = [time_of(one.id) for talk in world.talks if talk.other and talk.other.id == person for one in talk.messages]
    return sorted(own + theirs + messages)


def test_every_sign_is_what_it_says(world: World) -> None:
    seen = Counter(sign.kind for sign in world.signs)
    assert min(seen[kind] for kind in ("sprint", "morning", "hello", "welcome_answer")) >= 3
    texts = {tweet.id: tweet.text for tweet in world.own}
    for sign in world.signs:
        first_turn = min(time_of(one) for one in sign.turns)
        if sign.kind == "sprint":
            assert len(sign.own) >= 3 and all("#" in texts[one] for one in sign.own[:3])
        elif sign.kind == "morning":
            assert 4 <= world.rhythm.hour(time_of(sign.own[0])) < 11 and 4 <= world.rhythm.hour(first_turn) < 11
        elif sign.kind == "hello":
            before = [at for at in both_sides(world, sign.who.id) if at < sign.at]
            assert first_turn == sign.at and (not before or sign.at - before[-1] >= 30 * DAY)
        else:
            assert min(both_sides(world, sign.who.id)) == time_of(sign.own[0]) < first_turn <= time_of(sign.own[0]) + 14 * DAY


def test_truth_tells_conversations_from_both_sides(world: World) -> None:
    truth = truth_of(world)
    talks = [one for one in truth["signs"] if one["sign"] == "conversation"]
    turns = {one["id"]: one for one in truth["turns"]}
    assert len(talks) > 50
    for talk in talks:
        steps = sorted(int(one) for one in talk["own"] + talk["turns"])
        assert len(talk["own"]) >= 2 and talk["turns"]
        assert all(time_of(after) - time_of(before) <= 12 * HOUR for before, after in pairwise(steps))
        assert {turns[one]["person"] for one in talk["turns"]} == {talk["person"]}
    relations = {one["id"]: one["relation"] for one in truth["people"]}
    assert {relations[one] for one in truth["friends"]} == {"friend"}
    assert all(parse_moment(one["at"]) == time_of(int(one["id"])) for one in truth["turns"])


def test_the_archive_holds_egos_side_only(archive: Read, world: World) -> None:
    whole = {name: raw.decode() for name, raw in archive.files.items()}
    own = {str(tweet.id) for tweet in world.own}
    assert {one["id"] for one in archive.wrapped("tweets")} == own
    replied = {one.get("in_reply_to_status_id_str") for one in archive.wrapped("tweets")}
    liked = {one["tweetId"] for one in archive.wrapped("like")}
    pictures = [media for one in archive.wrapped("tweets") for media in one["entities"].get("media", [])]
    passed_on = {media["source_status_id"] for media in pictures if "source_status_id" in media}
    unseen = [str(turn.id) for turn in world.turns if str(turn.id) not in replied | liked | passed_on]
    assert len(unseen) > 50
    assert not any(one in text for one in unseen for text in whole.values())
    assert not any(word in text for word in ('"persona"', '"relation"', "follower_number", "answered_by") for text in whole.values())


@pytest.mark.parametrize("owner", sorted(OWNERS))
def test_every_kind_of_owner_writes_as_much_as_asked(owner: str) -> None:
    world = build_world(Options(seed=5, tweets=1_000, owner=owner))
    kind = OWNERS[owner]
    assert len(world.own) == 1_000
    replies = [one for one in world.own if one.form is Form.REPLY]
    assert len(replies) / 1_000 == pytest.approx(kind.replies, abs=0.08)
    turns = {turn.id for turn in world.turns}
    answered = sum(one.parent in turns for one in replies) / len(replies)
    assert answered < 0.05 if owner == "reply_guy" else 0.2 < answered < 0.8


def test_marginals_lie_where_real_archives_have_them() -> None:
    """Bounds: the range of three real archives, widened by a quarter; the means over five seeds must keep them."""
    shares: dict[str, list[float]] = defaultdict(list)
    for seed in range(101, 106):
        world = build_world(Options(seed=seed))
        replies = [one for one in world.own if one.form is Form.REPLY and one.to is not None]
        counts = Counter(one.to.id for one in replies if one.to is not None)
        days: dict[int, set[int]] = defaultdict(set)
        for one in replies:
            if one.to is not None:
                days[one.to.id].add(time_of(one.id) // DAY)
        shares["once"].append(sum(many == 1 for many in counts.values()) / len(counts))
        for least in (2, 3, 5, 10, 20):
            shares[f"{least} days"].append(sum(len(many) >= least for many in days.values()) / len(counts))
        shares["partners"].append(len(counts) / len(replies))
        shares["top ten"].append(sum(many for _, many in counts.most_common(10)) / len(replies))
    mean = {name: sum(values) / len(values) for name, values in shares.items()}
    assert 0.6 <= mean["once"] <= 0.75
    for name, low, high in (("2 days", 0.178, 0.296), ("3 days", 0.055, 0.195), ("5 days", 0.027, 0.138), ("10 days", 0.014, 0.075),
                            ("20 days", 0.007, 0.025), ("partners", 0.248, 0.37), ("top ten", 0.11, 0.58)):  # fmt: skip
        assert low * 0.75 <= mean[name] <= high * 1.25, (name, mean[name])


def test_a_large_world_is_full_of_people() -> None:
    world = build_world(Options(seed=2, tweets=12_000))
    assert len(world.own) == 12_000
    assert len(world.people.others) >= 0.15 * 12_000
    once = Counter(one.to.id for one in world.own if one.form is Form.REPLY and one.to is not None)
    assert 0.6 <= sum(many == 1 for many in once.values()) / len(once) <= 0.72


def test_the_same_options_give_the_same_world_whatever_the_hash_seed(tmp_path: Path) -> None:
    written = []
    for seed in ("1", "2"):
        target = tmp_path / f"{seed}.zip"
        command = [sys.executable, "-m", "tests.simulator", "--seed", "4", "--tweets", "300", "--out", str(target), "--truth", str(target) + ".json"]
        done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True)
        assert "300 tweets" in done.stdout
        written.append((target.read_bytes(), Path(str(target) + ".json").read_bytes()))
    assert written[0] == written[1]


def test_another_seed_is_another_world(world: World) -> None:
    other = build_world(Options(seed=12, tweets=1_500))
    assert not {tweet.id for tweet in world.own} & {tweet.id for tweet in other.own}
