"""Approved pictures of the graph: small PNGs that somebody looked at, and the measures beside them that hold for every font.

    python -m tests.desktop.graph.approval

paints all of them anew into ``tests/desktop/graph/approved``. Look at each before you commit it: what is there is what the tests call right.

Tolerance: a picture is compared in blocks of 12 × 12 px. The mean difference of the colour channels may be at most 4 of 255 in every block and
0.6 over the whole picture. That lets another rasteriser smooth edges otherwise; a ring moved by 3 px, a node or a name that is gone, or another
colour is more (`test_approved.py` proves it). Letters differ with the font, so pictures are compared only where the font is the approved one;
the measures (radii of rings, who stands on them, dots, ties) are compared everywhere.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QSize
from PySide6.QtGui import QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QApplication

from analyzer.analysis import analyze
from analyzer.network.circles import Circles, Frame, lay_out_circles
from analyzer.network.months import month_of
from analyzer.verdict.judge import judge_all
from analyzer.verdict.policy import default_policy
from desktop.graph.at_month import at_month
from desktop.graph.look import Look
from desktop.graph.sheet import paint_sheet
from desktop.graph.source import Source
from desktop.graph.sources import source_of
from desktop.theme import DARK, LIGHT, Theme
from tests.analyzer.network.invented import three_people, usual_world

FOLDER = Path(__file__).parent / "approved"
FACTS = FOLDER / "facts.json"
SIZE = (720, 600)
BLOCK = 12
MOST_IN_A_BLOCK = 4.0
MOST_IN_ALL = 0.6
THEMES = {"light": LIGHT, "dark": DARK}
FRAME = Frame(270.0, 1.0, (60.0, 66.0, 90.0, 110.0))


@dataclass(frozen=True, slots=True)
class Case:
    """One approved picture: whom it shows, and what its foot says besides."""

    source: Source
    said: str = ""


@cache
def sample() -> Source:
    """The Circles of the built-in sample."""
    with as_file(files("resources").joinpath("sample", "sample.zip")) as path:
        analysis = analyze([path])
    return source_of("circles", analysis, judge_all(analysis, default_policy(), {}))


def _world(followers: int | None) -> Source:
    world = three_people() if followers is None else usual_world(followers)
    return source_of("circles", world.analysis(), world.judgements)


def _sample_case() -> Case:
    return Case(sample())


def _month_case() -> Case:
    return Case(*at_month(sample(), month_of(2020, 6)))


def _crowd_case() -> Case:
    return Case(_world(15_000))


def _three_case() -> Case:
    return Case(_world(None))


CASES: Mapping[str, Callable[[], Case]] = {
    "sample": _sample_case,
    "sample-june-2020": _month_case,
    "15000-followers": _crowd_case,
    "three-people": _three_case,
}


def painted(case: Case, theme: Theme) -> QImage:
    """The sheet as a file would hold it, small."""
    image = QImage(QSize(*SIZE), QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sheet(case.source, painter, SIZE, Look(theme), case.said)
    return image


def measures(source: Source) -> dict[str, object]:
    """What holds whatever the font: laid out in a frame that was measured once."""
    circles: Circles = source.circles
    layout = lay_out_circles(circles, source.analysis.people, source.judgements, FRAME)
    scene = replace(source, circles=circles).placed(FRAME)
    return {
        "bands": [[round(band.inner, 2), round(band.outer, 2)] for band in layout.bands],
        "rings": [len(ring.people) for ring in circles.rings],
        "nodes": len(scene.nodes),
        "dimmed": sum(node.person in scene.dimmed for node in scene.nodes),
        "ties": len(scene.lines),
        "weaker": scene.weaker,
        "dots": {arc.arc.kind.value: [arc.count, len(arc.dots)] for arc in scene.arcs},
        "places": round(sum(abs(node.x) + 3 * abs(node.y) + node.radius for node in scene.nodes), 1),
    }


def font_used() -> str:
    """The font that words are measured and painted in."""
    font = QFontInfo(QApplication.font())
    return f"{font.family()} {font.pixelSize()} px"


def difference(one: QImage, other: QImage) -> tuple[float, float]:
    """Mean difference of the colour channels (0 … 255): in the block where it is largest, and over the whole picture."""
    if one.size() != other.size():
        return 255.0, 255.0
    width, height = one.width(), one.height()
    # Kept by name: what `constBits` shows goes with its image.
    mine_rgb, theirs_rgb = (image.convertToFormat(QImage.Format.Format_RGB888) for image in (one, other))
    a, b = bytes(mine_rgb.constBits()), bytes(theirs_rgb.constBits())
    stride = mine_rgb.bytesPerLine()
    largest = total = 0.0
    for top in range(0, height, BLOCK):
        for left in range(0, width, BLOCK):
            high, wide = min(BLOCK, height - top), min(BLOCK, width - left)
            summed = 0
            for row in range(top, top + high):
                start = row * stride + left * 3
                mine, theirs = a[start : start + wide * 3], b[start : start + wide * 3]
                if mine != theirs:
                    summed += sum(abs(x - y) for x, y in zip(mine, theirs, strict=True))
            largest = max(largest, summed / (high * wide * 3))
            total += summed
    return largest, total / (width * height * 3)


def is_approved(found: QImage, approved: QImage) -> bool:
    """True within the tolerance."""
    block, whole = difference(found, approved)
    return block <= MOST_IN_A_BLOCK and whole <= MOST_IN_ALL


def main() -> None:
    """Paint all pictures and write all measures anew."""
    application = QApplication([])
    QLocale.setDefault(QLocale("en_GB"))
    FOLDER.mkdir(exist_ok=True)
    facts: dict[str, object] = {"font": font_used()}
    for name, make in CASES.items():
        case = make()
        facts[name] = measures(case.source)
        for theme, colours in THEMES.items():
            path = FOLDER / f"{name}-{theme}.png"
            # For PNG the quality is how little it is compressed; without loss in any case.
            painted(case, colours).save(str(path), "PNG", 0)  # type: ignore[call-overload]
            print(path)
    FACTS.write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    application.quit()


if __name__ == "__main__":
    main()
