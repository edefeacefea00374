"""What can be said on the command line: the commands, their options, and what each of them means."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from analyzer import offline
from analyzer.console import commands as run
from analyzer.console import errors
from analyzer.console.internet import internet_line
from analyzer.console.picture import add_options
from analyzer.verdict.policy import BUILT_IN, DEFAULT
from analyzer.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Callable

    from analyzer.console.picture import Painter

_LIST_FORMS = ".csv, .txt, .json, .html or .md"
_BUILT_IN_WORDS = " or ".join(name for name in BUILT_IN if name != DEFAULT)


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one sentence."""

    def error(self, message: str) -> NoReturn:
        self.exit(errors.WRONG_USAGE, f"{message[:1].upper()}{message[1:].rstrip('.')}: see “{self.prog} --help”.\n")


def parser() -> argparse.ArgumentParser:
    """The parser; its namespace holds ``run``, what the command does with it and a painter, and returns the exit status."""
    top = _Parser(
        prog="kithmap-cli",
        allow_abbrev=False,
        description="See which of your Twitter/X follows are real relationships, offline.",
        formatter_class=argparse.RawDescriptionHelpFormatter,  # keeps the two lines of --version apart
    )
    top.add_argument("--version", action="version", version=f"kithmap-cli {VERSION}\n{internet_line(offline.state())}")
    top.add_argument("--debug", action="store_true", help="show the traceback of a failure")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_analyze(_command(commands, "analyze", "read an archive, say who is genuine, write files", run.analyze))
    _add_health(_command(commands, "health", "what was found, expected, unreadable and missing, and what it does to confidence", run.health))
    _add_person(_command(commands, "person", "why one person has their verdict: facts, signs with receipts, what would change it", run.person))
    method = _command(commands, "method", "how a verdict comes about, how often its parts were right, what a file cannot show", run.method)
    method.add_argument("--policy", type=Path, metavar="FILE.toml", help=f"with the figures of other rules, or of {_BUILT_IN_WORDS}")
    policy = _command(commands, "policy", "print the default policy as TOML with comments", run.policy)
    policy.add_argument("name", nargs="?", choices=BUILT_IN, default=DEFAULT, metavar="NAME", help=f"another built-in one: {_BUILT_IN_WORDS}")
    forget = _command(commands, "forget", "delete what the app keeps on this computer and print each path", run.forget)
    forget.add_argument("--all", action="store_true", help="everything")
    forget.add_argument("account", nargs="?", metavar="ACCOUNT", help="one account, by number or handle")
    return top


def _command(
    commands: "argparse._SubParsersAction[_Parser]", name: str, words: str, does: "Callable[[argparse.Namespace, Painter | None], int]"
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=words, description=words[:1].upper() + words[1:] + ".", allow_abbrev=False)
    command.set_defaults(run=does)
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
