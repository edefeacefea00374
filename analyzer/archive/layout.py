"""Which file of a container is which part: the archive's root, its era, what the manifest lists and what is there."""

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain

from analyzer.archive import grailbird
from analyzer.archive.containers import BROKEN_STREAM, Container, Member, check_size
from analyzer.archive.manifest import MAX_BYTES, Listed, Manifest, read_manifest
from analyzer.archive.parts import ESSENTIAL, PART_OF_TYPE, TYPES, Era, Part, type_and_number
from analyzer.archive.stream import read_head

_SNIFFED_BYTES = 400
_MAX_SNIFFED = 300
_D_ONLY = frozenset({"tweets", "tweet-headers", "deleted-tweets", "note-tweet", "message-event", "community-note", "key-registry"})
_LFS = b"version https://git-lfs"

MISSING = "missing"
NOT_READ = "not_read"
READ = "read"
UNREADABLE = "unreadable"


@dataclass(slots=True)
class DataFile:
    """One data file of the archive, and what became of it (counted while it is read); ``path`` is from the archive's root."""

    part: str
    path: str
    member: Member | None
    expected: int | None = None
    number: int = 0
    form: str = "js"
    """``js``, ``month`` (era A) or ``csv`` (era A)."""
    state: str = NOT_READ
    records: int = 0
    unreadable: int = 0

    @property
    def usable(self) -> bool:
        """True if there is something to read."""
        return self.member is not None and self.state != UNREADABLE


@dataclass(slots=True)
class Layout:
    """The archive found in a container. ``files`` are those of the parts that are read; ``others`` all that stay closed."""

    era: Era
    folder: str
    manifest: Manifest | None
    files: dict[Part, list[DataFile]] = field(default_factory=dict)
    others: list[DataFile] = field(default_factory=list)
    helpers: dict[str, Member] = field(default_factory=dict)
    """Small files read by name: README.txt, and in era A user_details.js, payload_details.js, tweet_index.js."""
    git_lfs: bool = False
    beside: tuple[str, ...] = ()
    """Folders of other archives, as deep as this one and not newer."""

    def lacks(self) -> tuple[str, ...]:
        """Which of tweets, messages and follow lists have no file that can be read."""
        usable = {part for part, files in self.files.items() if any(file.usable for file in files)}
        return tuple(name for name, parts in ESSENTIAL if not usable & parts)


def sniff(container: Container, member: Member, size: int = _SNIFFED_BYTES) -> bytes:
    """The first bytes of a member; empty where it cannot be read."""
    try:
        with container.open(member) as file:
            return file.read(size)
    except BROKEN_STREAM:
        return b""


def find_layout(container: Container, members: list[Member]) -> Layout | None:
    """The archive among these members, or None. Raises TooLarge."""
    found = _with_manifest(container, members)
    if found is None:
        found = _without_manifest(container, members)
    if found is None:
        found = _era_a(container, members)
    if found is not None:
        _add_helpers(found, members)
        _check_files(container, found)
        _name_files(found)
    return found


def _name_files(layout: Layout) -> None:
    """Call each file what Twitter called it, from the archive's root, however the archive was given: as a zip, a folder, or from inside."""
    folders = {"month": "data/js/tweets/", "csv": "data/csv/", "js": "" if layout.era is Era.B else "data/"}
    for file in [*chain.from_iterable(layout.files.values()), *layout.others]:
        base = file.path.replace("\\", "/").rpartition("/")[2].lower()
        file.path = base if base == "tweets.csv" else folders[file.form] + base


def _with_manifest(container: Container, members: list[Member]) -> Layout | None:
    """The archive with the shallowest manifest; of equally deep ones the newest."""
    found: list[tuple[Member, Manifest]] = []
    candidates = sorted((m for m in members if m.base == "manifest.js" and 0 < m.size <= MAX_BYTES), key=lambda m: (m.depth, m.path))
    for member in candidates[:50]:
        if found and member.depth > found[0][0].depth:
            break
        check_size(container, member)
        told = read_manifest(sniff(container, member, MAX_BYTES))
        if told is not None and told.files:
            found.append((member, told))
    if not found:
        return None
    member, manifest = max(found, key=lambda one: one[1].generated_at or 0)
    here = {m.base: m for m in members if m.folder == member.folder}
    layout = Layout(_era(frozenset(file.type_ for file in manifest.files), member.folder, True), member.folder, manifest)
    layout.beside = tuple(other.folder for other, _ in found if other is not member)
    layout.files[Part.MANIFEST] = [DataFile(Part.MANIFEST, member.path, member, 1, state=READ, records=1)]
    listed_bases = {file.base for file in manifest.files}
    for file in manifest.files:
        _add_listed(layout, file, here.get(file.base))
    parts_listed = set(layout.files)
    for base, other in sorted(here.items()):
        known = type_and_number(base)
        if known is None or base in listed_bases or base == "manifest.js":
            continue
        part = PART_OF_TYPE.get(known[0])
        # Left over from an older archive in the same folder: the manifest decides.
        if part is None or part in parts_listed:
            layout.others.append(DataFile(str(part or known[0]), other.path, other))
        else:
            layout.files.setdefault(part, []).append(DataFile(part, other.path, other, number=known[1]))
    return layout


