"""The start page: what this is, how to open an archive, those opened lately, and the choice about direct messages."""

import logging
from datetime import date
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from analyzer.errors import WorkspaceError
from analyzer.workspace import recent
from desktop.icons import paint_icon
from desktop.metrics import CONTENT_MAX, Text, px
from desktop.settings import Messages, SettingsStore
from desktop.theme import theme_of
from desktop.widgets.button import Button, Strength
from desktop.widgets.card import Card
from desktop.widgets.flow import FlowRow
from desktop.widgets.message import InlineMessage
from desktop.widgets.motif import Motif
from desktop.widgets.option import Option
from desktop.widgets.painting import rounded
from desktop.widgets.recent_row import RecentRow
from desktop.widgets.tab_order import order_tabs
from desktop.widgets.text import TextBlock
from desktop.wording.errors import Problem
from desktop.wording.start import recent_words

log = logging.getLogger(__name__)

SHOWN_RECENT = 5
SIDE_MARGIN = 84
# Rows and options show their ground 12 px beyond their words, so that these stand under the headings.
BEYOND = 12
HEADLINE_WIDTH = 720
TWO_COLUMNS_FROM = 1040
TEXT_WIDTH = 600


class _Badge(QWidget):
    """The zip in its soft square."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(52), px(52))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        rect = QRectF(self.rect())
        rounded(painter, rect, 14, theme.accent_soft)
        inset = (rect.width() - px(28)) / 2
        paint_icon(painter, "zip", rect.adjusted(inset, inset, -inset, -inset), theme.accent)
        painter.end()


class _Promise(QWidget):
    """The shield and one line."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(24), 0, 0, 0)
        row.addWidget(TextBlock(words, Text.BODY, "ink2", parent=self))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        left = self.width() - px(16) if self.isRightToLeft() else 0
        paint_icon(painter, "offline", QRectF(left, (self.height() - px(16)) / 2, px(16), px(16)), theme_of(self).ink2)
        painter.end()


