"""The archive's health in words: what was read and what is lacking, the parts and their states, what each gap means, the short notice."""

from collections.abc import Sequence
from datetime import date

from analyzer.facts import PartFacts, Unreadable
from analyzer.health.shapes import ArchiveHealth, Bearing, Effect, Gap, Month, Months, Named, PartHealth, SilentSpan, State
from desktop.wording.basics import date_in_words, month_in_words, number, plural, safe, tr

NAMED_PARTS = 3
SPANS_TOLD = 4


def lacking_words(parts: int) -> str:
    """What the number beside the page's name counts; nothing for none."""
    return plural(parts, "%Ln part that matters is missing or not whole", "%Ln parts that matter are missing or not whole") if parts else ""


def part_name(part: str) -> str:
    """A part as the head of its row; an unknown one by its own name."""
    names = {
        "tweets": tr("Tweets"),
        "community_tweets": tr("Community tweets"),
        "circle_tweets": tr("Circle tweets"),
        "moments": tr("Moments"),
        "note_tweets": tr("Long tweets"),
        "deleted_tweets": tr("Deleted tweets"),
        "likes": tr("Likes"),
        "followers": tr("Followers"),
        "following": tr("Accounts you follow"),
        "blocks": tr("Blocked accounts"),
        "mutes": tr("Muted accounts"),
        "handle_changes": tr("Your former handles"),
        "message_headers": tr("Direct messages"),
        "messages": tr("Direct messages"),
        "group_message_headers": tr("Group messages"),
        "group_messages": tr("Group messages"),
        "message_events": tr("Encrypted messages"),
        "account": tr("Account"),
        "account_timezone": tr("Time zone"),
    }
    return names.get(part) or safe(part)


def part_hint(part: str) -> str:
    """What is counted, where it is not what the name says; empty elsewhere."""
    if part in ("message_headers", "messages", "group_message_headers", "group_messages"):
        return tr("conversations")
    return ""


def state_word(part: PartHealth) -> str:
    """The state at the end of a part's row."""
    words = {
        State.READ: tr("read"),
        State.INCOMPLETE: tr("not complete"),
        State.DAMAGED: tr("damaged"),
        State.UNREADABLE: tr("not readable"),
        State.MISSING: tr("missing"),
        State.NEVER_HELD: tr("not held then"),
        State.CLOSED: tr("left closed"),
    }
    return words[part.state]


def parts_heading(made: date | None) -> str:
    """The heading over the parts, with the day the archive was made."""
    return tr("Parts of the archive of {date}").format(date=date_in_words(made)) if made else tr("Parts of the archive")


def row_text(part: PartHealth) -> str:
    """The accessible text of a part's row: "Tweets, read, 1,627 found, 1,627 expected, 0 not readable"."""
    parts = [part_name(part.part), state_word(part), tr("{n} found").format(n=number(part.found))]
    if part.expected is not None:
        parts.append(tr("{n} expected").format(n=number(part.expected)))
    parts.append(tr("{n} not readable").format(n=number(part.unreadable)))
    return ", ".join(parts)


def trouble_line(one: Unreadable) -> str:
    """data/tweets.js, byte 1,234: the record is broken."""
    why = {
        "broken-json": tr("the record is broken"),
        "broken-csv": tr("the line is broken"),
        "unexpected-shape": tr("the record is not shaped as it should be"),
        "record-too-large": tr("the record is too large"),
        "no-data": tr("the file holds no data"),
        "empty-file": tr("the file is empty"),
        "stream-broken": tr("the file breaks off"),
        "wrong-checksum": tr("the file is not what was zipped"),
    }.get(one.why, safe(one.why))
    pattern = tr("{file}, line {place}: {why}") if one.why == "broken-csv" else tr("{file}, byte {place}: {why}")
    return pattern.format(file=safe(one.file), place=number(one.position), why=why)


def details(part: PartHealth) -> str:
    """Where a part is broken or what is not there, a line each; empty where there is nothing to add."""
    lines = [tr("{file} is not there").format(file=safe(file)) for file in part.missing_files]
    lines += [tr("{file} cannot be read at all").format(file=safe(file)) for file in part.unreadable_files]
    lines += [trouble_line(one) for one in part.troubles]
    more = part.unreadable - len(part.troubles)
    if part.troubles and more > 0:
        lines.append(plural(more, "and %Ln more", "and %Ln more"))
    if part.lost and part.found:
        lines.append(plural(part.lost, "%Ln record that the manifest counts is not there", "%Ln records that the manifest counts are not there"))
    return "\n".join(lines)


def lower_first(words: str) -> str:
    """The same inside a sentence."""
    return words[:1].lower() + words[1:]


def and_list(words: Sequence[str]) -> str:
    """Direct messages, group messages and likes; the first as it is, the others in lower case, each once."""
    different = list(dict.fromkeys(words))
    lower = [different[0], *map(lower_first, different[1:])]
    if len(lower) == 1:
        return lower[0]
    return tr("{most} and {last}").format(most=", ".join(lower[:-1]), last=lower[-1])


