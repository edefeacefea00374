"""Rows come in order of time, whatever their order was."""

from hypothesis import given
from hypothesis import strategies as st

from analyzer.evidence.acts import Act, Direction, Kind, by_time

YEARS = st.integers(1_200_000_000_000, 1_800_000_000_000)


@given(st.lists(st.tuples(YEARS | st.integers(1_500_000_000_000, 1_500_000_000_003), st.integers(1, 5))))
def test_rows_come_by_time_and_then_by_id(rows: list[tuple[int, int]]) -> None:
    acts = [Act(Kind.REPLY, Direction.OUT, at, id_) for at, id_ in rows]
    assert [(act.at, act.id) for act in by_time(acts)] == sorted(rows)  # type: ignore[type-var]
