"""The panel about one person: the way of Tab, receipts that scroll into sight, the course of the tie, the five signs with their words."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from analyzer.analysis import analyze
from analyzer.evidence.acts import Kind
from analyzer.facts import Analysis
from analyzer.people.person import SIGN_NAMES, OwnWords, Person
from analyzer.verdict.course import course_of
from analyzer.verdict.policy import LapsedRule, default_policy
from analyzer.verdict.verdicts import Choice
from desktop.jobs import Jobs
from desktop.pages.person_panel import PersonPanel
from desktop.pages.text_loader import TextLoader
from desktop.session import Session
from desktop.widgets.receipt_row import ReceiptCard
from desktop.widgets.text import TextBlock
from desktop.wording.course import course_sentences
from tests.desktop.make_analysis import key_of, make_analysis, open_session
from tests.replacing import replace

pytestmark = [pytest.mark.window, pytest.mark.usefixtures("locale")]
SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample" / "sample.zip"


@pytest.fixture(scope="module")
def sample() -> Analysis:
    return analyze([SAMPLE])


def panel_of(qtbot: QtBot, jobs: Jobs, analysis: Analysis, height: int = 800, compact: bool = False) -> tuple[PersonPanel, Session]:
    session = open_session(analysis)
    panel = PersonPanel(session, TextLoader(session, jobs, session), compact)
    qtbot.addWidget(panel)
    panel.resize(352, height)
    panel.show()
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    return panel, session


def with_person(analysis: Analysis, handle: str, **changed: object) -> Analysis:
    key = key_of(analysis, handle)
    people = tuple(replace(person, **changed) if person.key == key else person for person in analysis.people)
    return replace(analysis, people=people, closeness=[])


def place_of(widget: QWidget, panel: PersonPanel) -> tuple[bool, int, int]:
    """In the head or in what scrolls below it, the line there, and how far from the left."""
    body = panel.scroller.widget()
    below = body is not None and body.isAncestorOf(widget)
    place = widget.mapTo(body if below and body is not None else panel, QPoint(0, widget.height() // 2))
    return below, place.y() // 12, place.x()


def walk(panel: PersonPanel) -> list[QWidget]:
    """Where Tab leads from the first control on, until it comes back."""
    QTest.keyClick(panel, Qt.Key.Key_Tab)
    first = QApplication.focusWidget()
    way = []
    assert first is not None
    while (here := QApplication.focusWidget()) is not None and (not way or here is not first) and len(way) < 80:
        way.append(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    return way


@pytest.mark.parametrize("compact", [False, True])
def test_tab_walks_from_top_to_bottom_also_through_what_was_opened(qtbot: QtBot, jobs: Jobs, sample: Analysis, compact: bool) -> None:
    panel, session = panel_of(qtbot, jobs, sample, 1600, compact)
    for greeter in sorted(sample.people, key=lambda person: -(person.signs.morning or 0))[:2]:
        session.select(greeter.key)
    panel.signs.tiles.tiles["morning"].click()
    qtbot.waitUntil(lambda: panel.signs.tweets is not None and bool(panel.signs.tweets.findChildren(ReceiptCard)))
    panel.receipts.rows[0].set_open(True)
    qtbot.waitUntil(lambda: bool(panel.receipts.rows[0].findChildren(ReceiptCard)))
    qtbot.wait(20)
    way = walk(panel)
    links = [card for card in panel.findChildren(ReceiptCard) if card.isVisible()]
    assert len(way) >= 12 + len(links) and panel.how in way and panel.signs.tiles.tiles["morning"] in way
    places = [place_of(widget, panel) for widget in way]
    assert places == sorted(places), [type(widget).__name__ for widget in way]


def test_the_head_says_since_when_at_the_earliest_where_the_follow_list_tells(qtbot: QtBot, jobs: Jobs, sample: Analysis) -> None:
    """Under a decision too; nothing is said where nothing is known, or of somebody whom ego does not follow."""
    handle = next(person.handle for person in sample.people if person.handle and person.followed_by_ego)
    march = 1_552_000_000_000
    for changed, words in (
        ({"followed_since_at_least": march}, "You follow this account since March 2019 at the earliest."),
        ({"followed_since_at_least": None}, ""),
        ({"followed_since_at_least": march, "followed_by_ego": False}, ""),
    ):
        analysis = with_person(sample, str(handle), **changed)
        panel, session = panel_of(qtbot, jobs, analysis)
        key = next(person.key for person in analysis.people if person.handle == handle)
        session.select(key)
        assert panel.head.standing.text().endswith(words) and ("earliest" in panel.head.standing.text()) is bool(words)
        session.decide([key], Choice.UNFOLLOW)
        assert panel.head.standing.text() == " ".join(filter(None, ["Your choice: unfollow.", words]))


def seen_whole(widget: QWidget, panel: PersonPanel) -> bool:
    viewport = panel.scroller.viewport()
    return viewport.rect().contains(QRect(widget.mapTo(viewport, QPoint(0, 0)), widget.size()))


def test_a_receipt_opened_below_the_edge_scrolls_into_sight(qtbot: QtBot, jobs: Jobs, sample: Analysis) -> None:
    panel, session = panel_of(qtbot, jobs, sample, 760)
    session.select(max(sample.people, key=lambda person: len(person.contact_days)).key)
    qtbot.wait(20)
    viewport = panel.scroller.viewport()
    openable = [row for row in panel.receipts.rows if row.receipt.opens]
    row = next(row for row in openable if viewport.height() - 90 < row.head.mapTo(viewport, QPoint(0, row.head.height())).y() <= viewport.height())
    row.set_open(True)
    qtbot.waitUntil(lambda: bool(row.findChildren(ReceiptCard)))
    qtbot.waitUntil(lambda: seen_whole(row.findChildren(ReceiptCard)[0], panel))
    assert seen_whole(row.head, panel)


def test_a_month_opens_in_sight_too(qtbot: QtBot, jobs: Jobs, sample: Analysis) -> None:
    panel, session = panel_of(qtbot, jobs, sample, 760)
    session.select(max(sample.people, key=lambda person: len(person.contact_days)).key)
    spans = panel.days._spans
    panel.days.bars.chosen.emit(max(range(len(spans)), key=lambda place: spans[place].days))
    qtbot.waitUntil(lambda: panel.days.tweets is not None and bool(panel.days.tweets.findChildren(ReceiptCard)))
    assert panel.days.tweets is not None
    first = panel.days.tweets.findChildren(ReceiptCard)[0]
    qtbot.waitUntil(lambda: seen_whole(first, panel))


def words_of(panel: PersonPanel) -> str:
    return "\n".join(block.text() for block in panel.findChildren(TextBlock) if block.isVisible())


def test_the_course_of_the_tie_is_told_and_follows_the_policy(qtbot: QtBot, jobs: Jobs, sample: Analysis) -> None:
    panel, session = panel_of(qtbot, jobs, sample)
    policy = default_policy()
    person = next(one for one in sample.people if course_of(one, policy).returns and one.answer_after)
    session.select(person.key)
    said = panel.days.course.text()
    assert said == course_sentences(course_of(person, policy))
    assert "Came back" in said and "of the answers seen came within" in said and said in words_of(panel)
    session.set_policy(replace(policy, lapsed=LapsedRule(100_000, 8.0)))
    assert "Came back" not in panel.days.course.text()


def test_what_only_ego_said_stands_apart_from_the_signs(qtbot: QtBot, jobs: Jobs) -> None:
    analysis = with_person(make_analysis(), "bea_iyer", own_words=OwnWords(morning=12), signs=replace(make_analysis().people[0].signs, morning=0))
    panel, session = panel_of(qtbot, jobs, analysis)
    session.select(key_of(analysis, "bea_iyer"))
    assert "You wished them a good morning 12 times; alone that is no sign." in words_of(panel)
    session.select(key_of(analysis, "taalto"))
    assert "good morning" not in words_of(panel)


@pytest.mark.parametrize(
    ("handle", "changed", "said"),
    [
        ("bea_iyer", {"muted": True}, "Does not fit together: You follow them, and you muted them."),
        ("rohanwhit", {}, "Does not fit together: You were in touch on 25 days, and you do not follow them."),
        ("bea_iyer", {}, ""),
    ],
)
def test_a_contradiction_is_told(qtbot: QtBot, jobs: Jobs, handle: str, changed: dict[str, object], said: str) -> None:
    analysis = with_person(make_analysis(), handle, **changed)
    panel, session = panel_of(qtbot, jobs, analysis)
    session.select(key_of(analysis, handle))
    assert panel.odd.isVisible() == bool(said)
    assert said in words_of(panel)


def by_words(person: Person, sign: str, analysis: Analysis) -> bool:
    """True if tweets of this sign can be opened; conversations are found by turns, the others by words."""
    return any(sign in act.signs and act.kind in (Kind.REPLY, Kind.MENTION) for act in analysis.acts.get(person.key, ()))


@pytest.mark.parametrize("sign", SIGN_NAMES)
def test_each_of_the_five_signs_of_the_sample_opens_its_receipts_with_the_matched_words(
    qtbot: QtBot, jobs: Jobs, sample: Analysis, sign: str
) -> None:
    panel, session = panel_of(qtbot, jobs, sample)
    person = max((one for one in sample.people if by_words(one, sign, sample)), key=lambda one: getattr(one.signs, sign))
    session.select(person.key)
    tile = panel.signs.tiles.tiles[sign]
    assert tile.isVisible() and tile.accessibleName().endswith(f": {getattr(person.signs, sign)}")
    tile.click()
    opened = panel.signs.tweets
    assert opened is not None
    qtbot.waitUntil(lambda: bool(opened.findChildren(ReceiptCard)))
    texts = [[block.text() for block in card.findChildren(TextBlock)] for card in opened.findChildren(ReceiptCard)]
    assert ", last on " in tile.toolTip() and tile.toolTip() in [block.text() for block in opened.findChildren(TextBlock)]
    assert all("your" in text[0] and len(text[1]) > 3 for text in texts)
    found_by = [part for text in texts for part in text if part.startswith("Found by “")]
    if sign == "conversation":
        assert not found_by
    else:
        assert found_by
        for text in texts:
            for part in text[2:]:
                matched = part.removeprefix("Found by “").removesuffix("”").split("”, “")
                assert all(word in text[1] for word in matched), text
    tile.click()
    assert panel.signs.tweets is None
