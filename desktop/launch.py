"""Starts the window: arguments first, logging and the crash hook, Qt last."""

import argparse
import logging
import os
import runpy
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer import offline
from analyzer.version import VERSION
from desktop import links

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NO_SCREEN = 1


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The command line; ``--help`` and ``--version`` answer and leave before Qt is imported."""
    parser = argparse.ArgumentParser(
        prog="kithmap",
        description="See which of your Twitter/X follows are real relationships, from your own archive, offline.",
        epilog="ARCHIVE is the zip as it came, or the folder it was unpacked to; several of one account may be given.",
    )
    parser.add_argument("archive", nargs="*", type=Path, metavar="ARCHIVE", help="the archive to open")
    parser.add_argument("--version", action="version", version=f"kithmap {VERSION}")
    parser.add_argument("--sample", action="store_true", help="open the built-in sample")
    parser.add_argument("--self-test", action="store_true", help="open the sample off-screen, walk every page, print a line for each")
    parser.add_argument("--debug", action="store_true", help="tell more on stderr")
    arguments = parser.parse_args(argv)
    if arguments.sample and arguments.archive:
        parser.error("--sample opens the built-in archive; leave ARCHIVE out")
    return arguments


def main(argv: Sequence[str] | None = None) -> int:
    """Run and return the exit status. Without ``argv`` this is the process's own program, which is locked out of the internet."""
    is_program = argv is None
    argv = list(sys.argv[1:] if argv is None else argv)
    if argv[:1] == ["--child"]:  # how a frozen bundle, which is one program, runs its own modules (jobs.child_command)
        return _be_child(argv[1:])
    arguments = parse(argv)
    logging.basicConfig(level=logging.INFO if arguments.debug else logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    if arguments.self_test:
        if is_program:
            offline.lock_out_internet()
        from desktop.self_test import run_self_test

        return run_self_test()
    if not has_screen():
        print("There is no screen here: use kithmap-cli, which does the same without a window.", file=sys.stderr)
        return NO_SCREEN
    opener = links.LinkOpener()
    opener.start()  # before the lock, which it must not inherit
    try:
        if is_program:
            offline.lock_out_internet()
        return _show(arguments, opener)
    finally:
        opener.close()


def has_screen() -> bool:
    """Whether Qt can be asked at all: without a screen it ends the whole process."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _show(arguments: argparse.Namespace, opener: links.LinkOpener) -> int:
    from PySide6.QtWidgets import QApplication

    from desktop.application import Application
    from desktop.crash import CrashHook

    crash = CrashHook()
    crash.install()
    app = make_application()
    application = Application(app, crash=crash, opener=opener)
    application.show()
    if arguments.archive:
        application.open_paths(arguments.archive)
    elif arguments.sample:
        application.open_sample()
    status = QApplication.exec()
    crash.show = None
    return status


def make_application() -> "QApplication":
    """The one QApplication, in the style that looks the same on every desktop."""
    from PySide6.QtCore import QLocale
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    app.setApplicationName("Kithmap")
    app.setApplicationVersion(VERSION)
    app.setDesktopFileName("kithmap")
    app.setStyle("Fusion")
    if QLocale().language() == QLocale.Language.C:
        # A system that names no language: English words deserve English numbers and dates.
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    return app


def _be_child(arguments: Sequence[str]) -> int:
    if list(arguments) == [links.MODULE]:
        return links.main()
    from desktop.jobs import CHILD_MODULES

    if len(arguments) != 1 or arguments[0] not in CHILD_MODULES:
        print("--child runs Kithmap's own modules only", file=sys.stderr)
        return 2
    try:
        runpy.run_module(arguments[0], run_name="__main__")
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0
    return 0
