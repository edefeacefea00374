"""The filters, asked of each person in turn: what `desktop.roll` must answer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Verdict
from desktop.filters import Filters, Follow, states_of
from desktop.search_lines import search_text


def visible_people(people: Sequence[Person], judgements: Sequence[Judgement], filters: Filters, texts: Sequence[str] | None = None) -> list[int]:
    """Places of the people who pass all filters, in the order of ``people``; ``texts`` are ready-made `search_text` lines."""
    verdicts = filters.verdicts or frozenset(Verdict)
    states = states_of(filters.follow)
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
    return {follow: sum(states[state] for state in states_of(follow)) for follow in Follow}


def hidden_passing(people: Sequence[Person], judgements: Sequence[Judgement], filters: Filters, texts: Sequence[str] | None = None) -> int:
    """How many passing contacts the filters would show but keep hidden; 0 when they are shown."""
    if filters.show_passing or filters.among is not None:
        return 0
    everyone = visible_people(people, judgements, replace(filters, show_passing=True), texts)
    return sum(1 for place in everyone if people[place].is_passing_contact)
