"""The graph looks as approved; and the comparison finds a moved ring, a lost name, a lost person, another colour."""

import json
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from desktop.graph import source
from desktop.graph.placing import Placed
from desktop.graph.scene import Scene
from desktop.theme import LIGHT
from tests.desktop.graph import approval
from tests.desktop.graph.approval import CASES, FACTS, FOLDER, THEMES, Case, difference, font_used, is_approved, measures, painted

RENEW = "look at the difference; if it is meant: python -m tests.desktop.graph.approval"

pytestmark = pytest.mark.usefixtures("locale")


def approved_font() -> str:
    return str(json.loads(FACTS.read_text("utf-8"))["font"])


def approved(name: str, theme: str) -> QImage:
    return QImage(str(FOLDER / f"{name}-{theme}.png")).convertToFormat(QImage.Format.Format_RGB32)


@pytest.fixture
def same_font(qapp: QApplication) -> None:
    if font_used() != approved_font():
        pytest.skip(f"approved with {approved_font()}, this machine has {font_used()}: letters differ")


@pytest.mark.parametrize("name", CASES)
def test_measures_are_as_approved_whatever_the_font(qapp: QApplication, name: str) -> None:
    # Through JSON, as what was approved came through it: tuples become lists.
    assert json.loads(json.dumps(measures(CASES[name]().source))) == json.loads(FACTS.read_text("utf-8"))[name], RENEW


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", CASES)
def test_pictures_are_as_approved(same_font: None, name: str, theme: str) -> None:
    block, whole = difference(painted(CASES[name](), THEMES[theme]), approved(name, theme))
    assert block <= approval.MOST_IN_A_BLOCK and whole <= approval.MOST_IN_ALL, RENEW


def usual() -> Case:
    return CASES["15000-followers"]()


def test_a_ring_moved_by_three_px_is_found(same_font: None, monkeypatch: pytest.MonkeyPatch) -> None:
    lay_out = source.lay_out_circles

    def moved(*arguments: object) -> object:
        layout = lay_out(*arguments)  # type: ignore[arg-type]
        bands = list(layout.bands)
        bands[2] = replace(bands[2], outer=bands[2].outer + 3)
        return replace(layout, bands=tuple(bands))

    monkeypatch.setattr(source, "lay_out_circles", moved)
    assert not is_approved(painted(usual(), LIGHT), approved("15000-followers", "light"))


def test_a_name_that_is_gone_is_found(same_font: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from desktop.graph import paint

    place_all = paint.place_all

    def without_one(scene: Scene, *arguments: object) -> Placed:
        placed = place_all(scene, *arguments)  # type: ignore[arg-type]
        # The shortest of them is the hardest to miss.
        shortest = min(placed.names, key=lambda name: len(name.text))
        return replace(placed, names=tuple(name for name in placed.names if name is not shortest))

    monkeypatch.setattr(paint, "place_all", without_one)
    assert not is_approved(painted(usual(), LIGHT), approved("15000-followers", "light"))


def test_a_person_who_is_gone_is_found(same_font: None) -> None:
    case = usual()
    # On the outermost ring, where nodes are smallest and nameless.
    someone = case.source.circles.rings[3].people[-1]
    fewer = Case(replace(case.source, shown=case.source.shown - {someone}))
    assert not is_approved(painted(fewer, LIGHT), approved("15000-followers", "light"))
    assert measures(fewer.source) != measures(case.source)


def test_another_colour_is_found_and_the_other_theme_is(same_font: None) -> None:
    other = replace(LIGHT, tie=LIGHT.ink)
    assert not is_approved(painted(usual(), other), approved("15000-followers", "light"))
    assert not is_approved(painted(usual(), LIGHT), approved("15000-followers", "dark"))


def test_edges_smoothed_a_little_otherwise_are_the_same_picture(same_font: None) -> None:
    image = painted(CASES["sample"](), LIGHT)
    smoothed = image.copy()
    changed = 0
    for y in range(image.height()):
        for x in range(image.width() - 1):
            here, beside = image.pixelColor(x, y), image.pixelColor(x + 1, y)
            if here != beside:
                mixed = (round(0.94 * a + 0.06 * b) for a, b in zip(here.getRgb()[:3], beside.getRgb()[:3], strict=True))  # type: ignore[index]
                smoothed.setPixelColor(x, y, QColor(*mixed))
                changed += 1
    assert changed > 5000
    assert is_approved(smoothed, approved("sample", "light")), difference(smoothed, image)


def test_pictures_are_of_what_the_names_say(qapp: QApplication) -> None:
    facts = json.loads(FACTS.read_text("utf-8"))
    assert facts["15000-followers"]["dots"]["follow_you"] == [15_000, 15_000]
    june = facts["sample-june-2020"]
    assert june["dimmed"] > june["nodes"] - june["dimmed"] > 10 and june["nodes"] < facts["sample"]["nodes"]
    assert facts["three-people"]["nodes"] == 2