def finding(newest: ArchiveHealth) -> str:
    """The weightiest thing to know about what was read, as one sentence without what follows from it."""
    if gone := newest.lacking(State.MISSING):
        if len({part_name(part.part) for part in gone}) > NAMED_PARTS:
            return plural(len(gone), "%Ln part is missing from this archive", "%Ln parts are missing from this archive")
        return tr("{parts} are missing from this archive").format(parts=_names(gone))
    if shut := newest.lacking(State.UNREADABLE):
        return tr("{parts} could not be read").format(parts=_names(shut))
    if damaged := newest.lacking(State.DAMAGED):
        broken = sum(part.unreadable for part in damaged)
        if broken:
            return plural(broken, "%Ln record could not be read", "%Ln records could not be read")
        return tr("{parts} could not be read whole").format(parts=_names(damaged))
    if pruned := newest.lacking(State.INCOMPLETE):
        return tr("{parts} are not complete").format(parts=_names(pruned))
    if newest.lacking(State.NEVER_HELD):
        return tr("Archives of this age hold tweets only")
    if any(part.state is State.CLOSED for part in newest.parts):
        return tr("Direct messages were left closed")
    return tr("Everything that matters for verdicts was read")


def title(newest: ArchiveHealth, effects: Sequence[Effect]) -> str:
    """The page's title: the finding, and whether anybody can be called numbers only."""
    stops = [effect for effect in effects if effect.bearing is Bearing.NO_NUMBERS_ONLY]
    if not stops:
        gone = [effect for effect in effects if effect.bearing is Bearing.ONLY_SINCE]
        pattern = tr("{finding}, but early tweets of yours seem to be deleted.") if gone else tr("{finding}.")
        return pattern.format(finding=finding(newest))
    lacks = bool(newest.lacking()) or any(part.state is State.CLOSED for part in newest.parts)
    pattern = tr("{finding}, so nobody can be called numbers only.") if lacks else tr("{finding}, but nobody can be called numbers only.")
    return pattern.format(finding=finding(newest))


def _names(parts: Sequence[PartHealth]) -> str:
    return and_list([part_name(part.part) for part in parts])


def notice(newest: ArchiveHealth) -> str:
    """The one line after an import where something is lacking; empty where nothing is."""
    return tr("{finding}.").format(finding=finding(newest)) if newest.lacking() else ""


def month_name(month: Month, short: bool = False) -> str:
    """February 2022."""
    return month_in_words(month[0], month[1], short)


def span_of(months: Months) -> str:
    """own tweets from September 2018 to January 2025, in 72 of 77 months; or that there are none."""
    if months.first is None or months.last is None:
        return tr("no tweet of yours was read")
    active = number(months.total - months.silent_months)
    if months.total == 1:
        return tr("own tweets in {first}").format(first=month_name(months.first))
    pattern = tr("own tweets from {first} to {last}, in {active} of {total} months")
    return pattern.format(first=month_name(months.first), last=month_name(months.last), active=active, total=number(months.total))


def gaps_sentence(months: Months) -> str:
    """No tweet of yours in October 2018, January 2019 – April 2019; the longest gaps by name, the others counted."""
    if not months.silent:
        return ""
    longest = sorted(sorted(months.silent, key=_length)[:SPANS_TOLD], key=_start)
    told = ", ".join(span_name(span) for span in longest)
    more = len(months.silent) - len(longest)
    if more:
        rest = plural(more, "and %Ln shorter gap", "and %Ln shorter gaps")
        told = tr("{spans}, {rest}").format(spans=told, rest=rest)
    return tr("No tweet of yours in {spans}. Silence there proves nothing.").format(spans=told)


def _length(span: SilentSpan) -> int:
    return -span.months


def _start(span: SilentSpan) -> Month:
    return span.first


def span_name(span: SilentSpan) -> str:
    """October 2018, or January 2019 – April 2019."""
    return month_name(span.first) if span.months == 1 else f"{month_name(span.first)} – {month_name(span.last)}"


def month_tip(first: Month, last: Month, tweets: int) -> str:
    """March 2024: 31 tweets; a bar of several months names its first and last."""
    when = month_name(first) if first == last else f"{month_name(first, short=True)} – {month_name(last, short=True)}"
    what = plural(tweets, "%Ln tweet", "%Ln tweets") if tweets else tr("no tweet of yours; silence proves nothing")
    return f"{when}: {what}"


def named_words(named: Named) -> str:
    """49 of 247."""
    return tr("{named} of {total}").format(named=number(named.named), total=number(named.total))


def unused_words(files: Sequence[PartFacts]) -> str:
    """33 other files are not used and stay closed; those that are not there are counted apart."""
    gone = sum(file.state == "missing" for file in files)
    there = len(files) - gone
    parts = []
    if there:
        parts.append(plural(there, "%Ln other file is not used and stays closed.", "%Ln other files are not used and stay closed."))
    if gone:
        parts.append(plural(gone, "%Ln more is not there and not needed.", "%Ln more are not there and not needed."))
    return " ".join(parts)


