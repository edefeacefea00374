"""Pictures as files: PNG, SVG and PDF by the window's painter, whole or not at all."""

import os
import re
import stat
import struct
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from analyzer.console.picture import FOR_PRINT, SCALES, Picture
from analyzer.errors import ExportError
from analyzer.verdict.verdicts import Verdict
from desktop.graph.export import save_picture, save_source
from desktop.graph.sheet import count_shown
from desktop.theme import DARK, LIGHT
from tests.analyzer.network.invented import World, three_people, usual_world
from tests.desktop.graph.scenes import scene_of, source_of

SVG = "{http://www.w3.org/2000/svg}"


def test_a_png_has_the_size_asked_for_and_the_themes_ground(qapp: QApplication, tmp_path: Path) -> None:
    world = usual_world()
    for theme, colours in (("light", LIGHT), ("dark", DARK)):
        path = tmp_path / f"{theme}.png"
        save_picture(world.analysis(), world.judgements, path, Picture(dark=theme == "dark"), (800, 700))
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


@pytest.mark.parametrize("scale", SCALES.values(), ids=SCALES)
def test_a_png_knows_its_resolution(qapp: QApplication, tmp_path: Path, scale: float) -> None:
    path = tmp_path / "circles.png"
    world = three_people()
    save_picture(world.analysis(), world.judgements, path, Picture(scale=scale), (400, 320))
    content = path.read_bytes()
    across, down, unit = struct.unpack(">IIB", content[content.index(b"pHYs") + 4 :][:9])
    assert unit == 1 and across == down == round(96 * scale / 0.0254)
    assert QImage(str(path)).width() == 400 * scale
    assert (across == 11_811) == (scale == FOR_PRINT), "300 dots to the inch are 11,811 to the metre"


def test_a_hashtag_along_the_edge_is_one_text_of_an_svg(qapp: QApplication, tmp_path: Path) -> None:
    world, path = usual_world(), tmp_path / "circles.svg"
    save_picture(world.analysis(), world.judgements, path)
    curved = [element for element in ElementTree.parse(path).iter(f"{SVG}text") if element.get("rotate")]
    assert {element.text for element in curved} == {"#writeclub", "#lateshiftpoets", "#mapfriday"}
    for element in curved:
        xs, ys, turns = ([float(value) for value in element.get(name, "").split()] for name in ("x", "y", "rotate"))
        assert len(xs) == len(ys) == len(turns) == len(element.text or "")
        assert len(set(turns)) > 5 and all(0 < x < 1200 and 0 < y < 1000 for x, y in zip(xs, ys, strict=True))
    assert all("sans-serif" in (element.get("font-family") or "") for element in ElementTree.parse(path).iter(f"{SVG}text"))


def test_letters_of_an_arc_stand_where_the_painter_draws_them(qapp: QApplication, tmp_path: Path) -> None:
    """The text that replaces the letters lies on the circle of the picture: same distance from the middle, evenly on."""
    world, path = usual_world(), tmp_path / "circles.svg"
    save_picture(world.analysis(), world.judgements, path)
    tree = ElementTree.parse(path)
    middle = (600.0, (1000 - 66) / 2)
    for element in (element for element in tree.iter(f"{SVG}text") if element.get("rotate")):
        xs, ys = ([float(value) for value in element.get(name, "").split()] for name in ("x", "y"))
        away = [((x - middle[0]) ** 2 + (y - middle[1]) ** 2) ** 0.5 for x, y in zip(xs, ys, strict=True)]
        assert max(away) - min(away) < 1.0 and 300 < min(away) < 470


def pdf_streams(content: bytes) -> dict[int, bytes]:
    """The content of each object that has one, unpacked."""
    found = {}
    for thing in re.finditer(rb"(\d+) 0 obj(?:(?!endobj).)*?stream\r?\n(.*?)endstream", content, re.DOTALL):
        try:
            found[int(thing[1])] = zlib.decompress(thing[2])
        except zlib.error:
            found[int(thing[1])] = thing[2]
    return found


