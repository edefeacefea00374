"""Policies are data: the built-in file gives the defaults, mistakes are told with their line."""

from pathlib import Path

import pytest

from analyzer.errors import PolicyError
from analyzer.verdict.policy import BUILT_IN, Policy, built_in, built_in_text, default_policy, load_policy, parse_policy

HERE = Path("mine.toml")


def test_the_built_in_file_says_exactly_the_defaults_of_the_code() -> None:
    assert default_policy() == Policy()


def test_a_file_may_change_one_number() -> None:
    policy = parse_policy('name = "mine"\n[genuine]\ncontact_days = 5\n', HERE)
    assert policy.name == "mine" and policy.genuine.contact_days == 5 and policy.genuine.contact_weeks == 2


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[genuine]\ncontact_days = 'five'\n", 2),
        ("[genuine]\n\n# more\ncontact_weeks = 1.5\n", 4),
        ("[numbers_only]\nwithout_messages = 1\n", 2),
        ("[genuine]\ncontact_dys = 5\n", 2),
        ("[friends]\nx = 1\n", 1),
        ("name = 3\n", 1),
        ("[lapsed]\nsilence_days = -1\n", 2),
        ("genuine = 5\n", 1),
        ("[genuine\n", 1),
        ("[genuine]\ncontact_days = [\n", 2),
        ("[genuine] # mine\ncontact_dys = 5\n", 2),
        (f"[genuine]\ncontact_days = {'9' * 5000}\n", 0),
        (f"name = {'[' * 20000}", 0),
        ("[strength]\ndays = 0\nrecency = 0\nreciprocity = 0\nmultiplexity = 0\nduration = 0\n", 1),
    ],
)
def test_mistakes_are_told_with_their_line(text: str, line: int) -> None:
    with pytest.raises(PolicyError) as caught:
        parse_policy(text, HERE)
    assert caught.value.line == line and caught.value.problem


def test_files_that_cannot_be_read_are_policy_errors(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
    for path in (tmp_path / "none.toml", tmp_path / "bad.toml", tmp_path):
        with pytest.raises(PolicyError):
            load_policy(path)
    (tmp_path / "good.toml").write_text("\ufeff" + built_in_text(), encoding="utf-8")
    assert load_policy(tmp_path / "good.toml") == default_policy()


def test_three_policies_are_built_in_and_named_as_asked() -> None:
    assert [built_in(name).name for name in BUILT_IN] == ["relationships-first", "gentle", "strict"]
    assert built_in("gentle").numbers_only.only_one_way and not default_policy().numbers_only.only_one_way
    assert built_in("strict").genuine.contact_days > default_policy().genuine.contact_days
    with pytest.raises(KeyError):
        built_in("../relationships-first")
