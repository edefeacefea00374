"""What would change a verdict: the named changes, applied to the measured person and judged again, lead where they say, and no less of any does."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from analyzer.evidence.calendar import DAY_MS
from analyzer.facts import Coverage, DeletedTweets
from analyzer.people.person import Incoming, Person, Signs
from analyzer.verdict.changes import would_change
from analyzer.verdict.judge import judge_one
from analyzer.verdict.policy import AcquaintanceRule, AnswersRule, GenuineRule, LapsedRule, NumbersRule, Policy, built_in, default_policy
from analyzer.verdict.verdicts import Change, Verdict
from tests.analyzer.verdict.readable import COVERAGE, TODAY
from tests.replacing import replace

EPOCH = date(1970, 1, 1).toordinal()
READINGS = ("complete_archive", "read_messages")


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Built-in ones, and others as a user may write them; each rule asks for something."""
    few = st.integers(1, 4)
    if draw(st.booleans()):
        return built_in(draw(st.sampled_from(("relationships-first", "gentle", "strict"))))
    likely = draw(few)
    return Policy(
        genuine=GenuineRule(
            draw(few), draw(st.integers(2, 5)), draw(st.integers(1, 3)), draw(few), likely, likely + draw(st.integers(0, 2)),
            draw(st.integers(1, 3)), draw(few),
        ),
        lapsed=LapsedRule(draw(st.integers(30, 400)), draw(st.sampled_from((0.0, 2.5, 8.0)))),
        acquaintance=AcquaintanceRule(draw(st.integers(1, 4))),
        answers_not_visible=AnswersRule(3, 2, 0.5),
        numbers_only=NumbersRule(
            draw(st.booleans()), draw(st.booleans()), draw(st.integers(1, 24)), draw(st.integers(1, 80)), draw(st.integers(1, 120))
        ),
    )  # fmt: skip


