"""The sign *hello*: after a long silence they reach out again.

Definition: a sitting that begins at least 30 days after the last one with that person, has an incoming turn (certain or likely), and opens with
greeting words or a short question; it counts where the other side opened: ego's first act is a reply to a tweet of theirs, or it began with a
message of theirs that ego answered.

Edges: the very first sitting ends no silence. The words are ego's (theirs are not in the file); those of messages are never read, so a message
needs none, but an answer, or senders of advertisements would say hello. Where ego's like proves that the tweet replied to was not written to
ego, they did not open.

Example: 30 days after the last word ego replies "Hello Bea! How have you been?" and she answers once more: one hello. After 29 days, or where ego's
first act is a mention: none.

Reference: the project's relationships notes §4; dormant ties that wake up: Levin, Walter and Murnighan (2011).
"""

from collections.abc import Sequence
from itertools import pairwise

from analyzer.evidence.acts import CERTAIN_NO, DM, IN, OUT, REPLY, TURN, Act
from analyzer.evidence.calendar import DAY_MS
from analyzer.evidence.marks import HELLOS
from analyzer.evidence.rhythm import Sitting
from analyzer.evidence.signs.seen import Contact, Seen

SILENCE = 30 * DAY_MS


def find_hellos(contact: Contact) -> list[Seen]:
    """Every hello, at the time its sitting began."""
    found: list[tuple[Sitting, Act]] = []
    for before, sitting in pairwise(contact.sittings):
        if sitting.begins - before.ends >= SILENCE and sitting.incoming and sitting.own:
            first = next(act for act in sitting.steps if act.direction is OUT)
            if _they_opened(sitting, first, contact):
                found.append((sitting, first))
    public = _proven_public(contact.acts) if found else frozenset()
    return [Seen(sitting.begins, sitting.own) for sitting, first in found if first.id not in public]


def _they_opened(sitting: Sitting, first: Act, contact: Contact) -> bool:
    """True if the other side spoke first and, where ego's first words can be read, they are those of a hello."""
    if sitting.steps[0].kind is DM:
        return sitting.steps[0].direction is IN
    return first.kind is REPLY and first.their_id is not None and contact.marked(first, HELLOS)


def _proven_public(acts: Sequence[Act]) -> frozenset[int]:
    """Ego's replies to tweets that were not written to ego."""
    return frozenset(act.id for act in acts if act.kind is TURN and act.tier is CERTAIN_NO)
