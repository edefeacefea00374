"""The page "Archive health" and the notice on the People page, over invented archives: whole, pruned, damaged, silent for months."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from analyzer.facts import Analysis, PartFacts, Unreadable
from analyzer.health.shapes import ArchiveHealth, Bearing, Effect, Gap, Months, PartHealth, SilentSpan, State
from analyzer.verdict.policy import default_policy
from desktop.pages.health import HealthPage
from desktop.pages.health_cards import MOST_BARS, month_bars
from desktop.pages.health_notice import HealthNotice
from desktop.session import Session
from desktop.wording import health as words
from desktop.wording.keys import page_keys
from tests.desktop.make_analysis import make_analysis, open_session

pytestmark = pytest.mark.window


def part(name: str, found: int, expected: int | None = None, unreadable: int = 0, state: str = "read") -> PartFacts:
    """One data file."""
    return PartFacts(name, f"data/{name}.js", found, found if expected is None else expected, unreadable, state)


WHOLE = tuple(part(name, 12) for name in ("manifest", "tweets", "followers", "following", "message_headers", "group_message_headers", "likes"))


def with_parts(*changed: PartFacts, **coverage: object) -> Analysis:
    """The invented analysis with these files in place of those of the same part, and its coverage changed."""
    analysis = make_analysis()
    names = {one.part for one in changed}
    archive = replace(
        analysis.archive,
        parts=(*(one for one in WHOLE if one.part not in names), *changed),
        unreadable=tuple(Unreadable(one.part, one.file, 40 + n, "broken-json") for one in changed for n in range(one.unreadable)),
    )
    return replace(analysis, archive=archive, coverage=replace(analysis.coverage, **coverage))  # type: ignore[arg-type]


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[Analysis], HealthPage]:
    """Shows the page about an analysis."""

    def make(analysis: Analysis) -> HealthPage:
        page = HealthPage(open_session(analysis))
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        return page

    return make


def title_of(page: HealthPage) -> str:
    """What the head says."""
    return page.header._title.text()


def meaning_of(page: HealthPage) -> str:
    """All lines about gaps."""
    return "\n".join(line.words.text() for line in page.meaning.lines)


def test_a_whole_archive_is_said_to_be_read(show: Callable[[Analysis], HealthPage]) -> None:
    page = show(with_parts())
    assert title_of(page) == "Everything that matters for verdicts was read."
    rows = [row.accessibleName() for row in page.parts[0].rows]
    assert rows[0] == "Tweets, read, 12 found, 12 expected, 0 not readable" and len(rows) == 6
    assert "Silence there proves nothing." in page.months.words.text() and "February 2019 – March 2019" in page.months.words.text()
    assert "numbers only" not in meaning_of(page)


def test_missing_messages_say_that_nobody_is_numbers_only_until_the_policy_does_without(show: Callable[[Analysis], HealthPage]) -> None:
    gone = (part("message_headers", 0, 21, state="missing"),)
    page = show(with_parts(*gone, messages_read=False))
    assert title_of(page) == "Direct messages are missing from this archive, so nobody can be called numbers only."
    (effect,) = [effect for effect in page.effects if effect.gap is Gap.MESSAGES]
    held_back = sum(judgement.ground == "messages_not_read" for judgement in page._session.judgements)
    assert effect.people == held_back > 0 and f"{held_back} people have no verdict for this reason" in meaning_of(page)
    page._session.set_policy(default_policy().without_messages(True))
    assert title_of(page) == "Direct messages are missing from this archive."
    assert "Nobody can be called" not in meaning_of(page)


def test_a_damaged_part_opens_its_places_by_keyboard(show: Callable[[Analysis], HealthPage], qtbot: QtBot) -> None:
    """Tab reaches the list, the arrows walk, Space opens; what opens can be copied."""
    page = show(with_parts(part("followers", 9, 12, 2), missing_parts=("followers",)))
    assert title_of(page) == "2 records could not be read, so nobody can be called numbers only."
    tweets, followers, *_ = page.parts[0].rows
    tweets.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(tweets, Qt.Key.Key_Down)
    assert followers.hasFocus()
    places = next(place for place in page.findChildren(QPlainTextEdit) if place.accessibleName() == "Places in Followers")
    assert not places.isVisible()
    qtbot.keyClick(followers, Qt.Key.Key_Space)
    assert places.isVisible()
    assert places.toPlainText().splitlines() == [
        "data/followers.js, byte 40: the record is broken",
        "data/followers.js, byte 41: the record is broken",
        "1 record that the manifest counts is not there",
    ]
    qtbot.keyClick(followers, Qt.Key.Key_Up)
    qtbot.keyClick(tweets, Qt.Key.Key_Up)  # there is nothing above the first
    assert tweets.hasFocus()
    assert tweets.focusPolicy() == Qt.FocusPolicy.StrongFocus and followers.focusPolicy() == Qt.FocusPolicy.ClickFocus


def test_a_row_without_places_does_not_open(show: Callable[[Analysis], HealthPage], qtbot: QtBot) -> None:
    page = show(with_parts())
    row = page.parts[0].rows[0]
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(row, Qt.Key.Key_Space)
    assert not row.isChecked() and not page.findChildren(QPlainTextEdit)


def test_the_months_are_read_with_the_keyboard(show: Callable[[Analysis], HealthPage], qtbot: QtBot) -> None:
    page = show(with_parts())
    bars = page.months.bars
    assert "own tweets from January 2018 to January 2025" in bars.accessibleDescription()
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    assert bars.accessibleDescription() == "January 2018: 12 tweets"
    for _step in range(13):
        qtbot.keyClick(bars, Qt.Key.Key_Right)
    assert bars.accessibleDescription() == "February 2019: no tweet of yours; silence proves nothing"


def test_names_are_counted_and_told_to_a_screen_reader(show: Callable[[Analysis], HealthPage]) -> None:
    page = show(with_parts())
    people = page._session.analysis.people if page._session.analysis is not None else ()
    followers = [one for one in people if one.follows_ego]
    named = sum(one.handle is not None for one in followers)
    assert page.names.followers.accessibleName() == f"Followers: {named} of {len(followers)} with a name"


def test_another_archive_and_closing_renew_the_page(show: Callable[[Analysis], HealthPage]) -> None:
    page = show(with_parts())
    session, first = page._session, page.parts[0]
    policy = default_policy()
    other = with_parts(part("likes", 0, 30, state="missing"))
    session.open(other, session.judgements, {}, policy)
    assert title_of(page) == "Likes are missing from this archive." and page.parts[0] is not first
    page.hide()
    session.close()
    assert session.health is None
    page.show()  # nothing is open: what was there stays, and nothing fails
    assert title_of(page) == "Likes are missing from this archive."


def test_several_dates_stand_apart(show: Callable[[Analysis], HealthPage]) -> None:
    analysis = with_parts()
    older = replace(analysis.archive, generated_at="2023-03-06T09:10:11Z", parts=(part("tweets", 4),), path=Path("older.zip"))
    page = show(replace(analysis, archives=(analysis.archive, older)))
    assert [card.accessibleName() for card in page.parts] == [
        "Parts of the archive of 22 January 2025",
        "Parts of the archive of 6 March 2023",
    ]
    assert title_of(page) == "Everything that matters for verdicts was read."


def test_a_narrow_window_puts_everything_below_each_other(show: Callable[[Analysis], HealthPage], qtbot: QtBot) -> None:
    page = show(with_parts())
    def top(widget: QWidget) -> int:
        return widget.mapTo(page, QPoint(0, 0)).y()

    assert top(page.meaning) == top(page.parts[0])
    page.resize(760, 1300)
    qtbot.waitUntil(lambda: top(page.meaning) > top(page.months) + page.months.height())
    assert top(page.meaning) - top(page.months) - page.months.height() < 40  # and no hole between them
    assert page.content.width() <= 760


# --- The notice ---


def test_the_notice_shows_itself_only_where_something_is_lacking(qtbot: QtBot) -> None:
    session = Session()
    notice = HealthNotice(session)
    qtbot.addWidget(notice)
    assert notice.isHidden()
    from analyzer.verdict.judge import judge_all

    policy = default_policy()
    for analysis, shown in ((with_parts(), False), (with_parts(part("likes", 0, 9, state="missing")), True), (with_parts(), False)):
        session.open(analysis, judge_all(analysis, policy, {}), {}, policy)
        assert notice.isHidden() is not shown
    session.open(with_parts(part("likes", 0, 9, state="missing")), judge_all(analysis, policy, {}), {}, policy)
    assert notice.accessibleName() == "Likes are missing from this archive." == notice.words.text()
    with qtbot.waitSignal(notice.health_asked):
        notice.link.click()
    notice.close_button.click()
    assert notice.isHidden()


# --- Words ---


@pytest.mark.parametrize("gap", list(Gap))
def test_every_gap_has_a_sentence_of_its_own(gap: Gap) -> None:
    for count in (0, 1, 1234):
        sentence = words.effect_sentence(Effect(gap, Bearing.LESS_CERTAIN, ("message_headers",), count, 12))
        assert sentence.endswith(".") and "_" not in sentence and "%" not in sentence and "{" not in sentence


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_a_word_and_a_finding(state: State) -> None:
    one = PartHealth("group_messages", state, unreadable=1)
    assert words.state_word(one) and words.part_name(one.part) == "Group messages"
    assert ("group_messages" not in words.row_text(one)) and words.row_text(one).startswith("Group messages, ")


def test_hostile_names_of_parts_and_files_stay_harmless() -> None:
    one = PartHealth("\u202eevil\x1b", State.DAMAGED, 3, 5, 1, 1, ("a\u202eb.js",), (), (Unreadable("tweets", "x\ny.js", 7, "no\u202ething"),))
    text = words.details(one) + words.row_text(one)
    assert not {"\u202e", "\x1b"} & set(text) and "x y.js, byte 7: nothing" in text


def test_months_share_bars_where_there_are_very_many() -> None:
    few = Months({(2018, 9): 3, (2018, 11): 1}, (2018, 9), (2018, 11), 3, (SilentSpan((2018, 10), (2018, 10), 1),))
    assert month_bars(few) == [((2018, 9), (2018, 9), 3), ((2018, 10), (2018, 10), 0), ((2018, 11), (2018, 11), 1)]
    many = Months({(1, 1): 3, (9999, 12): 1}, (1, 1), (9999, 12), 9999 * 12, ())
    bars = month_bars(many)
    assert len(bars) <= MOST_BARS and sum(tweets for _first, _last, tweets in bars) == 4
    assert month_bars(Months({}, None, None, 0, ())) == []


def test_a_heading_without_a_date_and_the_keys_of_the_sheet() -> None:
    assert words.parts_heading(None) == "Parts of the archive"
    assert words.parts_heading(date(2025, 1, 22)) == "Parts of the archive of 22 January 2025"
    assert len(page_keys("health")) == 3


def test_deleted_tweets_stand_in_the_title_and_say_since_when_follows_can_be_judged() -> None:
    gone = Effect(Gap.DELETED_TWEETS, Bearing.ONLY_SINCE, count=60, people=2, before=date(2022, 1, 3))
    newest = ArchiveHealth((), (PartHealth("tweets", State.READ),), (), True)
    assert words.title(newest, [gone]) == "Everything that matters for verdicts was read, but early tweets of yours seem to be deleted."
    assert words.title(newest, []) == "Everything that matters for verdicts was read."
    assert words.effect_sentence(gone) == "Tweets of yours from before January 2022 seem to be deleted. 60 likes and messages of yours are far older."
    assert words.bearing_sentence(gone).endswith("2 people have no verdict for this reason.")
