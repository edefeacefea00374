"""How a list is parted: unfollow puts those who follow back last, *ask* has one group for each fact."""

from collections.abc import Sequence

from analyzer.facts import Analysis
from analyzer.verdict.lists import listed
from analyzer.verdict.verdicts import Judgement, Listing
from desktop.models.columns import Heading
from desktop.models.people import Section
from desktop.wording.lists import group_heading, group_offer, mutuals_heading, others_heading


def sections_of(analysis: Analysis, judgements: Sequence[Judgement], listing: Listing | None, visible: Sequence[int]) -> list[Section]:
    """The visible places in the order and under the headings of their list; one section without a heading where there is no list."""
    if listing is None:
        return [Section(visible)]
    places = listed(analysis, judgements, listing, visible)
    if listing is Listing.UNFOLLOW:
        return _by_follow_back(analysis, places)
    if listing is Listing.ASK:
        return _by_ground(analysis, judgements, places)
    return [Section(places)]


def _by_follow_back(analysis: Analysis, places: Sequence[int]) -> list[Section]:
    people = analysis.people
    others = [place for place in places if not people[place].follows_ego]
    mutuals = [place for place in places if people[place].follows_ego]
    return [
        Section(others, Heading(others_heading(len(others)), _keys(analysis, others))),
        Section(mutuals, Heading(mutuals_heading(len(mutuals)), _keys(analysis, mutuals))),
    ]


def _by_ground(analysis: Analysis, judgements: Sequence[Judgement], places: Sequence[int]) -> list[Section]:
    groups: dict[str | None, list[int]] = {}
    for place in places:
        groups.setdefault(judgements[place].ground, []).append(place)
    return [Section(group, Heading(group_heading(ground, len(group)), _keys(analysis, group), group_offer())) for ground, group in groups.items()]


def _keys(analysis: Analysis, places: Sequence[int]) -> tuple[str, ...]:
    return tuple(analysis.people[place].key for place in places)
