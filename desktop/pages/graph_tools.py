"""All tools of the graph page put together: what keys, menus, the small map and the panels over the picture do."""

from collections.abc import Collection

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from analyzer.verdict.verdicts import Choice
from desktop.graph.canvas import CirclesCanvas
from desktop.graph.commands import Command
from desktop.graph.detail import Detail
from desktop.graph.minimap import Minimap
from desktop.metrics import px
from desktop.pages.decision_keys import PersonKey, meaning_of
from desktop.pages.graph_bar import PickedBar
from desktop.pages.graph_filters import GraphFilters
from desktop.pages.graph_keeping import PictureKeeper
from desktop.pages.graph_menu import GraphMenu, ground_menu, person_menu, picked_menu
from desktop.pages.graph_overlays import ZoomBar
from desktop.pages.graph_picking import PickingTools
from desktop.pages.graph_popover import DetailPanel, Popover, detail_said
from desktop.pages.graph_table import GraphTable
from desktop.pages.graph_viewing import ViewTools
from desktop.pages.opening import open_in_browser, profile_url
from desktop.session import Session
from desktop.settings import SettingsStore
from desktop.wording.graph_tools import picked_words
from desktop.wording.names import called

MINIMAP_FROM = 1500
STEPS = {Command.MORE_TIES: (1, 0), Command.FEWER_TIES: (-1, 0), Command.MORE_NAMES: (0, 1), Command.FEWER_NAMES: (0, -1)}


class GraphTools(QObject):
    """`placed_anew` asks for the overlays to be put in their places; the other signals ask for what is not the graph's own."""

    placed_anew = Signal()
    people_asked = Signal(str)  # key of a person
    review_asked = Signal()
    one_person_asked = Signal(int)  # place of a person
    note_asked = Signal()
    export_asked = Signal()

    def __init__(
        self,
        session: Session,
        canvas: CirclesCanvas,
        keeper: PictureKeeper,
        filters: GraphFilters,
        zoom: ZoomBar,
        settings: SettingsStore | None = None,
    ) -> None:
        super().__init__(canvas)
        self._session, self._canvas, self._keeper, self._zoom, self._settings = session, canvas, keeper, zoom, settings
        self.picking = PickingTools(session, canvas)
        self.minimap = Minimap(canvas)
        self.detail = DetailPanel(canvas)
        self.views = ViewTools(session, canvas, keeper, filters, self.picking.picked)
        self.menu: GraphMenu | None = None
        self._table: GraphTable | None = None
        if settings is not None:
            keeper.set_detail(Detail.of(settings.value.graph_ties, settings.value.graph_names))
        self._connect()

    def _connect(self) -> None:
        self._canvas.commanded.connect(self.do)
        self._canvas.menu_asked.connect(self._on_menu_asked)
        self._canvas.moved.connect(self.show_view)
        self._canvas.installEventFilter(self)
        self._keeper.made.connect(self._on_scene_made)
        self._session.archive_opened.connect(self._on_archive_opened)
        self.minimap.moved.connect(self._on_minimap_moved)
        self.picking.changed.connect(self._on_picking_changed)
        self.picking.review_asked.connect(self.review_asked)
        self.picking.bar.more_asked.connect(self._on_more_asked)
        self._zoom.lasso.clicked.connect(self._on_lasso)
        self._zoom.detail.clicked.connect(self._on_detail)
        self.detail.stepped.connect(self._on_stepped)
        self._zoom.views.clicked.connect(self._on_views)
        self.views.store.changed.connect(self.placed_anew)
        for panel in self.panels():
            panel.closed.connect(self._on_panel_closed)

    def set_table(self, table: GraphTable, bar: PickedBar) -> None:
        """Let the table twin do what needs no picture."""
        self._table = table
        self.picking.set_table(table, bar)
        table.commanded.connect(self.do)
        table.menu_asked.connect(self._on_menu_asked)
        table.installEventFilter(self)
        bar.more_asked.connect(self._on_more_asked)

    def panels(self) -> list[Popover]:
        """What opens beside the zoom buttons."""
        return [self.detail, self.views.panel]

    # --- Commands ---

    def do(self, command: Command, about: Collection[int] = ()) -> None:
        """What a key, a menu or a button asked for; ``about`` are the people of a menu."""
        if self.picking.do(command, about):
            return
        if command in STEPS:
            self._on_stepped(*STEPS[command])
        elif command is Command.FIT:
            self._canvas.fit()
        elif command is Command.ZOOM_TO:
            self._canvas.zoom_to(self.picking.meant())
        elif command is Command.DETAIL:
            self.toggle_panel(self.detail)
        elif command is Command.VIEWS:
            self.toggle_panel(self.views.panel)
        elif command is Command.EXPORT:
            self.export_asked.emit()
        else:
            self._about_person(command, self.picking.current())

    def _about_person(self, command: Command, place: int | None) -> None:
        analysis = self._session.analysis
        if analysis is None or place is None:
            return
        person = analysis.people[place]
        if command is Command.SHOW_IN_PEOPLE:
            self.people_asked.emit(person.key)
        elif command is Command.ONE_PERSON:
            self.one_person_asked.emit(place)
        elif command is Command.COPY_HANDLE and person.handle:
            QGuiApplication.clipboard().setText(f"@{person.handle}")
        elif command is Command.PROFILE:
            url = profile_url(person)
            if url is not None:
                open_in_browser(url)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that decide mean on the picture what they mean everywhere, for all that are picked."""
        if watched in (self._canvas, self._table) and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self.picking.meant():
            meaning = meaning_of(event)
            if isinstance(meaning, Choice):
                self.picking.decide(meaning)
                return True
            if isinstance(meaning, PersonKey):
                self._on_person_key(meaning)
                return True
        return super().eventFilter(watched, event)

    def _on_person_key(self, meaning: PersonKey) -> None:
        place, analysis = self.picking.current(), self._session.analysis
        if place is None or analysis is None:
            return
        if meaning is PersonKey.PROFILE:
            self._about_person(Command.PROFILE, place)
        elif meaning is PersonKey.LOCATE:
            self._canvas.locate(place)
        else:
            self._session.select(analysis.people[place].key)
            self.note_asked.emit()

    # --- Menus ---

    def _on_menu_asked(self, place: object, where: QPoint) -> None:
        analysis = self._session.analysis
        if analysis is None or (self.menu is not None and self.menu.isVisible()):
            return
        picked = self.picking.picked.people
        if not isinstance(place, int):
            self._open(ground_menu(self._canvas), where)
            return
        self._canvas.walk_to(place)
        if place in picked:
            self._open(self._picked_menu(), where)
        else:
            self._open(person_menu(called(analysis.people[place]), place, self._ground()), where)

    def _ground(self) -> QWidget:
        """What a menu opens over: the picture, or the table in its place."""
        return self._table if self._table is not None and self._table.isVisible() else self._canvas

    def _picked_menu(self) -> GraphMenu:
        picked = self.picking.picked.people
        return picked_menu(picked_words(len(picked)), picked, self._ground())

    def _on_more_asked(self) -> None:
        bar = self.picking.table_bar
        button = (bar if bar is not None and bar.isVisible() else self.picking.bar).more
        self._open(self._picked_menu(), button.mapToGlobal(QPoint(0, button.height())))

    def _open(self, menu: GraphMenu, where: QPoint) -> None:
        """Show a menu with what can be done now; it goes when the next one comes."""
        analysis = self._session.analysis
        assert analysis is not None
        one = self.picking.current()
        menu.enable(Command.ZOOM_TO, bool(self.picking.meant()))
        menu.enable(Command.PICK_NOBODY, bool(self.picking.picked.people))
        menu.enable(Command.PICK, one is not None)
        for command, tool in ((Command.LASSO, "lasso"), (Command.RECTANGLE, "rectangle")):
            menu.check(command, self._canvas.marker.tool == tool)
        if one is not None:
            menu.enable(Command.COPY_HANDLE, bool(analysis.people[one].handle))
            menu.enable(Command.PROFILE, profile_url(analysis.people[one]) is not None)
        decided = {self._session.judgements[place].decision for place in menu.about}
        for choice in Choice:
            menu.check(choice, decided == {choice})
        if self.menu is not None:
            self.menu.deleteLater()
        self.menu = menu
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(where)

    def _on_menu_triggered(self, action: QAction) -> None:
        if self.menu is None:
            return
        meaning, about = self.menu.meaning_of(action), self.menu.about
        if isinstance(meaning, Command):
            self.do(meaning, about)
        elif isinstance(meaning, Choice):
            self.picking.decide(meaning, about)

    # --- Ties and names ---

    def _on_stepped(self, ties: int, names: int) -> None:
        before = self._keeper.detail
        detail = before.stepped(ties, names)
        self._keeper.set_detail(detail)
        if self._settings is not None:
            self._settings.change(graph_ties=detail.ties, graph_names=detail.names)
        self._show_detail()
        self._canvas.say(detail_said(before, detail, self._canvas.scene))

    def _show_detail(self) -> None:
        self.detail.show_detail(self._keeper.detail, self._canvas.scene)

    # --- Panels ---

    def toggle_panel(self, panel: Popover) -> None:
        """Open one of the panels, with the focus in it; one that is open closes."""
        opens = panel.isHidden()
        for other in self.panels():
            other.setVisible(other is panel and opens)
        self._show_detail()
        self._mark_buttons()
        self.placed_anew.emit()
        if opens:
            panel.take_focus()
        else:
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_panel_closed(self) -> None:
        self._mark_buttons()
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_archive_opened(self) -> None:
        """What stood open was about another archive."""
        for panel in self.panels():
            panel.hide()
        self._mark_buttons()

    def _mark_buttons(self) -> None:
        self._zoom.detail.setChecked(not self.detail.isHidden())
        self._zoom.views.setChecked(not self.views.panel.isHidden())
        self._zoom.lasso.setChecked(self._canvas.marker.tool is not None)

    def _on_lasso(self) -> None:
        self.do(Command.LASSO)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_detail(self) -> None:
        self.toggle_panel(self.detail)

    def _on_views(self) -> None:
        self.toggle_panel(self.views.panel)

    def _on_picking_changed(self) -> None:
        self._mark_buttons()
        self.placed_anew.emit()

    # --- The small map ---

    def show_view(self) -> None:
        """Let the small map follow; it stands there only in wide windows and while one is near."""
        was_hidden = self.minimap.isHidden()
        self.minimap.show_view(self._canvas.scene, self._canvas.view)
        wide = self._canvas.window().width() >= px(MINIMAP_FROM)
        self.minimap.setVisible(wide and self.minimap.is_needed)
        if was_hidden is not self.minimap.isHidden():
            self.placed_anew.emit()

    def _on_minimap_moved(self, x: float, y: float) -> None:
        self._canvas.look_at(x, y)

    def _on_scene_made(self) -> None:
        self.picking.refresh()
        self.show_view()
        self._show_detail()
