"""Which ties between others the Circles picture draws: the strongest, one line per pair; the rest is counted."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.facts import Tie

MOST_DRAWN = 130
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
