"""The keys of each page in words, for the F1 sheet: only those that do something."""

from analyzer.verdict.verdicts import Choice
from desktop.graph.commands import Command
from desktop.pages.decision_keys import KEY_NAMES, PERSON_KEYS, PersonKey
from desktop.pages.graph_menu import key_words
from desktop.wording.basics import tr
from desktop.wording.graph_tools import command_words
from desktop.wording.names import choice_word

Keys = tuple[tuple[str, str], ...]

GRAPH_COMMANDS = (
    Command.PICK,
    Command.PICK_ALL,
    Command.PICK_NOBODY,
    Command.INVERT,
    Command.NEIGHBOURS,
    Command.COMMUNITY,
    Command.LASSO,
    Command.RECTANGLE,
    Command.REVIEW,
    Command.ZOOM_TO,
    Command.MORE_TIES,
    Command.FEWER_TIES,
    Command.MORE_NAMES,
    Command.FEWER_NAMES,
    Command.COPY_HANDLE,
    Command.VIEWS,
)


def page_keys(page_id: str) -> Keys:
    """Pairs of keys and what they do; empty for a page without keys of its own."""
    return {"people": _people, "graph": _graph, "export": _export, "health": _health}.get(page_id, tuple)()


def _people() -> Keys:
    return (
        (tr("Arrows, Page, Home, End"), tr("Walk through the list")),
        (tr("Shift+arrows, Ctrl+A"), tr("Select several, to decide on all of them at once")),
        (tr("Letters"), tr("Jump to a name; with Shift where the letter decides")),
        (tr("Enter"), tr("Go to the panel")),
        *((name, choice_word(choice)) for choice, name in KEY_NAMES.items()),
        *((chr(key.value), _person_key(meaning)) for key, meaning in PERSON_KEYS.items()),
        (tr("Alt+1…5"), tr("Switch the verdict chips")),
        (tr("Esc"), tr("Back one step")),
    )


def _graph() -> Keys:
    return (
        (tr("Arrows"), tr("Walk to the neighbour in that direction")),
        (tr("Ctrl+Left, Right"), tr("Walk to those seen together with them, closest first")),
        (tr("Tab, Shift+Tab"), tr("Walk from the closest outward, and back")),
        (tr("Space"), tr("Select")),
        (tr("Enter"), tr("Select and go to the panel")),
        (tr("+, −, 0"), tr("Larger, smaller, all of it")),
        (tr("Shift+arrows"), tr("Move the picture")),
        ("1, 2, 3", tr("Circles, Map, One person")),
        ("Ctrl+Enter", tr("Show somebody with those seen together with them")),
        ("D", tr("There, one tie away or two")),
        ("T", tr("The same as a table, and back")),
        (tr("[ and ]"), tr("A month back and on")),
        ("M", tr("Show or hide the months; there arrows, Page, Home, End choose one, Space plays")),
        *((key_words(command), command_words(command).rstrip("…")) for command in GRAPH_COMMANDS),
        (tr("Ctrl+click"), tr("Add somebody to the selection, or take them out")),
        (tr("Shift+drag"), tr("Select who is in a rectangle; with Ctrl added to the selection")),
        (tr("Alt+drag"), tr("Select who is in a lasso; with Ctrl added to the selection")),
        (tr("Menu, Shift+F10"), tr("What can be done with a person, the selection or the picture")),
        *((name, choice_word(choice)) for choice, name in KEY_NAMES.items() if choice is not Choice.ME),
        ("N", _person_key(PersonKey.NOTE)),
        ("O", _person_key(PersonKey.PROFILE)),
        ("G", tr("Bring them to the middle")),
        (tr("Alt+1…5"), tr("Switch the verdict chips")),
        (tr("Esc"), tr("Back one step")),
    )


def _export() -> Keys:
    return (
        (tr("Arrows"), tr("Choose the list")),
        ("Ctrl+S", tr("Save")),
        ("Ctrl+C", tr("Copy the list")),
    )


def _health() -> Keys:
    return (
        (tr("Up, Down"), tr("Walk through the parts")),
        (tr("Space"), tr("Show what is not readable or not there")),
        (tr("Left, Right"), tr("Walk from month to month")),
    )


def _person_key(meaning: PersonKey) -> str:
    words = {
        PersonKey.NOTE: tr("Write a note"),
        PersonKey.PROFILE: tr("Open the profile in the browser"),
        PersonKey.LOCATE: tr("Show on the graph"),
    }
    return words[meaning]
