"""Communities named by the hashtags ego uses with their people more than with others (relationships §6: on screen only, unless asked)."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from analyzer.people.handles import Key

LEAST_USES = 3
LEAST_PEOPLE = 2


def name_communities(communities: Mapping[str, int], tags: Mapping[str, Counter[Key]]) -> dict[int, str | None]:
    """Hashtag (with #) of each community, or None.

    A tag's claim is its uses with members squared over its uses with anybody: it favours tags that are both common in the community and rare
    outside. At least three uses with at least two members; no tag names two communities.
    """
    claims: list[tuple[float, int, str]] = []
    for tag, uses in tags.items():
        inside: dict[int, list[int]] = defaultdict(list)
        for key, count in uses.items():
            community = communities.get(str(key), 0)
            if community:
                inside[community].append(count)
        total = sum(uses.values())
        for community, counts in inside.items():
            if sum(counts) >= LEAST_USES and len(counts) >= LEAST_PEOPLE:
                claims.append((sum(counts) ** 2 / total, community, tag))
    names: dict[int, str | None] = dict.fromkeys(sorted(set(communities.values())))
    taken: set[str] = set()
    for _, community, tag in sorted(claims, key=lambda claim: (-claim[0], claim[1], claim[2])):
        if names[community] is None and tag not in taken:
            names[community] = f"#{tag}"
            taken.add(tag)
    return names
