"""Plain English about one person for the terminal: facts with what the rules ask for, what would change a verdict, the course of the tie."""

from collections.abc import Sequence
from math import ceil

from analyzer.evidence.acts import Tier
from analyzer.export.words import VERDICTS, count, day_words, month_words, number
from analyzer.facts import Coverage
from analyzer.people.person import Person
from analyzer.verdict.course import Course
from analyzer.verdict.policy import Policy
from analyzer.verdict.strength import shares_of, strength_terms
from analyzer.verdict.verdicts import Change, Fact, Judgement, Verdict

MINUTE_MS = 60_000
MONTH_DAYS = 30.44

SIGNS = {
    "conversation": "Conversation",
    "sprint": "Word sprint",
    "morning": "Good morning",
    "hello": "Hello again",
    "welcome_answer": "Welcome answered",
}

FACTS = {
    "contact_days": "contact days",
    "contact_weeks": "weeks with contact",
    "directed_acts": "your acts addressed to them",
    "directed_days": "days on which you addressed them",
    "incoming_certain": "certain turns of theirs",
    "incoming_likely_days": "days with a most likely or certain answer",
    "incoming_possible": "possible answers",
    "unprompted": "tweets of theirs you answered unasked",
    "tweets_deleted_before": "your tweets seem deleted before",
    "sign_kinds": "kinds of the five signs",
    "sign_days": "days with one of the signs",
    "conversations": "conversations",
    "sprints": "word sprints together",
    "mornings": "good mornings",
    "hellos": "hellos after a silence",
    "welcome_answers": "welcomes they answered",
    "silence_days": "days of silence before your last act",
    "months_with_tweets": "months with tweets of yours",
    "ego_directed_acts": "your acts addressed to anybody",
    "follow": "follow",
    "blocked": "you blocked them",
    "muted": "you muted them",
    "ego_never_wrote": "you never wrote to them",
    "no_contact_seen": "no contact is seen",
    "answers_not_visible": "days you wrote on, answers not visible",
    "messages_not_read": "messages were not read",
    "part_missing": "a part of the archive is missing or damaged",
    "new_follow": "a new follow, in days",
    "ego_rarely_speaks": "you rarely speak: months or acts",
    "one_act": "acts and messages between you",
    "one_click_only": "one-click acts only",
    "group_only": "messages in a shared group only",
    "mention_only": "mentions beside others only",
    "muted_followed": "does not fit together: you muted them and follow them",
    "blocked_followed": "does not fit together: you blocked them and follow them",
    "blocked_talked": "does not fit together: you blocked them and were in touch, days",
    "talked_not_followed": "does not fit together: much talked, not followed, days",
}
CIRCLES = ("no contact", "weekly", "monthly", "within a year", "silent for a year")
"""The circles by their number."""
_FOLLOW = {"mutual": "both ways", "follows_ego": "they follow you", "followed_by_ego": "you follow them"}


def fact_line(fact: Fact) -> str:
    """Contact days: 12 (the rule asks for 3 or more)."""
    label = FACTS.get(fact.fact, fact.fact.replace("_", " "))
    value = fact.value
    if fact.fact == "follow":
        said = f": {_FOLLOW[str(value)]}"
    elif value is None or value is True:
        said = ""
    else:
        said = f": {number(value) if isinstance(value, int) else value}"
    needed = fact.needed
    if not isinstance(needed, int | float) or isinstance(needed, bool):
        return label + said
    if fact.fact == "silence_days":
        return f"{label}{said} (more than {number(round(needed))} would be too long)"
    if fact.fact == "new_follow":
        return f"{label}{said} (proven to be younger than {number(round(needed))})"
    return f"{label}{said} (the rule asks for {number(round(needed))} or more)"


def count_lines(person: Person) -> list[str]:
    """163 replies from you; 57 times they answered (most likely): what was counted, in the order of the window, none that is nothing."""
    incoming = person.incoming
    counts = (
        (person.replies, "reply from you", "replies from you"),
        (person.mentions_body, "mention by you", "mentions by you"),
        (person.quotes, "quote by you", "quotes by you"),
        (person.dm_sent, "message to them, counted, not read", "messages to them, counted, not read"),
        (person.dm_received, "message to you, counted, not read", "messages to you, counted, not read"),
        (incoming.certain, "turn of theirs (certain; messages are among them)", "turns of theirs (certain; messages are among them)"),
        (incoming.likely, "time they answered (most likely)", "times they answered (most likely)"),
        (incoming.possible, "time they may have (possible)", "times they may have (possible)"),
        (person.group_messages, "group message, counted, not read", "group messages, counted, not read"),
        (person.likes, "like from you", "likes from you"),
        (person.retweets, "retweet by you", "retweets by you"),
        (person.carried, "reply with others", "replies with others"),
    )
    return [count(n, one, many) for n, one, many in counts if n]


