"""Words of the Map and of the picture of one person."""

from collections.abc import Mapping

from analyzer.network.person_people import TieKind
from desktop.wording.basics import number, plural, safe, tr


def map_description(groups: int, together: int, alone: int, crowd: int) -> str:
    """What the Map shows as one sentence, for those who hear it."""
    first = plural(groups, "%Ln community", "%Ln communities")
    return tr("{communities} with {together} people seen together, {alone} never seen with others, {crowd} without a day of contact.").format(
        communities=first, together=number(together), alone=number(alone), crowd=number(crowd)
    )


def group_words(name: str | None, size: int) -> str:
    """A community where somebody stands: its hashtag, or how many they are."""
    return safe(name) if name else plural(size, "on their own", "a community of %Ln")


def group_size(size: int, is_named: bool) -> str:
    """How many a community are, behind its hashtag or in the place of one."""
    return number(size) if is_named else plural(size, "%Ln person", "%Ln people")


def alone_words() -> str:
    """Where people stand who are in touch but were never named together with others."""
    return tr("never seen with others")


def alone_head() -> str:
    """Behind the number of those people."""
    return tr("in touch with you, never seen with others here")


def crowd_head() -> str:
    """Behind the number of the crowd."""
    return tr("without a day of contact")


def sparse_map(tied: int) -> str:
    """Why the Map is nearly empty, and what shows more."""
    if not tied:
        return tr("You named none of your people together with others. Circles shows more.")
    return plural(
        tied,
        "You named only %Ln of your people together with others. Circles shows more.",
        "You named only %Ln of your people together with others. Circles shows more.",
    )


def tie_meaning() -> str:
    """What a line says."""
    return tr("A line: you named both in one tweet.")


def laying_out() -> str:
    """While the places are being found."""
    return tr("Finding out who belongs together …")


def person_title(who: str) -> str:
    """The page's title for the picture of one person."""
    return tr("Around {name}").format(name=who)


def person_description(who: str, near: int, far: int, kinds: Mapping[TieKind, int]) -> str:
    """What the picture of one person shows as one sentence, with how many ties there are of each kind."""
    seen = plural(near, "%Ln person seen together with them", "%Ln people seen together with them")
    beyond = plural(far, "%Ln more seen with these", "%Ln more seen with these") if far else ""
    parts = [seen, beyond, *(tr("{count} ties: {kind}").format(count=number(count), kind=kind_words(kind)) for kind, count in kinds.items())]
    return tr("{name} and {people}.").format(name=who, people=tr(", ").join(part for part in parts if part))


def middle_words() -> str:
    """Where the person in the middle stands."""
    return tr("in the middle")


def seen_with(who: str) -> str:
    """Where the others stand."""
    return tr("seen together with {name}").format(name=who)


def kind_words(kind: TieKind) -> str:
    """What a kind of tie says, in the legend of its line style."""
    match kind:
        case TieKind.CO_MENTION:
            return tr("named in one tweet")
        case TieKind.REPLY_PREFIX:
            return tr("together in one reply")
    return tr("in one message group")


def nobody_around(who: str, hidden: int) -> str:
    """Why nobody stands around somebody."""
    if hidden:
        return plural(
            hidden,
            "%Ln person was seen together with {name}, but the filters hide them.",
            "%Ln people were seen together with {name}, but the filters hide them.",
        ).format(name=who)
    return tr("You never named {name} together with others.").format(name=who)


def depth_choices() -> tuple[tuple[int, str], ...]:
    """How far the picture of one person reaches."""
    return ((1, tr("One tie away")), (2, tr("Two ties away")))


def groups_offer() -> str:
    """The switch for shared message groups."""
    return tr("Message groups, too")


def show_around() -> str:
    """The button of a panel that shows somebody with their neighbours."""
    return tr("Show with neighbours")
