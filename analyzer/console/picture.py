"""How the pictures of one run shall look, as the command line says it; who paints them is given from outside."""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from analyzer.console.who import find_person

if TYPE_CHECKING:
    from analyzer.facts import Analysis
    from analyzer.verdict.verdicts import Judgement

SUFFIXES = (".png", ".svg", ".pdf")
# 96 px of the design to the inch.
FOR_PRINT = 300 / 96
STEPS = ("none", "few", "usual", "more", "all")
SCALES = {"1": 1.0, "2": 2.0, "3": 3.0, "4": 4.0, "300dpi": FOR_PRINT}


@dataclass(frozen=True, slots=True)
class Picture:
    """``view`` is ``circles``, ``map`` or ``person:KEY``, ``month`` is a number as in `analyzer.network.months` or None for all years.

    ``scale`` multiplies the px of a PNG; vector files have none. ``ties`` and ``names`` are places in `STEPS`.
    """

    view: str = "circles"
    month: int | None = None
    scale: float = 2.0
    dark: bool = False
    ties: int = 2
    names: int = 2


AS_USUAL = Picture()


class Painter(Protocol):
    """Paints the graph into an existing empty file whose suffix is one of `SUFFIXES`."""

    def __call__(self, analysis: "Analysis", judgements: "Sequence[Judgement]", path: Path, picture: Picture, /) -> None: ...


def add_options(command: argparse.ArgumentParser) -> None:
    """The options that say how pictures look."""
    command.add_argument(
        "--view", type=_view, default="circles", metavar="circles|map|person:KEY",
        help="which picture: who is close, who belongs together, or one person (number, handle or name) with those seen together with them",
    )  # fmt: skip
    command.add_argument("--month", type=_month, metavar="YYYY-MM", help="the picture of this month: who was in touch, who had been, who not yet")
    command.add_argument("--scale", choices=SCALES, default="2", help="how large a PNG is: 1 to 4 times the design, or 300dpi; 2 otherwise")
    command.add_argument("--ties", choices=STEPS, default="usual", help="how many ties between others are drawn, the strongest first")
    command.add_argument("--labels", choices=STEPS, default="usual", help="how many names stand on the picture, the closest first")
    command.add_argument("--theme", choices=("light", "dark"), default="light", help="the picture's ground")


def picture_of(arguments: argparse.Namespace) -> Picture:
    """What the options said."""
    return Picture(
        view=arguments.view, month=arguments.month, scale=SCALES[arguments.scale], dark=arguments.theme == "dark",
        ties=STEPS.index(arguments.ties), names=STEPS.index(arguments.labels),
    )  # fmt: skip


def _month(text: str) -> int:
    from analyzer.network.months import month_named

    try:
        return month_named(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"“{text}” is no month, write it as 2019-05") from error


def _view(text: str) -> str:
    kind, _, key = text.partition(":")
    if text in ("circles", "map") or (kind == "person" and key):
        return text
    raise argparse.ArgumentTypeError(f"“{text}” is no picture, write circles, map or person: with an id or a @handle behind it")


def person_of(view: str, analysis: "Analysis") -> int:
    """The place in ``analysis.people`` of whom ``person:KEY`` names; `Usage` where that is nobody or several, ValueError for another view."""
    kind, _, key = view.partition(":")
    if kind != "person":
        raise ValueError(view)
    return find_person(analysis, key)


def check_view(picture: Picture, analysis: "Analysis") -> None:
    """Raise `Usage` where the picture is to be about somebody who is not in the archive."""
    if picture.view.startswith("person:"):
        person_of(picture.view, analysis)
