"""Saves the Circles picture as a file: the window's own painter on an image or a vector device, with legend and date below."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from analyzer.errors import ExportError
from analyzer.export.atomic import write_bytes
from analyzer.facts import Analysis
from analyzer.network.circles import gather_circles
from analyzer.verdict.verdicts import Judgement, Verdict
from desktop.graph.look import Look
from desktop.graph.paint import paint_picture
from desktop.graph.scene import Scene
from desktop.graph.source import Source
from desktop.graph.texts import draw_text
from desktop.graph.view import View
from desktop.metrics import scale
from desktop.shapes import FILL, paint_shape
from desktop.theme import DARK, LIGHT
from desktop.wording.basics import number
from desktop.wording.circles import dot_words, hidden_words, picture_caption
from desktop.wording.names import verdict_word

SIZE = (1200, 1000)
SCALE = 2.0
MOST_PIXELS = 20_000
FOOT = 66
MARGIN = 24
FORMATS = (".png", ".svg")


def save_picture(
    analysis: Analysis,
    judgements: Sequence[Judgement],
    path: Path,
    theme: str = "light",
    size: tuple[int, int] = SIZE,
    scale: float = SCALE,
) -> None:
    """Write everybody but passing contacts to ``path`` (``.png`` or ``.svg``); needs a QGuiApplication. `ExportError` where it cannot.

    ``size`` is in px of the design, a PNG has ``scale`` times as many. The file appears whole or not at all.
    """
    circles = gather_circles(analysis, judgements)
    save_source(Source(analysis, judgements, circles, frozenset(range(len(analysis.people)))), path, theme, size, scale)


def save_source(source: Source, path: Path, theme: str = "light", size: tuple[int, int] = SIZE, scale: float = SCALE) -> None:
    """The same for what a canvas shows now, with its filters."""
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise ExportError(path, "format")
    if max(size) * scale > MOST_PIXELS or min(size) < 100:
        raise ExportError(path, "size")
    if QGuiApplication.instance() is None:
        raise RuntimeError("a picture needs a QGuiApplication for its fonts")
    look = Look(DARK if theme == "dark" else LIGHT, ratio=scale if suffix == ".png" else 1.0, vector=suffix == ".svg")
    content = _as_svg(source, size, look) if suffix == ".svg" else _as_png(source, size, look, path)
    write_bytes(path, [content])


def paint_sheet(source: Source, painter: QPainter, size: tuple[int, int], look: Look) -> None:
    """The picture with its foot: legend with counts, whose archive of when, and what is hidden."""
    width, height = size
    foot = round(FOOT * scale())
    view = View.fitting(width, height - foot)
    scene = source.scene((view.width, view.height), look.fonts)
    painter.fillRect(QRect(0, 0, width, height), look.theme.window)
    paint_picture(scene, painter, view, look)
    _paint_legend(scene, painter, look, (MARGIN, height - foot + 8.0))
    hidden = hidden_words(source.circles.passing, scene.weaker, source.circles.own)
    archive = source.analysis.archive
    parts = [picture_caption(archive.handle or "", source.analysis.coverage.as_of), hidden, dot_words(scene.per_dot)]
    words = " · ".join(part.rstrip(".") for part in parts if part)
    baseline = height - MARGIN + look.fonts.label.cap / 2
    draw_text(painter, look, look.fonts.label.cut(words, width - 2 * MARGIN), look.fonts.label, MARGIN, baseline, look.theme.ink2, None)


def _paint_legend(scene: Scene, painter: QPainter, look: Look, at: tuple[float, float]) -> None:
    x, y = at
    fonts, counts = look.fonts, count_shown(scene)
    for verdict in Verdict:
        paint_shape(painter, verdict, QPointF(x + 6.5, y + 8), 15 * FILL, look.theme, look.theme.window)
        word, count = verdict_word(verdict), number(counts[verdict])
        baseline = y + 8 + fonts.label.cap / 2
        draw_text(painter, look, word, fonts.label, x + 19, baseline, look.theme.ink, None)
        draw_text(painter, look, count, fonts.strong, x + 24 + fonts.label.width(word), baseline, look.theme.ink, None)
        x += 24 + fonts.label.width(word) + fonts.strong.width(count) + 22


def count_shown(scene: Scene) -> Mapping[Verdict, int]:
    """How many people of each verdict the picture shows."""
    counts = dict.fromkeys(Verdict, 0)
    for person in scene.reading_order:
        counts[scene.judgements[person].verdict] += 1
    return counts


def _as_png(source: Source, size: tuple[int, int], look: Look, path: Path) -> bytes:
    image = QImage(QSize(round(size[0] * look.ratio), round(size[1] * look.ratio)), QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(path, "size")
    image.setDevicePixelRatio(look.ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_sheet(source, painter, size, look)
    painter.end()
    # After painting: a painter sizes its letters by the image's resolution.
    image.setDotsPerMeterX(round(96 * look.ratio / 0.0254))
    image.setDotsPerMeterY(round(96 * look.ratio / 0.0254))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise ExportError(path, "failed")
    return bytes(buffer.data().data())


def _as_svg(source: Source, size: tuple[int, int], look: Look) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(*size))
    generator.setViewBox(QRect(0, 0, *size))
    generator.setResolution(round(QGuiApplication.primaryScreen().logicalDotsPerInch()))
    generator.setTitle("Kithmap")
    generator.setDescription(picture_caption(source.analysis.archive.handle or "", source.analysis.coverage.as_of))
    painter = QPainter(generator)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    paint_sheet(source, painter, size, look)
    painter.end()
    buffer.close()
    return bytes(data.data())
