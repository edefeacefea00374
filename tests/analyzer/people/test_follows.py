"""The order of a follow list gives the earliest time a follow can be."""

from analyzer.people.follows import earliest
from tests.analyzer.make import ms, snowflake

OLD = 9000000001


def test_a_follow_is_not_older_than_those_below_it() -> None:
    young, younger = snowflake(ms("2020-01-01")), snowflake(ms("2023-01-01"))
    assert earliest([OLD, younger, young, OLD + 1]) == [ms("2023-01-01"), ms("2023-01-01"), ms("2020-01-01"), None]


def test_a_list_in_order_of_ids_has_no_order_in_time() -> None:
    young = snowflake(ms("2020-01-01"))
    assert earliest([young, OLD]) == [ms("2020-01-01"), None]


def test_long_lists_come_in_runs_so_only_the_own_sign_up_counts() -> None:
    young = snowflake(ms("2023-01-01"))
    ids = [OLD + n for n in range(1200)] + [young]
    assert earliest(ids) == [None] * 1200 + [ms("2023-01-01")]
