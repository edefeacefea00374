"""Every colour of the window: one frozen table per theme, and the palette and small style sheet made from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from analyzer.verdict.verdicts import Verdict


class ThemeChoice(StrEnum):
    """What the user asked for; SYSTEM follows the desktop."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """The tokens of one theme (opaque colours only: half-transparent pens are four to ten times slower).

    ``rings`` are the grounds weekly, monthly, within a year, silent. ``verdicts`` and ``tints`` are always shown with shape and word.
    """

    name: str
    window: QColor
    surface: QColor
    sunk: QColor
    hover: QColor
    line: QColor
    control_line: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    error: QColor
    error_soft: QColor
    rings: tuple[QColor, QColor, QColor, QColor]
    tie: QColor
    strong_tie: QColor
    dim: QColor
    hull: QColor
    bundle: QColor
    crowd: QColor
    verdicts: Mapping[Verdict, QColor] = field(repr=False)
    tints: Mapping[Verdict, QColor] = field(repr=False)

    @property
    def is_dark(self) -> bool:
        """True for light text on a dark ground."""
        return self.window.lightness() < self.ink.lightness()


def _by_verdict(genuine: str, lapsed: str, acquaintance: str, numbers_only: str, insufficient: str) -> Mapping[Verdict, QColor]:
    return MappingProxyType(
        {
            Verdict.GENUINE: QColor(genuine),
            Verdict.LAPSED: QColor(lapsed),
            Verdict.ACQUAINTANCE: QColor(acquaintance),
            Verdict.NUMBERS_ONLY: QColor(numbers_only),
            Verdict.INSUFFICIENT: QColor(insufficient),
        }
    )


LIGHT = Theme(
    name="light",
    window=QColor("#F6F4F0"),
    surface=QColor("#FFFFFF"),
    sunk=QColor("#ECE9E3"),
    hover=QColor("#F1EEE8"),
    line=QColor("#DEDAD2"),
    control_line=QColor("#8A847A"),
    ink=QColor("#24211D"),
    ink2=QColor("#57534C"),
    ink3=QColor("#6D6860"),
    accent=QColor("#0F6B63"),
    accent_soft=QColor("#D9EAE7"),
    on_accent=QColor("#FFFFFF"),
    error=QColor("#A3153F"),
    error_soft=QColor("#F7E1E8"),
    rings=(QColor("#FBE3D3"), QColor("#FAEBDF"), QColor("#F8F0E8"), QColor("#F6F4F0")),
    tie=QColor("#D9D2C7"),
    strong_tie=QColor("#B9AF9F"),
    dim=QColor("#D6D1C8"),
    hull=QColor("#EFECE5"),
    bundle=QColor("#DDD8CE"),
    crowd=QColor("#918C83"),
    verdicts=_by_verdict("#A83C0C", "#AC7A12", "#3A6FA6", "#7C7972", "#4A3355"),
    tints=_by_verdict("#F9E6DB", "#F7EDD3", "#E1EBF4", "#EDEBE7", "#EBE5EF"),
)

DARK = Theme(
    name="dark",
    window=QColor("#1C1B19"),
    surface=QColor("#272522"),
    sunk=QColor("#141312"),
    hover=QColor("#2E2B28"),
    line=QColor("#3B3833"),
    control_line=QColor("#847D72"),
    ink=QColor("#F0ECE5"),
    ink2=QColor("#C2BCB1"),
    ink3=QColor("#A39D92"),
    accent=QColor("#6CCBBF"),
    accent_soft=QColor("#1F3F3B"),
    on_accent=QColor("#0F2220"),
    error=QColor("#FF8FA8"),
    error_soft=QColor("#43202A"),
    rings=(QColor("#3D2B1D"), QColor("#33271D"), QColor("#29221C"), QColor("#1C1B19")),
    tie=QColor("#3F3B35"),
    strong_tie=QColor("#6A6257"),
    dim=QColor("#45413B"),
    hull=QColor("#24221F"),
    bundle=QColor("#38342F"),
    crowd=QColor("#6E6A63"),
    verdicts=_by_verdict("#FFAF66", "#A5843F", "#6FA5D8", "#95928A", "#E5D8EE"),
    tints=_by_verdict("#46301C", "#3B3320", "#22313F", "#33312D", "#393042"),
)


def theme_for(choice: ThemeChoice, system: Qt.ColorScheme) -> Theme:
    """The theme that a choice means on this desktop; an unknown system scheme is light."""
    if choice is ThemeChoice.SYSTEM:
        return DARK if system == Qt.ColorScheme.Dark else LIGHT
    return DARK if choice is ThemeChoice.DARK else LIGHT


def theme_of(widget: QWidget) -> Theme:
    """The theme a widget is shown in, told by its palette: the palette is the only state there is.

    It looks at the accent, the one role that no rule of the style sheet puts over.
    """
    return DARK if widget.palette().color(QPalette.ColorRole.Accent) == DARK.accent else LIGHT


def palette(theme: Theme) -> QPalette:
    """A full palette from the tokens, so that plain Qt widgets fit in on every desktop."""
    made = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.ink,
        role.Base: theme.surface,
        role.AlternateBase: theme.surface,
        role.Text: theme.ink,
        role.PlaceholderText: theme.ink3,
        role.Button: theme.surface,
        role.ButtonText: theme.ink,
        role.BrightText: theme.error,
        role.Highlight: theme.accent_soft,
        role.HighlightedText: theme.ink,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.ToolTipBase: theme.ink,
        role.ToolTipText: theme.window,
        role.Light: theme.surface,
        role.Midlight: theme.hover,
        role.Mid: theme.line,
        role.Dark: theme.control_line,
        role.Shadow: theme.sunk,
    }
    for which, colour in colours.items():
        made.setColor(which, colour)
    for which in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        made.setColor(QPalette.ColorGroup.Disabled, which, theme.ink3)
    return made


def style_sheet(theme: Theme) -> str:
    """Radius, padding and flat scroll bars; everything richer is painted by the widgets."""
    return f"""
        QMenuBar {{ background: {theme.window.name()}; color: {theme.ink2.name()}; padding: 2px 3px; border: 0; }}
        QMenuBar::item {{ padding: 4px 9px; border-radius: 6px; background: transparent; }}
        QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {theme.sunk.name()}; color: {theme.ink.name()}; }}
        QMenu {{ background: {theme.surface.name()}; color: {theme.ink.name()}; border: 1px solid {theme.line.name()}; padding: 6px; }}
        QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 6px; }}
        QMenu::item:selected {{ background: {theme.accent_soft.name()}; }}
        QMenu::item:disabled {{ color: {theme.ink3.name()}; }}
        QMenu::separator {{ height: 1px; background: {theme.line.name()}; margin: 6px 8px; }}
        QToolTip {{ background: {theme.ink.name()}; color: {theme.window.name()}; border: 0; padding: 5px 8px; }}
        QLineEdit {{ background: {theme.surface.name()}; border: 1px solid {theme.control_line.name()}; border-radius: 8px; padding: 5px 9px; }}
        QLineEdit:focus {{ border-color: {theme.accent.name()}; }}
        QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {{ background: transparent; border: 0; padding: 0; }}
        QPlainTextEdit {{ background: {theme.surface.name()}; border: 1px solid {theme.line.name()}; border-radius: 8px; padding: 4px; }}
        QScrollArea, QAbstractScrollArea {{ border: 0; }}
        QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
        QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
        QScrollBar::handle {{ background: {theme.strong_tie.name()}; border-radius: 3px; margin: 3px; min-height: 28px; min-width: 28px; }}
        QScrollBar::handle:hover {{ background: {theme.control_line.name()}; }}
        QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
        QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole application this theme; open windows repaint themselves."""
    app.setPalette(palette(theme))
    app.setStyleSheet(style_sheet(theme))
