"""Every state and gap of a health report has words in the terminal, and none of them is the raw name."""

from pathlib import Path

import pytest

from analyzer.console.health import report
from analyzer.console.health_words import and_list, bearing_words, effect_sentence, finding, month, span_words, trouble_words
from analyzer.facts import ArchiveFacts, Unreadable
from analyzer.health.shapes import ArchiveHealth, Bearing, Effect, Gap, Health, Months, Named, PartHealth, SilentSpan, State
from tests.analyzer.export.invented_analysis import analysis as invented_analysis

ARCHIVE = ArchiveFacts(Path("invented.zip"), "9000000001", "mara", None, "D", None, "UTC", "default")


def health(*parts: PartHealth) -> Health:
    """An archive with these parts."""
    months = Months({(2018, 9): 3}, (2018, 9), (2018, 11), 3, (SilentSpan((2018, 10), (2018, 11), 2),))
    return Health((ArchiveHealth((ARCHIVE,), parts, (), True),), months, Named(1, 2), Named(0, 1), Named(3, 3))


@pytest.mark.parametrize("gap", list(Gap))
def test_every_gap_is_a_sentence(gap: Gap) -> None:
    """It ends like one and holds no raw name."""
    for count in (0, 1, 1234):
        words = effect_sentence(Effect(gap, Bearing.LESS_CERTAIN, ("message_headers",), count, 5000))
        assert words[0].isupper() or words[0].isdigit()
        assert words.endswith((".", "!")) and "_" not in words


def test_what_a_gap_does_names_the_people_it_concerns() -> None:
    assert "3 people have no verdict" in bearing_words(Effect(Gap.MESSAGES, Bearing.NO_NUMBERS_ONLY, people=3))
    assert bearing_words(Effect(Gap.MESSAGES, Bearing.NO_NUMBERS_ONLY)) == "So nobody is called numbers only."
    assert {bearing_words(Effect(Gap.NAMELESS, bearing)) for bearing in Bearing} >= {"", "Put right.", "It changes no verdict."}


@pytest.mark.parametrize("state", [state for state in State if state is not State.READ])
def test_every_state_is_a_finding(state: State) -> None:
    whole = finding(health(PartHealth("likes", State.READ)))
    assert finding(health(PartHealth("likes", state, unreadable=2))) != whole
    assert "_" not in finding(health(PartHealth("message_headers", state, unreadable=2)))


def test_a_part_that_bears_on_nothing_is_no_finding() -> None:
    assert finding(health(PartHealth("account", State.MISSING, bears=False))) == finding(health())


def test_places_are_told_up_to_ten_and_control_characters_are_not() -> None:
    troubles = tuple(Unreadable("tweets", "data/\x1b[31mtweets.js", place, "broken-json") for place in range(12))
    text = report(invented_analysis(), health(PartHealth("tweets", State.DAMAGED, 5, 17, 12, troubles=troubles)), ())
    assert "byte 9: the record is broken" in text and "byte 10:" not in text and "and 2 more" in text
    assert "\x1b" not in text
    assert "line 3: the line is broken" in trouble_words(Unreadable("tweets", "a.csv", 3, "broken-csv"))


def test_months_and_lists_in_words() -> None:
    assert (month((2018, 9)), month((12000, 9))) == ("September 2018", "9/12000")
    assert span_words(SilentSpan((2018, 10), (2018, 10), 1)) == "October 2018"
    assert span_words(SilentSpan((2018, 10), (2019, 1), 4)) == "October 2018 to January 2019"
    assert and_list(["direct messages", "direct messages", "likes"]) == "direct messages and likes"
