"""The painted controls: names for screen readers, keys, signals only when the user did something, the focus ring."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from analyzer.evidence.acts import Tier
from analyzer.people.person import Signs
from analyzer.verdict.verdicts import Verdict
from desktop.metrics import Text
from desktop.widgets.bars import Bars
from desktop.widgets.button import Button, IconButton, Strength
from desktop.widgets.choice_chip import ChoiceChip
from desktop.widgets.filter_chip import Chip, FilterChipRow
from desktop.widgets.focus import FocusRing
from desktop.widgets.option import Option
from desktop.widgets.painting import LEFT, RIGHT, draw_line
from desktop.widgets.receipt_row import ReceiptRow
from desktop.widgets.search_box import SearchBox
from desktop.widgets.segmented import SegmentedControl
from desktop.widgets.signs import SignTiles
from desktop.widgets.text import TextBlock

pytestmark = pytest.mark.window

WORDS = {"conversation": "Talks", "sprint": "Sprints", "morning": "Mornings", "hello": "Hellos", "welcome_answer": "Welcome"}


Show = Callable[..., QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Iterator[Show]:
    """Puts widgets below each other into an active window and keeps that alive."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget) -> QWidget:
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        window.resize(700, 300)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield show
    windows.clear()


def role_and_name(widget: QWidget) -> tuple[str, str]:
    """What a screen reader is told."""
    face = QAccessible.queryAccessibleInterface(widget)
    return face.role().name, face.text(QAccessible.Text.Name)


def chips() -> FilterChipRow:
    return FilterChipRow(
        [Chip(Verdict.GENUINE, "Genuine", Verdict.GENUINE), Chip(Verdict.INSUFFICIENT, "Not enough evidence", Verdict.INSUFFICIENT, "Not enough")]
    )


def test_buttons_are_named_and_pressed_by_enter_and_space(qtbot: QtBot, shown: Show) -> None:
    """All strengths alike; an icon button is named by its words."""
    for button in (Button("Save…", Strength.STRONG, key="Ctrl+S"), Button("Show", icon="open"), Button("Reset", Strength.FLAT)):
        shown(button)
        assert role_and_name(button) == ("Button", button.text())
        button.setFocus()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            with qtbot.waitSignal(button.clicked, timeout=1000):
                qtbot.keyClick(button, key)
    assert role_and_name(IconButton("close", "Close the panel")) == ("Button", "Close the panel")


def test_targets_are_large_enough(qtbot: QtBot, shown: Show) -> None:
    """At least 24 by 24."""
    row = chips()
    for widget in (Button("A"), Button("A", Strength.FLAT), IconButton("close", "Close"), *row.chips):
        assert widget.sizeHint().width() >= 24 and widget.sizeHint().height() >= 24


def test_the_ring_is_for_keyboard_focus(qtbot: QtBot, shown: Show) -> None:
    """Tab shows it 4 px around the control, a mouse click does not, a key press afterwards does, leaving takes it off."""
    first, second = Button("First"), Button("Second")
    window = shown(first, second)
    ring = FocusRing.of(window)
    qtbot.mouseClick(first, Qt.MouseButton.LeftButton)
    assert ring.widget() is None
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert ring.widget() is first
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus() and ring.widget() is second and ring.isVisible()
    around = ring.geometry()
    own = second.rect().translated(second.mapTo(window, second.rect().topLeft()))
    assert around.adjusted(4, 4, -4, -4) == own
    window.setFocus()
    assert ring.widget() is None
    assert FocusRing.of(window) is ring


