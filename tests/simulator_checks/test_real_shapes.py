"""Simulated records have the keys of real ones in the same order, and the same data types are listed."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.simulator_checks.reading import Read, read_archive

KINDS = [
    "account",
    "tweets",
    "tweet_headers",
    "deleted_tweets",
    "deleted_tweet_headers",
    "like",
    "follower",
    "following",
    "block",
    "mute",
    "screen_name_change",
    "profile",
    "verified",
    "direct_messages",
    "direct_messages_group",
    "direct_message_headers",
    "direct_message_group_headers",
    "lists_created",
]


@pytest.fixture(scope="module")
def real(shared_archives: Path) -> Read:
    return read_archive(shared_archives / "d-2025.zip")


def shapes(value: Any, path: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each object's place and its keys in order; the members of a list share one place."""
    if isinstance(value, dict):
        yield path, tuple(value)
        for key, inner in value.items():
            yield from shapes(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from shapes(inner, path + "[]")


def before(content: Any) -> tuple[set[tuple[str, str]], set[tuple[str, str, str]]]:
    """The keys of each place, and which key stood before which."""
    keys, order = set(), set()
    for path, names in shapes(content):
        keys.update((path, name) for name in names)
        order.update((path, first, second) for place, first in enumerate(names) for second in names[place + 1 :])
    return keys, order


@pytest.mark.parametrize("kind", KINDS)
def test_keys_and_their_order_are_those_of_a_real_archive(kind: str, archive: Read, real: Read) -> None:
    known, order = before(real.records[kind])
    keys, _ = before(archive.records[kind])
    # An edited tweet and a member who left a group do not occur in the real file; archive-format §6.8 and §8.2 describe them.
    described = {key for key in keys if "/edit" in key[0] or key[1] == "edit" or "participantsLeave" in key[0] + key[1]}
    assert keys - described <= known
    for path, names in shapes(archive.records[kind]):
        for first, second in pairwise(names):
            assert (path, second, first) not in order or (path, first, second) in order, (path, first, second)


def test_the_same_data_types_are_listed(archive: Read, real: Read) -> None:
    listed, simulated = real.manifest["dataTypes"], archive.manifest["dataTypes"]
    assert list(simulated) == list(listed)
    for kind, entry in listed.items():
        assert simulated[kind].get("mediaDirectory") == entry.get("mediaDirectory")
        for mine, theirs in zip(simulated[kind].get("files", []), entry.get("files", []), strict=True):
            assert (mine["fileName"], mine["globalName"]) == (theirs["fileName"], theirs["globalName"])
