"""Numbers, dates, ids and archive text as they are shown."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from desktop.wording.basics import date_in_words, date_short, id_in_groups, moment_in_words, month_in_words, number, plural, safe, set_apart

JANUARY = date(2025, 1, 8)

pytestmark = pytest.mark.usefixtures("locale")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("en_GB", "8 January 2025"),
        ("en_US", "January 8, 2025"),
        ("de_DE", "8. Januar 2025"),
        ("fr_FR", "8 janvier 2025"),
        ("es_ES", "8 de enero de 2025"),
        ("ja_JP", "2025年1月8日"),
        ("C", "8 January 2025"),
    ],
)
def test_dates_stand_in_the_order_of_the_locale(name: str, words: str) -> None:
    QLocale.setDefault(QLocale(name))
    assert date_in_words(JANUARY) == words


def test_columns_and_bars_use_short_months() -> None:
    assert date_short(JANUARY) == "8 Jan 2025"
    assert month_in_words(2022, 2) == "February 2022"
    assert month_in_words(2022, 2, short=True) == "Feb 2022"


def test_a_moment_is_told_in_the_zone_of_the_owner() -> None:
    at = 1_710_225_720_000  # 2024-03-12 06:42 UTC
    assert moment_in_words(at, "UTC") == "12 March 2024, 06:42"
    assert moment_in_words(at, "Europe/Stockholm") == "12 March 2024, 07:42"
    assert moment_in_words(1_709_337_600_000, "America/Los_Angeles") == "1 March 2024, 16:00"


def test_ids_stand_in_groups_of_three_from_the_right() -> None:
    assert id_in_groups("9204118532") == "9\u2009204\u2009118\u2009532"
    assert id_in_groups("123") == "123"
    assert id_in_groups("1234") == "1\u2009234"


@given(st.integers(min_value=0, max_value=2**64))
def test_an_id_without_its_thin_spaces_is_the_id(n: int) -> None:
    assert id_in_groups(str(n)).replace("\u2009", "") == str(n)


def test_numbers_carry_the_separators_of_the_locale() -> None:
    assert number(12345) == "12,345"
    assert plural(1, "%Ln day", "%Ln days") == "1 day"
    assert plural(12345, "%Ln day", "%Ln days") == "12,345 days"


@given(st.text())
def test_safe_text_has_no_character_that_could_break_a_line_or_turn_it_round(text: str) -> None:
    shown = safe(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in shown)
    assert not any(c in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c" for c in shown)
    assert safe(shown) == shown


def test_safe_text_keeps_words_and_emoji_together() -> None:
    assert safe("  Ada\tof \n the \u202eMill\x07 ") == "Ada of the Mill"
    assert safe("👩\u200d🌾") == "👩\u200d🌾"
    assert safe("one\r\ntwo\x00", lines=True) == "one\ntwo"


def test_right_to_left_names_cannot_reorder_a_sentence() -> None:
    assert set_apart("Ada") == "Ada"
    assert set_apart("עדה") == "\u2068עדה\u2069"