def test_filter_chips_are_check_boxes_with_their_count(qtbot: QtBot, shown: Show) -> None:
    """Space toggles, none on means all, Reset is there only when something is on; a zero can still be reached."""
    row = chips()
    shown(row)
    row.set_counts({Verdict.GENUINE: 1234})
    genuine, other = row.chips
    assert role_and_name(genuine)[0] == "CheckBox"
    assert role_and_name(genuine)[1] in ("Genuine, 1,234 people", "Genuine, 1234 people")
    assert role_and_name(other)[1] == "Not enough evidence, 0 people"
    reset = row.findChildren(Button)[0]
    assert not reset.isVisible()
    other.setFocus()
    with qtbot.waitSignal(row.changed):
        qtbot.keyClick(other, Qt.Key.Key_Space)
    assert row.on() == {Verdict.INSUFFICIENT} and reset.isVisible()
    reset.setFocus()
    with qtbot.waitSignal(row.changed):
        qtbot.keyClick(reset, Qt.Key.Key_Return)
    assert row.on() == frozenset() and not reset.isVisible() and genuine.hasFocus()
    with qtbot.assertNotEmitted(row.changed):
        row.set_on([Verdict.GENUINE])
    assert row.on() == {Verdict.GENUINE}
    with pytest.raises(KeyError):
        row.chip("no such value")


def test_exclusive_chips_keep_at_most_one(qtbot: QtBot, shown: Show) -> None:
    """A second one takes the place of the first."""
    row = FilterChipRow([Chip(1, "One"), Chip(2, "Two")], exclusive=True)
    shown(row)
    for chip in row.chips:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert row.on() == {2}
    qtbot.mouseClick(row.chips[1], Qt.MouseButton.LeftButton)
    assert row.on() == frozenset()


def test_chips_wrap_and_shorten(qtbot: QtBot, shown: Show) -> None:
    """A row too narrow grows a second line; a narrow window takes the short words."""
    row = chips()
    window = shown(row)
    assert row.chips[1].shown_text == "Not enough"
    wide = row.heightForWidth(900)
    assert row.heightForWidth(170) > wide * 1.8
    window.resize(1100, 200)
    qtbot.waitUntil(lambda: row.chips[1].shown_text == "Not enough evidence")


def test_segments_are_radio_like_and_move_by_arrows(qtbot: QtBot, shown: Show) -> None:
    """Choosing the chosen one again takes it back where that is allowed."""
    control = SegmentedControl("Decision", [("keep", "Keep"), ("follow", "Follow")], optional=True)
    shown(control)
    with qtbot.assertNotEmitted(control.chosen):
        control.set_value("keep")
    keep, follow = control.segment("keep"), control.segment("follow")
    keep.setFocus()
    qtbot.keyClick(keep, Qt.Key.Key_Right)
    assert follow.hasFocus()
    for expected in ("follow", None):
        with qtbot.waitSignal(control.chosen) as told:
            qtbot.keyClick(follow, Qt.Key.Key_Space)
        assert told.args == [expected] and control.value() == expected
    fixed = SegmentedControl("Mode", [("a", "A"), ("b", "B")])
    shown(fixed)
    fixed.set_value("a")
    qtbot.mouseClick(fixed.segment("a"), Qt.MouseButton.LeftButton)
    assert fixed.value() == "a"


def test_options_exclude_each_other_and_say_what_they_mean(qtbot: QtBot, shown: Show) -> None:
    """A radio button with a description."""
    count, leave = Option("Count them", "Only who and when."), Option("Leave them closed", "Nothing is read.")
    shown(count, leave)
    count.setChecked(True)
    assert role_and_name(count) == ("RadioButton", "Count them")
    assert QAccessible.queryAccessibleInterface(count).text(QAccessible.Text.Description) == "Only who and when."
    leave.setFocus()
    qtbot.keyClick(leave, Qt.Key.Key_Space)
    assert leave.isChecked() and not count.isChecked()


def test_a_choice_chip_says_what_is_chosen(qtbot: QtBot, shown: Show) -> None:
    """Its name holds the choice; the menu tells only what the user chose."""
    chip = ChoiceChip("Follow", [("any", "Follow: anyone", "Anyone"), ("you", "You follow", "You follow")])
    shown(chip)
    with qtbot.assertNotEmitted(chip.chosen):
        chip.set_value("you")
    assert role_and_name(chip)[1] == "Follow: You follow" and chip.value() == "you"
    with qtbot.waitSignal(chip.chosen) as told:
        chip.menu_actions()[0].trigger()
    assert told.args == ["any"]
    chip.set_words("any", "Follow: anyone (12)")
    assert role_and_name(chip)[1] == "Follow: Follow: anyone (12)"
    with pytest.raises(KeyError):
        chip.set_value("no such value")


