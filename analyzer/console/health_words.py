"""The facts of a health report in plain English: parts, positions, gaps and what they do to verdicts (the window has its own words)."""

from collections.abc import Sequence
from datetime import date

from analyzer.export.text import one_line
from analyzer.export.words import count, month_words, number
from analyzer.facts import Unreadable
from analyzer.health.shapes import Bearing, Effect, Gap, Health, Month, SilentSpan, State

_PARTS = {
    "message_headers": "direct messages",
    "messages": "direct messages",
    "group_message_headers": "group messages",
    "group_messages": "group messages",
    "message_events": "encrypted messages",
    "handle_changes": "former handles",
    "account": "account",
    "account_timezone": "time zone",
}
_WHY = {
    "broken-json": "the record is broken",
    "broken-csv": "the line is broken",
    "unexpected-shape": "the record is not shaped as it should be",
    "record-too-large": "the record is too large",
    "no-data": "the file holds no data",
    "empty-file": "the file is empty",
    "stream-broken": "the file breaks off",
    "wrong-checksum": "the file is not what was zipped",
}


def part_words(part: str) -> str:
    """direct messages."""
    return _PARTS.get(part, one_line(part).replace("_", " "))


def and_list(words: Sequence[str]) -> str:
    """a, b and c, each once."""
    *others, last = dict.fromkeys(words)
    return f"{', '.join(others)} and {last}" if others else last


def month(one: Month) -> str:
    """February 2022."""
    return month_words(date(*one, 1)) if 1 <= one[0] <= 9999 else f"{one[1]}/{one[0]}"


def span_words(span: SilentSpan) -> str:
    """October 2018, or January 2019 to April 2019."""
    return month(span.first) if span.months == 1 else f"{month(span.first)} to {month(span.last)}"


def trouble_words(one: Unreadable) -> str:
    """data/tweets.js, byte 1,234: the record is broken."""
    unit = "line" if one.why == "broken-csv" else "byte"
    return f"{one_line(one.file)}, {unit} {number(one.position)}: {_WHY.get(one.why, one_line(one.why))}"


def finding(health: Health) -> str:
    """One or two sentences: what is lacking, or that nothing is."""
    newest = health.newest
    sentences = []
    if gone := newest.lacking(State.MISSING):
        names = and_list([part_words(part.part) for part in gone])
        sentences.append(f"Missing from this archive: {names}.")
    if never := newest.lacking(State.NEVER_HELD):
        sentences.append(f"Archives of this age never held {and_list([part_words(part.part) for part in never])}.")
    if shut := newest.lacking(State.UNREADABLE):
        sentences.append(f"There, but not readable: {and_list([part_words(part.part) for part in shut])}.")
    damaged = newest.lacking(State.DAMAGED)
    if damaged:
        broken = sum(part.unreadable for part in damaged)
        sentences.append(f"{count(broken, 'record', 'records')} could not be read in {and_list([part_words(part.part) for part in damaged])}.")
    if pruned := newest.lacking(State.INCOMPLETE):
        sentences.append(f"Not complete: {and_list([part_words(part.part) for part in pruned])}.")
    if any(part.state is State.CLOSED for part in newest.parts):
        sentences.append("Direct messages were left closed, as you wished.")
    return " ".join(sentences) or "Everything that matters for verdicts was read."


def effect_sentence(effect: Effect) -> str:
    """What is not seen."""
    names = and_list([part_words(part) for part in effect.parts]) if effect.parts else ""
    n, of = effect.count, effect.of or 0
    match effect.gap:
        case Gap.TWEETS:
            return "No tweets were read: replies, mentions and quotes cannot be seen."
        case Gap.FOLLOWS:
            lists = "There are no follow lists" if len(effect.parts) > 1 else "The follow lists are not whole"
            return f"{lists}{f' ({names})' if names else ''}: who follows whom is not known."
        case Gap.MESSAGES:
            return "Direct messages were not read: with some people you may be closer than it looks."
        case Gap.MESSAGES_CLOSED:
            return "Direct messages were left closed: with some people you may be closer than it looks."
        case Gap.FEW_MONTHS:
            return f"You tweeted in {count(n, 'month', 'months')}; from {number(of)} on silence means something."
        case Gap.FEW_ACTS:
            return f"You wrote to people {count(n, 'time', 'times')}; from {number(of)} on silence means something."
        case Gap.DELETED_TWEETS:
            when = f"from before {month_words(effect.before)}" if effect.before is not None else "of early years"
            older = count(n, "like or message of yours is", "likes and messages of yours are")
            return f"Tweets of yours {when} seem to be deleted: {older} far older."
        case Gap.UNREADABLE_RECORDS:
            return f"{count(n, 'record', 'records')} of {names} could not be read: contact may stand there."
        case Gap.LOST_RECORDS:
            amount = f"{number(n)} of {count(of, 'record', 'records')}" if n else "Some records"
            return f"{amount} that {names} should hold are not there: contact may have stood in them."
        case Gap.LIKES:
            return "Likes are missing: answers in tweets you liked, and whose posts you like, cannot be seen."
        case Gap.OTHER_PARTS:
            return f"Also missing: {names}."
        case Gap.ONE_OF_SEVERAL:
            return "This zip is one of several of the same download: give them all at once."
    return _usual_sentence(effect)


def _usual_sentence(effect: Effect) -> str:
    n, of = effect.count, effect.of or 0
    match effect.gap:
        case Gap.SILENT_MONTHS:
            return f"{number(n)} of {count(of, 'month', 'months')} hold no tweet of yours: silence there proves nothing."
        case Gap.OWN_SIDE_ONLY:
            return "The archive holds your side only: where no answer is visible, there may still have been one."
        case Gap.LIKED_UNNAMED:
            return f"{count(n, 'liked tweet was', 'liked tweets were')} written to you by people the file does not name."
        case Gap.NO_ZONE:
            return "No time zone is known, so days are counted in UTC; --timezone sets yours."
        case Gap.NO_DATE:
            return "The archive does not tell its date: ages count to your last tweet or message."
        case Gap.NAMELESS:
            return f"{number(n)} of {count(of, 'entry', 'entries')} in the follow lists have no name here; that is usual."
        case Gap.REUSED_HANDLES:
            return f"{count(n, 'mention', 'mentions')} pointed to a stranger who took over a handle."
        case Gap.FORMER_HANDLES:
            return f"{count(n, 'former handle was', 'former handles were')} found and put to the right person."
    raise ValueError(effect.gap)


def bearing_words(effect: Effect) -> str:
    """What it does to verdicts; nothing where the fact says it."""
    if effect.bearing is Bearing.NO_NUMBERS_ONLY:
        people = f" ({count(effect.people, 'person has', 'people have')} no verdict for this reason)" if effect.people else ""
        return f"So nobody is called numbers only{people}."
    if effect.bearing is Bearing.ONLY_SINCE:
        people = f" ({count(effect.people, 'person has', 'people have')} no verdict for this reason)" if effect.people else ""
        return f"So of those you follow only who is new since then is called numbers only{people}."
    if effect.bearing is Bearing.PUT_RIGHT:
        return "Put right."
    if effect.bearing is Bearing.NO_VERDICT:
        return "It changes no verdict."
    return ""
