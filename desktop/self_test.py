"""``--self-test``: opens the built-in sample in an off-screen window, walks every page and says what it saw."""

import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


LIMIT_MS = 60_000
STEP_MS = 60


def run_self_test() -> int:
    """0 if the sample opened and every page painted something; 1 with a line that says what did not. Touches nothing the user keeps."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="kithmap-self-test-") as home:
        os.environ["KITHMAP_HOME"] = home
        return _run(Path(home))


def _run(home: Path) -> int:
    from PySide6.QtCore import QObject, QTimer

    from desktop.application import Application
    from desktop.crash import CrashHook
    from desktop.graph.kinds import SceneKind
    from desktop.launch import make_application
    from desktop.pages.graph import GraphPage
    from desktop.settings import SettingsStore
    from desktop.wording.errors import problem_of

    class Walk(QObject):
        """Steps from page to page by a timer, so that the event loop stays the only one."""

        def __init__(self, application: Application) -> None:
            super().__init__()
            self.application = application
            self.failures = 0
            self.left = [page.item.page_id for page in application.window.pages()]
            # The Map's places come from a child process, which a frozen bundle must be able to start.
            self.modes = [SceneKind.MAP, SceneKind.PERSON]
            self.walked = 0
            self.timer = QTimer(self, interval=STEP_MS)
            self.limit = QTimer(self, singleShot=True, interval=LIMIT_MS)
            self.timer.timeout.connect(self.on_step)
            self.limit.timeout.connect(self.on_limit)
            application.importer.done.connect(self.on_opened)
            application.importer.failed.connect(self.on_failed)
            self.limit.start()
            self.say("start", application.window.start.grab().toImage(), "shown")

        def say(self, name: str, image: "QImage", words: str) -> None:
            painted = _is_painted(image)
            self.failures += not painted
            print(f"{name}: {words}, {image.width()} x {image.height()} {'painted' if painted else 'EMPTY'}", flush=True)

        def on_opened(self) -> None:
            analysis = self.application.session.analysis
            assert analysis is not None
            print(f"sample: {analysis.counts.tweets} tweets, {len(analysis.people)} people, {analysis.communities} communities", flush=True)
            self.failures += not analysis.people
            self.timer.start()

        def on_failed(self, error: Exception) -> None:
            print(f"sample: FAILED. {problem_of(error).lead} ({type(error).__name__})", flush=True)
            self.finish(1)

        def on_step(self) -> None:
            if not self.left:
                self.finish(0)
                return
            if self.application.window.current_page == "graph" and self.walked and self.modes:
                self.on_mode(self.modes[0])
                return
            page_id = self.left.pop(0)
            self.application.window.show_page(page_id)
            people = self.application.session.visible()
            self.say(page_id, self.application.window.grab().toImage(), f"shown with {len(people)} people")
            self.walked += 1

        def on_mode(self, mode: SceneKind) -> None:
            """Show the next picture of the graph, once the one before is there."""
            page = next(page.widget for page in self.application.window.pages() if page.item.page_id == "graph")
            assert isinstance(page, GraphPage)
            page.show_mode(mode)
            if page.is_ready and page.canvas.scene is not None:
                self.say(f"graph as {mode}", page.canvas.grab().toImage(), f"shown with {len(page.canvas.scene.nodes)} people")
                self.modes.pop(0)

        def on_limit(self) -> None:
            print(f"FAILED: not done after {LIMIT_MS // 1000} s", flush=True)
            self.finish(1)

        def finish(self, failures: int) -> None:
            self.timer.stop()
            self.limit.stop()
            self.failures += failures
            self.application.window.close()
            app.exit()

    crash = CrashHook()
    crash.install()
    app = make_application()
    application = Application(app, SettingsStore(home / "settings.json"), crash=crash)
    application.show()
    walk = Walk(application)
    application.open_sample()
    app.exec()
    bad = walk.failures + crash.count
    print(f"self-test: {'ok' if not bad else 'FAILED'}, {walk.walked} pages", file=sys.stdout, flush=True)
    return 1 if bad else 0


def _is_painted(image: "QImage") -> bool:
    """True if the picture holds more than two colours: a page that painted nothing shows its ground alone."""
    colours = {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 3)}
    return len(colours) > 2
