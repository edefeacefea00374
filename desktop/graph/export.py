"""Saves a picture as a file: the window's own painter on an image or a vector device, with legend and date below."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from analyzer.console.picture import AS_USUAL, SUFFIXES, Picture
from analyzer.errors import ExportError
from analyzer.export.atomic import write_bytes
from analyzer.facts import Analysis
from analyzer.verdict.verdicts import Judgement
from desktop.graph.at_month import at_month
from desktop.graph.detail import Detail
from desktop.graph.look import Look
from desktop.graph.sheet import SIZE, caption_of, paint_sheet
from desktop.graph.source import Source
from desktop.graph.sources import source_of
from desktop.graph.vector_files import as_pdf, as_svg
from desktop.theme import DARK, LIGHT

MOST_PIXELS = 20_000


def save_picture(analysis: Analysis, judgements: Sequence[Judgement], path: Path, picture: Picture = AS_USUAL, size: tuple[int, int] = SIZE) -> None:
    """Write everybody but passing contacts to ``path`` (a suffix of `SUFFIXES`); needs a QGuiApplication. `ExportError` where it cannot.

    ``size`` is in px of the design, a PNG has ``picture.scale`` times as many. The file appears whole or not at all.
    """
    source, said = replace(source_of(picture.view, analysis, judgements), detail=Detail.of(picture.ties, picture.names)), ""
    if picture.month is not None:
        source, said = at_month(source, picture.month)
    save_source(source, path, picture, size, said)


def save_source(source: Source, path: Path, picture: Picture = AS_USUAL, size: tuple[int, int] = SIZE, said: str = "") -> None:
    """The same for what a canvas shows now, with its filters; ``said`` stands in the foot, such as the month shown."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise ExportError(path, "format")
    if max(size) * (picture.scale if suffix == ".png" else 1) > MOST_PIXELS or min(size) < 100:
        raise ExportError(path, "size")
    if QGuiApplication.instance() is None:
        raise RuntimeError("a picture needs a QGuiApplication for its fonts")
    theme = DARK if picture.dark else LIGHT
    if suffix == ".png":
        content = _as_png(source, size, Look(theme, ratio=picture.scale), path, said)
    else:
        look = Look(theme, vector=True)

        def paint(painter: QPainter) -> None:
            paint_sheet(source, painter, size, look, said)

        caption = caption_of(source)
        content = as_svg(paint, size, caption) if suffix == ".svg" else as_pdf(paint, size, caption, source.analysis.coverage.as_of)
    write_bytes(path, [content])


def _as_png(source: Source, size: tuple[int, int], look: Look, path: Path, said: str) -> bytes:
    image = QImage(QSize(round(size[0] * look.ratio), round(size[1] * look.ratio)), QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(path, "size")
    image.setDevicePixelRatio(look.ratio)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_sheet(source, painter, size, look, said)
    # After painting: a painter sizes its letters by the image's resolution.
    image.setDotsPerMeterX(round(96 * look.ratio / 0.0254))
    image.setDotsPerMeterY(round(96 * look.ratio / 0.0254))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"png")).write(image):
        raise ExportError(path, "failed")
    return bytes(buffer.data().data())
