"""How much of the rare gaps seen with one person chance alone explains: the guard before a turn is called likely.

A rank below 0.02 comes by chance in one reply of fifty, so an account that posts all day and is answered sixty times yields one or two without ever
having turned to ego. The points of the estimator look at one reply at a time and cannot see that. Here the rare gaps that chance would bring among
all replies to a person are held against those found, both drawn towards ego's own average by one reply.
"""

from collections.abc import Iterable

import msgspec

RAREST, RARE = 0.02, 0.05
CONVINCING = ((0.90, 0.10), (0.80, 0.05))
"""Likely from p of the first number, where chance explains at most the second number of the person's gaps as rare as this one."""
BELOW_LIKELY = 0.89


class Gaps(msgspec.Struct):
    """Replies to one person whose answered tweet has a time, and how many of their gaps are rare (rank < 0.05) and rarest (rank < 0.02)."""

    replies: float = 0
    rare: float = 0
    rarest: float = 0

    def add(self, near: bool, rank: float) -> None:
        """Count one reply with the placebo rank of its gap; a gap that is not ``near`` is never rare."""
        self.replies += 1
        if near and rank < RARE:
            self.rare += 1
            self.rarest += rank < RAREST


def average(everybody: Iterable[Gaps]) -> Gaps:
    """One reply with ego's usual share of rare gaps."""
    replies = rare = rarest = 0.0
    for gaps in everybody:
        replies += gaps.replies
        rare += gaps.rare
        rarest += gaps.rarest
    return Gaps(1, rare / replies, rarest / replies) if replies else Gaps(1, 0, 0)


def share_by_chance(gaps: Gaps, usual: Gaps, rank: float) -> float:
    """What part of the person's gaps as rare as ``rank`` (< 0.05) chance would bring; above 1 where fewer were found than chance brings."""
    if rank < RAREST:
        return RAREST * (gaps.replies + usual.replies) / (gaps.rarest + usual.rarest)
    return RARE * (gaps.replies + usual.replies) / (gaps.rare + usual.rare)


def guarded(p: float, by_chance: float) -> float:
    """The probability ``p`` of a turn with a rare gap after ``by_chance`` (from `share_by_chance`): likely, or short of it.

    Where p speaks for a likely turn and chance explains little, p is at least what chance leaves; else only that part of it counts. Below
    the least p of `CONVINCING` it stays as it is.

    >>> guarded(0.92, 0.02), round(guarded(0.92, 0.5), 2), guarded(0.7, 0.5), round(guarded(0.82, 0.04), 2)
    (0.98, 0.46, 0.7, 0.96)
    """
    if any(p >= least and by_chance <= most for least, most in CONVINCING):
        return max(p, 1 - by_chance)
    if p < CONVINCING[-1][0]:
        return p
    return min(p * max(0.0, 1 - by_chance), BELOW_LIKELY)
