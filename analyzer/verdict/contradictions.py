"""Contradictions between what ego did and what ego set: muted but followed, blocked but talked with, much talked with and not followed."""

from collections.abc import Sequence

from analyzer.facts import Coverage
from analyzer.people.everybody import People
from analyzer.people.person import Person
from analyzer.verdict.judge import is_acquaintance
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Fact

CONTRADICTIONS = ("muted_followed", "blocked_followed", "blocked_talked", "talked_not_followed")
PRIVATE = frozenset({"muted_followed", "blocked_followed", "blocked_talked"})
"""Those that tell of a block or a mute: they stay out of files unless the user ticks blocks (relationships §5)."""


def contradictions(person: Person, coverage: Coverage, policy: Policy) -> tuple[Fact, ...]:
    """The contradictions about one person; they decide nothing, and none of them is a mistake by itself.

    *Talked* is as much as makes an acquaintance, *much talked* as many contact days and weeks as the policy's ``answers_not_visible`` asks for.
    Not to follow is one only where the follow lists were read.
    """
    found: list[Fact] = []
    if person.muted and person.followed_by_ego:
        found.append(Fact("muted_followed", True))
    if person.blocked:
        if person.followed_by_ego:
            found.append(Fact("blocked_followed", True))
        if is_acquaintance(person, policy):
            found.append(Fact("blocked_talked", len(person.contact_days)))
    elif not person.followed_by_ego and not person.muted and coverage.follows_read:
        much = policy.answers_not_visible
        days = len(person.contact_days)
        if days and days >= much.contact_days and person.contact_weeks >= much.contact_weeks:
            found.append(Fact("talked_not_followed", days, much.contact_days))
    return tuple(found)


def odd_places(people: Sequence[Person], coverage: Coverage, policy: Policy) -> list[int]:
    """The places of the people about whom something does not fit together, in order; quick, as nearly everybody is passed over."""
    # Who only follows ego was never talked with and is not followed: nothing can contradict that.
    known = people.met.items() if isinstance(people, People) else enumerate(people)
    least = policy.answers_not_visible.contact_days
    return [
        place
        for place, person in known
        if (person.muted or person.blocked or len(person.contact_days) >= least) and contradictions(person, coverage, policy)
    ]
