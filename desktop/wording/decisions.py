"""What was just decided, for the toast, and what undo and redo are about."""

from analyzer.verdict.verdicts import Choice
from desktop.wording.basics import number, plural, set_apart, tr


def decided_words(choice: Choice | None, note: str | None, names: tuple[str, ...], undone: bool) -> str:
    """One sentence: whose decision, and what it is now. ``names`` are those it concerns, ready to show."""
    who = set_apart(names[0]) if len(names) == 1 else plural(len(names), "{n} person", "{n} people").format(n=number(len(names)))
    if undone:
        return tr("Taken back: {who}").format(who=who)
    if choice is None:
        return tr("Note kept: {who}").format(who=who) if note else tr("No decision any more: {who}").format(who=who)
    return _marks()[choice].format(who=who)


def undo_words(step: str) -> str:
    """The undo action; ``step`` is empty for a decision."""
    return tr("&Undo {step}").format(step=step or tr("the decision"))


def redo_words(step: str) -> str:
    """The redo action; ``step`` is empty for a decision."""
    return tr("&Redo {step}").format(step=step or tr("the decision"))


def graph_step_words(step: str, undone: bool) -> str:
    """What undo or redo did on the graph while another page is shown."""
    words = tr("Taken back on the graph: {step}") if undone else tr("Done again on the graph: {step}")
    return words.format(step=step)


def _marks() -> dict[Choice, str]:
    return {
        Choice.KEEP: tr("Marked “keep”: {who}"),
        Choice.FOLLOW: tr("Marked “follow”: {who}"),
        Choice.UNFOLLOW: tr("Marked “unfollow”: {who}"),
        Choice.CONTENT: tr("Marked “for the content”: {who}"),
        Choice.PROTECT: tr("Protected: {who}"),
        Choice.LATER: tr("Put off until later: {who}"),
        Choice.ME: tr("Marked “this is me”: {who}"),
    }
