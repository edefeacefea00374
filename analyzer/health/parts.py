"""What became of each part: the files of all archives of one date put together, and what is lacking beside them."""

from collections.abc import Mapping, Sequence

from analyzer.archive.layout import MISSING, NOT_READ, READ, UNREADABLE
from analyzer.archive.parts import FULL_FILE_OF, Era, Part
from analyzer.facts import ArchiveFacts, Coverage, PartFacts
from analyzer.health.shapes import ArchiveHealth, PartHealth, State

_SHOWN = (
    Part.TWEETS,
    Part.FOLLOWERS,
    Part.FOLLOWING,
    Part.MESSAGE_HEADERS,
    Part.MESSAGES,
    Part.GROUP_MESSAGE_HEADERS,
    Part.GROUP_MESSAGES,
    Part.MESSAGE_EVENTS,
    Part.LIKES,
    Part.COMMUNITY_TWEETS,
    Part.CIRCLE_TWEETS,
    Part.NOTE_TWEETS,
    Part.DELETED_TWEETS,
    Part.MOMENTS,
    Part.HANDLE_CHANGES,
    Part.BLOCKS,
    Part.MUTES,
    Part.ACCOUNT,
    Part.ACCOUNT_TIMEZONE,
)
"""The parts that are read, the weightiest first; all others are told as not used."""
MESSAGE_PARTS = frozenset({*FULL_FILE_OF, *FULL_FILE_OF.values(), Part.MESSAGE_EVENTS})
FOLLOW_PARTS = frozenset({Part.FOLLOWERS, Part.FOLLOWING})
_BEAR_ON_NOTHING = frozenset({Part.DELETED_TWEETS, Part.MOMENTS, Part.ACCOUNT, Part.ACCOUNT_TIMEZONE})
_BEST_FIRST = (READ, UNREADABLE, NOT_READ, MISSING)

Files = Mapping[str, Sequence[PartFacts]]


def archive_health(archives: Sequence[ArchiveFacts], coverage: Coverage | None) -> ArchiveHealth:
    """The parts of one date. ``coverage`` (that of the newest date only) tells which parts should be there although no manifest lists them."""
    files = _files(archives)
    closed = coverage is not None and coverage.messages_left_closed
    shown: list[PartHealth] = []
    used: set[int] = set()
    for part in _SHOWN:
        own = [file for file in files.get(part, ()) if file.state != NOT_READ or (closed and part in MESSAGE_PARTS)]
        if own and not _another_stands_in(part, files):
            shown.append(_part_health(part, own, archives))
            used.update(map(id, own))
    if coverage is not None:
        known = {part.part for part in shown}
        shown += [PartHealth(part, _absent(archives)) for part in _absent_parts(files, archives, coverage) if part not in known]
    shown.sort(key=lambda one: _SHOWN.index(Part(one.part)))
    unused = [file for own in files.values() for file in own if id(file) not in used and file.part != Part.MANIFEST]
    unused.sort(key=lambda file: (file.part, file.file))
    return ArchiveHealth(tuple(archives), tuple(shown), tuple(unused), bool(files.get(Part.MANIFEST)))


def _files(archives: Sequence[ArchiveFacts]) -> dict[str, list[PartFacts]]:
    """The files of each part; one that lies in several zips of a download is told once, as the zip in which it was read tells it."""
    best: dict[tuple[str, str], PartFacts] = {}
    for archive in archives:
        for file in archive.parts:
            name = file.file if len(archives) == 1 else file.file.rpartition("/")[2].lower()
            before = best.get((file.part, name))
            if before is None or _BEST_FIRST.index(file.state) < _BEST_FIRST.index(before.state):
                best[file.part, name] = file
    found: dict[str, list[PartFacts]] = {}
    for (part, _name), file in best.items():
        found.setdefault(part, []).append(file)
    return found


def _another_stands_in(part: Part, files: Files) -> bool:
    """Message headers and the full file tell the same: only the one that was read counts, else the headers."""
    headers = {full: header for header, full in FULL_FILE_OF.items()}
    if part in FULL_FILE_OF:
        return _was_read(files, FULL_FILE_OF[part]) and not _was_read(files, part)
    if part in headers:
        return bool(files.get(headers[part])) and (_was_read(files, headers[part]) or not _was_read(files, part))
    return False


def _was_read(files: Files, part: Part) -> bool:
    return any(file.state == READ for file in files.get(part, ()))


def _part_health(part: Part, files: Sequence[PartFacts], archives: Sequence[ArchiveFacts]) -> PartHealth:
    found, unreadable = sum(file.records for file in files), sum(file.unreadable for file in files)
    told = [file.expected for file in files if file.expected is not None]
    expected = sum(told) if told else None
    lost = max(0, expected - found - unreadable) if expected is not None and len(told) == len(files) else 0
    paths = {file.file for file in files}
    return PartHealth(
        part=part.value,
        state=_state(files, unreadable, lost),
        found=found,
        expected=expected,
        unreadable=unreadable,
        lost=lost,
        missing_files=tuple(file.file for file in files if file.state == MISSING),
        unreadable_files=tuple(file.file for file in files if file.state == UNREADABLE),
        troubles=tuple(one for archive in archives for one in archive.unreadable if one.file in paths),
        bears=part not in _BEAR_ON_NOTHING,
    )


def _state(files: Sequence[PartFacts], unreadable: int, lost: int) -> State:
    states = {file.state for file in files}
    if states == {NOT_READ}:
        return State.CLOSED
    if READ not in states:
        return State.UNREADABLE if UNREADABLE in states else State.MISSING
    if UNREADABLE in states or unreadable:
        return State.DAMAGED
    return State.INCOMPLETE if MISSING in states or lost else State.READ


def _absent(archives: Sequence[ArchiveFacts]) -> State:
    """Month files of 2012–2019 held tweets alone, so that nothing was taken out of them."""
    return State.NEVER_HELD if all(archive.era == Era.A for archive in archives) else State.MISSING


def _absent_parts(files: Files, archives: Sequence[ArchiveFacts], coverage: Coverage) -> list[str]:
    """Parts without any file that an archive should hold. Where a manifest lists the files, it is believed about likes and messages."""
    absent = [part for part in coverage.missing_parts if not files.get(part)]
    if not coverage.messages_read and not coverage.messages_left_closed:
        pairs = [part for part, full in FULL_FILE_OF.items() if not files.get(part) and not files.get(full)]
        # Without a direct pair that is lacking already, something else kept the messages from being read.
        listed = [part for part in (*FULL_FILE_OF, *FULL_FILE_OF.values()) if any(file.state != READ for file in files.get(part, ()))]
        absent += [] if listed else pairs
    if not files.get(Part.LIKES) and not files.get(Part.MANIFEST):
        absent.append(Part.LIKES)
    return [str(part) for part in absent]
