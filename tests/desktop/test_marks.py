"""A byte a person: the places that are marked, their order, and sets of them, as lists and sets of the same numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.marks import BLOCK, MANY, Places, PlaceSet, all_places, both, count_in, either, marked, those_in

LENGTH = 3 * BLOCK + 17
some = st.sets(st.integers(0, LENGTH - 1), max_size=60) | st.sets(st.integers(BLOCK - 3, BLOCK + 3)) | st.just(set(range(LENGTH)))


@given(some)
def test_places_are_a_row_of_numbers(chosen: set[int]) -> None:
    places, row = Places(marked(chosen, LENGTH)), sorted(chosen)
    assert list(places) == row and len(places) == len(row) and places == row
    assert places[: len(row)] == row and places[-3:] == row[-3:]
    for number in {0, 1, len(row) // 2, len(row) - 2, len(row) - 1} & set(range(len(row))):
        assert places[number] == places[number - len(row)] == row[number]
        assert places.index(row[number]) == number
    for outside in (len(row), -len(row) - 1):
        with pytest.raises(IndexError):
            places[outside]
    for place in range(0, LENGTH + 5, 97):
        assert (place in places) == (place in chosen)
    assert -1 not in places and "0" not in places


def test_who_is_not_marked_has_no_number() -> None:
    with pytest.raises(ValueError, match="7"):
        Places(marked({3, 9}, 12)).index(7)
    assert marked({-1, 3, 12}, 12) == marked({3}, 12)


@given(some, some)
def test_sets_of_places_are_sets(first: set[int], second: set[int]) -> None:
    assert Places(both(marked(first, LENGTH), marked(second, LENGTH))) == sorted(first & second)
    assert Places(either(marked(first, LENGTH), marked(second, LENGTH))) == sorted(first | second)
    large, other = PlaceSet(Places(marked(first, LENGTH))), frozenset(second)
    assert large == first and set(large) == first and len(large) == len(first)
    assert large - other == first - second
    assert large & other == first & second == large & PlaceSet(Places(marked(second, LENGTH)))
    assert large | other == first | second
    assert large.intersection(tuple(other)) == first & second
    assert large.issuperset(tuple(other)) == first.issuperset(second) and large.issuperset(first)
    walked = list(range(0, LENGTH, 7))
    assert list(those_in(large, walked)) == list(those_in(frozenset(first), walked)) == [place for place in walked if place in first]
    assert count_in(large, walked) == count_in(frozenset(first), walked) == len(first.intersection(walked))
    assert large.isdisjoint(other) == first.isdisjoint(second)
    assert (large == PlaceSet(Places(marked(second, LENGTH)))) == (first == second)


@pytest.mark.parametrize("length", [0, 3, MANY, MANY + 1])
def test_all_places_are_all(length: int) -> None:
    assert sorted(all_places(length)) == list(range(length))
    assert isinstance(all_places(length), PlaceSet) == (length > MANY)
