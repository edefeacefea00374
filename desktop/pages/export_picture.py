"""The picture on the Export page: what would be saved made small, of everybody or as the Graph page shows it, by name or under pseudonyms."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from analyzer.export.pseudonyms import analysis_under_pseudonyms
from desktop.graph.kinds import SceneKind
from desktop.graph.look import Look
from desktop.graph.sheet import SIZE, paint_sheet
from desktop.graph.source import Source
from desktop.graph.sources import source_of
from desktop.metrics import Text, px
from desktop.pages.export_job import Snapshot
from desktop.pages.export_parts import CheckOption, HoldsCard
from desktop.theme import theme_of
from desktop.widgets.card import Card
from desktop.widgets.text import TextBlock
from desktop.wording import export as words
from desktop.wording.basics import tr


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """What the Graph page shows: whom and how, and what is said of it (which picture, which month)."""

    source: Source
    said: str
    month: str = ""


class PicturePreview(QWidget):
    """The picture itself, made small; `ticked` when the user wants another one."""

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownPicture | None = None
        self._made: tuple[Snapshot, tuple[bool, bool], Source] | None = None
        card = Card(padding=12, parent=self)
        self._picture = _Picture(card)
        card.column.addWidget(self._picture)
        self.holds = HoldsCard(self)
        share = Card(parent=self)
        self.as_shown = CheckOption("", share)
        self._pseudonyms = CheckOption(tr("Pseudonyms instead of names"), share)
        self._head = TextBlock("", Text.STRONG, parent=share)
        share.column.addWidget(self._head)
        for box in (self.as_shown, self._pseudonyms):
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
        column.addWidget(card, 1)
        column.addLayout(below)
        self.offer(None)

    def offer(self, shown: ShownPicture | None) -> None:
        """Offer what the Graph page shows, and choose it; None takes the offer back."""
        self._shown = shown
        self._made = None
        self.as_shown.setVisible(shown is not None)
        self.as_shown.setChecked(shown is not None)
        self._head.set_text(tr("Which picture") if shown is not None else tr("Before you share it"))
        if shown is not None:
            self.as_shown.set_words(words.as_on_graph(shown.said))

    @property
    def pseudonyms(self) -> bool:
        """True if nobody shall be named."""
        return self._pseudonyms.isChecked()

    @property
    def said(self) -> str:
        """What stands in the foot beside the usual: the month shown."""
        return self._shown.month if self._shown is not None and self.as_shown.isChecked() else ""

    def source(self, snapshot: Snapshot) -> Source:
        """What the picture shows of this snapshot, as ticked."""
        as_shown = self._shown is not None and self.as_shown.isChecked()
        wanted = (as_shown, self.pseudonyms)
        if self._made is not None:
            of, ticks, source = self._made
            if of.analysis is snapshot.analysis and of.judgements == snapshot.judgements and ticks == wanted:
                return source
        if as_shown:
            assert self._shown is not None
            source = self._shown.source
        else:
            source = source_of(SceneKind.CIRCLES, snapshot.analysis, snapshot.judgements)
        if self.pseudonyms:
            source = replace(source, analysis=analysis_under_pseudonyms(source.analysis))
        self._made = (snapshot, wanted, source)
        return source

    def show_picture(self, snapshot: Snapshot) -> None:
        """Show the picture of this snapshot."""
        self._picture.show_source(self.source(snapshot), self.said)
        self.holds.show_held(words.names_in_picture(self.pseudonyms), *words.picture_held(self.pseudonyms))


class _Picture(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._source: Source | None = None
        self._said = ""
        self._image: QImage | None = None
        self._dark = False
        self.setAccessibleName(tr("The picture, made small"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_source(self, source: Source, said: str) -> None:
        """Show another picture."""
        if source is not self._source or said != self._said:
            self._source, self._said, self._image = source, said, None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(480), px(400))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(240), px(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._source is None:
            return
        dark = theme_of(self).is_dark
        if self._image is None or dark != self._dark:
            self._image, self._dark = self._painted(self._source), dark
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = QSize(*SIZE).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        area = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, size.width(), size.height())
        painter.drawImage(area, self._image)
        painter.end()

    def _painted(self, source: Source) -> QImage:
        ratio = self.devicePixelRatioF()
        image = QImage(QSize(round(SIZE[0] * ratio), round(SIZE[1] * ratio)), QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_sheet(source, painter, SIZE, Look(theme_of(self), ratio=ratio), self._said)
        return image
