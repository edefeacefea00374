"""Which people are shown: the filters all pages share, and the pure functions that answer them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from analyzer.people.person import Person
from analyzer.verdict.verdicts import Decision, Judgement, Listing, Verdict


class Follow(StrEnum):
    """How a person and ego follow each other, as a filter."""

    ANYONE = "anyone"
    YOU_FOLLOW = "you_follow"
    FOLLOW_YOU = "follow_you"
    MUTUAL = "mutual"
    NEITHER = "neither"


_ALL_VERDICTS = frozenset(Verdict)
_STATES = {
    Follow.ANYONE: frozenset({(True, True), (True, False), (False, True), (False, False)}),
    Follow.YOU_FOLLOW: frozenset({(True, True), (True, False)}),
    Follow.FOLLOW_YOU: frozenset({(True, True), (False, True)}),
    Follow.MUTUAL: frozenset({(True, True)}),
    Follow.NEITHER: frozenset({(False, False)}),
}
"""(you follow, they follow) of each follow state; YOU_FOLLOW and FOLLOW_YOU include mutuals."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the user asked to see. No verdict on means all of them; ``listing`` None means any list; ``text`` is as typed.

    ``among`` are the places of the people picked on the graph, None for everybody; who was picked is shown even as a passing contact. With ``odd``
    they are those about whom something does not fit together (`analyzer.verdict.contradictions`).
    """

    verdicts: frozenset[Verdict] = frozenset()
    follow: Follow = Follow.ANYONE
    listing: Listing | None = None
    text: str = ""
    show_passing: bool = False
    among: frozenset[int] | None = None
    odd: bool = False

    @property
    def needle(self) -> str:
        """The text as it is searched: folded, without ``@`` in front, ids without the spaces they are shown with."""
        folded = " ".join(self.text.casefold().split()).removeprefix("@")
        joined = folded.replace(" ", "").removeprefix("id")
        return joined if joined.isdigit() else folded


def search_text(person: Person, decision: Decision | None = None) -> str:
    """All that can be found of a person: handle, name, former handles, id and the user's own note, folded, one a line."""
    parts = [person.handle, person.name, *person.former_handles, str(person.account_id or ""), decision.note if decision else ""]
    return "\n".join(part for part in parts if part).casefold()


def visible_people(
    people: Sequence[Person], judgements: Sequence[Judgement], filters: Filters, texts: Sequence[str] | None = None
) -> list[int]:
    """Places of the people who pass all filters, in the order of ``people``; ``texts`` are ready-made `search_text` lines."""
    # One comprehension: it runs for everybody at every key typed.
    verdicts = filters.verdicts or _ALL_VERDICTS
    states = _STATES[filters.follow]
    listing, among = filters.listing, filters.among
    show_passing = filters.show_passing or among is not None
    found = [
        place
        for place, (person, judgement) in enumerate(zip(people, judgements, strict=True))
        if judgement.verdict in verdicts
        and (person.followed_by_ego, person.follows_ego) in states
        and (show_passing or not person.is_passing_contact)
        and (listing is None or judgement.listing is listing)
        and (among is None or place in among)
    ]
    needle = filters.needle
    if not needle:
        return found
    return [place for place in found if needle in (texts[place] if texts is not None else search_text(people[place]))]


def search_texts(people: Sequence[Person], decisions: Mapping[str, Decision]) -> list[str]:
    """`search_text` of everybody, made once so that an answer while typing stays under a few milliseconds."""
    return [search_text(person, decisions.get(person.key)) for person in people]


def count_by_verdict(
    people: Sequence[Person], judgements: Sequence[Judgement], filters: Filters, texts: Sequence[str] | None = None
) -> dict[Verdict, int]:
    """How many each verdict chip would show beside the other filters; every verdict has an entry."""
    places = visible_people(people, judgements, replace(filters, verdicts=frozenset()), texts)
    counted = Counter([judgements[place].verdict for place in places])
    return {verdict: counted[verdict] for verdict in Verdict}


def count_by_follow(
    people: Sequence[Person], judgements: Sequence[Judgement], filters: Filters, texts: Sequence[str] | None = None
) -> dict[Follow, int]:
    """How many each follow state would show beside the other filters."""
    places = visible_people(people, judgements, replace(filters, follow=Follow.ANYONE), texts)
    states = Counter([(people[place].followed_by_ego, people[place].follows_ego) for place in places])
    return {follow: sum(states[state] for state in _STATES[follow]) for follow in Follow}


def hidden_passing(people: Sequence[Person], judgements: Sequence[Judgement], filters: Filters, texts: Sequence[str] | None = None) -> int:
    """How many passing contacts the filters would show but keep hidden; 0 when they are shown."""
    if filters.show_passing or filters.among is not None:
        return 0
    everyone = visible_people(people, judgements, replace(filters, show_passing=True), texts)
    return sum(1 for place in everyone if people[place].is_passing_contact)
