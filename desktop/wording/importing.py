"""The import in words: its stages, how far it is, how long it takes, what was found."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale

from analyzer.progress import Progress, Stage
from desktop.wording.basics import number, plural, safe, set_apart, tr


def stage_to_do(stage: Stage) -> str:
    """A stage in the list: "Read tweets"."""
    return {
        Stage.LOOK: tr("Look into the archive"),
        Stage.TWEETS: tr("Read tweets"),
        Stage.LIKES: tr("Read likes"),
        Stage.FOLLOWS: tr("Read follow lists"),
        Stage.MESSAGES: tr("Count direct messages"),
        Stage.NAMES: tr("Put names right"),
        Stage.EVIDENCE: tr("Look for conversations and the other signs"),
        Stage.NETWORK: tr("Find who belongs together"),
        Stage.VERDICTS: tr("Weigh the evidence"),
    }[stage]


def stage_doing(stage: Stage) -> str:
    """The stage that runs now: "Reading tweets"."""
    return {
        Stage.LOOK: tr("Looking into the archive"),
        Stage.TWEETS: tr("Reading tweets"),
        Stage.LIKES: tr("Reading likes"),
        Stage.FOLLOWS: tr("Reading follow lists"),
        Stage.MESSAGES: tr("Counting direct messages"),
        Stage.NAMES: tr("Putting names right"),
        Stage.EVIDENCE: tr("Looking for conversations and the other signs"),
        Stage.NETWORK: tr("Finding who belongs together"),
        Stage.VERDICTS: tr("Weighing the evidence"),
    }[stage]


def stage_result(progress: Progress) -> str:
    """What a stage brought so far: "1,120 of 1,740, who and when only"; empty where there is nothing to count."""
    if progress.stage is Stage.LOOK:
        return tr("{size} to read").format(size=size_words(progress.bytes_total)) if progress.bytes_total else ""
    if not progress.records_done:
        return ""
    total = progress.records_total
    if total is not None and total >= progress.records_done:
        words = tr("{done} of {total}").format(done=number(progress.records_done), total=number(total))
    else:
        words = number(progress.records_done)
    return tr("{count}, who and when only").format(count=words) if progress.stage is Stage.MESSAGES else words


def size_words(size: int) -> str:
    """4.6 MB, in the locale's form; decimal units, as file managers show them."""
    return QLocale().formattedDataSize(size, 1 if size >= 1_000_000 else 0, QLocale.DataSizeFormat.DataSizeSIFormat)


def where_words(progress: Progress, seconds_left: float | None) -> str:
    """4.6 of 7.2 MB · about 2 seconds left."""
    parts = []
    if progress.bytes_total:
        done, total = size_words(min(progress.bytes_done, progress.bytes_total)), size_words(progress.bytes_total)
        parts.append(tr("{done} of {total}").format(done=done, total=total))
    if seconds_left is not None:
        parts.append(left_words(seconds_left))
    return " · ".join(parts)


def left_words(seconds: float) -> str:
    """How long it still takes, as rough as it is known."""
    if seconds < 1.5:
        return tr("almost done")
    if seconds < 55:
        rounded = max(2, round(seconds)) if seconds < 10 else 5 * round(seconds / 5)
        return tr("about {n} seconds left").format(n=number(rounded))
    minutes = max(1, round(seconds / 60))
    return plural(minutes, "about {n} minute left", "about {n} minutes left").format(n=number(minutes))


def source_words(paths: Sequence[Path], size: int) -> str:
    """Which file is opened: "twitter-2025-01-22.zip · 858 kB"; ``size`` 0 is not told."""
    names = ", ".join(set_apart(safe(path.name) or safe(str(path))) for path in paths[:3])
    if len(paths) > 3:
        names = tr("{names} and {n} more").format(names=names, n=number(len(paths) - 3))
    return f"{names} · {size_words(size)}" if size else names


def found_words(name: str, n: int) -> str:
    """What a number on the import page counts; empty for a count that is not shown."""
    words = {
        "named": plural(n, "person with a name", "people with a name"),
        "replied_to": plural(n, "person you wrote to", "people you wrote to"),
        "former_handles": plural(n, "former handle put right", "former handles put right"),
        "own_handles": plural(n, "handle you have used", "handles you have used"),
    }
    return words.get(name, "")
