"""Words of the graph's tools: picking several people, their bar and menus, amounts of ties and names, the small map, saved views."""

from desktop.graph.commands import Command
from desktop.graph.selecting import Band
from desktop.wording.basics import number, plural, safe, tr


def picking_step() -> str:
    """What undo takes back, after the verb."""
    return tr("the selection")


def view_step() -> str:
    """What undo takes back, after the verb."""
    return tr("the saved views")


def picked_words(people: int, hidden: int = 0) -> str:
    """14 selected, and how many of them the filters hide."""
    words = plural(people, "%Ln selected", "%Ln selected")
    return tr("{selected}, {n} not shown").format(selected=words, n=number(hidden)) if hidden else words


def also_picked(words: str) -> str:
    """A person's accessible text where they are among those picked."""
    return tr("{person}, selected").format(person=words)


def picked_row(name: str) -> str:
    """A person's cell in the table twin where they are among those picked."""
    return tr("✓ {name}").format(name=name)


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


def command_words(command: Command) -> str:
    """A command in a menu."""
    words = {
        Command.PICK: tr("Add to the selection"),
        Command.PICK_ALL: tr("Select all shown"),
        Command.PICK_NOBODY: tr("Select nobody"),
        Command.INVERT: tr("Invert the selection"),
        Command.NEIGHBOURS: tr("Select the people seen together with them"),
        Command.COMMUNITY: tr("Select their community"),
        Command.LASSO: tr("Lasso"),
        Command.RECTANGLE: tr("Rectangle"),
        Command.REVIEW: tr("Send to review"),
        Command.ZOOM_TO: tr("Zoom to the selection"),
        Command.FIT: tr("The whole picture"),
        Command.ONE_PERSON: tr("Show as One person"),
        Command.SHOW_IN_PEOPLE: tr("Show in People"),
        Command.COPY_HANDLE: tr("Copy the handle"),
        Command.PROFILE: tr("Open the profile in the browser"),
        Command.EXPORT: tr("Export the picture…"),
        Command.MORE_TIES: tr("More ties"),
        Command.FEWER_TIES: tr("Fewer ties"),
        Command.MORE_NAMES: tr("More names"),
        Command.FEWER_NAMES: tr("Fewer names"),
        Command.DETAIL: tr("Ties and names…"),
        Command.VIEWS: tr("Saved views…"),
    }
    return words[command]


def take_out() -> str:
    """In the menu of somebody who is picked."""
    return tr("Take out of the selection")


def no_neighbours() -> str:
    """Said where nobody can be added."""
    return tr("Nobody else was seen together with them.")


def no_community() -> str:
    """Said where nobody can be added."""
    return tr("Nobody else of their community is shown.")


def only_picked(people: int) -> str:
    """The filter that holds those sent to review."""
    return plural(people, "%Ln selected on the graph", "%Ln selected on the graph")


def ties_words(shown: int, total: int) -> str:
    """How many ties are drawn."""
    if not total:
        return tr("none")
    if shown == total:
        return tr("all {n}").format(n=number(total))
    return tr("{shown} of {total}").format(shown=number(shown), total=number(total))


def names_words(level: int) -> str:
    """How many names stand on the picture, from none to all that find a free place."""
    return (tr("none"), tr("few"), tr("usual"), tr("more"), tr("all that fit"))[level]


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
