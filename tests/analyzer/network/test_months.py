"""Contact by month: windows, first contacts, returns, and months as text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.network.months import WINDOW, ContactMonths, month_named, month_of, month_text, year_and_month
from analyzer.people.person import Person


def person(*days: date) -> Person:
    return Person(key="9100000001", account_id=9_100_000_001, contact_days=tuple(day.toordinal() for day in days))


def test_somebody_is_in_touch_for_three_months_then_earlier_and_before_the_first_contact_absent() -> None:
    months = ContactMonths([person(date(2019, 5, 31))], until=date(2020, 1, 1))
    seen = {month_text(month): months.at(month) for month in range(month_of(2019, 4), month_of(2019, 10))}
    assert not seen["2019-04"].in_touch and not seen["2019-04"].earlier and seen["2019-04"].later == {0}
    assert [text for text, moment in seen.items() if moment.in_touch == {0}] == ["2019-05", "2019-06", "2019-07"]
    assert [text for text, moment in seen.items() if moment.earlier == {0}] == ["2019-08", "2019-09"]
    assert [text for text, moment in seen.items() if moment.new] == ["2019-05"]


def test_a_return_is_a_meeting_after_more_than_a_year() -> None:
    months = ContactMonths([person(date(2019, 5, 1), date(2020, 4, 30)), person(date(2019, 5, 1), date(2020, 5, 1))])
    # 2020 is a leap year: 365 days later is 30 April, 366 is 1 May.
    assert months.at(month_of(2020, 4)).returned == frozenset()
    assert months.at(month_of(2020, 5)).returned == {1}
    assert months.at(month_of(2020, 5)).among({0}).returned == frozenset(), "only those shown count"


def test_months_run_from_the_first_contact_to_the_archives_day_without_gaps() -> None:
    months = ContactMonths([person(date(2019, 11, 3)), Person(key="@nobody", account_id=None)], until=date(2020, 2, 9))
    assert [month_text(month) for month in months] == ["2019-11", "2019-12", "2020-01", "2020-02"]
    assert months.histogram({0, 1}) == [1, 0, 0, 0]
    assert (months.ever(0), months.ever(1)) == (True, False)
    assert list(ContactMonths([], until=date(2020, 1, 1))) == []


def test_the_histogram_counts_days_of_those_shown() -> None:
    months = ContactMonths([person(date(2019, 5, 1), date(2019, 5, 2), date(2019, 7, 1)), person(date(2019, 5, 1))])
    assert months.histogram({0, 1}) == [3, 0, 1]
    assert months.histogram({1}) == [1, 0, 0]
    assert months.histogram(set()) == [0, 0, 0]


@given(st.lists(st.lists(st.dates(date(2008, 1, 1), date(2025, 12, 31)), max_size=12), min_size=1, max_size=8))
def test_at_every_month_everybody_is_in_exactly_one_state(histories: list[list[date]]) -> None:
    people = [person(*sorted(set(days))) for days in histories]
    months, shown = ContactMonths(people), set(range(len(people)))
    for month in range(months.first - 1, months.last + WINDOW + 2):
        moment = months.at(month)
        assert not moment.in_touch & moment.earlier and not moment.later & (moment.in_touch | moment.earlier)
        assert moment.in_touch | moment.earlier | moment.later == {place for place, one in enumerate(people) if one.contact_days}
        for place, one in enumerate(people):
            met = {month_of(day.year, day.month) for day in map(date.fromordinal, one.contact_days)}
            assert (place in moment.in_touch) == any(month - WINDOW < other <= month for other in met)
            assert (place in moment.in_touch | moment.earlier) == any(other <= month for other in met)
        assert moment.new <= moment.in_touch and moment.returned <= moment.in_touch
    assert sum(months.histogram(shown)) == sum(len(one.contact_days) for one in people)


@pytest.mark.parametrize("text", ["2019-00", "2019-13", "19-05", "2019-5", "2019", "", "2019-05-01", "٢٠١٩-٠٥", "2019/05", "-201-05"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        month_named(text)


def test_months_are_numbers_and_text() -> None:
    assert month_named("2019-05") == month_of(2019, 5)
    assert year_and_month(month_named("2020-01") - 1) == (2019, 12)
