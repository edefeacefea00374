"""Which people are shown: the filters all pages share, and the pure functions that answer them."""

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

    def holds(self, person: Person) -> bool:
        """True if ``person`` passes; YOU_FOLLOW and FOLLOW_YOU include mutuals."""
        match self:
            case Follow.ANYONE:
                return True
            case Follow.YOU_FOLLOW:
                return person.followed_by_ego
            case Follow.FOLLOW_YOU:
                return person.follows_ego
            case Follow.MUTUAL:
                return person.followed_by_ego and person.follows_ego
            case Follow.NEITHER:
                return not person.has_tie


@dataclass(frozen=True, slots=True)
class Filters:
    """What the user asked to see. No verdict on means all of them; ``listing`` None means any list; ``text`` is as typed."""

    verdicts: frozenset[Verdict] = frozenset()
    follow: Follow = Follow.ANYONE
    listing: Listing | None = None
    text: str = ""
    show_passing: bool = False

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
    needle = filters.needle
    found = []
    for place, (person, judgement) in enumerate(zip(people, judgements, strict=True)):
        if filters.verdicts and judgement.verdict not in filters.verdicts:
            continue
        if filters.listing is not None and judgement.listing is not filters.listing:
            continue
        if not filters.follow.holds(person):
            continue
        if not filters.show_passing and person.is_passing_contact:
            continue
        if needle and needle not in (texts[place] if texts is not None else search_text(person)):
            continue
        found.append(place)
    return found


def search_texts(people: Sequence[Person], decisions: Mapping[str, Decision]) -> list[str]:
    """`search_text` of everybody, made once so that an answer while typing stays under a few milliseconds."""
    return [search_text(person, decisions.get(person.key)) for person in people]


def count_by_verdict(
    people: Sequence[Person], judgements: Sequence[Judgement], filters: Filters, texts: Sequence[str] | None = None
) -> dict[Verdict, int]:
    """How many each verdict chip would show beside the other filters; every verdict has an entry."""
    counts = dict.fromkeys(Verdict, 0)
    for place in visible_people(people, judgements, replace(filters, verdicts=frozenset()), texts):
        counts[judgements[place].verdict] += 1
    return counts


def count_by_follow(
    people: Sequence[Person], judgements: Sequence[Judgement], filters: Filters, texts: Sequence[str] | None = None
) -> dict[Follow, int]:
    """How many each follow state would show beside the other filters."""
    places = visible_people(people, judgements, replace(filters, follow=Follow.ANYONE), texts)
    return {follow: sum(1 for place in places if follow.holds(people[place])) for follow in Follow}


def hidden_passing(people: Sequence[Person], judgements: Sequence[Judgement], filters: Filters, texts: Sequence[str] | None = None) -> int:
    """How many passing contacts the filters would show but keep hidden; 0 when they are shown."""
    if filters.show_passing:
        return 0
    everyone = visible_people(people, judgements, replace(filters, show_passing=True), texts)
    return sum(1 for place in everyone if people[place].is_passing_contact)
