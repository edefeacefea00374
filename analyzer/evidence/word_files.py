"""One file of words: its lists read from TOML, laid over those it changes, and checked, with the line of any mistake."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from analyzer.errors import LexiconError
from analyzer.toml_text import NotToml, line_of, read_toml

OF_LANGUAGE = ("morning", "greeting", "question", "welcome", "thanks", "answer")
SESSIONS = ("tags", "accounts")
LISTS = (*OF_LANGUAGE, *SESSIONS)
LONGEST_WORD = 100

Words = Mapping[str, Sequence[str]]
"""The words of each list by its name."""


def parse(text: str, path: Path, base: Words) -> Words:
    """The lists of one file on top of ``base``: a list replaces, ``[add]`` adds, ``[remove]`` takes away."""
    try:
        data = read_toml(text)
    except NotToml as error:
        raise LexiconError(path, error.line, "is not valid TOML") from error
    words = {name: list(given) for name, given in base.items()}
    for key, value in data.items():
        if key == "language":
            if not isinstance(value, str):
                raise LexiconError(path, line_of(text, key), "“language” must be a text")
        elif key in ("add", "remove"):
            if not isinstance(value, dict):
                raise LexiconError(path, line_of(text, key), f"“{key}” must be a section")
            for name, given in value.items():
                changed = _checked(name, given, text, path, key)
                kept = words.get(name, [])
                words[name] = [*kept, *changed] if key == "add" else [word for word in kept if word.lower() not in {one.lower() for one in changed}]
        else:
            words[key] = _checked(key, value, text, path, "")
    return words


def _checked(name: str, value: object, text: str, path: Path, section: str) -> list[str]:
    line = line_of(text, name, section)
    if name not in LISTS:
        raise LexiconError(path, line, f"“{name}” is not a list of words")
    if not isinstance(value, list):
        raise LexiconError(path, line, f"“{name}” must be a list of words")
    words: list[str] = []
    for word in value:
        plain = " ".join(word.split()) if isinstance(word, str) else ""
        if name in SESSIONS:
            plain = plain.lstrip("#＃@＠")
        if not plain.rstrip("*") or "*" in plain[:-1] or len(plain) > LONGEST_WORD:
            raise LexiconError(path, _line_holding(text, word, line), f"“{name}” holds something that is no word")
        words.append(plain)
    return words


def _line_holding(text: str, word: object, start: int) -> int:
    """Line of a bad entry of the list that begins at ``start``; the list's own line where it cannot be told."""
    try:
        written = f'"{word}"' if isinstance(word, str) else str(word)
    except ValueError:  # a hexadecimal number of more digits than Python writes
        return start
    lines = text.splitlines()
    return next((number for number in range(max(start, 1), len(lines) + 1) if written in lines[number - 1]), start)
