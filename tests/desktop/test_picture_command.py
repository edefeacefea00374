"""``kithmap-cli`` paints pictures off-screen by the window's own painter, and is otherwise the analyzer's command."""

import csv
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from PySide6.QtGui import QImage

from tests.analyzer.console.tiny_archive import write

ROOT = Path(__file__).parents[2]


def run(folder: Path, *arguments: object) -> "subprocess.CompletedProcess[bytes]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    environment.pop("DISPLAY", None)
    command = [sys.executable, "-m", "desktop.cli", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=100, check=False)


def test_pictures_are_painted_without_a_screen_and_twice_the_same(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive.zip")
    suffixes = ("gexf", "pdf", "png", "svg")
    for number in (1, 2):
        done = run(tmp_path, "analyze", archive, *(word for suffix in suffixes for word in ("--graph", f"{number}.{suffix}")))
        assert (done.returncode, done.stderr) == (0, b"")
    for suffix in suffixes:
        assert (tmp_path / f"1.{suffix}").read_bytes() == (tmp_path / f"2.{suffix}").read_bytes()
    image = QImage(str(tmp_path / "1.png"))
    assert image.width() >= 800
    assert len({image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}) > 5
    assert ET.parse(tmp_path / "1.svg").getroot().tag == "{http://www.w3.org/2000/svg}svg"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["archive.zip", *(f"{n}.{s}" for n in (1, 2) for s in suffixes)])


def test_a_picture_comes_in_the_size_and_theme_asked_for(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive.zip")
    done = run(tmp_path, "analyze", archive, "--graph", "g.png", "--scale", "300dpi", "--theme", "dark")
    assert (done.returncode, done.stderr) == (0, b"")
    image = QImage(str(tmp_path / "g.png"))
    assert (image.width(), round(image.dotsPerMeterX() * 0.0254)) == (3750, 300)
    assert image.pixelColor(2, 2).lightness() < 60


def test_a_picture_of_a_month_shows_fewer_people_and_says_so(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive.zip")
    for name, words in (("all", []), ("early", ["--month", "1999-01"])):
        done = run(tmp_path, "analyze", archive, "--graph", f"{name}.svg", *words)
        assert (done.returncode, done.stderr) == (0, b"")
    texts = {
        name: ["".join(found.itertext()) for found in ET.parse(tmp_path / f"{name}.svg").iter() if found.tag.endswith("text")]
        for name in ("all", "early")
    }
    assert any("January 1999: nobody in touch (faint: in contact before, not then)" in text for text in texts["early"])
    assert set(texts["early"]) - {texts["early"][-1]} < set(texts["all"]) | {"0"}


def test_as_many_ties_and_names_as_asked_for(tmp_path: Path) -> None:
    counts = {}
    for amount in ("none", "usual", "all"):
        done = run(tmp_path, "analyze", "--graph", f"{amount}.svg", "--ties", amount, "--labels", amount)
        assert (done.returncode, done.stderr) == (0, b"")
        counts[amount] = len(texts_of(tmp_path / f"{amount}.svg"))
    assert counts["none"] < counts["usual"] < counts["all"]
    assert any("weaker ties hidden" in text for text in texts_of(tmp_path / "none.svg"))
    assert run(tmp_path, "analyze", "--graph", "x.svg", "--labels", "many").returncode == 2


def test_under_pseudonyms_no_name_is_in_pictures_or_graph_files(tmp_path: Path) -> None:
    done = run(tmp_path, "analyze", "--graph", "named.svg", "--people", "people.csv")
    assert done.returncode == 0
    done = run(tmp_path, "analyze", "--graph", "p.svg", "--graph", "p.graphml", "--pseudonyms")
    assert (done.returncode, done.stderr) == (0, b"")
    with (tmp_path / "people.csv").open(encoding="utf-8-sig", newline="") as file:
        handles = {row["handle"].lower() for row in csv.DictReader(file)} - {""}
    assert len(handles) > 200
    named = {text.lower().removeprefix("@") for text in texts_of(tmp_path / "named.svg")}
    shown = texts_of(tmp_path / "p.svg")
    assert sum(re.fullmatch(r"P\d{3}", text) is not None for text in shown) > 8
    assert not [text for text in shown if "#" in text or "@" in text]
    assert not named & handles & {text.lower() for text in shown}
    graph = (tmp_path / "p.graphml").read_text("utf-8").lower()
    assert not [handle for handle in handles if f">{handle}<" in graph]
    assert ">p001<" in graph and not re.search(r"\b\d{9,}\b", graph)


def texts_of(picture: Path) -> list[str]:
    return ["".join(found.itertext()).strip() for found in ET.parse(picture).iter() if found.tag.endswith("text")]


def test_what_is_no_month_or_size_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    for words in (["--month", "May"], ["--month", "2019-13"], ["--scale", "5"]):
        done = run(tmp_path, "analyze", "--graph", "g.png", *words)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (2, b"", 1)
    assert list(tmp_path.iterdir()) == []


def test_every_view_is_painted_and_the_same_every_time(tmp_path: Path) -> None:
    for number in (1, 2):
        for view in ("circles", "map", "person:@odileandember"):
            name = f"{view.partition(':')[0]}{number}.png"
            done = run(tmp_path, "analyze", "--graph", name, "--view", view, "--scale", "1")
            assert (done.returncode, done.stderr) == (0, b"")
    pictures = {view: [(tmp_path / f"{view}{number}.png").read_bytes() for number in (1, 2)] for view in ("circles", "map", "person")}
    assert all(first == second for first, second in pictures.values())
    assert len({first for first, _ in pictures.values()}) == 3


def test_a_view_of_nobody_or_of_no_kind_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    for view in ("person:@nobody_of_this_name", "person:", "hairball"):
        done = run(tmp_path, "analyze", "--graph", "g.png", "--view", view)
        assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    assert list(tmp_path.iterdir()) == []


def test_an_unwritable_picture_is_one_sentence_and_exit_4(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive.zip")
    done = run(tmp_path, "analyze", archive, "--json", "a.json", "--graph", "none/g.png")
    assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (4, b"", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["archive.zip"]


def test_without_a_picture_qt_is_never_loaded(tmp_path: Path) -> None:
    archive = write(tmp_path / "archive.zip")
    program = "import sys; from desktop import cli; cli.main(sys.argv[1:]); print([name for name in sys.modules if name.startswith('PySide')])"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", program, "analyze", str(archive), "--json", str(tmp_path / "a.json")]
    done = subprocess.run(command, env=environment, capture_output=True, timeout=100, check=True)
    assert done.stdout.decode().splitlines()[-1] == "[]"
