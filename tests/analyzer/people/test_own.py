"""An own former handle is ego inside the dates it was held, and somebody else outside them."""

import time

from analyzer.people.own import OwnHandleChange, OwnHandles
from tests.analyzer.make import EGO, ms

CHANGES = [OwnHandleChange(ms("2016-07-01"), "annexam123", "ann_old"), OwnHandleChange(ms("2020-01-01"), "ann_old", "ann_new")]


def test_each_handle_is_ego_only_while_it_was_held() -> None:
    own = OwnHandles(EGO, "ann_new", CHANGES)
    assert own.is_ego("AnnExam123", ms("2015-01-01"))
    assert own.is_ego("ann_old", ms("2018-01-01"))
    assert not own.is_ego("ann_old", ms("2021-01-01"))
    assert not own.is_ego("ann_new", ms("2018-01-01"))
    assert own.is_ego("ann_new", ms("2021-01-01"))
    assert own.former == ("annexam123", "ann_old")


def test_without_a_history_the_handle_is_always_ego() -> None:
    own = OwnHandles(EGO, "ann", [])
    assert own.is_ego("ANN", ms("2009-01-01")) and own.former == ()


def test_a_history_that_ends_with_another_handle_does_not_hide_the_present_one() -> None:
    own = OwnHandles(EGO, "renamed_after", CHANGES)
    assert own.is_ego("renamed_after", ms("2022-01-01"))


def test_whole_handles_are_found_inside_their_dates() -> None:
    own = OwnHandles(EGO, "ann_new", CHANGES)
    now = ms("2022-01-01")
    assert own.named_in("hello @Ann_New!", now) is True
    assert own.named_in("hello @ann_newer", now) is False
    assert own.named_in("no handle", now) is False
    assert own.named_in("hey @ann_old", now) is None
    assert own.named_in("hey @ann_old", ms("2018-01-01")) is True
    assert own.named_in("hey @ann_old", None) is True


def test_without_a_handle_nothing_is_found() -> None:
    assert OwnHandles(EGO, None, []).named_in("hello @ann", ms("2022-01-01")) is False


def test_ten_thousand_changes_make_no_text_slow_to_look_through() -> None:
    own = OwnHandles(EGO, "ann_new", [OwnHandleChange(ms("2016-07-01") + place, f"old{place}", f"new{place}") for place in range(10_000)])
    began = time.process_time()
    assert own.named_in("@nobody " * 5_000, ms("2022-01-01")) is False
    assert time.process_time() - began < 1  # a pattern of them all takes five
    assert own.named_in("hello @ANN_new", ms("2022-01-01")) is True and own.named_in("hello @old7", ms("2022-01-01")) is None