def test_search_answers_while_typing_and_esc_clears_then_leaves(qtbot: QtBot, shown: Show) -> None:
    """Setting the text does not tell."""
    box, other = SearchBox("Search people"), Button("Other")
    shown(box, other)
    box.activate()
    heard: list[str] = []
    box.text_changed.connect(heard.append)
    qtbot.keyClicks(box.field, "iyer")
    assert heard == ["i", "iy", "iye", "iyer"]
    assert role_and_name(box.field) == ("EditableText", "Search people")
    box.set_found("1 of 346 people")
    qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    assert box.text() == "" and box.field.hasFocus()
    with qtbot.waitSignal(box.field.left):
        qtbot.keyClick(box.field, Qt.Key.Key_Escape)
    assert not box.field.hasFocus()
    heard.clear()
    box.set_text("set by the page")
    assert heard == [] and box.text() == "set by the page"


def test_a_sign_that_is_not_computed_is_not_shown_as_zero(qtbot: QtBot, shown: Show) -> None:
    """Left out; a sign that was looked for and not seen is "–" and opens nothing; all five unseen are one line."""
    tiles = SignTiles(WORDS)
    shown(tiles)
    tiles.set_signs(Signs(conversation=4))
    assert [name for name, tile in tiles.tiles.items() if tile.isVisible()] == ["conversation"]
    with qtbot.waitSignal(tiles.sign_chosen) as told:
        qtbot.mouseClick(tiles.tiles["conversation"], Qt.MouseButton.LeftButton)
    assert told.args == ["conversation"]
    tiles.set_signs(Signs(9, 0, 6, 2, 1))
    assert role_and_name(tiles.tiles["sprint"])[1] == "Sprints: not seen" and not tiles.tiles["sprint"].isEnabled()
    assert role_and_name(tiles.tiles["morning"])[1] == "Mornings: 6"
    tiles.set_signs(Signs(0, 0, 0, 0, 0))
    assert not any(tile.isVisible() for tile in tiles.tiles.values())
    assert [block.text() for block in tiles.findChildren(TextBlock) if block.isVisible()] == ["None of the five signs"]
    tiles.set_signs(Signs())
    assert not tiles.isVisible()


def test_a_receipt_opens_in_place(qtbot: QtBot, shown: Show) -> None:
    """Enter opens and closes; one that opens nothing cannot be pressed."""
    row, closed = ReceiptRow("4", "times they answered", tier_word="most likely"), ReceiptRow("1", "message, not read", opens=False)
    shown(row, closed)
    row.opened.connect(lambda: row.set_body(TextBlock("The tweet itself")))
    assert role_and_name(row.head)[1] == "4, times they answered, most likely, opens what stands behind it"
    row.head.setFocus()
    qtbot.keyClick(row.head, Qt.Key.Key_Return)
    body = row.findChildren(TextBlock)[-1]
    assert body.text() == "The tweet itself" and body.isVisible()
    qtbot.keyClick(row.head, Qt.Key.Key_Return)
    assert not body.isVisible()
    assert not closed.head.isEnabled()


def test_bars_can_be_walked_and_chosen_by_keyboard(qtbot: QtBot, shown: Show) -> None:
    """The bar under the mark is read out."""
    bars = Bars("Days in contact")
    shown(bars)
    bars.set_values([0, 3, 1], [(0, "Jan"), (2, "Mar")], frozenset({0}), ["none", "three", "one"], "4 days in 3 months", clickable=True)
    assert QAccessible.queryAccessibleInterface(bars).text(QAccessible.Text.Description) == "4 days in 3 months"
    bars.setFocus()
    for _ in range(2):
        qtbot.keyClick(bars, Qt.Key.Key_Right)
    assert QAccessible.queryAccessibleInterface(bars).text(QAccessible.Text.Description) == "three"
    with qtbot.waitSignal(bars.chosen) as told:
        qtbot.keyClick(bars, Qt.Key.Key_Return)
    assert told.args == [1]


