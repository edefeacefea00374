"""Tie strength grows with evidence and never shrinks by it; circles follow contact days of the last active year."""

from hypothesis import given
from hypothesis import strategies as st

from analyzer.people.person import Incoming, Person
from analyzer.verdict.policy import StrengthWeights
from analyzer.verdict.strength import Terms, circle_of, shares_of, strength_terms, tie_strength
from tests.replacing import replace

NOW = 738_000
SHARES = shares_of(StrengthWeights())


def strength(days: set[int], own: int, incoming: int, messages: int) -> float:
    person = Person(
        "1", 1, contact_days=tuple(sorted(days)), directed_acts=own, replies=own, incoming=Incoming(certain=incoming), dm_received=messages
    )
    return tie_strength(strength_terms(person, NOW), SHARES)


@given(
    days=st.sets(st.integers(NOW - 4000, NOW), min_size=1, max_size=40),
    day=st.integers(NOW - 4000, NOW),
    own=st.integers(0, 200),
    incoming=st.integers(0, 200),
    messages=st.integers(0, 3),
    more=st.integers(0, 5),
)
def test_more_evidence_never_lowers_it(days: set[int], day: int, own: int, incoming: int, messages: int, more: int) -> None:
    before = strength(days, own, incoming, messages)
    assert 0.0 <= before <= 1.0
    assert strength(days | {day}, own + more, incoming + more, messages + more) >= before - 1e-12


def test_without_contact_there_is_none() -> None:
    assert tie_strength(strength_terms(Person("1", 1, followed_by_ego=True), NOW), SHARES) == 0.0


def test_circles() -> None:
    person = Person("1", 1, contact_days=(NOW,))
    assert [circle_of(replace(person, contact_days_last_year=days)) for days in (52, 51, 12, 11, 1, 0)] == [1, 2, 2, 3, 3, 4]
    assert circle_of(Person("1", 1)) == 0


def test_the_shares_belong_to_the_terms_by_name() -> None:
    only_days = shares_of(StrengthWeights(days=2.0, recency=0.0, reciprocity=0.0, multiplexity=0.0, duration=0.0))
    assert tie_strength(Terms(0.3, 1.0, 1.0, 1.0, 1.0), only_days) == 0.3
    assert tuple(Terms._fields) == tuple(StrengthWeights.__dataclass_fields__)


def test_the_shares_have_the_same_digits_on_every_python() -> None:
    # Added up one after the other these give 0.6, as `sum` did before Python 3.12; their exact sum rounds to the number above it.
    shares = shares_of(StrengthWeights(days=0.1, recency=0.1, reciprocity=0.1, multiplexity=0.2, duration=0.1))
    assert shares[0] == 0.1 / 0.6000000000000001 != 0.1 / 0.6
