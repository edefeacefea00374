"""The main window: puts start, import, sidebar and pages together; it decides nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QSizePolicy, QStackedWidget, QWidget

from desktop.actions import Actions
from desktop.metrics import CONTENT_MAX, is_narrow, px
from desktop.pages.importing import ImportPage
from desktop.pages.start import StartPage
from desktop.settings import SettingsStore
from desktop.widgets.drop_overlay import DropOverlay
from desktop.widgets.sidebar import NavItem, Sidebar
from desktop.widgets.toast import Toast

MINIMUM = (760, 560)


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page that is in the window; ``wide`` pages (a canvas) take all the room, others at most 1440 px.

    ``main`` gets the focus when the page is shown. A page may have ``areas()`` (what F6 walks through), ``focus_search()`` (Ctrl+F) and
    ``keep_clear(height)`` (what stands over its bottom edge for a while).
    """

    item: NavItem
    widget: QWidget
    main: QWidget
    wide: bool = False


class MainWindow(QMainWindow):
    """Tells what the user did with the window itself; whoever built it (`application.py`) answers."""

    files_dropped = Signal(object)  # list[Path]
    page_shown = Signal(str)
    back_asked = Signal()
    closing = Signal()

    def __init__(self, settings: SettingsStore) -> None:
        super().__init__()
        self.setWindowTitle("Kithmap")
        self.setMinimumSize(*MINIMUM)
        self.setAcceptDrops(True)
        self.actions_ = Actions(self)
        self.actions_.fill(self.menuBar())
        self.start = StartPage(settings, self)
        self.importing = ImportPage(self)
        self.sidebar = Sidebar(self.tr("Offline. Nothing leaves this computer."), self)
        self._pages: dict[str, ShownPage] = {}
        self._holders: dict[str, QWidget] = {}
        self._stack = QStackedWidget(self)
        self._shell = QWidget(self)
        row = QHBoxLayout(self._shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._stack, 1)
        self._rooms = QStackedWidget(self)
        for room in (self.start, self.importing, self._shell):
            self._rooms.addWidget(room)
        self.setCentralWidget(self._rooms)
        self.toast = Toast(self._rooms)
        self._overlay = DropOverlay(self._rooms)
        self.sidebar.page_chosen.connect(self.show_page)
        self.toast.room_changed.connect(self._on_room_changed)

    def add_page(self, page: ShownPage) -> None:
        """One page more, below those already there; its action stands in the view menu."""
        page_id = page.item.page_id
        self._pages[page_id] = page
        self.sidebar.add_page(page.item)
        action = self.actions_.add_page(page_id, page.item.title, page.item.shortcut)
        action.triggered.connect(self._on_page_action)
        self._holders[page_id] = page.widget if page.wide else _centred(page.widget)
        self._stack.addWidget(self._holders[page_id])

    def pages(self) -> Sequence[ShownPage]:
        """The pages, in their order."""
        return list(self._pages.values())

    @property
    def current_page(self) -> str | None:
        """The page that is shown, None on start and import."""
        return self.last_page if self._rooms.currentWidget() is self._shell else None

    @property
    def last_page(self) -> str | None:
        """The page that is shown, or was before start or import came in its place."""
        return next((page_id for page_id, holder in self._holders.items() if holder is self._stack.currentWidget()), None)

    def show_start(self) -> None:
        """The start page."""
        self.start.refresh_recent()
        self._rooms.setCurrentWidget(self.start)
        self.start.open_zip.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_import(self) -> None:
        """The import page."""
        self._rooms.setCurrentWidget(self.importing)
        self.importing.stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page_id: str) -> None:
        """One of the pages, beside the sidebar; KeyError for a page that is not there."""
        holder = self._holders[page_id]
        by_sidebar = self.focusWidget() is not None and self.sidebar.isAncestorOf(self.focusWidget() or self)
        self._rooms.setCurrentWidget(self._shell)
        self._stack.setCurrentWidget(holder)
        self.sidebar.set_current(page_id)
        self._narrow()
        if not by_sidebar:  # who walks through the sidebar goes on there
            main = self._pages[page_id].main
            target = main if main.focusPolicy() != Qt.FocusPolicy.NoFocus else _first_focusable(main) or main
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.page_shown.emit(page_id)

    def focus_search(self) -> None:
        """Put the focus into the search field of what is shown."""
        page = self._pages.get(self.current_page or "")
        of_page: Any = getattr(page.widget, "focus_search", None) if page is not None else None
        if of_page is not None:
            of_page()

    def next_area(self) -> None:
        """F6: from the sidebar to the page's areas (its ``areas()``, else the page as one) and back."""
        page = self._pages.get(self.current_page or "")
        if page is None:
            return
        of_page: Any = getattr(page.widget, "areas", None)
        areas: list[QWidget] = [area for area in (of_page() if of_page is not None else [page.widget]) if area.isVisible()]
        areas.insert(0, self.sidebar)
        focused = self.focusWidget()
        here = next((place for place, area in enumerate(areas) if focused is area or (focused and area.isAncestorOf(focused))), -1)
        following = areas[(here + 1) % len(areas)]
        if following is self.sidebar:
            self.sidebar.take_focus()
        else:
            first = _first_focusable(following)
            if first is not None:
                first.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_asked.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._narrow()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_paths(event):
            event.acceptProposedAction()
            self._overlay.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._overlay.hide()
        paths = _dropped_paths(event)
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def _narrow(self) -> None:
        self.sidebar.set_rail(is_narrow(self.width()))

    def _on_room_changed(self, covered: int) -> None:
        for page in self._pages.values():
            of_page: Any = getattr(page.widget, "keep_clear", None)
            if of_page is not None:
                of_page(covered)

    def _on_page_action(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.show_page(str(action.data()))


def _centred(page: QWidget) -> QWidget:
    """The page in the middle, at most 1440 px wide."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    page.setMaximumWidth(px(CONTENT_MAX))
    page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    row.addWidget(page)
    holder.setFocusProxy(page)
    return holder


def _first_focusable(area: QWidget) -> QWidget | None:
    """The first control inside ``area``, in the order of Tab."""
    candidate: QWidget | None = area
    while candidate is not None:
        if candidate.focusPolicy() & Qt.FocusPolicy.TabFocus and candidate.isEnabled() and candidate.isVisible() and candidate.focusProxy() is None:
            return candidate
        candidate = candidate.nextInFocusChain()
        # Qt leaves what takes no focus where it was made, so such a widget of another area may stand in between.
        if candidate is area or (candidate is not None and candidate.focusPolicy() & Qt.FocusPolicy.TabFocus and not area.isAncestorOf(candidate)):
            break
    return None


def _dropped_paths(event: QDropEvent) -> list[Path]:
    """Local files and folders of a drag; nothing for text, pictures or web addresses."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
