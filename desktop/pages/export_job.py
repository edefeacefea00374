"""What the Export page saves: one list, the graph as data or the picture, made off the GUI thread where it may be."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from analyzer.export import graph_files, lists
from analyzer.export.pseudonyms import network_under_pseudonyms
from analyzer.facts import Analysis
from analyzer.people.everybody import People
from analyzer.verdict.policy import Policy
from analyzer.verdict.verdicts import Judgement, Listing


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What is exported: the analysis and its judgements as they are now, and what the user ticked."""

    analysis: Analysis
    judgements: tuple[Judgement, ...]
    policy: Policy
    with_messages: bool = False
    with_blocks: bool = False
    pseudonyms: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """A written file and its size in bytes."""

    path: Path
    size: int


def save_list(snapshot: Snapshot, listing: Listing, path: Path) -> Saved:
    """Write one list; raises `ExportError`."""
    document = lists.build_list(
        snapshot.analysis,
        snapshot.judgements,
        listing,
        snapshot.policy,
        with_messages=snapshot.with_messages,
        with_blocks=snapshot.with_blocks,
    )
    lists.write_list(document, path)
    return Saved(path, path.stat().st_size)


def list_text(snapshot: Snapshot, listing: Listing, suffix: str) -> str:
    """One list as the text of a form, for the clipboard."""
    document = lists.build_list(
        snapshot.analysis,
        snapshot.judgements,
        listing,
        snapshot.policy,
        with_messages=snapshot.with_messages,
        with_blocks=snapshot.with_blocks,
    )
    return "".join(lists.render(document, suffix)).removeprefix("\ufeff")


def save_graph(snapshot: Snapshot, path: Path) -> Saved:
    """Write the graph as data; raises `ExportError`."""
    network = graph_files.network_of(snapshot.analysis, snapshot.judgements, with_messages=snapshot.with_messages, with_blocks=snapshot.with_blocks)
    graph_files.write_graph(network_under_pseudonyms(network) if snapshot.pseudonyms else network, path)
    return Saved(path, path.stat().st_size)


def default_name(what: str, snapshot: Snapshot, suffix: str) -> str:
    """kithmap-unfollow-2025-01-22.html: what, and the archive's date."""
    as_of = snapshot.analysis.coverage.as_of
    return "-".join(part for part in ("kithmap", what.replace("_", "-"), as_of.isoformat() if as_of else "") if part) + suffix


def everybody_held(analysis: Analysis) -> tuple[int, int]:
    """The same of all people of the analysis."""
    people = analysis.people
    known = people.met.values() if isinstance(people, People) else people
    named = sum(1 for person in known if person.handle or person.name)
    named += len(people.named_only_followers()) if isinstance(people, People) else 0
    return named, len(people) - named


def people_held(snapshot: Snapshot, places: Sequence[int]) -> tuple[int, int]:
    """How many of these people have a handle or name, and how many are only numbers."""
    people = snapshot.analysis.people
    named = sum(1 for place in places if people[place].handle or people[place].name)
    return named, len(places) - named
