"""Words on and around the Circles picture: rings, arcs of the crowd, what is hidden, tooltips and what a screen reader says."""

from datetime import date
from functools import lru_cache

from analyzer.network.circles import Circles
from analyzer.network.crowd import CrowdKind
from analyzer.network.rings import Ring, RingKind
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Judgement, Verdict
from desktop.graph.kinds import SceneKind
from desktop.marks import SomePlaces, count_in
from desktop.wording.basics import date_in_words, number, plural, safe, tr
from desktop.wording.lists import archive_of
from desktop.wording.names import called, caption_of, follow_words, name_of, verdict_word

MOST_NAMES = 1 << 15


def ring_words(ring: Ring) -> str:
    """The ring's name at twelve o'clock; a ring by the person's own quantiles says how often that truly is."""
    match ring.kind:
        case RingKind.WEEKLY:
            return tr("weekly")
        case RingKind.MONTHLY:
            return tr("monthly")
        case RingKind.YEARLY:
            return tr("within a year")
        case RingKind.SILENT:
            return tr("silent for a year")
    if ring.least == ring.most:
        return plural(ring.most, "%Ln day a year", "%Ln days a year")
    return tr("{least}–{most} days a year").format(least=number(ring.least), most=number(ring.most))


def crowd_words(kind: CrowdKind, n: int) -> tuple[str, str]:
    """Two lines under the number of an arc; an arc that proves nothing says so and is never called numbers only."""
    match kind:
        case CrowdKind.YOU_FOLLOW:
            return tr("you follow,"), tr("no contact seen")
        case CrowdKind.YOU_FOLLOW_UNKNOWN:
            return tr("you follow,"), tr("not enough evidence")
        case CrowdKind.FOLLOW_YOU:
            return plural(n, "follows you,", "follow you,"), tr("no contact seen")
        case CrowdKind.FOLLOW_YOU_UNKNOWN:
            return plural(n, "follows you,", "follow you,"), tr("not enough evidence")
        case CrowdKind.CLICKED:
            return tr("only liked,"), tr("retweeted or named")
    return tr("no follow tie,"), tr("not enough evidence")


def hidden_words(passing: int, weaker: int, own: int = 0) -> str:
    """The notice of what the picture leaves out, each kind counted; nothing where nothing is left out."""
    parts = []
    if passing:
        parts.append(plural(passing, "%Ln passing contact", "%Ln passing contacts"))
    if weaker:
        parts.append(plural(weaker, "%Ln weaker tie", "%Ln weaker ties"))
    if own:
        parts.append(plural(own, "%Ln account of your own", "%Ln accounts of your own"))
    if not parts:
        return ""
    listed = tr(" and ").join(filter(None, [tr(", ").join(parts[:-1]), parts[-1]]))
    return tr("{things} hidden").format(things=listed)


def dot_words(per_dot: int) -> str:
    """What one dot of the crowd stands for, where that is not one account; nothing otherwise."""
    return tr("Each dot is {count} accounts.").format(count=number(per_dot)) if per_dot > 1 else ""


def chart_title(follows_read: bool) -> str:
    """The page's title; without follow lists nobody can be called a number."""
    return tr("Who is close, who is only a number") if follows_read else tr("Who is close")


def mode_word(kind: SceneKind) -> str:
    """The name of a picture."""
    match kind:
        case SceneKind.CIRCLES:
            return tr("Circles")
        case SceneKind.MAP:
            return tr("Map")
    return tr("One person")


def mode_choices() -> tuple[tuple[SceneKind, str], ...]:
    """The pictures to choose from."""
    return tuple((kind, mode_word(kind)) for kind in SceneKind)


def picture_title(kind: SceneKind, follows_read: bool) -> str:
    """The page's title for a picture."""
    return tr("Who belongs together") if kind is SceneKind.MAP else chart_title(follows_read)


def chart_description(circles: Circles, shown: SomePlaces) -> str:
    """What the picture shows as one sentence, for those who hear it."""
    silent = sum(count_in(shown, ring.people) for ring in circles.rings if ring.kind is RingKind.SILENT)
    active = sum(count_in(shown, ring.people) for ring in circles.rings if ring.kind is not RingKind.SILENT)
    crowd = sum(count_in(shown, part.people) for part in circles.crowd)
    return tr("{active} people in touch within a year, {silent} silent, {crowd} without a day of contact.").format(
        active=number(active), silent=number(silent), crowd=number(crowd)
    )


