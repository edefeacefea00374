"""The graph's context menus: about one person, about all that are picked, and about the picture."""

from collections.abc import Collection, Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from analyzer.verdict.verdicts import Choice
from desktop.graph.commands import SHOWN_KEYS, Command
from desktop.pages.decision_keys import KEY_NAMES
from desktop.wording.basics import tr
from desktop.wording.graph_tools import command_words, take_out
from desktop.wording.names import choice_word

CHOICES = (Choice.KEEP, Choice.FOLLOW, Choice.UNFOLLOW, Choice.CONTENT, Choice.PROTECT, Choice.LATER)
OF_PERSON = (
    (Command.SHOW_IN_PEOPLE, Command.ONE_PERSON),
    (),
    (Command.PICK, Command.NEIGHBOURS, Command.COMMUNITY),
    (Command.PROFILE, Command.COPY_HANDLE),
)
OF_PICKED = ((Command.REVIEW, Command.ZOOM_TO), (), (Command.NEIGHBOURS, Command.COMMUNITY, Command.INVERT, Command.PICK_NOBODY), (Command.PICK,))
OF_GROUND = (
    (Command.FIT, Command.ZOOM_TO),
    (Command.PICK_ALL, Command.INVERT, Command.PICK_NOBODY),
    (Command.LASSO, Command.RECTANGLE),
    (Command.DETAIL, Command.VIEWS),
    (Command.EXPORT,),
)
# Keys that decision_keys or the canvas itself has; Qt calls the one of One person Return, and nothing else in the window does.
OTHER_KEYS = {Command.PROFILE: "O", Command.FIT: "0", Command.ONE_PERSON: "Ctrl+Enter"}


class GraphMenu(QMenu):
    """A menu whose actions mean a `Command` or a `Choice`; an empty group stands for the decisions.

    ``about`` are the places of the people it is about, none for the picture as a whole.
    """

    def __init__(self, name: str, groups: Iterable[tuple[Command, ...]], about: Collection[int], parent: QWidget) -> None:
        super().__init__(parent)
        self.about = tuple(sorted(about))
        self.setAccessibleName(name)
        self._actions: dict[Command | Choice, QAction] = {}
        for number, group in enumerate(groups):
            if number:
                self.addSeparator()
            for command in group:
                self._add(command, command_words(command), key_words(command))
            if not group:
                for choice in CHOICES:
                    self._add(choice, choice_word(choice), KEY_NAMES.get(choice, ""))

    def _add(self, meaning: Command | Choice, words: str, key: str) -> None:
        # The key stands there to be learnt; who presses it is heard by the canvas.
        action = self.addAction(f"{words}\t{key}" if key else words)
        self._actions[meaning] = action

    @property
    def meanings(self) -> list[Command | Choice]:
        """What can be chosen, in the order of the menu."""
        return list(self._actions)

    def meaning_of(self, action: QAction) -> Command | Choice | None:
        """What an action means."""
        return next((meaning for meaning, known in self._actions.items() if known is action), None)

    def of(self, meaning: Command | Choice) -> QAction | None:
        """The action that means this, if it is in the menu."""
        return self._actions.get(meaning)

    def enable(self, meaning: Command | Choice, enabled: bool) -> None:
        """Grey out what leads nowhere now."""
        action = self._actions.get(meaning)
        if action is not None:
            action.setEnabled(enabled)

    def check(self, meaning: Command | Choice, on: bool) -> None:
        """Tick what stands; choosing it again takes it back."""
        action = self._actions.get(meaning)
        if action is not None:
            action.setCheckable(True)
            action.setChecked(on)

    def call(self, meaning: Command | Choice, words: str) -> None:
        """Other words for an action, its key kept."""
        action = self._actions.get(meaning)
        if action is not None:
            _, tab, key = action.text().partition("\t")
            action.setText(words + tab + key)


def key_words(command: Command) -> str:
    """The key of a command as the system writes it; empty where it has none."""
    if command in OTHER_KEYS:
        return OTHER_KEYS[command]
    key = SHOWN_KEYS.get(command)
    if key is None:
        return ""
    return QKeySequence(key[1].value | key[0].value).toString(QKeySequence.SequenceFormat.NativeText)


def ground_menu(parent: QWidget) -> GraphMenu:
    """About the picture as a whole."""
    return GraphMenu(tr("Picture"), OF_GROUND, (), parent)


def person_menu(name: str, person: int, parent: QWidget) -> GraphMenu:
    """About one person."""
    return GraphMenu(name, OF_PERSON, (person,), parent)


def picked_menu(name: str, people: Collection[int], parent: QWidget) -> GraphMenu:
    """About all that are picked."""
    menu = GraphMenu(name, OF_PICKED, people, parent)
    menu.call(Command.PICK, take_out())
    return menu
