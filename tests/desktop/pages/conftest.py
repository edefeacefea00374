"""The fixture of the graph page's tests; other pages' tests bring their own."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from analyzer.workspace import storage
from desktop.pages.graph import GraphPage
from desktop.pages.text_loader import TextLoader
from desktop.session import Session
from desktop.settings import SettingsStore
from tests.desktop.pages.shown_graph import NoTexts, ShownGraph, keep_nothing, tied_world


@pytest.fixture
def shown_graph(qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ShownGraph:
    """The page on its first picture."""
    monkeypatch.setenv(storage.HOME_VARIABLE, str(tmp_path / "home"))
    session = Session(save_decisions=keep_nothing)
    page = GraphPage(session, TextLoader(session, NoTexts()), settings=SettingsStore(tmp_path / "settings.json"))
    qtbot.addWidget(page)
    page.resize(1120, 760)
    page.show()
    # Without a window manager nobody else gives a window the focus.
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    graph = ShownGraph(page, session)
    graph.open(tied_world())
    return graph
