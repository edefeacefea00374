"""Words of the graph's tools: picking several people, their bar and menus, amounts of ties and names, the small map, saved views."""

from analyzer.verdict.verdicts import Choice
from desktop.graph.selecting import Band
from desktop.wording.basics import number, plural, safe, tr
from desktop.wording.names import choice_word


def picking_step() -> str:
    """What undo takes back, after the verb."""
    return tr("the selection")


def picked_words(people: int, hidden: int = 0) -> str:
    """14 selected, and how many of them the filters hide."""
    words = plural(people, "%Ln selected", "%Ln selected")
    return tr("{selected}, {n} not shown").format(selected=words, n=number(hidden)) if hidden else words


def also_picked(words: str) -> str:
    """A person's accessible text where they are among those picked."""
    return tr("{person}, selected").format(person=words)


def nobody_picked() -> str:
    """Said when the last of the picked is gone."""
    return tr("Nobody is selected")


def tool_words(tool: Band | None) -> str:
    """What a tool that was taken up wants, for the line at the picture's top and for those who hear it."""
    if tool is Band.LASSO:
        return tr("Lasso: draw around people, or set points with the arrows and Space, then Enter. Esc ends.")
    if tool is Band.RECTANGLE:
        return tr("Rectangle: drag over people, or set two corners with the arrows and Space. Esc ends.")
    return tr("Dragging moves the picture again")


def decide_words(choice: Choice, people: int) -> str:
    """A decision in a menu: for one, or for so many."""
    return choice_word(choice) if people == 1 else tr("{choice}: {people}").format(choice=choice_word(choice), people=picked_words(people))


def only_picked(people: int) -> str:
    """The filter that holds those sent to review."""
    return plural(people, "%Ln selected on the graph", "%Ln selected on the graph")


def ties_words(shown: int, total: int) -> str:
    """How many ties are drawn."""
    if shown == total:
        return tr("all {n}").format(n=number(total))
    return tr("{shown} of {total}").format(shown=number(shown), total=number(total))


def names_words(level: int) -> str:
    """How many names stand on the picture, from none to everybody's."""
    return (tr("none"), tr("few"), tr("usual"), tr("more"), tr("everybody"))[level]


def ties_said(words: str) -> str:
    """Said after a step of the ties."""
    return tr("Ties: {amount}").format(amount=words)


def names_said(words: str) -> str:
    """Said after a step of the names."""
    return tr("Names: {amount}").format(amount=words)


def view_kept(name: str) -> str:
    """Said when a view was saved."""
    return tr("View “{name}” is kept.").format(name=safe(name))


def view_gone(name: str) -> str:
    """Said when a view was deleted."""
    return tr("View “{name}” is deleted.").format(name=safe(name))


def people_gone(missing: int) -> str:
    """What is said of a saved view some of whose people are not in the archive any more."""
    return plural(missing, "%Ln person of this view is not in the archive any more.", "%Ln people of this view are not in the archive any more.")
