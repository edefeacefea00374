"""Which single key decides what, and which person-keys do something else: the same on every page."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from analyzer.verdict.verdicts import Choice

CHOICE_KEYS = {
    Qt.Key.Key_K: Choice.KEEP,
    Qt.Key.Key_F: Choice.FOLLOW,
    Qt.Key.Key_U: Choice.UNFOLLOW,
    Qt.Key.Key_C: Choice.CONTENT,
    Qt.Key.Key_P: Choice.PROTECT,
    Qt.Key.Key_L: Choice.LATER,
    Qt.Key.Key_M: Choice.ME,
}
KEY_NAMES = {choice: chr(key.value) for key, choice in CHOICE_KEYS.items()}


class PersonKey(Enum):
    """Keys that do something with a person other than deciding."""

    NOTE = "note"
    PROFILE = "profile"
    LOCATE = "locate"


PERSON_KEYS = {Qt.Key.Key_N: PersonKey.NOTE, Qt.Key.Key_O: PersonKey.PROFILE, Qt.Key.Key_G: PersonKey.LOCATE}


def meaning_of(event: QKeyEvent) -> Choice | PersonKey | None:
    """What a plain key press means; None with modifiers, as Shift and a letter jump to a name."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    key = Qt.Key(event.key())
    return CHOICE_KEYS.get(key) or PERSON_KEYS.get(key)
