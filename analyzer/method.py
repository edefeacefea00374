"""How a verdict comes about, in words: reads ``resources/method/method.md`` and the last report of the benchmark beside it.

The text is written for readers of the repository and for the page of the app alike. A figure in it that comes from the program is followed by its
name in a comment, ``3<!--genuine.contact_days-->``: the page puts in the value of the policy in use, and a test holds the written one to the default.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum, auto
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

import msgspec

from analyzer import coverage
from analyzer.evidence import chance, estimator, interactions, messages, placebo, rhythm
from analyzer.evidence.calendar import DAY_MS, HOUR_MS
from analyzer.evidence.signs import conversation, hello, morning, sprint, welcome_answer
from analyzer.verdict import strength
from analyzer.verdict.policy import Policy

Runs = tuple[tuple[str, bool], ...]
"""Text in parts, each with whether it is strong."""

_VALUE = re.compile(r"(?P<written>[\w.]+)<!--(?P<name>[a-z_]+\.[a-z_]+)-->")
_COMMENT = re.compile(r"<!--(\w+)-->")
_EMPHASIS = re.compile(r"(?<!\*)\*(?!\*)([^*]+)\*(?!\*)|`([^`]+)`")


class Block(Enum):
    """What a piece of the text is."""

    PARAGRAPH = auto()
    BULLET = auto()
    HEADING = auto()
    TABLE = auto()
    FIGURES = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of a section; ``rows`` are those of a table, its head first."""

    block: Block
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; the first section is the text's title."""

    title: str
    pieces: tuple[Piece, ...]


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One measured figure: a share between 0 and 1 (or a count, as ``unit`` says), with the lowest and highest over the seeds."""

    name: str
    value: float
    spread: tuple[float, float] | None = None
    unit: str = "share"


class Figures(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The last report of ``python -m tests.bench.truth --json``: its day (ISO-8601), the seeds, the kinds of owner, and what was measured."""

    date: str
    seeds: tuple[int, ...]
    owners: tuple[str, ...]
    rows: tuple[Row, ...]


def _folder() -> Traversable:
    return resources.files("resources").joinpath("method")


@cache
def method_text() -> tuple[Section, ...]:
    """The text, part by part."""
    return parse(_folder().joinpath("method.md").read_text(encoding="utf-8"))


def last_figures(folder: Traversable | None = None) -> Figures | None:
    """The last report, or None where there is none; msgspec.ValidationError for one that is not as it should be."""
    file = (folder or _folder()).joinpath("figures.json")
    return msgspec.json.decode(file.read_bytes(), type=Figures) if file.is_file() else None


def parse(text: str) -> tuple[Section, ...]:
    """Sections of Markdown as far as this text uses it: headings of three levels, paragraphs, bullets, tables, comments that name a figure."""
    sections: list[Section] = []
    title = ""
    pieces: list[Piece] = []
    for chunk in _chunks(text):
        if chunk[0].startswith(("# ", "## ")):
            if title:
                sections.append(Section(title, tuple(pieces)))
            title, pieces = chunk[0].lstrip("# "), []
        else:
            pieces.append(_piece(chunk))
    sections.append(Section(title, tuple(pieces)))
    return tuple(sections)


def _chunks(text: str) -> Iterator[list[str]]:
    """Lines that belong together: an empty line, a heading or a bullet begins another piece."""
    held: list[str] = []
    for line in [*text.splitlines(), ""]:
        if held and (not line.strip() or line.startswith(("#", "- ")) or held[0].startswith("#")):
            yield held
            held = []
        if line.strip():
            held.append(line.strip())


def _piece(lines: Sequence[str]) -> Piece:
    first = lines[0]
    if first.startswith("|"):
        rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]
        return Piece(Block.TABLE, rows=tuple(row for row in rows if not set("".join(row)) <= set("-: ")))
    if first == "<!--figures-->":
        return Piece(Block.FIGURES)
    joined = " ".join(lines)
    if first.startswith("#"):
        return Piece(Block.HEADING, joined.lstrip("# "))
    return Piece(Block.BULLET, joined[2:]) if first.startswith("- ") else Piece(Block.PARAGRAPH, joined)


def values_of(policy: Policy) -> Mapping[str, str]:
    """Every figure that the text may name, as it is written: those of the policy by ``section.rule``, and the program's own."""
    values: dict[str, float | bool] = {
        "weight.carried": interactions.CARRIED_WEIGHT,
        "weight.one_click": interactions.ONE_CLICK_WEIGHT,
        "group.spam": messages.SPAM_GROUP,
        "tier.likely": estimator.LIKELY_FROM,
        "tier.possible": estimator.POSSIBLE_FROM,
        "caution.chance": chance.CONVINCING[0][1],
        "caution.little_chance": chance.CONVINCING[1][1],
        "caution.lower_p": chance.CONVINCING[1][0],
        "caution.owner_rate": estimator.CONVERSATIONAL,
        "deleted.traces": coverage.TRACES,
        "deleted.days": coverage.FAR_OLDER / DAY_MS,
        "placebo.days": 2 * placebo.DAYS_AROUND,
        "labels.needed": estimator.LABELS_NEEDED,
        "conversation.own_turns": conversation.OWN_TURNS,
        "sitting.hours": rhythm.SITTING_GAP / HOUR_MS,
        "sprint.own_acts": sprint.OWN_ACTS,
        "sprint.tag_days": sprint.SAME_TAG_DAYS,
        "morning.from": morning.FROM_HOUR,
        "morning.to": morning.TO_HOUR,
        "hello.silence_days": hello.SILENCE / DAY_MS,
        "welcome.days": welcome_answer.ANSWER_WITHIN / DAY_MS,
        "strength.full_days": strength.FULL_DAYS,
        "strength.full_turns": strength.FULL_TURNS,
        "strength.full_years": strength.FULL_SPAN / 365,
        "strength.half_life": strength.HALF_LIFE,
        "strength.kinds": strength.KINDS,
        "circle.weekly": strength.WEEKLY,
        "circle.monthly": strength.MONTHLY,
        "circle.yearly": strength.YEARLY,
    }
    for part in fields(Policy):
        rule = getattr(policy, part.name)
        if is_dataclass(rule):
            values |= {f"{part.name}.{known.name}": getattr(rule, known.name) for known in fields(rule)}
    return {name: _written(value) for name, value in values.items()}


def _written(value: float | bool) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else f"{value:g}"


def written_values(text: str) -> Iterator[tuple[str, str]]:
    """Each figure's name in ``text`` with the value that is written there."""
    for found in _VALUE.finditer(text):
        yield found["name"], found["written"]


def said(text: str, values: Mapping[str, str]) -> Runs:
    """The text with ``values`` in place of the written figures; KeyError for a name that there is not.

    >>> said("At least **2<!--a.b-->** *days*.", {"a.b": "5"})
    (('At least ', False), ('5', True), (' days.', False))
    """
    plain = _VALUE.sub(lambda found: values[found["name"]], text)
    plain = _EMPHASIS.sub(lambda found: found[1] or found[2], _COMMENT.sub("", plain)).replace(" %", "\u00a0%")
    return tuple((part, place % 2 == 1) for place, part in enumerate(plain.split("**")) if part)
