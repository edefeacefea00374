"""The sign *morning*: ego and the person wish each other a good morning.

Definition: an own directed act that holds greeting words and, in the same sitting and the same morning, an incoming turn (certain or likely) or a
message received; both between 04:00 and 11:00 in ego's zone. A morning counts once.

Edges: 04:00 counts, 11:00 does not; the zone's daylight saving counts. Times before November 2010 are often 00:00:00 and never count. A greeting
that nobody answered is no sign. Words of messages are never read: a message can be the answer, not the greeting.

Example: at 07:10 they write, at 07:20 ego replies "Good morning, Bea!": one morning, if the 07:10 tweet is a likely turn. At 11:10 and 11:20: none.

Reference: the project's relationships notes §4 and the seed's "greet her in the morning".
"""

from analyzer.archive.snowflake import SNOWFLAKE_EPOCH
from analyzer.evidence.acts import IN, Act
from analyzer.evidence.calendar import Calendar
from analyzer.evidence.marks import GREETINGS
from analyzer.evidence.signs.seen import Contact, Seen

FROM_HOUR, TO_HOUR = 4, 11


def find_mornings(contact: Contact) -> list[Seen]:
    """Every morning, at the time of its first greeting."""
    found: dict[int, Seen] = {}
    for sitting in contact.sittings:
        if not (sitting.bits & GREETINGS and sitting.incoming):
            continue
        answered = {
            contact.calendar.day(act.at or 0) for act in sitting.steps if act.direction is IN and in_the_morning(act, contact.calendar)
        }
        for act in sitting.steps:
            day = contact.calendar.day(act.at or 0)
            if day in answered and contact.marked(act, GREETINGS) and in_the_morning(act, contact.calendar):
                first = found.get(day, Seen(act.at or 0, ()))
                found[day] = Seen(first.at, (*first.ids, act.id))
    return list(found.values())


def in_the_morning(act: Act, calendar: Calendar) -> bool:
    """True between 04:00 and 11:00 in ego's zone, where the time can be trusted."""
    at = act.at or 0
    return at >= SNOWFLAKE_EPOCH and FROM_HOUR <= calendar.hour(at) < TO_HOUR
