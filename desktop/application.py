"""Builds everything once and wires it: the only place that knows all parts of the window."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desktop import motion
from desktop import theme as themes
from desktop.crash import CrashHook
from desktop.filters import Filters
from desktop.icons import clear_icons
from desktop.import_job import Importer, Opened
from desktop.jobs import Jobs
from desktop.links import Answer, LinkOpener
from desktop.main_window import MainWindow, ShownPage
from desktop.page_links import PageLinks
from desktop.pages.export import ExportPage
from desktop.pages.graph import GraphPage
from desktop.pages.health import HealthPage
from desktop.pages.method import MethodPage, MethodSheet
from desktop.pages.people import PeoplePage
from desktop.pages.text_loader import TextLoader
from desktop.session import MOST_AT_ONCE, Session
from desktop.settings import Messages, SettingsStore
from desktop.shapes import clear_shapes
from desktop.shortcut_sheet import AboutSheet, ShortcutSheet
from desktop.system_links import SystemLinks
from desktop.theme import ThemeChoice
from desktop.undoing import Undoing
from desktop.widgets.sidebar import NavItem
from desktop.wording.basics import date_in_words, number, plural, safe
from desktop.wording.errors import decisions_set_aside, problem_of, unexpected
from desktop.wording.health import lacking_words
from desktop.wording.offline import folder_failed, link_failed

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Services:
    """What a page may be built from."""

    session: Session
    jobs: Jobs
    settings: SettingsStore
    loader: TextLoader


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: its id, title and icon, how it is made, which of its attributes gets the focus, and whether it takes all the width.

    Pages ``at_foot`` of the sidebar come last and have no number key.
    """

    page_id: str
    title: str
    icon: str
    make: Callable[[Services], QWidget]
    main: str
    wide: bool = False
    gap_before: bool = False
    at_foot: bool = False


def _people(services: Services) -> QWidget:
    return PeoplePage(services.session, services.loader)


def _graph(services: Services) -> QWidget:
    return GraphPage(services.session, services.loader, services.jobs, settings=services.settings)


def _export(services: Services) -> QWidget:
    return ExportPage(services.session, services.jobs)


def _health(services: Services) -> QWidget:
    return HealthPage(services.session)


def _method(services: Services) -> QWidget:
    return MethodPage(services.session)


PAGES: tuple[PageEntry, ...] = (
    PageEntry("people", "People", "people", _people, "view"),
    PageEntry("graph", "Graph", "graph", _graph, "canvas", wide=True),
    PageEntry("export", "Export", "export", _export, "choices", gap_before=True),
    PageEntry("method", "How it works", "help", _method, "text", at_foot=True),
    PageEntry("health", "Archive health", "health", _health, "content", at_foot=True),
)