def terms_of(person: Person, coverage: Coverage, policy: Policy) -> list[tuple[str, float, float]]:
    """The terms of tie strength: name, value (0-1) and the policy's weight, which add up to 1."""
    terms = strength_terms(person, coverage.last_act_day)
    return [(name, value, share) for (name, value), share in zip(terms._asdict().items(), shares_of(policy.strength), strict=True)]


def strength_lines(person: Person, judgement: Judgement, coverage: Coverage, policy: Policy) -> list[str]:
    """Tie strength with every term; nothing where there was no contact."""
    if not person.contact_days:
        return []
    words = ", ".join(f"{name} {value:.2f} × {share:.2f}" for name, value, share in terms_of(person, coverage, policy))
    return [f"Tie strength {judgement.strength:.2f}, {CIRCLES[judgement.circle]}: {words}. It orders lists and pictures; no verdict rests on it."]


def change_sentences(changes: Sequence[Change], coverage: Coverage) -> list[str]:
    """One sentence for each other verdict; what is needed together stands in one."""
    return [_sentence(to, [change for change in changes if change.to is to], coverage) for to in dict.fromkeys(change.to for change in changes)]


def _sentence(to: Verdict, together: Sequence[Change], coverage: Coverage) -> str:
    parts = [_needed(change) for change in together]
    *others, last = parts
    needed = f"{', '.join(others)} and {last}" if others else last
    sentence = f"Would become “{VERDICTS[to]}” with {needed}."
    if any(change.fact in ("incoming_turn", "incoming_likely_days", "message_received") for change in together) and not coverage.messages_read:
        sentence += " Direct messages were not read; they may hold one."
    return sentence


def _needed(change: Change) -> str:
    n = max(1, round(change.needs)) if isinstance(change.needs, int | float) else 1
    match change.fact:
        case "silence_days":
            return f"{count(n, 'more day', 'more days')} of silence, counted to your own last act"
        case "read_messages":
            return "direct messages read that hold nothing with them"
        case "complete_archive":
            return "a complete archive that shows no contact"
        case "later_archive":
            return f"an archive made {count(n, 'day', 'days')} later that shows no contact"
        case "months_with_tweets":
            return f"{count(n, 'more month', 'more months')} with tweets of yours and no contact"
        case "ego_directed_acts":
            return f"{count(n, 'more act', 'more acts')} of yours addressed to others"
        case "contact_days":
            return f"contact on {count(n, 'more day', 'more days')}"
        case "contact_weeks":
            return f"contact in {count(n, 'more week', 'more weeks')}"
        case "directed_days":
            return f"words of yours to them on {count(n, 'more day', 'more days')}"
        case "directed_acts":
            return f"{count(n, 'more reply, mention, quote or message', 'more replies, mentions, quotes or messages')}"
        case "message_received":
            return f"{count(n, 'message', 'messages')} from them"
        case "incoming_turn":
            return f"{count(n, 'answer or message of theirs', 'answers or messages of theirs')} that can be seen"
        case "incoming_likely_days":
            return f"a most likely answer on {count(n, 'more day', 'more days')}"
        case "sign_kinds":
            return f"{count(n, 'more kind', 'more kinds')} of the five signs"
        case "sign_days":
            return f"a sign on {count(n, 'more day', 'more days')}"
    raise ValueError(change.fact)


def course_sentences(course: Course) -> list[str]:
    """Months, streak, returns, how soon answers come, what only ego said: one sentence each, only what there is."""
    said = []
    if course.usual_gap is not None:
        row = f", at most {course.streak} days in a row" if course.streak > 1 else ""
        gap = _long(max(1, round(course.usual_gap)))
        said.append(f"In touch in {count(course.months, 'month', 'months')}, usually {gap} apart{row}.")
    said += [f"Came back in {month_words(one.day)} after {_long(one.silence)} of silence." for one in course.returns]
    if course.answer_after is not None:
        minutes = max(1, ceil(course.answer_after / MINUTE_MS))
        within = count(ceil(minutes / 60), "hour", "hours") if minutes > 90 else count(minutes, "minute", "minutes")
        said.append(f"Half of the answers seen came within {within} ({'certain' if course.answer_tier is Tier.CERTAIN else 'inferred'}).")
    if course.only_ego:
        own = {
            "morning": "wished them a good morning",
            "hello": "greeted or asked after them",
            "sprint": "named a shared session",
            "welcome": "welcomed them",
        }
        acts = ", ".join(f"{own[name]} {count(n, 'time', 'times')}" for name, n in course.only_ego.items())
        said.append(f"You {acts}; {'alone that is no sign' if course.answer_seen else 'no answer is seen'}.")
    return said


def sign_line(name: str, times: int, course: Course) -> str:
    """Good morning: 3 times, last on 3 May 2024."""
    last = course.sign_last.get(name)
    return f"{SIGNS[name]}: {count(times, 'time', 'times')}" + (f", last on {day_words(last)}" if last is not None else "")


def _long(days: int) -> str:
    months = int(days / MONTH_DAYS)
    if months >= 24:
        return count(months // 12, "year", "years")
    return count(months, "month", "months") if months > 1 else count(days, "day", "days")
