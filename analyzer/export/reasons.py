"""Why a person has their verdict, in two or three plain English sentences; the words describe the link, never the person."""

from datetime import date

from analyzer.export.words import count, day_words, month_words, span
from analyzer.facts import Coverage
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Verdict


def reason(person: Person, judgement: Judgement, coverage: Coverage, *, with_messages: bool = False, with_blocks: bool = False) -> str:
    """Why a person is where they are, in two or three sentences; message counts, blocks and mutes only where asked for (relationships §5)."""
    set_by_ego = _set_by_ego(person) if with_blocks else ""
    match judgement.verdict:
        case Verdict.NUMBERS_ONLY:
            return " ".join(part for part in (_numbers_only(person, coverage), set_by_ego) if part)
        case Verdict.INSUFFICIENT:
            gone = coverage.deleted if judgement.ground == "part_missing" else None
            parts = [_deleted(gone.before) if gone is not None else _insufficient(person, judgement.ground, with_messages)]
        case Verdict.LAPSED:
            parts = [_lapsed(person), *_answers(person, with_messages)]
        case _:
            parts = [_in_touch(person, judgement), *_came_back(person, judgement, with_messages)]
    return " ".join(part for part in (*parts, _tie(person), set_by_ego, _decided(judgement)) if part)


def _set_by_ego(person: Person) -> str:
    """Blocks and mutes, with what stands against them."""
    done = " and ".join(word for word, is_so in (("blocked", person.blocked), ("muted", person.muted)) if is_so)
    if not done:
        return ""
    days = len(person.contact_days)
    against = "you follow them" if person.followed_by_ego else f"you were in touch on {count(days, 'day', 'days')}" if person.blocked and days else ""
    return f"You {done} them{', although ' + against if against else ''}."


def _in_touch(person: Person, judgement: Judgement) -> str:
    last = person.last_contact
    if last is None:
        return "No day of contact is seen."
    days = count(len(person.contact_days), "day", "days")
    if judgement.ground == "answers_not_visible":
        return f"You wrote on {days}, last on {day_words(last)}."
    verb = "talked" if judgement.verdict is Verdict.GENUINE else "were in touch"
    return f"You {verb} on {days}, last on {day_words(last)}."


def _came_back(person: Person, judgement: Judgement, with_messages: bool) -> list[str]:
    if judgement.ground == "answers_not_visible":
        return ["Whether they answer cannot be seen."]
    answers = _answers(person, with_messages)
    if not answers and judgement.verdict is Verdict.ACQUAINTANCE:
        return ["Whether an answer came cannot be seen."]
    return answers


def _lapsed(person: Person) -> str:
    last = person.last_contact
    return f"You talked on {count(len(person.contact_days), 'day', 'days')} until {month_words(last)}, and not since." if last is not None else ""


def _answers(person: Person, with_messages: bool) -> list[str]:
    """What came back, the surest first, each tier in its own words; nothing where nothing is known."""
    incoming = person.incoming
    parts = []
    if with_messages and person.dm_received:
        parts.append(f"They wrote you {count(person.dm_received, 'message', 'messages')}.")
    if incoming.certain:
        parts.append("That they wrote to you is certain.")
    if incoming.likely:
        parts.append(f"They most likely answered you {count(incoming.likely, 'time', 'times')}.")
    if incoming.possible and not parts:
        parts.append(f"They may have answered you {count(incoming.possible, 'time', 'times')}.")
    return parts[:2]


def _tie(person: Person) -> str:
    if person.follows_ego and person.followed_by_ego:
        return "You follow each other."
    if person.followed_by_ego:
        return "You follow them; they are not among your followers."
    return "They follow you; you do not follow them." if person.follows_ego else ""


def _decided(judgement: Judgement) -> str:
    return f"You decided: {judgement.decision.value}." if judgement.decision is not None else ""


def _numbers_only(person: Person, coverage: Coverage) -> str:
    if not person.followed_by_ego:
        return "Follows you; no contact seen. What they write to you is not in the file."
    first = "You follow each other." if person.follows_ego else "You follow them; they are not among your followers."
    kinds = "reply, mention, message, like or retweet" if coverage.messages_read else "reply, mention, like or retweet"
    unread = "" if coverage.messages_read else ", and messages were not read"
    return f"{first} In {span(coverage)} no {kinds} is seen{unread}."


def _deleted(before: date) -> str:
    return f"Your tweets from before {month_words(before)} seem to be deleted, and contact may have stood in them."


def _insufficient(person: Person, ground: str | None, with_messages: bool) -> str:
    match ground:
        case "messages_not_read":
            return "Direct messages were not read; you may be closer than it looks here."
        case "part_missing":
            return "A part of this archive is missing or damaged, so that silence proves nothing."
        case "new_follow":
            lately, newcomer = "You began to follow them shortly before this archive was made.", "Their account was new when this archive was made."
            return lately if person.followed_by_ego else newcomer
        case "ego_rarely_speaks":
            return "You wrote to few people in this archive, so that silence proves little."
        case "one_act":
            return _one_act(person, with_messages)
        case "one_click_only":
            return _one_click(person)
        case "group_only" if with_messages:
            return "You were seen together only in a group conversation."
        case "mention_only":
            return "They were only named beside others; you did not write to them alone."
    return "The archive does not hold enough to say."


def _one_act(person: Person, with_messages: bool) -> str:
    last = person.last_contact
    if not person.directed_acts and last is not None:
        return f"They wrote to you, last on {day_words(last)}." if with_messages else f"You were in touch, last on {day_words(last)}."
    once = f"You wrote to them once, on {day_words(last)}." if last is not None else "You wrote to them once."
    return " ".join([once, *(_answers(person, with_messages) or ["Whether an answer came cannot be seen."])])


def _one_click(person: Person) -> str:
    clicks = []
    if person.likes:
        clicks.append(f"liked {count(person.likes, 'tweet', 'tweets')}")
    if person.retweets:
        clicks.append(f"retweeted {count(person.retweets, 'tweet', 'tweets')}")
    return f"You {' and '.join(clicks) or 'shared posts'} of theirs; no talk is seen."
