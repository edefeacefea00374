"""Fixtures of several of the window's tests: English as it is written in Britain, and a worker that ends with its test."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from desktop.jobs import Jobs


@pytest.fixture
def locale() -> Iterator[None]:
    """Dates and numbers as the tests spell them, whatever the computer's language."""
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    """The worker, shut down in the end."""
    made = Jobs()
    yield made
    made.shutdown()
