"""Which people are shown: the filters all pages share; `desktop.roll.Roll` answers them."""

from dataclasses import dataclass
from enum import StrEnum

from analyzer.verdict.verdicts import Listing, Verdict


class Follow(StrEnum):
    """How a person and ego follow each other, as a filter."""

    ANYONE = "anyone"
    YOU_FOLLOW = "you_follow"
    FOLLOW_YOU = "follow_you"
    MUTUAL = "mutual"
    NEITHER = "neither"


_STATES = {
    Follow.ANYONE: frozenset({(True, True), (True, False), (False, True), (False, False)}),
    Follow.YOU_FOLLOW: frozenset({(True, True), (True, False)}),
    Follow.FOLLOW_YOU: frozenset({(True, True), (False, True)}),
    Follow.MUTUAL: frozenset({(True, True)}),
    Follow.NEITHER: frozenset({(False, False)}),
}
"""(you follow, they follow) of each follow state; YOU_FOLLOW and FOLLOW_YOU include mutuals."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What the user asked to see. No verdict on means all of them; ``listing`` None means any list; ``text`` is as typed.

    ``among`` are the places of the people picked on the graph, None for everybody; who was picked is shown even as a passing contact. With ``odd``
    they are those about whom something does not fit together (`analyzer.verdict.contradictions`).
    """

    verdicts: frozenset[Verdict] = frozenset()
    follow: Follow = Follow.ANYONE
    listing: Listing | None = None
    text: str = ""
    show_passing: bool = False
    among: frozenset[int] | None = None
    odd: bool = False

    @property
    def needle(self) -> str:
        """The text as it is searched: folded, without ``@`` in front, ids without the spaces they are shown with."""
        folded = " ".join(self.text.casefold().split()).removeprefix("@")
        joined = folded.replace(" ", "").removeprefix("id")
        return joined if joined.isdigit() else folded


def states_of(follow: Follow) -> frozenset[tuple[bool, bool]]:
    """(you follow, they follow) of each state that this filter lets through."""
    return _STATES[follow]
