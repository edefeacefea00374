"""The output files of one run: checked before the work, written together after it, so that a failure leaves nothing half-done."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from analyzer.console import picture
from analyzer.console.errors import Usage, shown
from analyzer.console.picture import AS_USUAL, Painter, Picture
from analyzer.errors import ExportError
from analyzer.export import analysis_json, evidence_lines, graph_files, lists, people_csv
from analyzer.export.atomic import Staging, problem_of
from analyzer.export.pseudonyms import analysis_under_pseudonyms, network_under_pseudonyms
from analyzer.facts import Analysis
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Judgement, Listing

PICTURES = picture.SUFFIXES
STDOUT = Path("-")
_LISTINGS = {
    "follow": Listing.FOLLOW,
    "unfollow": Listing.UNFOLLOW,
    "say-hello": Listing.SAY_HELLO,
    "ask": Listing.ASK,
}
_SUFFIXES: dict[str, tuple[str, ...]] = {
    "people": (".csv",),
    "graph": (*graph_files.FORMS, *PICTURES),
    **{name: tuple(lists.FORMS) for name in _LISTINGS},
}
_ON_STDOUT = ("json", "evidence", "people")
OPTIONS = ("json", "evidence", "people", *_LISTINGS, "graph")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One file asked for; ``option`` is one of `OPTIONS`."""

    option: str
    path: Path


@dataclass(frozen=True, slots=True)
class Result:
    """What there is to write, what the user ticked to be in it, and how pictures shall look."""

    analysis: Analysis
    judgements: Sequence[Judgement]
    policy: Policy
    with_messages: bool = False
    with_blocks: bool = False
    pseudonyms: bool = False
    picture: Picture = AS_USUAL


def check(wanted: Sequence[Wanted], inputs: Iterable[Path], painter: Painter | None) -> None:
    """Refuse before the work what cannot end well: `Usage` for wrong names, `ExportError` for places that cannot be written to."""
    places: dict[str, Wanted] = {}
    sources = {os.path.realpath(path) for path in inputs}
    for file in wanted:
        if file.path == STDOUT:
            place = "-"
            if file.option not in _ON_STDOUT:
                raise Usage(f"--{file.option} cannot write to standard output: give a file name that ends in {_either(_SUFFIXES[file.option])}.")
        else:
            _check_suffix(file, painter)
            place = os.path.realpath(file.path)
            if place in sources:
                raise Usage(f"{shown(file.path)} is an input of this very command: choose another name for the output.")
            _check_place(file.path)
        if place in places:
            raise Usage(f"--{places[place].option} and --{file.option} both want to write {shown(file.path)}: give each a place of its own.")
        places[place] = file


def write(wanted: Sequence[Wanted], result: Result, painter: Painter | None) -> Iterator[bytes]:
    """Write all files, together or not at all; returns what is to go to standard output, in pieces."""
    with Staging() as staging:
        for file in wanted:
            if file.path == STDOUT:
                continue
            if file.option == "graph" and file.path.suffix.lower() in PICTURES:
                _paint(staging, file.path, result, painter)
            else:
                with staging.open(file.path) as stream:
                    stream.writelines(_content(file, result))
    return (piece for file in wanted if file.path == STDOUT for piece in _content(file, result))


def write_pieces(files: Sequence[tuple[Path, Iterable[bytes]]]) -> Iterator[bytes]:
    """Write files whose content is ready, together or not at all; returns what is to go to standard output."""
    with Staging() as staging:
        for path, content in files:
            if path != STDOUT:
                with staging.open(path) as stream:
                    stream.writelines(content)
    return (piece for path, content in files if path == STDOUT for piece in content)


def _check_suffix(file: Wanted, painter: Painter | None) -> None:
    accepted = _SUFFIXES.get(file.option)
    suffix = file.path.suffix.lower()
    if accepted is None:
        return
    if suffix not in accepted:
        raise Usage(f"--{file.option} cannot write {shown(file.path)}: its name must end in {_either(accepted)}.")
    if suffix in PICTURES and painter is None:
        others = _either(graph_files.FORMS)
        raise Usage(f"{shown(file.path)} cannot be painted without the app: use “kithmap-cli analyze”, or a name that ends in {others}.")


def _check_place(path: Path) -> None:
    try:
        if path.is_dir():
            raise ExportError(path, "folder")
        if not Path(os.path.realpath(path)).parent.is_dir():
            raise ExportError(path, "no-folder")
    except OSError as error:
        raise ExportError(path, problem_of(error)) from error


def _paint(staging: Staging, path: Path, result: Result, painter: Painter | None) -> None:
    if painter is None:
        raise ExportError(path, "no-painter")
    temporary = staging.reserve(path)
    try:
        analysis, look = _painted(result)
        painter(analysis, result.judgements, temporary, look)
        if temporary.stat().st_size == 0:
            raise ExportError(path, "failed")
    except OSError as error:
        raise ExportError(path, problem_of(error)) from error
    except ExportError as error:
        raise ExportError(path, error.problem) from error


def _painted(result: Result) -> tuple[Analysis, Picture]:
    """What pictures show, and how: under pseudonyms nobody is found by a handle any more, so whom a picture is about is named by key."""
    if not result.pseudonyms:
        return result.analysis, result.picture
    look = result.picture
    if look.view.startswith("person:"):
        look = replace(look, view=f"person:{result.analysis.people[picture.person_of(look.view, result.analysis)].key}")
    return analysis_under_pseudonyms(result.analysis), look


def _content(file: Wanted, result: Result) -> Iterator[bytes]:
    analysis, judgements, policy, with_messages = result.analysis, result.judgements, result.policy, result.with_messages
    match file.option:
        case "json":
            return analysis_json.render(analysis, judgements, policy)
        case "evidence":
            return evidence_lines.render(analysis)
        case "people":
            return people_csv.render(analysis, judgements, policy, with_messages=with_messages, with_blocks=result.with_blocks)
        case "graph":
            network = graph_files.network_of(analysis, judgements, with_messages=with_messages, with_blocks=result.with_blocks)
            return graph_files.render(network_under_pseudonyms(network) if result.pseudonyms else network, file.path.suffix)
    listing = _LISTINGS[file.option]
    document = lists.build_list(analysis, judgements, listing, policy, with_messages=with_messages, with_blocks=result.with_blocks)
    return lists.encoded(lists.render(document, file.path.suffix))


def _either(suffixes: Iterable[str]) -> str:
    *others, last = suffixes
    return f"{', '.join(others)} or {last}" if others else last
