"""The word lists of the signs, one TOML file per language: read, checked, overridden by the user's own, and matched against texts.

A word counts at the start of a text or of one of its sentences, after the handles a reply begins with; ``thanks`` and ``answer`` only at the
very start (the turn estimator was measured so). A word that ends in ``*`` may go on. Lists: ``resources/lexicons/README.md``.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from analyzer.errors import LexiconError
from analyzer.evidence.marks import ANSWER, FIRST_TAG, GREETING, GREETINGS, HELLOS, MORNING, QUESTION, SPRINT, THANKS, WELCOME

BITS = {"morning": MORNING, "greeting": GREETING, "question": QUESTION, "welcome": WELCOME, "thanks": THANKS, "answer": ANSWER}
OPENINGS = THANKS | ANSWER
SESSIONS = ("tags", "accounts")
LISTS = (*BITS, *SESSIONS)
OF_SIGN = {"morning": GREETINGS, "hello": HELLOS, "welcome_answer": WELCOME}
SHORT_QUESTION = 80
"""A question is short if its question mark comes within so many characters."""

LONGEST = 2_000
"""Characters of a text that are looked at; tweets are shorter, hostile ones are not."""

Words = Mapping[str, Sequence[str]]

_LEAD = re.compile(r"\s*\.?\s*(?:[@＠]\w{1,20}[\s,:]*)+")
_BREAK = r"[.!?…,;:)\n。！？、،؟]"
_NO_WORD = re.compile(r"\A\W+")
_ASKS = re.compile(r"[?？؟]")
_TAG = re.compile(r"[#＃](\w+)")
_HANDLE = re.compile(r"[@＠](\w{1,20})")


class Lexicon:
    """The lists of all languages put together and made ready to match; ``words`` maps each list's name to its words."""

    def __init__(self, words: Words) -> None:
        self.words = {name: tuple(words.get(name, ())) for name in LISTS}
        choice, self._bits = _choice(_bits_of(self.words))
        # Two patterns: one that begins with a set of characters lets the engine run through a text ten times as fast.
        self._first, self._later = re.compile(rf"\W{{0,40}}(?:{choice})"), re.compile(rf"{_BREAK}\W{{0,9}}(?:{choice})")
        places = dict.fromkeys([*(f"#{tag.lower()}" for tag in self.words["tags"]), *(f"@{handle.lower()}" for handle in self.words["accounts"])])
        self._sessions = {word: SPRINT | 1 << place for place, word in enumerate(places, start=FIRST_TAG)}

    def marks(self, text: str, tags: Iterable[str] = (), handles: Iterable[str] = (), start: int | None = None) -> int:
        """The bits (`analyzer.evidence.marks`) of one own tweet: its raw text, its hashtags and the handles named in it (lower case).

        ``start`` is where the text goes on after the handles it begins with, if the caller knows.
        """
        body = _body(text, start)
        first = self._first.match(body)
        marks = self._bits[first.lastindex or 0] if first else 0
        for later in self._later.finditer(body):
            marks |= self._bits[later.lastindex or 0] & ~OPENINGS
        if marks & QUESTION and not _asks_soon(body):
            marks &= ~QUESTION
        sessions = self._sessions
        for tag in tags:
            marks |= sessions.get(f"#{tag.lower()}", 0)
        for handle in handles:
            marks |= sessions.get(f"@{handle}", 0)
        return marks

    def matched(self, text: str, sign: str) -> tuple[str, ...]:
        """The words of ``text`` that speak for a sign (a `SIGN_NAMES`), as they are written there; none for conversations."""
        if sign == "sprint":
            written = sorted([*_TAG.finditer(text), *_HANDLE.finditer(text)], key=lambda match: match.start())
            return tuple(match[0] for match in written if ("#" if match[0][0] in "#＃" else "@") + match[1].lower() in self._sessions)
        lead = _LEAD.match(text)
        start = lead.end() if lead else 0
        body = _body(text, start)
        raw = text[start : start + LONGEST]
        raw = raw if len(raw) == len(body) else body
        wanted = OF_SIGN.get(sign, 0) & (~0 if _asks_soon(body) else ~QUESTION)
        first = self._first.match(body)
        hits = [*([first] if first else []), *self._later.finditer(body)]
        places = [(hit.end() - len(_NO_WORD.sub("", hit[0])), hit.end()) for hit in hits if self._bits[hit.lastindex or 0] & wanted]
        return tuple(raw[start:end] for start, end in places)


def _body(text: str, start: int | None = None) -> str:
    """The text after the handles it begins with, in lower case and with plain apostrophes."""
    if start is None:
        lead = _LEAD.match(text)
        start = lead.end() if lead else 0
    body = text[start : start + LONGEST].lower()
    return body if body.isascii() else _plain(body)


def _plain(text: str) -> str:
    """One form of what is written in several: apostrophes, and the Turkish i that a capital I becomes in lower case."""
    return text.replace("’", "'").replace("i̇", "i").replace("ı", "i")


def _asks_soon(body: str) -> bool:
    return _ASKS.search(body, 0, SHORT_QUESTION) is not None


def _bits_of(words: Words) -> dict[str, int]:
    """The bits of each word in plain form, those of shorter words it begins with included: "thanks for the follow" also thanks."""
    plain: dict[str, int] = {}
    for name, bit in BITS.items():
        for word in words[name]:
            written = _plain(word.lower())
            plain[written] = plain.get(written, 0) | bit
    open_ended = [(word[:-1], bits) for word, bits in plain.items() if word.endswith("*")]
    bits_of: dict[str, int] = {}
    for word, bits in plain.items():
        for place, letter in enumerate(word):
            if letter == " ":
                bits |= plain.get(word[:place], 0)
        for start, others in open_ended:
            if word.startswith(start):
                bits |= others
        bits_of[word] = bits
    return bits_of


def _choice(bits_of: Mapping[str, int]) -> tuple[str, list[int]]:
    """An alternation of the words and the bits of each group in it, of ``lastindex``.

    Longest words first; parted by first letter, so that most texts are turned away after one step; each word ends with an empty group, which
    tells it and costs nothing before the word has matched.
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(bits_of, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(word)
    bits, branches = [0], []
    for letter, words in sorted(by_letter.items()):
        bits.extend(bits_of[word] for word in words)
        rests = (_rest(word, stretched=not bits_of[word] & OPENINGS) + "()" for word in words)
        branches.append(f"{re.escape(letter)}(?:{'|'.join(rests)})")
    return "|".join(branches) or r"(?!)", bits


def _rest(word: str, *, stretched: bool) -> str:
    """The pattern of a word after its first letter; the last letter may be drawn out ("hellooo"), as those of measured words may not."""
    plain = word.rstrip("*")
    drawn_out = f"{re.escape(plain[-1])}*" if stretched and plain[-1].isalpha() else ""
    return r"\s+".join(map(re.escape, plain[1:].split(" "))) + ("" if word.endswith("*") else drawn_out + r"(?!\w)")


@cache
def builtin_words() -> Mapping[str, Words]:
    """The built-in lists by file name without suffix."""
    folder = resources.files("resources").joinpath("lexicons")
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".toml")), key=lambda file: file.name)
    return {file.name.removesuffix(".toml"): parse(file.read_text(encoding="utf-8"), Path(file.name), {}) for file in files}


def load(folder: Path | None = None) -> Lexicon:
    """The built-in lists with the user's own files in ``folder`` on top; raises `LexiconError` with the line of a mistake."""
    own = sorted(folder.glob("*.toml")) if folder is not None and folder.is_dir() else []
    return _built(tuple((path, _read(path)) for path in own))


@cache
def _built(own: tuple[tuple[Path, str], ...]) -> Lexicon:
    languages = dict(builtin_words())
    for path, text in own:
        languages[path.stem] = parse(text, path, languages.get(path.stem, {}))
    return Lexicon({name: [word for words in languages.values() for word in words.get(name, ())] for name in LISTS})


def matched_words(text: str, sign: str, folder: Path | None = None) -> tuple[str, ...]:
    """The words of an own tweet that speak for ``sign``, as written; ``folder`` holds the user's own lists.

    >>> matched_words("@bea Good morning! Slept well?", "morning")
    ('Good morning',)
    """
    return load(folder).matched(text, sign)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LexiconError(path, 0, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise LexiconError(path, 0, "is not UTF-8 text") from error


def parse(text: str, path: Path, base: Words) -> Words:
    """The lists of one file on top of ``base``: a list replaces, ``[add]`` adds, ``[remove]`` takes away."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LexiconError(path, getattr(error, "lineno", 0) or _line_in(str(error), text), "is not valid TOML") from error
    except RecursionError as error:
        raise LexiconError(path, 0, "is not valid TOML") from error
    words = {name: list(given) for name, given in base.items()}
    for key, value in data.items():
        if key == "language":
            if not isinstance(value, str):
                raise LexiconError(path, _line_of(text, key), "“language” must be a text")
        elif key in ("add", "remove"):
            if not isinstance(value, dict):
                raise LexiconError(path, _line_of(text, key), f"“{key}” must be a section")
            for name, given in value.items():
                changed = _checked(name, given, text, path, key)
                kept = words.get(name, [])
                words[name] = [*kept, *changed] if key == "add" else [word for word in kept if word.lower() not in {one.lower() for one in changed}]
        else:
            words[key] = _checked(key, value, text, path, "")
    return words


def _checked(name: str, value: object, text: str, path: Path, section: str) -> list[str]:
    line = _line_of(text, name, section)
    if name not in LISTS:
        raise LexiconError(path, line, f"“{name}” is not a list of words")
    if not isinstance(value, list):
        raise LexiconError(path, line, f"“{name}” must be a list of words")
    words: list[str] = []
    for word in value:
        plain = " ".join(word.split()) if isinstance(word, str) else ""
        if name in SESSIONS:
            plain = plain.lstrip("#＃@＠")
        if not plain.rstrip("*") or "*" in plain[:-1] or len(plain) > 100:
            raise LexiconError(path, _line_holding(text, word, line), f"“{name}” holds something that is no word")
        words.append(plain)
    return words


def _line_of(text: str, key: str, section: str = "") -> int:
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


def _line_holding(text: str, word: object, start: int) -> int:
    """Line of a bad entry of the list that begins at ``start``; the list's own line where it cannot be told."""
    written = f'"{word}"' if isinstance(word, str) else str(word)
    lines = text.splitlines()
    return next((number for number in range(max(start, 1), len(lines) + 1) if written in lines[number - 1]), start)


def _line_in(message: str, text: str) -> int:
    """The line number in tomllib's message, which older Pythons give only as text; the last line where it says "at end of document"."""
    words = message.replace(",", " ").replace(")", " ").split()
    return int(words[words.index("line") + 1]) if "line" in words else max(len(text.splitlines()), 1)
