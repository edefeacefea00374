"""The rows of very many people stand in the order in which sorting each of them would have put them."""

from array import array
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt

from analyzer.people.everybody import Index, People
from analyzer.people.handles import HandleBook
from analyzer.people.person import Person, Signs
from analyzer.verdict.verdicts import Judgement, Listing, Verdict
from desktop.filters import Filters, Follow
from desktop.models.columns import COLUMNS, Column, Entry, Heading
from desktop.models.people import PeopleModel, Section
from desktop.models.rows import Rows
from desktop.roll import Roll
from desktop.search_lines import SearchLines

AS_OF = date(2025, 1, 22)
FIRST = 9_000_000_001

met_person = st.builds(
    dict,
    handle=st.sampled_from([None, None, "ada", "Bea", "cid"]),
    contact_days=st.sampled_from([(), (), (738_000,), (738_000, 738_900)]),
    followed_by_ego=st.booleans(),
    follows_ego=st.booleans(),
    replies=st.integers(0, 2),
    signs=st.sampled_from([Signs(), Signs(0, 0, 0, 0, 0), Signs(2, 0, 1, 0, 0)]),
)
verdicts = st.sampled_from([Verdict.NUMBERS_ONLY, Verdict.INSUFFICIENT, Verdict.GENUINE])


@st.composite
def crowds(draw: st.DrawFn) -> tuple[People, list[Judgement]]:
    """Some met people among mere followers, a few of whom have a handle; verdicts at will."""
    length = draw(st.integers(1, 40))
    ids = [FIRST + 7 * place for place in range(length)]
    met = {}
    for place in sorted(draw(st.sets(st.integers(0, length - 1), max_size=12))):
        met[place] = Person(str(ids[place]), ids[place], **draw(met_person))
    named = {ids[place]: f"n{place % 5}" for place in draw(st.sets(st.integers(0, length - 1), max_size=4))}
    for step in range(draw(st.integers(0, 2))):
        met[length + step] = Person(f"@zoe{step}", None, f"zoe{step}", replies=2)
    people = People(array("q", ids), array("L", range(1, length + 1)), met, HandleBook(handles=named))
    judgements = []
    for person in people:
        strength = draw(st.sampled_from([0.0, 0.25, 0.5])) if person.contact_days else 0.0
        judgements.append(Judgement(draw(verdicts), Listing.NONE, None, strength, 0))
    return people, judgements


def roll_of(people: People, judgements: list[Judgement]) -> Roll:
    return Roll(people, judgements, SearchLines(people, Index(people), {}))


def plainly_sorted(entries: list[Entry], column: Column, order: Qt.SortOrder) -> list[int]:
    """By name, then by the column with the empty ones last: one entry after the other."""
    by_name = sorted(entries, key=COLUMNS[0].key)
    full = [entry for entry in by_name if not column.empty(entry)]
    full.sort(key=column.key, reverse=order == Qt.SortOrder.DescendingOrder)
    return [entry.place for entry in [*full, *(entry for entry in by_name if column.empty(entry))]]


def shown(model: PeopleModel) -> list[Entry]:
    return [entry for row in range(model.rowCount()) if isinstance(entry := model.entry(row), Entry)]


@given(crowds(), st.sampled_from(COLUMNS), st.sampled_from(Qt.SortOrder), st.booleans())
def test_the_order_is_that_of_sorting_everybody(crowd: tuple[People, list[Judgement]], column: Column, order: Qt.SortOrder, passing: bool) -> None:
    people, judgements = crowd
    roll = roll_of(people, judgements)
    places = roll.places(Filters(show_passing=passing))
    model = PeopleModel()
    model.set_order(column.name, order)
    model.show_people(people, judgements, [Section(places)], AS_OF, roll)
    entries = [Entry(place, people[place], judgements[place], AS_OF) for place in places]
    expected = plainly_sorted(entries, column, order)
    assert [entry.place for entry in shown(model)] == expected
    for row, place in enumerate(expected):
        assert model.row_of(people[place].key) == row
    hidden = set(range(len(people))) - set(expected)
    assert all(model.row_of(people[place].key) == -1 for place in hidden)


@given(crowds(), st.sampled_from(COLUMNS), st.sampled_from(Qt.SortOrder), st.sampled_from(Follow))
def test_people_that_are_all_kept_stand_in_the_same_order(
    crowd: tuple[People, list[Judgement]], column: Column, order: Qt.SortOrder, follow: Follow
) -> None:
    """Also where the order of everybody was found before, for another filter."""
    people, judgements = tuple(crowd[0]), crowd[1]
    roll = Roll(people, judgements, SearchLines(people, {person.key: place for place, person in enumerate(people)}, {}))
    model = PeopleModel()
    model.set_order(column.name, order)
    for filters in (Filters(show_passing=True), Filters(follow=follow)):
        places = roll.places(filters)
        model.show_people(people, judgements, [Section(places)], AS_OF, roll)
        entries = [Entry(place, people[place], judgements[place], AS_OF) for place in places]
        assert [entry.place for entry in shown(model)] == plainly_sorted(entries, column, order)


@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_a_person_of_the_crowd_stays_selected_when_rows_move(order: Qt.SortOrder) -> None:
    met = {3: Person(str(FIRST + 3), FIRST + 3, "ada", contact_days=(738_000,), replies=1)}
    people = People(array("q", range(FIRST, FIRST + 9)), array("L", range(1, 10)), met, HandleBook())
    judgements = [Judgement(Verdict.NUMBERS_ONLY, Listing.NONE, None, 0.0, 0)] * 9
    model = PeopleModel()
    model.set_order("days")
    roll = roll_of(people, judgements)
    model.show_people(people, judgements, [Section(roll.places(Filters()))], AS_OF, roll)
    held = QPersistentModelIndex(model.index(model.row_of(str(FIRST + 5)), 2))
    model.sort(COLUMNS.index(next(column for column in COLUMNS if column.name == "days")), order)
    assert (held.row(), held.column()) == (model.row_of(str(FIRST + 5)), 2)
    assert model.find_name("ad", 0) == model.row_of(str(FIRST + 3)) and model.find_name("no name", 0) == -1


def test_rows_with_headings_are_found_both_ways() -> None:
    rows = Rows([Heading("one"), [5, 2], Heading("none"), [], Heading("two"), [7]])
    assert [rows[row] for row in range(len(rows))] == [Heading("one"), 5, 2, Heading("none"), Heading("two"), 7]
    assert (rows.row_of(7), rows.row_of(6), rows.row_of_heading("two"), rows.row_of_heading("six")) == (5, -1, 4, -1)
    assert list(rows.listed(2)) == [(2, 2), (5, 7), (1, 5)]
    assert rows.same_as(Rows([Heading("one", offer="all"), [5, 2], Heading("none"), Heading("two"), [7]]))
    assert not rows.same_as(Rows([Heading("one"), [2, 5], Heading("none"), Heading("two"), [7]]))
    with pytest.raises(IndexError):
        rows[6]
