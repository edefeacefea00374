"""The words of judgement: verdicts, lists, decisions, and the facts that stand behind them."""

from dataclasses import dataclass
from enum import StrEnum

import msgspec


class Verdict(StrEnum):
    """What the program suggests (relationships §5), in the order of the chips."""

    GENUINE = "genuine"
    LAPSED = "lapsed"
    ACQUAINTANCE = "acquaintance"
    NUMBERS_ONLY = "numbers_only"
    INSUFFICIENT = "insufficient"


class Listing(StrEnum):
    """The list a person stands on."""

    KEEP = "keep"
    FOLLOW = "follow"
    UNFOLLOW = "unfollow"
    SAY_HELLO = "say_hello"
    ASK = "ask"
    NONE = "none"


class Choice(StrEnum):
    """What the user decided; always wins over the verdict."""

    KEEP = "keep"
    FOLLOW = "follow"
    UNFOLLOW = "unfollow"
    CONTENT = "content"
    PROTECT = "protect"
    LATER = "later"
    ME = "me"


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of the user about one person; ``at`` is ISO-8601 UTC."""

    key: str
    choice: Choice | None
    note: str = ""
    at: str = ""


class Fact(msgspec.Struct, frozen=True, gc=False):
    """A fact with its value and, where a rule asks for one, what is needed."""

    fact: str
    value: int | float | str | bool | None = None
    needed: int | float | str | bool | None = None


class Change(msgspec.Struct, frozen=True, gc=False):
    """What would change a verdict: ``needs`` more of ``fact`` leads to ``to``."""

    fact: str
    needs: int | float | str | None
    to: Verdict


class Judgement(msgspec.Struct, frozen=True, gc=False):
    """The verdict about one person, the list that follows, and the one fact that names a missing ground.

    ``ground`` is set for insufficient evidence (``messages_not_read``, ``part_missing``, ``new_follow``, ``ego_rarely_speaks``, ``one_act``,
    ``one_click_only``, ``group_only``, ``mention_only``) and for an acquaintance with ``answers_not_visible``.
    """

    verdict: Verdict
    listing: Listing
    ground: str | None
    strength: float
    circle: int
    decision: Choice | None = None
