"""Times told by ids and by dates."""

from datetime import UTC, datetime

import pytest

from analyzer.archive.snowflake import account_created, parse_time, time_of


def _ms(written: str) -> int:
    return round(datetime.fromisoformat(written).replace(tzinfo=UTC).timestamp() * 1000)


@pytest.mark.parametrize(
    ("id_", "utc"),
    [
        (302012298166272, "2010-11-04 21:43:00.000"),
        (748803328439234617, "2016-07-01 09:00:00.250"),
        (1050118620828405761, "2018-10-10 20:19:24.123"),
        (1764565316060316549, "2024-03-04 08:15:30.044"),
        (1764992995586738179, "2024-03-05 12:34:56.789"),
        (2029724152247615488, "2026-03-06 01:02:03.004"),
    ],
)
def test_ids_tell_their_time(id_: int, utc: str) -> None:
    assert time_of(id_) == _ms(utc)


def test_sequential_ids_tell_none() -> None:
    assert time_of(10**12 - 1) is None
    assert time_of(-1) is None
    assert account_created(9_000_000_001) is None
    assert account_created(715628873966208535) == time_of(715628873966208535)


@pytest.mark.parametrize(
    ("written", "utc"),
    [
        ("Wed Oct 10 20:19:24 +0000 2018", "2018-10-10 20:19:24"),
        ("Sat Dec 01 02:52:47 +0000 2007", "2007-12-01 02:52:47"),
        ("Wed Oct 10 20:19:24 +0200 2018", "2018-10-10 18:19:24"),
        ("2024-03-05T13:01:07.230Z", "2024-03-05 13:01:07.230"),
        ("2024-03-05T13:01:07Z", "2024-03-05 13:01:07"),
        ("2016-05-06T07:08:09.123456789Z", "2016-05-06 07:08:09.123"),
        ("2024-03-05 13:01:07", "2024-03-05 13:01:07"),
        ("2018-08-31 09:00:00 +0000", "2018-08-31 09:00:00"),
        ("2018-08-31 09:00:00 -0130", "2018-08-31 10:30:00"),
        ("1467363600", "2016-07-01 09:00:00"),
        ("1467363600250", "2016-07-01 09:00:00.250"),
        ("Sat Dec 31 23:59:60 +0000 2016", "2016-12-31 23:59:59"),
    ],
)
def test_every_spelling_of_a_time_is_understood(written: str, utc: str) -> None:
    assert parse_time(written) == _ms(utc)


@pytest.mark.parametrize("written", ["", "yesterday", "Wed Okt 10 20:19:24 +0000 2018", "2024-13-05T00:00:00Z", "9" * 40, "２０２４-03-05"])
def test_what_is_no_time_is_none(written: str) -> None:
    assert parse_time(written) is None
