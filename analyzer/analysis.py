"""The flow of one analysis in its order: archive → records → people → evidence → network; verdicts are made from what comes out."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from analyzer.archive import Archive
from analyzer.coverage import ALL_MESSAGES, find_deletion
from analyzer.evidence.acts import OUT, Act
from analyzer.evidence.calendar import Calendar, is_zone
from analyzer.evidence.estimator import Estimator
from analyzer.evidence.rhythm import DIRECTED
from analyzer.evidence.signs import keeps_the_clock, sittings_of
from analyzer.evidence.together import order_of
from analyzer.evidence.turns import add_turns
from analyzer.facts import Analysis, ArchiveFacts, Coverage, Tie
from analyzer.letting_go import let_go
from analyzer.network.communities import Partition, leiden, number_communities
from analyzer.network.community_names import name_communities
from analyzer.network.graph import EgoNetwork
from analyzer.people.everybody import Index, gather
from analyzer.people.handles import Key
from analyzer.people.measure import Setting, measure
from analyzer.people.person import Person
from analyzer.progress import Reporter, Stage, ignore
from analyzer.reading import Reading, read_archives
from analyzer.several import open_archives

__all__ = ["Options", "analyze"]


@dataclass(frozen=True, slots=True)
class Options:
    """How to read: whether messages are counted at all, ego's zone where the archive names none, names from a file of the user's own.

    ``names`` maps account id → (handle, name or None). ``partition`` finds communities (a window passes one that runs in a child process).
    """

    messages: bool = True
    timezone: str | None = None
    names: Mapping[int, tuple[str, str | None]] = field(default_factory=dict)
    partition: Partition = leiden


DEFAULTS = Options()


def analyze(paths: Sequence[Path], options: Options = DEFAULTS, report: Reporter = ignore) -> Analysis:
    """Read the archive and measure everybody in it.

    Raises `ArchiveError` for input that is no archive or beyond use, and `Cancelled` where the reporter asks for it.
    """
    closed = () if options.messages else ALL_MESSAGES
    with _without_cycle_search(), open_archives(paths, report, closed) as archives:
        reading = read_archives(archives, messages=options.messages, report=report)
        for account, (handle, name) in options.names.items():
            reading.book.see(account, handle, name, "names_file")
        zone = _zone(next((archive.timezone for archive in archives if archive.timezone), None), options.timezone)
        return _understand(archives, reading, zone, options, report)


@contextmanager
def _without_cycle_search() -> Iterator[None]:
    """Nothing made here refers to itself, and searching a growing heap for cycles takes a seventh of the time (measured)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _understand(archives: Sequence[Archive], reading: Reading, zone: tuple[str, str], options: Options, report: Reporter) -> Analysis:
    archive, calendar = archives[0], Calendar(zone[0])
    report(reading.progress(Stage.EVIDENCE))
    estimator = Estimator(reading.interactions.spoken, reading.log.undirected, reading.book.meant_by_handle())
    calibration = add_turns(reading.tallies, estimator, reading.likes, reading.interactions.status_author)
    if reading.tallies.followers:
        known = {*reading.blocks.ids, *reading.mutes.ids, *reading.book.former}
        reading.tallies.single_out(known - {archive.owner.account_id})
    ordered = [reading.tallies[key] for key in sorted(reading.tallies, key=order_of)]
    report(reading.progress(Stage.NETWORK))
    pairs = sorted(reading.together.pairs.items(), key=_tie_order)
    ties = tuple(Tie(str(a), str(b), kind, int(count), weight) for (kind, a, b), (count, weight) in pairs)
    communities = number_communities([str(tally.key) for tally in ordered], ((tie.a, tie.b, tie.weight) for tie in ties), options.partition)
    report(reading.progress(Stage.VERDICTS))
    as_of = archive.generated_at if archive.generated_at is not None else reading.last_act
    last_act = min(reading.last_act, as_of) if reading.last_act is not None and as_of is not None else None
    met = {tally.key: found for tally in ordered if (found := sittings_of(tally.acts, reading.log.marks))}
    setting = Setting(
        book=reading.book,
        calendar=calendar,
        last_act_day=calendar.day(last_act) if last_act is not None else None,
        blocked=reading.blocks.ids.keys(),
        muted=reading.mutes.ids.keys(),
        communities=communities,
        marks=reading.log.marks,
        sittings=met,
        by_clock=keeps_the_clock(met.values(), calendar),
    )
    people: list[Person] = []
    acts: dict[str, Sequence[Act]] = {}
    directed: set[int] = set()
    for number, tally in enumerate(ordered):
        if number % 1000 == 0:
            report(reading.progress(Stage.VERDICTS, number, len(ordered)))
        person, theirs = measure(tally, setting)
        people.append(person)
        if theirs:
            acts[person.key] = theirs
            # While they are at hand: going through all acts once more takes twice as long.
            directed.update([act.id for act in theirs if act.direction is OUT and act.kind in DIRECTED])
    # All this at the end of the function, at once, would keep the window waiting for 90 ms (measured).
    let_go(estimator.features, met, ordered, reading.interactions.spoken, estimator.spoken)
    coverage = Coverage(
        tweets_read=reading.tweets_read,
        follows_read=reading.follows_read,
        messages_read=reading.messages_read,
        messages_left_closed=not options.messages,
        missing_parts=reading.missing_parts,
        tweets_by_month=reading.tweets_by_month(calendar),
        directed_acts=len(directed),
        last_act_day=setting.last_act_day,
        as_of=date.fromordinal(calendar.day(as_of)) if as_of is not None else None,
        liked_to_ego_unnamed=reading.likes.unnamed_to_ego,
        re_used_handles=reading.interactions.re_used,
        former_handles_found=sum(len(person.former_handles) for person in people),
        deleted=find_deletion(reading, calendar),
    )
    every = tuple(_facts(archive, calendar.zone, zone[1], reading.own.former) for archive in archives)
    counts = reading.counts()
    everybody: Sequence[Person] = tuple(people)
    index: Mapping[str, int]
    if reading.tallies.followers:
        everybody = gather(people, reading.tallies.followers, archive.owner.account_id, reading.book)
        index = Index(everybody)
        let_go(reading.tallies.followers)
    else:
        index = {person.key: place for place, person in enumerate(people)}
    community_names = name_communities(communities, reading.interactions.tags)
    let_go(reading.tallies, reading.log.ids, reading.log.marks, reading.log.authors, reading.interactions.status_author)
    return Analysis(
        archive=every[0],
        archives=every if len(every) > 1 else (),
        counts=counts,
        coverage=coverage,
        people=everybody,
        index=index,
        acts=acts,
        ties=ties,
        graph=EgoNetwork(every[0].account_id, everybody, acts, ties, index),
        calibration=calibration,
        communities=max(communities.values(), default=0),
        community_names=community_names,
    )


def _facts(archive: Archive, zone: str, source: str, former: tuple[str, ...]) -> ArchiveFacts:
    return ArchiveFacts(
        path=archive.path,
        account_id=str(archive.owner.account_id),
        handle=archive.owner.handle,
        name=archive.owner.name,
        era=archive.era.value,
        generated_at=_iso(archive.generated_at),
        timezone=zone,
        timezone_source=source,
        parts=archive.parts(),
        former_handles=former,
        unreadable=tuple(archive.unreadable),
        is_partial=archive.is_partial,
        download=archive.download,
    )


def _zone(of_archive: str | None, of_user: str | None) -> tuple[str, str]:
    """Ego's zone: the archive's, else the user's, else UTC; never the computer's (relationships §4)."""
    if of_archive and is_zone(of_archive):
        return of_archive, "archive"
    if of_user:
        return of_user, "user"
    return "UTC", "default"


def _iso(at: int | None) -> str | None:
    return datetime.fromtimestamp(at // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if at is not None else None


def _tie_order(item: tuple[tuple[str, Key, Key], list[float]]) -> tuple[tuple[int, int, str], tuple[int, int, str], str]:
    (kind, a, b), _ = item
    return order_of(a), order_of(b), kind