class Application(QObject):
    """One window over one session. Give `open_paths` what the command line named, or show the start page."""

    def __init__(
        self,
        app: QApplication,
        settings: SettingsStore | None = None,
        entries: Sequence[PageEntry] = PAGES,
        session: Session | None = None,
        crash: CrashHook | None = None,
        opener: LinkOpener | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self.settings = settings or SettingsStore()
        self._theme: themes.Theme | None = None
        self._apply_theme()
        self.jobs = Jobs(self)
        self.session = session or Session(worker=self.jobs, parent=self)
        self.importer = Importer(self.jobs, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._loader = TextLoader(self.session, self.jobs, self)
        self.window = MainWindow(self.settings)
        self._add_pages(entries)
        size = self.settings.value
        self.window.resize(max(760, size.window_width), max(560, size.window_height))
        if crash is not None:
            crash.show = self._on_crash
        self._system_links = SystemLinks(opener, self) if opener is not None else None
        self._connect()
        self._refresh_actions()
        motion.let_move(self.window.pages(), self.settings.value.reduced_motion)

    def _add_pages(self, entries: Sequence[PageEntry]) -> None:
        services = Services(self.session, self.jobs, self.settings, self._loader)
        for place, entry in enumerate(entries, start=1):
            keys = "" if entry.at_foot else f"Ctrl+{place}"
            item = NavItem(entry.page_id, self.tr(entry.title), entry.icon, keys, entry.gap_before, entry.at_foot)
            widget = entry.make(services)
            self.window.add_page(ShownPage(item, widget, getattr(widget, entry.main), entry.wide))

    def _connect(self) -> None:
        window, actions = self.window, self.window.actions_
        slots: dict[str, Callable[[], object]] = {
            "open_zip": self.ask_zip,
            "open_folder": self.ask_folder,
            "open_sample": self.open_sample,
            "close_archive": self.close_archive,
            "export": self._on_export,
            "quit": window.close,
            "find": window.focus_search,
            "next_area": window.next_area,
            "shortcuts": self._on_shortcuts,
            "about": self._on_about,
            "method": self._on_method,
        }
        for name, slot in slots.items():
            actions[name].triggered.connect(slot)
        for choice in ThemeChoice:
            actions[f"theme_{choice.value}"].triggered.connect(self._on_theme_chosen)
        actions["reduced_motion"].triggered.connect(self._on_reduced_motion)
        self._app.styleHints().colorSchemeChanged.connect(self._on_system_theme)
        window.start.zip_asked.connect(self.ask_zip)
        window.start.folder_asked.connect(self.ask_folder)
        window.start.sample_asked.connect(self.open_sample)
        window.start.back_asked.connect(self._on_stopped)
        window.start.recent_chosen.connect(self._on_recent_chosen)
        window.files_dropped.connect(self.open_paths)
        window.importing.stop_asked.connect(self.importer.stop)
        window.back_asked.connect(self._on_back)
        window.closing.connect(self.shutdown)
        self.importer.started.connect(self._on_import_started)
        self.importer.page_wanted.connect(window.show_import)
        self.importer.progressed.connect(window.importing.show_progress)
        self.importer.done.connect(self._on_opened)
        self._soon.timeout.connect(self._show_first_page)
        self.importer.failed.connect(self._on_failed)
        self.importer.stopped.connect(self._on_stopped)
        self.session.save_failed.connect(self._on_save_failed)
        self.session.archive_opened.connect(self._refresh_actions)
        self.session.archive_closed.connect(self._refresh_actions)
        if self._system_links is not None:
            self._system_links.link_failed.connect(self._on_link_failed)
            self._system_links.folder_failed.connect(self._on_folder_failed)
            self._system_links.install()
        PageLinks(window)
        Undoing(self.session, window, self).refresh()

    def show(self) -> None:
        """Show the window, on the start page unless something is being opened."""
        self.window.show_start()
        if self.settings.value.maximized:
            self.window.showMaximized()
        else:
            self.window.show()

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open an archive (or several of one account) in place of what is open."""
        self.importer.open(list(paths), self.settings.value.messages is Messages.COUNTS)

    def open_sample(self) -> None:
        """Open the built-in archive."""
        self.importer.open_sample(self.settings.value.messages is Messages.COUNTS)

    def close_archive(self) -> None:
        """Back to the start page; decisions are kept."""
        self.session.close()
        self.window.toast.dismiss()
        self.window.setWindowTitle("Kithmap")
        self.window.start.offer_back(False)
        self.window.show_start()

    def ask_zip(self) -> None:
        """The dialog for zips; it never blocks."""
        dialog = self._dialog(self.tr("Open an archive"), self.tr("Archives from Twitter or X (*.zip);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.open()

    def ask_folder(self) -> None:
        """The dialog for an unpacked folder."""
        dialog = self._dialog(self.tr("Open an unpacked archive"), "")
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def shutdown(self) -> None:
        """Keep the window's size and stop all work; called once the window closes."""
        maximized = self.window.isMaximized()
        size = self.window.normalGeometry().size() if maximized else self.window.size()
        self.settings.change(window_width=size.width(), window_height=size.height(), maximized=maximized)
        self.importer.stop()
        self.jobs.shutdown()
        if self._system_links is not None:
            self._system_links.remove()

    def _dialog(self, title: str, name_filter: str) -> QFileDialog:
        dialog = QFileDialog(self.window, title, self.settings.value.last_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if name_filter:
            dialog.setNameFilter(name_filter)
        dialog.filesSelected.connect(self._on_files_selected)
        return dialog

    def _on_files_selected(self, files: list[str]) -> None:
        paths = [Path(file) for file in files]
        if paths:
            self.settings.change(last_folder=str(paths[0].parent))
            self.open_paths(paths)

    def _on_recent_chosen(self, path: str) -> None:
        self.open_paths([Path(path)])

    def _on_import_started(self) -> None:
        self.window.start.clear_problem()
        paths = () if self.importer.is_sample else self.importer.paths
        self.window.importing.begin(paths, self.settings.value.messages is Messages.COUNTS)

    def _on_opened(self, opened: Opened) -> None:
        self.session.open(opened.analysis, opened.judgements, opened.decisions, opened.policy, opened.roll, health=opened.health)
        archive, as_of = opened.analysis.archive, opened.analysis.coverage.as_of
        name, handle = safe(archive.name or ""), safe(archive.handle or "")
        self.window.sidebar.set_owner(name, handle, date_in_words(as_of) if as_of else "")
        listed = self.session.roll.count(Filters())
        self.window.sidebar.set_count("people", number(listed), plural(listed, "%Ln person", "%Ln people"))
        lacking = len(opened.health.newest.lacking()) if opened.health is not None else 0
        self.window.sidebar.set_count("health", number(lacking) if lacking else "", lacking_words(lacking))
        self.window.setWindowTitle(f"{name or handle} – Kithmap" if name or handle else "Kithmap")
        if len(opened.analysis.people) > MOST_AT_ONCE:
            self._soon.start()  # taking over a large archive is work enough for one turn of the event loop
        else:
            self._show_first_page()
        # What was decided in the archive before cannot be taken back from here.
        self.window.toast.dismiss()
        if opened.set_aside is not None:
            self.window.toast.show_sentence(decisions_set_aside(opened.set_aside), undoable=False)

    def _show_first_page(self) -> None:
        pages = self.window.pages()
        if pages and self.session.analysis is not None:
            self.window.show_page(pages[0].item.page_id)

    def _on_failed(self, error: Exception) -> None:
        """Why it was not opened is said on the start page; what was open stays open."""
        self.window.start.offer_back(self.session.analysis is not None)
        self.window.show_start()
        self.window.start.show_problem(problem_of(error))

    def _on_stopped(self) -> None:
        pages = self.window.pages()
        if self.session.analysis is not None and pages:
            self.window.show_page(self.window.last_page or pages[0].item.page_id)
        else:
            self.window.show_start()

    def _on_back(self) -> None:
        """Esc where nobody else wanted it: stop the import, leave the start page for what is still open, dismiss the toast."""
        if self.importer.running:
            self.importer.stop()
        elif self.window.toast.isVisible():
            self.window.toast.dismiss()
        elif self.window.current_page is None and self.session.analysis is not None:
            self._on_stopped()

    def _on_export(self) -> None:
        self.window.show_page("export")

    def _page(self, page_id: str) -> Any:
        return next(page.widget for page in self.window.pages() if page.item.page_id == page_id)

    def _on_method(self) -> None:
        """The page, or the same as a sheet where no archive is open."""
        if self.session.analysis is None:
            MethodSheet(self.session, self.window).open()
        else:
            self.window.show_page("method")

    def _on_save_failed(self, error: Exception) -> None:
        problem = problem_of(error)
        self.window.toast.show_sentence(f"{problem.lead} {problem.advice}", undoable=False)

    def _on_link_failed(self, answer: Answer) -> None:
        self.window.toast.show_sentence(link_failed(answer), undoable=False)

    def _on_folder_failed(self, folder: str) -> None:
        self.window.toast.show_sentence(folder_failed(folder), undoable=False)

    def _on_crash(self) -> None:
        self.window.toast.show_sentence(unexpected(), undoable=False)

    def _on_shortcuts(self) -> None:
        ShortcutSheet(self.window, self.window.actions_, self.window.pages()).open()

    def _on_about(self) -> None:
        AboutSheet(self.window).open()

    def _on_theme_chosen(self) -> None:
        actions = self.window.actions_
        chosen = next(choice for choice in ThemeChoice if actions[f"theme_{choice.value}"].isChecked())
        self.settings.change(theme=chosen)
        self._apply_theme()

    def _on_reduced_motion(self) -> None:
        self.settings.change(reduced_motion=self.window.actions_["reduced_motion"].isChecked())
        motion.let_move(self.window.pages(), self.settings.value.reduced_motion)

    def _on_system_theme(self) -> None:
        self._apply_theme()

    def _apply_theme(self) -> None:
        theme = themes.theme_for(self.settings.value.theme, self._app.styleHints().colorScheme())
        if theme is not self._theme:
            self._theme = theme
            clear_icons()
            clear_shapes()
            themes.apply(self._app, theme)

    def _refresh_actions(self) -> None:
        actions = self.window.actions_
        is_open = self.session.analysis is not None
        actions["reduced_motion"].setChecked(self.settings.value.reduced_motion)
        actions["close_archive"].setEnabled(is_open)
        actions["export"].setEnabled(is_open)
        for page in self.window.pages():
            page_action: QAction = actions[f"page_{page.item.page_id}"]
            page_action.setEnabled(is_open)
        actions[f"theme_{self.settings.value.theme.value}"].setChecked(True)