def _add_listed(layout: Layout, file: Listed, member: Member | None) -> None:
    part = PART_OF_TYPE.get(file.type_)
    known = type_and_number(file.base)
    path = member.path if member is not None else file.path
    made = DataFile(str(part or file.type_), path, member, file.count, known[1] if known else 0)
    if member is None:
        made.state = MISSING
    if part is None:
        layout.others.append(made)
    else:
        layout.files.setdefault(part, []).append(made)


def _without_manifest(container: Container, members: list[Member]) -> Layout | None:
    """The folder that holds most kinds of data files; their left sides prove that Twitter wrote them."""
    folders: dict[str, dict[str, list[tuple[int, Member]]]] = defaultdict(lambda: defaultdict(list))
    left = _MAX_SNIFFED
    lfs = False
    for member in sorted(members, key=lambda m: (m.depth, m.path)):
        known = type_and_number(member.base)
        if known is None or known[0] not in PART_OF_TYPE or known[0] == "manifest" or left == 0:
            continue
        left -= 1
        start = sniff(container, member)
        head = read_head(start)
        lfs = lfs or start.startswith(_LFS)
        # A zero-byte or damaged file proves nothing, but belongs to the archive that its neighbours prove.
        proven = head is not None and (head.type_ is not None or start[head.body : head.body + 1] == b"[")
        folders[member.folder][known[0] if proven or not start or start.startswith(_LFS) else ""].append((known[1], member))
    for types in folders.values():
        types.pop("", None)
    ranked = sorted((folder for folder in folders if folders[folder]), key=lambda f: (-len(folders[f]), f.count("/"), f))
    if not ranked:
        return None
    folder = ranked[0]
    types = folders[folder]
    in_data = folder.rpartition("/")[2].lower() == "data" or (not folder and container.path.name.lower() == "data")
    layout = Layout(_era(frozenset(types), folder, in_data), folder, None, git_lfs=lfs)
    for part, names in TYPES.items():
        present = [name for name in names if name in types]
        for name in present:
            for number, member in sorted(types[name], key=lambda pair: pair[0]):
                made = DataFile(part, member.path, member, number=number)
                # Two names of one part in one folder: the present name is of the newer archive.
                if name == present[0]:
                    layout.files.setdefault(part, []).append(made)
                else:
                    layout.others.append(made)
    taken = {id(file.member) for files in layout.files.values() for file in files} | {id(file.member) for file in layout.others}
    for member in members:
        known = type_and_number(member.base)
        if member.folder == folder and known is not None and id(member) not in taken:
            layout.others.append(DataFile(known[0], member.path, member))
    return layout


def _era(types: frozenset[str], folder: str, in_data: bool) -> Era:
    if not in_data and "tweets" not in types:
        return Era.B
    return Era.D if types & _D_ONLY else Era.C


def _era_a(container: Container, members: list[Member]) -> Layout | None:
    found = grailbird.find(members, lambda member: sniff(container, member))
    if found is None:
        return None
    layout = Layout(Era.A, found.folder, None)
    counts = grailbird.read_index(sniff(container, found.index, MAX_BYTES)) if found.index is not None else {}
    files = [DataFile(Part.TWEETS, m.path, m, counts.pop(m.base, None), form=found.form) for m in found.files]
    files += [DataFile(Part.TWEETS, base, None, count, form=found.form, state=MISSING) for base, count in sorted(counts.items()) if count]
    layout.files[Part.TWEETS] = files
    layout.helpers.update(found.helpers)
    return layout


def _add_helpers(layout: Layout, members: list[Member]) -> None:
    for member in members:
        if member.base == "readme.txt" and member.folder in (layout.folder, layout.folder.rpartition("/")[0]):
            layout.helpers.setdefault("readme.txt", member)


def _check_files(container: Container, layout: Layout) -> None:
    """Sizes, and whether the left side agrees with the name: a renamed file is what its left side says (or stays closed)."""
    moved: list[DataFile] = []
    for part, files in layout.files.items():
        if part is Part.MANIFEST:
            continue
        files.sort(key=lambda file: file.number)
        for file in list(files):
            if file.member is None or file.form != "js":
                continue
            check_size(container, file.member)
            start = sniff(container, file.member)
            head = read_head(start)
            if head is None:
                file.state = UNREADABLE
                layout.git_lfs = layout.git_lfs or start.startswith(_LFS)
            elif head.type_ is not None and PART_OF_TYPE.get(head.type_) is not part:
                files.remove(file)
                moved.append(file)
                file.part = head.type_
    for file in moved:
        true_part = PART_OF_TYPE.get(file.part)
        if true_part is None or any(other.usable for other in layout.files.get(true_part, [])):
            layout.others.append(file)
        else:
            file.part = true_part
            layout.files.setdefault(true_part, []).append(file)
