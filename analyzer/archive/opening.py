"""Opening an archive: find it in what the user gave, or say what that is instead."""

from collections.abc import Iterable
from pathlib import Path

from analyzer.archive.archive import Archive
from analyzer.archive.containers import Container, FolderContainer, Member, ZipContainer, open_container
from analyzer.archive.layout import Layout, find_layout
from analyzer.archive.parts import ESSENTIAL, PART_OF_TYPE, Era, Part, type_and_number
from analyzer.errors import ArchiveError, DamagedArchive, MissingPart, NotAnArchive
from analyzer.progress import Progress, Reporter, Stage, ignore

_MAX_INNER_ZIPS = 20


def open_archive(path: Path, report: Reporter = ignore, *, one_of_several: bool = False, closed: Iterable[Part] = ()) -> Archive:
    """Open the zip, folder or data file at ``path``; only names, the manifest and account files are read now.

    Raises NotAnArchive, DamagedArchive, MissingPart (an archive without tweets, messages and follow lists, unless it is ``one_of_several``)
    or TooLarge. Where there are several, a zip of nothing but photos and videos is one of a large download; it holds no records.
    The parts ``closed`` are never opened, not even to learn whose archive it is.
    """
    report(Progress(Stage.LOOK))
    container = open_container(path)
    try:
        members = container.members()
        if any(member.encrypted and (found := type_and_number(member.base)) and found[0] in PART_OF_TYPE for member in members):
            raise DamagedArchive(path, "encrypted")
        layout = find_layout(container, members)
        if layout is None:
            container, members, layout, refused = _look_inside(container, members)
        if layout is None and one_of_several and not members and isinstance(container, ZipContainer) and container.begins_with_media():
            layout = Layout(Era.D, "", None)
        if layout is None and refused is not None and _looks_like(container, members) == "other":
            raise refused
        if layout is None and isinstance(container, FolderContainer) and container.shut:
            raise DamagedArchive(path, "unreadable")
        if layout is None:
            raise NotAnArchive(path, _looks_like(container, members))
        if not one_of_several or layout.git_lfs:
            _check(path, layout)
        return Archive(container, layout, report, path, closed)
    except BaseException:
        container.close()
        raise


def _look_inside(container: Container, members: list[Member]) -> tuple[Container, list[Member], Layout | None, ArchiveError | None]:
    """One level of zip in a zip (mail gateways make them); the outer container, and the first that was refused, where there is nothing."""
    refused: ArchiveError | None = None
    if isinstance(container, ZipContainer):
        for member in sorted((m for m in members if m.base.endswith(".zip")), key=lambda m: (m.depth, m.path))[:_MAX_INNER_ZIPS]:
            try:
                inner = container.zip_inside(member)
            except ArchiveError as error:
                refused = refused or error
                continue
            inner_members = inner.members()
            layout = find_layout(inner, inner_members)
            if layout is not None:
                inner.outer = container
                return inner, inner_members, layout, None
            inner.close()
    return container, members, None, refused


def _check(path: Path, layout: Layout) -> None:
    missing = layout.lacks()
    if len(missing) < len(ESSENTIAL):
        return
    if layout.git_lfs:
        raise NotAnArchive(path, "git-lfs")
    raise MissingPart(path, missing)


def _looks_like(container: Container, members: list[Member]) -> str:
    """What a container without any Twitter data seems to be (`NotAnArchive.looks_like`)."""
    if not members:
        return "empty-folder" if isinstance(container, FolderContainer) and container.is_empty() else "other"
    paths = [member.path.lower() for member in members]
    bases = {member.base for member in members}
    if any("followers_and_following/" in path or "your_instagram_activity/" in path for path in paths):
        return "instagram"
    if any("your_facebook_activity/" in path or "friends/your_friends." in path or "friends/friends." in path for path in paths):
        return "facebook"
    if {"outbox.json", "actor.json"} <= bases:
        return "mastodon"
    if any(base.endswith(".car") for base in bases):
        return "bluesky"
    if any("takeout" in path.split("/")[:2] for path in paths):
        return "google"
    if bases & {"user_data_tiktok.json", "user_data.json"}:
        return "tiktok"
    if {"connections.csv", "profile.csv"} <= bases:
        return "linkedin"
    if any(base.startswith("twitter-") and base.endswith((".json", ".csv", ".html")) for base in bases):
        return "web-exporter"
    return "other"
