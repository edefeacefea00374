"""The Export page: which list, picture or graph, in which form, what the file will hold, then Save or Copy."""

from functools import partial
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from analyzer.console.picture import Picture
from analyzer.errors import ExportError
from analyzer.verdict.lists import listed
from analyzer.verdict.verdicts import Listing
from desktop.metrics import PAGE_MARGIN, Text, is_narrow, px
from desktop.pages.export_choices import ExportChoices
from desktop.pages.export_job import Saved, Snapshot, default_name, list_text, save_graph, save_list
from desktop.pages.export_picture import PicturePreview, ShownPicture
from desktop.pages.export_preview import GraphPreview, ListPreview
from desktop.session import Session
from desktop.theme import theme_of
from desktop.widgets.button import Button, Strength
from desktop.widgets.message import InlineMessage
from desktop.widgets.page_header import PageHeader
from desktop.widgets.segmented import SegmentedControl
from desktop.widgets.text import TextBlock
from desktop.wording import export as words
from desktop.wording.basics import safe, tr

LEFT_WIDTH = 316


class Runner(Protocol):
    """Runs work off the GUI thread and answers on it."""

    def run(self, work: Any, done: Any, failed: Any) -> None: ...


class ExportPage(QWidget):
    """Saves what the session holds. `file_saved` carries the path."""

    file_saved = Signal(object)

    def __init__(self, session: Session, jobs: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        self._saved: Path | None = None
        self._folder: Path | None = None
        self._stale = True
        modes = [("lists", tr("Lists")), ("pictures", tr("Pictures")), ("graph", tr("Graph data"))]
        self.mode = SegmentedControl(tr("What to export"), modes, parent=self)
        self.mode.set_value("lists")
        self.header = PageHeader(tr("Export"), tr("Lists to act on by hand, at your own pace. Kithmap never clicks for you."), self)
        self.header.add(self.mode)
        self.choices = ExportChoices(self)
        self.list_preview = ListPreview(self)
        self.picture_preview = PicturePreview(self)
        self.graph_preview = GraphPreview(self)
        self._previews = {"lists": self.list_preview, "pictures": self.picture_preview, "graph": self.graph_preview}
        self.message = InlineMessage(self)
        self.rules = TextBlock("", Text.CAPTION, "ink2", parent=self)
        self.copy = Button(tr("Copy"), key="Ctrl+C", parent=self)
        self.save = Button("", Strength.STRONG, key="Ctrl+S", parent=self)
        self._lay_out()
        self._connect()
        self._on_scroll_range(0, 0)
        self._refresh()

    def _lay_out(self) -> None:
        content = QWidget(self)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, content)
        self._columns.setSpacing(px(18))
        self._columns.addWidget(self.choices)
        for preview in self._previews.values():
            self._columns.addWidget(preview, 1)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.viewport().setAutoFillBackground(False)
        content.setAutoFillBackground(False)
        foot = self._foot = QHBoxLayout()
        self.keep_clear(0)
        foot.setSpacing(px(12))
        foot.addWidget(self.rules, 1)
        foot.addWidget(self.copy)
        foot.addWidget(self.save)
        said = QHBoxLayout()
        said.setContentsMargins(px(PAGE_MARGIN), 0, px(PAGE_MARGIN), 0)
        said.addWidget(self.message)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self._scroll, 1)
        column.addLayout(said)
        column.addLayout(foot)

    def _connect(self) -> None:
        for signal in (self._session.archive_opened, self._session.archive_closed, self._session.judgements_changed):
            signal.connect(self._on_session_changed)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._on_scroll_range)
        self.mode.chosen.connect(self._on_mode_chosen)
        self.choices.changed.connect(self._refresh)
        self.list_preview.ticked.connect(self._refresh)
        self.graph_preview.ticked.connect(self._refresh)
        self.picture_preview.ticked.connect(self._refresh)
        self.save.clicked.connect(self.ask_where)
        self.copy.clicked.connect(self.copy_list)
        self.message.link_activated.connect(self._on_show_in_folder)
        for keys, slot in (("Ctrl+S", self.ask_where), ("Ctrl+C", self.copy_list)):
            QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(slot)

    def show_picture(self, shown: ShownPicture) -> None:
        """Go to the pictures, with what the Graph page shows."""
        self.offer_picture(shown)
        self.mode.set_value("pictures")
        self._on_mode_chosen("pictures")

    def offer_picture(self, shown: ShownPicture) -> None:
        """Among the pictures offer what the Graph page shows; whoever came for a list stays with it."""
        self.picture_preview.offer(shown)
        if self.mode.value() == "pictures":
            self._refresh()

    def keep_clear(self, covered: int) -> None:
        """The toast covers so much at the bottom: copying and saving stand above it."""
        self._foot.setContentsMargins(px(PAGE_MARGIN), px(8), px(PAGE_MARGIN), max(px(16), covered))

    def areas(self) -> list[QWidget]:
        """What F6 walks through."""
        return [self.mode, self.choices, self.save]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = is_narrow(self.window().width())
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.choices.setMaximumWidth(16_777_215 if narrow else px(LEFT_WIDTH))
        self.choices.setMinimumWidth(0 if narrow else px(LEFT_WIDTH))

        bar = self._scroll.verticalScrollBar()
        self._on_scroll_range(bar.minimum(), bar.maximum())
        if not narrow and self.mode.value() == "lists":
            self._refresh()

    def _on_scroll_range(self, least: int, most: int) -> None:
        """The scroll bar stands in the margin, so that nothing moves when it comes and goes."""
        bar = self._scroll.verticalScrollBar().sizeHint().width() if most > least else 0
        # Beside the preview the options' marks stand in the margin; above it everything is as wide as the page.
        left = PAGE_MARGIN if self._columns.direction() == QBoxLayout.Direction.TopToBottom else PAGE_MARGIN - 14
        self._columns.setContentsMargins(px(left), 0, px(PAGE_MARGIN) - bar, px(12))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def _on_session_changed(self) -> None:
        self.message.hide()
        self.picture_preview.offer(None)
        if self.isVisible():
            self._refresh()
        else:
            self._stale = True

    def _on_mode_chosen(self, mode: object) -> None:
        self.message.hide()
        self._refresh()

    def _snapshot(self) -> Snapshot | None:
        session = self._session
        if session.analysis is None or session.policy is None:
            return None
        graph = self.mode.value() == "graph"
        ticks, judgements = self.graph_preview if graph else self.list_preview, tuple(session.judgements)
        blocks, pseudonyms = graph and self.graph_preview.with_blocks, graph and self.graph_preview.pseudonyms
        return Snapshot(session.analysis, judgements, session.policy, ticks.with_messages, blocks, pseudonyms)

    def _refresh(self) -> None:
        """Show what would be saved now."""
        self._stale = False
        mode = str(self.mode.value())
        snapshot = self._snapshot()
        self.choices.show_mode(mode, self._session.roll.count_by_listing())
        suffix, listing = self.choices.suffix, self.choices.listing
        for known, preview in self._previews.items():
            preview.setVisible(known == mode)
        self.copy.setVisible(mode == "lists")
        self.save.setText(words.save_words(suffix, mode))
        self.rules.set_text(words.rules_of_x() if mode == "lists" and listing in (Listing.UNFOLLOW, Listing.FOLLOW) else "")
        if snapshot is None:
            return
        if mode == "lists":
            places = listed(snapshot.analysis, snapshot.judgements, listing, self._session.roll.on_list(listing))
            self.list_preview.show_list(snapshot, listing, suffix, places)
            if self._scroll.height() > 100 and self.list_preview.set_room(self._scroll.height() - px(12)):
                self.list_preview.show_list(snapshot, listing, suffix, places)
            self.save.setEnabled(bool(places))
            self.copy.setEnabled(bool(places))
            return
        self.save.setEnabled(True)
        if mode == "pictures":
            self.picture_preview.show_picture(snapshot)
        else:
            self.graph_preview.show_graph(snapshot)

    def ask_where(self) -> None:
        """The dialog for where to save; it never blocks."""
        snapshot = self._snapshot()
        if snapshot is None or not self.save.isEnabled():
            return
        mode, suffix = str(self.mode.value()), self.choices.suffix
        what = self.choices.listing.value if mode == "lists" else mode
        dialog = QFileDialog(self, self.save.text().removesuffix("…"), str(self._folder or documents_folder()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{words.form_word(suffix)} (*{suffix})")
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        dialog.selectFile(default_name(what, snapshot, suffix))
        dialog.fileSelected.connect(self._on_file_selected)
        dialog.open()

    def _on_file_selected(self, file: str) -> None:
        self.save_to(Path(file))

    def save_to(self, path: Path) -> None:
        """Write the file that the page shows; the answer stands in place."""
        snapshot = self._snapshot()
        if snapshot is None:
            return
        mode = self.mode.value()
        if mode == "lists":
            self._jobs.run(partial(save_list, snapshot, self.choices.listing, path), self._on_saved, self._on_not_saved)
        elif mode == "graph":
            self._jobs.run(partial(save_graph, snapshot, path), self._on_saved, self._on_not_saved)
        else:
            self._save_picture(snapshot, path)

    def _save_picture(self, snapshot: Snapshot, path: Path) -> None:
        # Sprites are pixmaps, and pixmaps belong to the GUI thread.
        from desktop.graph.export import save_source

        preview, look = self.picture_preview, Picture(scale=self.choices.scale, dark=theme_of(self).is_dark)
        try:
            save_source(preview.source(snapshot), path, look, said=preview.said)
        except ExportError as error:
            self._on_not_saved(error)
        else:
            self._on_saved(Saved(path, path.stat().st_size))

    def copy_list(self) -> None:
        """Put the list on the clipboard: in its form, a checklist as links."""
        snapshot = self._snapshot()
        if snapshot is None or self.mode.value() != "lists" or not self.copy.isEnabled():
            return
        suffix = self.choices.suffix
        as_links = suffix in (".html", ".txt")
        QGuiApplication.clipboard().setText(list_text(snapshot, self.choices.listing, ".txt" if as_links else suffix))
        self._saved = None
        self.message.show_info(words.copied(self.choices.count(self.choices.listing), as_links), icon="copy")

    def _on_saved(self, saved: Saved) -> None:
        self._saved, self._folder = saved.path, saved.path.parent
        lead, sentence = words.saved(safe(saved.path.name), saved.size)
        self.message.show_info(sentence, lead, tr("Show in folder"), icon="check")
        self.file_saved.emit(saved.path)

    def _on_not_saved(self, error: Exception) -> None:
        if not isinstance(error, ExportError):
            raise error
        self._saved = None
        self.message.show_error(*words.not_saved(error))

    def _on_show_in_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))


def documents_folder() -> Path:
    """Where files are saved at first: the user's documents, else the home folder where there are none."""
    documents = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
    return documents if documents.is_dir() else Path.home()
