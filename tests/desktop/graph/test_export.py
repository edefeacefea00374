"""Pictures as files: PNG and SVG by the window's painter, whole or not at all."""

import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from analyzer.errors import ExportError
from analyzer.verdict.verdicts import Verdict
from desktop.graph.export import count_shown, save_picture, save_source
from desktop.theme import DARK, LIGHT
from tests.analyzer.network.invented import World, three_people, usual_world
from tests.desktop.graph.scenes import scene_of, source_of

SVG = "{http://www.w3.org/2000/svg}"


def test_a_png_has_the_size_asked_for_and_the_themes_ground(qapp: QApplication, tmp_path: Path) -> None:
    world = usual_world()
    for theme, colours in (("light", LIGHT), ("dark", DARK)):
        path = tmp_path / f"{theme}.png"
        save_picture(world.analysis(), world.judgements, path, theme, (800, 700), 2)
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1600, 1400)
        assert image.pixelColor(2, 2) == colours.window
        assert round(image.dotsPerMeterX() * 0.0254) == 192


def test_an_svg_holds_names_as_text_once(qapp: QApplication, tmp_path: Path) -> None:
    world, path = three_people(), tmp_path / "circles.svg"
    save_picture(world.analysis(), world.judgements, path)
    texts = ["".join(element.itertext()).strip() for element in ElementTree.parse(path).iter(f"{SVG}text")]
    assert texts.count("Sanne") == 1
    assert {"weekly", "monthly", "within a year", "silent for a year", "follows you,", "no contact seen", "Genuine"} <= set(texts)
    assert any("archive of 22 January 2025" in text for text in texts)


def test_every_dot_of_the_crowd_is_in_the_svg(qapp: QApplication, tmp_path: Path) -> None:
    world, path = usual_world(1500), tmp_path / "circles.svg"
    save_picture(world.analysis(), world.judgements, path)
    paths = [element.get("d", "") for element in ElementTree.parse(path).iter(f"{SVG}path")]
    assert sum(len(re.findall(r"M", data)) for data in paths if data.count("M") > 10) >= 1500 + 42 + 22


@pytest.mark.parametrize("suffix", [".png", ".svg"])
def test_the_same_picture_twice_is_the_same_file(qapp: QApplication, tmp_path: Path, suffix: str) -> None:
    world = usual_world()
    first, second = tmp_path / f"a{suffix}", tmp_path / f"b{suffix}"
    for path in (first, second):
        save_picture(world.analysis(), world.judgements, path)
    assert first.read_bytes() == second.read_bytes()


def test_a_filtered_picture_counts_whom_it_shows(qapp: QApplication, tmp_path: Path) -> None:
    world, path = usual_world(), tmp_path / "genuine.svg"
    genuine = [place for place, judgement in enumerate(world.judgements) if judgement.verdict is Verdict.GENUINE]
    save_source(source_of(world, genuine), path)
    texts = ["".join(element.itertext()).strip() for element in ElementTree.parse(path).iter(f"{SVG}text")]
    assert str(len(genuine)) in texts
    assert "192" not in texts
    assert count_shown(scene_of(world, shown=genuine))[Verdict.NUMBERS_ONLY] == 0


def test_an_empty_archive_still_gives_a_picture(qapp: QApplication, tmp_path: Path) -> None:
    save_picture(World().analysis(), [], tmp_path / "empty.png", size=(300, 260), scale=1)
    assert QImage(str(tmp_path / "empty.png")).width() == 300


@pytest.mark.parametrize(
    ("name", "size", "scale", "problem"),
    [
        ("a.bmp", (400, 400), 1, "format"),
        ("a.png", (400, 400), 100, "size"),
        ("a.png", (40, 40), 1, "size"),
        ("no/a.png", (400, 400), 1, "no-folder"),
    ],
)
def test_what_cannot_be_written_is_said_and_leaves_nothing(
    qapp: QApplication, tmp_path: Path, name: str, size: tuple[int, int], scale: float, problem: str
) -> None:
    world = three_people()
    with pytest.raises(ExportError) as caught:
        save_picture(world.analysis(), world.judgements, tmp_path / name, size=size, scale=scale)
    assert caught.value.problem == problem
    assert os.listdir(tmp_path) == []  # noqa: PTH208
