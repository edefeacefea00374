"""Large collections are emptied, of whatever kind and length."""

from analyzer.letting_go import AT_ONCE, let_go


def test_all_is_let_go() -> None:
    numbers = list(range(3 * AT_ONCE + 1))
    by_name, some = dict.fromkeys(numbers), set(numbers)
    let_go(numbers, by_name, some, [], {})
    assert (numbers, by_name, some) == ([], {}, set())
