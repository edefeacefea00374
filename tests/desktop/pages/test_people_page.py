"""The People page by mouse and by keyboard: filters, lists, decisions with undo, the panel and its receipts."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from analyzer.analysis import analyze
from analyzer.evidence.acts import Kind
from analyzer.facts import Analysis
from analyzer.people.person import SIGN_NAMES
from analyzer.verdict.contradictions import odd_places
from analyzer.verdict.policy import AnswersRule
from analyzer.verdict.verdicts import Choice, Listing, Verdict
from desktop.filters import Filters, Follow
from desktop.jobs import Jobs
from desktop.models.columns import COLUMN_INDEX, Entry, Heading
from desktop.pages.contact_timeline import span_words
from desktop.pages.people import PeoplePage
from desktop.pages.people_header import PeopleHeader
from desktop.pages.text_loader import TextLoader
from desktop.receipts import ReceiptKind
from desktop.session import Session
from desktop.widgets.receipt_row import ReceiptCard
from desktop.widgets.text import TextBlock
from desktop.wording.names import name_of
from desktop.wording.receipts import archive_gone, only_messages
from tests.desktop.make_analysis import key_of, make_analysis, open_session
from tests.replacing import replace

pytestmark = [pytest.mark.window, pytest.mark.usefixtures("locale")]
SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample" / "sample.zip"


@pytest.fixture
def session() -> Session:
    return open_session()


@pytest.fixture
def page(qtbot: QtBot, session: Session, jobs: Jobs) -> PeoplePage:
    return shown(qtbot, session, jobs)


def shown(qtbot: QtBot, session: Session, jobs: Jobs, width: int = 1084, height: int = 772) -> PeoplePage:
    page = PeoplePage(session, TextLoader(session, jobs, session))
    qtbot.addWidget(page)
    page.resize(width, height)
    with qtbot.waitExposed(page):
        page.show()
    # Without a window manager nobody else gives a window the focus.
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def names(page: PeoplePage) -> list[str]:
    entries = [page.model.entry(row) for row in range(page.model.rowCount())]
    return [name_of(entry.person) for entry in entries if isinstance(entry, Entry)]


def headings(page: PeoplePage) -> list[Heading]:
    entries = [page.model.entry(row) for row in range(page.model.rowCount())]
    return [entry for entry in entries if isinstance(entry, Heading)]


def analysis_of(session: Session) -> Analysis:
    assert session.analysis is not None
    return session.analysis


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(widget, key, modifiers)


def go_to(page: PeoplePage, handle: str) -> str:
    session = page._session
    key = key_of(analysis_of(session), handle)
    page.view.setFocus()
    page.view.go_to(page.model.row_of(key))
    assert session.selected == key
    return key


def test_it_opens_on_those_you_follow_and_not_on_strangers(page: PeoplePage, session: Session) -> None:
    people = analysis_of(session).people
    followed = sum(person.followed_by_ego for person in people)
    assert page.filters.follow.text() == f"You follow ({followed})"
    assert len(names(page)) == followed < len(people)
    assert names(page)[0] == "Sanne Okafor"
    assert page.panel.key == key_of(analysis_of(session), "sanne_writes")


def test_a_verdict_chip_filters_and_several_are_any_of_them(page: PeoplePage, session: Session) -> None:
    chip = page.filters.verdicts.chip(Verdict.ACQUAINTANCE)
    chip.click()
    assert sorted(names(page)) == ["Freya Demir", "Yuki Mensah"]
    page.filters.verdicts.chip(Verdict.GENUINE).click()
    assert {"Freya Demir", "Sanne Okafor"} < set(names(page))
    page.filters.verdicts.reset()
    assert session.filters.verdicts == frozenset()


def test_counts_respect_the_other_filters_but_not_their_own(page: PeoplePage, session: Session) -> None:
    chips = page.filters.verdicts
    everywhere = chips.chip(Verdict.NUMBERS_ONLY).count
    chips.chip(Verdict.GENUINE).click()
    assert chips.chip(Verdict.NUMBERS_ONLY).count == everywhere
    session.set_filters(replace(session.filters, text="yuki"))
    assert chips.chip(Verdict.NUMBERS_ONLY).count == 0
    assert chips.chip(Verdict.ACQUAINTANCE).count == 1


@pytest.mark.parametrize("text", ["iyer", "BEA_IYER", "@rowsbybea", "her yarn"])
def test_search_finds_name_handle_former_handle_and_note(page: PeoplePage, session: Session, qtbot: QtBot, text: str) -> None:
    session.add_note(key_of(analysis_of(session), "bea_iyer"), "sells her yarn")
    qtbot.keyClicks(page.filters.search.field, text)
    assert names(page) == ["Beatriz Iyer"]
    assert page.filters.search._found.text().startswith("1 of ")


def test_search_finds_an_id_as_it_is_shown(page: PeoplePage, session: Session) -> None:
    nameless = next(person for person in analysis_of(session).people if person.followed_by_ego and not person.handle)
    row = page.model.row_of(nameless.key)
    entry = page.model.entry(row)
    assert isinstance(entry, Entry)
    from desktop.wording.names import caption_of

    page.filters.search.field.setText(caption_of(entry.person))
    assert page.model.rowCount() == 1


def test_nobody_found_says_who_else_there_is(page: PeoplePage, session: Session) -> None:
    page.filters.search.field.setText("rohan")
    assert page.model.rowCount() == 0
    assert page.empty.isVisible()
    assert "1 person outside these filters does." in page.empty.accessibleName()
    page.empty.pressed.emit()
    assert names(page) == ["Rohan Whitlock"]
    page.filters.search.field.setText("zzyx")
    assert page.empty.accessibleName() == "Nobody matches “zzyx” No name, handle, former handle, id or note holds it."


def test_passing_contacts_are_hidden_and_told_until_shown(page: PeoplePage, session: Session) -> None:
    passing = sum(person.is_passing_contact for person in analysis_of(session).people)
    assert not page.notice.isVisible()
    session.set_filters(Filters())
    assert page.notice.isVisible()
    assert page.notice._words.text().startswith(f"{passing} passing contacts are hidden")
    before = page.model.rowCount()
    page.notice._show.click()
    assert page.model.rowCount() == before + passing
    assert not page.notice.isVisible()


def test_the_unfollow_list_has_its_head_and_mutuals_last(page: PeoplePage, session: Session) -> None:
    session.set_filters(Filters(listing=Listing.UNFOLLOW))
    assert page.list_head.isVisible()
    assert "as of 22 January 2025" in page.list_head.words
    assert "17 liked tweets were written to you" in page.list_head.words
    assert [heading.text for heading in headings(page)] == ["10 do not follow you", "1 follows you"]
    assert names(page)[-1] == "Viktor Lund"


def test_without_messages_the_unfollow_list_is_empty_until_it_is_told_to_stand(qtbot: QtBot, jobs: Jobs) -> None:
    session = open_session(make_analysis(messages_read=False))
    page = shown(qtbot, session, jobs)
    session.set_filters(Filters(listing=Listing.UNFOLLOW))
    assert page.model.rowCount() == 0
    assert "Direct messages were left closed" in page.empty.accessibleName()
    page.empty.pressed.emit()
    assert len(names(page)) == 11
    assert "messages were not read" in page.list_head.words
    page.list_head.link_activated.emit()
    assert page.model.rowCount() == 0


def test_those_that_do_not_fit_together_are_a_choice_beside_the_lists(page: PeoplePage, session: Session) -> None:
    """Much talked with and not followed: two of the cast; and back to all that ego follows."""
    analysis, policy = analysis_of(session), session.policy
    assert policy is not None
    expected = {name_of(analysis.people[place]) for place in odd_places(analysis.people, analysis.coverage, policy)}
    assert {"Kwame Visser", "Rohan Whitlock"} == expected
    *_lists, odd = page.filters.lists.menu_actions()
    assert odd.text() == "Does not fit together (2)"
    odd.trigger()
    assert set(names(page)) == expected and page.filters.lists.text() == "Does not fit together"
    assert page.filters.among.isHidden()
    session.set_policy(replace(policy, answers_not_visible=AnswersRule(contact_days=30)))
    assert names(page) == ["Kwame Visser"]
    session.set_policy(policy)
    assert set(names(page)) == expected
    page.filters.lists.menu_actions()[0].trigger()
    assert set(names(page)) > expected - {"Rohan Whitlock", "Kwame Visser"} and session.filters.among is None and not session.filters.odd


def test_ask_is_grouped_and_one_key_decides_for_a_group(page: PeoplePage, session: Session) -> None:
    session.set_filters(Filters(listing=Listing.ASK))
    heading = next(heading for heading in headings(page) if heading.text.startswith("You share or like"))
    row = next(row for row in range(page.model.rowCount()) if page.model.entry(row) is heading)
    page.view.setFocus()
    page.view.go_to(row)
    press(page.view, Qt.Key.Key_C)
    assert len(heading.keys) == 2
    assert all(session.decisions[key].choice is Choice.CONTENT for key in heading.keys)
    assert all(session.judgement(key).listing is Listing.KEEP for key in heading.keys)
    session.undo_stack.undo()
    assert not session.decisions


def test_after_a_group_the_cursor_is_on_a_person_so_that_the_same_key_decides_for_one(page: PeoplePage, session: Session) -> None:
    session.set_filters(Filters(listing=Listing.ASK))
    heading = headings(page)[0]
    page.view.setFocus()
    page.view.go_to(0)
    assert page.model.entry(0) is heading
    press(page.view, Qt.Key.Key_U)
    assert not session.decisions
    press(page.view, Qt.Key.Key_C)
    assert set(session.decisions) == set(heading.keys)
    assert isinstance(page.view.current_value(), Entry)
    press(page.view, Qt.Key.Key_C)
    assert len(session.decisions) == len(heading.keys) + 1


def test_a_heading_that_offers_nothing_is_passed_and_no_key_decides_for_its_group(page: PeoplePage, session: Session) -> None:
    session.set_filters(Filters(listing=Listing.UNFOLLOW))
    assert isinstance(page.model.entry(0), Heading)
    last = page.model.rowCount() - 1
    page.view.setFocus()
    press(page.view, Qt.Key.Key_End)
    assert page.view.currentIndex().row() == last
    press(page.view, Qt.Key.Key_Up)
    assert isinstance(page.model.entry(last - 1), Heading)
    assert page.view.currentIndex().row() == last - 2
    press(page.view, Qt.Key.Key_Down)
    assert page.view.currentIndex().row() == last
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Up):
        press(page.view, key)
        assert page.view.currentIndex().row() == 1
    page.view.go_to(0)
    for key in (Qt.Key.Key_C, Qt.Key.Key_K, Qt.Key.Key_U):
        press(page.view, key)
    assert not session.decisions


def test_the_panel_tells_of_nobody_whom_the_list_does_not_hold(page: PeoplePage, session: Session) -> None:
    go_to(page, "yukimns")
    page.filters.search.field.setText("iyer")
    assert page.panel.key == session.selected == key_of(analysis_of(session), "bea_iyer")
    page.filters.search.field.setText("zzyx")
    assert page.panel.key is None and session.selected is None
    page.filters.search.field.setText("")
    assert page.panel.key == session.selected is not None


@pytest.mark.parametrize(
    ("key", "choice"),
    [
        (Qt.Key.Key_K, Choice.KEEP),
        (Qt.Key.Key_F, Choice.FOLLOW),
        (Qt.Key.Key_U, Choice.UNFOLLOW),
        (Qt.Key.Key_C, Choice.CONTENT),
        (Qt.Key.Key_P, Choice.PROTECT),
        (Qt.Key.Key_L, Choice.LATER),
        (Qt.Key.Key_M, Choice.ME),
    ],
)
def test_one_key_decides_the_same_again_takes_it_back_and_undo_undoes(page: PeoplePage, session: Session, key: Qt.Key, choice: Choice) -> None:
    who = go_to(page, "yukimns")
    press(page.view, key)
    assert session.decisions[who].choice is choice
    assert page.panel.head.choices.value() is (choice if choice in (Choice.KEEP, Choice.FOLLOW, Choice.UNFOLLOW, Choice.CONTENT) else None)
    press(page.view, key)
    assert who not in session.decisions
    session.undo_stack.undo()
    assert session.decisions[who].choice is choice


def test_the_same_keys_decide_in_the_panel(page: PeoplePage, session: Session) -> None:
    who = go_to(page, "yukimns")
    press(page.view, Qt.Key.Key_Return)
    assert page.panel.isAncestorOf(page.window().focusWidget() or page)
    press(page.panel, Qt.Key.Key_U)
    assert session.decisions[who].choice is Choice.UNFOLLOW
    assert page.panel.head.standing.text() == "Your choice: unfollow."


def test_several_selected_people_are_decided_in_one_step(page: PeoplePage, session: Session) -> None:
    go_to(page, "sanne_writes")
    for _ in range(2):
        press(page.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(page.view, Qt.Key.Key_K)
    assert len(session.decisions) == 3
    session.undo_stack.undo()
    assert not session.decisions


def test_the_cursor_goes_to_the_next_when_somebody_leaves_the_list(page: PeoplePage, session: Session) -> None:
    session.set_filters(Filters(listing=Listing.UNFOLLOW))
    who = go_to(page, "dailyledger")
    row = page.view.currentIndex().row()
    press(page.view, Qt.Key.Key_C)
    assert page.model.row_of(who) == -1
    assert page.view.currentIndex().row() == row
    assert session.selected not in (None, who)


def test_esc_leads_from_the_panel_to_the_list_and_then_clears_the_search(page: PeoplePage, session: Session) -> None:
    page.filters.search.field.setText("lund")
    page.filters.search.field.setFocus()
    press(page.filters.search.field, Qt.Key.Key_Return)
    assert page.view.hasFocus() and session.filters.text == "lund"
    page.panel.how.setFocus()
    press(page.panel.how, Qt.Key.Key_Escape)
    assert page.view.hasFocus() and session.filters.text == "lund"
    press(page.view, Qt.Key.Key_Escape)
    assert session.filters.text == "" == page.filters.search.text() and page.view.hasFocus()


def test_columns_stay_where_they_are_when_the_scroll_bar_goes(page: PeoplePage, session: Session, qtbot: QtBot) -> None:
    def edges() -> list[tuple[int, int]]:
        header = page.view.header()
        return [(header.sectionViewportPosition(section), header.sectionSize(section)) for section in range(header.count())]

    session.set_filters(Filters())
    bar = page.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    before = edges()
    session.set_filters(Filters(text="lund"))
    qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert edges() == before


def test_shift_and_a_letter_jump_to_a_name(page: PeoplePage, session: Session) -> None:
    page.view.setFocus()
    QTest.keyClicks(page.view, "N", Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(page.view, "ad")
    assert session.selected == key_of(analysis_of(session), "nadiaholm")
    assert not session.decisions


def test_alt_and_a_number_switch_a_chip(page: PeoplePage, session: Session) -> None:
    page.activateWindow()
    page.view.setFocus()
    press(page.view, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert session.filters.verdicts == {Verdict.ACQUAINTANCE}


def test_a_note_is_written_and_kept(page: PeoplePage, session: Session) -> None:
    who = go_to(page, "yukimns")
    press(page.view, Qt.Key.Key_N)
    assert page.panel.head.note.hasFocus()
    QTest.keyClicks(page.panel.head.note, "met at the fair")
    press(page.panel.head.note, Qt.Key.Key_Return)
    assert session.decisions[who].note == "met at the fair"
    assert session.decisions[who].choice is None
    assert page.view.hasFocus()


def test_esc_keeps_a_note_too_and_gives_the_focus_back(page: PeoplePage, session: Session) -> None:
    who = go_to(page, "yukimns")
    press(page.view, Qt.Key.Key_N)
    QTest.keyClicks(page.panel.head.note, "no")
    press(page.panel.head.note, Qt.Key.Key_Escape)
    assert session.decisions[who].note == "no"
    assert page.view.hasFocus()
    session.undo_stack.undo()
    assert not session.decisions


def test_g_asks_for_the_graph(page: PeoplePage, qtbot: QtBot) -> None:
    who = go_to(page, "yukimns")
    with qtbot.waitSignal(page.locate_asked) as asked:
        press(page.view, Qt.Key.Key_G)
    assert asked.args == [who]


def test_o_opens_one_profile_and_nothing_else(page: PeoplePage, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("desktop.pages.person_panel.open_in_browser", opened.append)
    go_to(page, "yukimns")
    press(page.view, Qt.Key.Key_O)
    assert opened == ["https://x.com/yukimns"]


def test_the_header_sorts_by_keyboard(page: PeoplePage) -> None:
    header = page.view.header()
    assert isinstance(header, PeopleHeader)
    header.setFocus()
    header.focused_column = COLUMN_INDEX["days"]
    press(header, Qt.Key.Key_Space)
    assert names(page)[0] != "Sanne Okafor"
    press(header, Qt.Key.Key_Left)
    press(header, Qt.Key.Key_Space)
    assert page.model.sorted_by is not None
    assert page.model.sorted_by[0].name == "signs"


def test_a_narrow_window_has_the_panel_as_a_drawer(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    page = shown(qtbot, session, jobs, width=840, height=612)
    assert not page.panel.isVisible()
    who = go_to(page, "yukimns")
    press(page.view, Qt.Key.Key_Return)
    assert page.panel.isVisible()
    assert page.panel.key == who
    press(page.panel, Qt.Key.Key_Escape)
    assert not page.panel.isVisible()
    assert page.view.hasFocus()


def test_a_very_wide_window_shows_the_verdict_in_the_row(qtbot: QtBot, session: Session, jobs: Jobs) -> None:
    page = shown(qtbot, session, jobs, width=1700)
    assert not page.view.isColumnHidden(COLUMN_INDEX["verdict"])
    assert not page.view.isColumnHidden(COLUMN_INDEX["first"])
    page.resize(1084, 772)
    assert page.view.isColumnHidden(COLUMN_INDEX["verdict"])


def test_a_row_is_read_aloud_as_a_sentence(page: PeoplePage) -> None:
    go_to(page, "bea_iyer")
    index = page.view.currentIndex()
    said = page.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Beatriz Iyer, genuine, 21 contact days, last 9 September 2024, you follow each other, signs: conversation 4"
    interface = QAccessible.queryAccessibleInterface(page.view)
    assert interface is not None
    assert interface.text(QAccessible.Text.Name) == "People"


def test_only_computed_signs_have_a_place(page: PeoplePage) -> None:
    go_to(page, "bea_iyer")
    visible = [name for name, tile in page.panel.signs.tiles.tiles.items() if tile.isVisible()]
    assert visible == ["conversation"]
    assert page.panel.signs.note.text() == "4 of the five signs are not counted yet."


def test_a_click_on_somebody_seen_together_leads_there(page: PeoplePage, session: Session) -> None:
    go_to(page, "bea_iyer")
    row = page.panel.together._rows[0]
    row.click()
    assert session.selected == row.companion.key != key_of(analysis_of(session), "bea_iyer")
    assert page.model.row_of(row.companion.key) == page.view.currentIndex().row()


def test_somebody_behind_a_filter_is_shown_all_the_same(page: PeoplePage, session: Session) -> None:
    session.set_filters(Filters(follow=Follow.YOU_FOLLOW))
    stranger = key_of(analysis_of(session), "rohanwhit")
    page.show_person(stranger)
    assert session.selected == stranger
    assert page.model.row_of(stranger) >= 0


def test_receipts_say_what_they_count_and_messages_stay_closed(page: PeoplePage) -> None:
    go_to(page, "taalto")
    said = {row.receipt.kind: row.head.accessibleName() for row in page.panel.receipts.rows}
    assert said[ReceiptKind.REPLIES] == "82, replies from you, opens tweets"
    assert said[ReceiptKind.ANSWERS_LIKELY] == "16, most likely, times they answered, opens tweets"
    assert said[ReceiptKind.MESSAGES_FROM_THEM] == "3, messages to you, counted, not read"
    closed = [row for row in page.panel.receipts.rows if not row.receipt.opens]
    assert len(closed) == 2
    assert not any(row.head.isEnabled() for row in closed)


def test_a_gone_archive_is_said_in_place(page: PeoplePage, qtbot: QtBot) -> None:
    go_to(page, "taalto")
    row = page.panel.receipts.rows[0]
    row.set_open(True)
    qtbot.waitUntil(lambda: row.tweets is not None and row.tweets._status.text() == archive_gone())


def test_receipts_open_the_very_tweets_of_the_archive(qtbot: QtBot, jobs: Jobs) -> None:
    session = open_session(analyze([SAMPLE]))
    page = shown(qtbot, session, jobs)
    best = max(analysis_of(session).people, key=lambda person: len(person.contact_days))
    page.show_person(best.key)
    row = next(row for row in page.panel.receipts.rows if row.receipt.kind is ReceiptKind.REPLIES)
    row.set_open(True)
    qtbot.waitUntil(lambda: row.tweets is not None and bool(row.tweets.findChildren(ReceiptCard)))
    assert row.tweets is not None
    cards = row.tweets.findChildren(ReceiptCard)
    words = [block.text() for block in cards[0].findChildren(TextBlock)]
    assert "your reply" in words[0]
    assert any(character.isdigit() for character in words[0])
    assert len(words[1]) > 3


def test_a_bar_opens_the_tweets_of_its_month(page: PeoplePage, qtbot: QtBot) -> None:
    go_to(page, "bea_iyer")
    days = page.panel.days
    place = max(range(len(days._spans)), key=lambda place: days._spans[place].days)
    days.bars.chosen.emit(place)
    assert days.tweets is not None
    assert len(days.tweets._acts) == days._spans[place].days
    assert span_words(days._spans[place]) in [block.text() for block in days.tweets.findChildren(TextBlock)]
    qtbot.waitUntil(lambda: days.tweets is not None and days.tweets._status.text() == archive_gone())


def test_a_sign_opens_the_tweets_behind_it(qtbot: QtBot, jobs: Jobs) -> None:
    session = open_session(analyze([SAMPLE]))
    page = shown(qtbot, session, jobs)
    acts = analysis_of(session).acts
    behind = {key: {act.kind for act in acts[key] if "conversation" in act.signs} for key in acts}
    talker = next(key for key, kinds in behind.items() if Kind.REPLY in kinds)
    page.show_person(talker)
    page.panel.signs.tiles.tiles["conversation"].click()
    opened = page.panel.signs.tweets
    assert opened is not None
    assert opened._acts
    assert all("conversation" in act.signs for act in opened._acts)
    qtbot.waitUntil(lambda: bool(opened.findChildren(ReceiptCard)))
    writer = next(key for key, kinds in behind.items() if kinds == {Kind.DM})
    page.show_person(writer)
    page.panel.signs.tiles.tiles["conversation"].click()
    assert page.panel.signs.tweets is not None
    assert page.panel.signs.tweets._status.text() == only_messages()


def test_all_five_signs_are_shown_and_a_morning_opens_with_the_words_it_was_found_by(qtbot: QtBot, jobs: Jobs) -> None:
    session = open_session(analyze([SAMPLE]))
    page = shown(qtbot, session, jobs)
    greeter = max(analysis_of(session).people, key=lambda person: person.signs.morning or 0)
    page.show_person(greeter.key)
    assert [name for name, tile in page.panel.signs.tiles.tiles.items() if tile.isVisible()] == list(SIGN_NAMES)
    assert not page.panel.signs.note.isVisible()
    page.panel.signs.tiles.tiles["morning"].click()
    opened = page.panel.signs.tweets
    assert opened is not None
    assert opened._acts and all("morning" in act.signs for act in opened._acts)
    qtbot.waitUntil(lambda: bool(opened.findChildren(ReceiptCard)))
    for card in opened.findChildren(ReceiptCard):
        said = [block.text() for block in card.findChildren(TextBlock)]
        assert any(words.startswith("Found by “") for words in said), said


def test_closing_the_archive_leaves_an_empty_page(page: PeoplePage, session: Session) -> None:
    session.close()
    assert page.model.rowCount() == 0
    assert page.panel.key is None
