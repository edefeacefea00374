"""The human signs of a relationship found in a person's sittings; this build computes the conversation sign (relationships §4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.evidence.acts import Act, Direction
from analyzer.evidence.calendar import Calendar
from analyzer.evidence.rhythm import is_incoming, sittings
from analyzer.people.person import Signs

OWN_TURNS = 2
INCOMING_TURNS = 1


@dataclass(frozen=True, slots=True)
class FoundSigns:
    """Counts of the signs, the distinct days on which any was seen, and the ids of the records behind each sign."""

    signs: Signs
    days: int
    receipts: dict[str, tuple[int, ...]]


NO_SIGNS = FoundSigns(Signs(conversation=0), 0, {})


def find_signs(acts: Sequence[Act], calendar: Calendar) -> FoundSigns:
    """Conversation: a sitting with at least 2 own turns and at least 1 incoming turn, certain or likely. One sitting counts once."""
    if not any(map(is_incoming, acts)):
        return NO_SIGNS
    talks = 0
    days: set[int] = set()
    receipts: list[int] = []
    for sitting in sittings(acts):
        own = {act.id for act in sitting if act.direction is Direction.OUT}
        incoming = sum(is_incoming(act) for act in sitting)
        if len(own) >= OWN_TURNS and incoming >= INCOMING_TURNS:
            talks += 1
            days.add(calendar.day(sitting[0].at or 0))
            receipts.extend(sorted(own))
    return FoundSigns(Signs(conversation=talks), len(days), {"conversation": tuple(receipts)} if talks else {})
