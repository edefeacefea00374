"""TOML as users write it: policies and word lists, read whatever stands in them, with the line of a mistake."""

import tomllib
from typing import Any


class NotToml(Exception):
    """The text is no TOML; ``line`` counts from 1, 0 where it cannot be told."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def read_toml(text: str) -> dict[str, Any]:
    """What the text holds; `NotToml` for anything that cannot be read."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise NotToml(getattr(error, "lineno", 0) or _line_in(str(error), text)) from error
    except (ValueError, RecursionError) as error:
        # A number of more digits than Python turns into one, or brackets in brackets without end.
        raise NotToml(0) from error


def line_of(text: str, key: str, section: str = "") -> int:
    """Line of ``key`` in ``section`` ("" = top), counted from 1; 0 if it is not written plainly."""
    inside = section == ""
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            head = stripped.split("]")[0].strip("[ ")
            inside = head == section
            if section == "" and head == key:
                return number
        elif inside and stripped.split("=")[0].strip() == key:
            return number
    return 0


def _line_in(message: str, text: str) -> int:
    """The line number in tomllib's message, which older Pythons give only as text; the last line where it says "at end of document"."""
    words = message.replace(",", " ").replace(")", " ").split()
    return int(words[words.index("line") + 1]) if "line" in words else max(len(text.splitlines()), 1)
