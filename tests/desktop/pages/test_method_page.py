"""The page "How it works" in a window: its text, the policy's figures in it, this archive's and this person's own, keys and names."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from analyzer.facts import Calibration
from analyzer.method import Figures, Row
from analyzer.verdict.explain import why
from analyzer.verdict.judge import judge_all
from analyzer.verdict.policy import built_in
from desktop.application import Application
from desktop.pages.method import MethodPage, MethodSheet
from desktop.pages.method_cards import SectionCard
from desktop.session import Session
from desktop.settings import SettingsStore
from desktop.widgets.table import Table
from desktop.widgets.text import TextBlock
from desktop.wording.method import archive_lines, fact_line
from tests.desktop.make_analysis import key_of, make_analysis, open_session
from tests.replacing import replace

pytestmark = [pytest.mark.window, pytest.mark.usefixtures("locale")]


@pytest.fixture
def session() -> Session:
    return open_session()


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> MethodPage:
    made = MethodPage(session)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(lambda: not made._filling.isActive())
    return made


def card(page: MethodPage, title: str) -> SectionCard:
    return next(one for one in page.cards if one.title == title)


def figures_of(page: MethodPage) -> dict[str, str]:
    assert page.archive is not None
    return dict(row.accessibleName().split(". ")[0].split(": ", 1) for row in page.archive.rows)


def said(page: MethodPage) -> str:
    assert page.person is not None
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # what stood there before
    return "\n".join(block.text() for block in page.person.findChildren(TextBlock))


def test_the_text_stands_there_with_its_headings(page: MethodPage) -> None:
    """All sections but the one about reports, as there is none; the page's own contents lead to each."""
    titles = [one.title for one in page.cards]
    assert titles[0] == "How it works" and {"The five signs", "The verdicts", "What the file cannot show", "References"} <= set(titles)
    assert [link.text() for link, target in page.links.items() if target in page.cards] == titles[1:]
    assert "96\u00a0% (227 of 236, in two sets)" in card(page, "Did they answer you?").words()
    assert "Contact days: 3 or more, in 2 or more different weeks." in card(page, "The verdicts").words()


def test_another_policy_changes_the_figures_in_the_text(page: MethodPage, session: Session) -> None:
    """At once, and the head names it."""
    session.set_policy(built_in("strict"))
    assert "Contact days: 6 or more, in 4 or more different weeks." in card(page, "The verdicts").words()
    assert page.header.findChildren(TextBlock)[1].text().endswith("Strict.")


def test_this_archives_figures_follow_the_session(page: MethodPage, session: Session) -> None:
    """Owner rate, labelled replies, names, months, what was not read."""
    assert session.analysis is not None
    before = figures_of(page)
    assert before["Months with tweets of yours"] == "82" and before["Owner rate"] == "35\u00a0%" and before["Labelled replies"] == "0 of 0"
    assert before["Not read"] == "Nothing that verdicts rest on"
    other = replace(make_analysis(strangers=5, messages_read=False), calibration=Calibration(0.61, 40, 22))
    session.open(other, judge_all(other, built_in("gentle"), {}), {}, built_in("gentle"))
    after = figures_of(page)
    assert after["Owner rate"] == "61\u00a0%" and after["Labelled replies"] == "22 of 40" and after["Not read"] == "Direct messages (left closed)"
    assert after["Followers with a name"] != before["Followers with a name"]


def test_the_card_about_the_person_follows_the_selection(page: MethodPage, session: Session) -> None:
    """Nobody, then a genuine one with conditions and terms, then one with numbers only."""
    assert session.analysis is not None
    assert "Select somebody" in said(page)
    session.select(key_of(session.analysis, "sanne_writes"))
    words = said(page)
    assert "Sanne Okafor" in words and "The rule asks for 3 or more." in words and "213" in words and "Both sides" in words
    together = float(page.person.rows[-1].accessibleName().split(": ")[1])  # type: ignore[union-attr]
    assert together == pytest.approx(session.judgement(session.selected or "").strength, abs=0.005)
    session.select(key_of(session.analysis, "dailyledger"))
    assert "The Daily Ledger" in said(page) and "Sanne Okafor" not in said(page) and "No contact seen" in said(page)


def test_every_fact_behind_a_verdict_has_words(session: Session) -> None:
    """Nobody reads a name of the code."""
    assert session.analysis is not None and session.policy is not None
    seen = set()
    for person, judgement in zip(session.analysis.people, session.judgements, strict=True):
        for fact in why(person, judgement, session.analysis.coverage, session.policy):
            line = fact_line(fact, person)
            seen.add(fact.fact)
            assert line.label and "_" not in line.label + line.figure + line.note
            assert line.label != fact.fact.replace("_", " ").capitalize() or line.label in (
                "Contact days",
                "Conversations",
                "Follow",
                "No contact seen",
            )
    assert len(seen) >= 10


def test_reading_by_keyboard(page: MethodPage, qtbot: QtBot) -> None:
    """End, Home and Page scroll the text; a link of the contents goes to its section and hands the keys to the text."""
    bar = page.text.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    page.text.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.text, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(page.text, Qt.Key.Key_Home)
    qtbot.keyClick(page.text, Qt.Key.Key_PageDown)
    assert 0 < bar.value() < bar.maximum()
    link = next(link for link in page.links if link.text() == "The five signs")
    link.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(link, Qt.Key.Key_Space)
    assert bar.value() == card(page, "The five signs").y() and page.text.hasFocus()


