"""The sign *sprint*: something done together at one time, such as a word sprint, a game, a match, a live show.

Definition: a sitting with at least 3 own directed acts to the person and at least 1 incoming turn (certain or likely) in which an own act carries
a session tag, or which begins within 3 minutes of a full or half hour in ego's zone; or the same tag with the same person on at least 3 days,
each of which counts.

Edges: one sitting in five begins near a full or half hour by chance. So without a tag the clock only counts for an ego whose untagged sittings of
that size begin so twice as often as that, and with a person where at least half of them do; talks by message never count by the clock. Tags and
accounts of sessions are data (``sessions.toml``), the user's own win. A day counts once, by a sitting or by its tag. In a zone at a quarter of an
hour the clock is ego's. Times before November 2010 are often 00:00:00 and begin nothing at a full hour.

Example: ego calls "#wordsprint at nine?", they answer, ego writes "go!" and later a count: one sprint. With one own act fewer: none.

Reference: the project's relationships notes §4.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from analyzer.archive.snowflake import SNOWFLAKE_EPOCH
from analyzer.evidence.acts import DM, OUT
from analyzer.evidence.calendar import Calendar
from analyzer.evidence.marks import SPRINT, session_tags
from analyzer.evidence.rhythm import Sitting
from analyzer.evidence.signs.seen import Contact, Seen

OWN_ACTS = 3
NEAR_MINUTES = 3
CHANCE = 0.2
"""6 of 30 minutes are near a full or half hour."""
MORE_THAN_CHANCE = 2 * CHANCE
HALF = 0.5
SAME_TAG_DAYS = 3


def find_sprints(contact: Contact) -> list[Seen]:
    """Every sprint, by sitting first and then by further days of a tag."""
    found = [Seen(one.begins, one.own) for one in contact.sittings if one.bits & SPRINT and one.incoming and len(one.own) >= OWN_ACTS]
    if contact.by_clock:
        untagged = _without_tag(contact.sittings)
        by_clock = [Seen(one.begins, one.own) for one in untagged if starts_at_slot(one.begins, contact.calendar)]
        if len(by_clock) >= HALF * len(untagged):
            found = sorted([*found, *by_clock])
    return found + _days_of_one_tag(contact, {contact.calendar.day(one.at) for one in found})


def keeps_the_clock(all_sittings: Iterable[Sequence[Sitting]], calendar: Calendar) -> bool:
    """True if ego's talks with everybody begin near full and half hours at least twice as often as by chance."""
    untagged = [one for theirs in all_sittings for one in _without_tag(theirs)]
    return bool(untagged) and sum(starts_at_slot(one.begins, calendar) for one in untagged) >= MORE_THAN_CHANCE * len(untagged)


def _without_tag(sittings: Sequence[Sitting]) -> list[Sitting]:
    """Sittings as large as a sprint, in tweets, with an answer and without a tag."""
    return [one for one in sittings if len(one.own) >= OWN_ACTS and one.incoming and not one.bits & SPRINT and _own_tweets(one) >= OWN_ACTS]


def _own_tweets(sitting: Sitting) -> int:
    return len({act.id for act in sitting.steps if act.direction is OUT and act.kind is not DM})


def starts_at_slot(at: int, calendar: Calendar) -> bool:
    """True within 3 minutes of a full or half hour, before or after, in ego's zone.

    >>> from analyzer.evidence.calendar import HOUR_MS
    >>> noon = 15_706 * 24 * HOUR_MS + 12 * HOUR_MS
    >>> [starts_at_slot(noon + minutes * 60_000, Calendar()) for minutes in (-3, 3, 4, 30)]
    [True, True, False, True]
    """
    minute = calendar.hour(at) * 60 % 30
    return at >= SNOWFLAKE_EPOCH and (minute <= NEAR_MINUTES or minute >= 30 - NEAR_MINUTES)


def _days_of_one_tag(contact: Contact, counted: set[int]) -> list[Seen]:
    tagged = [sitting for sitting in contact.sittings if sitting.bits & SPRINT]
    marked = [act for sitting in tagged for act in sitting.steps if contact.marked(act, SPRINT)]
    if len(marked) < SAME_TAG_DAYS:
        return []
    days: dict[int, dict[int, Seen]] = defaultdict(dict)
    for act in marked:
        at = act.at or 0
        day, tags = contact.calendar.day(at), session_tags(contact.marks[act.id])
        for tag in range(tags.bit_length()):
            if tags >> tag & 1:
                days[tag].setdefault(day, Seen(at, (act.id,)))
    further = {day: seen for each in days.values() if len(each) >= SAME_TAG_DAYS for day, seen in each.items() if day not in counted}
    return [further[day] for day in sorted(further)]
