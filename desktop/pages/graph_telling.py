"""What the graph page says about its picture: title, the message above it, and the notice of what it leaves out."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from desktop.graph.detail import ALL, USUAL
from desktop.graph.kinds import SceneKind
from desktop.graph.picture import PictureWidget
from desktop.pages.graph_filters import GraphFilters
from desktop.pages.graph_keeping import PictureKeeper
from desktop.pages.graph_modes import GraphModes
from desktop.pages.graph_overlays import PictureNotice
from desktop.session import Session
from desktop.widgets.message import InlineMessage
from desktop.widgets.page_header import PageHeader
from desktop.wording import circles as words
from desktop.wording import graph_map, months
from desktop.wording.basics import tr

FEW_PEOPLE = 5


class GraphTelling(QObject):
    """Keeps the words with the picture; the notice's button shows everything that is left out, or leaves it out again."""

    notice_changed = Signal()

    def __init__(
        self,
        session: Session,
        keeper: PictureKeeper,
        modes: GraphModes,
        filters: GraphFilters,
        canvas: PictureWidget,
        header: PageHeader,
        message: InlineMessage,
        notice: PictureNotice,
    ) -> None:
        super().__init__(canvas)
        self._session, self._keeper, self._modes, self._filters, self._canvas = session, keeper, modes, filters, canvas
        self._header, self._message, self._notice = header, message, notice
        self._connect()

    def _connect(self) -> None:
        self._keeper.emptied.connect(self._on_emptied)
        self._keeper.began.connect(self._show_message)
        self._keeper.made.connect(self._on_made)
        self._modes.said_anew.connect(self._show_message)
        self._message.link_activated.connect(self._on_link)
        self._notice.pressed.connect(self._on_notice)

    def _on_emptied(self) -> None:
        self._notice.show_words("", "")

    def _on_made(self) -> None:
        self._show_message()
        self._show_notice()

    def _show_message(self) -> None:
        analysis = self._session.analysis
        assert analysis is not None
        coverage, message = analysis.coverage, self._message
        if self._modes.say(self._header, message):
            return
        if not coverage.tweets_read:
            message.show_info(words.without_tweets())
        elif not coverage.follows_read:
            message.show_info(words.without_follow_lists(), lead=tr("No follow lists in this archive."))
        elif len(analysis.people) < FEW_PEOPLE:
            numbers = sum(words.is_number(judgement) for judgement in self._session.judgements)
            message.show_info(words.small_archive(len(analysis.people) - numbers, numbers), lead=tr("A small archive."))
        else:
            message.hide()

    def _on_link(self) -> None:
        """Circles, where another picture has little to show."""
        self._modes.show(SceneKind.CIRCLES)
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_notice(self) -> None:
        scene, circles = self._canvas.scene, self._keeper.circles
        if scene is None or circles is None:
            self._notice.show_words("", "")
            return
        around = self._keeper.around
        # Around one person only those count who were seen with them.
        passing = around.left_out if around is not None else self._filters.hidden_passing()
        hidden = words.hidden_words(passing, scene.weaker, circles.own)
        dots = words.dot_words(scene.per_dot)
        button = ""
        if passing or scene.weaker:
            button = tr("Show")
        elif self._keeper.detail.ties == ALL or self._filters.filters.show_passing:
            button = tr("Hide again")
            hidden = hidden or words.all_shown()
        meaning = graph_map.tie_meaning() if scene.kind is SceneKind.MAP and scene.neighbours else ""
        faint = months.faint_words() if scene.dimmed else ""
        self._notice.show_words("\n".join(part for part in (faint, meaning, dots, hidden) if part), button)
        self.notice_changed.emit()

    def _on_notice(self) -> None:
        show = self._notice.button.text() == tr("Show")
        self._keeper.set_detail(replace(self._keeper.detail, ties=ALL if show else USUAL))
        self._session.set_filters(replace(self._session.filters, show_passing=show))
