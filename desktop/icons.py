"""The window's own icons: SVG files drawn once per name, size, colour and device ratio."""

from functools import lru_cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resources.files("resources").joinpath("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _drawn(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    image = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    image.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, image.width(), image.height()))
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def names() -> list[str]:
    """All icon names, sorted."""
    return sorted(entry.name.removesuffix(".svg") for entry in resources.files("resources").joinpath("icons").iterdir())


def icon_pixmap(name: str, size: int, colour: QColor, ratio: float = 1.0) -> QPixmap:
    """The icon ``name`` as a square of ``size`` logical pixels; raises FileNotFoundError for a name that does not exist."""
    return _drawn(name, size, colour.name(), ratio)


def paint_icon(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Paint an icon centred in ``rect``, as large as its shorter side."""
    size = round(min(rect.width(), rect.height()))
    image = icon_pixmap(name, size, colour, painter.device().devicePixelRatioF())
    painter.drawPixmap(round(rect.center().x() - size / 2), round(rect.center().y() - size / 2), image)


def clear_icons() -> None:
    """Forget the drawn icons: called when the theme changes."""
    _drawn.cache_clear()
