"""Icons and verdict shapes are drawn, in the colour and at the sharpness asked for."""

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from analyzer.verdict.verdicts import Verdict
from desktop import icons
from desktop.icons import clear_icons, icon_pixmap
from desktop.shapes import clear_shapes, shape_pixmap
from desktop.theme import DARK, LIGHT, Theme


def covered(image: QImage) -> int:
    """How many pixels are not transparent."""
    return sum(image.pixelColor(x, y).alpha() > 40 for x in range(image.width()) for y in range(image.height()))


@pytest.mark.parametrize("name", icons.names())
def test_every_icon_paints_in_its_colour(qapp: QApplication, name: str) -> None:
    """And in nothing else: an icon holds no colour of its own."""
    image = icon_pixmap(name, 32, LIGHT.accent).toImage()
    solid = {image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255}
    assert covered(image) > 10
    wanted = LIGHT.accent
    strange = [c for c in map(QColor, solid) if max(abs(c.red() - wanted.red()), abs(c.green() - wanted.green()), abs(c.blue() - wanted.blue())) > 2]
    assert strange == []


def test_an_icon_is_drawn_at_the_device_ratio_and_once(qapp: QApplication) -> None:
    """Sharp at 2x, from the cache the second time, anew after a theme switch."""
    sharp = icon_pixmap("people", 16, LIGHT.ink, 2.0)
    assert (sharp.width(), sharp.devicePixelRatio()) == (32, 2.0)
    assert icon_pixmap("people", 16, LIGHT.ink, 2.0) is sharp
    clear_icons()
    assert icon_pixmap("people", 16, LIGHT.ink, 2.0) is not sharp


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    """Never an empty picture."""
    with pytest.raises(FileNotFoundError):
        icon_pixmap("no-such-icon", 16, QColor("black"))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("size", [8, 12, 18, 28, 64])
def test_the_five_shapes_differ_at_every_size(qapp: QApplication, size: int, theme: Theme) -> None:
    """Shape alone tells the verdict: no two silhouettes are the same, none is empty, none leaves its box."""
    silhouettes = {}
    for verdict in Verdict:
        image = shape_pixmap(verdict, size, theme, 2.0).toImage()
        colour = theme.verdicts[verdict]
        points = frozenset(
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).alpha() > 127 and abs(image.pixelColor(x, y).lightness() - colour.lightness()) < 40
        )
        assert points, verdict
        assert all(0 < x < image.width() - 1 and 0 < y < image.height() - 1 for x, y in points), verdict
        silhouettes[verdict] = points
    verdicts = list(Verdict)
    for place, one in enumerate(verdicts):
        for other in verdicts[place + 1 :]:
            both = silhouettes[one] | silhouettes[other]
            assert len(silhouettes[one] ^ silhouettes[other]) / len(both) > 0.12, (one, other)


def test_numbers_only_is_the_quiet_one(qapp: QApplication) -> None:
    """A quarter of the area of the disc, about."""
    areas = {verdict: covered(shape_pixmap(verdict, 64, LIGHT).toImage()) for verdict in Verdict}
    assert areas[Verdict.NUMBERS_ONLY] == min(areas.values())
    assert 0.2 < areas[Verdict.NUMBERS_ONLY] / areas[Verdict.GENUINE] < 0.45
    clear_shapes()
    assert covered(shape_pixmap(Verdict.GENUINE, 64, LIGHT).toImage()) == areas[Verdict.GENUINE]
