"""Whether the desktop asks for less motion. Qt 6.11 tells of contrast and colours only, so each system is asked in its own way."""

import configparser
import os
import plistlib
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from xml.parsers.expat import ExpatError

from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusVariant

from desktop.main_window import ShownPage

# A portal that does not answer at once is not worth a window that opens late.
PORTAL_MS = 200
PORTAL = "org.freedesktop.portal.Desktop"
SPI_GETCLIENTAREAANIMATION = 0x1042


def is_reduced_by_system() -> bool:
    """True if the user of this desktop switched animations off; False where that cannot be found out."""
    if sys.platform == "win32":
        return _by_windows()
    if sys.platform == "darwin":
        return _by_plist(Path.home() / "Library" / "Preferences" / "com.apple.Accessibility.plist")
    config = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return by_files(config) or _by_portal()


def let_move(pages: Iterable[ShownPage], reduced: bool) -> None:
    """Let the parts of these pages move that can, unless the user (``reduced``) or the system asks for less."""
    moves = not reduced and not is_reduced_by_system()
    for page in pages:
        set_motion: Callable[[bool], None] | None = getattr(page.widget, "set_motion", None)
        if set_motion is not None:
            set_motion(moves)


def by_files(config: Path) -> bool:
    """What KDE and GTK write into their settings, for instance ``gtk-enable-animations=false``."""
    asked = (
        ("kdeglobals", "KDE", "AnimationDurationFactor", ("0", "0.0")),
        ("gtk-4.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
        ("gtk-3.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
    )
    for name, section, key, off in asked:
        parser = configparser.ConfigParser(interpolation=None, strict=False)
        try:
            parser.read(config / name, encoding="utf-8")
        except (configparser.Error, OSError, UnicodeDecodeError):
            continue  # somebody else's file: what cannot be read says nothing
        if parser.get(section, key, fallback="").strip().casefold() in off:
            return True
    return False


def _by_portal() -> bool:
    """GNOME keeps its settings in a database, and tells them through the desktop portal."""
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    message = QDBusMessage.createMethodCall(PORTAL, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings", "Read")
    message.setArguments(["org.gnome.desktop.interface", "enable-animations"])
    answer = bus.call(message, timeout=PORTAL_MS)
    found = answer.arguments()[:1] if answer.type() == QDBusMessage.MessageType.ReplyMessage else []
    value: object = found[0] if found else None
    while isinstance(value, QDBusVariant):
        value = value.variant()
    return value is False


def _by_plist(path: Path) -> bool:
    try:
        settings = plistlib.loads(path.read_bytes())
    except (OSError, ValueError, ExpatError):
        return False
    return isinstance(settings, dict) and bool(settings.get("ReduceMotionEnabled"))


def _by_windows() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    shown = ctypes.c_int(1)
    known = ctypes.windll.user32.SystemParametersInfoW(SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(shown), 0)
    return bool(known) and not shown.value
