"""The benchmark of truth: its arithmetic on a case made by hand, its truth against the worlds' logs, and a small run from end to end."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from math import isnan
from types import SimpleNamespace

import msgspec
import pytest

from analyzer.evidence.acts import Act, Direction, Kind, Tier
from analyzer.method import Figures
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Listing, Verdict
from tests.bench.truth.__main__ import as_json, judge_all_worlds, report
from tests.bench.truth.figures import figures_of
from tests.bench.truth.known import Credits, Known, know
from tests.bench.truth.realism import Compared
from tests.bench.truth.score import add_up, count_strangers, count_turns, count_verdicts, p_bin
from tests.bench.truth.tables import (
    claims,
    genuine_f1,
    genuine_precision,
    genuine_recall,
    numbers_precision,
    on_unfollow,
    turn_precision,
    turn_recall,
)
from tests.bench.truth.worlds import ORDINARY, REPORTED_SEEDS, TUNING_SEEDS, is_ordinary, options_of
from tests.simulator import World, build_world
from tests.simulator.clock import DAY, time_of
from tests.simulator.log import Form
from tests.simulator.owners import OWNERS
from tests.simulator.personas import PERSONAS
from tests.simulator.population import Account

EMPTY_TIERS = {tier.value: [0, 0] for tier in (Tier.LIKELY, Tier.POSSIBLE, Tier.UNKNOWN)}


def known(persona: str, heard: int, relation: str | None = None, grown: bool = False) -> Known:
    row = PERSONAS[persona]
    return Known(Account(9_000_000_001, 0, "Nobody", [(0, "nobody")], row, 0), persona, relation or row.relation, heard, grown)


def said(verdict: Verdict, listing: Listing = Listing.NONE, followed: bool = True) -> tuple[Person, Judgement]:
    return Person("1", 1, followed_by_ego=followed), Judgement(verdict, listing, None, 0.5, 0)


def test_verdicts_are_counted_as_by_hand() -> None:
    truth = {
        "1": known("friend", 12),
        "2": known("friend", 6),
        "3": known("friend", 3),
        "4": known("lapsed_friend", 20),
        "5": known("acquaintance", 4, grown=True),
        "6": known("acquaintance", 1),
        "7": known("celebrity", 0),
        "8": known("mutual_number", 0),
        "9": known("content_quiet", 0),
        "10": known("support_desk", 9, grown=True),
        "11": known("friend", 0, relation="one_sided"),
        "12": known("own_alt", 0),
        "13": known("friend", 15),
    }
    sayings = {
        "1": said(Verdict.GENUINE),
        "2": said(Verdict.ACQUAINTANCE),
        "3": said(Verdict.NUMBERS_ONLY, Listing.UNFOLLOW),
        "4": said(Verdict.LAPSED),
        "5": said(Verdict.GENUINE),
        "6": said(Verdict.INSUFFICIENT, followed=False),
        "7": said(Verdict.GENUINE),
        "8": said(Verdict.NUMBERS_ONLY, Listing.UNFOLLOW),
        "9": said(Verdict.NUMBERS_ONLY, Listing.UNFOLLOW),
        "10": said(Verdict.LAPSED),
        "11": said(Verdict.ACQUAINTANCE),
        "12": said(Verdict.GENUINE),
    }
    counted = count_verdicts(truth, sayings)
    assert counted["genuine"] == [2, 3, 3]
    assert counted["by_log"] == [3, 2, 3]
    assert counted["heard"] == {">=10": [2, 3], "5-9": [0, 1], "2-4": [0, 1], "0-1": [0, 0]}
    assert counted["numbers"] == [1, 1, 1, 0]
    assert counted["unfollow"] == [3, 1, 1]
    assert counted["contacts"] == [5, 1]
    assert counted["services"] == [1, 1]
    assert counted["state"] == {"friend": [1, 1], "lapsed": [1, 1]}
    assert counted["confusion"]["friend"] == {"genuine": [1], "acquaintance": [2], "numbers_only": [1], "absent": [1]}
    assert genuine_precision(counted) == pytest.approx(2 / 5) and genuine_recall(counted) == pytest.approx(2 / 5)
    assert genuine_f1(counted) == pytest.approx(4 / 10) and genuine_f1(counted, "by_log") == pytest.approx(6 / 11)
    assert genuine_recall(counted, ">=10") == pytest.approx(2 / 3) and isnan(genuine_recall(counted, "0-1"))
    assert numbers_precision(counted) == 0.5 and on_unfollow(counted) == pytest.approx(1 / 3)


def turn(reply: int, theirs: int | None, tier: Tier, inferred: float | None, p: float | None = None) -> Act:
    return Act(Kind.TURN, Direction.IN, None, reply, theirs, 1.0, tier, inferred if p is None else p, inferred)


def test_turns_are_counted_as_by_hand() -> None:
    acts = {
        "7": [
            turn(1, 101, Tier.LIKELY, 0.95),
            turn(2, 102, Tier.LIKELY, 0.92),
            turn(3, 103, Tier.CERTAIN, 0.6, 1.0),
            turn(4, 104, Tier.UNKNOWN, 0.1),
            Act(Kind.REPLY, Direction.OUT, 5, 1, 101),
            turn(900, 105, Tier.CERTAIN, None, 1.0),
        ],
        "8": [turn(5, 101, Tier.POSSIBLE, 0.6), turn(6, None, Tier.UNKNOWN, None)],
    }
    cautious = {1: 0.95, 2: 0.7, 3: 0.6, 4: 0.1, 5: 0.6, 6: None}
    counted = count_turns(acts, {101: "7", 103: "7", 104: "7", 105: "7"}, cautious)
    assert counted["shown"] == {"certain": [1, 1], "likely": [2, 1], "possible": [1, 0], "unknown": [2, 1], "certain_no": [0, 0]}
    assert counted["timing"] == {"likely": [1, 1], "possible": [3, 1], "unknown": [2, 1]}
    assert counted["proofs"] == [1, 1]
    assert counted["reliability"]["inferred"] == {
        "0.95-1.00": [1, 0.95, 1],
        "0.90-0.95": [1, 0.92, 0],
        "0.50-0.65": [2, 1.2, 1],
        "0.10-0.20": [1, 0.1, 1],
    }
    assert counted["reliability"]["cautious"]["0.65-0.80"] == [1, 0.7, 0] and "0.90-0.95" not in counted["reliability"]["cautious"]
    assert counted["reliability"]["p"]["0.95-1.00"] == [2, 1.95, 2]
    assert turn_precision(counted, "likely") == 1 and turn_precision(counted, "possible") == pytest.approx(1 / 3)
    assert turn_recall(counted, "likely") == pytest.approx(1 / 3) and turn_recall(counted, "likely", "possible") == pytest.approx(2 / 3)


@pytest.mark.parametrize(("p", "name"), [(0.0, "0.00-0.05"), (0.05, "0.05-0.10"), (0.9, "0.90-0.95"), (0.8999, "0.80-0.90"), (1.0, "0.95-1.00")])
def test_a_bound_belongs_to_the_upper_bin(p: float, name: str) -> None:
    assert p_bin(p) == name


def test_a_stranger_is_somebody_credited_with_what_went_to_another() -> None:
    acts = {
        "7": [Act(Kind.REPLY, Direction.OUT, 1, 1), Act(Kind.MENTION, Direction.OUT, 2, 2)],
        "8": [Act(Kind.MENTION, Direction.OUT, 2, 2), Act(Kind.DM, Direction.OUT, 3, 3), Act(Kind.CARRIED, Direction.OUT, 1, 1)],
        "@old": [Act(Kind.MENTION, Direction.OUT, 2, 2)],
    }
    analysis = SimpleNamespace(acts=acts)
    assert count_strangers(analysis, {1: frozenset({7}), 2: frozenset({7}), 3: frozenset({9})}) == [1, 2]  # type: ignore[arg-type]


def test_figures_of_worlds_add_up() -> None:
    assert add_up([{"a": [1, 2], "b": {"x": [1]}}, {"a": [3, 4], "b": {"y": [5]}}]) == {"a": [4, 6], "b": {"x": [1], "y": [5]}}


def test_a_fifth_is_a_fifth() -> None:
    assert Compared("share", 0.1, 0.2, 0.081).holds and Compared("share", 0.1, 0.2, 0.239).holds
    assert not Compared("share", 0.1, 0.2, 0.079).holds and not Compared("share", 0.1, 0.2, 0.241).holds


@cache
def hard(owner: str, seed: int = 31) -> World:
    return build_world(replace(options_of(owner, seed), tweets=1_000))


def test_seeds_for_tuning_are_never_reported() -> None:
    assert not set(TUNING_SEEDS) & set(REPORTED_SEEDS) and len(REPORTED_SEEDS) >= 20


def test_truth_names_whom_a_tweet_was_written_to_at_that_time() -> None:
    world = hard("writer")
    credits = Credits(world)
    taken = 0
    for tweet in world.own:
        if tweet.to is not None:
            assert tweet.to.id in credits.of(tweet)
            old = tweet.to.handle_at(time_of(tweet.id))
            holder = world.people.holder(old)
            if holder is not None and holder is not tweet.to:
                taken += 1
                assert credits.holder(old, time_of(tweet.id)) == [tweet.to] and holder.id not in credits.of(tweet)
    assert taken >= 3


def test_truth_about_people_follows_both_sides_of_the_log() -> None:
    world = hard("dm_person")
    people: Mapping[str, Known] = know(world, Credits(world))
    wrote = {turn.who.id for turn in world.turns} | {
        one.sender.id for talk in world.talks for one in talk.messages if world.ego in [any_.sender for any_ in talk.messages]
    }
    for one in people.values():
        if one.relation in ("friend", "lapsed"):
            assert one.account.id in wrote and one.heard > 0
        if one.grown:
            assert len({time_of(turn.id) // DAY for turn in world.turns if turn.who is one.account}) >= 3 or one.account.persona.dm
    silent = [one for one in people.values() if one.account.persona.relation == "friend" and one.relation == "one_sided"]
    assert {one.persona for one in silent} >= {"pruned_friend"}


@pytest.mark.parametrize("owner", ["reply_guy", "quiet"])
def test_hard_worlds_keep_to_causes(owner: str) -> None:
    world = hard(owner)
    own = {tweet.id for tweet in world.own}
    for tweet in world.own:
        assert tweet.parent is None or tweet.parent < tweet.id
    for turn in world.turns:
        assert turn.answers is None or (turn.answers in own and turn.answers < turn.id)
        assert turn.who.born < time_of(turn.id) < world.end
    assert {talk.other.persona.name for talk in world.pruned if talk.other} >= {"pruned_friend"}
    assert not {id(talk) for talk in world.pruned} & {id(talk) for talk in world.talks}


def test_one_to_three_of_a_hundred_replies_of_a_reply_guy_are_answered() -> None:
    answered = replies = 0
    for seed in (31, 32, 33):
        world = build_world(options_of("reply_guy", seed))
        turns = {turn.id for turn in world.turns}
        replied = [tweet for tweet in world.own if tweet.form is Form.REPLY]
        answered += sum(tweet.parent in turns for tweet in replied)
        replies += len(replied)
    assert 0.01 <= answered / replies <= 0.03


def test_a_deleter_keeps_the_newest_third() -> None:
    world = hard("deleter")
    assert len(world.own) == 1_000 and len(world.forgotten) == 2_000
    assert max(tweet.id for tweet in world.forgotten) < min(tweet.id for tweet in world.own)
    people = know(world, Credits(world))
    earlier = {turn.who.id for turn in world.turns} - {turn.who.id for turn in world.turns if turn.id > world.own[0].id}
    silent = [one for one in people.values() if one.account.id in earlier and not one.account.persona.dm]
    assert silent and all(one.heard == 0 for one in silent)


def test_a_small_report_runs_from_end_to_end() -> None:
    figures = judge_all_worlds(["writer", "broadcaster"], [51, 52], jobs=1)
    assert set(figures) == {("writer", 51), ("writer", 52), ("broadcaster", 51), ("broadcaster", 52)}
    lines = list(report(figures))
    assert lines[0].startswith("4 worlds, 12,000 tweets")
    total = add_up(figures.values())
    assert total["worlds"][2] >= 0.15 * 12_000
    for how in ("shown", "timing"):
        assert sum(count for count, _ in total[how].values()) == sum(
            tweet.to is not None and tweet.to is not world.ego
            for world in map(build_world, (options_of(*key) for key in figures))
            for tweet in world.own
        )
    told = as_json(figures)
    assert len(told["worlds"]) == 4 and {one["what"] for one in told["claims"]} >= {"strangers let in"}
    assert len(list(claims({"writer": total}))) >= 8
    page = msgspec.convert(figures_of(figures, "2026-11-23"), Figures, strict=False)
    assert page.seeds == (51, 52) and page.owners == ("writer", "broadcaster")
    for row in page.rows:
        assert row.unit == "count" or (0 <= row.value <= 1 and (row.spread is None or row.spread[0] <= row.value <= row.spread[1]))


def test_where_nothing_is_called_likely_nothing_is_called_so_wrongly() -> None:
    (claim, *_) = claims({"reply_guy": judge_all_worlds(["reply_guy"], [51], jobs=1)["reply_guy", 51] | {"timing": EMPTY_TIERS}})
    assert claim.holds and isnan(claim.value)


def test_ordinary_owners_converse_have_years_of_tweets_and_deleted_none() -> None:
    """Each of the other kinds lacks one of the conditions, and would be ordinary with it."""
    assert ORDINARY == ("writer", "dm_person", "talker")
    for name, put_right in {
        "reply_guy": {"answered": 1.0},
        "broadcaster": {"replies": 0.5},
        "quiet": {"replies": 0.5},
        "newcomer": {"years": 3.0},
        "deleter": {"forgets": 0.0},
        "short": {"years": 3.0},
    }.items():
        assert not is_ordinary(OWNERS[name]) and is_ordinary(replace(OWNERS[name], **put_right))
    assert set(OWNERS) >= {"writer", "reply_guy", "broadcaster", "dm_person", "quiet", "newcomer"}
