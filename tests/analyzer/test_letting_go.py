"""Large collections are emptied, of whatever kind and length."""

import threading

import pytest

from analyzer.letting_go import AT_ONCE, let_go


@pytest.mark.parametrize("threads", [1, 2])
def test_all_is_let_go(monkeypatch: pytest.MonkeyPatch, threads: int) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    numbers = list(range(3 * AT_ONCE + 1))
    by_name, some = dict.fromkeys(numbers), set(numbers)
    let_go(numbers, by_name, some, [], {})
    assert (numbers, by_name, some) == ([], {}, set())
