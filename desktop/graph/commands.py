"""What the keys of the graph's canvas ask for, beside walking and moving: one table for canvas, menus and the F1 sheet."""

from enum import StrEnum

from PySide6.QtCore import Qt


class Command(StrEnum):
    """Asked for by a key or a menu; who hears it decides for whom it is meant."""

    PICK = "pick"
    PICK_ALL = "pick_all"
    PICK_NOBODY = "pick_nobody"
    INVERT = "invert"
    NEIGHBOURS = "neighbours"
    COMMUNITY = "community"
    LASSO = "lasso"
    RECTANGLE = "rectangle"
    REVIEW = "review"
    ZOOM_TO = "zoom_to"
    FIT = "fit"
    ONE_PERSON = "one_person"
    SHOW_IN_PEOPLE = "show_in_people"
    COPY_HANDLE = "copy_handle"
    PROFILE = "profile"
    EXPORT = "export"
    MORE_TIES = "more_ties"
    FEWER_TIES = "fewer_ties"
    MORE_NAMES = "more_names"
    FEWER_NAMES = "fewer_names"
    DETAIL = "detail"
    VIEWS = "views"


_PLAIN = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier

KEYS: dict[tuple[Qt.Key, Qt.KeyboardModifier], Command] = {
    (Qt.Key.Key_Space, _CTRL): Command.PICK,
    (Qt.Key.Key_A, _CTRL): Command.PICK_ALL,
    (Qt.Key.Key_A, _CTRL | _SHIFT): Command.PICK_NOBODY,
    (Qt.Key.Key_I, _PLAIN): Command.INVERT,
    (Qt.Key.Key_E, _PLAIN): Command.NEIGHBOURS,
    (Qt.Key.Key_B, _PLAIN): Command.COMMUNITY,
    (Qt.Key.Key_R, _PLAIN): Command.LASSO,
    (Qt.Key.Key_R, _SHIFT): Command.RECTANGLE,
    (Qt.Key.Key_S, _PLAIN): Command.REVIEW,
    (Qt.Key.Key_Z, _PLAIN): Command.ZOOM_TO,
    (Qt.Key.Key_Return, _CTRL): Command.ONE_PERSON,
    (Qt.Key.Key_Enter, _CTRL): Command.ONE_PERSON,
    (Qt.Key.Key_C, _CTRL): Command.COPY_HANDLE,
    (Qt.Key.Key_W, _PLAIN): Command.MORE_TIES,
    (Qt.Key.Key_W, _SHIFT): Command.FEWER_TIES,
    (Qt.Key.Key_Period, _PLAIN): Command.MORE_NAMES,
    (Qt.Key.Key_Comma, _PLAIN): Command.FEWER_NAMES,
    (Qt.Key.Key_V, _PLAIN): Command.VIEWS,
}
SHOWN_KEYS = {command: (key, modifiers) for (key, modifiers), command in reversed(KEYS.items())}
"""The key that menus show beside a command."""


def command_of(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> Command | None:
    """What a key press on the canvas asks for; None for keys that mean something else or nothing."""
    return KEYS.get((key, modifiers & ~Qt.KeyboardModifier.KeypadModifier))
