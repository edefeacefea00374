"""The mode switch of the graph and what belongs to it: keys, the row of one person, and what each picture says about itself."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from analyzer.network.person_people import TieKind
from desktop.graph.kinds import SceneKind
from desktop.graph.picture import PictureWidget
from desktop.pages.graph_filters import GraphFilters
from desktop.pages.graph_keeping import PictureKeeper
from desktop.pages.graph_person import PersonBar
from desktop.session import Session
from desktop.widgets.message import InlineMessage
from desktop.widgets.page_header import PageHeader
from desktop.widgets.segmented import SegmentedControl
from desktop.wording import circles as words
from desktop.wording import graph_map
from desktop.wording.basics import tr
from desktop.wording.names import called

MODE_KEYS = {"1": SceneKind.CIRCLES, "2": SceneKind.MAP, "3": SceneKind.PERSON}
AROUND_KEYS = ("Ctrl+Return", "Ctrl+Enter")
DEPTH_KEY = "D"
SAID_AFTER_MS = 600


class GraphModes(QObject):
    """`switch` chooses the picture, `bar` stands above that of one person. The page puts both where they belong.

    The picture of one person is about whoever is selected, else walked to, else the closest of all.
    """

    said_anew = Signal()  # `say` has something else to say

    def __init__(self, session: Session, keeper: PictureKeeper, filters: GraphFilters, canvas: PictureWidget, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._keeper, self._filters, self._canvas = session, keeper, filters, canvas
        self.switch = SegmentedControl(tr("Picture"), words.mode_choices(), parent=page)
        self.switch.set_value(SceneKind.CIRCLES)
        self.bar = PersonBar(page)
        self.bar.hide()
        self._is_slow = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SAID_AFTER_MS)
        self._shortcuts = [self._shortcut(key, page) for key in (*MODE_KEYS, *AROUND_KEYS, DEPTH_KEY)]
        self._connect()

    def _shortcut(self, key: str, page: QWidget) -> QShortcut:
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setObjectName(key)
        return shortcut

    def _connect(self) -> None:
        self.switch.chosen.connect(self._on_chosen)
        self.bar.changed.connect(self._on_reach_changed)
        self._keeper.mode_changed.connect(self._on_mode_changed)
        self._keeper.made.connect(self._on_made)
        self._patience.timeout.connect(self._on_slow)
        self._session.archive_opened.connect(self._on_archive_opened)
        for shortcut in self._shortcuts:
            shortcut.activated.connect(self._on_key)

    # --- What others ask ---

    def show(self, mode: SceneKind) -> None:
        """Show this picture."""
        person = self._person_meant() if mode is SceneKind.PERSON else None
        if person is not None:
            self.show_person(person)
        elif mode is not SceneKind.PERSON:
            self._keeper.set_mode(mode)
        self.switch.set_value(self._keeper.mode)

    def show_person(self, key: str) -> None:
        """Show somebody with those seen together with them; filters that hide the person give way."""
        analysis = self._session.analysis
        if analysis is not None and key in analysis.index:
            self._filters.make_way(analysis.index[key])
            self._session.select(key)
            self._keeper.show_person(key)

    def say(self, header: PageHeader, message: InlineMessage) -> bool:
        """Set the title, and the message where this picture has something to say; True if it has."""
        analysis = self._session.analysis
        assert analysis is not None
        mode, person = self._keeper.mode, self._keeper.person
        if mode is SceneKind.PERSON and person is not None:
            header.set_title(graph_map.person_title(called(analysis.person(person))))
        else:
            header.set_title(words.picture_title(mode, analysis.coverage.follows_read))
        scene = self._canvas.scene
        if self._is_slow:
            message.show_info(graph_map.laying_out())
        elif scene is not None and scene.kind is mode and scene.remark:
            message.show_info(scene.remark, link=tr("Show Circles"))
        else:
            return False
        return True

    # --- What the user does ---

    def _person_meant(self) -> str | None:
        analysis, scene = self._session.analysis, self._canvas.scene
        if analysis is None or self._session.selected is not None:
            return self._session.selected
        if self._canvas.focused is not None:
            return analysis.people[self._canvas.focused].key
        if self._keeper.person is not None:
            return self._keeper.person
        return analysis.people[scene.reading_order[0]].key if scene is not None and scene.reading_order else None

    def _on_chosen(self, mode: object) -> None:
        if isinstance(mode, SceneKind):
            self.show(mode)

    def _on_key(self) -> None:
        key = self.sender().objectName()
        if key in MODE_KEYS:
            self.show(MODE_KEYS[key])
        elif key in AROUND_KEYS:
            self._show_around_walked()
        elif self._keeper.mode is SceneKind.PERSON:
            self.bar.toggle_reach()

    def _on_archive_opened(self) -> None:
        analysis = self._session.analysis
        self.bar.reset()
        self.bar.groups.setVisible(analysis is not None and any(tie.kind == TieKind.GROUP for tie in analysis.ties))

    def _on_slow(self) -> None:
        """Places take longer than one waits without a word."""
        scene = self._canvas.scene
        if self._keeper.mode is SceneKind.MAP and self._session.analysis is not None and (scene is None or scene.kind is not SceneKind.MAP):
            self._is_slow = True
            self.said_anew.emit()

    def _on_made(self) -> None:
        self._patience.stop()
        self._is_slow = False

    def _show_around_walked(self) -> None:
        """Who walks the picture by keyboard means the person reached, whoever is selected."""
        analysis, walked = self._session.analysis, self._canvas.focused
        if analysis is not None and walked is not None and self._canvas.hasFocus():
            self.show_person(analysis.people[walked].key)
        else:
            self.show(SceneKind.PERSON)

    def _on_reach_changed(self) -> None:
        self._keeper.set_reach(self.bar.ties_away, self.bar.with_groups)

    def _on_mode_changed(self, mode: SceneKind) -> None:
        self.switch.set_value(mode)
        self.bar.setVisible(mode is SceneKind.PERSON)
        self._canvas.setAccessibleName(words.mode_word(mode))
        self._is_slow = False
        if mode is SceneKind.MAP:
            self._patience.start()
