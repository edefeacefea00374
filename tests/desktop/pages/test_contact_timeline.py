"""Days in contact as bars: from the first contact to the archive's date, months without own tweets marked."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from desktop.pages.contact_timeline import MOST_BARS, Span, span_words, spans_of

AS_OF = date(2025, 1, 22)


def days(*dates: date) -> tuple[int, ...]:
    return tuple(day.toordinal() for day in dates)


def test_a_short_acquaintance_still_gets_a_year_of_bars() -> None:
    spans = spans_of(days(date(2024, 12, 3), date(2024, 12, 9), AS_OF), AS_OF, {(2024, 12): 3, (2025, 1): 1})
    assert len(spans) == 12
    assert [span.days for span in spans[-2:]] == [2, 1]
    assert [span.silent for span in spans[-3:]] == [True, False, False]


def test_nobody_in_touch_has_no_bars() -> None:
    assert spans_of((), AS_OF, {}) == []


def test_where_no_tweets_were_read_nothing_is_called_silent() -> None:
    assert not any(span.silent for span in spans_of(days(AS_OF), AS_OF, {}))


@given(st.sets(st.dates(date(2006, 3, 21), AS_OF), min_size=1, max_size=40))
def test_every_contact_day_is_in_one_bar(dates: set[date]) -> None:
    spans = spans_of(days(*sorted(dates)), AS_OF, {})
    assert sum(span.days for span in spans) == len(dates)
    assert len(spans) <= MOST_BARS


def test_a_bar_of_several_months_names_both_ends() -> None:
    assert span_words(Span(2024 * 12, 1, 1, False)) == "January 2024"
    assert span_words(Span(2024 * 12, 2, 1, False)) == "Jan 2024 – Feb 2024"
