"""The course of a tie: months, usual gap, streaks, returns after a silence, how soon answers come, and what only ego did. No verdict rests on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from analyzer.evidence.acts import Tier
from analyzer.evidence.rhythm import contact_months, longest_streak, returns
from analyzer.people.person import Person
from analyzer.verdict.judge import silence_allowed
from analyzer.verdict.policy import Policy

_OWN_WORDS = {"morning": "morning", "hello": "hello", "sprint": "sprint", "welcome": "welcome_answer"}
"""Ego's own words, and the sign that an answer to them would make."""


@dataclass(frozen=True, slots=True)
class Return:
    """A tie that came back: the first contact day after a silence of ``silence`` days, longer than the policy lets a tie be silent."""

    day: date
    silence: int


@dataclass(frozen=True, slots=True)
class Course:
    """What the contact days and the signs of one person tell beside the verdict.

    ``months`` are calendar months with contact, ``usual_gap`` the median of days between two contact days (None below two), ``streak`` the most
    contact days in a row, ``returns`` oldest first. ``answer_after`` is the median wait (ms) for the answers seen, ``answer_tier`` the weakest
    tier it rests on. ``sign_last`` is each seen sign's last day. ``only_ego`` counts ego's own words of a sign (morning, hello, sprint, welcome)
    where that sign was never seen; ``answer_seen`` is False where no certain or likely turn of theirs is known at all.
    """

    months: int
    usual_gap: float | None
    streak: int
    returns: tuple[Return, ...]
    answer_after: int | None
    answer_tier: Tier | None
    sign_last: Mapping[str, date]
    only_ego: Mapping[str, int]
    answer_seen: bool


def course_of(person: Person, policy: Policy) -> Course:
    """The course of the tie with one person; made only when somebody looks."""
    days = person.contact_days
    again = frozenset(returns(days, silence_allowed(person, policy)))
    own = {name: getattr(person.own_words, name) for name, sign in _OWN_WORDS.items() if getattr(person.signs, sign) == 0}
    return Course(
        months=contact_months(days),
        usual_gap=person.median_gap,
        streak=longest_streak(days),
        returns=tuple(Return(date.fromordinal(later), later - earlier) for earlier, later in pairwise(days) if later in again),
        answer_after=person.answer_after,
        answer_tier=person.answer_tier,
        sign_last={name: date.fromordinal(day) for name, day in person.sign_last.items()},
        only_ego={name: count for name, count in own.items() if count},
        answer_seen=person.incoming.certain + person.incoming.likely > 0,
    )
