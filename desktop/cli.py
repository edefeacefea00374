"""``kithmap-cli``: the analyzer's command plus a painter for pictures."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from analyzer import cli
from analyzer.console.picture import Picture
from analyzer.errors import ExportError
from analyzer.facts import Analysis
from analyzer.verdict.verdicts import Judgement


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    return cli.main(argv, paint)


def paint(analysis: Analysis, judgements: Sequence[Judgement], path: Path, picture: Picture) -> None:
    """Paint the graph off-screen into ``path``, with the window's own painter; Qt is imported here and nowhere else in the command."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        from PySide6.QtWidgets import QApplication

        from desktop.graph.export import save_picture
    except ImportError as error:
        raise ExportError(path, "no-qt") from error
    application = QApplication.instance() or QApplication(sys.argv[:1])
    save_picture(analysis, judgements, path, picture)
    del application


if __name__ == "__main__":
    sys.exit(main())
