"""Who passes the filters, what search finds, and that the counts are those of what a click would show."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.people.person import Person
from analyzer.verdict.verdicts import Choice, Decision, Judgement, Listing, Verdict
from desktop.filters import Filters, Follow
from desktop.roll import Roll
from desktop.search_lines import SearchLines
from tests.desktop.plain_filters import count_by_follow, count_by_verdict, hidden_passing, visible_people
from tests.replacing import replace


def judged(verdict: Verdict, listing: Listing = Listing.NONE) -> Judgement:
    return Judgement(verdict=verdict, listing=listing, ground=None, strength=0.0, circle=0)


PEOPLE = (
    Person("9000000001", 9_000_000_001, "sanne_writes", "Sanne Ökafor", ("oldsanne",), followed_by_ego=True, follows_ego=True, replies=9),
    Person("9000000002", 9_000_000_002, "dailyledger", "The Daily Ledger", followed_by_ego=True),
    Person("9000000003", 9_000_000_003, follows_ego=True),
    Person("9000000004", 9_000_000_004, "passer", likes=1),
    Person("@nobody", None, "nobody", replies=2),
)
JUDGEMENTS = (
    judged(Verdict.GENUINE, Listing.KEEP),
    judged(Verdict.NUMBERS_ONLY, Listing.UNFOLLOW),
    judged(Verdict.NUMBERS_ONLY),
    judged(Verdict.INSUFFICIENT),
    judged(Verdict.ACQUAINTANCE, Listing.FOLLOW),
)
INDEX = {person.key: place for place, person in enumerate(PEOPLE)}


def roll(decisions: Mapping[str, Decision] | None = None) -> Roll:
    return Roll(PEOPLE, JUDGEMENTS, SearchLines(PEOPLE, INDEX, decisions or {}))


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(), [0, 1, 2, 4]),
        (Filters(show_passing=True), [0, 1, 2, 3, 4]),
        (Filters(follow=Follow.YOU_FOLLOW), [0, 1]),
        (Filters(follow=Follow.FOLLOW_YOU), [0, 2]),
        (Filters(follow=Follow.MUTUAL), [0]),
        (Filters(follow=Follow.NEITHER, show_passing=True), [3, 4]),
        (Filters(verdicts=frozenset({Verdict.GENUINE, Verdict.ACQUAINTANCE})), [0, 4]),
        (Filters(listing=Listing.UNFOLLOW), [1]),
        (Filters(verdicts=frozenset({Verdict.GENUINE}), listing=Listing.UNFOLLOW), []),
        (Filters(among=frozenset({1, 3})), [1, 3]),
        (Filters(among=frozenset({1, 3}), verdicts=frozenset({Verdict.NUMBERS_ONLY})), [1]),
        (Filters(among=frozenset()), []),
    ],
)
def test_filters_add_up(filters: Filters, expected: list[int]) -> None:
    """Several verdicts are any of them, different filters are all of them."""
    assert visible_people(PEOPLE, JUDGEMENTS, filters) == expected
    assert roll().places(filters) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sanne", [0]),
        ("@SANNE_writes", [0]),
        ("ökafor", [0]),
        ("oldsanne", [0]),
        ("9 000 000 002", [1]),
        ("id 9\u2009000\u2009000\u2009003", [2]),
        ("  daily   ledger ", [1]),
        ("passer", []),
        ("lend me", [2]),
        ("", [0, 1, 2, 4]),
        ("zzyx", []),
    ],
)
def test_search_finds_handle_name_former_handle_id_and_note(text: str, expected: list[int]) -> None:
    """Whatever the case, with or without @, ids with the spaces they are shown with; hidden people stay hidden."""
    decisions = {"9000000003": Decision("9000000003", Choice.LATER, "Did lend me a book")}
    assert roll(decisions).places(Filters(text=text)) == expected


filters_of_any_kind = st.builds(
    Filters,
    verdicts=st.frozensets(st.sampled_from(Verdict)),
    follow=st.sampled_from(Follow),
    listing=st.none() | st.sampled_from(Listing),
    text=st.sampled_from(["", "a", "9", "@", "sanne", "\u0000"]),
    show_passing=st.booleans(),
    among=st.none() | st.frozensets(st.integers(0, 4)),
)


@given(filters_of_any_kind)
def test_counts_are_what_a_click_would_show(filters: Filters) -> None:
    """Each chip's number equals the list it would leave; what is hidden is exactly what showing would add."""
    asked = roll()
    by_verdict = asked.count_by_verdict(filters)
    for verdict in Verdict:
        assert by_verdict[verdict] == asked.count(replace(filters, verdicts=frozenset({verdict})))
    by_follow = asked.count_by_follow(filters)
    for follow in Follow:
        assert by_follow[follow] == asked.count(replace(filters, follow=follow))
    shown, all_shown = (asked.count(replace(filters, show_passing=passing)) for passing in (False, True))
    assert asked.hidden_passing(replace(filters, show_passing=False)) == all_shown - shown


@given(filters_of_any_kind)
def test_the_roll_answers_as_if_each_person_had_been_asked(filters: Filters) -> None:
    asked = roll()
    assert asked.places(filters) == visible_people(PEOPLE, JUDGEMENTS, filters)
    assert asked.count_by_verdict(filters) == count_by_verdict(PEOPLE, JUDGEMENTS, filters)
    assert asked.count_by_follow(filters) == count_by_follow(PEOPLE, JUDGEMENTS, filters)
    assert asked.hidden_passing(filters) == hidden_passing(PEOPLE, JUDGEMENTS, filters)


def test_a_note_and_another_judgement_are_asked_for_from_then_on() -> None:
    asked = roll()
    assert asked.places(Filters(text="oslo")) == []
    asked.lines.put(1, PEOPLE[1], Decision("9000000002", Choice.KEEP, "Met in Oslo"))
    asked.put(1, PEOPLE[1], judged(Verdict.NUMBERS_ONLY, Listing.KEEP))
    asked.noted()
    assert asked.places(Filters(text="oslo")) == [1]
    assert asked.on_list(Listing.UNFOLLOW) == [] and asked.on_list(Listing.KEEP) == [0, 1]
    assert asked.count_by_listing()[Listing.KEEP] == 2
