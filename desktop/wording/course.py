"""Words about the course of a tie: months, streaks, returns, how soon answers come, what only ego said, and what does not fit together."""

from collections.abc import Sequence
from math import ceil

from analyzer.evidence.acts import Tier
from analyzer.verdict.course import Course, Return
from analyzer.verdict.verdicts import Fact
from desktop.wording.basics import date_in_words, month_in_words, plural, tr
from desktop.wording.names import sign_word
from desktop.wording.verdicts import days_phrase, listed_words

MINUTE_MS = 60_000
MONTH_DAYS = 30.44
OWN_WORDS = ("morning", "hello", "sprint", "welcome")


def rhythm_sentence(course: Course) -> str:
    """In touch in 31 months, usually 3 days apart, at most 4 days in a row; nothing for a single day."""
    if course.usual_gap is None:
        return ""
    parts = [
        plural(course.months, "In touch in %Ln month", "In touch in %Ln months"),
        tr("usually {days} apart").format(days=long_silence(max(1, round(course.usual_gap)))),
    ]
    if course.streak > 1:
        parts.append(tr("at most {days} in a row").format(days=days_phrase(course.streak)))
    return ", ".join(parts) + "."


def return_sentence(returns: Sequence[Return]) -> str:
    """Came back in May 2021 after 14 months of silence; of several the last is told, and how many there were."""
    if not returns:
        return ""
    last = returns[-1]
    month, silence = month_in_words(last.day.year, last.day.month), long_silence(last.silence)
    if len(returns) == 1:
        return tr("Came back in {month} after {silence} of silence.").format(month=month, silence=silence)
    times = plural(len(returns), "Came back %Ln time", "Came back %Ln times")
    return tr("{times}, last in {month} after {silence} of silence.").format(times=times, month=month, silence=silence)


def long_silence(days: int) -> str:
    """14 months, or 3 years from two years on; days below two months."""
    months = int(days / MONTH_DAYS)
    if months >= 24:
        return plural(months // 12, "%Ln year", "%Ln years")
    return plural(months, "%Ln month", "%Ln months") if months > 1 else days_phrase(days)


def answer_sentence(course: Course) -> str:
    """Half of the answers seen came within 3 hours (inferred); quick answers are seen more easily than late ones."""
    if course.answer_after is None:
        return ""
    minutes = max(1, ceil(course.answer_after / MINUTE_MS))
    within = plural(ceil(minutes / 60), "%Ln hour", "%Ln hours") if minutes > 90 else plural(minutes, "%Ln minute", "%Ln minutes")
    if course.answer_tier is Tier.CERTAIN:
        return tr("Half of the answers seen came within {time} (certain).").format(time=within)
    return tr("Half of the answers seen came within {time} (inferred).").format(time=within)


def course_sentences(course: Course) -> str:
    """All of it in one quiet paragraph."""
    return " ".join(part for part in (rhythm_sentence(course), return_sentence(course.returns), answer_sentence(course)) if part)


def only_ego_sentence(course: Course) -> str:
    """You wished them a good morning 12 times; no answer is seen. Nothing where a sign tells it, or ego said nothing of the kind."""
    parts = [_said(name, course.only_ego[name]) for name in OWN_WORDS if course.only_ego.get(name)]
    if not parts:
        return ""
    # Answers may have come on other days or to other words: then it is only said that the words alone are no sign.
    pattern = tr("You {acts}; alone that is no sign.") if course.answer_seen else tr("You {acts}; no answer is seen.")
    return pattern.format(acts=listed_words(parts))


def _said(name: str, n: int) -> str:
    match name:
        case "morning":
            return plural(n, "wished them a good morning once", "wished them a good morning %Ln times")
        case "hello":
            return plural(n, "greeted or asked after them once", "greeted or asked after them %Ln times")
        case "sprint":
            return plural(n, "named a shared session once", "named a shared session %Ln times")
    return plural(n, "welcomed them once", "welcomed them %Ln times")


def sign_title(course: Course, sign: str) -> str:
    """Good morning, last on 3 May 2024: above a sign's receipts and on its tile."""
    last = course.sign_last.get(sign)
    return tr("{sign}, last on {date}").format(sign=sign_word(sign), date=date_in_words(last)) if last is not None else sign_word(sign)


def odd_title() -> str:
    """The choice beside the lists that shows those with a contradiction."""
    return tr("Does not fit together")


def only_odd(people: int) -> str:
    """The filter that holds them."""
    return plural(people, "%Ln that does not fit together", "%Ln that do not fit together")


def contradiction_sentence(facts: Sequence[Fact]) -> str:
    """What does not fit together, each as a sentence; it decides nothing."""
    return " ".join(_contradiction(fact) for fact in facts)


def _contradiction(fact: Fact) -> str:
    days = days_phrase(fact.value) if isinstance(fact.value, int) and not isinstance(fact.value, bool) else ""
    sentences = {
        "muted_followed": tr("You follow them, and you muted them."),
        "blocked_followed": tr("You follow them, and you blocked them."),
        "blocked_talked": tr("You blocked them, and you were in touch on {days}."),
        "talked_not_followed": tr("You were in touch on {days}, and you do not follow them."),
    }
    return sentences[fact.fact].format(days=days)
