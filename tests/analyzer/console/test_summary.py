"""What the summary says of whose archive it is, of when, and how many there are: never more than the file tells."""

from pathlib import Path

import pytest

from analyzer import cli
from analyzer.console.summary import owner_line, summary
from analyzer.facts import Analysis
from analyzer.verdict.policy import default_policy
from tests.analyzer.export.invented_analysis import analysis, judged
from tests.replacing import replace

ROOT = Path(__file__).parents[3]


def said(found: Analysis) -> str:
    return summary(found, judged(found), [], default_policy(), sample=False)


def test_a_date_that_the_archive_does_not_tell_is_not_given_as_its_own() -> None:
    known = analysis()
    assert owner_line(known) == "Mara Lindqvist (@mara), archive of 22 January 2025."
    undated = replace(known, archive=replace(known.archive, generated_at=None))
    assert owner_line(undated) == "Mara Lindqvist (@mara), archive without a date; your last tweet or message in it is of 22 January 2025."
    silent = replace(undated, coverage=replace(undated.coverage, as_of=None))
    assert owner_line(silent) == "Mara Lindqvist (@mara), archive without a date."


def test_an_owner_without_a_handle_is_a_number_and_one_without_a_number_is_nobody_in_particular() -> None:
    known = analysis()
    by_number = replace(known, archive=replace(known.archive, handle=None, name=None))
    assert owner_line(by_number).startswith("Account 9000000001, ")
    nobody = replace(known, archive=replace(known.archive, handle=None, name=None, account_id="0"))
    assert owner_line(nobody).startswith("An account that the archive does not name, ")


def test_messages_of_which_some_are_missing_are_not_said_to_be_missing_altogether() -> None:
    assert "Not all direct messages are in this archive: some people may be closer than they look here." in said(analysis(messages_read=False))
    closed = said(analysis(messages_read=False, messages_left_closed=True))
    assert "Direct messages were left closed: some people may be closer" in closed
    assert "irect messages" not in said(analysis())


def test_one_is_counted_as_one() -> None:
    found = analysis()
    assert "1 more that only follows you." in said(found)
    assert "Not enough evidence: 5 accounts, 4 of them followed by you." in said(found)
    alone = replace(found, people=found.people[4:5], index={}, closeness=[])
    assert "Not enough evidence: 1 account, 1 of them followed by you." in said(alone)


def test_names_are_not_all_said_to_come_from_the_archive() -> None:
    """A handle may be of the user's own list of names."""
    assert "3 of 4 followers are known by a handle; that many stay nameless is usual." in said(analysis())


def test_the_readme_shows_what_the_command_says(capsys: pytest.CaptureFixture[str]) -> None:
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    begin = next(place for place, line in enumerate(lines) if line.startswith("    No archive was given"))
    shown = [line.removeprefix("    ") for line in lines[begin : lines.index("    Saved:")]]
    assert cli.main(["analyze"]) == 0
    assert capsys.readouterr().out.splitlines() == shown[:-1]
