"""Days and hours in ego's zone agree with zoneinfo, also around daylight saving."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.evidence.calendar import Calendar, is_zone

ZONES = {name: Calendar(name) for name in ("UTC", "Europe/Stockholm", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe")}


@settings(max_examples=300, deadline=None)
@given(at=st.integers(1136073600000, 2200000000000), zone=st.sampled_from(sorted(ZONES)))
def test_day_and_hour_are_those_of_zoneinfo(at: int, zone: str) -> None:
    local = datetime.fromtimestamp(at // 1000, ZoneInfo(zone))
    assert ZONES[zone].day(at) == local.date().toordinal()
    assert int(ZONES[zone].hour(at)) == local.hour


@pytest.mark.parametrize(("name", "known"), [("Europe/Berlin", True), ("UTC", True), ("Mars/Base", False), ("../etc/passwd", False), ("", False)])
def test_zone_names_are_checked(name: str, known: bool) -> None:
    assert is_zone(name) is known
