"""Plain English for files and the terminal: numbers, dates, names, titles and heads of lists (the window has its own words)."""

from collections.abc import Sequence
from datetime import date

from analyzer.export.text import one_line
from analyzer.facts import Coverage
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Listing, Verdict

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]

TITLES = {
    Listing.UNFOLLOW: "Unfollow, to consider",
    Listing.FOLLOW: "Follow",
    Listing.SAY_HELLO: "Say hello",
    Listing.KEEP: "Keep",
    Listing.ASK: "Ask yourself",
    Listing.NONE: "On no list",
}

VERDICTS = {
    Verdict.GENUINE: "genuine",
    Verdict.LAPSED: "lapsed",
    Verdict.ACQUAINTANCE: "acquaintance",
    Verdict.NUMBERS_ONLY: "numbers only",
    Verdict.INSUFFICIENT: "not enough evidence",
}

GROUNDS = {
    "one_click_only": "You share or like their posts",
    "one_act": "You wrote to them once",
    "mention_only": "You named them beside others",
    "group_only": "You met in a group conversation",
    "new_follow": "You followed them only lately",
    "messages_not_read": "Messages were not read",
    "part_missing": "Tweets or follow lists are missing or damaged",
    "ego_rarely_speaks": "You wrote to few people at all",
    "answers_not_visible": "You write; whether they answer cannot be seen",
}

RULES_OF_X = (
    "X forbids bulk, aggressive and automated following and unfollowing, and automatic follow-back. "
    "No number is guaranteed safe: go by hand, in sittings of 25, at most 50 a day."
)


def number(n: int) -> str:
    """1,234."""
    return f"{n:,}"


def count(n: int, one: str, many: str) -> str:
    """1 day, 1,234 days."""
    return f"{number(n)} {one if n == 1 else many}"


def day_words(day: date | None) -> str:
    """8 January 2025."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day is not None else "an unknown date"


def month_words(day: date) -> str:
    """February 2022."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def called(person: Person) -> str:
    """How a sentence calls the person: @handle, else the name, else the account's number."""
    if person.handle:
        return "@" + one_line(person.handle)
    name = one_line(person.name) if person.name else ""
    return name or (f"account {person.account_id}" if person.account_id is not None else one_line(person.key))


def span(coverage: Coverage) -> str:
    """6 years of your tweets: months with own tweets, as years from two years on."""
    months = coverage.months_with_tweets
    return (count(months // 12, "year", "years") if months >= 24 else count(months, "month", "months")) + " of your tweets"


def messages_unread(coverage: Coverage) -> str:
    """Why messages tell nothing, where not all of them were read; an archive may hold those of groups alone, or those of two alone."""
    return "direct messages were left closed" if coverage.messages_left_closed else "not all direct messages are in this archive"


def unfollow_head(coverage: Coverage) -> str:
    """The head of every unfollow list (relationships §5); it speaks of messages only where all of them were read."""
    when = day_words(coverage.as_of)
    if coverage.messages_read:
        first = f"No reply, mention, quote, message or retweet in this file as of {when}."
    else:
        first = f"No reply, mention, quote or retweet in this file as of {when}; {messages_unread(coverage)}."
    n = coverage.liked_to_ego_unnamed
    if n == 0:
        return f"{first} Whose posts you liked is mostly not recorded; some may be on this list."
    written = "liked tweet was" if n == 1 else "liked tweets were"
    return (
        f"{first} Whose posts you liked is mostly not recorded; {number(n)} {written} written to you by people the file does not name; "
        "some may be on this list."
    )


def head(listing: Listing, coverage: Coverage) -> str:
    """The sentence above a list, with the archive's date."""
    when = day_words(coverage.as_of)
    return {
        Listing.UNFOLLOW: unfollow_head(coverage),
        Listing.FOLLOW: f"You talk with them and do not follow them, as of {when}.",
        Listing.SAY_HELLO: f"You talked, and then it fell silent, as of {when}. One of you follows the other.",
        Listing.KEEP: f"You follow them and are in touch, or you decided to keep them, as of {when}.",
        Listing.ASK: f"The archive of {when} does not hold enough to say. Only you can tell, and one choice decides for a whole group.",
        Listing.NONE: f"These stand on no list, as of {when}.",
    }[listing]


def why_empty(listing: Listing, coverage: Coverage, judgements: Sequence[Judgement]) -> str:
    """Why a list holds nobody: what could not be known, or that nobody belongs on it."""
    if not coverage.follows_read:
        return "This list is empty because the archive holds no follow lists."
    if listing is Listing.UNFOLLOW:
        if not coverage.tweets_read:
            return "This list is empty because no tweets were read: contact cannot be seen, so silence proves nothing."
        if any(judgement.ground == "messages_not_read" for judgement in judgements):
            remedy = " or count the messages with --dm counts" if coverage.messages_left_closed else ""
            return (
                f"This list is empty because {messages_unread(coverage)}, so silence proves nothing. "
                f"Set numbers_only.without_messages = true in a policy to let it stand without them{remedy}."
            )
        if coverage.missing_parts:
            return "This list is empty because a part of the archive is missing or damaged, so silence proves nothing."
        if coverage.deleted is not None:
            when = month_words(coverage.deleted.before)
            return f"This list is empty because your tweets from before {when} seem to be deleted: contact may have stood in them."
        if any(judgement.ground == "ego_rarely_speaks" for judgement in judgements):
            return "This list is empty because you wrote too little in this archive for silence to mean something."
        return "This list is empty: with everybody you follow there is contact, or too little is known."
    return f"Nobody is on this list in the archive of {day_words(coverage.as_of)}."


def group_heading(ground: str | None, n: int, *, with_messages: bool = False) -> str:
    """You share or like their posts (70); a meeting in a group conversation is named only ``with_messages``."""
    title = GROUNDS.get(ground or "", "") if with_messages or ground != "group_only" else ""
    return f"{title or 'Not enough to say'} ({number(n)})"


def mutuals_heading(n: int) -> str:
    """The heading of those who come last on the unfollow list."""
    return f"They follow you ({number(n)})"


def others_heading(n: int) -> str:
    """The heading of those who come first on the unfollow list."""
    return f"They do not follow you ({number(n)})"
