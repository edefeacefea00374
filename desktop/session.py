"""The open analysis and the user's decisions about it: the only shared mutable object of the window."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from analyzer.errors import WorkspaceError
from analyzer.facts import Analysis
from analyzer.people.person import Person
from analyzer.verdict.verdicts import Choice, Decision, Judgement
from desktop.filters import Filters, Follow
from desktop.marks import Places
from desktop.models.rows import USUAL, order_everybody
from desktop.roll import Roll
from desktop.search_lines import SearchLines

if TYPE_CHECKING:
    from analyzer.health.shapes import Health
    from analyzer.verdict.policy import Policy
else:
    Policy = Any

SaveDecisions = Callable[[str, Mapping[str, Decision]], object]

log = logging.getLogger(__name__)

JOB = "judge everybody"
MOST_AT_ONCE = 3000
"""Up to so many people are judged anew at once, sooner than the worker would answer."""


class Worker(Protocol):
    """Runs work off the GUI thread and answers on it, unless the same name is submitted again."""

    def submit(
        self, name: str, work: Callable[[Any], Any], on_done: Callable[[Any], object], on_error: Callable[[Exception], object], /
    ) -> object: ...


@dataclass(frozen=True, slots=True)
class _Judging:
    """Judging everybody by a policy, for any thread: touches nothing that changes."""

    analysis: Analysis
    policy: Policy
    decisions: Mapping[str, Decision]
    lines: SearchLines

    def __call__(self) -> "_Judged":
        judgements = list(_judge().judge_all(self.analysis, self.policy, self.decisions))
        roll = Roll(self.analysis.people, judgements, self.lines)
        roll.prepare()
        order_everybody(self.analysis.people, judgements, self.analysis.coverage.as_of, roll, USUAL)
        return _Judged(self, judgements, roll)

    def on_worker(self, report: object) -> "_Judged":
        """The same as a job."""
        return self()


@dataclass(frozen=True, slots=True)
class _Judged:
    """What became of it."""

    asked: _Judging
    judgements: list[Judgement]
    roll: Roll


@dataclass(frozen=True, slots=True)
class Decided:
    """What just happened to ``keys``: ``choice`` None with ``note`` None is a decision taken back; ``undone`` after undo."""

    keys: tuple[str, ...]
    choice: Choice | None
    note: str | None = None
    undone: bool = False


class Session(QObject):
    """Holds what is open, tells what changed, keeps every decision at once and can undo each.

    ``judgements`` stands beside ``analysis.people``. Widgets get the session by constructor and change it only through its methods.
    """

    archive_opened = Signal()
    archive_closed = Signal()
    judgements_changed = Signal()
    decisions_changed = Signal()
    decision_made = Signal(object)  # Decided
    save_failed = Signal(object)  # WorkspaceError
    selection_changed = Signal()
    filters_changed = Signal()

    def __init__(self, save_decisions: SaveDecisions | None = None, worker: Worker | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._save_decisions = save_decisions or _analyzer_save()
        self.analysis: Analysis | None = None
        self._health: Health | None = None
        self.policy: Policy | None = None
        self.selected: str | None = None
        self.filters = Filters()
        self.undo_stack = QUndoStack(self)
        self._judgements: list[Judgement] = []
        self._decisions: dict[str, Decision] = {}
        self._lines = SearchLines((), {}, {})
        self._roll = Roll((), (), self._lines)
        self._visible: Places | None = None

    @property
    def judgements(self) -> Sequence[Judgement]:
        """The judgement of each person, in the order of ``analysis.people``."""
        return self._judgements

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """The user's decisions by key, read-only."""
        return MappingProxyType(self._decisions)

    @property
    def search_lines(self) -> SearchLines:
        """What search looks into, one text per person."""
        return self._lines

    @property
    def roll(self) -> Roll:
        """Who passes which filters, and how many."""
        return self._roll

    @property
    def health(self) -> "Health | None":
        """What was read of the open archive and what is lacking; None while nothing is open."""
        if self._health is None and self.analysis is not None:
            from analyzer.health.measure import health_of  # the archive's readers: only once an archive is open

            self._health = health_of(self.analysis)
        return self._health

    def open(
        self,
        analysis: Analysis,
        judgements: Sequence[Judgement],
        decisions: Mapping[str, Decision],
        policy: Policy,
        roll: Roll | None = None,
        health: "Health | None" = None,
    ) -> None:
        """Show another archive: the undo history, the selection and the filters start anew."""
        if len(judgements) != len(analysis.people):
            raise ValueError("judgements and people differ in number")
        self.analysis = analysis
        self._health = health
        self.policy = policy
        self._judgements = list(judgements)
        self._decisions = dict(decisions)
        self._roll = roll or Roll(analysis.people, judgements, SearchLines(analysis.people, analysis.index, decisions))
        self._lines = self._roll.lines
        self.undo_stack.clear()
        self.selected = None
        follows_somebody = self._roll.count(Filters(follow=Follow.YOU_FOLLOW, show_passing=True)) > 0
        self.filters = Filters(follow=Follow.YOU_FOLLOW if follows_somebody else Follow.ANYONE)
        self._visible = None
        self.archive_opened.emit()
        self.judgements_changed.emit()
        self.decisions_changed.emit()
        self.filters_changed.emit()
        self.selection_changed.emit()

    def close(self) -> None:
        """Forget what is open; the kept decisions stay on disk."""
        self.analysis = None
        self._health = None
        self.policy = None
        self._judgements, self._decisions = [], {}
        self._lines = SearchLines((), {}, {})
        self._roll = Roll((), (), self._lines)
        self.undo_stack.clear()
        self.selected = None
        self.filters = Filters()
        self._visible = None
        self.archive_closed.emit()
        self.selection_changed.emit()

    def person(self, key: str) -> Person:
        """The person with this key; KeyError if there is none."""
        return self._open_analysis().person(key)

    def judgement(self, key: str) -> Judgement:
        """The judgement of the person with this key; KeyError if there is none."""
        return self._judgements[self._open_analysis().index[key]]

    def select(self, key: str | None) -> None:
        """Select one person, or nobody."""
        if key is not None and key not in self._open_analysis().index:
            raise KeyError(key)
        if key != self.selected:
            self.selected = key
            self.selection_changed.emit()

    def set_filters(self, filters: Filters) -> None:
        """Show other people; tells only if something changed."""
        if filters != self.filters:
            self.filters = filters
            self._visible = None
            self.filters_changed.emit()

    def visible(self) -> Sequence[int]:
        """Places (in ``analysis.people``) of those who pass the filters; the same list until something changes."""
        if self.analysis is None:
            return []
        if self._visible is None:
            self._visible = self._roll.places(self.filters)
        return self._visible

    def decide(self, keys: Sequence[str], choice: Choice | None, note: str | None = None) -> None:
        """Decide about these people in one undoable step; ``note`` None keeps the notes. Choice None takes the decision back."""
        index = self._open_analysis().index
        before = {key: self._decisions.get(key) for key in keys if key in index}
        at = datetime.now(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")
        after: dict[str, Decision | None] = {}
        for key, old in before.items():
            text = note if note is not None else (old.note if old else "")
            after[key] = Decision(key=key, choice=choice, note=text, at=at) if choice is not None or text else None
        changed = {key for key in before if _differs(before[key], after[key])}
        if not changed:
            return
        made = Decided(tuple(key for key in before if key in changed), choice, note)
        self.undo_stack.push(_DecideCommand(self, {k: before[k] for k in made.keys}, {k: after[k] for k in made.keys}, made))

    def set_policy(self, policy: Policy) -> None:
        """Judge everybody anew by other rules; of a large archive by the worker, and the judgements change once it is done."""
        analysis = self._open_analysis()
        self.policy = policy
        judging = _Judging(analysis, policy, dict(self._decisions), self._lines)
        if self._worker is None or len(analysis.people) <= MOST_AT_ONCE:
            self._on_judged(judging())
        else:
            self._worker.submit(JOB, judging.on_worker, self._on_judged, self._on_failed)

    def _on_judged(self, judged: "_Judged") -> None:
        asked, analysis = judged.asked, self.analysis
        if analysis is not asked.analysis or self.policy is not asked.policy:
            return
        self._judgements, self._roll = judged.judgements, judged.roll
        # What was decided or noted while the worker judged.
        for key in {*asked.decisions, *self._decisions}:
            if asked.decisions.get(key) is not self._decisions.get(key):
                self._judge_again(key)
        self._visible = None
        self.judgements_changed.emit()

    def _on_failed(self, error: Exception) -> None:
        raise error

    def _judge_again(self, key: str) -> None:
        analysis, decision = self._open_analysis(), self._decisions.get(key)
        place = analysis.index[key]
        person = analysis.people[place]
        assert self.policy is not None
        self._judgements[place] = _judge().judge_one(person, analysis.coverage, self.policy, decision.choice if decision else None)
        self._lines.put(place, person, decision)
        self._roll.put(place, person, self._judgements[place])

    def add_note(self, key: str, note: str) -> None:
        """Keep a note about one person beside the decision that stands."""
        old = self._decisions.get(key)
        self.decide([key], old.choice if old else None, note)

    def put_decisions(self, decisions: Mapping[str, Decision | None], what: Decided) -> None:
        """Set or remove decisions, judge these people anew, keep all on disk and tell. Called by the undo stack."""
        analysis = self._open_analysis()
        for key, decision in decisions.items():
            if decision is None:
                self._decisions.pop(key, None)
            else:
                self._decisions[key] = decision
            self._judge_again(key)
        self._roll.noted()
        self._visible = None
        self._keep(analysis)
        self.decisions_changed.emit()
        self.judgements_changed.emit()
        self.decision_made.emit(what)

    def _keep(self, analysis: Analysis) -> None:
        try:
            self._save_decisions(analysis.archive.account_id, self._decisions)
        except WorkspaceError as error:
            log.warning("decisions could not be kept: %s", error.problem)
            self.save_failed.emit(error)

    def _open_analysis(self) -> Analysis:
        if self.analysis is None:
            raise RuntimeError("no archive is open")
        return self.analysis


def _judge() -> ModuleType:
    from analyzer.verdict import judge

    return judge


def _analyzer_save() -> SaveDecisions:
    from analyzer.workspace import decisions

    return decisions.save


def _differs(old: Decision | None, new: Decision | None) -> bool:
    if old is None or new is None:
        return old is not new
    return (old.choice, old.note) != (new.choice, new.note)


class _DecideCommand(QUndoCommand):
    """One decision about one or many people, and back."""

    def __init__(self, session: Session, before: dict[str, Decision | None], after: dict[str, Decision | None], what: Decided) -> None:
        super().__init__()
        self._session = session
        self._before = before
        self._after = after
        self._what = what

    def redo(self) -> None:
        self._session.put_decisions(self._after, self._what)

    def undo(self) -> None:
        self._session.put_decisions(self._before, replace(self._what, undone=True))
