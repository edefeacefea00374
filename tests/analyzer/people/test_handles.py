"""Handles that changed hands go to the account that ego answered, never to the stranger who holds them now."""

from analyzer.archive.snowflake import SNOWFLAKE_EPOCH
from analyzer.people.handles import HandleBook
from tests.analyzer.make import BEA, EVA, KIM, ms

STRANGER = 9000000077


def test_the_reply_decides_who_held_a_handle() -> None:
    book = HandleBook()
    book.see(BEA, "bea_now", "Bea", "in_reply_to")
    book.see(STRANGER, "bea_then", "Somebody", "mention")
    book.bind("bea_then", BEA, ms("2020-05-01"))
    assert book.resolve("bea_then", ms("2019-01-01"), STRANGER) == BEA
    assert book.former_handles(BEA) == ("bea_then",)
    assert book.former_handles(STRANGER) == ()
    assert book.handles[STRANGER] == "bea_then"


def test_one_handle_of_two_accounts_goes_to_the_nearest_in_time() -> None:
    book = HandleBook()
    book.bind("shared", KIM, ms("2015-01-01"))
    book.bind("shared", EVA, ms("2020-01-01"))
    assert book.resolve("shared", ms("2016-01-01"), None) == KIM
    assert book.resolve("shared", ms("2019-06-01"), None) == EVA


def test_an_account_younger_than_the_tweet_is_somebody_else() -> None:
    born_2019 = (ms("2019-06-01") - SNOWFLAKE_EPOCH) << 22
    book = HandleBook()
    book.see(born_2019, "late", None, "mention")
    assert book.resolve("late", ms("2018-01-01"), born_2019) == "@late"
    assert book.resolve("late", ms("2020-01-01"), born_2019) == born_2019


def test_a_bare_handle_is_merged_with_the_account_that_holds_it() -> None:
    book = HandleBook()
    assert book.resolve("kim", ms("2020-01-01"), None) == "@kim"
    book.see(KIM, "Kim", None, "mention")
    assert book.resolve("kim", ms("2020-01-01"), None) == KIM


def test_the_present_handle_is_no_former_one_even_if_it_was_learnt_later() -> None:
    book = HandleBook()
    book.bind("kim", KIM, ms("2020-01-01"))
    book.see(KIM, "Kim", None, "mention")
    assert book.former_handles(KIM) == ()
