"""The figures of an independent reader on real, pseudonymised archives; skipped where those are not at hand."""

import json
from collections import Counter
from dataclasses import asdict
from functools import cache
from pathlib import Path

import pytest

from analyzer.analysis import Options, analyze
from analyzer.evidence.acts import Kind
from analyzer.facts import Analysis
from analyzer.verdict.judge import judge_all
from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Listing, Verdict

NAMES = ("c-2021", "d-2022", "d-2025")
pytestmark = pytest.mark.parametrize("name", NAMES)


@cache
def analysed(folder: Path, name: str, messages: bool = True) -> Analysis:
    return analyze([folder / f"{name}.zip"], Options(messages=messages))


def expected(folder: Path, name: str) -> dict[str, object]:
    return dict(json.loads((folder / f"{name}.expected.json").read_text(encoding="utf-8")))


def test_counts_are_those_of_the_independent_reader(shared_archives: Path, name: str) -> None:
    figures = expected(shared_archives, name)
    counts = asdict(analysed(shared_archives, name).counts)
    assert {key: counts[key] for key in counts if key in figures} == {key: figures[key] for key in counts if key in figures}


def test_exactly_as_many_followers_and_followings_get_a_name(shared_archives: Path, name: str) -> None:
    figures = expected(shared_archives, name)
    people = analysed(shared_archives, name).people
    followers_named = sum(1 for person in people if person.follows_ego and person.handle)
    named = followers_named, sum(1 for person in people if person.followed_by_ego and person.handle)
    assert named == (figures["handles_followers"]["any"], figures["handles_following"]["any"])  # type: ignore[index]


def test_the_unfollow_list_holds_only_accounts_without_any_contact(shared_archives: Path, name: str) -> None:
    silent = set(expected(shared_archives, name)["following_zero_ids"])  # type: ignore[call-overload]
    analysis = analysed(shared_archives, name)
    for stand in (False, True):
        judgements = judge_all(analysis, default_policy().without_messages(stand), {})
        unfollow = {person.key for person, judgement in zip(analysis.people, judgements, strict=True) if judgement.listing is Listing.UNFOLLOW}
        assert unfollow <= silent
        assert bool(unfollow) is (stand or analysis.coverage.messages_read)


def test_without_messages_nobody_is_called_numbers_only(shared_archives: Path, name: str) -> None:
    analysis = analysed(shared_archives, name, messages=False)
    judgements = judge_all(analysis, default_policy(), {})
    assert not any(judgement.verdict is Verdict.NUMBERS_ONLY for judgement in judgements)
    assert analysis.counts.dm_sent == analysis.counts.group_sent == 0


def test_replies_count_for_the_account_replied_to(shared_archives: Path, name: str) -> None:
    from analyzer.archive import Part, open_archive

    analysis = analysed(shared_archives, name)
    truth: Counter[str] = Counter()
    with open_archive(shared_archives / f"{name}.zip") as archive:
        for batch in archive.read(Part.TWEETS):
            for tweet in batch:
                if tweet.reply_user and tweet.reply_user != archive.owner.account_id and not tweet.text.startswith("RT @"):
                    truth[str(tweet.reply_user)] += 1
    assert {person.key: person.replies for person in analysis.people if person.replies} == dict(truth)
    for key, acts in analysis.acts.items():
        assert len([act for act in acts if act.kind is Kind.REPLY]) == analysis.person(key).replies
