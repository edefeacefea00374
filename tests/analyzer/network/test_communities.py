"""Communities are found, numbered by size and the same every time, in this process and in a child."""

import json
import subprocess
import sys

from analyzer.network.communities import leiden, number_communities

TRIANGLE = [("1", "2", 1.0), ("2", "3", 1.0), ("1", "3", 1.0)]
SQUARE = [("10", "11", 1.0), ("11", "12", 1.0), ("12", "13", 1.0), ("10", "13", 1.0), ("10", "12", 1.0)]


def test_the_larger_community_is_number_one_and_loners_have_none() -> None:
    order = ["1", "2", "3", "5", "10", "11", "12", "13"]
    found = number_communities(order, TRIANGLE + SQUARE)
    assert {found[key] for key in ("10", "11", "12", "13")} == {1}
    assert {found[key] for key in ("1", "2", "3")} == {2}
    assert "5" not in found


def test_no_ties_no_communities() -> None:
    assert number_communities(["1", "2"], []) == {}


def test_a_child_process_gives_the_same_answer() -> None:
    edges = [(a, b, 1.0) for a in range(30) for b in range(a + 1, 30) if (a * 7 + b) % 5 == 0]
    question = json.dumps({"nodes": 30, "edges": edges})
    command = [sys.executable, "-m", "analyzer.network.communities"]
    answer = subprocess.run(command, input=question, capture_output=True, text=True, check=True, timeout=60)
    assert json.loads(answer.stdout) == leiden(30, edges) == leiden(30, edges)
