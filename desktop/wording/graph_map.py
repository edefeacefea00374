"""Words of the Map and of the picture of one person."""

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
