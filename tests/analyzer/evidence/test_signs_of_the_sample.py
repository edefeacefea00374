"""The five signs found in the sample, against what really happened there: printed as a table, and held to lower bounds."""

import json
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

from analyzer.analysis import analyze
from analyzer.errors import LexiconError
from analyzer.evidence.acts import Direction, Kind
from analyzer.facts import Analysis
from analyzer.people.person import SIGN_NAMES

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample"


class Figures(NamedTuple):
    """People with the sign: right of those shown, found of those who really have it; times it happened, and how many of them were found."""

    right: int
    shown: int
    real: int
    happened: int
    found: int

    @property
    def precision(self) -> float:
        return self.right / self.shown

    @property
    def recall(self) -> float:
        return self.right / self.real


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return analyze([SAMPLE / "sample.zip"])


@pytest.fixture(scope="module")
def figures(analysis: Analysis) -> dict[str, Figures]:
    truth = json.loads((SAMPLE / "truth.json").read_text(encoding="utf-8"))
    real: dict[str, dict[str, list[set[str]]]] = {name: defaultdict(list) for name in SIGN_NAMES}
    for one in truth["signs"]:
        real[one["sign"]][one["person"]].append(set(one["own"]))
    return {name: measure_sign(analysis, name, real[name]) for name in SIGN_NAMES}


def measure_sign(analysis: Analysis, name: str, real: dict[str, list[set[str]]]) -> Figures:
    """What rests on messages is a fact of the archive and not in the truth, which is about tweets: such people are left aside."""
    tweeted = {
        person.key: {str(act.id) for act in analysis.acts[person.key] if name in act.signs and act.kind is not Kind.DM}
        for person in analysis.people
        if getattr(person.signs, name)
    }
    by_message = {key for key, ids in tweeted.items() if not ids and analysis.people[analysis.index[key]].dm_received}
    shown = tweeted.keys() - by_message
    happened = [(key, own) for key, times in real.items() for own in times]
    found = sum(bool(own & tweeted.get(key, set())) for key, own in happened)
    return Figures(len(shown & real.keys()), len(shown), len(real), len(happened), found)


@pytest.mark.parametrize(
    ("name", "precision", "recall"),
    [("conversation", 0.85, 0.9), ("sprint", 0.9, 0.9), ("morning", 0.85, 0.7), ("hello", 0.85, 0.8), ("welcome_answer", 0.9, 0.3)],
)
def test_who_has_a_sign_really_has_it(figures: dict[str, Figures], name: str, precision: float, recall: float) -> None:
    """Bounds below the figures of today, so that other people's work on the estimator may move them a little; precision before recall."""
    of = figures[name]
    print(f"\n{name:15} people right {of.right}/{of.shown}, found {of.right}/{of.real}; times found {of.found}/{of.happened}")
    assert of.precision >= precision
    assert of.recall >= recall


def test_every_sign_is_computed_for_everybody_and_has_days_and_receipts(analysis: Analysis) -> None:
    for person in analysis.people:
        counts = {name: getattr(person.signs, name) for name in SIGN_NAMES}
        assert None not in counts.values()
        seen = {name for name, count in counts.items() if count}
        assert person.sign_last.keys() == seen
        assert (person.sign_days > 0) == bool(seen) and person.sign_days <= sum(filter(None, counts.values()))
        behind = {name for act in analysis.acts.get(person.key, ()) for name in act.signs}
        assert behind == seen
        assert all(act.direction is Direction.OUT for act in analysis.acts.get(person.key, ()) if act.signs)


def test_what_only_ego_did_is_kept_apart(analysis: Analysis) -> None:
    """Ego welcomed and greeted more people than answered."""
    unanswered = [person for person in analysis.people if person.own_words.welcome and not person.signs.welcome_answer]
    assert len(unanswered) >= 3
    assert sum(person.own_words.morning > 0 for person in analysis.people) > sum((person.signs.morning or 0) > 0 for person in analysis.people)


def test_how_soon_they_answer_is_known_with_its_tier(analysis: Analysis) -> None:
    timed = [person for person in analysis.people if person.answer_after is not None]
    assert len(timed) >= 50
    assert all(0 <= (person.answer_after or 0) <= 12 * 3_600_000 and person.answer_tier is not None for person in timed)
    assert all(person.incoming.certain + person.incoming.likely > 0 for person in timed)


def test_the_users_own_lists_change_what_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KITHMAP_HOME", str(tmp_path))
    lists = tmp_path / "lexicons" / "sessions.toml"
    lists.parent.mkdir()
    lists.write_text("tags = []\naccounts = []\n", encoding="utf-8")
    assert not any(person.signs.sprint for person in analyze([SAMPLE / "sample.zip"]).people)
    lists.write_text("tags = []\ntag = []\n", encoding="utf-8")
    with pytest.raises(LexiconError) as caught:
        analyze([SAMPLE / "sample.zip"])
    assert (caught.value.path, caught.value.line) == (lists, 2)
