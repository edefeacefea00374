"""Which ties between others the Circles picture draws: the strongest, one line per pair; the rest is counted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.facts import Tie

MOST_DRAWN = 130
LEAST_DRAWN = 24
# More lines than people, and the picture is of ties.
DRAWN_PER_NODE = 1.0
# More at one person are a bundle that covers its neighbours, and none of them can be followed any more.
MOST_PER_PERSON = 6
STRONG_WEIGHT = 2.0
# Who shares a group message stays out of pictures unless the user asks for it (relationships §5).
PRIVATE_KINDS = frozenset({"group_dm"})


@dataclass(frozen=True, slots=True)
class Line:
    """A tie to draw between the people at places ``a`` < ``b``; ``weight`` is summed over kinds, ``strong`` makes the line thicker."""

    a: int
    b: int
    weight: float

    @property
    def strong(self) -> bool:
        """True from a weight of 2: seen together twice with nobody else."""
        return self.weight >= STRONG_WEIGHT


def join_ties(ties: Sequence["Tie"], index: Mapping[str, int], places: Collection[int]) -> tuple[Line, ...]:
    """All pairs of ``places`` that were seen together in public, strongest first; equal ones by place, so that runs agree."""
    weights: dict[tuple[int, int], float] = {}
    for tie in ties:
        if tie.kind in PRIVATE_KINDS:
            continue
        first, second = index.get(tie.a), index.get(tie.b)
        if first is None or second is None or first == second or first not in places or second not in places:
            continue
        pair = (min(first, second), max(first, second))
        weights[pair] = weights.get(pair, 0.0) + tie.weight
    ordered = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Line(a, b, weight) for (a, b), weight in ordered)


def choose_lines(lines: Sequence[Line], nodes: int, share: float | None = 1.0) -> tuple[Line, ...]:
    """Of ``lines``, strongest first, those to draw at first on a picture of ``nodes`` people, in the same order.

    At most 130, fewer on a picture of few people (one per person, but 24 always), and at most six at one person, so that neither the
    middle nor anybody's place is covered. ``share`` draws so many times as many (and at one person, if above 1); None draws all.
    """
    if share is None:
        return tuple(lines)
    most = round(min(MOST_DRAWN, max(LEAST_DRAWN, round(nodes * DRAWN_PER_NODE))) * share)
    most_there = MOST_PER_PERSON * max(1.0, share)
    ends: dict[int, int] = {}
    chosen: list[Line] = []
    for line in lines:
        if len(chosen) == most:
            break
        if max(ends.get(line.a, 0), ends.get(line.b, 0)) < most_there:
            chosen.append(line)
            for end in (line.a, line.b):
                ends[end] = ends.get(end, 0) + 1
    return tuple(chosen)
