"""Errors as one sentence each, what is wrong and what to do, and the exit status that belongs to them."""

from pathlib import Path

from analyzer.errors import (
    AnalyzerError,
    ArchiveError,
    DamagedArchive,
    DifferentAccounts,
    ExportError,
    LexiconError,
    MissingPart,
    NotAnArchive,
    PolicyError,
    TooLarge,
    WorkspaceError,
)
from analyzer.export.text import one_line

DONE = 0
UNEXPECTED = 1
WRONG_USAGE = 2
NO_ARCHIVE = 3
NOT_WRITTEN = 4
INTERRUPTED = 130

_ASK_FOR = "give the zip that “Download an archive of your data” on X makes, or the folder it was extracted to"

_LOOK_ALIKES = {
    "instagram": f"is an Instagram export, not a Twitter/X archive: {_ASK_FOR}.",
    "facebook": f"is a Facebook export, not a Twitter/X archive: {_ASK_FOR}.",
    "mastodon": f"is a Mastodon export, not a Twitter/X archive: {_ASK_FOR}.",
    "bluesky": f"is a Bluesky export, not a Twitter/X archive: {_ASK_FOR}.",
    "google": f"is a Google Takeout export, not a Twitter/X archive: {_ASK_FOR}.",
    "tiktok": f"is a TikTok export, not a Twitter/X archive: {_ASK_FOR}.",
    "linkedin": f"is a LinkedIn export, not a Twitter/X archive: {_ASK_FOR}.",
    "web-exporter": f"was made by a web exporter and is not the archive itself: {_ASK_FOR}.",
    "git-lfs": "is only a Git LFS pointer to the archive: fetch the file itself with “git lfs pull”.",
    "empty-folder": f"is an empty folder: {_ASK_FOR}.",
    "file": f"is neither a zip nor a folder: {_ASK_FOR}.",
    "other": f"is not a Twitter/X archive: {_ASK_FOR}.",
}

_DAMAGES = {
    "truncated-zip": "is a zip that was cut off: download or copy it again, and compare the sizes.",
    "encrypted": "is locked with a password: extract it with your own tool and give the folder.",
}

_REFUSALS = {
    "no-folder": "the folder it should go to does not exist: create it or choose another place.",
    "folder": "there is a folder of that name: choose another name.",
    "denied": "you may not write there: choose another place or change the rights.",
    "read-only": "that disk can only be read: choose another place.",
    "full": "the disk is full: make room or choose another place.",
    "name-too-long": "the name is too long: choose a shorter one.",
    "suffix": "its suffix is not known: see “--help” for those that are.",
    "no-painter": "pictures need the app itself: use “kithmap-cli”, or write .gexf, .graphml or .json.",
    "no-qt": "pictures need Qt, which does not start here: write .gexf, .graphml or .json instead.",
}

_FILE_PROBLEMS = {
    "missing": "There is no file {path}: check the spelling.",
    "denied": "{path} cannot be read: check its rights.",
    "damaged": "{path} is damaged: it is not what Kithmap or you wrote into it; mend it or use another one.",
    "other-format": "{path} is not a decisions file of Kithmap: give the decisions.json it keeps for an account; “kithmap-cli forget” lists where.",
    "other-version": "{path} was written by a newer Kithmap: update Kithmap to read it.",
    "unknown-decision": "{path} holds a decision that is none of keep, follow, unfollow, content, protect, later or me: correct it.",
    "other-account": "{path} holds decisions about another account: give the file that belongs to this archive.",
    "too-large": "{path} is too large for a list of names: give a CSV with the columns id, handle and, if you like, name and note.",
    "not-text": "{path} is not UTF-8 text: save it as “CSV UTF-8”.",
    "no-columns": "{path} has no columns id and handle in its first line: name them there.",
    "bad-account": "An account is named by its number or by the handle of an archive opened here: “kithmap-cli forget” lists them.",
    "set-aside": "What Kithmap kept was damaged and now lies at {path}: look whether you can mend it.",
}


class Usage(Exception):
    """The command was used wrongly; its text is the sentence to print."""


def sentence(error: AnalyzerError) -> str:
    """What is wrong and what to do, in one sentence, on one line."""
    if isinstance(error, ArchiveError):
        return _of_archive(error)
    if isinstance(error, PolicyError):
        place = f"line {error.line} of {shown(error.path)}" if error.line else shown(error.path)
        return f"The policy cannot be used: {place} {one_line(error.problem)}; “kithmap-cli policy” prints one that can."
    if isinstance(error, LexiconError):
        place = f"line {error.line} of {shown(error.path)}" if error.line else shown(error.path)
        return f"Your word list cannot be used: {place} {one_line(error.problem)}; correct it, or move it away."
    if isinstance(error, ExportError):
        return f"{shown(error.path)} was not written: {_REFUSALS.get(error.problem, 'the system refused: choose another place.')}"
    if isinstance(error, WorkspaceError):
        return _of_file(error)
    return f"Kithmap cannot go on ({type(error).__name__}): run the command again with --debug for details."


def exit_status(error: AnalyzerError) -> int:
    """0 done, 2 wrong usage (also of a file that was given), 3 no archive, 4 not written."""
    if isinstance(error, ArchiveError):
        return NO_ARCHIVE
    if isinstance(error, ExportError):
        return NOT_WRITTEN
    if isinstance(error, WorkspaceError) and error.problem in _REFUSALS and error.problem not in _FILE_PROBLEMS:
        return NOT_WRITTEN
    return WRONG_USAGE


def shown(path: Path) -> str:
    """A path that can be printed whatever its bytes are."""
    return one_line(str(path)) or "."


def _of_archive(error: ArchiveError) -> str:
    path = shown(error.path)
    match error:
        case NotAnArchive(looks_like="missing"):
            return f"There is no file or folder {path}: check the spelling."
        case NotAnArchive(looks_like=looks_like):
            return f"{path} {_LOOK_ALIKES.get(looks_like, _LOOK_ALIKES['other'])}"
        case DamagedArchive(what=what):
            return f"{path} {_DAMAGES.get(what, 'cannot be read: check its rights, or download it again.')}"
        case MissingPart(missing=missing):
            parts = f" ({', '.join(one_line(part) for part in missing)} missing)" if missing else ""
            return f"{path} holds neither tweets nor messages nor follow lists{parts}: {_ASK_FOR}."
        case TooLarge(member=member, limit=limit):
            size = f"{limit // 1_000_000:,} MB"
            return f"{one_line(member)} in {path} is larger than {size}, more than any real archive holds: use the original zip from X."
        case DifferentAccounts(first=first, second=second):
            return f"The archives belong to different accounts ({one_line(first)} and {one_line(second)}): give archives of one account only."
    return f"{path} cannot be used: {_ASK_FOR}."


def _of_file(error: WorkspaceError) -> str:
    path = shown(error.path)
    if error.problem.startswith("row "):
        row = error.problem.removeprefix("row ")
        return f"Line {row} of {path} has no usable id and handle: ids are digits, handles letters, digits and underscores."
    if error.problem in _FILE_PROBLEMS:
        return _FILE_PROBLEMS[error.problem].format(path=path)
    return f"{path} could not be changed: {_REFUSALS.get(error.problem, 'the system refused: check its rights.')}"
