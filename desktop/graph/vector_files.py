"""Pictures as SVG and PDF: Qt's writers, put right where a file needs more than they give."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from PySide6.QtCore import QBuffer, QByteArray, QHashSeed, QIODevice, QMarginsF, QRect, QSize, QSizeF, Qt, QUuid
from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from desktop.graph.arc_text import CurvedWord

Paint = Callable[[QPainter], None]

_NO_DATE = date(2006, 3, 21)  # the day of the first tweet, for archives that name none


class SvgDevice(QSvgGenerator):
    """Qt's generator, which would write a word along a circle as single letters; this one keeps it in one text."""

    def __init__(self, buffer: QBuffer, size: tuple[int, int], description: str) -> None:
        super().__init__()
        self.curved: list[CurvedWord] = []
        self.setOutputDevice(buffer)
        self.setSize(QSize(*size))
        self.setViewBox(QRect(0, 0, *size))
        self.setResolution(_screen_dpi())
        self.setTitle("Kithmap")
        self.setDescription(description)

    def take_curved_word(self, word: CurvedWord) -> None:
        """Keep the word for the end of the file."""
        self.curved.append(word)


def as_svg(paint: Paint, size: tuple[int, int], description: str) -> bytes:
    """The painted sheet as SVG: every word is text, curved ones too, and fonts have a fallback."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    device = SvgDevice(buffer, size, description)
    _paint(device, paint)
    buffer.close()
    text = bytes(data.data()).decode()
    # A family the reader's computer lacks must not become its serif font.
    text = re.sub(r'font-family="([^"]*)"', r'font-family="\1, sans-serif"', text)
    end = text.rindex("</svg>")
    return (text[:end] + "".join(_curved_text(word) for word in device.curved) + text[end:]).encode()


def _curved_text(word: CurvedWord) -> str:
    """One text with a place and a turn for every letter: found and read as a word, and no reader needs to know text paths."""
    numbers = {
        "x": [f"{x:.2f}" for x in word.xs],
        "y": [f"{y:.2f}" for y in word.ys],
        "rotate": [f"{turn:.1f}" for turn in word.turns],
    }
    places = " ".join(f'{name}="{" ".join(values)}"' for name, values in numbers.items())
    return f'<text {places} {_font(word.font)} fill={quoteattr(word.colour.name())} stroke="none" xml:space="preserve">{escape(word.text)}</text>\n'


def _font(font: QFont) -> str:
    size = font.pointSizeF() * _screen_dpi() / 72 if font.pointSizeF() > 0 else font.pixelSize()
    family = quoteattr(f"{font.family()}, sans-serif")
    return f'font-family={family} font-size="{size:g}" font-weight="{font.weight().value}"'


def as_pdf(paint: Paint, size: tuple[int, int], description: str, as_of: date | None) -> bytes:
    """The painted sheet as one page of PDF, words as text; ``as_of`` stands as its date, so that the same picture is the same file."""
    with _same_order():
        return _spaced(_dated(_written(paint, size, description), as_of or _NO_DATE))


def _written(paint: Paint, size: tuple[int, int], description: str) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    dpi = _screen_dpi()
    writer = QPdfWriter(buffer)
    writer.setResolution(dpi)
    writer.setPageSize(QPageSize(QSizeF(size[0] * 72 / dpi, size[1] * 72 / dpi), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(f"Kithmap: {description}")
    writer.setCreator("Kithmap")
    # Any fixed one does: the same picture shall be the same file.
    writer.setDocumentId(QUuid())
    _paint(writer, paint)
    buffer.close()
    return bytes(data.data())


@contextmanager
def _same_order() -> Iterator[None]:
    """Qt writes a PDF's fonts in the order of a hash table, which is another one in every process, unless tables are made without a seed."""
    QHashSeed.setDeterministicGlobalSeed()
    try:
        yield
    finally:
        QHashSeed.resetRandomGlobalSeed()


def _dated(pdf: bytes, day: date) -> bytes:
    """The file with this date in place of the time of writing; lengths stay, as a PDF knows its places by bytes."""

    def same_length(found: re.Match[bytes]) -> bytes:
        stamp = f"(D:{day:%Y%m%d}000000Z)".encode()
        return found[1] + stamp.ljust(len(found[2]))

    pdf = re.sub(rb"(/(?:CreationDate|ModDate) )(\(D:[^)]*\))", same_length, pdf)
    return re.sub(rb'(xmp:\w+Date=")[^"]{25}"', rb"\g<1>" + f'{day:%Y-%m-%d}T00:00:00+00:00"'.encode(), pdf)


def _spaced(pdf: bytes) -> bytes:
    """The file whose spaces are read as spaces: where tab and space share a glyph, Qt tells readers that it is a tab (seen with 6.11)."""

    def letters(found: re.Match[bytes]) -> bytes:
        return found[0].replace(b"<0009>", b"<0020>")

    def table(found: re.Match[bytes]) -> bytes:
        return re.sub(rb"\[[^\]]*\]", letters, found[0])

    return re.sub(rb"begincmap.*?endcmap", table, pdf, flags=re.DOTALL)


def _paint(device: QSvgGenerator | QPdfWriter, paint: Paint) -> None:
    with QPainter(device) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        paint(painter)


def _screen_dpi() -> int:
    """Fonts are measured for the screen: a file of another resolution would have larger or smaller letters."""
    return round(QGuiApplication.primaryScreen().logicalDotsPerInch())
