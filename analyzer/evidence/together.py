"""Others seen together: named in one tweet, carried in one reply prefix, members of one group (relationships §5 "Network")."""

from collections.abc import Iterable
from itertools import combinations

from analyzer.people.handles import Key

MOST_NAMED = 30
"""A tweet that names more accounts than this says nothing about pairs of them."""


class Together:
    """Counts and weights of pairs by kind; a set of k people gives each pair 1/(k-1)."""

    def __init__(self) -> None:
        self.pairs: dict[tuple[str, Key, Key], list[float]] = {}

    def see(self, kind: str, people: Iterable[Key], but_not: Iterable[Key] = ()) -> None:
        """Add every pair of ``people`` that is not wholly within ``but_not``; kind is ``co_mention``, ``reply_prefix`` or ``group_dm``."""
        members = sorted(set(people), key=order_of)
        if not 2 <= len(members) <= MOST_NAMED:
            return
        skipped = set(but_not)
        weight = 1 / (len(members) - 1)
        for a, b in combinations(members, 2):
            if a in skipped and b in skipped:
                continue
            found = self.pairs.get((kind, a, b))
            if found is None:
                self.pairs[kind, a, b] = [1, weight]
            else:
                found[0] += 1
                found[1] += weight


def order_of(key: Key) -> tuple[int, int, str]:
    """Sort order of people everywhere: numeric ids ascending, then ``@handles``."""
    return (0, key, "") if isinstance(key, int) else (1, 0, key)