def contact_line(person: Person) -> str:
    """One line on contact: "213 contact days, last 8 January 2025", else who follows whom."""
    last = person.last_contact
    if last is None:
        return follow_words(person)
    days = plural(len(person.contact_days), "%Ln contact day", "%Ln contact days")
    return tr("{days}, last {date}").format(days=days, date=date_in_words(last))


def tooltip_lines(person: Person, judgement: Judgement) -> tuple[str, str, str]:
    """Name, verdict, one line."""
    name = name_of(person) if person.handle or person.name else caption_of(person)
    return name, verdict_word(judgement.verdict), contact_line(person)


def dot_tooltip(kind: CrowdKind, n: int) -> str:
    """What a dot says that stands for several accounts."""
    first, second = crowd_words(kind, n)
    return tr("{count} accounts: {words}").format(count=number(n), words=f"{first} {second}")


def place_words(ring: Ring | None, kind: CrowdKind | None) -> str:
    """Where on the picture somebody stands, for the table twin."""
    if ring is not None:
        return ring_words(ring)
    return " ".join(crowd_words(kind, 2)) if kind is not None else ""


def node_text(person: Person, judgement: Judgement, where: str, shared: int) -> str:
    """The accessible text of a node: "Sanne, genuine, weekly, 213 contact days, 4 shared"."""
    parts = [called(person), verdict_word(judgement.verdict).lower(), where]
    if person.contact_days:
        parts.append(plural(len(person.contact_days), "%Ln contact day", "%Ln contact days"))
    if shared:
        parts.append(tr("{count} shared").format(count=number(shared)))
    return ", ".join(part for part in parts if part)


def short_name(person: Person) -> str:
    """The label beside a node: the first word of the name (two if it is an article or a letter), else the handle, else nothing."""
    return _short(person.name, person.handle)


# A picture that changes month by month asks for the same names again each time.
@lru_cache(maxsize=MOST_NAMES)
def _short(name: str | None, handle: str | None) -> str:
    words = _words_of(name)
    if words:
        long_enough = len(words[0]) > 2 and words[0].casefold() != "the"
        return words[0] if long_enough or len(words) == 1 else f"{words[0]} {words[1]}"
    return "@" + safe(handle) if handle else ""


def _words_of(name: str | None) -> list[str]:
    return [word for word in safe(name or "").split() if any(character.isalnum() for character in word)]


def longer_name(person: Person) -> str:
    """The label where another person has the same `short_name`: with the initial of the last word, or the handle."""
    return _longer(person.name, person.handle)


@lru_cache(maxsize=MOST_NAMES)
def _longer(name: str | None, handle: str | None) -> str:
    words, short = _words_of(name), _short(name, handle)
    if words and len(words) > len(short.split()):
        initial = next(character for character in words[-1] if character.isalnum())
        return f"{short} {initial}."
    return "@" + safe(handle) if handle else short


def small_archive(people: int, numbers: int) -> str:
    """The quiet sentence where only a few accounts are shown."""
    first = plural(people, "%Ln person", "%Ln people")
    second = plural(numbers, "%Ln follow without any contact", "%Ln follows without any contact")
    return tr("{people}, and {follows}. The rings keep their places, so nothing jumps when a fuller archive comes.").format(
        people=first, follows=second
    )


def without_follow_lists() -> str:
    """Why nobody is called a number here."""
    return tr("It shows whom you talked with, not whom you follow. Nobody can be called “numbers only”, and no unfollow list can be made.")


def is_number(judgement: Judgement) -> bool:
    """True for the verdict that the small-archive sentence counts as a follow without contact."""
    return judgement.verdict is Verdict.NUMBERS_ONLY


def picture_caption(whose: str, as_of: date | None) -> str:
    """Below a saved picture: whose archive, and of when."""
    who = safe(whose)
    words = archive_of(as_of)
    return tr("@{handle}, {archive}").format(handle=who, archive=words) if who else words


def without_tweets() -> str:
    """Why the rings are empty."""
    return tr("No tweets in this archive: contact cannot be seen.")


def all_shown() -> str:
    """The notice when nothing is left out any more."""
    return tr("Passing contacts and weaker ties are shown.")


def found_on_picture(at: int, total: int) -> str:
    """2 of 5: which match of a search is located."""
    return tr("{at} of {total}").format(at=number(at), total=number(total))


def not_on_picture(hidden: int) -> str:
    """What a search says that finds nobody on the picture."""
    return plural(hidden, "%Ln match is not shown", "%Ln matches are not shown") if hidden else tr("Nobody matches")
