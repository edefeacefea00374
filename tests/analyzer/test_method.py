"""The method's text agrees with the program it tells about, and reports beside it are read strictly."""

import json
import re
from dataclasses import fields, is_dataclass
from pathlib import Path

import msgspec
import pytest

from analyzer.method import Block, Figures, last_figures, method_text, parse, said, values_of, written_values
from analyzer.verdict.policy import Policy, built_in, default_policy

TEXT = Path(__file__).parents[2] / "resources" / "method" / "method.md"
REPORT = {
    "date": "2025-02-01",
    "seeds": [101, 102],
    "owners": ["ordinary", "broadcaster"],
    "rows": [{"name": "Most likely turns that are true", "value": 0.97, "spread": [0.95, 0.99]}, {"name": "Strangers", "value": 0, "unit": "count"}],
}


def test_every_figure_of_the_text_is_that_of_the_default_policy_and_of_the_code() -> None:
    """Whoever changes a threshold is told to change the text."""
    values = values_of(default_policy())
    written = list(written_values(TEXT.read_text(encoding="utf-8")))
    assert len(written) >= 45
    assert [(name, figure, values[name]) for name, figure in written if values[name] != figure] == []


def test_the_text_names_every_rule_of_a_policy() -> None:
    """A rule that the method does not mention would be a secret one."""
    rules = {
        f"{part.name}.{rule.name}"
        for part in fields(Policy)
        if is_dataclass(part.default_factory)  # the sections; name and title are none
        for rule in fields(part.default_factory)
    }
    assert len(rules) >= 20
    assert rules - {name for name, _figure in written_values(TEXT.read_text(encoding="utf-8"))} == set()


def test_a_figure_that_differs_would_be_found() -> None:
    """The comparison above can fail."""
    assert list(written_values("at least **4<!--genuine.contact_days-->** days")) == [("genuine.contact_days", "4")]
    assert values_of(default_policy())["genuine.contact_days"] == "3"


def test_the_text_is_understood_whole() -> None:
    """Every line of it reaches a piece, every table has rows as wide as its head, nothing of the notation is left over."""
    values = values_of(built_in("strict"))
    sections = method_text()
    assert sections[0].title == "How it works" and sections[-1].title == "References" and len(sections) >= 10
    words = []
    for section in sections:
        for piece in section.pieces:
            for row in piece.rows:
                assert len(row) == len(piece.rows[0]) >= 2, (section.title, row)
            texts = [cell for row in piece.rows for cell in row] if piece.block is Block.TABLE else [piece.text]
            words += ["".join(part for part, _strong in said(text, values)) for text in texts]
    shown = " ".join(words)
    assert not re.search(r"<!--|-->|\*|`|^\||^#", shown)
    source = re.sub(r"<!--.*?-->", "", TEXT.read_text(encoding="utf-8"))
    assert len(re.findall(r"[a-zA-Z]{2,}", source)) == len(re.findall(r"[a-zA-Z]{2,}", shown)) + sum(
        len(re.findall(r"[a-zA-Z]{2,}", section.title)) for section in sections
    )


def test_the_words_describe_the_link_and_not_the_person() -> None:
    """What the program never says (relationships §6)."""
    text = TEXT.read_text(encoding="utf-8")
    assert re.findall(r"\b(?:fake|ghost\w*|toxic|loser\w*|score\w*|engagement|useless|dead|ignored|unknown user)\b", text, re.IGNORECASE) == []
    assert re.findall(r"\b(?:he|she|him|her|his|hers)\b", text, re.IGNORECASE) == []
    assert "!" not in re.sub(r"<!--.*?-->", "", text)


def test_another_policy_says_its_own_figures() -> None:
    """The page shows the policy in use."""
    lines = [piece.text for section in method_text() for piece in section.pieces if "genuine.contact_days" in piece.text]
    assert "".join(part for part, _strong in said(lines[0], values_of(built_in("strict")))).startswith("Contact days: 6 or more, in 4 or more")
    assert values_of(built_in("gentle"))["numbers_only.only_one_way"] == "yes"


def test_parsing_knows_bullets_that_run_on_and_tables() -> None:
    """The small part of Markdown that the text uses."""
    found = parse("# T\n\nOne\ntwo.\n\n- a\n  b\n- c\n### H\n| x | y |\n|---|---|\n| 1 | 2 |\n\n<!--figures-->\n")
    assert [(piece.block, piece.text, piece.rows) for piece in found[0].pieces] == [
        (Block.PARAGRAPH, "One two.", ()),
        (Block.BULLET, "a b", ()),
        (Block.BULLET, "c", ()),
        (Block.HEADING, "H", ()),
        (Block.TABLE, "", (("x", "y"), ("1", "2"))),
        (Block.FIGURES, "", ()),
    ]


def test_a_report_is_read_and_a_wrong_one_is_refused(tmp_path: Path) -> None:
    """Absent: nothing is claimed. Present: its shape is checked."""
    assert last_figures(tmp_path) is None
    (tmp_path / "figures.json").write_text(json.dumps(REPORT), encoding="utf-8")
    found = last_figures(tmp_path)
    assert isinstance(found, Figures) and found.rows[0].spread == (0.95, 0.99) and found.rows[1].unit == "count" and found.seeds == (101, 102)
    (tmp_path / "figures.json").write_text(json.dumps({**REPORT, "rows": [{"name": "x"}]}), encoding="utf-8")
    with pytest.raises(msgspec.ValidationError):
        last_figures(tmp_path)


def test_the_report_that_is_shipped_can_be_read() -> None:
    """If there is one, its shares are shares and its spread holds its value."""
    for row in (last_figures() or Figures("", (), (), ())).rows:
        assert row.unit != "share" or 0 <= row.value <= 1
        assert row.spread is None or row.spread[0] <= row.value <= row.spread[1]
