"""What the signs are found in, and what one find is."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from analyzer.evidence.acts import OUT, Act
from analyzer.evidence.calendar import Calendar
from analyzer.evidence.rhythm import Sitting


class Contact(NamedTuple):
    """All acts with one person, their sittings, ego's zone, the bits of own tweets by id.

    ``by_clock`` is true where ego's talks begin at full and half hours more often than chance (`analyzer.evidence.signs.sprint.keeps_the_clock`).
    """

    acts: Sequence[Act]
    sittings: Sequence[Sitting]
    calendar: Calendar
    marks: Mapping[int, int]
    by_clock: bool

    def marked(self, act: Act, bits: int) -> bool:
        """True if the words of this own tweet are of one of the kinds in ``bits``; words of messages are never read."""
        return bool(self.marks.get(act.id, 0) & bits) and act.direction is OUT


class Seen(NamedTuple):
    """One time a sign was seen: when (UTC ms) and the ids of ego's records behind it."""

    at: int
    ids: tuple[int, ...]
