"""Errors as a sentence that says what happened and one that says what to do; details stay copyable."""

from dataclasses import dataclass
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
from desktop.wording.basics import number, safe, set_apart, tr


@dataclass(frozen=True, slots=True)
class Problem:
    """``lead`` says what happened, ``advice`` what to do, ``details`` are for whoever looks closer."""

    lead: str
    advice: str
    details: str = ""


def problem_of(error: Exception) -> Problem:
    """The words for any error that can reach the window."""
    details = _details(error)
    if isinstance(error, ArchiveError):
        lead, advice = _archive(error)
    elif isinstance(error, WorkspaceError):
        lead, advice = tr("Your decisions could not be kept on this computer."), _place_advice(error.problem)
    elif isinstance(error, ExportError):
        lead, advice = tr("{file} was not written.").format(file=_name(error.path)), _place_advice(error.problem)
    elif isinstance(error, PolicyError):
        lead, advice = tr("The policy file cannot be used."), tr("Look at line {line} of it.").format(line=number(error.line))
    elif isinstance(error, LexiconError):
        lead = tr("Your word list {file} cannot be used.").format(file=_name(error.path))
        line = tr("Look at line {line} of it, or move it away.").format(line=number(error.line))
        advice = line if error.line else tr("Correct it, or move it away.")
    else:
        lead = tr("Something went wrong inside Kithmap.")
        advice = tr("Your archive and your decisions are as they were. Try again; the details help whoever mends it.")
    return Problem(lead, advice, details)


def unexpected() -> str:
    """One sentence for an error that nobody expected."""
    return tr("Something went wrong inside Kithmap. Your decisions are kept.")


def decisions_set_aside(path: Path) -> str:
    """The kept decisions were damaged and now lie elsewhere."""
    return tr("The decisions kept for this archive were damaged. They now lie at {path}; none of them is used.").format(path=safe(str(path)))


def _name(path: Path) -> str:
    return set_apart(safe(path.name) or safe(str(path)))


def _ask_for() -> str:
    return tr("Kithmap opens archives from Twitter or X: the zip as it came, or the folder you unpacked.")


def _archive(error: ArchiveError) -> tuple[str, str]:
    name = _name(error.path)
    match error:
        case NotAnArchive(looks_like=looks_like):
            return _not_an_archive(looks_like, name)
        case DamagedArchive(what="truncated-zip"):
            return tr("The end of {name} is missing.").format(name=name), tr("Download or copy it again, then open it once more.")
        case DamagedArchive(what="encrypted"):
            return tr("{name} is locked with a password.").format(name=name), tr("Unpack it with your own tool, then open the folder.")
        case DamagedArchive():
            return tr("{name} cannot be read.").format(name=name), tr("Look whether you may read it, or download it again.")
        case MissingPart():
            lead = tr("{name} holds neither tweets nor messages nor follow lists.").format(name=name)
            return lead, tr("If your download came in several zips, open all of them together.")
        case TooLarge(member=member, limit=limit):
            lead = tr("{member} in {name} is larger than {size} MB, more than any real archive holds.")
            words = lead.format(member=set_apart(safe(member)), name=name, size=number(limit // 1_000_000))
            return words, tr("Open the zip as it came from X.")
        case DifferentAccounts(first=first, second=second):
            lead = tr("These archives belong to different accounts: {first} and {second}.")
            words = lead.format(first=set_apart(safe(first)), second=set_apart(safe(second)))
            return words, tr("Open those of one account at a time.")
    return tr("{name} cannot be used.").format(name=name), _ask_for()


def _not_an_archive(looks_like: str, name: str) -> tuple[str, str]:
    leads = {
        "instagram": tr("This is an Instagram export."),
        "facebook": tr("This is a Facebook export."),
        "mastodon": tr("This is a Mastodon export."),
        "bluesky": tr("This is a Bluesky export."),
        "google": tr("This is a Google Takeout export."),
        "tiktok": tr("This is a TikTok export."),
        "linkedin": tr("This is a LinkedIn export."),
        "web-exporter": tr("{name} was made by a web exporter and is not the archive itself.").format(name=name),
        "git-lfs": tr("{name} only points to the archive and does not hold it.").format(name=name),
        "empty-folder": tr("The folder {name} is empty.").format(name=name),
        "missing": tr("{name} is not where it was.").format(name=name),
        "file": tr("{name} is neither a zip nor a folder.").format(name=name),
    }
    lead = leads.get(looks_like, tr("{name} is not an archive from Twitter or X.").format(name=name))
    if looks_like == "missing":
        return lead, tr("Look whether it was moved or renamed, then open it from its new place.")
    if looks_like == "git-lfs":
        return lead, tr("Fetch the file itself, then open it.")
    return lead, _ask_for()


def _place_advice(problem: str) -> str:
    advice = {
        "denied": tr("You may not write there. Choose another place, or change its rights."),
        "read-only": tr("That disk can only be read. Choose another place."),
        "full": tr("The disk is full. Make room, then try again."),
        "no-folder": tr("The folder does not exist. Choose another one."),
        "folder": tr("There is a folder of that name. Choose another name."),
        "name-too-long": tr("The name is too long. Choose a shorter one."),
    }
    return advice.get(problem, tr("The system refused. Try again, or choose another place."))


def _details(error: Exception) -> str:
    """The type and the fields of our own errors; of others the type alone, as their text may hold anything."""
    if not isinstance(error, AnalyzerError):
        return type(error).__name__
    fields = {name: value for name, value in vars(error).items() if not name.startswith("_")}
    return "\n".join([type(error).__name__, *(f"{name}: {safe(str(value))}" for name, value in fields.items())])