def test_text_from_an_archive_stays_text(qtbot: QtBot, shown: Show) -> None:
    """Markup is shown, not obeyed; strong runs make one text for a screen reader; more width means less height."""
    block = TextBlock([("<b>not bold</b> ", False), ("213 days", True)])
    shown(block)
    assert role_and_name(block) == ("StaticText", "<b>not bold</b> 213 days")
    long = TextBlock("word " * 60)
    assert long.heightForWidth(200) > 2 * long.heightForWidth(600) > 0


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_words_stand_where_they_are_painted_whatever_the_direction_of_reading(qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    """A painter that mirrors alignment once more would set the count of a chip off its end."""
    image = QImage(200, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setLayoutDirection(direction)
        draw_line(painter, QRectF(0, 0, 200, 30), "left", Text.BODY, QColor("black"), LEFT)
        draw_line(painter, QRectF(0, 0, 200, 30), "right", Text.BODY, QColor("black"), RIGHT)
    inked = {x for x in range(200) for y in range(30) if image.pixelColor(x, y).lightness() < 128}
    assert min(inked) < 5 and max(inked) > 194
    assert not inked & set(range(60, 130))


def test_a_text_with_margins_asks_for_the_room_it_needs(shown: Show) -> None:
    """Without its margins a message of one sentence lost its last word."""
    plain, indented = TextBlock("No tweets in this archive: contact cannot be seen."), TextBlock("No tweets in this archive: contact cannot be seen.")
    indented.setContentsMargins(9, 4, 3, 2)
    assert (indented.sizeHint().width(), indented.sizeHint().height()) == (plain.sizeHint().width() + 12, plain.sizeHint().height() + 6)
    assert indented.heightForWidth(indented.sizeHint().width()) == indented.sizeHint().height()


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_arrows_walk_along_the_bars_as_they_are_painted(shown: Show, qtbot: QtBot, direction: Qt.LayoutDirection) -> None:
    bars = Bars("Days")
    bars.set_values([1, 2, 3], tips=["first", "second", "third"], clickable=True)
    window = shown(bars)
    window.setLayoutDirection(direction)
    bars.setFocus()
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    qtbot.keyClick(bars, Qt.Key.Key_Right)
    qtbot.keyClick(bars, Qt.Key.Key_Left)
    assert bars.accessibleDescription() == "first"
    left = bars._bar(0, bars._plot()).left()
    assert left < bars._bar(1, bars._plot()).left()


def test_in_a_narrow_panel_how_sure_it_is_stands_below_the_words(qtbot: QtBot) -> None:
    """Nothing is cut, and in a wide one the row is as low as ever."""
    row = ReceiptRow("49", "more times they answered", Tier.LIKELY, "most likely")
    qtbot.addWidget(row)
    row.resize(420, 60)
    row.show()
    low = row.sizeHint().height()
    row.resize(230, 60)
    qtbot.waitUntil(lambda: row.sizeHint().height() > low)
    row.resize(420, 60)
    qtbot.waitUntil(lambda: row.sizeHint().height() == low)


def test_nothing_moves_beside_a_search_when_its_count_comes(qtbot: QtBot) -> None:
    """The count takes its room from the field."""
    holder, box, other = QWidget(), SearchBox("Search people"), Button("Other")
    row = QHBoxLayout(holder)
    row.addStretch(1)
    row.addWidget(other)
    row.addWidget(box)
    qtbot.addWidget(holder)
    holder.resize(700, 60)
    holder.show()
    before, field = other.geometry(), box.field.width()
    box.set_found("27 of 594 people")
    qtbot.waitUntil(lambda: box.field.width() < field)
    assert other.geometry() == before