def test_names_for_screen_readers(page: MethodPage, session: Session) -> None:
    """Sections, both columns, every cell under its column's name, every figure with its label."""
    assert session.analysis is not None
    session.select(key_of(session.analysis, "sanne_writes"))
    assert page.text.accessibleName() and page.beside.accessibleName() and all(one.accessibleName() == one.title for one in page.cards)
    tables = [table for one in page.cards for table in one.findChildren(Table)]
    assert len(tables) >= 5
    right = next(table for table in tables if table.rows[1][0].text() == "Most likely").rows[1][2]
    interface = QAccessible.queryAccessibleInterface(right)
    assert interface.text(QAccessible.Text.Name) == "How often it was right: 96\u00a0% (227 of 236, in two sets)"
    assert page.person is not None and page.person.rows[0].accessibleName() == "Contact days: 213. The rule asks for 3 or more."


def test_in_a_narrow_window_all_stands_in_one_column(page: MethodPage, session: Session, qtbot: QtBot) -> None:
    """The cards about person and archive come last; widening brings them back beside the text."""
    assert page.person is not None and page.archive is not None
    page.resize(900, 640)
    qtbot.waitUntil(lambda: page.text.isAncestorOf(page.person))
    assert not page.beside.isVisible() and page.areas() == [page.text]
    qtbot.waitUntil(lambda: page.person.mapTo(page.text.content, page.person.rect().topLeft()).y() > page.cards[-1].y())
    page.show_person()
    assert page.text.verticalScrollBar().value() > page.cards[-1].y()
    page.resize(1280, 800)
    qtbot.waitUntil(lambda: page.beside.isAncestorOf(page.person))
    assert page.beside.isVisible()


def test_the_page_opens_with_what_is_in_sight_and_a_link_brings_the_rest(qtbot: QtBot, session: Session) -> None:
    """Sections are filled one at a time; whoever is faster than that finds the section filled and in its place."""
    made = MethodPage(session)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    filled = [one for one in made.cards if len(one.words()) > len(one.title)]
    assert len(made.cards) > 10 and len(filled) == 1 and made._filling.isActive()
    next(link for link in made.links if link.text() == "What the file cannot show").click()
    assert "About 23\u00a0% of what another person" in card(made, "What the file cannot show").words()
    qtbot.waitUntil(lambda: not made._filling.isActive())
    made.hide()


def test_a_page_that_is_hidden_again_waits_with_the_rest(qtbot: QtBot, session: Session) -> None:
    made = MethodPage(session)
    qtbot.addWidget(made)
    made.show()
    made.hide()
    assert not made._filling.isActive() and made._to_do
    made.show()
    qtbot.waitUntil(lambda: not made._to_do)


def test_a_hidden_page_does_no_work(qtbot: QtBot, session: Session) -> None:
    """It is made when it is first looked at."""
    made = MethodPage(session)
    qtbot.addWidget(made)
    session.set_policy(built_in("strict"))
    assert made.cards == [] and made.archive is None


def test_a_report_is_shown_as_a_table(page: MethodPage, qtbot: QtBot) -> None:
    """Shares as per cent with the spread over the seeds, counts as they are."""
    from analyzer.method import method_text

    section = next(one for one in method_text() if any(piece.block.name == "FIGURES" for piece in one.pieces))
    rows = (Row("Most likely turns that are true", 0.97, (0.95, 0.99)), Row("Strangers let in", 0, unit="count"))
    made = SectionCard(section, Figures("2025-02-01", (1, 2, 3), ("ordinary", "broadcaster"), rows))
    qtbot.addWidget(made)
    assert "Strangers let in" not in made.words()
    made.fill({})
    words = made.words()
    assert "3 worlds of each kind of owner (ordinary, broadcaster)" in words
    assert "97\u00a0%" in words and "95\u00a0% to 99\u00a0%" in words and "Strangers let in" in words


def test_labels_that_are_too_few_are_said_to_be(session: Session) -> None:
    """Below 20 they correct nothing."""
    assert session.analysis is not None and session.policy is not None
    few = replace(session.analysis, calibration=Calibration(0.4, 19, 8))
    notes = {line.label: line.note for line in archive_lines(few, session.policy, 20)}
    assert notes["Labelled replies"].endswith("The owner rate is corrected from 20 on.")


def test_ways_to_the_page(qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Help without an archive opens a sheet; with one the page; the person's panel leads to that person's card."""
    monkeypatch.setenv("KITHMAP_HOME", str(tmp_path / "home"))
    palette, sheet_before = qapp.palette(), qapp.styleSheet()
    application = Application(qapp, SettingsStore(tmp_path / "settings.json"))
    qtbot.addWidget(application.window)
    application.show()
    window = application.window
    window.actions_["method"].trigger()
    sheet = next(one for one in window.findChildren(MethodSheet))
    qtbot.waitUntil(lambda: len(sheet.page.cards) > 5 and not sheet.page._to_do)
    assert sheet.page.archive is not None and not sheet.page.archive.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(MethodSheet))
    with qtbot.waitSignal(application.importer.done, timeout=30_000):
        application.open_sample()
    window.actions_["method"].trigger()
    assert window.current_page == "method"
    window.show_page("people")
    people = window.pages()[0].widget
    session = application.session
    assert session.analysis is not None
    best = max(range(len(session.judgements)), key=lambda place: session.judgements[place].strength)
    session.select(session.analysis.people[best].key)
    people.panel.how.click()  # type: ignore[attr-defined]
    assert window.current_page == "method"
    page = next(one.widget for one in window.pages() if one.item.page_id == "method")
    assert isinstance(page, MethodPage) and page.person is not None
    assert len(page.person.rows) > 8
    window.close()
    qapp.setStyleSheet(sheet_before)
    qapp.setPalette(palette)
