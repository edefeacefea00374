"""The commands ``person`` and ``method``: whom they find, what they tell, what their JSON holds, and that every fact has words."""

import json
import re
from dataclasses import replace as replaced
from datetime import date
from pathlib import Path

import pytest

from analyzer import cli
from analyzer.analysis import analyze
from analyzer.console.errors import Usage
from analyzer.console.method import method
from analyzer.console.person_words import FACTS, change_sentences, course_sentences, fact_line
from analyzer.console.picture import person_of
from analyzer.console.who import find_person
from analyzer.evidence.acts import Tier
from analyzer.method import method_text
from analyzer.people.person import SIGN_NAMES
from analyzer.verdict.contradictions import CONTRADICTIONS
from analyzer.verdict.course import Course, Return
from analyzer.verdict.explain import SIGN_FACTS
from analyzer.verdict.lists import ASK_ORDER
from analyzer.verdict.policy import built_in, default_policy
from analyzer.verdict.verdicts import Change, Fact, Verdict
from tests.analyzer.console.tiny_archive import BEA, SILENT, write
from tests.analyzer.export.invented_analysis import analysis
from tests.replacing import replace

ROOT = Path(__file__).parents[3]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write(tmp_path / "archive.zip")


def said(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    assert cli.main([str(argument) for argument in arguments]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("who", [BEA, f"id:{BEA}", "@Bea_Writes", "bea_writes", "Bea"])
def test_a_person_is_found_by_number_handle_or_name(archive: Path, capsys: pytest.CaptureFixture[str], who: object) -> None:
    assert f"Bea, @bea_writes, id {BEA}\n" in said(capsys, "person", who, archive)


@pytest.mark.parametrize("who", ["be", "", "@", "@nobody_here", "777"])
def test_whom_nobody_is_called_is_one_sentence(archive: Path, capsys: pytest.CaptureFixture[str], who: str) -> None:
    assert cli.main(["person", who, str(archive)]) == 2
    assert capsys.readouterr().err.startswith(f"Nobody in this archive is called “{who}”")


def test_a_name_of_two_people_is_refused_and_their_numbers_are_given() -> None:
    found = analysis()
    twins = tuple(replace(person, name="Same Name") if place < 2 else person for place, person in enumerate(found.people))
    with pytest.raises(Exception, match=f"means 2 people.*{twins[0].key}, {twins[1].key}"):
        find_person(replaced(found, people=twins), "same name")
    with pytest.raises(Usage, match="means 2 people"):
        person_of("person:Same Name", replaced(found, people=twins))


def test_neither_a_key_nor_a_policy_moves_the_cursor() -> None:
    found = analysis()
    twins = tuple(replace(person, name="Same Name", key=f"@\x1b[31m{place}") for place, person in enumerate(found.people[:2]))
    with pytest.raises(Usage) as refused:
        find_person(replaced(found, people=twins, index={}), "same name")
    assert str(refused.value).isprintable()
    assert method(replaced(default_policy(), title="Mine\x1b[31m")).splitlines()[3] == "The figures are those of the policy “Mine [31m”."


@pytest.mark.parametrize("key", [str(BEA), f"id:{BEA}", "bea_writes", "@BEA_WRITES", "Bea"])
def test_a_picture_of_one_person_is_found_by_the_same_words(archive: Path, key: str) -> None:
    found = analyze([archive])
    assert person_of(f"person:{key}", found) == find_person(found, key) == found.index[str(BEA)]
    with pytest.raises(ValueError, match="map"):
        person_of("map", found)


def test_a_former_handle_finds_the_person_too() -> None:
    found = analysis()
    people = (replace(found.people[0], former_handles=("Old_Name",)), *found.people[1:])
    assert find_person(replaced(found, people=people), "@old_name") == 0


def test_the_report_tells_facts_with_needs_signs_with_receipts_and_what_would_change_it(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "person", "bea_writes", archive)
    assert "\nWhy:\n" in text and "contact days: 70 (the rule asks for 3 or more)" in text
    assert "The archive holds your side only" in text
    assert "\n  70 replies from you\n" in text and "Tie strength 0." in text and ": days 0.92 × 0.35, recency" in text
    silent = said(capsys, "person", SILENT, archive)
    assert "Numbers only: unfollow, to consider." in silent
    assert "months with tweets of yours:" in silent and "What stands behind it:\n  only the follow itself" in silent and "Tie strength" not in silent
    assert "The five signs:\n  None of them is seen." in silent
    assert "Would become “acquaintance” with 2 more replies, mentions, quotes or messages." in silent


def test_the_sample_tells_receipts_with_the_matched_words(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "person", "odileandember")
    assert text.startswith("No archive was given")
    assert "#wordsprint (found by “#wordsprint”) https://x.com/i/status/" in text
    assert "Half of the answers seen came within" in text
    assert "counted, not read" in text


def test_the_json_holds_the_person_of_the_analysis_and_what_the_window_tells_beside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    one, all_ = tmp_path / "one.json", tmp_path / "all.json"
    said(capsys, "person", "odileandember", "--json", one)
    said(capsys, "analyze", "--json", all_)
    found = json.loads(one.read_text(encoding="utf-8"))
    assert found["format"] == "kithmap-person/1"
    whole = json.loads(all_.read_text(encoding="utf-8"))["people"]
    assert found["person"] == next(person for person in whole if person["handle"] == "odileandember")
    assert list(found["signs"]) == list(SIGN_NAMES)
    for name, sign in found["signs"].items():
        assert sign["count"] == found["person"]["signs"][name]
        assert bool(sign["receipts"]) == bool(sign["count"]) == (sign["last"] is not None)
    assert any("#wordsprint" in receipt["words"] for receipt in found["signs"]["sprint"]["receipts"])
    together = sum(float(term["value"]) * float(term["weight"]) for term in found["strength"].values())
    assert len(found["strength"]) == 5 and together == pytest.approx(found["person"]["strength"], abs=0.001)
    assert found["course"]["streak"] >= 1 and found["course"]["answer_tier"] in ("certain", "likely")
    assert re.search(r'"usual_gap":\d+\.\d{4},', one.read_text(encoding="utf-8"))
    assert "@odileandember" not in one.read_text(encoding="utf-8")  # no texts of tweets
    assert json.loads(said(capsys, "person", "odileandember", "--json", "-")) == found


def test_the_order_of_the_follow_list_tells_since_when_at_the_earliest(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The account is of March 2022; of those below it nothing is known, and no date is made up."""
    out = tmp_path / "person.json"
    assert "You follow this account since March 2022 at the earliest." in said(capsys, "person", SILENT, archive, "--json", out)
    assert json.loads(out.read_text())["followed_since_at_least"] == "2022-03-05"
    assert "at the earliest" not in said(capsys, "person", BEA, archive, "--json", out)
    assert json.loads(out.read_text())["followed_since_at_least"] is None


def test_a_choice_stands_in_the_report(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decided = tmp_path / "decisions.json"
    one = {"id": str(SILENT), "decision": "content", "note": "", "at": "2024-01-01T00:00:00Z"}
    decided.write_text(json.dumps({"format": "kithmap-decisions/1", "account_id": "", "decisions": [one]}), encoding="utf-8")
    assert "Numbers only: keep." in said(capsys, "person", SILENT, archive, "--decisions", decided)


def test_the_summary_counts_what_does_not_fit_together(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = next(line for line in said(capsys, "analyze").splitlines() if line.startswith("Does not fit together: "))
    assert "much talked with and not followed, " in line and "3 muted and followed, 1 blocked and talked with." in line
    assert "Does not fit together" not in said(capsys, "analyze", archive)


def test_every_fact_has_words_of_its_own() -> None:
    verdict = ROOT / "analyzer" / "verdict"
    named = set(re.findall(r'Fact\(\s*"(\w+)"', "".join(path.read_text(encoding="utf-8") for path in verdict.glob("*.py"))))
    assert len(named) >= 20 and named | set(ASK_ORDER) | set(CONTRADICTIONS) | set(SIGN_FACTS.values()) <= FACTS.keys()
    assert len(set(FACTS.values())) == len(FACTS)
    assert fact_line(Fact("contact_days", 1234, 3)) == "contact days: 1,234 (the rule asks for 3 or more)"
    assert fact_line(Fact("muted", True)) == "you muted them"
    assert fact_line(Fact("follow", "mutual")) == "follow: both ways"


def test_the_course_is_told_in_plain_sentences() -> None:
    course = Course(31, 3.0, 4, (Return(date(2021, 5, 3), 430),), 3 * 3_600_000, Tier.LIKELY, {}, {"morning": 12, "welcome": 1}, True)
    assert course_sentences(course) == [
        "In touch in 31 months, usually 3 days apart, at most 4 days in a row.",
        "Came back in May 2021 after 14 months of silence.",
        "Half of the answers seen came within 3 hours (inferred).",
        "You wished them a good morning 12 times, welcomed them 1 time; alone that is no sign.",
    ]


def test_what_is_needed_together_is_one_sentence() -> None:
    coverage = analysis().coverage
    genuine = Verdict.GENUINE
    needed = [Change("contact_days", 2, genuine), Change("incoming_turn", 1, genuine), Change("directed_acts", 1, Verdict.ACQUAINTANCE)]
    assert change_sentences(needed, coverage) == [
        "Would become “genuine” with contact on 2 more days and 1 answer or message of theirs that can be seen.",
        "Would become “acquaintance” with 1 more reply, mention, quote or message.",
    ]
    with pytest.raises(ValueError, match="no_such_fact"):
        change_sentences([Change("no_such_fact", 1, genuine)], coverage)


def test_the_method_has_every_section_and_the_figures_of_the_policy(capsys: pytest.CaptureFixture[str]) -> None:
    text = said(capsys, "method")
    assert text == method(default_policy())
    for section in method_text():
        assert f"\n{section.title}\n---" in text or text.startswith(section.title)
    for needed in ("How often it was right: 96 % (227 of 236", "What the file cannot show", "Contact days: 3 or more", "Strangers let in: 0"):
        assert needed in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 100
    assert not any(mark in text for mark in ("<!--", "**", "|", "`"))
    assert "Contact days: 6 or more" in said(capsys, "method", "--policy", "strict") and built_in("strict").title in method(built_in("strict"))
