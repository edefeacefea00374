"""The word lists of the signs, one TOML file per language: read, checked, overridden by the user's own, and matched against texts.

A word counts at the start of a text or of one of its sentences, after the handles a reply begins with; ``thanks`` and ``answer`` only at the
very start (the turn estimator was measured so). A word that ends in ``*`` may go on. Lists: ``resources/lexicons/README.md``.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from pathlib import Path

from analyzer.errors import LexiconError
from analyzer.evidence.marks import ANSWER, FIRST_TAG, GREETING, GREETINGS, HELLOS, MORNING, QUESTION, SPRINT, THANKS, WELCOME
from analyzer.evidence.word_files import LISTS, Words, parse

BITS = {"morning": MORNING, "greeting": GREETING, "question": QUESTION, "welcome": WELCOME, "thanks": THANKS, "answer": ANSWER}
OPENINGS = THANKS | ANSWER
OF_SIGN = {"morning": GREETINGS, "hello": HELLOS, "welcome_answer": WELCOME}
SHORT_QUESTION = 80
"""A question is short if its question mark comes within so many characters."""

LONGEST = 2_000
"""Characters of a text that are looked at; tweets are shorter, hostile ones are not."""

_LEAD = re.compile(r"\s*\.?\s*(?:[@＠]\w{1,20}[\s,:]*)+")
_BREAK = r"[.!?…,;:)\n。！？、،؟]"
_ASKS = re.compile(r"[?？؟]")
_TAG = re.compile(r"[#＃](\w+)")
_HANDLE = re.compile(r"[@＠](\w{1,20})")


Patterns = tuple[re.Pattern[str], re.Pattern[str]]
"""A word at the start of a text, and one after a break."""


class Lexicon:
    """The lists of all languages put together and made ready to match; ``words`` maps each list's name to its words."""

    def __init__(self, words: Words) -> None:
        self.words = {name: tuple(words.get(name, ())) for name in LISTS}
        bits_of = _bits_of(self.words)
        self._bits = {word.rstrip("*"): bits for word, bits in bits_of.items()}
        self._patterns = _patterns(bits_of)
        # Texts without accents, the most by far, need half the words and simpler sets: a quarter less time (measured).
        self._ascii_patterns = _patterns({word: bits for word, bits in bits_of.items() if word.isascii()}, re.ASCII)
        tags = dict.fromkeys(tag.lower() for tag in self.words["tags"])
        accounts = dict.fromkeys(handle.lower() for handle in self.words["accounts"])
        self._session_tags = {tag: SPRINT | 1 << place for place, tag in enumerate(tags, start=FIRST_TAG)}
        self._session_accounts = {handle: SPRINT | 1 << place for place, handle in enumerate(accounts, start=FIRST_TAG + len(tags))}

    def marks(self, text: str, tags: Iterable[str] = (), handles: Iterable[str] = (), start: int | None = None) -> int:
        """The bits (`analyzer.evidence.marks`) of one own tweet: its raw text, its hashtags and the handles named in it (lower case).

        ``start`` is where the text goes on after the handles it begins with, if the caller knows.
        """
        body, (at_start, at_break) = self._ready(text, start)
        first = at_start.match(body)
        marks = self._bits_at(first[1]) if first is not None else 0
        later = at_break.search(body)
        while later is not None:
            marks |= self._bits_at(later[1]) & ~OPENINGS
            later = at_break.search(body, later.end())
        if marks & QUESTION and not _asks_soon(body):
            marks &= ~QUESTION
        for tag in tags:
            marks |= self._session_tags.get(tag.lower(), 0)
        for handle in handles:
            marks |= self._session_accounts.get(handle, 0)
        return marks

    def matched(self, text: str, sign: str) -> tuple[str, ...]:
        """The words of ``text`` that speak for a sign (a `SIGN_NAMES`), as they are written there; none for conversations."""
        if sign == "sprint":
            written = sorted([*_TAG.finditer(text), *_HANDLE.finditer(text)], key=lambda match: match.start())
            return tuple(
                match[0] for match in written if match[1].lower() in (self._session_tags if match[0][0] in "#＃" else self._session_accounts)
            )
        lead = _LEAD.match(text)
        start = lead.end() if lead else 0
        body, (at_start, at_break) = self._ready(text, start)
        raw = text[start : start + LONGEST]
        raw = raw if len(raw) == len(body) else body
        wanted = OF_SIGN.get(sign, 0) & (~0 if _asks_soon(body) else ~QUESTION)
        first = at_start.match(body)
        hits = [*([first] if first else []), *at_break.finditer(body)]
        return tuple(raw[slice(*hit.span(1))] for hit in hits if self._bits_at(hit[1]) & wanted)

    def _ready(self, text: str, start: int | None) -> tuple[str, Patterns]:
        """The text after the handles it begins with, in lower case and with plain apostrophes, and the two patterns to ask it with."""
        if start is None:
            lead = _LEAD.match(text)
            start = lead.end() if lead else 0
        body = text[start : start + LONGEST].lower()
        return (body, self._ascii_patterns) if body.isascii() else (_plain(body), self._patterns)

    def _bits_at(self, found: str) -> int:
        """The bits of a word as found: blanks may be several, the last letter drawn out."""
        bits = self._bits.get(found)
        if bits is not None:
            return bits
        word = " ".join(found.split())
        while word not in self._bits and word[-1:] == word[-2:-1]:
            word = word[:-1]
        return self._bits.get(word, 0)


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


def _patterns(bits_of: Mapping[str, int], flags: re.RegexFlag = re.NOFLAG) -> Patterns:
    """The words made ready to match.

    Two patterns: one that begins with a set of characters lets the engine run through a text ten times as fast. A set of the first letters
    turns most breaks away before any word is tried: a third less time (measured).
    """
    choice = _choice(bits_of)
    letters = "".join(sorted({word[0] for word in bits_of}))
    ahead = f"(?=[{re.escape(letters)}])" if letters else ""
    return re.compile(rf"\W{{0,40}}({choice})", flags), re.compile(rf"{_BREAK}\W{{0,9}}{ahead}({choice})", flags)


def _choice(bits_of: Mapping[str, int]) -> str:
    """An alternation of the words: the longest first, and parted by first letter, so that most texts are turned away after one step.

    No groups tell the words apart: the engine makes room for all groups of a pattern at every attempt, which took five times as long (measured).
    """
    by_letter: dict[str, list[str]] = {}
    for word in sorted(bits_of, key=lambda word: (-len(word), word)):
        by_letter.setdefault(word[0], []).append(_rest(word, stretched=not bits_of[word] & OPENINGS))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rests)})" for letter, rests in sorted(by_letter.items())) or r"(?!)"


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
