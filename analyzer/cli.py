"""The headless command: every function of the app without a window (interfaces.md "Commands")."""

import argparse
import atexit
import gc
import os
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, NoReturn, cast

from analyzer import offline
from analyzer.console import errors
from analyzer.console.errors import Usage
from analyzer.console.internet import internet_line
from analyzer.console.picture import add_options, check_view, picture_of
from analyzer.console.progress import ProgressLine
from analyzer.errors import AnalyzerError, WorkspaceError
from analyzer.progress import Cancelled, ignore
from analyzer.verdict.policy import BUILT_IN, DEFAULT, built_in_text, policy_of
from analyzer.version import VERSION

if TYPE_CHECKING:
    from analyzer.console.outputs import Wanted
    from analyzer.console.picture import Painter
    from analyzer.facts import Analysis
    from analyzer.verdict.verdicts import Decision

# Heavy modules are imported inside the commands, so that --help and --version answer at once.

_LIST_FORMS = ".csv, .txt, .json, .html or .md"
_BUILT_IN_WORDS = " or ".join(name for name in BUILT_IN if name != DEFAULT)


def main(argv: Sequence[str] | None = None, painter: "Painter | None" = None) -> int:
    """Run the command and return its exit status; ``painter`` paints pictures where there is one.

    Without ``argv`` this is the process's own program, which is locked out of the internet before it opens anything.
    """
    if argv is None:
        offline.lock_out_internet()
        # What a run makes lives until its end: searching it for cycles, at the end too, costs a tenth of the time (measured).
        gc.disable()
        atexit.register(gc.freeze)
    arguments = _parser().parse_args(argv)
    with _terminated_like_interrupted():
        try:
            status = cast("Callable[[argparse.Namespace, Painter | None], int]", arguments.run)(arguments, painter)
            sys.stdout.flush()
            return status
        except Usage as error:
            return _failed(str(error), errors.WRONG_USAGE, arguments.debug)
        except AnalyzerError as error:
            return _failed(errors.sentence(error), errors.exit_status(error), arguments.debug)
        except (KeyboardInterrupt, Cancelled):
            return _failed("Interrupted: nothing was written.", errors.INTERRUPTED, arguments.debug)
        except BrokenPipeError:
            _drop_standard_output()  # whoever read it has enough
            return errors.DONE
        except OSError as error:
            _drop_standard_output()
            return _failed(f"Standard output could not be written ({error.strerror}).", errors.NOT_WRITTEN, arguments.debug)
        except Exception as error:
            return _failed(
                f"Something unexpected went wrong ({type(error).__name__}): please report it with what --debug prints.",
                errors.UNEXPECTED,
                arguments.debug,
            )


