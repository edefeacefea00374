"""The Graph page: title, mode switch and find box, chips as legend and filter, a picture or its table, and the panel about one person."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from analyzer.workspace import places as kept_places
from desktop.graph.canvas import KEY_STEP, CirclesCanvas
from desktop.graph.kinds import SceneKind
from desktop.graph.map_source import PlaceStore
from desktop.graph.preparing import Worker
from desktop.metrics import PAGE_MARGIN, px
from desktop.pages.decision_keys import PersonKey
from desktop.pages.export_picture import ShownPicture
from desktop.pages.graph_bar import PickedBar
from desktop.pages.graph_filters import GraphFilters
from desktop.pages.graph_find import FindBox
from desktop.pages.graph_keeping import PictureKeeper
from desktop.pages.graph_modes import GraphModes
from desktop.pages.graph_overlays import PictureNotice, ZoomBar, place_overlays
from desktop.pages.graph_table import GraphTable
from desktop.pages.graph_telling import GraphTelling
from desktop.pages.graph_time import GraphTime
from desktop.pages.graph_tools import GraphTools
from desktop.pages.month_strip import MonthStrip
from desktop.pages.person_panel import PersonPanel
from desktop.pages.text_loader import TextLoader
from desktop.session import Session
from desktop.settings import SettingsStore
from desktop.widgets.button import Button, Strength
from desktop.widgets.message import InlineMessage
from desktop.widgets.page_header import PageHeader
from desktop.widgets.side_panel import PanelHost
from desktop.wording import circles as words
from desktop.wording.basics import tr

PANEL_WIDTH = 286
WIDE_PANEL = 352
WIDE_FROM = 1500


class GraphPage(QWidget):
    """Shows the people that pass the filters in one of three pictures. `people_asked` carries the key of somebody for the People
    page, or nothing for that page as the filters have it.

    Without a ``worker`` everything is prepared at once, however large the archive.
    """

    people_asked = Signal(str)
    export_asked = Signal()

    def __init__(
        self,
        session: Session,
        loader: TextLoader,
        worker: Worker | None = None,
        parent: QWidget | None = None,
        store: PlaceStore | None = None,
        settings: SettingsStore | None = None,
    ) -> None:
        super().__init__(parent)
        self._to_locate: int | None = None
        self._selection_shown = False
        self._session = session
        self.header = PageHeader(words.chart_title(True), parent=self)
        self.search = FindBox(self)
        self.filters = GraphFilters(session, self)
        content = QWidget(self)
        self.message = InlineMessage(content)
        self.canvas = CirclesCanvas(content, worker)
        self.table = GraphTable(content)
        self.keeper = PictureKeeper(session, self.filters, self.canvas, worker, self, store or kept_places)
        self.modes = GraphModes(session, self.keeper, self.filters, self.canvas, self)
        self.header.add(self.modes.switch)
        self.header.add(self.search)
        self.stack = QStackedWidget(content)
        self.months = MonthStrip(content)
        self.zoom = ZoomBar(self.canvas)
        self.time = GraphTime(session, self.keeper, self.canvas, self.months, self.zoom.months, worker, self)
        self.notice = PictureNotice(self.canvas)
        self.telling = GraphTelling(session, self.keeper, self.modes, self.filters, self.canvas, self.header, self.message, self.notice)
        self.tools = GraphTools(session, self.canvas, self.keeper, self.filters, self.zoom, settings)
        self.tools.views.set_time(self.time)
        self.panel = PersonPanel(session, loader, compact=True, parent=self)
        self.open_people = Button(tr("Open in People"), Strength.FLAT, "people", parent=self.panel)
        self.panel.set_foot(self.open_people)
        self._lay_out(content)
        self.host = PanelHost(content, self.panel, PANEL_WIDTH, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addWidget(self.modes.bar)
        column.addWidget(self.host, 1)
        self._connect()
        self._on_selection_changed()

    def _lay_out(self, content: QWidget) -> None:
        self.stack.addWidget(self.canvas)
        aside = QWidget(self.stack)
        beside = QVBoxLayout(aside)
        beside.setContentsMargins(px(PAGE_MARGIN - 8), 0, px(8), 0)
        bar = PickedBar(aside)
        beside.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        beside.addWidget(self.table)
        self.tools.set_table(self.table, bar)
        self.stack.addWidget(aside)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message)
        column.addWidget(self.stack, 1)
        column.addWidget(self.months)
        column.setAlignment(self.message, Qt.AlignmentFlag.AlignHCenter)
        self.message.setMaximumWidth(px(560))

    def _connect(self) -> None:
        session = self._session
        session.archive_opened.connect(self._on_archive_opened)
        session.archive_closed.connect(self._on_archive_opened)
        session.selection_changed.connect(self._on_selection_changed)
        self.keeper.emptied.connect(self._on_emptied)
        self.keeper.began.connect(self._on_began)
        self.keeper.made.connect(self._on_scene_made)
        self.telling.notice_changed.connect(self._place_overlays)
        self.canvas.chosen.connect(self._on_chosen)
        self.canvas.opened.connect(self.host.open_drawer)
        self.canvas.twin_asked.connect(self.show_table)
        self.canvas.installEventFilter(self)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self.host.open_drawer)
        self.table.left.connect(self.show_picture)
        self.zoom.nearer.clicked.connect(self._on_nearer)
        self.zoom.farther.clicked.connect(self._on_farther)
        self.zoom.whole.clicked.connect(self.canvas.fit)
        self.zoom.table.clicked.connect(self.show_table)
        self.tools.placed_anew.connect(self._place_overlays)
        self.tools.one_person_asked.connect(self._on_one_person_asked)
        self.tools.people_asked.connect(self.people_asked)
        self.tools.review_asked.connect(self._on_review_asked)
        self.tools.export_asked.connect(self.export_asked)
        self.tools.note_asked.connect(self._on_note_asked)
        self.search.located.connect(self._on_located)
        self.search.field.left.connect(self._focus_content)
        self.panel.person_asked.connect(self.locate)
        self.panel.locate_asked.connect(self.locate)
        self.panel.days.month_chosen.connect(self._on_month_of_person)
        self.open_people.clicked.connect(self._on_open_people)

    # --- What others ask ---

    def locate(self, key: str) -> None:
        """Select somebody and bring them into the middle; filters that hide them give way."""
        analysis = self._session.analysis
        if analysis is None:
            return
        place = analysis.index[key]
        self.filters.make_way(place)
        self._session.select(key)
        self.keeper.bring_up_to_date()
        self._to_locate = place
        self._go_there()

    @property
    def is_ready(self) -> bool:
        """True if the picture shows what the session holds; False while a large archive is being laid out."""
        return self.keeper.is_ready

    def set_motion(self, moves: bool) -> None:
        """Whether the view may glide to where it goes (not with reduced motion)."""
        self.canvas.set_glides(moves)

    def shown_picture(self) -> ShownPicture | None:
        """What is shown now, for whoever saves it; None while nothing is."""
        source = self.canvas.source
        if source is None:
            return None
        mode, month = words.mode_word(self.keeper.mode), self.time.said
        return ShownPicture(source, f"{mode}, {month.partition(':')[0]}" if month else mode, month)

    def areas(self) -> list[QWidget]:
        """What F6 walks through."""
        return [self.modes.switch, self.filters, self.table if self.shows_table else self.canvas, self.months, self.panel]

    def focus_search(self) -> None:
        """Go to the find box: what Ctrl+F does."""
        self.search.activate()

    def show_table(self) -> None:
        """Show the same people as a table, at the selected one."""
        self.keeper.bring_up_to_date()
        self.table.show_scene(self.canvas.scene)
        self.table.go_to(self._selected_place() if self._selected_place() is not None else self.canvas.focused)
        self.stack.setCurrentIndex(1)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def shows_table(self) -> bool:
        """True while the table twin stands in the picture's place."""
        return self.stack.currentIndex() == 1

    def show_picture(self) -> None:
        """Back from the table."""
        self.stack.setCurrentWidget(self.canvas)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- Which picture ---

    def show_mode(self, mode: SceneKind) -> None:
        """Show this kind of picture."""
        self.modes.show(mode)

    def show_person(self, key: str) -> None:
        """Show somebody with those seen together with them."""
        self.modes.show_person(key)

    def _on_one_person_asked(self, place: int) -> None:
        if self._session.analysis is not None:
            self.show_person(self._session.analysis.people[place].key)

    # --- Keeping up with the session ---

    def _on_archive_opened(self) -> None:
        self._to_locate = None
        self.search.field.clear()
        self.search.look_in(None, ())  # a picture that nobody sees any more must not keep its archive
        self.table.show_scene(None)
        self.stack.setCurrentWidget(self.canvas)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.keeper.on_shown()

    def _on_emptied(self) -> None:
        self.host.set_panel_wanted(False)
        self.table.show_scene(None)
        self.search.look_in(None, ())

    def _on_began(self) -> None:
        self.host.set_panel_wanted(True)
        self._on_selection_changed()

    def _on_scene_made(self) -> None:
        """What tells of the picture follows it."""
        self._drop_hidden_selection()
        self.search.look_in(self.canvas.scene, self._session.search_lines)
        if self.shows_table:
            self.table.show_scene(self.canvas.scene)
            self.table.go_to(self._selected_place())
        self._go_there()

    def _go_there(self) -> None:
        """Bring who is to be located into the middle, once the picture is there; who is not around one person stands in the circles."""
        if self._to_locate is None or not self.is_ready:
            return
        place, self._to_locate = self._to_locate, None
        if not self.canvas.locate(place) and self.keeper.mode is SceneKind.PERSON:
            self._to_locate = place
            self.show_mode(SceneKind.CIRCLES)

    def _drop_hidden_selection(self) -> None:
        """The panel does not go on about somebody whom the filters just took off the picture."""
        place, scene = self._selected_place(), self.canvas.scene
        if place is not None and self._selection_shown and place not in self.keeper.shown:
            self._session.select(None)
        self._selection_shown = scene is not None and place in scene.spots

    # --- Selecting and finding ---

    def _selected_place(self) -> int | None:
        analysis, key = self._session.analysis, self._session.selected
        return analysis.index.get(key) if analysis is not None and key is not None else None

    def _on_selection_changed(self) -> None:
        place, scene = self._selected_place(), self.canvas.scene
        self._selection_shown = scene is not None and place in scene.spots
        self.open_people.setVisible(place is not None)
        self.canvas.set_selected(place)
        if self.shows_table:
            self.table.go_to(place)

    def _on_chosen(self, place: object) -> None:
        analysis = self._session.analysis
        if analysis is not None:
            self._session.select(analysis.people[place].key if isinstance(place, int) else None)

    def _on_located(self, place: int) -> None:
        self._on_chosen(place)
        self.canvas.locate(place)

    def _focus_content(self) -> None:
        (self.table if self.shows_table else self.canvas).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_review_asked(self) -> None:
        self.people_asked.emit("")

    def _on_note_asked(self) -> None:
        self.host.open_drawer()
        self.panel.do(PersonKey.NOTE)

    def _on_open_people(self) -> None:
        if self._session.selected is not None:
            self.people_asked.emit(self._session.selected)

    def _on_month_of_person(self, month: int) -> None:
        """A month of the selected person is a month of everybody, while the strip is there to say so."""
        if self.months.isVisible():
            self.time.show_month(month)

    # --- Around the picture ---

    def _on_nearer(self) -> None:
        self.canvas.zoom(KEY_STEP)

    def _on_farther(self) -> None:
        self.canvas.zoom(1 / KEY_STEP)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.canvas and event.type() == QEvent.Type.Resize:
            self._place_overlays()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.time.find_room()
        self.host.set_panel_width(WIDE_PANEL if self.window().width() >= px(WIDE_FROM) else PANEL_WIDTH)
        self.tools.show_view()

    def _place_overlays(self) -> None:
        tools = self.tools
        rects = place_overlays(self.canvas, self.zoom, self.notice, tools.picking.bar, tools.minimap, tools.panels(), self._foot())
        self.canvas.set_taken(rects)

    def _foot(self) -> int:
        """How much of the canvas the picture uses below its hairline."""
        scene = self.canvas.scene
        return round(scene.foot) if scene is not None else 0
