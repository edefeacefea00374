"""Words for one person and the fixed words: names, handles, ids, verdicts, lists, choices, follow states, signs."""

from analyzer.people.person import SIGN_NAMES, Person
from analyzer.verdict.verdicts import Choice, Listing, Verdict
from desktop.wording.basics import day_of, id_in_groups, month_in_words, safe, set_apart, tr


def has_name(person: Person) -> bool:
    """True if the archive gives a handle or a name."""
    return bool(person.handle or (person.name and safe(person.name)))


def id_words(person: Person) -> str:
    """id 9 204 118 532, or nothing where no id is known."""
    return tr("id {number}").format(number=id_in_groups(str(person.account_id))) if person.account_id is not None else ""


def handle_words(person: Person) -> str:
    """@handle, or nothing."""
    return "@" + safe(person.handle) if person.handle else ""


def name_of(person: Person) -> str:
    """The first line of a person: name, else @handle, else "No name in this archive"."""
    return (safe(person.name) if person.name else "") or handle_words(person) or tr("No name in this archive")


def caption_of(person: Person) -> str:
    """The second line of a person: @handle under a name, else the id."""
    shown_name = safe(person.name) if person.name else ""
    return handle_words(person) if person.handle and shown_name else id_words(person)


def former_words(person: Person) -> str:
    """was @old, @older, or nothing."""
    handles = ", ".join("@" + safe(handle) for handle in person.former_handles)
    return tr("was {handles}").format(handles=handles) if handles else ""


def followed_since(person: Person) -> str:
    """Since when at the earliest ego follows the person, by the order of the follow list; nothing where it does not tell."""
    if not person.followed_by_ego or person.followed_since_at_least is None:
        return ""
    since = day_of(person.followed_since_at_least, "UTC")
    return tr("You follow this account since {month} at the earliest.").format(month=month_in_words(since.year, since.month))


def called(person: Person) -> str:
    """How a sentence calls the person: name, @handle or "id …"."""
    if has_name(person):
        return set_apart(name_of(person))
    return id_words(person)


def verdict_word(verdict: Verdict, short: bool = False) -> str:
    """The word of a verdict chip; ``short`` where width is scarce."""
    words = {
        Verdict.GENUINE: tr("Genuine"),
        Verdict.LAPSED: tr("Lapsed"),
        Verdict.ACQUAINTANCE: tr("Acquaintance"),
        Verdict.NUMBERS_ONLY: tr("Numbers only"),
        Verdict.INSUFFICIENT: tr("Not enough") if short else tr("Not enough evidence"),
    }
    return words[verdict]


def listing_title(listing: Listing) -> str:
    """The title of a list."""
    titles = {
        Listing.UNFOLLOW: tr("Unfollow, to consider"),
        Listing.FOLLOW: tr("Follow"),
        Listing.SAY_HELLO: tr("Say hello"),
        Listing.KEEP: tr("Keep"),
        Listing.ASK: tr("Ask yourself"),
        Listing.NONE: tr("On no list"),
    }
    return titles[listing]


def listing_hint(listing: Listing) -> str:
    """One line below a list's title."""
    hints = {
        Listing.UNFOLLOW: tr("You follow; no contact seen"),
        Listing.FOLLOW: tr("You talk already, but do not follow"),
        Listing.SAY_HELLO: tr("A genuine tie that fell silent"),
        Listing.KEEP: tr("Genuine, acquaintance or protected"),
        Listing.ASK: tr("Not enough evidence either way"),
        Listing.NONE: "",
    }
    return hints[listing]


def choice_word(choice: Choice) -> str:
    """The verb or mark of a decision, as on its button."""
    words = {
        Choice.KEEP: tr("Keep"),
        Choice.FOLLOW: tr("Follow"),
        Choice.UNFOLLOW: tr("Unfollow"),
        Choice.CONTENT: tr("For content"),
        Choice.PROTECT: tr("Protect"),
        Choice.LATER: tr("Later"),
        Choice.ME: tr("This is me"),
    }
    return words[choice]


def follow_words(person: Person) -> str:
    """Who follows whom, as a sentence part: "you follow each other"."""
    if person.followed_by_ego and person.follows_ego:
        return tr("you follow each other")
    if person.followed_by_ego:
        return tr("you follow, no follow back")
    if person.follows_ego:
        return tr("follows you")
    return tr("neither follows the other")


def follow_filter_words(follow: str) -> str:
    """A choice of the follow filter; ``follow`` is a `desktop.filters.Follow`."""
    choices = {
        "anyone": tr("Follow: anyone"),
        "you_follow": tr("You follow"),
        "follow_you": tr("They follow you"),
        "mutual": tr("You follow each other"),
        "neither": tr("Neither follows"),
    }
    return choices[follow]


def sign_word(sign: str, short: bool = False) -> str:
    """The name of one of the five signs; ``short`` for its tile."""
    full = {
        "conversation": tr("Conversation"),
        "sprint": tr("Word sprint"),
        "morning": tr("Good morning"),
        "hello": tr("Hello again"),
        "welcome_answer": tr("Welcome answered"),
    }
    tile = {
        "conversation": tr("Talks"),
        "sprint": tr("Sprints"),
        "morning": tr("Mornings"),
        "hello": tr("Hellos"),
        "welcome_answer": tr("Welcome"),
    }
    return (tile if short else full)[sign]


def signs_words(person: Person) -> str:
    """The computed signs in words: "signs: conversation 4, hello again 1"; nothing where none was seen or computed."""
    seen = [(name, getattr(person.signs, name)) for name in SIGN_NAMES]
    parts = [f"{sign_word(name).lower()} {count}" for name, count in seen if count]
    return tr("signs: {signs}").format(signs=", ".join(parts)) if parts else ""


def listing_line(listing: Listing) -> str:
    """Where a person stands without a choice of the user's: one caption."""
    lines = {
        Listing.KEEP: tr("Suggested: keep."),
        Listing.FOLLOW: tr("Suggested: follow."),
        Listing.UNFOLLOW: tr("To consider: unfollow."),
        Listing.SAY_HELLO: tr("Suggested: say hello again."),
        Listing.ASK: tr("Only you can tell."),
        Listing.NONE: "",
    }
    return lines[listing]


def choice_line(choice: Choice) -> str:
    """The user's choice as one caption."""
    lines = {
        Choice.KEEP: tr("Your choice: keep."),
        Choice.FOLLOW: tr("Your choice: follow."),
        Choice.UNFOLLOW: tr("Your choice: unfollow."),
        Choice.CONTENT: tr("Your choice: keep for the content."),
        Choice.PROTECT: tr("Your choice: protected, on no list to unfollow."),
        Choice.LATER: tr("Your choice: later."),
        Choice.ME: tr("Your choice: this is you, on no list."),
    }
    return lines[choice]
