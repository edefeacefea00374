"""Several archives of one account: opened together, checked to be of one account, told apart by download and put in order of date.

A download may come in several zips or as loose files: these are one archive of one date. Archives of different dates stay apart, because
follow lists are never united over dates (archive-format §1.4, §13).
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from analyzer.archive import Archive, Era, Part, open_archive
from analyzer.archive.parts import ESSENTIAL
from analyzer.errors import DifferentAccounts, MissingPart
from analyzer.progress import Reporter


@contextmanager
def open_archives(paths: Sequence[Path], report: Reporter, closed: Sequence[Part] = ()) -> Iterator[list[Archive]]:
    """The archives at ``paths``, each once and the newest first; ``Archive.download`` counts the downloads that they are of, from 0.

    A folder may hold several, side by side: all of them are opened. Parts that are ``closed`` stay so from the first moment.

    Raises DifferentAccounts where they are not of one account, MissingPart where none holds tweets, messages or follow lists, and what
    `open_archive` raises.
    """
    given = {os.path.realpath(path): path for path in paths}.values()
    with ExitStack() as opened:
        archives = [opened.enter_context(open_archive(path, report, one_of_several=len(given) > 1, closed=closed)) for path in given]
        known = set(map(os.path.realpath, paths))
        beside = [path for archive in archives for path in archive.beside if os.path.realpath(path) not in known]
        archives += [opened.enter_context(open_archive(path, report, one_of_several=True, closed=closed)) for path in beside]
        if not any(len(archive.lacks) < len(ESSENTIAL) for archive in archives):
            raise MissingPart(archives[0].path, archives[0].lacks)
        yield in_order(archives)


def in_order(archives: Sequence[Archive]) -> list[Archive]:
    """The archives by date, the newest first, each with its ``download``; one that does not tell whose it is belongs to whom the others do."""
    _one_account(archives)
    downloads = _downloads(archives)
    if len(downloads) > 1:
        downloads.sort(key=_newest_first)
    for number, download in enumerate(downloads):
        for archive in download:
            archive.download = number
    return [archive for download in downloads for archive in download]


def _one_account(archives: Sequence[Archive]) -> None:
    known = [archive for archive in archives if archive.owner.account_id]
    named = next((archive.owner for archive in known if archive.owner.handle), known[0].owner if known else None)
    if named is None:
        return
    for other in known:
        if other.owner.account_id != known[0].owner.account_id:
            first, second = (owner.handle or str(owner.account_id) for owner in (known[0].owner, other.owner))
            raise DifferentAccounts(other.path, first, second)
    for archive in archives:
        if not archive.owner.account_id:
            archive.owner = named
        elif archive.owner.handle is None:
            archive.owner = replace(archive.owner, handle=named.handle, name=named.name)


def _downloads(archives: Sequence[Archive]) -> list[list[Archive]]:
    """Those of one download together: of one date, or pieces without a date that no file of the others' repeats."""
    dated: dict[int, list[Archive]] = {}
    for archive in archives:
        if archive.generated_at is not None:
            dated.setdefault(archive.generated_at, []).append(archive)
    downloads = list(dated.values())
    without: list[list[Archive]] = []
    for archive in archives:
        if archive.generated_at is not None:
            continue
        home = next((download for download in downloads if _completes(archive, download) or _only_media(archive, download)), None)
        if home is not None:
            archive.generated_at = home[0].generated_at
        else:
            home = next((download for download in without if archive.era is not Era.A and _none_twice(archive, download)), None)
        if home is not None:
            home.append(archive)
        else:
            without.append([archive])
    return downloads + without


def _completes(archive: Archive, download: Sequence[Archive]) -> bool:
    """True if a piece without a manifest holds what the manifest of a download promises and its other pieces lack."""
    promised = {file for piece in download for file in piece.lacking_files}
    return bool(archive.files & promised) and _none_twice(archive, download)


def _only_media(archive: Archive, download: Sequence[Archive]) -> bool:
    """True for a zip without any data beside a download that says it comes in several."""
    return not archive.holds_files and any(piece.is_partial for piece in download)


def _none_twice(archive: Archive, download: Sequence[Archive]) -> bool:
    return all(piece.era is not Era.A and not archive.files & piece.files for piece in download)


def _newest_first(download: Sequence[Archive]) -> tuple[bool, int]:
    """Month files last, whatever their date: they hold tweets alone, and say nothing about follows and messages of that date."""
    at = download[0].generated_at
    if at is None:
        at = max(archive.last_tweet_at() or 0 for archive in download)
    return all(archive.era is Era.A for archive in download), -at
