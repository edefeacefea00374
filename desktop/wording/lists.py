"""Sentences around lists: their honest head lines, their groups, why one is empty, and the archive's date on each."""

from datetime import date

from analyzer.facts import Coverage
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Listing, Verdict
from desktop.wording.basics import date_in_words, date_short, month_in_words, number, plural, tr
from desktop.wording.verdicts import tweets_span


def archive_of(as_of: date | None) -> str:
    """archive of 22 January 2025: stands on every list, panel and picture."""
    return tr("archive of {date}").format(date=date_in_words(as_of)) if as_of else tr("archive without a date")


def as_of_words(as_of: date | None) -> str:
    """The date that ages count to, in words."""
    return date_in_words(as_of) if as_of else tr("an unknown date")


def unfollow_head(coverage: Coverage) -> str:
    """The honest head of every unfollow list (relationships §5); says "message" only where messages were read."""
    if coverage.messages_read:
        first = tr("No reply, mention, quote, message or retweet in this file as of {date}.")
    else:
        first = tr("No reply, mention, quote or retweet in this file as of {date}; messages were not read.")
    n = coverage.liked_to_ego_unnamed
    if n:
        second = plural(
            n,
            "Whose posts you liked is mostly not recorded; %Ln liked tweet was written to you by somebody the file does not name; "
            "they may be on this list.",
            "Whose posts you liked is mostly not recorded; %Ln liked tweets were written to you by people the file does not name; "
            "some may be on this list.",
        )
    else:
        second = tr("Whose posts you liked is mostly not recorded.")
    return first.format(date=as_of_words(coverage.as_of)) + " " + second


def list_head(listing: Listing, coverage: Coverage) -> str:
    """The sentence above a list, with the archive's date."""
    if listing is Listing.UNFOLLOW:
        return unfollow_head(coverage)
    when = as_of_words(coverage.as_of)
    heads = {
        Listing.FOLLOW: tr("You talk with them and do not follow them, as of {date}."),
        Listing.SAY_HELLO: tr("You talked, and then it fell silent, as of {date}. One of you follows the other."),
        Listing.KEEP: tr("You follow them and are in touch, or you decided to keep them, as of {date}."),
        Listing.ASK: tr("The archive of {date} does not hold enough to say. Only you can tell, and one key decides for a whole group."),
        Listing.NONE: "",
    }
    return heads[listing].format(date=when)


def list_count(listing: Listing, n: int) -> str:
    """The heading of a list with its number: "42 to consider unfollowing"."""
    match listing:
        case Listing.UNFOLLOW:
            return plural(n, "%Ln to consider unfollowing", "%Ln to consider unfollowing")
        case Listing.FOLLOW:
            return plural(n, "%Ln to follow", "%Ln to follow")
        case Listing.SAY_HELLO:
            return plural(n, "%Ln to say hello to again", "%Ln to say hello to again")
        case Listing.KEEP:
            return plural(n, "%Ln to keep", "%Ln to keep")
        case Listing.ASK:
            return plural(n, "%Ln to look at yourself", "%Ln to look at yourself")
        case Listing.NONE:
            return plural(n, "%Ln on no list", "%Ln on no list")


def sittings(n: int, size: int = 25) -> str:
    """2 sittings of 25: lists are acted on by hand, a little at a time; nothing for a list of one sitting."""
    count = -(-n // size)
    return tr("{count} sittings of {size}").format(count=number(count), size=number(size)) if count > 1 else ""


def ground_title(ground: str | None) -> str:
    """The heading of a group in *ask*, as a fact about the contact."""
    titles = {
        "one_click_only": tr("You share or like their posts"),
        "one_act": tr("You wrote to them once"),
        "mention_only": tr("You named them beside others"),
        "group_only": tr("You met in a group conversation"),
        "new_follow": tr("You followed them only lately"),
        "messages_not_read": tr("Messages were not read"),
        "part_missing": tr("Tweets or follow lists are missing or damaged"),
        "ego_rarely_speaks": tr("You wrote to few people at all"),
        "answers_not_visible": tr("You write; whether they answer cannot be seen"),
    }
    return titles.get(ground or "", tr("Not enough to say"))


def group_heading(ground: str | None, n: int) -> str:
    """You share or like their posts (70)."""
    return tr("{title} ({count})").format(title=ground_title(ground), count=number(n))


def mutuals_heading(n: int) -> str:
    """The heading of those who come last on the unfollow list."""
    return plural(n, "%Ln follows you", "%Ln follow you")


def others_heading(n: int) -> str:
    """The heading of those who come first on the unfollow list."""
    return plural(n, "%Ln does not follow you", "%Ln do not follow you")


def group_offer() -> str:
    """What the key of an *ask* group does."""
    return tr("Keep all for the content")


def why_empty(listing: Listing, coverage: Coverage, without_messages: bool) -> str:
    """Why a list is empty: what could not be known, or that nobody belongs on it."""
    when = as_of_words(coverage.as_of)
    if not coverage.follows_read:
        return tr("This archive holds no follow lists, so that no list can be made from it.")
    if listing is Listing.UNFOLLOW:
        if not coverage.tweets_read:
            return tr("No tweets were read, so that nobody can be called numbers only. This list stays empty.")
        if not coverage.messages_read and not without_messages:
            if coverage.messages_left_closed:
                return tr("Direct messages were left closed, so that silence proves nothing. This list stays empty.")
            missing = tr("The archive of {date} holds no direct messages, so that silence proves nothing. This list stays empty.")
            return missing.format(date=when)
        if coverage.missing_parts:
            return tr("A part of this archive is missing or damaged, so that silence proves nothing. This list stays empty.")
        if coverage.deleted is not None:
            gone = tr("Your tweets from before {month} seem to be deleted, so that silence proves nothing. This list stays empty.")
            return gone.format(month=month_in_words(coverage.deleted.before.year, coverage.deleted.before.month))
        return tr("With everybody you follow there is contact, or too little is known. Nobody is on this list.")
    return tr("Nobody is on this list in the archive of {date}.").format(date=when)


def without_messages_offer() -> str:
    """The one-sentence offer, and the words of its link."""
    return tr("Let the list stand without messages")


def without_messages_hint() -> str:
    """What the offer means."""
    return tr("People you only talk with by message could then be on it.")


def wait_for_messages() -> str:
    """The way back from `without_messages_offer`."""
    return tr("Keep the list empty until messages are read")


def hidden_passing(n: int) -> str:
    """The notice under a list that leaves passing contacts out."""
    return plural(
        n,
        "%Ln passing contact is hidden: liked, retweeted or addressed only once.",
        "%Ln passing contacts are hidden: liked, retweeted or addressed only once.",
    )


def found_words(shown: int, total: int) -> str:
    """1 of 346 people: what a search leaves."""
    return tr("{shown} of {total} people").format(shown=number(shown), total=number(total))


def why_line(person: Person, judgement: Judgement, coverage: Coverage) -> str:
    """Why a person is on a list, on one short line without the name."""
    days = len(person.contact_days)
    last = person.last_contact
    if judgement.verdict is Verdict.NUMBERS_ONLY:
        return tr("no contact seen in {span}").format(span=tweets_span(coverage))
    if judgement.verdict is Verdict.INSUFFICIENT or last is None:
        return ground_title(judgement.ground)
    return plural(days, "%Ln contact day, last {date}", "%Ln contact days, last {date}").format(date=date_short(last))