@st.composite
def coverages(draw: st.DrawFn) -> Coverage:
    missing = draw(st.sampled_from(((), (), (), ("tweets",), ("follower",))))
    months = draw(st.integers(0, 11) | st.integers(24, 30))
    return Coverage(
        tweets_read="tweets" not in missing,
        follows_read="follower" not in missing,
        messages_read=draw(st.booleans()),
        messages_left_closed=False,
        missing_parts=missing,
        tweets_by_month={(2020 + month // 12, month % 12 + 1): 9 for month in range(months)},
        directed_acts=draw(st.integers(0, 49) | st.just(120)),
        last_act_day=TODAY - draw(st.integers(0, 400)),
        as_of=date.fromordinal(TODAY),
        deleted=draw(st.none() | st.none() | st.builds(DeletedTweets, st.just(date.fromordinal(TODAY - 150)), st.just(60), st.just(0))),
    )


@st.composite
def people(draw: st.DrawFn) -> Person:
    """Persons whose figures agree with each other as measured ones do."""
    often = st.sampled_from((0, 0, 0, 1, 2, 3, 6)) if draw(st.integers(0, 3)) else st.just(0)
    received = draw(often)
    written = draw(st.lists(st.integers(TODAY - 1500, TODAY - 400) | st.integers(TODAY - 60, TODAY), max_size=draw(often), unique=True))
    by_message = draw(st.lists(st.integers(TODAY - 900, TODAY), max_size=received, unique=True))
    days = sorted({*written, *by_message})
    likely_days = draw(st.integers(0, len(written)))
    signs = [draw(often) if likely_days or received else 0 for _ in range(5)]
    since = draw(st.none() | st.integers(0, 200))
    gaps = sorted(later - earlier for earlier, later in pairwise(days))
    return Person(
        "9000000009",
        9000000009,
        follows_ego=draw(st.booleans()),
        followed_by_ego=draw(st.booleans()),
        followed_since_at_least=None if since is None else (TODAY - since - EPOCH) * DAY_MS,
        likes=draw(often),
        carried=draw(often),
        dm_received=received,
        directed_acts=len(written) + (draw(often) if written else 0),
        directed_days=len(written),
        incoming=Incoming(received + draw(often), likely_days, 0, likely_days, 1.0 if received else 0.9 if likely_days else 0.0),
        unprompted=draw(st.integers(0, 1)),
        contact_days=tuple(days),
        contact_weeks=len({date.fromordinal(day).isocalendar()[:2] for day in days}),
        median_gap=float(gaps[len(gaps) // 2]) if gaps else None,
        signs=Signs(*signs),
        sign_days=draw(st.integers(1, len(written))) if any(signs) and written else 0,
    )


def with_days(person: Person, coverage: Coverage, days: int) -> tuple[Person, Coverage]:
    """So many further contact days, the last of them ego's own last act."""
    if days <= 0:
        return person, coverage
    first = max([coverage.last_act_day or 0, *person.contact_days]) + 1
    return (
        replace(person, contact_days=(*person.contact_days, *range(first, first + days))),
        replace(coverage, last_act_day=first + days - 1),
    )


def applied(person: Person, coverage: Coverage, policy: Policy, changes: tuple[Change, ...]) -> tuple[Person, Coverage]:
    """The person and the archive after these changes, taken together."""
    needs = {change.fact: change.needs for change in changes}
    number = {fact: int(value) for fact, value in needs.items() if isinstance(value, int | float)}
    of = number.get
    own = max(of("directed_days", 0), int(of("directed_acts", 0) > 0))
    person, coverage = with_days(person, coverage, max(own, of("contact_days", 0), of("contact_weeks", 0), of("sign_days", 0), of("sign_kinds", 0)))
    incoming, by_message = person.incoming, of("message_received", 0)
    kinds = list(person.signs.__class__.__dataclass_fields__)
    unseen = [name for name in kinds if not getattr(person.signs, name)][: of("sign_kinds", 0)]
    person = replace(
        person,
        directed_acts=person.directed_acts + max(of("directed_acts", 0), of("directed_days", 0)),
        directed_days=person.directed_days + own,
        contact_weeks=person.contact_weeks + max(of("contact_weeks", 0), int(of("directed_acts", 0) > 0)),
        dm_received=person.dm_received + by_message,
        incoming=replace(
            incoming,
            certain=incoming.certain + of("incoming_turn", 0),
            likely_days=incoming.likely_days + of("incoming_likely_days", 0),
        ),
        signs=replace(person.signs, **dict.fromkeys(unseen, 1)),
        sign_days=person.sign_days + of("sign_days", 0),
    )
    if "complete_archive" in needs:
        # Tweets that were missing show how much ego speaks; follow lists do not.
        speaks = {} if coverage.tweets_read else {"tweets_by_month": {(2000 + n // 12, n % 12 + 1): 9 for n in range(600)}, "directed_acts": 9999}
        coverage = replace(coverage, tweets_read=True, follows_read=True, missing_parts=(), **speaks)
    if "read_messages" in needs:
        coverage = replace(coverage, messages_read=True)
    more = of("months_with_tweets", 0)
    months = {**coverage.tweets_by_month, **{(3000 + n // 12, n % 12 + 1): 9 for n in range(more)}}
    later = date.fromordinal((coverage.as_of or date.min).toordinal() + of("later_archive", 0))
    coverage = replace(
        coverage,
        tweets_by_month=months,
        directed_acts=coverage.directed_acts + of("ego_directed_acts", 0),
        as_of=later,
        last_act_day=(coverage.last_act_day or 0) + of("silence_days", 0),
    )
    return person, coverage


def less_of_one(changes: tuple[Change, ...]) -> Iterator[tuple[Change, ...]]:
    """These changes with one of them a step smaller, or left out where it has no steps."""
    for place, change in enumerate(changes):
        steps = int(change.needs) - 1 if isinstance(change.needs, int | float) else 0
        smaller = (replace(change, needs=steps),) if steps else ()
        yield (*changes[:place], *smaller, *changes[place + 1 :])


@settings(max_examples=600, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much], deadline=None)
@given(person=people(), coverage=coverages(), policy=policies())
def test_the_named_changes_lead_where_they_say_and_nothing_less_does(person: Person, coverage: Coverage, policy: Policy) -> None:
    judgement = judge_one(person, coverage, policy, None)
    changes = would_change(person, judgement, coverage, policy)
    assert all(change.needs is None or change.needs > 0 for change in changes)
    for to in {change.to: None for change in changes}:
        together = tuple(change for change in changes if change.to is to)
        event(f"{judgement.verdict} → {to}: {', '.join(change.fact for change in together)}")
        assert to is not judgement.verdict
        assert judge_one(*applied(person, coverage, policy, together), policy, None).verdict is to, together
        for smaller in less_of_one(together):
            assert judge_one(*applied(person, coverage, policy, smaller), policy, None).verdict is not to, (together, smaller)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(person=people(), coverage=coverages(), policy=policies())
def test_only_a_tie_without_any_contact_day_has_nothing_that_would_change_it(person: Person, coverage: Coverage, policy: Policy) -> None:
    judgement = judge_one(person, coverage, policy, None)
    if not would_change(person, judgement, coverage, policy):
        assert judgement.verdict is Verdict.GENUINE and not person.contact_days


POLICY = default_policy()
ONCE = Person("9000000003", 9000000003, followed_by_ego=True, replies=1, directed_acts=1, directed_days=1, contact_days=(TODAY - 9,), contact_weeks=1)


def named(person: Person, coverage: Coverage = COVERAGE, policy: Policy = POLICY) -> list[tuple[str, object, str]]:
    judgement = judge_one(person, coverage, policy, None)
    return [(change.fact, change.needs, change.to.value) for change in would_change(person, judgement, coverage, policy)]


def test_after_one_act_a_second_one_or_a_message_of_theirs_is_enough() -> None:
    assert named(ONCE) == [("directed_acts", 1, "acquaintance")]
    wrote = replace(ONCE, directed_acts=0, directed_days=0, dm_received=2, incoming=Incoming(certain=2))
    assert named(wrote) == [("directed_acts", 1, "acquaintance")]
    four = replace(POLICY, acquaintance=AcquaintanceRule(4))
    assert named(ONCE, policy=four) == [("message_received", 1, "acquaintance")]


def test_an_old_tie_that_lacks_an_answer_would_be_lapsed_and_not_genuine() -> None:
    days = (TODAY - 1500, TODAY - 1450, TODAY - 1400)
    old = replace(ONCE, directed_acts=3, directed_days=3, contact_days=days, contact_weeks=3, median_gap=50.0)
    assert named(old) == [("incoming_turn", 1, "lapsed")]
    assert named(replace(old, contact_days=(*days[:2], TODAY))) == [("incoming_turn", 1, "genuine")]


def test_another_week_is_another_day_so_that_days_are_not_named_twice() -> None:
    same_week = replace(ONCE, directed_acts=2, directed_days=2, contact_days=(TODAY - 9, TODAY - 8), incoming=Incoming(certain=1))
    assert named(same_week) == [("contact_weeks", 1, "genuine")]


def test_where_one_sign_was_seen_a_second_kind_may_be_the_shorter_way() -> None:
    talked = replace(ONCE, directed_acts=2, incoming=Incoming(likely=1, likely_days=1), signs=Signs(1, 0, 0, 0, 0), sign_days=1, unprompted=1)
    assert named(talked) == [("sign_kinds", 1, "genuine"), ("sign_days", 1, "genuine")]
    only_called = named(replace(talked, unprompted=0))
    assert ("incoming_turn", 1, "genuine") in only_called and not [fact for fact, *_ in only_called if fact.startswith("sign")]


@pytest.mark.parametrize(
    ("coverage", "needed"),
    [
        ({"messages_read": False}, [("read_messages", None)]),
        ({"messages_read": False, "directed_acts": 30}, [("read_messages", None), ("ego_directed_acts", 20)]),
        ({"missing_parts": ("follower",), "follows_read": False}, [("complete_archive", None)]),
        ({"tweets_by_month": {(2024, month): 1 for month in range(1, 6)}}, [("months_with_tweets", 7)]),
    ],
)
def test_readings_that_are_needed_together_are_all_named(coverage: dict[str, object], needed: list[tuple[str, object]]) -> None:
    stranger = Person("9000000003", 9000000003, followed_by_ego=True)
    assert [change[:2] for change in named(stranger, replace(COVERAGE, **coverage)) if change[2] == "numbers_only"] == needed


def test_a_new_follow_names_the_days_that_are_left() -> None:
    new = Person("9000000003", 9000000003, followed_by_ego=True, followed_since_at_least=(TODAY - 80 - EPOCH) * DAY_MS)
    assert named(new)[0] == ("later_archive", 10, "numbers_only")
