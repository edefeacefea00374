"""What leads from one page to another: a page or panel asks, and this shows the page that answers."""

from typing import Any

from PySide6.QtCore import QObject

from desktop.main_window import MainWindow
from desktop.pages.person_panel import PersonPanel


class PageLinks(QObject):
    """Connects every page of a window to those it asks for: by the signals they have."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: str | None = None
        self._connect()

    def _connect(self) -> None:
        self._window.page_shown.connect(self._on_page_shown)
        answers = (
            ("locate_asked", self._on_locate),
            ("people_asked", self._on_people_asked),
            ("export_asked", self._on_export_asked),
            ("health_asked", self._on_health_asked),
        )
        for page in self._window.pages():
            for signal, answer in answers:
                if hasattr(page.widget, signal):
                    getattr(page.widget, signal).connect(answer)
            for panel in page.widget.findChildren(PersonPanel):
                panel.method_asked.connect(self._on_method_of_person)
                panel.around_asked.connect(self._on_around)

    def _page(self, page_id: str) -> Any:
        self._window.show_page(page_id)
        return self._widget(page_id)

    def _widget(self, page_id: str) -> Any:
        return next(page.widget for page in self._window.pages() if page.item.page_id == page_id)

    def _on_locate(self, key: str) -> None:
        self._page("graph").locate(key)

    def _on_around(self, key: str) -> None:
        self._page("graph").show_person(key)

    def _on_people_asked(self, key: str) -> None:
        people = self._page("people")
        if key:  # without one the page is wanted as the filters have it
            people.show_person(key)

    def _on_page_shown(self, page_id: str) -> None:
        """Who goes from the graph to the export page may want the picture seen last, not always the same one."""
        before, self._before = self._before, page_id
        if (before, page_id) == ("graph", "export"):
            graph, export = self._widget("graph"), self._widget("export")
            shown = graph.shown_picture() if graph.is_ready else None
            if shown is not None:
                export.offer_picture(shown)

    def _on_export_asked(self) -> None:
        shown = self._widget("graph").shown_picture()
        export = self._page("export")
        if shown is not None:
            export.show_picture(shown)

    def _on_health_asked(self) -> None:
        self._window.show_page("health")

    def _on_method_of_person(self) -> None:
        self._page("method").show_person()
