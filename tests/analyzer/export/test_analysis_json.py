"""The shape of ``--json`` and ``--evidence`` (interfaces.md), to the letter."""

import json
import re
import subprocess
import sys
from pathlib import Path

from analyzer.export import analysis_json, evidence_lines
from analyzer.verdict.policy import default_policy
from tests.analyzer.export.invented_analysis import BEA, LONG_ID, analysis, judged

ROOT = Path(__file__).parents[3]
TOP = ["format", "version", "policy", "archive", "archives", "counts", "names", "network", "people"]
PERSON = [
    "id",
    "handle",
    "name",
    "former_handles",
    "follows_ego",
    "followed_by_ego",
    "blocked",
    "muted",
    "replies",
    "mentions",
    "mentions_body",
    "carried",
    "quotes",
    "retweets",
    "likes",
    "dm_sent",
    "dm_received",
    "group_messages",
    "incoming",
    "contact_days",
    "first_contact",
    "last_contact",
    "signs",
    "strength",
    "circle",
    "community",
    "verdict",
    "list",
    "decision",
    "why",
    "would_change",
]
EVIDENCE = ["person", "kind", "direction", "at", "id", "their_id", "p", "inferred_p", "tier", "weight", "signs"]


def text() -> str:
    found = analysis()
    return b"".join(analysis_json.render(found, judged(found), default_policy())).decode()


def lines() -> list[str]:
    return b"".join(evidence_lines.render(analysis())).decode().splitlines()


def test_keys_stand_as_the_interface_names_them() -> None:
    found = json.loads(text())
    assert list(found) == TOP
    assert found["format"] == "kithmap-analysis/1"
    assert list(found["archive"])[:8] == ["account_id", "handle", "name", "era", "generated_at", "timezone", "timezone_source", "parts"]
    assert list(found["archive"]["parts"][0])[:5] == ["part", "file", "records", "expected", "unreadable"]
    for person in found["people"]:
        assert list(person) == PERSON
        assert list(person["incoming"]) == ["certain", "likely", "possible"]
        assert list(person["signs"]) == ["conversation", "sprint", "morning", "hello", "welcome_answer"]


def test_people_come_by_number_and_then_by_handle_with_ids_as_text() -> None:
    ids = [person["id"] for person in json.loads(text())["people"]]
    assert ids[-1] == "@ghost"
    assert str(LONG_ID) in ids
    assert [int(found) for found in ids[:-1]] == sorted(int(found) for found in ids[:-1])


def test_floats_have_four_decimals_and_nothing_else_is_a_float() -> None:
    for source in (text(), "\n".join(lines())):
        without_texts = re.sub(r'"(?:[^"\\]|\\.)*"', '""', source)
        floats = re.findall(r"-?\d+\.\d+(?:e[-+]?\d+)?", without_texts)
        assert floats
        assert all(re.fullmatch(r"-?\d+\.\d{4}", found) for found in floats)


def test_a_sign_not_computed_is_null_and_dates_are_days() -> None:
    bea = next(person for person in json.loads(text())["people"] if person["id"] == str(BEA))
    assert bea["signs"] == {"conversation": 2, "sprint": None, "morning": None, "hello": None, "welcome_answer": None}
    assert (bea["first_contact"], bea["last_contact"], bea["contact_days"]) == ("2024-10-20", "2025-01-08", 21)
    assert {"fact": "contact_days", "value": 21, "needed": 3} in bea["why"]
    silent = json.loads(text())["people"][-2]
    assert (silent["first_contact"], silent["contact_days"], silent["decision"]) == (None, 0, None)


def test_names_and_network_are_counted_from_the_people() -> None:
    found = json.loads(text())
    assert found["names"] == {"followers_named": 3, "following_named": 4}
    assert found["network"] == {"nodes": 12, "edges": analysis().graph.number_of_edges(), "communities": 1}


def test_half_a_surrogate_pair_does_not_break_the_file() -> None:
    assert "+Eli\ufffd" in text()


def test_evidence_is_sorted_by_time_record_and_kind() -> None:
    found = [json.loads(line) for line in lines()]
    assert all(list(line) == EVIDENCE for line in found)
    keys = [(line["at"] or "", int(line["id"]), line["kind"]) for line in found]
    assert keys == sorted(keys)
    assert [line["id"] for line in found if line["at"] == "2024-12-02T00:00:00.000Z"] == ["999", "1000"]
    assert found[0]["kind"] == "like"
    assert found[0]["at"] is None


def test_a_turn_carries_its_tier_and_plain_facts_carry_none() -> None:
    found = {line["kind"]: line for line in map(json.loads, lines())}
    assert (found["turn"]["tier"], found["turn"]["p"], found["turn"]["direction"]) == ("likely", 0.93, "in")
    assert (found["reply"]["tier"], found["reply"]["p"], found["reply"]["their_id"]) == (None, None, str(LONG_ID + 1))


def test_the_bytes_do_not_depend_on_the_hash_seed() -> None:
    program = (
        "import hashlib; from analyzer.export import analysis_json, evidence_lines, graph_files, lists, people_csv\n"
        "from analyzer.verdict.policy import default_policy; from analyzer.verdict.verdicts import Listing\n"
        "from tests.analyzer.export.invented_analysis import analysis, judged\n"
        "a = analysis(); j = judged(a); p = default_policy(); h = hashlib.sha256()\n"
        "for piece in analysis_json.render(a, j, p): h.update(piece)\n"
        "for piece in evidence_lines.render(a): h.update(piece)\n"
        "for piece in people_csv.render(a, j, p): h.update(piece)\n"
        "for suffix in graph_files.FORMS:\n"
        "    for piece in graph_files.render(graph_files.network_of(a, j), suffix): h.update(piece)\n"
        "for listing in Listing:\n"
        "    for suffix in lists.FORMS:\n"
        "        for piece in lists.render(lists.build_list(a, j, listing, p), suffix): h.update(piece.encode('utf-8', 'replace'))\n"
        "print(h.hexdigest())\n"
    )
    digests = {
        subprocess.run([sys.executable, "-c", program], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "77")
    }
    assert len(digests) == 1