def effect_sentence(effect: Effect) -> str:
    """What is not seen, in one sentence."""
    n, of = effect.count, number(effect.of or 0)
    parts = and_list([part_name(part) for part in effect.parts]) if effect.parts else ""
    match effect.gap:
        case Gap.TWEETS:
            return tr("No tweets were read: replies, mentions and quotes cannot be seen.")
        case Gap.FOLLOWS:
            if len(effect.parts) > 1:
                return tr("There are no follow lists, so that nobody can say who follows whom.")
            return tr("The follow lists are not whole, so that nobody can say who follows whom.")
        case Gap.MESSAGES:
            return tr("Direct messages were not read. With some people you may be closer than it looks here.")
        case Gap.MESSAGES_CLOSED:
            return tr("Direct messages were left closed. With some people you may be closer than it looks here.")
        case Gap.FEW_MONTHS:
            had = plural(n, "You tweeted in %Ln month.", "You tweeted in %Ln months.")
            return had + " " + tr("From {needed} on, silence means something.").format(needed=of)
        case Gap.FEW_ACTS:
            had = plural(n, "You wrote to people %Ln time.", "You wrote to people %Ln times.")
            return had + " " + tr("From {needed} on, silence means something.").format(needed=of)
        case Gap.DELETED_TWEETS:
            gone = tr("Tweets of yours of early years seem to be deleted.")
            if effect.before is not None:
                month = month_name((effect.before.year, effect.before.month))
                gone = tr("Tweets of yours from before {month} seem to be deleted.").format(month=month)
            return gone + " " + plural(n, "%Ln like or message of yours is far older.", "%Ln likes and messages of yours are far older.")
        case Gap.UNREADABLE_RECORDS:
            broken = plural(n, "%Ln record could not be read", "%Ln records could not be read")
            return tr("{records} ({parts}). Contact may stand there.").format(records=broken, parts=lower_first(parts))
        case Gap.LOST_RECORDS:
            lost = plural(n, "%Ln record is not there", "%Ln records are not there")
            return tr("{records} that the archive once held ({parts}).").format(records=lost, parts=lower_first(parts))
        case Gap.LIKES:
            return tr("Likes are missing: answers in tweets you liked, and whose posts you like, cannot be seen.")
        case Gap.OTHER_PARTS:
            return tr("{parts} were not read either.").format(parts=parts)
        case Gap.ONE_OF_SEVERAL:
            return tr("This zip is one of several of the same download. Opened together they fill each other's gaps.")
    return _usual_sentence(effect)


def _usual_sentence(effect: Effect) -> str:
    n = effect.count
    match effect.gap:
        case Gap.SILENT_MONTHS:
            silent = plural(n, "%Ln month without a tweet of yours.", "%Ln months without a tweet of yours.")
            return silent + " " + tr("Silence there proves nothing.")
        case Gap.OWN_SIDE_ONLY:
            return tr("The archive holds your side only. Where no answer is visible, there may still have been one.")
        case Gap.LIKED_UNNAMED:
            return plural(n, "%Ln liked tweet was written to you by somebody the file does not name.",
                          "%Ln liked tweets were written to you by people the file does not name.")  # fmt: skip
        case Gap.NO_ZONE:
            return tr("No time zone is known. Days are counted in UTC, so that an evening may fall on the next day.")
        case Gap.NO_DATE:
            return tr("The archive does not tell its date. Ages count to your last tweet or message.")
        case Gap.NAMELESS:
            return plural(
                n, "%Ln place in your follow lists has no name. That is usual.", "%Ln places in your follow lists have no name. That is usual."
            )
        case Gap.REUSED_HANDLES:
            return plural(n, "%Ln mention pointed to a stranger who took over a handle.", "%Ln mentions pointed to strangers who took over a handle.")
        case Gap.FORMER_HANDLES:
            return plural(n, "%Ln former handle was found.", "%Ln former handles were found.")
    raise ValueError(effect.gap)


def bearing_sentence(effect: Effect) -> str:
    """What the gap does to verdicts; empty where the sentence before says it."""
    match effect.bearing:
        case Bearing.NO_NUMBERS_ONLY:
            if not effect.people:
                return tr("Nobody can be called numbers only.")
            return plural(
                effect.people,
                "Nobody can be called numbers only: %Ln person has no verdict for this reason.",
                "Nobody can be called numbers only: %Ln people have no verdict for this reason.",
            )
        case Bearing.ONLY_SINCE:
            since = tr("Only follows that began since then can be called numbers only.")
            held = plural(effect.people, "%Ln person has no verdict for this reason.", "%Ln people have no verdict for this reason.")
            return f"{since} {held}" if effect.people else since
        case Bearing.PUT_RIGHT:
            return tr("Put right.")
        case Bearing.NO_VERDICT:
            return tr("It changes no verdict.")
        case Bearing.LESS_CERTAIN:
            return ""
