"""The rules of judgement as data: a policy read from TOML, checked, with the line of any mistake."""

from dataclasses import dataclass, field, fields, replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from analyzer.errors import PolicyError
from analyzer.toml_text import NotToml, line_of, read_toml

DEFAULT = "relationships-first"
BUILT_IN = (DEFAULT, "gentle", "strict")


@dataclass(frozen=True, slots=True)
class GenuineRule:
    """When contact is a genuine relationship (relationships §5)."""

    directed_days: int = 2
    contact_days: int = 3
    contact_weeks: int = 2
    certain_turns: int = 1
    likely_days: int = 2
    likely_days_not_following: int = 3
    unprompted_not_following: int = 1
    sign_kinds: int = 2
    sign_days: int = 2


@dataclass(frozen=True, slots=True)
class LapsedRule:
    """When a genuine relationship has fallen silent; days, and a factor of the pair's own median gap (Navarro et al. 2017)."""

    silence_days: int = 365
    gap_factor: float = 8.0


@dataclass(frozen=True, slots=True)
class AcquaintanceRule:
    """How many own directed acts make an acquaintance (Huberman et al. 2009: at least two)."""

    directed_acts: int = 2


@dataclass(frozen=True, slots=True)
class AnswersRule:
    """When an acquaintance carries the fact that answers cannot be seen."""

    contact_days: int = 5
    contact_weeks: int = 3
    largest_p: float = 0.5


@dataclass(frozen=True, slots=True)
class NumbersRule:
    """When a follow without any contact may be called numbers only."""

    without_messages: bool = False
    only_one_way: bool = False
    months_with_tweets: int = 12
    directed_acts: int = 50
    new_follow_days: int = 90


@dataclass(frozen=True, slots=True)
class StrengthWeights:
    """Weights of the terms of tie strength."""

    days: float = 0.35
    recency: float = 0.20
    reciprocity: float = 0.25
    multiplexity: float = 0.10
    duration: float = 0.10


@dataclass(frozen=True, slots=True)
class Policy:
    """One set of rules; ``name`` stands in the outputs."""

    name: str = DEFAULT
    title: str = "Relationships first"
    genuine: GenuineRule = field(default_factory=GenuineRule)
    lapsed: LapsedRule = field(default_factory=LapsedRule)
    acquaintance: AcquaintanceRule = field(default_factory=AcquaintanceRule)
    answers_not_visible: AnswersRule = field(default_factory=AnswersRule)
    numbers_only: NumbersRule = field(default_factory=NumbersRule)
    strength: StrengthWeights = field(default_factory=StrengthWeights)

    def without_messages(self, stand: bool = True) -> "Policy":
        """This policy with the unfollow list standing (or not) although messages were not read."""
        return replace(self, numbers_only=replace(self.numbers_only, without_messages=stand))


@cache
def default_policy() -> Policy:
    """The built-in policy *Relationships first*."""
    return built_in(DEFAULT)


def built_in(name: str) -> Policy:
    """One of the built-in policies; KeyError for another name."""
    return parse_policy(built_in_text(name), Path(f"{name}.toml"))


def built_in_text(name: str = DEFAULT) -> str:
    """A built-in policy as TOML with its comments; KeyError for another name."""
    if name not in BUILT_IN:
        raise KeyError(name)
    return resources.files("resources").joinpath("policies", f"{name}.toml").read_text(encoding="utf-8")


def policy_of(given: Path | None) -> Policy:
    """The policy a user names: a file, the name of a built-in one where no such file is, or the default."""
    if given is None:
        return default_policy()
    return built_in(str(given)) if str(given) in BUILT_IN and not given.exists() else load_policy(given)


def load_policy(path: Path) -> Policy:
    """Read a policy file; raises `PolicyError` with the line of the mistake."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise PolicyError(path, 0, error.strerror or "cannot be read") from error
    except UnicodeDecodeError as error:
        raise PolicyError(path, 0, "is not UTF-8 text") from error
    return parse_policy(text, path)


def parse_policy(text: str, path: Path) -> Policy:
    """A policy from TOML text; missing rules keep their defaults, unknown ones are an error."""
    try:
        data = read_toml(text)
    except NotToml as error:
        raise PolicyError(path, error.line, "is not valid TOML") from error
    values: dict[str, Any] = {}
    rules = {part.name: part for part in fields(Policy)}
    for key, value in data.items():
        if key not in rules:
            raise PolicyError(path, line_of(text, key), f"“{key}” is not a rule")
        if key in ("name", "title"):
            if not isinstance(value, str) or not value.strip():
                raise PolicyError(path, line_of(text, key), f"“{key}” must be a text")
            values[key] = value
        else:
            values[key] = _section(key, value, text, path)
    if _weight_sum(values.get("strength", StrengthWeights())) <= 0:
        raise PolicyError(path, line_of(text, "strength"), "the weights of strength add up to nothing")
    return Policy(**values)


def _weight_sum(weights: StrengthWeights) -> float:
    return float(sum(getattr(weights, part.name) for part in fields(StrengthWeights)))


_SECTIONS: dict[str, type] = {
    "genuine": GenuineRule,
    "lapsed": LapsedRule,
    "acquaintance": AcquaintanceRule,
    "answers_not_visible": AnswersRule,
    "numbers_only": NumbersRule,
    "strength": StrengthWeights,
}


def _section(name: str, value: object, text: str, path: Path) -> object:
    kind = _SECTIONS[name]
    if not isinstance(value, dict):
        raise PolicyError(path, line_of(text, name), f"“{name}” must be a section")
    known = {part.name: getattr(kind(), part.name) for part in fields(kind)}
    checked: dict[str, int | float | bool] = {}
    for key, number in value.items():
        line = line_of(text, key, name)
        if key not in known:
            raise PolicyError(path, line, f"“{name}.{key}” is not a rule")
        wanted = type(known[key])
        if wanted is bool:
            if not isinstance(number, bool):
                raise PolicyError(path, line, f"“{name}.{key}” must be true or false")
        elif isinstance(number, bool) or not isinstance(number, (int, float)) or (wanted is int and not isinstance(number, int)):
            raise PolicyError(path, line, f"“{name}.{key}” must be a {'whole ' if wanted is int else ''}number")
        elif not 0 <= number < 1e9:
            raise PolicyError(path, line, f"“{name}.{key}” must not be negative")
        checked[key] = wanted(number)
    return kind(**checked)
