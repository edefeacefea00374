"""Says that only some people (picked on the graph, or not fitting together) are shown, and shows everybody again; on every page that filters."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.filters import Filters, Follow
from desktop.session import Session
from desktop.widgets.button import Button, Strength
from desktop.wording.course import only_odd
from desktop.wording.graph_tools import only_picked


class AmongButton(Button):
    """Stands there only while the session's filters hold some people; a click takes that filter off.

    ``tells_odd``: also where they do not fit together; a page that names this filter elsewhere needs no second place for it.
    """

    def __init__(self, session: Session, parent: QWidget | None = None, tells_odd: bool = True) -> None:
        super().__init__("", Strength.FLAT, "close", parent=parent)
        self._session = session
        self._tells_odd = tells_odd
        self._connect()
        self._show_filter()

    def _connect(self) -> None:
        self._session.filters_changed.connect(self._show_filter)
        self._session.archive_closed.connect(self._show_filter)
        self.clicked.connect(self._on_clicked)

    def _show_filter(self) -> None:
        filters = self._session.filters
        among = filters.among
        words = only_odd if filters.odd else only_picked
        self.setText(words(len(among)) if among is not None else "")
        self.setVisible(among is not None and (self._tells_odd or not filters.odd))

    def _on_clicked(self) -> None:
        """Back to how an archive opens, as the pick had put every other filter aside."""
        you_follow = Filters(follow=Follow.YOU_FOLLOW)
        follows = self._session.analysis is not None and self._session.roll.count(replace(you_follow, show_passing=True)) > 0
        self._session.set_filters(you_follow if follows else Filters())
