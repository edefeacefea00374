"""The nearest span of time is the one that looking at each of them finds."""

import time

from hypothesis import given
from hypothesis import strategies as st

from analyzer.people.handles import HandleBook
from analyzer.people.nearest import Nearest, Span

moments = st.integers(0, 30)


@given(st.lists(st.tuples(moments, moments, st.integers(1, 3)), min_size=1, max_size=12), st.integers(-5, 35))
def test_it_is_what_looking_at_each_finds(drawn: list[tuple[int, int, int]], moment: int) -> None:
    spans = [Span(min(a, b), max(a, b), count, key) for key, (a, b, count) in enumerate(drawn)]
    slow = min(spans, key=lambda span: (max(span.first - moment, moment - span.last, 0), -span.times, span.key))
    assert Nearest(spans).at(moment) == slow.key


def test_a_handle_of_twenty_thousand_accounts_is_asked_in_no_time() -> None:
    book = HandleBook()
    for account in range(20_000):
        book.bind("ann", account, 10 * account)
    began = time.process_time()
    assert all(book.resolve("ann", 10 * account + 4, None) == account for account in range(20_000))
    assert time.process_time() - began < 4  # each looking at all the others takes minutes


def test_what_is_learnt_later_counts() -> None:
    book = HandleBook()
    book.bind("ann", 1, 100)
    book.bind("ann", 2, 900)
    assert book.resolve("ann", 400, None) == 1
    book.bind("ann", 2, 500)
    assert book.resolve("ann", 400, None) == 2
