"""Every action of the window in one table: its name, its words, its shortcut, its menu."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One line of the table. ``group`` makes exclusive checkable actions, ``after_line`` parts it from those above."""

    name: str
    menu: str
    text: str
    shortcut: str = ""
    group: str = ""
    after_line: bool = False
    checkable: bool = False


def _t(text: str) -> str:
    return str(QT_TRANSLATE_NOOP("actions", text))


MENUS = (("file", _t("&File")), ("edit", _t("&Edit")), ("view", _t("&View")), ("help", _t("&Help")))

TABLE = (
    ActionSpec("open_zip", "file", _t("Open &zip…"), "Ctrl+O"),
    ActionSpec("open_folder", "file", _t("Open &folder…"), "Ctrl+Shift+O"),
    ActionSpec("open_sample", "file", _t("Try the &sample")),
    ActionSpec("close_archive", "file", _t("&Close the archive"), "Ctrl+W", after_line=True),
    ActionSpec("export", "file", _t("&Export…"), "Ctrl+E"),
    ActionSpec("quit", "file", _t("&Quit"), "Ctrl+Q", after_line=True),
    ActionSpec("undo", "edit", _t("&Undo the decision"), "Ctrl+Z"),
    ActionSpec("redo", "edit", _t("&Redo the decision"), "Ctrl+Shift+Z"),
    ActionSpec("find", "edit", _t("&Find"), "Ctrl+F", after_line=True),
    ActionSpec("next_area", "view", _t("&Next area"), "F6"),
    ActionSpec("theme_light", "view", _t("&Light"), group="theme", after_line=True),
    ActionSpec("theme_dark", "view", _t("&Dark"), group="theme"),
    ActionSpec("theme_system", "view", _t("As the &system"), group="theme"),
    ActionSpec("reduced_motion", "view", _t("&Reduce motion"), after_line=True, checkable=True),
    ActionSpec("shortcuts", "help", _t("&Keyboard shortcuts"), "F1"),
    ActionSpec("method", "help", _t("How it &works")),
    ActionSpec("about", "help", _t("&About Kithmap")),
)


class Actions:
    """The actions of one window, by name; all of them stand in the menu bar and so can be found and reached there."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._by_name: dict[str, QAction] = {}
        self._groups: dict[str, QActionGroup] = {}
        self._menus: dict[str, QMenu] = {}
        for spec in TABLE:
            self._add(spec)

    def __getitem__(self, name: str) -> QAction:
        return self._by_name[name]

    def all(self) -> list[QAction]:
        """All actions, those of pages last."""
        return list(self._by_name.values())

    def add_page(self, page_id: str, title: str, shortcut: str) -> QAction:
        """The action that shows a page; it stands at the head of the view menu, with a letter of its own there."""
        action = QAction(with_mnemonic(title, [known.text() for known in self._of_menu("view")]), self._window)
        action.setShortcut(QKeySequence(shortcut))
        action.setData(page_id)
        self._by_name[f"page_{page_id}"] = action
        self._window.addAction(action)
        if "view" in self._menus:
            self._menus["view"].insertAction(self._by_name["next_area"], action)
        return action

    def fill(self, bar: QMenuBar) -> None:
        """Make the menus."""
        for name, title in MENUS:
            self._menus[name] = bar.addMenu(QCoreApplication.translate("actions", title))
        for spec in TABLE:
            if spec.after_line:
                self._menus[spec.menu].addSeparator()
            self._menus[spec.menu].addAction(self._by_name[spec.name])

    def _of_menu(self, name: str) -> list[QAction]:
        """The actions that stand in a menu, also before the menus are made."""
        menu = self._menus.get(name)
        return menu.actions() if menu is not None else [self._by_name[spec.name] for spec in TABLE if spec.menu == name]

    def _add(self, spec: ActionSpec) -> None:
        action = QAction(QCoreApplication.translate("actions", spec.text), self._window)
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        action.setCheckable(bool(spec.group) or spec.checkable)
        if spec.group:
            group = self._groups.setdefault(spec.group, QActionGroup(self._window))
            group.addAction(action)
        self._by_name[spec.name] = action
        self._window.addAction(action)


def with_mnemonic(title: str, others: Sequence[str]) -> str:
    """``title`` with ``&`` before its first letter that none of ``others`` uses; as it is where all are taken.

    >>> with_mnemonic("People", ["&Next area"]), with_mnemonic("Plan", ["&People", "&Light"])
    ('&People', 'Pl&an')
    """
    taken = {text[place + 1].casefold() for text in others if 0 <= (place := text.replace("&&", "  ").find("&")) < len(text) - 1}
    for place, letter in enumerate(title):
        if letter.isalnum() and letter.casefold() not in taken:
            return f"{title[:place]}&{title[place:]}"
    return title
