"""The people table: sections, sorting inside them, the selection that stays, and finding a name by typing."""

import pytest
from PySide6.QtCore import QItemSelectionModel, QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester

from analyzer.verdict.verdicts import Choice, Listing
from desktop.filters import Filters
from desktop.models.columns import COLUMN_INDEX, COLUMNS, Entry, Heading, months_back
from desktop.models.people import PeopleModel
from desktop.models.sections import sections_of
from desktop.session import Session
from desktop.wording.names import name_of
from tests.desktop.make_analysis import AS_OF, key_of, make_analysis, open_session
from tests.replacing import replace


@pytest.fixture
def session() -> Session:
    return open_session()


@pytest.fixture
def model(session: Session) -> PeopleModel:
    made = PeopleModel()
    show(made, session, None)
    return made


def show(model: PeopleModel, session: Session, listing: Listing | None) -> None:
    assert session.analysis is not None
    session.set_filters(Filters(listing=listing))
    sections = sections_of(session.analysis, session.judgements, listing, session.visible())
    model.show_people(session.analysis.people, session.judgements, sections, session.analysis.coverage.as_of)


def rows(model: PeopleModel) -> list[Entry | Heading]:
    return [value for row in range(model.rowCount()) if (value := model.entry(row)) is not None]


def entries(model: PeopleModel) -> list[Entry]:
    return [row for row in rows(model) if isinstance(row, Entry)]


def test_the_model_keeps_its_promises_to_views(model: PeopleModel, session: Session, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    show(model, session, Listing.ASK)
    qtmodeltester.check(model)
    show(model, session, Listing.FOLLOW)
    model.sort(COLUMN_INDEX["person"], Qt.SortOrder.AscendingOrder)


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: column.name)
@pytest.mark.parametrize("order", list(Qt.SortOrder))
def test_every_column_sorts_both_ways_and_empty_rows_stay_last(model: PeopleModel, column: object, order: Qt.SortOrder) -> None:
    place = COLUMNS.index(column)  # type: ignore[arg-type]
    before = {entry.person.key for entry in entries(model)}
    model.sort(place, order)
    shown = entries(model)
    assert {entry.person.key for entry in shown} == before
    full = [entry for entry in shown if not COLUMNS[place].empty(entry)]
    assert shown[: len(full)] == full
    keys = [COLUMNS[place].key(entry) for entry in full]
    assert keys == sorted(keys, reverse=order == Qt.SortOrder.DescendingOrder)


def test_the_selection_stays_on_the_person_when_rows_move(model: PeopleModel, session: Session) -> None:
    assert session.analysis is not None
    key = key_of(session.analysis, "yukimns")
    selection = QItemSelectionModel(model)
    index = model.index(model.row_of(key), 0)
    selection.select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows)
    kept = QPersistentModelIndex(index)
    model.sort(COLUMN_INDEX["person"], Qt.SortOrder.DescendingOrder)
    selected = {i.row() for i in selection.selectedIndexes()}
    assert selected == {model.row_of(key)} == {kept.row()}


def test_unfollow_puts_mutuals_last_under_their_own_heading(model: PeopleModel, session: Session) -> None:
    show(model, session, Listing.UNFOLLOW)
    shown = rows(model)
    headings = [place for place, row in enumerate(shown) if isinstance(row, Heading)]
    assert len(headings) == 2
    first, last = shown[headings[0] + 1 : headings[1]], shown[headings[1] + 1 :]
    assert first
    assert last
    assert not any(row.person.follows_ego for row in first if isinstance(row, Entry))
    assert all(row.person.follows_ego for row in last if isinstance(row, Entry))
    heading = shown[headings[1]]
    assert isinstance(heading, Heading)
    assert heading.text == "1 follows you"


def test_ask_is_grouped_by_fact_and_stays_so_when_sorted(model: PeopleModel, session: Session) -> None:
    show(model, session, Listing.ASK)
    for _ in range(2):
        ground: str | None = None
        groups = 0
        for row in rows(model):
            if isinstance(row, Heading):
                ground, groups = None, groups + 1
                assert row.offer
                assert row.text.endswith(f"({len(row.keys)})")
            else:
                assert ground in (None, row.judgement.ground)
                ground = row.judgement.ground
        assert groups == 3
        model.sort(COLUMN_INDEX["person"], Qt.SortOrder.DescendingOrder)


def test_typing_finds_names_and_handles_round_the_end(model: PeopleModel) -> None:
    model.sort(COLUMN_INDEX["person"], Qt.SortOrder.AscendingOrder)
    row = model.find_name("na", 0)
    entry = model.entry(row)
    assert isinstance(entry, Entry)
    assert name_of(entry.person) == "Nadia Holm"
    assert model.find_name("na", row + 1) == row
    assert model.find_name("sanne_w", model.rowCount() - 1) >= 0
    assert model.find_name("zzyx", 0) == -1


def test_a_changed_judgement_refreshes_without_a_reset(model: PeopleModel, session: Session) -> None:
    assert session.analysis is not None
    resets: list[int] = []
    changes: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    model.dataChanged.connect(lambda: changes.append(1))
    key = key_of(session.analysis, "yukimns")
    session.decide([key], Choice.KEEP)
    show(model, session, None)
    assert not resets
    assert changes
    entry = model.entry(model.row_of(key))
    assert isinstance(entry, Entry)
    assert entry.judgement.decision is Choice.KEEP


def test_months_count_back_from_the_date_of_the_archive() -> None:
    days = tuple(day.toordinal() for day in (AS_OF.replace(year=2022), AS_OF.replace(month=1, day=1), AS_OF))
    assert months_back(days, AS_OF)[-1] == 2
    assert sum(months_back(days, AS_OF)) == 2
    assert sum(months_back(days, None)) == 0
    assert len(months_back(days, AS_OF)) == 24


def test_an_empty_analysis_is_an_empty_table(qtmodeltester: ModelTester) -> None:
    model = PeopleModel()
    qtmodeltester.check(model)
    analysis = replace(make_analysis(), people=(), index={}, acts={})
    model.show_people((), (), sections_of(analysis, (), Listing.UNFOLLOW, ()), None)
    assert model.rowCount() == 0
    assert model.entry(0) is None
