"""The session: decisions are judged, kept and undone; whoever listens hears of each change once."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from analyzer.errors import WorkspaceError
from analyzer.facts import Analysis
from analyzer.verdict.judge import judge_all
from analyzer.verdict.policy import default_policy
from analyzer.verdict.verdicts import Choice, Decision, Verdict
from desktop.filters import Filters, Follow
from desktop.session import Decided, Session
from tests.desktop.make_analysis import make_analysis
from tests.replacing import replace


class Disk:
    """Keeps what is saved; refuses when told to."""

    def __init__(self) -> None:
        self.kept: dict[str, dict[str, Decision]] = {}
        self.refuses = False

    def save(self, account_id: str, decisions: Mapping[str, Decision]) -> None:
        if self.refuses:
            raise WorkspaceError(Path("decisions.json"), "full")
        self.kept[account_id] = dict(decisions)


@pytest.fixture
def analysis() -> Analysis:
    return make_analysis()


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def session(qapp: QApplication, analysis: Analysis, disk: Disk) -> Session:
    made = Session(save_decisions=disk.save)
    made.open(analysis, judge_all(analysis, default_policy(), {}), {}, default_policy())
    return made


def test_opening_starts_on_those_you_follow(session: Session, analysis: Analysis) -> None:
    """Not on the hundreds of strangers mentioned once."""
    assert session.filters.follow is Follow.YOU_FOLLOW
    assert session.visible()
    assert all(analysis.people[place].followed_by_ego for place in session.visible())


def test_opening_without_follow_lists_shows_everybody(qapp: QApplication, disk: Disk, analysis: Analysis) -> None:
    """There is nobody to follow in it."""
    bare = replace(analysis, people=tuple(replace(person, followed_by_ego=False) for person in analysis.people))
    session = Session(save_decisions=disk.save)
    session.open(bare, judge_all(bare, default_policy(), {}), {}, default_policy())
    assert session.filters.follow is Follow.ANYONE


def test_judgements_must_fit_the_people(session: Session, analysis: Analysis) -> None:
    """A list of another length would put verdicts on the wrong people."""
    with pytest.raises(ValueError, match="differ in number"):
        session.open(analysis, judge_all(analysis, default_policy(), {})[1:], {}, default_policy())


def test_a_decision_is_judged_kept_told_and_undone(qtbot: QtBot, session: Session, analysis: Analysis, disk: Disk) -> None:
    """One step each way, and the disk follows."""
    key = analysis.people[3].key
    before = session.judgement(key)
    with qtbot.waitSignals([session.decision_made, session.judgements_changed, session.decisions_changed]):
        session.decide([key], Choice.CONTENT)
    assert session.judgement(key).decision is Choice.CONTENT
    assert disk.kept[analysis.archive.account_id][key].choice is Choice.CONTENT
    assert disk.kept[analysis.archive.account_id][key].at.endswith("Z")
    with qtbot.waitSignal(session.decision_made) as told:
        session.undo_stack.undo()
    assert told.args == [Decided((key,), Choice.CONTENT, None, undone=True)]
    assert session.judgement(key) == before
    assert disk.kept[analysis.archive.account_id] == {}
    session.undo_stack.redo()
    assert session.decisions[key].choice is Choice.CONTENT


def test_a_group_is_one_step(session: Session, analysis: Analysis) -> None:
    """And unknown keys are left out."""
    keys = [person.key for person in analysis.people[:5]]
    session.decide([*keys, "no-such-key"], Choice.KEEP)
    assert {key: decision.choice for key, decision in session.decisions.items()} == dict.fromkeys(keys, Choice.KEEP)
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.decisions == {}


def test_deciding_the_same_again_is_no_step(session: Session, analysis: Analysis) -> None:
    """Ctrl+Z after it takes back what really happened."""
    key = analysis.people[0].key
    session.decide([key], Choice.KEEP)
    session.decide([key], Choice.KEEP)
    session.decide([key], None)
    session.decide([key], None)
    assert session.undo_stack.count() == 2


def test_a_note_stays_with_other_decisions(session: Session, analysis: Analysis) -> None:
    """And is found by search at once."""
    key = next(person.key for person in analysis.people if person.followed_by_ego)
    session.add_note(key, "Met in Bergen")
    session.decide([key], Choice.PROTECT)
    assert session.decisions[key].note == "Met in Bergen"
    session.set_filters(Filters(text="bergen"))
    assert [analysis.people[place].key for place in session.visible()] == [key]
    session.decide([key], None)
    assert session.decisions[key].choice is None and session.decisions[key].note == "Met in Bergen"
    session.add_note(key, "")
    assert key not in session.decisions


def test_a_disk_that_refuses_is_told_and_the_decision_stands(qtbot: QtBot, session: Session, analysis: Analysis, disk: Disk) -> None:
    """The user hears of it; nothing is lost in the window."""
    disk.refuses = True
    key = analysis.people[0].key
    with qtbot.waitSignal(session.save_failed) as told:
        session.decide([key], Choice.KEEP)
    assert told.args[0].problem == "full"
    assert session.decisions[key].choice is Choice.KEEP


def test_signals_come_only_when_something_changed(qtbot: QtBot, session: Session, analysis: Analysis) -> None:
    """The same selection and the same filters are silence."""
    key = analysis.people[0].key
    session.select(key)
    with qtbot.assertNotEmitted(session.selection_changed), qtbot.assertNotEmitted(session.filters_changed):
        session.select(key)
        session.set_filters(session.filters)
    with pytest.raises(KeyError):
        session.select("no-such-key")


def test_the_visible_list_follows_decisions_and_filters(session: Session, analysis: Analysis) -> None:
    """It is made once and anew after each change."""
    first = session.visible()
    assert session.visible() is first
    session.set_filters(Filters(verdicts=frozenset({Verdict.GENUINE})))
    genuine = session.visible()
    assert genuine is not first
    assert {session.judgements[place].verdict for place in genuine} == {Verdict.GENUINE}
    session.decide([analysis.people[genuine[0]].key], Choice.KEEP)
    assert session.visible() is not genuine


def test_opening_another_archive_forgets_the_history(session: Session, analysis: Analysis) -> None:
    """Undo must never reach into another archive's decisions."""
    session.decide([analysis.people[0].key], Choice.KEEP)
    session.select(analysis.people[0].key)
    session.open(analysis, judge_all(analysis, default_policy(), {}), {}, default_policy())
    assert (session.undo_stack.count(), session.selected, dict(session.decisions)) == (0, None, {})


def test_closing_leaves_nothing_open(qtbot: QtBot, session: Session, disk: Disk, analysis: Analysis) -> None:
    """What was kept on disk stays."""
    session.decide([analysis.people[0].key], Choice.KEEP)
    with qtbot.waitSignal(session.archive_closed):
        session.close()
    assert session.analysis is None and session.visible() == [] and session.undo_stack.count() == 0
    assert disk.kept[analysis.archive.account_id]
    with pytest.raises(RuntimeError):
        session.person("9000000001")