class StartPage(QScrollArea):
    """Asks for an archive by signals; the window opens the dialogs. `show_problem` says why the last one was not opened."""

    zip_asked = Signal()
    folder_asked = Signal()
    sample_asked = Signal()
    back_asked = Signal()
    recent_chosen = Signal(str)

    def __init__(self, settings: SettingsStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Start"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content = QWidget(self)
        self.problem = InlineMessage(self._content)
        self.open_zip = Button(self.tr("Open zip…"), Strength.STRONG, key="Ctrl+O", parent=self._content)
        self.open_folder = Button(self.tr("Open folder…"), parent=self._content)
        self.open_sample = Button(self.tr("Try the sample"), Strength.FLAT, parent=self._content)
        self.back = Button(self.tr("Back to the open archive"), Strength.FLAT, key="Esc", parent=self._content)
        self.back.hide()
        self._how = Button(self.tr("How do I get my archive?"), Strength.FLAT, parent=self._content)
        self._how_to = InlineMessage(self._content)
        self._explained = QHBoxLayout()
        self._explained.setContentsMargins(px(BEYOND), 0, px(BEYOND), 0)
        self._explained.addWidget(self._how_to)
        self.count_messages = Option(
            self.tr("Count them"), self.tr("Only who wrote and when. The words are never read into the program."), self._content
        )
        self.leave_messages = Option(
            self.tr("Leave them closed"), self.tr("People you only talk with by message will stay “not enough evidence”."), self._content
        )
        self._motif = Motif(self._content)
        self._recent_rows = QVBoxLayout()
        self._recent = QWidget(self._content)
        self._low = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        (self.count_messages if settings.value.messages is Messages.COUNTS else self.leave_messages).setChecked(True)
        self.refresh_recent()

    def _lay_out(self) -> None:
        words_column = QWidget(self._content)
        words_column.setMaximumWidth(px(HEADLINE_WIDTH))
        left = QVBoxLayout(words_column)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(px(12))
        left.addStretch(1)
        headline = self.tr("See who is really there for you, and which follows are only numbers.")
        words = self.tr(
            "Open the archive you downloaded from Twitter or X. Kithmap reads it on this computer and shows, with the evidence, whom you talk with."
        )
        lines = (
            (TextBlock(headline, Text.HEADLINE, parent=self._content), HEADLINE_WIDTH),
            (TextBlock(words, Text.LEAD, "ink2", parent=self._content), TEXT_WIDTH),
        )
        for block, width in lines:
            block.setMaximumWidth(px(width))
            left.addWidget(block)
        left.addSpacing(px(6))
        left.addWidget(self.problem)
        left.addWidget(self._drop_card())
        left.addStretch(1)
        hero = QHBoxLayout()
        hero.setContentsMargins(px(BEYOND), 0, px(BEYOND), 0)
        hero.addWidget(words_column, 1000)
        hero.addStretch(1)
        hero.addWidget(self._motif, 0, Qt.AlignmentFlag.AlignVCenter)
        self._low.setSpacing(px(32))
        self._low.addWidget(self._recent_column(), 1, Qt.AlignmentFlag.AlignTop)
        self._low.addWidget(self._messages_column(), 1, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.setContentsMargins(px(BEYOND), 0, px(BEYOND), 0)
        promise = self.tr("Nothing leaves this computer. Kithmap makes no connection to the internet.")
        foot.addWidget(_Promise(promise, self._content), 1)
        foot.addWidget(self._how, 0, Qt.AlignmentFlag.AlignTop)
        column = self._column = QVBoxLayout()
        column.addLayout(hero)
        column.addSpacing(px(28))
        column.addLayout(self._low)
        column.addStretch(1)
        column.addSpacing(px(16))
        column.addLayout(self._explained)
        column.addLayout(foot)
        inner = QWidget(self._content)
        inner.setLayout(column)
        inner.setMaximumWidth(px(CONTENT_MAX))
        centred = QHBoxLayout(self._content)
        centred.setContentsMargins(0, 0, 0, 0)
        centred.addWidget(inner)
        self.setWidget(self._content)

    def _drop_card(self) -> Card:
        card = Card(padding=22, radius=16, parent=self._content)
        card.setMaximumWidth(px(640))
        self.problem.setMaximumWidth(px(640))
        row = QHBoxLayout()
        row.setSpacing(px(18))
        row.addWidget(_Badge(card), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(px(4))
        words.addWidget(TextBlock(self.tr("Drop your archive anywhere in this window"), Text.HEADING, parent=card))
        hint = self.tr("The zip as it came, or the folder you unpacked. Several at once are fine.")
        words.addWidget(TextBlock(hint, Text.CAPTION, "ink2", parent=card))
        words.addSpacing(px(8))
        buttons = FlowRow(card, gap=8)
        for button in (self.open_zip, self.open_folder, self.open_sample, self.back):
            buttons.flow.addWidget(button)
        words.addWidget(buttons)
        row.addLayout(words, 1)
        card.column.addLayout(row)
        return card

    def _recent_column(self) -> QWidget:
        column = QVBoxLayout(self._recent)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        heading = TextBlock(self.tr("Recent archives"), Text.HEADING, parent=self._recent)
        heading.setContentsMargins(px(BEYOND), 0, 0, 0)
        column.addWidget(heading)
        self._recent_rows.setSpacing(0)
        self._recent_rows.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._recent_rows)
        return self._recent

    def _messages_column(self) -> QWidget:
        box = QWidget(self._content)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        why = self.tr("They are also other people’s words. Choose before anything is read.")
        heading = TextBlock(self.tr("Your direct messages"), Text.HEADING, parent=box)
        for block in (heading, TextBlock(why, Text.BODY, "ink2", parent=box)):
            block.setContentsMargins(px(BEYOND), 0, 0, 0)
            column.addWidget(block)
        options = QVBoxLayout()
        options.setSpacing(0)
        for option in (self.count_messages, self.leave_messages):
            option.setParent(box)
            options.addWidget(option)
        column.addLayout(options)
        return box

    def _connect(self) -> None:
        self.open_zip.clicked.connect(self.zip_asked)
        self.open_folder.clicked.connect(self.folder_asked)
        self.open_sample.clicked.connect(self.sample_asked)
        self.back.clicked.connect(self.back_asked)
        self._how.clicked.connect(self._on_how)
        self.count_messages.clicked.connect(self._on_messages_chosen)
        self.leave_messages.clicked.connect(self._on_messages_chosen)

    def show_problem(self, problem: Problem) -> None:
        """Say why an archive was not opened, above the card."""
        self.problem.show_error(problem.lead, problem.advice, details=problem.details)
        self.ensureWidgetVisible(self.problem)

    def offer_back(self, is_open: bool) -> None:
        """An archive is still open behind this page, or none is."""
        self.back.setVisible(is_open)

    def clear_problem(self) -> None:
        """Another archive is tried: the old sentence goes."""
        self.problem.hide()

    def refresh_recent(self) -> None:
        """Read the list of recent archives again."""
        while (item := self._recent_rows.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.deleteLater()
        try:
            archives = recent.load()[:SHOWN_RECENT]
        except WorkspaceError as error:
            log.warning("recent archives cannot be read: %s", error.problem)
            archives = []
        for archive in archives:
            found = Path(archive.path).exists()
            caption = recent_words(archive.generated_at, archive.opened_at, date.today(), found)
            shown = RecentRow(archive.path, archive.name or Path(archive.path).name, caption, found, archive.pinned, self._recent)
            shown.clicked.connect(self._on_recent)
            shown.pin_toggled.connect(self._on_pin)
            shown.removed.connect(self._on_removed)
            self._recent_rows.addWidget(shown)
        self._recent.setVisible(bool(archives))
        order_tabs(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < px(TWO_COLUMNS_FROM)
        self._motif.setVisible(not narrow)
        self._low.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        side = px(36 - BEYOND) if narrow else px(SIDE_MARGIN - BEYOND)
        # What is short stands a little above the middle; what is long begins at the top.
        self._column.setContentsMargins(side, px(24) if narrow else max(px(32), round(self.height() * 0.06)), side, px(24))

    def _on_how(self) -> None:
        if self._how_to.isVisible():
            self._how_to.hide()
            return
        self._how_to.show_info(
            self.tr(
                "Go to Settings and privacy, Your account, Download an archive of your data. X tells you when it is ready, "
                "often after a day or more. Save the zip and open it here as it is."
            ),
            lead=self.tr("Ask X for it in your browser."),
            icon="help",
        )
        self.ensureWidgetVisible(self._how_to)

    def _on_messages_chosen(self) -> None:
        self._settings.change(messages=Messages.COUNTS if self.count_messages.isChecked() else Messages.NONE)

    def _on_recent(self) -> None:
        row = self.sender()
        assert isinstance(row, RecentRow)
        self.recent_chosen.emit(row.path)

    def _on_pin(self, pinned: bool) -> None:
        row = self.sender()
        assert isinstance(row, RecentRow)
        try:
            recent.pin(row.path, pinned)
        except WorkspaceError as error:
            log.warning("the pin could not be kept: %s", error.problem)
        self.refresh_recent()

    def _on_removed(self) -> None:
        row = self.sender()
        assert isinstance(row, RecentRow)
        try:
            recent.forget(path=row.path)
        except WorkspaceError as error:
            log.warning("the list could not be kept: %s", error.problem)
        self.refresh_recent()
