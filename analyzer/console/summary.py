"""What the command tells a person in the end: who is close, what the lists hold, what the archive cannot show."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from analyzer.console.errors import shown
from analyzer.export.text import one_line
from analyzer.export.words import TITLES, called, count, day_words, messages_unread, month_words, number, why_empty
from analyzer.facts import Analysis, ArchiveFacts
from analyzer.verdict.contradictions import contradictions, odd_places
from analyzer.verdict.lists import listed
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Judgement, Listing, Verdict

SAMPLE_NOTE = "No archive was given, so this is the built-in sample, the archive of an invented person."
NOBODY = "0"
"""The owner's id where an archive does not tell whose it is."""
_CLOSEST = 5
_ODD = {
    "talked_not_followed": "much talked with and not followed",
    "muted_followed": "muted and followed",
    "blocked_followed": "blocked and followed",
    "blocked_talked": "blocked and talked with",
}
_LISTS = (Listing.KEEP, Listing.FOLLOW, Listing.SAY_HELLO, Listing.UNFOLLOW, Listing.ASK)


def summary(analysis: Analysis, judgements: Sequence[Judgement], written: Iterable[Path], policy: Policy, *, sample: bool) -> str:
    """The whole text; it claims nothing that the file does not show."""
    blocks = [
        [SAMPLE_NOTE] if sample else [],
        list(_opening(analysis)),
        list(_verdicts(analysis, judgements)),
        [*_lists(analysis, judgements), *_odd(analysis, policy)],
        list(_limits(analysis)),
        ["Saved:", *(f"  {shown(path)}" for path in written)],
    ]
    return "\n\n".join("\n".join(block) for block in blocks if len(block) > (block[:1] == ["Saved:"])) + "\n"


def owner_line(analysis: Analysis) -> str:
    """Mara Lindqvist (@mara), archive of 22 January 2025; an archive that does not tell its date is of ego's last act at the earliest."""
    archive, as_of = analysis.archive, analysis.coverage.as_of
    if archive.generated_at is not None:
        when = f"archive of {day_words(as_of)}"
    else:
        when = "archive without a date" + (f"; your last tweet or message in it is of {day_words(as_of)}" if as_of is not None else "")
    return f"{_owner(archive)}, {when}."


def _owner(archive: ArchiveFacts) -> str:
    name = one_line(archive.name) if archive.name else ""
    if archive.handle:
        handle = f"@{one_line(archive.handle)}"
    else:
        handle = f"Account {archive.account_id}" if archive.account_id != NOBODY else "An account that the archive does not name"
    return f"{name} ({handle})" if name else handle


def _opening(analysis: Analysis) -> Iterator[str]:
    counts, coverage = analysis.counts, analysis.coverage
    yield owner_line(analysis)
    months = count(coverage.months_with_tweets, "month", "months")
    yield f"{count(counts.tweets, 'tweet', 'tweets')} in {months}, {count(counts.replies, 'reply', 'replies')} to others."
    if coverage.follows_read:
        yield (
            f"You follow {count(counts.following, 'account', 'accounts')}, {number(counts.followers)} follow you; {number(counts.mutuals)} both ways."
        )


def _verdicts(analysis: Analysis, judgements: Sequence[Judgement]) -> Iterator[str]:
    found = Counter(judgement.verdict for judgement in judgements)
    followed = Counter(j.verdict for person, j in zip(analysis.people, judgements, strict=True) if person.followed_by_ego)
    genuine = [place for place, judgement in enumerate(judgements) if judgement.verdict is Verdict.GENUINE]
    closest = sorted(genuine, key=lambda place: (-judgements[place].strength, place))[:_CLOSEST]
    who = (
        "person you talk with, and who surely or most likely answers"
        if len(genuine) == 1
        else "people you talk with, and who surely or most likely answer"
    )
    yield f"Genuine: {number(len(genuine))} {who}." + (" The closest:" if len(closest) > 1 else "")
    for place in closest:
        person = analysis.people[place]
        last = f", last on {day_words(person.last_contact)}" if person.last_contact is not None else ""
        yield f"  {called(person)}: {count(len(person.contact_days), 'contact day', 'contact days')}{last}"
    yield f"Lapsed: {number(found[Verdict.LAPSED])} with whom you talked, until it fell silent."
    yield f"Acquaintances: {number(found[Verdict.ACQUAINTANCE])}."
    others = found[Verdict.NUMBERS_ONLY] - followed[Verdict.NUMBERS_ONLY]
    yield (
        f"Numbers-only follows: {number(followed[Verdict.NUMBERS_ONLY])} that you follow without any contact seen, and "
        f"{number(others)} more that only {'follows' if others == 1 else 'follow'} you."
    )
    unsure = count(found[Verdict.INSUFFICIENT], "account", "accounts")
    yield f"Not enough evidence: {unsure}, {number(followed[Verdict.INSUFFICIENT])} of them followed by you."


def _lists(analysis: Analysis, judgements: Sequence[Judgement]) -> Iterator[str]:
    sizes = {listing: len(listed(analysis, judgements, listing)) for listing in _LISTS}
    yield "Lists. " + "; ".join(f"{TITLES[listing]}: {number(size)}" for listing, size in sizes.items()) + "."
    if sizes[Listing.UNFOLLOW] == 0:
        yield why_empty(Listing.UNFOLLOW, analysis.coverage, judgements).replace("This list", "The unfollow list")


def _odd(analysis: Analysis, policy: Policy) -> Iterator[str]:
    """What does not fit together, by kind; nothing where all fits."""
    people, coverage = analysis.people, analysis.coverage
    found = Counter(fact.fact for place in odd_places(people, coverage, policy) for fact in contradictions(people[place], coverage, policy))
    parts = [f"{number(found[name])} {words}" for name, words in _ODD.items() if found[name]]
    if parts:
        yield f"Does not fit together: {', '.join(parts)}."


def _limits(analysis: Analysis) -> Iterator[str]:
    coverage, archive = analysis.coverage, analysis.archive
    yield "The archive holds your side only: where no answer is visible, there may still have been one."
    if not coverage.messages_read:
        unread = messages_unread(coverage)
        yield f"{unread[:1].upper()}{unread[1:]}: some people may be closer than they look here."
    if coverage.missing_parts:
        yield f"Not in this archive or not readable: {', '.join(one_line(part) for part in coverage.missing_parts)}."
    if coverage.deleted is not None:
        yield f"Tweets of yours from before {month_words(coverage.deleted.before)} seem to be deleted: silence before then proves nothing."
    unreadable = sum(part.unreadable for part in archive.parts)
    if unreadable:
        yield f"{count(unreadable, 'record', 'records')} could not be read and {'was' if unreadable == 1 else 'were'} left out."
    named = sum(1 for person in analysis.people if person.follows_ego and person.handle)
    if analysis.counts.followers:
        of_all = count(analysis.counts.followers, "follower is", "followers are")
        yield f"{number(named)} of {of_all} known by a handle; that many stay nameless is usual."
    if archive.timezone_source == "default":
        yield "No time zone is known, so days are counted in UTC; --timezone sets yours."
