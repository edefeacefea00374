"""The page "How it works": the method in words with the figures of the policy in use, beside it this archive's and this person's own."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.metrics import PAGE_MARGIN, Text, is_narrow, px
from desktop.session import Session
from desktop.widgets.button import Button, Strength
from desktop.widgets.card import Card
from desktop.widgets.focus import KeyboardFocus
from desktop.widgets.page_header import PageHeader
from desktop.widgets.text import TextBlock
from desktop.wording.basics import tr
from desktop.wording.method import archive_lines

if TYPE_CHECKING:
    from analyzer.verdict.policy import Policy
    from desktop.pages.method_cards import LinesCard, PersonCard, SectionCard

BESIDE = 352
WIDE_BESIDE = 420
WIDE_FROM = 1600


class Reader(KeyboardFocus, QScrollArea):
    """A text to scroll by keyboard: arrows, Page, Home and End."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)
        self.content = QWidget(self)
        self.column = QVBoxLayout(self.content)
        self.column.setSpacing(px(16))
        self.column.setContentsMargins(0, 0, 0, px(PAGE_MARGIN))
        self.setWidget(self.content)
        self.content.setAutoFillBackground(False)
        bar = self.verticalScrollBar()
        bar.setSingleStep(px(40))
        bar.rangeChanged.connect(self._on_range)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        places = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in places:
            bar.setValue(places[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def _on_range(self, least: int, most: int) -> None:
        """The bar stands in the gap beside the cards, so that nothing moves when it comes and goes."""
        bar = self.verticalScrollBar().sizeHint().width() if most > least else 0
        self.column.setContentsMargins(0, 0, max(0, px(PAGE_MARGIN) - bar), px(PAGE_MARGIN))


class MethodPage(QWidget):
    """Made when it is first shown: it reads much, and most users open it late. Nothing is refreshed while it is hidden."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._policy: Policy | None = None
        self._figures_stale = True
        self._stale = True
        self.cards: list[SectionCard] = []
        self._to_fill: list[SectionCard] = []
        self._to_do: list[Callable[[], None]] = []
        self._filling = QTimer(self, interval=0)
        self._values: Mapping[str, str] = {}
        self.links: dict[Button, QWidget] = {}
        self.archive: LinesCard | None = None
        self.person: PersonCard | None = None
        self.header = PageHeader(tr("How it works"), parent=self)
        self.text = Reader(tr("How it works"), self)
        self.beside = Reader(tr("This archive and this person"), self)
        self._live = QWidget(self.beside.content)
        self._live_column = QVBoxLayout(self._live)
        self._live_column.setContentsMargins(0, 0, 0, 0)
        self._live_column.setSpacing(px(16))
        self.beside.column.addWidget(self._live)
        self.beside.column.addStretch(1)
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._row, 1)
        self._row.setContentsMargins(px(PAGE_MARGIN), 0, 0, 0)
        self._narrow = False
        self._connect()

    def _connect(self) -> None:
        for signal in (self._session.archive_opened, self._session.archive_closed, self._session.judgements_changed):
            signal.connect(self._on_session_changed)
        self._session.selection_changed.connect(self._on_selection_changed)
        self._filling.timeout.connect(self._on_fill)

    def areas(self) -> list[QWidget]:
        """What F6 walks through."""
        return [self.text] if self._narrow else [self.text, self.beside]

    def show_person(self) -> None:
        """Bring the card about the selected person into sight."""
        self._refresh()
        if self.person is not None:
            self._bring(self.person)

    def _bring(self, card: QWidget) -> None:
        """Scroll to a card, and go on reading there; it has its place when all above it are filled."""
        while self._to_do:
            self._on_fill()
        reader = self.text if self.text.isAncestorOf(card) else self.beside
        reader.column.activate()
        reader.verticalScrollBar().setValue(card.mapTo(reader.content, card.rect().topLeft()).y())
        reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refresh()
        if self._to_do:
            self._filling.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._filling.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _build(self) -> None:
        from analyzer.method import last_figures, method_text
        from desktop.pages.method_cards import LinesCard, PersonCard, SectionCard

        figures = last_figures()
        contents = self._contents = Card(parent=self.beside.content)
        contents.setAccessibleName(tr("On this page"))
        contents.column.setSpacing(px(1))
        # A flat button carries 8 px before its words: they stand under the heading's.
        contents.column.setContentsMargins(px(10), px(16), px(10), px(12))
        heading = TextBlock(tr("On this page"), Text.HEADING, parent=contents)
        heading.setContentsMargins(px(8), 0, 0, px(4))
        contents.column.addWidget(heading)
        for section in method_text():
            if figures is None and any(piece.block.name == "FIGURES" for piece in section.pieces):
                continue
            card = SectionCard(section, figures, not self.cards, self.text.content)
            self.cards.append(card)
            self.text.column.addWidget(card)
            if len(self.cards) > 1:
                self._add_link(section.title, card)
        self.text.column.addStretch(1)
        self.person = PersonCard(self._session, self._live)
        self.archive = LinesCard(tr("This archive"), self._live)
        for live in (self.person, self.archive):
            self._live_column.addWidget(live)
            self._add_link(live.accessibleName(), live)
        self._to_fill = list(self.cards)
        self._place(force=True)

    def _fill_next(self) -> None:
        self._to_fill.pop(0).fill(self._values)

    def _on_fill(self) -> None:
        if self._to_do:
            self._to_do.pop(0)()
        if not self._to_do:
            self._filling.stop()

    def _add_link(self, words: str, target: QWidget) -> None:
        link = Button(words, Strength.FLAT, parent=self._contents)
        link.setFixedHeight(px(26))
        link.clicked.connect(self._on_link)
        self.links[link] = target
        self._contents.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _place(self, force: bool = False) -> None:
        """Two columns that scroll on their own; in a narrow window one, with this person's and archive's cards at its end."""
        wide = self.window().width() >= px(WIDE_FROM)
        narrow = is_narrow(self.window().width())
        self.beside.setFixedWidth(px(WIDE_BESIDE if wide else BESIDE) + px(PAGE_MARGIN))
        if narrow == self._narrow and not force:
            return
        self._narrow = narrow
        self.beside.setVisible(not narrow)
        if self.cards:
            column = self.text.column if narrow else self.beside.column
            for reader in (self.text, self.beside):
                for moved in (self._contents, self._live):
                    reader.column.removeWidget(moved)
            column.insertWidget(1 if narrow else 0, self._contents)
            column.insertWidget(column.count() - 1, self._live)
            for link, target in self.links.items():
                link.setVisible(narrow or target in self.cards)

    def _on_session_changed(self) -> None:
        self._figures_stale = True
        self._on_selection_changed()

    def _on_selection_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if not self._stale:
            return
        self._stale = False
        is_new = not self.cards
        if is_new:
            self._build()
        self._show_policy()
        if is_new:
            # The first section stands there when the page opens; the rest follows in slices, so that it opens without a hitch.
            self._fill_next()
            self._to_do = [self._show_person, self._show_archive, *[self._fill_next for _card in self._to_fill]]
        else:
            self._show_person()
            self._show_archive()

    def _show_person(self) -> None:
        assert self.person is not None
        self.person.refresh()

    def _show_archive(self) -> None:
        analysis, policy = self._session.analysis, self._session.policy
        assert self.archive is not None
        self.archive.setVisible(analysis is not None)
        if analysis is not None and policy is not None and self._figures_stale:
            self._figures_stale = False
            from analyzer.evidence.estimator import LABELS_NEEDED

            self.archive.show_lines(archive_lines(analysis, policy, LABELS_NEEDED))

    def _show_policy(self) -> None:
        from analyzer.method import values_of
        from analyzer.verdict.policy import default_policy

        policy = self._session.policy or default_policy()
        if policy is self._policy:
            return
        self._policy = policy
        self.header.set_sentence(tr("The figures are those of the policy in use: {title}.").format(title=policy.title))
        self._values = values_of(policy)
        for card in self.cards:
            card.show_values(self._values)

    def _on_link(self) -> None:
        link = self.sender()
        assert isinstance(link, Button)
        self._bring(self.links[link])


class MethodSheet(QDialog):
    """The same page over the start page, where there is no sidebar yet."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("How it works"))
        self.page = MethodPage(session, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.resize(min(px(860), parent.width()), min(px(720), parent.height()))
