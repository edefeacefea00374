"""Invented small talk: what ego and the others say, by occasion and language, with slots that make nearly every sentence different."""

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

WORDS: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
SPRINT_TAGS: Sequence[str] = WORDS["tags"]["sprint"]
CIRCLE_TAGS: Sequence[str] = WORDS["tags"]["circle"]
_SLOTS: Mapping[str, Sequence[str]] = WORDS["slots"]
_HOURS = ("five", "six", "seven", "eight", "nine")
_TWICE = ("thing", "place", "adj")


def say(occasion: str, rng: Random, language: str = "en", **slots: str) -> tuple[str, str]:
    """A sentence for the occasion and the language it came out in; slots without a value get an invented one.

    A slot named with a capital (``{Thing}``) begins a sentence; ``{n}`` counts words, ``{p}`` pages, ``{d}`` days.
    """
    pool = WORDS["phrases"].get(language, {}).get(occasion) if rng.random() < 0.5 else None
    spoken = language if pool else "en"
    values = {slot: rng.choice(choices) for slot, choices in _SLOTS.items()}
    values |= {slot + "2": rng.choice(_SLOTS[slot]) for slot in _TWICE}
    values |= {slot.capitalize(): words[0].upper() + words[1:] for slot, words in values.items()}
    values |= {
        "n": str(rng.randrange(130, 990)),
        "p": str(rng.randrange(2, 41)),
        "d": str(rng.randrange(2, 10)),
        "h": f"half past {rng.choice(_HOURS)}",
    }
    return rng.choice(pool or WORDS["phrases"]["en"][occasion]).format(**(values | slots)), spoken
