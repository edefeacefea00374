"""The lists that follow from the judgements, each in its order and under its headings (relationships §5)."""

from collections.abc import Iterable, Sequence

from analyzer.facts import Analysis
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Listing

LATEST = 20
"""The newest positions of the following list, marked *among your latest follows*."""
ASK_ORDER = (
    "answers_not_visible",
    "one_act",
    "one_click_only",
    "group_only",
    "mention_only",
    "messages_not_read",
    "part_missing",
    "new_follow",
    "ego_rarely_speaks",
)


def listed(analysis: Analysis, judgements: Sequence[Judgement], listing: Listing, among: Iterable[int] | None = None) -> list[int]:
    """Indices into ``analysis.people`` of one list, in its order; of those ``among`` them where that is given.

    Unfollow: those who do not follow back first, mutuals last, newest follow first. Ask: grouped by ground in `ASK_ORDER`.
    The others: strongest first. Ties by key order, so the same input gives the same list.
    """
    found = [index for index in (among if among is not None else range(len(judgements))) if judgements[index].listing is listing]
    people = analysis.people
    if listing is Listing.UNFOLLOW:
        return sorted(found, key=lambda index: (people[index].follows_ego, _position(people[index]), index))
    if listing is Listing.ASK:
        return sorted(found, key=lambda index: (_ground_order(judgements[index]), -judgements[index].strength, _position(people[index]), index))
    return sorted(found, key=lambda index: (-judgements[index].strength, index))


def is_latest_follow(person: Person) -> bool:
    """True for the 20 newest positions of the following list."""
    return person.following_position is not None and person.following_position <= LATEST


def _position(person: Person) -> int:
    return person.following_position or 1 << 60


def _ground_order(judgement: Judgement) -> int:
    return ASK_ORDER.index(judgement.ground) if judgement.ground in ASK_ORDER else len(ASK_ORDER)
