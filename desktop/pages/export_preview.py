"""The right side of the Export page: what would be saved, and what personal data the file will hold."""

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from analyzer.verdict.verdicts import Listing
from desktop.metrics import Text, px
from desktop.pages.export_job import Snapshot, everybody_held, people_held
from desktop.pages.export_parts import PREVIEW_ROW, CheckOption, HoldsCard, PreviewRow, PreviewRows
from desktop.widgets.card import Card
from desktop.widgets.text import TextBlock
from desktop.wording import export as words
from desktop.wording.basics import number, tr
from desktop.wording.lists import archive_of, list_count, list_head, sittings, why_empty, why_line

LEAST_ROWS, MOST_ROWS = 4, 12
# Height of everything beside the rows: the list's head, and the cards below.
AROUND_ROWS = 330
MESSAGE_KINDS = frozenset({"dm", "group_dm", "reaction"})


class ListPreview(QWidget):
    """The head and first people of a list; `ticked` when the user changes what the file holds."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card(parent=self)
        self.title = TextBlock("", Text.HEADING, parent=self.card)
        self._date = TextBlock("", Text.CAPTION, "ink2", parent=self.card)
        self._date.setWordWrap(False)
        self.head = TextBlock("", Text.CAPTION, "ink2", parent=self.card)
        self.rows = PreviewRows(self.card)
        self._more = TextBlock("", Text.CAPTION, "ink2", parent=self.card)
        self.holds = HoldsCard(self)
        self._share = Card(parent=self)
        self._messages = CheckOption(tr("Say how many messages there were"), self._share)
        self._rows_shown = LEAST_ROWS
        self._lay_out()
        self._messages.clicked.connect(self.ticked)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self._date)
        self.card.column.addLayout(top)
        self.card.column.addWidget(self.head)
        self.card.column.addWidget(self.rows)
        self.card.column.addWidget(self._more)
        self._share.column.addWidget(TextBlock(tr("Before you share it"), Text.STRONG, parent=self._share))
        self._share.column.addWidget(self._messages)
        self._share.column.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(px(14))
        below.addWidget(self.holds, 1)
        below.addWidget(self._share, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self.card)
        column.addLayout(below)
        column.addStretch(1)

    @property
    def with_messages(self) -> bool:
        """True if the file shall name counts of messages."""
        return self._messages.isChecked()

    def set_room(self, height: int) -> bool:
        """Show as many rows as fit into this height; True if that is another number."""
        rows = max(LEAST_ROWS, min(MOST_ROWS, (height - px(AROUND_ROWS)) // px(PREVIEW_ROW)))
        changed = rows != self._rows_shown
        self._rows_shown = rows
        return changed

    def show_list(self, snapshot: Snapshot, listing: Listing, suffix: str, places: list[int]) -> None:
        """Show one list: the people at these places."""
        analysis, coverage = snapshot.analysis, snapshot.analysis.coverage
        self.title.set_text(list_count(listing, len(places)))
        parts = [archive_of(coverage.as_of)]
        if listing in (Listing.UNFOLLOW, Listing.FOLLOW) and sittings(len(places)):
            parts.append(sittings(len(places)))
        self._date.set_text(" · ".join(parts))
        without = snapshot.policy.numbers_only.without_messages
        self.head.set_text(list_head(listing, coverage) if places else why_empty(listing, coverage, without))
        shown = places[: self._rows_shown]
        rows = [
            PreviewRow(analysis.people[place], snapshot.judgements[place], why_line(analysis.people[place], snapshot.judgements[place], coverage))
            for place in shown
        ]
        self.rows.show_rows(rows)
        rest = len(places) - len(shown)
        self._more.set_text(words.more_people(rest))
        self._more.setVisible(rest > 0)
        self._show_held(snapshot, places, suffix)

    def _show_held(self, snapshot: Snapshot, places: list[int], suffix: str) -> None:
        only_links = suffix == ".txt"
        self._share.setVisible(not only_links and snapshot.analysis.coverage.messages_read)
        if only_links:
            self.holds.show_held(words.links_held(len(places)), "", tr("no names, no reasons, no notes of yours"))
        else:
            self.holds.show_held(words.names_held(*people_held(snapshot, places)), *words.list_held(self.with_messages))


class GraphPreview(QWidget):
    """How many accounts and ties of which kind a graph file will hold; `ticked` when the user changes that."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card = Card(parent=self)
        self.title = TextBlock("", Text.HEADING, parent=self.card)
        self._date = TextBlock("", Text.CAPTION, "ink2", parent=self.card)
        self.kinds = TextBlock("", Text.BODY, "ink", parent=self.card)
        for block in (self.title, self._date, self.kinds):
            self.card.column.addWidget(block)
        says = tr("Ties between two others mean that you named both; they do not say that the two know each other.")
        self.card.column.addWidget(TextBlock(says, Text.CAPTION, "ink2", parent=self.card))
        self.holds = HoldsCard(self)
        share = Card(parent=self)
        share.column.addWidget(TextBlock(tr("Before you share it"), Text.STRONG, parent=share))
        self._messages = CheckOption(tr("Also who wrote messages with you"), share)
        self._blocks = CheckOption(tr("Also whom you blocked or muted"), share)
        self._pseudonyms = CheckOption(tr("Pseudonyms instead of names"), share)
        for box in (self._messages, self._blocks, self._pseudonyms):
            share.column.addWidget(box)
            box.clicked.connect(self.ticked)
        share.column.addStretch(1)
        below = QHBoxLayout()
        below.setSpacing(px(14))
        below.addWidget(self.holds, 1)
        below.addWidget(share, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(14))
        column.addWidget(self.card)
        column.addLayout(below)
        column.addStretch(1)

    @property
    def with_messages(self) -> bool:
        """True if ties by message shall be in the file."""
        return self._messages.isChecked()

    @property
    def with_blocks(self) -> bool:
        """True if blocks and mutes shall be in the file."""
        return self._blocks.isChecked()

    @property
    def pseudonyms(self) -> bool:
        """True if the file shall name nobody."""
        return self._pseudonyms.isChecked()

    def show_graph(self, snapshot: Snapshot) -> None:
        """Show what the file will hold."""
        analysis = snapshot.analysis
        kinds = Counter({kind: count for kind, count in analysis.graph.kinds.items() if self.with_messages or kind not in MESSAGE_KINDS})
        self.title.set_text(words.graph_counts(analysis.graph.number_of_nodes(), sum(kinds.values())))
        self._date.set_text(archive_of(analysis.coverage.as_of))
        self.kinds.set_text("\n".join(f"{number(count)}  {words.tie_word(kind)}" for kind, count in kinds.most_common()))
        held = words.names_held(*everybody_held(analysis))
        held = words.pseudonyms_held(len(analysis.people)) if self.pseudonyms else held
        self.holds.show_held(held, *words.graph_held(self.with_messages, self.with_blocks, self.pseudonyms))
