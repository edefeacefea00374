"""What each command does with what the user said; heavy modules are imported inside, so that --help and --version answer at once."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.console import errors
from analyzer.console.errors import Usage
from analyzer.console.picture import check_view, picture_of
from analyzer.console.progress import ProgressLine
from analyzer.errors import WorkspaceError
from analyzer.progress import ignore
from analyzer.verdict.policy import Policy, built_in_text, policy_of

if TYPE_CHECKING:
    from analyzer.console.outputs import Wanted
    from analyzer.console.picture import Painter
    from analyzer.facts import Analysis
    from analyzer.verdict.verdicts import Decision


def analyze(arguments: argparse.Namespace, painter: "Painter | None") -> int:
    """Read, judge, write what was asked for, and sum up."""
    from analyzer.console import outputs
    from analyzer.console.summary import summary
    from analyzer.verdict.judge import judge_all

    wanted = _wanted(arguments)
    policy = _checked(arguments, wanted, painter)
    analysis = _analysis(arguments)
    picture = picture_of(arguments)
    check_view(picture, analysis)
    decisions = _decisions(arguments.decisions, analysis.archive.account_id)
    judgements = judge_all(analysis, policy, decisions)
    ticked = arguments.with_
    with_messages, with_blocks = "messages" in ticked, "blocks" in ticked
    result = outputs.Result(
        analysis, judgements, policy, with_messages=with_messages, with_blocks=with_blocks, pseudonyms=arguments.pseudonyms, picture=picture
    )
    pieces = outputs.write(wanted, result, painter)
    saved = [file.path for file in wanted]
    return _finish(wanted, pieces, lambda: summary(analysis, judgements, saved, policy, sample=not arguments.archive))


def health(arguments: argparse.Namespace, painter: "Painter | None") -> int:
    """What was read and what was not, and what that does to verdicts."""
    from analyzer.console import outputs
    from analyzer.console.health import report
    from analyzer.export import health_json
    from analyzer.health.effects import effects_of
    from analyzer.health.measure import health_of
    from analyzer.verdict.judge import judge_all

    wanted = [outputs.Wanted("json", path) for path in arguments.json]
    policy = _checked(arguments, wanted, painter)
    analysis = _analysis(arguments)
    found = health_of(analysis)
    effects = effects_of(found, analysis, policy, judge_all(analysis, policy, {}))
    pieces = outputs.write_pieces([(file.path, health_json.render(analysis, found, effects, policy)) for file in wanted])
    saved = [file.path for file in wanted]
    return _finish(wanted, pieces, lambda: report(analysis, found, effects, saved, sample=not arguments.archive))


def person(arguments: argparse.Namespace, painter: "Painter | None") -> int:
    """One person: the verdict, its facts and receipts."""
    from analyzer.console import outputs
    from analyzer.console.person import receipts_of, render, report
    from analyzer.console.who import find_person
    from analyzer.verdict.judge import judge_one

    wanted = [outputs.Wanted("json", path) for path in arguments.json]
    policy = _checked(arguments, wanted, painter)
    analysis = _analysis(arguments)
    decision = _decisions(arguments.decisions, analysis.archive.account_id)
    place = find_person(analysis, arguments.who)
    known = analysis.people[place]
    judgement = judge_one(known, analysis.coverage, policy, decision[known.key].choice if known.key in decision else None)
    receipts = receipts_of(analysis, known)
    pieces = outputs.write_pieces([(file.path, render(analysis, place, judgement, policy, receipts)) for file in wanted])
    return _finish(wanted, pieces, lambda: report(analysis, place, judgement, policy, receipts, sample=not arguments.archive))


def policy(arguments: argparse.Namespace, painter: "Painter | None") -> int:
    """A built-in policy as TOML."""
    _say(built_in_text(arguments.name))
    return errors.DONE


def method(arguments: argparse.Namespace, painter: "Painter | None") -> int:
    """How a verdict comes about."""
    from analyzer.console.method import method

    _say(method(policy_of(arguments.policy)))
    return errors.DONE


def forget(arguments: argparse.Namespace, painter: "Painter | None") -> int:
    """Delete what is kept on this computer."""
    from analyzer.workspace import recent, storage

    if arguments.all and arguments.account is not None:
        raise Usage("Give either --all or one account, not both.")
    if arguments.all:
        gone = storage.forget_all()
    elif arguments.account is not None:
        account_id = _account_id(arguments.account)
        before = storage.kept_paths()
        gone = storage.forget_account(account_id)
        if any(archive.account_id == account_id for archive in recent.load()):
            recent.forget(account_id=account_id)
            gone.append(recent.kept_file())
        if not gone and before:
            raise Usage(f"Nothing is kept of {errors.shown(Path(arguments.account))}: “kithmap-cli forget” lists what is.")
    else:
        kept = storage.kept_paths()
        _say("".join(f"{errors.shown(path)}\n" for path in kept))
        raise Usage("Nothing was deleted: say --all, or name an account." if kept else "Nothing is kept on this computer.")
    _say("".join(f"{errors.shown(path)}\n" for path in gone) or "Nothing is kept on this computer.\n")
    return errors.DONE


def _checked(arguments: argparse.Namespace, wanted: "Sequence[Wanted]", painter: "Painter | None") -> Policy:
    """The policy that was named; before the work everything is refused that cannot end well."""
    from analyzer.console import outputs

    given = [path for name in ("policy", "names", "decisions") if (path := getattr(arguments, name, None)) is not None]
    outputs.check(wanted, [*arguments.archive, *given], painter)
    return policy_of(arguments.policy)


def _finish(wanted: "Sequence[Wanted]", pieces: Iterable[bytes], text: Callable[[], str]) -> int:
    """What is to go to standard output, alone there; else the words for people."""
    from analyzer.console.outputs import STDOUT

    if any(file.path == STDOUT for file in wanted):
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    else:
        _say(text())
    return errors.DONE


def _account_id(account: str) -> str:
    """The account's number, also where the user names its handle as the list of recent archives knows it."""
    from analyzer.workspace import recent

    known = {archive.name.lower(): archive.account_id for archive in recent.load() if archive.name}
    return known.get(account.lower()) or known.get(account.lower().removeprefix("@")) or account.removeprefix("id:")


def _analysis(arguments: argparse.Namespace) -> "Analysis":
    """Read what was given, or the built-in sample; progress goes to a terminal only."""
    from analyzer.analysis import Options, analyze
    from analyzer.people.names_csv import read_names

    names = read_names(arguments.names) if arguments.names is not None else {}
    options = Options(messages=arguments.dm == "counts", timezone=arguments.timezone, names=names)
    with ExitStack() as stack:
        paths = arguments.archive or [stack.enter_context(as_file(files("resources").joinpath("sample", "sample.zip")))]
        if not sys.stderr.isatty():
            return analyze(paths, options, ignore)
        progress = ProgressLine(sys.stderr)
        stack.callback(progress.clear)
        return analyze(paths, options, progress)


def _decisions(path: Path | None, account_id: str) -> "Mapping[str, Decision]":
    from analyzer.workspace import decisions

    if path is None:
        return {}
    found = decisions.read_file(path)
    if found.account_id not in ("", account_id):
        raise WorkspaceError(path, "other-account")
    return found.decisions


def _wanted(arguments: argparse.Namespace) -> "list[Wanted]":
    from analyzer.console.outputs import OPTIONS, Wanted

    return [Wanted(option, path) for option in OPTIONS for path in getattr(arguments, option.replace("-", "_"))]


def _say(text: str) -> None:
    """Print whatever the terminal can show of a text, and a mark for the rest."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))
