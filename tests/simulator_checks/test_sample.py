"""The sample that ships with the program: made by the simulator, byte for byte, and holding what a first look should show."""

import json
import zipfile
from collections import Counter
from pathlib import Path

import pytest

from tests.simulator import Options, build_world, write_archive, write_truth
from tests.simulator_checks.reading import Read, read_archive

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"


@pytest.fixture(scope="module")
def sample() -> Read:
    return read_archive(SAMPLE / "sample.zip")


@pytest.fixture(scope="module")
def truth() -> dict:
    return json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))


def test_the_simulator_still_makes_this_sample(tmp_path: Path) -> None:
    """If this fails on purpose: ``python -m tests.simulator --out resources/sample/sample.zip --truth resources/sample/truth.json``."""
    world = build_world(Options())
    write_archive(world, tmp_path / "sample.zip")
    write_truth(world, tmp_path / "truth.json")
    checksums = []
    for path in (tmp_path / "sample.zip", SAMPLE / "sample.zip"):
        with zipfile.ZipFile(path) as archive:
            checksums.append([(entry.filename, entry.file_size, entry.CRC, entry.date_time) for entry in archive.infolist()])
    assert checksums[0] == checksums[1]
    assert (tmp_path / "truth.json").read_bytes() == (SAMPLE / "truth.json").read_bytes()


def test_it_is_the_archive_of_an_invented_writer(sample: Read) -> None:
    assert sample.manifest["userInfo"]["userName"] == "maralindq"
    assert sample.manifest["archiveInfo"]["generationDate"].startswith("2025-01-22")
    assert sample.wrapped("account_timezone")[0]["timeZone"] == "Europe/Stockholm"
    assert len(sample.records["tweets"]) == 3_000
    assert 1_400 <= len(sample.records["like"]) <= 1_600
    assert (SAMPLE / "sample.zip").stat().st_size < 1_000_000


def test_all_five_signs_are_there_with_several_people_each(truth: dict) -> None:
    people = {kind: {one["person"] for one in truth["signs"] if one["sign"] == kind} for kind in {one["sign"] for one in truth["signs"]}}
    assert set(people) == {"conversation", "sprint", "morning", "hello", "welcome_answer"}
    assert min(len(one) for one in people.values()) >= 6


def test_there_is_somebody_for_every_list(truth: dict, sample: Read) -> None:
    followed = {one["accountId"] for one in sample.wrapped("following")}
    followers = {one["accountId"] for one in sample.wrapped("follower")}
    people = {one["id"]: one for one in truth["people"]}
    assert 850 <= len(people) <= 1_050
    assert len([one for one in truth["friends"] if one not in followed and people[one]["gone"] is None]) >= 3
    personas = Counter(one["persona"] for one in people.values())
    assert personas["lapsed_friend"] >= 6
    assert sum(people[one]["persona"] in ("following_number", "mutual_number") for one in followed) >= 60
    assert sum(people[one]["relation"] == "numbers" for one in followers) >= 200
    assert len(sample.records["direct_messages"]) >= 15 and len(sample.records["direct_messages_group"]) == 4


def test_about_half_of_the_followings_can_be_named(sample: Read) -> None:
    named = {one["in_reply_to_user_id_str"] for one in sample.wrapped("tweets") if "in_reply_to_screen_name" in one}
    named |= {mention["id"] for one in sample.wrapped("tweets") for mention in one["entities"]["user_mentions"]}
    followed = [one["accountId"] for one in sample.wrapped("following")]
    followers = [one["accountId"] for one in sample.wrapped("follower")]
    assert 0.45 <= sum(one in named for one in followed) / len(followed) <= 0.7
    assert sum(one in named for one in followers) / len(followers) <= 0.4


def test_renamed_gone_and_re_used_handles_are_among_those_ego_answered(sample: Read) -> None:
    kinds: Counter[str] = Counter()
    for one in sample.wrapped("tweets"):
        first = next((mention for mention in one["entities"]["user_mentions"] if mention["indices"][0] == "0"), None)
        if "in_reply_to_user_id_str" not in one or not one["full_text"].startswith("@"):
            continue
        lead = one["full_text"].split()[0][1:]
        now = one.get("in_reply_to_screen_name")
        kinds["renamed"] += now is not None and now.lower() != lead.lower()
        kinds["gone"] += now is None
        kinds["stranger"] += first is not None and first["id"] != one["in_reply_to_user_id_str"]
    assert kinds["renamed"] >= 20 and kinds["gone"] >= 20 and kinds["stranger"] >= 10


def test_some_likes_are_proof_of_an_answer(sample: Read, truth: dict) -> None:
    answered = {one["in_reply_to_status_id_str"] for one in sample.wrapped("tweets") if "in_reply_to_status_id_str" in one}
    turns = {one["id"] for one in truth["turns"]}
    handles = tuple("@" + one["handle"].lower() for one in truth["own_handles"])
    proofs = [
        one for one in sample.wrapped("like") if one["tweetId"] in answered and any(handle in one.get("fullText", "").lower() for handle in handles)
    ]
    assert len(proofs) >= 40
    assert {one["tweetId"] for one in proofs} <= turns
