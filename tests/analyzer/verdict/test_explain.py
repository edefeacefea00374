"""Why a verdict holds: each fact with its value and need, the signs where they decide, and contradictions that decide nothing."""

import pytest

from analyzer.people.person import Incoming, Person, Signs
from analyzer.verdict.contradictions import CONTRADICTIONS, contradictions, odd_places
from analyzer.verdict.explain import SIGN_FACTS, why
from analyzer.verdict.judge import judge_one
from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Verdict
from tests.analyzer.verdict.readable import COVERAGE, TODAY
from tests.replacing import replace

POLICY = default_policy()
GREETED = Person(
    "9000000005", 9000000005, followed_by_ego=True, replies=3, directed_acts=3, directed_days=2, contact_days=(TODAY - 9, TODAY - 8),
    contact_weeks=1, incoming=Incoming(likely=1, likely_days=1, largest_p=0.95), signs=Signs(1, 0, 2, 0, 0), sign_days=2, unprompted=1,
)  # fmt: skip
FRIEND = replace(
    GREETED, contact_days=(TODAY - 40, TODAY - 9, TODAY - 8), contact_weeks=2, incoming=Incoming(certain=1, largest_p=1.0), signs=Signs(1, 0, 0, 0, 0)
)


def facts(person: Person) -> dict[str, tuple[object, object]]:
    judgement = judge_one(person, COVERAGE, POLICY, None)
    return {fact.fact: (fact.value, fact.needed) for fact in why(person, judgement, COVERAGE, POLICY)}


def test_where_the_signs_make_it_genuine_they_come_first_with_what_the_rule_asks_for() -> None:
    assert judge_one(GREETED, COVERAGE, POLICY, None).verdict is Verdict.GENUINE
    assert list(facts(GREETED).items())[:4] == [
        ("sign_kinds", (2, 2)),
        ("sign_days", (2, 2)),
        ("conversations", (1, None)),
        ("mornings", (2, None)),
    ]


def test_where_contact_makes_it_genuine_that_comes_first_and_the_signs_are_still_told() -> None:
    told = facts(FRIEND)
    assert next(iter(told.items())) == ("contact_days", (3, 3))
    assert told["incoming_certain"] == (1, 1)
    assert told["sign_kinds"] == (1, 2) and told["conversations"] == (1, None)


def test_whether_ego_came_unasked_is_told_where_the_rule_asks_for_it() -> None:
    assert facts(GREETED)["unprompted"] == (1, 1)
    assert "unprompted" not in facts(replace(GREETED, follows_ego=True)) and "unprompted" not in facts(FRIEND)


def test_every_sign_has_a_fact_of_its_own() -> None:
    told = facts(replace(FRIEND, signs=Signs(1, 2, 3, 4, 5), sign_days=5))
    assert {name: told[fact][0] for name, fact in SIGN_FACTS.items()} == dict(zip(SIGN_FACTS, (1, 2, 3, 4, 5), strict=True))
    assert not set(SIGN_FACTS.values()) & facts(replace(FRIEND, signs=Signs(0, 0, 0, 0, 0), sign_days=0)).keys()


def test_numbers_only_names_both_things_that_make_silence_mean_something() -> None:
    told = facts(Person("9000000003", 9000000003, followed_by_ego=True))
    assert told["months_with_tweets"] == (48, 12)
    assert told["ego_directed_acts"] == (500, 50)


MUCH = replace(FRIEND, followed_by_ego=False, contact_days=tuple(TODAY - 30 * n for n in range(5, 0, -1)), contact_weeks=5)


@pytest.mark.parametrize(
    ("person", "found", "nearest"),
    [
        (replace(FRIEND, muted=True), ("muted_followed", True, None), {"followed_by_ego": False}),
        (replace(FRIEND, blocked=True, directed_acts=0), ("blocked_followed", True, None), {"followed_by_ego": False}),
        (replace(FRIEND, blocked=True, followed_by_ego=False), ("blocked_talked", 3, None), {"directed_acts": 1}),
        (MUCH, ("talked_not_followed", 5, 5), {"contact_days": MUCH.contact_days[1:]}),
        (MUCH, ("talked_not_followed", 5, 5), {"contact_weeks": 2}),
        (MUCH, ("talked_not_followed", 5, 5), {"followed_by_ego": True}),
        (MUCH, ("talked_not_followed", 5, 5), {"muted": True}),
    ],
)
def test_each_contradiction_and_the_nearest_that_is_none(person: Person, found: tuple[object, ...], nearest: dict[str, object]) -> None:
    """It is told last, and changes no verdict."""
    assert [(fact.fact, fact.value, fact.needed) for fact in contradictions(person, COVERAGE, POLICY)] == [found]
    assert list(facts(person))[-1] == found[0]
    assert contradictions(replace(person, **nearest), COVERAGE, POLICY) == ()
    assert found[0] in CONTRADICTIONS


def test_not_followed_is_no_contradiction_where_the_lists_were_not_read() -> None:
    assert contradictions(MUCH, replace(COVERAGE, follows_read=False), POLICY) == ()


def test_the_places_of_all_contradictions_are_found_quickly_and_wholly() -> None:
    people = [FRIEND, MUCH, replace(FRIEND, muted=True), replace(MUCH, contact_days=MUCH.contact_days[1:]), Person("9000000003", 9000000003)]
    odd = [place for place, person in enumerate(people) if contradictions(person, COVERAGE, POLICY)]
    assert odd_places(people, COVERAGE, POLICY) == odd == [1, 2]
