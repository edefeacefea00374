"""The five human signs of a relationship (relationships §4): a talk, a shared sprint, a good morning, a hello again, a welcome answered.

Each sign needs the other side: at least one incoming turn that is certain or likely. What only ego did is told apart, by `only_ego`.
Texts are not here: what their words are comes as bits by tweet id (`analyzer.evidence.marks`).
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from analyzer.evidence.acts import DM, IN, OUT, Act, Tier
from analyzer.evidence.marks import HELLOS, MORNING, SPRINT, WELCOME
from analyzer.evidence.rhythm import DIRECTED, SURE, Sitting, answer_time, sittings
from analyzer.evidence.signs.conversation import find_conversations
from analyzer.evidence.signs.hello import find_hellos
from analyzer.evidence.signs.morning import find_mornings
from analyzer.evidence.signs.seen import Contact, Seen
from analyzer.evidence.signs.sprint import find_sprints, keeps_the_clock
from analyzer.evidence.signs.welcome_answer import find_welcome_answers
from analyzer.people.person import OwnWords, Signs

__all__ = ["Contact", "FoundSigns", "find_signs", "keeps_the_clock", "only_ego", "sittings_of"]

FINDERS: Mapping[str, Callable[[Contact], list[Seen]]] = {
    "conversation": find_conversations,
    "sprint": find_sprints,
    "morning": find_mornings,
    "hello": find_hellos,
    "welcome_answer": find_welcome_answers,
}


@dataclass(frozen=True, slots=True)
class FoundSigns:
    """Counts of the signs, the distinct days on which any was seen, each sign's last day (ordinal), the ids of ego's records behind it.

    ``answer_time`` is `analyzer.evidence.rhythm.answer_time`, found in the same sittings.
    """

    signs: Signs
    days: int = 0
    last: Mapping[str, int] = field(default_factory=dict)
    receipts: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    answer_time: tuple[int, Tier] | None = None


NO_WORDS = OwnWords()
NO_SIGNS = FoundSigns(Signs(0, 0, 0, 0, 0))


def sittings_of(acts: Sequence[Act], marks: Mapping[int, int]) -> Sequence[Sitting]:
    """The sittings with one person; none where they never spoke for certain or likely, for then there is no sign."""
    # Most people never answered for sure, and of those who did, most did at once.
    for act in acts:
        if act.direction is IN and (act.kind is DM or act.tier in SURE):
            return sittings(acts, marks)
    return ()


def find_signs(contact: Contact) -> FoundSigns:
    """The five signs of one person; nobody without a sitting (`sittings_of`) has any."""
    if not contact.sittings:
        return NO_SIGNS
    counts: dict[str, int] = {}
    last: dict[str, int] = {}
    receipts: dict[str, tuple[int, ...]] = {}
    all_days: set[int] = set()
    for name, find in FINDERS.items():
        seen = find(contact)
        counts[name] = len(seen)
        if seen:
            days = {contact.calendar.day(one.at) for one in seen}
            last[name] = max(days)
            receipts[name] = tuple(dict.fromkeys([id_ for one in seen for id_ in one.ids]))
            all_days |= days
    return FoundSigns(Signs(**counts), len(all_days), last, receipts, answer_time(contact.sittings))


def only_ego(acts: Sequence[Act], marks: Mapping[int, int]) -> OwnWords:
    """How many of ego's tweets to one person held words of the signs, answered or not: never a sign, shown apart ("you greet them")."""
    marked = {act.id: marks[act.id] for act in acts if act.direction is OUT and act.id in marks and act.kind in DIRECTED}
    if not marked:
        return NO_WORDS
    sprint = morning = hello = welcome = 0
    for bits in marked.values():
        sprint += bits & SPRINT != 0
        morning += bits & MORNING != 0
        hello += bits & HELLOS != 0
        welcome += bits & WELCOME != 0
    return OwnWords(sprint, morning, hello, welcome)