def _drop_standard_output() -> None:
    """What is still in the buffer must not be tried again at exit: Python would complain and change the exit status."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _analyze(arguments: argparse.Namespace, painter: "Painter | None") -> int:
    from analyzer.console import outputs
    from analyzer.console.summary import summary
    from analyzer.verdict.judge import judge_all

    wanted = _wanted(arguments)
    given = [path for path in (arguments.policy, arguments.names, arguments.decisions) if path is not None]
    outputs.check(wanted, [*arguments.archive, *given], painter)
    policy = policy_of(arguments.policy)
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
    to_stdout = any(file.path == outputs.STDOUT for file in wanted)
    pieces = outputs.write(wanted, result, painter)
    if to_stdout:
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    else:
        _say(summary(analysis, judgements, [file.path for file in wanted], policy, sample=not arguments.archive))
    return errors.DONE


def _health(arguments: argparse.Namespace, painter: "Painter | None") -> int:
    from analyzer.console import outputs
    from analyzer.console.health import report
    from analyzer.export import health_json
    from analyzer.health.effects import effects_of
    from analyzer.health.measure import health_of
    from analyzer.verdict.judge import judge_all

    wanted = [outputs.Wanted("json", path) for path in arguments.json]
    given = [path for path in (arguments.policy, arguments.names) if path is not None]
    outputs.check(wanted, [*arguments.archive, *given], painter)
    policy = policy_of(arguments.policy)
    analysis = _analysis(arguments)
    found = health_of(analysis)
    effects = effects_of(found, analysis, policy, judge_all(analysis, policy, {}))
    pieces = outputs.write_pieces([(file.path, health_json.render(analysis, found, effects, policy)) for file in wanted])
    if any(file.path == outputs.STDOUT for file in wanted):
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    else:
        _say(report(analysis, found, effects, [file.path for file in wanted], sample=not arguments.archive))
    return errors.DONE


def _policy(arguments: argparse.Namespace, painter: "Painter | None") -> int:
    _say(built_in_text(arguments.name))
    return errors.DONE


def _person(arguments: argparse.Namespace, painter: "Painter | None") -> int:
    from analyzer.console import outputs, person
    from analyzer.console.who import find_person
    from analyzer.verdict.judge import judge_one

    wanted = [outputs.Wanted("json", path) for path in arguments.json]
    given = [path for path in (arguments.policy, arguments.names, arguments.decisions) if path is not None]
    outputs.check(wanted, [*arguments.archive, *given], painter)
    policy = policy_of(arguments.policy)
    analysis = _analysis(arguments)
    decision = _decisions(arguments.decisions, analysis.archive.account_id)
    place = find_person(analysis, arguments.who)
    known = analysis.people[place]
    judgement = judge_one(known, analysis.coverage, policy, decision[known.key].choice if known.key in decision else None)
    receipts = person.receipts_of(analysis, known)
    pieces = outputs.write_pieces([(file.path, person.render(analysis, place, judgement, policy, receipts)) for file in wanted])
    if any(file.path == outputs.STDOUT for file in wanted):
        for piece in pieces:
            sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()
    else:
        _say(person.report(analysis, place, judgement, policy, receipts, sample=not arguments.archive))
    return errors.DONE


def _method(arguments: argparse.Namespace, painter: "Painter | None") -> int:
    from analyzer.console.method import method

    _say(method(policy_of(arguments.policy)))
    return errors.DONE


def _forget(arguments: argparse.Namespace, painter: "Painter | None") -> int:
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


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(errors.WRONG_USAGE, f"{message[:1].upper()}{message[1:].rstrip('.')}: see “{self.prog} --help”.\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kithmap-cli",
        allow_abbrev=False,
        description="See which of your Twitter/X follows are real relationships, offline.",
        formatter_class=argparse.RawDescriptionHelpFormatter,  # keeps the two lines of --version apart
    )
    parser.add_argument("--version", action="version", version=f"kithmap-cli {VERSION}\n{internet_line(offline.state())}")
    parser.add_argument("--debug", action="store_true", help="show the traceback of a failure")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_analyze(_command(commands, "analyze", "read an archive, say who is genuine, write files", _analyze))
    _add_health(_command(commands, "health", "what was found, expected, unreadable and missing, and what it does to confidence", _health))
    _add_person(_command(commands, "person", "why one person has their verdict: facts, signs with receipts, what would change it", _person))
    method = _command(commands, "method", "how a verdict comes about, how often its parts were right, what a file cannot show", _method)
    method.add_argument("--policy", type=Path, metavar="FILE.toml", help=f"with the figures of other rules, or of {_BUILT_IN_WORDS}")
    policy = _command(commands, "policy", "print the default policy as TOML with comments", _policy)
    policy.add_argument("name", nargs="?", choices=BUILT_IN, default=DEFAULT, metavar="NAME", help=f"another built-in one: {_BUILT_IN_WORDS}")
    forget = _command(commands, "forget", "delete what the app keeps on this computer and print each path", _forget)
    forget.add_argument("--all", action="store_true", help="everything")
    forget.add_argument("account", nargs="?", metavar="ACCOUNT", help="one account, by number or handle")
    return parser


def _command(
    commands: "argparse._SubParsersAction[_Parser]", name: str, words: str, run: "Callable[[argparse.Namespace, Painter | None], int]"
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words[:1].upper() + words[1:] + ".", allow_abbrev=False)
    command.set_defaults(run=run)
    # Also after the command's name; not set there, the value before it stays.
    command.add_argument("--debug", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return command


def _add_input(command: argparse.ArgumentParser) -> None:
    command.add_argument("archive", nargs="*", type=Path, metavar="ARCHIVE", help="zip or folder; several of one account; else the sample")
    command.add_argument("--names", type=Path, metavar="FILE.csv", help="names you know: columns id,handle[,name,note]")
    command.add_argument("--dm", choices=("none", "counts"), default="counts", help="leave direct messages closed, or count them (default)")
    command.add_argument("--timezone", type=_zone, metavar="ZONE", help="your time zone where the archive names none, such as Europe/Berlin")


def _add_analyze(command: argparse.ArgumentParser) -> None:
    _add_input(command)
    files_ = (
        ("--json", "FILE", "the analysis; - is standard output"),
        ("--evidence", "FILE", "one JSON object a line for each interaction"),
        ("--people", "FILE.csv", "everybody"),
        ("--follow", "FILE", f"the follow list, {_LIST_FORMS}"),
        ("--unfollow", "FILE", "the unfollow list, to consider"),
        ("--say-hello", "FILE", "those it fell silent with"),
        ("--ask", "FILE", "those only you can decide about"),
        ("--graph", "FILE", "the network, .gexf, .graphml, .json, .svg, .pdf or .png"),
    )
    for option, metavar, words in files_:
        command.add_argument(option, type=Path, action="append", default=[], metavar=metavar, help=words)
    command.add_argument("--policy", type=Path, metavar="FILE.toml", help=f"other rules than the default ones, or {_BUILT_IN_WORDS}")
    command.add_argument("--decisions", type=Path, metavar="FILE.json", help="your decisions, which win over every verdict")
    command.add_argument(
        "--with", dest="with_", action="append", default=[], choices=("messages", "blocks"),
        help="let message ties, or blocks and mutes, into graph files and reasons",
    )  # fmt: skip
    command.add_argument("--pseudonyms", action="store_true", help="P001, P002, … and months in graph files and pictures, instead of names and days")
    add_options(command)


def _add_health(command: argparse.ArgumentParser) -> None:
    _add_input(command)
    command.add_argument("--json", type=Path, action="append", default=[], metavar="FILE", help="the report; - is standard output")
    command.add_argument("--policy", type=Path, metavar="FILE.toml", help=f"other rules than the default ones, or {_BUILT_IN_WORDS}")


def _add_person(command: argparse.ArgumentParser) -> None:
    command.add_argument("who", metavar="WHO", help="an account's number, a handle (also a former one) or a whole name")
    _add_input(command)
    command.add_argument("--json", type=Path, action="append", default=[], metavar="FILE", help="the same as JSON; - is standard output")
    command.add_argument("--policy", type=Path, metavar="FILE.toml", help=f"other rules than the default ones, or {_BUILT_IN_WORDS}")
    command.add_argument("--decisions", type=Path, metavar="FILE.json", help="your decisions, which win over every verdict")


def _zone(name: str) -> str:
    from analyzer.evidence.calendar import is_zone

    if not is_zone(name):
        raise argparse.ArgumentTypeError(f"there is no time zone “{name}”, use a name such as Europe/Berlin")
    return name


def _say(text: str) -> None:
    """Print whatever the terminal can show of a text, and a mark for the rest."""
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def _failed(words: str, status: int, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    print(words, file=sys.stderr)
    return status


@contextmanager
def _terminated_like_interrupted() -> Iterator[None]:
    """While the command runs, a polite kill ends it as Ctrl+C does, so that temporary files go."""
    try:
        before = signal.signal(signal.SIGTERM, _interrupt)
    except ValueError:  # not the main thread: whoever started us handles signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(number: int, frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt
