"""The sign *welcome answered*: ego welcomed somebody new, and they answered.

Definition: an own directed act with welcome words towards somebody with whom there was no earlier exchange, and within 14 days after it an incoming
turn of theirs, certain or likely.

Edges: it can be seen once per person. What stands in the same first sitting before the welcome is the occasion of it, not an earlier exchange. A
possible turn is no answer here ("may have answered"). Welcome messages that X sends by itself are never contact.

Example: ego mentions "Welcome, Bea!", on the 14th day she answers and ego replies to that: welcome answered. After the 14th day, or where the two
had written each other in the year before: none.

Reference: the project's relationships notes §4 and the seed's "answer when she welcomes new followers".
"""

from analyzer.evidence.acts import IN
from analyzer.evidence.calendar import DAY_MS
from analyzer.evidence.marks import WELCOME
from analyzer.evidence.signs.seen import Contact, Seen

ANSWER_WITHIN = 14 * DAY_MS


def find_welcome_answers(contact: Contact) -> list[Seen]:
    """The welcome that was answered, if there is one, at its own time."""
    first = contact.sittings[0]
    if not first.bits & WELCOME:
        return []
    welcome = next(act for act in first.steps if contact.marked(act, WELCOME))
    said = welcome.at or 0
    for sitting in contact.sittings:
        for act in sitting.steps:
            if act.direction is IN and said < (act.at or 0) <= said + ANSWER_WITHIN:
                return [Seen(said, tuple(dict.fromkeys((welcome.id, act.id))))]
        if sitting.begins > said + ANSWER_WITHIN:
            return []
    return []
