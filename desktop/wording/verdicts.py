"""Sentences about one person: the verdict, what is seen, what is not, and what would change it."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from analyzer.facts import Coverage
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Change, Judgement, Verdict
from desktop.wording.basics import date_in_words, month_in_words, plural, tr
from desktop.wording.names import called, follow_words, verdict_word


def days_phrase(n: int) -> str:
    """21 days: the phrase that is set in bold in a verdict's sentence."""
    return plural(n, "%Ln day", "%Ln days")


def verdict_sentence(person: Person, judgement: Judgement, coverage: Coverage) -> str:
    """Two or three sentences: what was seen, how sure the answers are, who follows whom. Never more than the file shows."""
    match judgement.verdict:
        case Verdict.NUMBERS_ONLY:
            return _numbers_only(person, coverage)
        case Verdict.INSUFFICIENT:
            gone = coverage.deleted if judgement.ground == "part_missing" else None
            parts = [_deleted(person, gone.before) if gone is not None else _insufficient(person, judgement.ground)]
        case Verdict.LAPSED:
            parts = [_lapsed(person), answers_sentence(person)]
        case _:
            parts = [_in_touch(person, judgement), answers_sentence(person)]
            if judgement.ground == "answers_not_visible":
                parts[1] = tr("Whether they answer cannot be seen.")
            elif not parts[1] and judgement.verdict is Verdict.ACQUAINTANCE:
                parts[1] = tr("Whether an answer came cannot be seen.")
    parts.append(follow_sentence(person))
    return " ".join(part for part in parts if part)


def _in_touch(person: Person, judgement: Judgement) -> str:
    last = person.last_contact
    if last is None:
        return tr("You named {name}, and no day of contact is seen.").format(name=called(person))
    pattern = tr("You were in touch on {days}, last on {date}.")
    if judgement.verdict is Verdict.GENUINE:
        pattern = tr("You talked on {days}, last on {date}.")
    elif judgement.ground == "answers_not_visible":
        pattern = tr("You wrote on {days}, last on {date}.")
    return pattern.format(days=days_phrase(len(person.contact_days)), date=date_in_words(last))


def _lapsed(person: Person) -> str:
    last = person.last_contact
    if last is None:
        return ""
    month = month_in_words(last.year, last.month)
    return tr("You talked on {days} until {month}, and not since.").format(days=days_phrase(len(person.contact_days)), month=month)


def answers_sentence(person: Person) -> str:
    """What came back, the surest first and each tier in its own words; nothing where nothing is known."""
    incoming = person.incoming
    parts = []
    if person.dm_received:
        parts.append(plural(person.dm_received, "They wrote you %Ln message.", "They wrote you %Ln messages."))
    elif incoming.certain:
        parts.append(plural(incoming.certain, "They answered you %Ln time.", "They answered you %Ln times."))
    if incoming.likely:
        parts.append(plural(incoming.likely, "They most likely answered you %Ln time.", "They most likely answered you %Ln times."))
    if incoming.possible and not parts:
        parts.append(plural(incoming.possible, "They may have answered you %Ln time.", "They may have answered you %Ln times."))
    return " ".join(parts[:2])


def follow_sentence(person: Person) -> str:
    """Who follows whom as a sentence; nothing where neither does."""
    if not person.has_tie:
        return ""
    words = {
        (True, True): tr("You follow each other."),
        (True, False): tr("You follow them; they are not among your followers."),
        (False, True): tr("They follow you; you do not follow them."),
    }
    return words[person.followed_by_ego, person.follows_ego]


