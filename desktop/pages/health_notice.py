"""One line after an import where a part is missing or damaged, with the way to the page that explains it."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.icons import paint_icon
from desktop.metrics import RADIUS_ROW, px
from desktop.session import Session
from desktop.theme import theme_of
from desktop.widgets.button import Button, IconButton, Strength
from desktop.widgets.painting import rounded
from desktop.widgets.text import TextBlock
from desktop.wording.basics import tr
from desktop.wording.health import notice


class HealthNotice(QFrame):
    """Shows itself when an archive is opened that lacks something, until it is closed or another archive comes."""

    health_asked = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.words = TextBlock(parent=self)
        self.link = Button(tr("What this means"), Strength.FLAT, parent=self)
        self.close_button = IconButton("close", tr("Close this notice"), parent=self)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14 + 16 + 10), px(2), px(8), px(2))
        row.setSpacing(px(4))
        row.addWidget(self.words, 1)
        row.addWidget(self.link)
        row.addWidget(self.close_button)
        self._connect()
        self._on_archive_opened()

    def _connect(self) -> None:
        self._session.archive_opened.connect(self._on_archive_opened)
        self._session.archive_closed.connect(self.hide)
        self.link.clicked.connect(self.health_asked)
        self.close_button.clicked.connect(self.hide)

    def _on_archive_opened(self) -> None:
        health = self._session.health
        words = notice(health.newest) if health is not None else ""
        self.words.set_text(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), RADIUS_ROW, theme.sunk)
        side = px(16)
        left = self.width() - px(14) - side if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else px(14)
        paint_icon(painter, "health", QRectF(left, (self.height() - side) / 2, side, side), theme.ink2)
        painter.end()
