"""Every error has a sentence, and progress tells stage, bytes and time left."""

from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from analyzer import errors
from analyzer.console.errors import exit_status, sentence
from analyzer.console.progress import ProgressLine, line, time_left
from analyzer.progress import Progress, Stage

PATH = Path("My\x1b[31m archive.zip")


def one_of_each() -> Iterator[errors.AnalyzerError]:
    for looks_like in [
        "instagram",
        "facebook",
        "mastodon",
        "bluesky",
        "google",
        "tiktok",
        "linkedin",
        "web-exporter",
        "git-lfs",
        "empty-folder",
        "missing",
        "file",
        "other",
        "something-new",
    ]:
        yield errors.NotAnArchive(PATH, looks_like)
    for what in ("truncated-zip", "encrypted", "unreadable"):
        yield errors.DamagedArchive(PATH, what)
    yield errors.MissingPart(PATH, ("tweets", "messages"))
    yield errors.TooLarge(PATH, "data/tweets.js", 4_000_000_000)
    yield errors.DifferentAccounts(PATH, "mara", "ilse")
    yield errors.PolicyError(PATH, 3, "is not valid TOML")
    yield errors.PolicyError(PATH, 0, "is not UTF-8 text")
    yield errors.LexiconError(PATH, 3, "is not valid TOML")
    yield errors.LexiconError(PATH, 0, "is not UTF-8 text")
    for problem in [
        "missing",
        "denied",
        "damaged",
        "other-format",
        "other-version",
        "unknown-decision",
        "other-account",
        "too-large",
        "not-text",
        "no-columns",
    ]:
        yield errors.WorkspaceError(PATH, problem)
    for problem in ("row 7", "bad-account", "set-aside", "full", "?"):
        yield errors.WorkspaceError(PATH, problem)
    for problem in ["no-folder", "folder", "denied", "read-only", "full", "name-too-long", "suffix", "no-painter", "no-qt", "failed"]:
        yield errors.ExportError(PATH, problem)


@pytest.mark.parametrize("error", list(one_of_each()), ids=lambda error: f"{type(error).__name__}-{getattr(error, 'problem', '')}")
def test_each_error_is_one_sentence_on_one_line_without_control_characters(error: errors.AnalyzerError) -> None:
    words = sentence(error)
    assert words.endswith(".")
    assert words.isprintable()
    assert "{" not in words
    assert "Error" not in words


def test_no_class_of_error_is_forgotten() -> None:
    def leaves(kind: type[errors.AnalyzerError]) -> set[type[errors.AnalyzerError]]:
        below = kind.__subclasses__()
        return {kind} if not below else set().union(*map(leaves, below))

    assert leaves(errors.AnalyzerError) == {type(error) for error in one_of_each()}


def test_sentences_tell_errors_apart() -> None:
    words = [sentence(error) for error in one_of_each() if getattr(error, "looks_like", "") != "something-new"]
    assert len(words) == len(set(words))


def test_exit_statuses() -> None:
    assert exit_status(errors.NotAnArchive(PATH, "other")) == exit_status(errors.TooLarge(PATH, "x", 1)) == 3
    assert exit_status(errors.ExportError(PATH, "full")) == exit_status(errors.WorkspaceError(PATH, "full")) == 4
    assert exit_status(errors.PolicyError(PATH, 1, "x")) == exit_status(errors.WorkspaceError(PATH, "row 2")) == 2


def test_progress_names_stage_bytes_and_time_left() -> None:
    progress = Progress(Stage.TWEETS, 10_000_000, 40_000_000)
    assert line(progress, 2.0) == "Reading tweets, 10.0 of 40.0 MB, about 6 s left"
    assert line(progress, 200.0).endswith("about 10 min left")
    assert line(progress, 0.2) == "Reading tweets, 10.0 of 40.0 MB"
    assert time_left(Progress(Stage.VERDICTS, 40, 40), 2.0) is None
    assert line(Progress(Stage.NETWORK), 5.0) == "Building the network"


def test_a_shorter_line_wipes_the_longer_one_before_it() -> None:
    stream = StringIO()
    shown = ProgressLine(stream)
    shown(Progress(Stage.MESSAGES, 1, 2))
    shown.clear()
    first, second = stream.getvalue().split("\r")[1:3]
    assert first.startswith("Counting messages")
    assert second == " " * len(first)


def test_every_stage_has_its_words() -> None:
    assert len({line(Progress(stage), 0.0) for stage in Stage}) == len(Stage)