def tweets_span(coverage: Coverage) -> str:
    """6 years of your tweets: months in which ego tweeted, in years from two years on."""
    months = coverage.months_with_tweets
    if months >= 24:
        return plural(months // 12, "%Ln year of your tweets", "%Ln years of your tweets")
    return plural(months, "%Ln month of your tweets", "%Ln months of your tweets")


def no_contact_words(coverage: Coverage) -> str:
    """no reply, … is seen: names only what was really read."""
    if coverage.messages_read:
        return tr("no reply, mention, message, like or retweet is seen")
    return tr("no reply, mention, like or retweet is seen, and messages were not read")


def _numbers_only(person: Person, coverage: Coverage) -> str:
    if not person.followed_by_ego:
        return tr("{name} follows you; no contact is seen. What they write to you is not in the file.").format(name=called(person))
    first = tr("You follow each other, {name} and you.") if person.follows_ego else tr("You follow {name}.")
    seen = tr("In {span} {nothing}.").format(span=tweets_span(coverage), nothing=no_contact_words(coverage))
    return first.format(name=called(person)) + " " + seen


def _deleted(person: Person, before: date) -> str:
    pattern = tr("Your tweets from before {month} seem to be deleted; contact with {name} may have stood in them.")
    return pattern.format(month=month_in_words(before.year, before.month), name=called(person))


def _insufficient(person: Person, ground: str | None) -> str:
    name = called(person)
    match ground:
        case "messages_not_read":
            return tr("Direct messages were not read. You and {name} may be closer than it looks here.").format(name=name)
        case "part_missing":
            return tr("A part of this archive is missing or damaged, so that silence with {name} proves nothing.").format(name=name)
        case "new_follow":
            lately = tr("You began to follow {name} shortly before this archive was made.")
            newcomer = tr("The account of {name} was new when this archive was made.")
            return (lately if person.followed_by_ego else newcomer).format(name=name)
        case "ego_rarely_speaks":
            return tr("You wrote to few people in this archive, so that silence with {name} proves little.").format(name=name)
        case "one_act":
            return _one_act(person)
        case "one_click_only":
            return _one_click(person)
        case "group_only":
            return tr("You and {name} were seen only in a group conversation.").format(name=name)
        case "mention_only":
            return tr("{name} was only named beside others; you did not write to them alone.").format(name=name)
    return tr("The archive does not hold enough about {name} to say.").format(name=name)


def _one_act(person: Person) -> str:
    unseen = tr("Whether an answer came cannot be seen.")
    last = person.last_contact
    if person.dm_received and not person.directed_acts and last is not None:
        return tr("{name} wrote to you, last on {date}.").format(name=called(person), date=date_in_words(last))
    if last is None:
        return tr("You wrote to {name} once.").format(name=called(person)) + " " + unseen
    once = tr("You wrote to {name} once, on {date}.").format(name=called(person), date=date_in_words(last))
    return once + " " + (answers_sentence(person) or unseen)


def _one_click(person: Person) -> str:
    parts = []
    if person.likes:
        parts.append(plural(person.likes, "liked %Ln tweet", "liked %Ln tweets"))
    if person.retweets:
        parts.append(plural(person.retweets, "retweeted %Ln tweet", "retweeted %Ln tweets"))
    clicks = tr(" and ").join(parts) or tr("shared posts")
    return tr("You {clicks} of {name}; no talk is seen.").format(clicks=clicks, name=called(person))


def row_text(person: Person, judgement: Judgement, signs: str) -> str:
    """The accessible text of a person's row (design §8)."""
    parts = [called(person), verdict_word(judgement.verdict).lower()]
    if judgement.decision is not None:
        parts[1] += ", " + tr("your choice")
    last = person.last_contact
    parts.append(plural(len(person.contact_days), "%Ln contact day", "%Ln contact days"))
    if last is not None:
        parts.append(tr("last {date}").format(date=date_in_words(last)))
    parts += [follow_words(person), signs]
    return ", ".join(part for part in parts if part)


def change_sentences(changes: Sequence[Change], coverage: Coverage) -> list[str]:
    """One sentence for each other verdict: what would lead to it, all together. Raises ValueError for an unknown fact.

    Would become “Genuine” with contact on 2 more days and 1 answer or message of theirs that can be seen.
    """
    verdicts = dict.fromkeys(change.to for change in changes)
    return [_change_sentence(to, [change for change in changes if change.to is to], coverage) for to in verdicts]


def _change_sentence(to: Verdict, together: Sequence[Change], coverage: Coverage) -> str:
    first = together[0]
    if first.fact == "silence_days":
        return _after_silence(verdict_word(to), _steps(first), coverage)
    readings = [words for change in together if (words := _reading(change, coverage))]
    evidence = [_needed(change.fact, _steps(change)) for change in together if not _reading(change, coverage)]
    pattern = tr("Would become “{verdict}” if {needed}.") if readings else tr("Would become “{verdict}” with {needed}.")
    sentence = pattern.format(verdict=verdict_word(to), needed=listed_words([*readings, *evidence]))
    asks_for_answer = any(change.fact in ("incoming_turn", "incoming_likely_days", "message_received") for change in together)
    if asks_for_answer and not coverage.messages_read:
        sentence += " " + tr("Direct messages were not read; they may hold one.")
    return sentence


def _steps(change: Change) -> int:
    return max(1, round(change.needs)) if isinstance(change.needs, int | float) else 1


def listed_words(parts: Sequence[str]) -> str:
    """a, b and c."""
    *others, last = parts
    return tr("{parts} and {last}").format(parts=", ".join(others), last=last) if others else last


def _reading(change: Change, coverage: Coverage) -> str:
    """What must be read or wait for, as the rest of a sentence with "if"; nothing for evidence."""
    n = _steps(change)
    match change.fact:
        case "read_messages" if coverage.messages_left_closed:
            return tr("the direct messages are read and hold nothing with them")
        case "read_messages":
            return tr("the direct messages, which this archive lacks, hold nothing with them")
        case "complete_archive":
            return tr("the missing part of the archive shows no contact")
        case "later_archive":
            return plural(n, "an archive made %Ln day later still shows no contact", "an archive made %Ln days later still shows no contact")
        case "months_with_tweets":
            return plural(n, "you tweet in %Ln more month without contact", "you tweet in %Ln more months without contact")
        case "ego_directed_acts":
            return plural(n, "you write to others %Ln more time", "you write to others %Ln more times")
    return ""


def _needed(fact: str, n: int) -> str:
    match fact:
        case "contact_days":
            return plural(n, "contact on %Ln more day", "contact on %Ln more days")
        case "contact_weeks":
            return plural(n, "contact in %Ln more week", "contact in %Ln more weeks")
        case "directed_days":
            return plural(n, "words of yours to them on %Ln more day", "words of yours to them on %Ln more days")
        case "directed_acts":
            return plural(n, "%Ln more reply, mention, quote or message", "%Ln more replies, mentions, quotes or messages")
        case "message_received":
            return plural(n, "%Ln message from them", "%Ln messages from them")
        case "incoming_turn":
            return plural(n, "%Ln answer or message of theirs that can be seen", "%Ln answers or messages of theirs that can be seen")
        case "incoming_likely_days":
            return plural(n, "a most likely answer on %Ln more day", "a most likely answer on %Ln more days")
        case "sign_kinds":
            return plural(n, "%Ln more kind of the five signs", "%Ln more kinds of the five signs")
        case "sign_days":
            return plural(n, "a sign on %Ln more day", "a sign on %Ln more days")
    raise ValueError(fact)


def _after_silence(target: str, days: int, coverage: Coverage) -> str:
    if coverage.last_act_day is None:
        return tr("Would become “{verdict}” after {days} more of silence.").format(verdict=target, days=days_phrase(days))
    when = date.fromordinal(coverage.last_act_day + days)
    return tr("Would become “{verdict}” after {date}, if a newer archive shows no contact.").format(verdict=target, date=date_in_words(when))


def silence_phrase(person: Person) -> str:
    """longest silence 96 days: between two contact days; nothing for fewer than two."""
    days = person.contact_days
    if len(days) < 2:
        return ""
    return tr("longest silence {days}").format(days=days_phrase(max(b - a for a, b in pairwise(days))))
