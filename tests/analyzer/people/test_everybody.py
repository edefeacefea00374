"""Very many followers are kept as numbers: whoever looks finds the same people, judgements and files as if each had been kept."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.analysis import analyze
from analyzer.export import analysis_json, graph_files
from analyzer.facts import Analysis
from analyzer.health.measure import health_of
from analyzer.people import follows
from analyzer.people.everybody import RUN, People, in_order
from analyzer.verdict.judge import judge_all
from analyzer.verdict.lists import listed
from analyzer.verdict.policy import BUILT_IN, Policy, built_in, default_policy
from analyzer.verdict.verdicts import Choice, Decision, Listing
from tests.analyzer.archive.invented import data_file
from tests.analyzer.archive.invented import follows as follow_file
from tests.analyzer.make import ms, snowflake
from tests.analyzer.test_several_archives import archive, named
from tests.replacing import replace

BEA, EGO = 9000000002, 9000000001
DAYS = ("2016-05-01", "2017-08-01", "2018-02-03", "2019-11-30", "2021-09-20", "2021-10-05", "2021-11-02", "2021-12-31")
YOUNG = [snowflake(ms(day), low=7) for day in DAYS]


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Analysis, Analysis]:
    """One archive with everybody kept, and with those who only follow as numbers: a named, a blocked, a muted one among them, and ego."""
    followers = [*YOUNG[::-1], BEA, EGO, *range(BEA + 1, BEA + 30)]
    path = archive(
        tmp_path / "one",
        "2022-01-01",
        tweets=data_file("tweets", [named(1_100_000_000_000_000_000 + n, "bea", "bea") for n in range(60)]),
        follower=follow_file("follower", *followers),
        following=follow_file("following", BEA + 3, BEA + 90, YOUNG[4]),
        block=data_file("block", [{"blocking": {"accountId": str(BEA + more)}} for more in (5, 70)]),
        mute=data_file("mute", [{"muting": {"accountId": str(BEA + 6)}}]),
    )
    kept = analyze([path])
    monkeypatch.setattr(follows, "MANY", 3)
    return kept, analyze([path])


def test_an_owner_who_follows_and_blocks_themself_is_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = archive(
        tmp_path / "one",
        "2022-01-01",
        tweets=data_file("tweets", []),
        follower=follow_file("follower", EGO, *range(BEA, BEA + 9)),
        block=data_file("block", [{"blocking": {"accountId": str(EGO)}}]),
    )
    kept = analyze([path])
    monkeypatch.setattr(follows, "MANY", 3)
    assert tuple(analyze([path]).people) == kept.people
    assert [person.account_id for person in kept.people] == [*range(BEA, BEA + 9)]


def test_people_and_places_are_the_same(both: tuple[Analysis, Analysis]) -> None:
    kept, light = both
    assert isinstance(kept.people, tuple) and isinstance(light.people, People)
    assert light.people.only_followers > 20 and set(light.people.met) < set(range(len(light.people)))
    assert [sum(person.blocked for person in kept.people), sum(person.muted for person in kept.people)] == [1, 1]
    assert tuple(light.people) == kept.people == light.people[:]
    assert [light.people[place] for place in range(-len(kept.people), len(kept.people))] == [*kept.people, *kept.people]
    assert dict(light.index) == kept.index and len(light.index) == len(kept.index)
    assert (light.counts, light.coverage, light.ties, light.acts) == (kept.counts, kept.coverage, kept.ties, kept.acts)
    with pytest.raises(IndexError):
        light.people[len(kept.people)]


def test_a_key_of_nobody_is_nobodys(both: tuple[Analysis, Analysis]) -> None:
    kept, light = both
    for key in ("", "@bea_", "9000000000", "09000000003", "9000000003 ", "٩", "9" * 40, str(EGO), str(YOUNG[0] + 1), "-1"):
        assert key not in kept.index and key not in light.index


@pytest.mark.parametrize("name", BUILT_IN)
@pytest.mark.parametrize("change", [lambda policy: policy, lambda policy: policy.without_messages()])
def test_judgements_and_lists_are_the_same(both: tuple[Analysis, Analysis], name: str, change: Callable[[Policy], Policy]) -> None:
    policy = change(built_in(name))
    decisions = {key: Decision(key, Choice.CONTENT) for key in (str(BEA), str(BEA + 9), str(YOUNG[1]), "@nobody")}
    for days in (0, 30, 90, 800, 3000):
        rules = replace(policy, numbers_only=replace(policy.numbers_only, new_follow_days=days, months_with_tweets=1, directed_acts=1))
        judged = [judge_all(analysis, rules, decisions) for analysis in both]
        assert judged[0] == judged[1]
        for listing in Listing:
            assert listed(both[0], judged[0], listing) == listed(both[1], judged[1], listing)


def test_files_and_health_are_the_same(both: tuple[Analysis, Analysis]) -> None:
    policy = default_policy()
    for make in (
        lambda analysis, judged: b"".join(analysis_json.render(analysis, judged, policy)),
        lambda analysis, judged: "".join(graph_files.gexf(graph_files.network_of(analysis, judged))),
        lambda analysis, judged: analysis.graph.kinds,
        lambda analysis, judged: health_of(analysis),
    ):
        assert make(both[0], judge_all(both[0], policy, {})) == make(both[1], judge_all(both[1], policy, {}))


@given(st.sets(st.integers(-(1 << 62), 1 << 62), max_size=300), st.integers(1, 3))
def test_ids_come_in_order_however_they_are_spread(ids: set[int], times: int) -> None:
    many = {id_ + step for id_ in ids for step in range(0, times * RUN // 10, 97)}
    assert list(in_order(many)) == sorted(many)