def pdf_letters(table: bytes) -> dict[int, str]:
    """Glyph number to letter, as the font's own table for readers says."""
    letters: dict[int, str] = {}
    for low, high, values in re.findall(rb"<([0-9a-f]{4})> <([0-9a-f]{4})> (<[0-9a-f]+>|\[[^\]]*\])", table, re.IGNORECASE):
        given = [int(value, 16) for value in re.findall(rb"<([0-9a-f]+)>", values, re.IGNORECASE)]
        for step in range(int(high, 16) - int(low, 16) + 1):
            letters[int(low, 16) + step] = chr(given[step] if len(given) > 1 else given[0] + step)
    return letters


def pdf_texts(content: bytes) -> list[str]:
    """What a reader finds on the page, text by text."""
    streams = pdf_streams(content)
    fonts = {
        name: pdf_letters(streams[int(table)])
        for name, table in re.findall(rb"(?m)^(\d+) 0 obj(?:(?!endobj).)*?/Type0(?:(?!endobj).)*?/ToUnicode (\d+) 0 R", content, re.DOTALL)
    }
    texts = []
    for page in streams.values():
        for found in re.finditer(rb"\bBT\s+/F(\d+) (.*?)\bET\b", page, re.DOTALL):
            glyphs = b"".join(re.findall(rb"<([0-9a-f]+)>", found[2], re.IGNORECASE))
            texts.append("".join(fonts[found[1]].get(int(glyphs[place : place + 4], 16), "?") for place in range(0, len(glyphs), 4)))
    return texts


def test_a_pdf_is_one_page_of_vectors_whose_words_are_text(qapp: QApplication, tmp_path: Path) -> None:
    world, path = three_people(), tmp_path / "circles.pdf"
    save_picture(world.analysis(), world.judgements, path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF-1.") and content.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type\s*/Page\b(?!s)", content)) == 1
    assert b"/Subtype /Image" not in content
    dates = re.findall(rb"Date[ =][\"(](?:D:)?([0-9-]*)", content)
    assert len(dates) == 5 and {date.replace(b"-", b"")[:8] for date in dates} == {b"20250122"}, "the archive's day: same picture, same file"
    texts = pdf_texts(content)
    assert "Sanne" in texts and "weekly" in texts
    assert any("archive of 22 January 2025" in text for text in texts)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_every_place_in_a_pdf_is_where_its_table_says(qapp: QApplication, tmp_path: Path) -> None:
    """Its date was put in afterwards: not one byte may have moved."""
    world, path = three_people(), tmp_path / "circles.pdf"
    save_picture(world.analysis(), world.judgements, path)
    content = path.read_bytes()
    start = int(content[content.rindex(b"startxref") + 9 :].split()[0])
    assert content[start : start + 4] == b"xref"
    places = re.findall(rb"^(\d{10}) \d{5} n", content[start:], re.MULTILINE)
    assert len(places) > 5
    for number, place in enumerate(places, start=1):
        assert re.match(rb"%d 0 obj" % number, content[int(place) :]), number


def test_every_dot_of_the_crowd_is_in_the_svg(qapp: QApplication, tmp_path: Path) -> None:
    world, path = usual_world(1500), tmp_path / "circles.svg"
    save_picture(world.analysis(), world.judgements, path)
    paths = [element.get("d", "") for element in ElementTree.parse(path).iter(f"{SVG}path")]
    assert sum(len(re.findall(r"M", data)) for data in paths if data.count("M") > 10) >= 1500 + 42 + 22


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
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
    save_picture(World().analysis(), [], tmp_path / "empty.png", Picture(scale=1), (300, 260))
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
        save_picture(world.analysis(), world.judgements, tmp_path / name, Picture(scale=scale), size)
    assert caught.value.problem == problem
    assert os.listdir(tmp_path) == []  # noqa: PTH208
