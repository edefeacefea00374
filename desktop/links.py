"""Links: one at a time, to X only, opened on Linux by a small process that was started before the internet was locked out.

The lock (`analyzer.offline`) is inherited, so a browser started after it would have no internet either. The helper is started first, is this very
file run alone (nothing but the standard library), and trusts nobody: it checks each address again, opens one a second at most, and ends when its
pipe closes, which the system does even if Kithmap is killed. Elsewhere there is no lock and no helper, and the same checks stand before opening.
"""

import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from enum import Enum
from pathlib import Path

MODULE = "desktop.links"
LONGEST = 100
SECONDS_BETWEEN = 1.0
SECONDS_TO_ANSWER = 2.0

_HANDLE, _ID = "[A-Za-z0-9_]{1,20}", "[0-9]{1,20}"
_ALLOWED = re.compile(rf"https://(?:x|twitter)\.com/(?:{_HANDLE}(?:/status/{_ID})?|i/(?:user|status|web/status)/{_ID}|intent/user\?user_id={_ID})")
_OPENERS = (("xdg-open",), ("gio", "open"), ("x-www-browser",))


class Answer(Enum):
    """What became of a link."""

    OPENED = "opened"
    """It was handed to the system's browser."""
    TOO_SOON = "too-soon"
    """Another one was opened less than a second ago: links are never opened in a batch."""
    NOT_ALLOWED = "not-allowed"
    """It is no address that Kithmap opens."""
    NO_BROWSER = "no-browser"
    """The system has no browser, or the helper is gone."""


def is_allowed(url: str) -> bool:
    """True for a profile or a tweet on x.com or twitter.com, written as the app or the archive writes it."""
    return len(url) <= LONGEST and _ALLOWED.fullmatch(url) is not None


class Gate:
    """Lets an allowed address through to ``show``, at most one a second."""

    def __init__(self, show: Callable[[str], Answer], clock: Callable[[], float] = time.monotonic) -> None:
        self._show = show
        self._clock = clock
        self._next = float("-inf")

    def open(self, url: str) -> Answer:
        """Check and open one address."""
        if not is_allowed(url):
            return Answer.NOT_ALLOWED
        now = self._clock()
        if now < self._next:
            return Answer.TOO_SOON
        self._next = now + SECONDS_BETWEEN
        return self._show(url)


class LinkOpener:
    """Opens links for the window. `start` it before the lock; `close` ends the helper."""

    def __init__(self) -> None:
        self._gate = Gate(self._ask if sys.platform == "linux" else show_in_browser)
        self._helper: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the helper where one is needed; without it (the system may refuse) every link answers NO_BROWSER."""
        if sys.platform != "linux" or self._helper is not None:
            return
        try:
            # A session of its own: Ctrl+C in the terminal is for the window.
            self._helper = subprocess.Popen(helper_command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0, start_new_session=True)
        except OSError:
            self._helper = None

    def open(self, url: str) -> Answer:
        """Open one address; the window waits for the helper's word, some milliseconds, and never longer than two seconds."""
        return self._gate.open(url)

    def close(self) -> None:
        """End the helper; browsers it started stay."""
        helper, self._helper = self._helper, None
        if helper is None:
            return
        assert helper.stdin is not None and helper.stdout is not None
        helper.stdin.close()
        helper.stdout.close()
        try:
            helper.wait(SECONDS_TO_ANSWER)
        except subprocess.TimeoutExpired:
            helper.kill()
            helper.wait()

    def _ask(self, url: str) -> Answer:
        helper = self._helper
        if helper is None:
            return Answer.NO_BROWSER
        assert helper.stdin is not None and helper.stdout is not None
        try:
            helper.stdin.write(url.encode("ascii") + b"\n")
            answered, _, _ = select.select([helper.stdout], [], [], SECONDS_TO_ANSWER)
            answer = os.read(helper.stdout.fileno(), LONGEST) if answered else b""
        except OSError:  # the helper was ended from outside
            answer = b""
        if not answer:
            self.close()  # its late word would be taken for the answer to the next link
            return Answer.NO_BROWSER
        return Answer(answer.decode("ascii").rstrip("\n"))


def helper_command() -> list[str]:
    """How to run this module alone: isolated from the user's folder and settings of Python; a frozen bundle's only program is the app itself."""
    return [sys.executable, "--child", MODULE] if getattr(sys, "frozen", False) else [sys.executable, "-I", "-S", str(Path(__file__).resolve())]


def show_in_browser(url: str) -> Answer:
    """Hand an address to the system's browser and do not wait for it."""
    if sys.platform == "win32":
        try:
            os.startfile(url)
        except OSError:
            return Answer.NO_BROWSER
        return Answer.OPENED
    openers: Sequence[Sequence[str]] = (("open",),) if sys.platform == "darwin" else _OPENERS
    nowhere = subprocess.DEVNULL
    for opener in openers:
        program = shutil.which(opener[0])
        if program is None:
            continue
        command = [program, *opener[1:], url]
        try:
            started = subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=True, env=_user_environment())
        except OSError:
            continue
        _started.append(started)
        return Answer.OPENED
    return Answer.NO_BROWSER


_started: list[subprocess.Popen[bytes]] = []


def _forget_ended() -> None:
    """Take leave of openers that are done, so that they do not stay as zombies."""
    _started[:] = [opener for opener in _started if opener.poll() is None]


def _user_environment() -> dict[str, str]:
    """The environment without the library path that PyInstaller's bundles set for themselves: a browser needs the system's."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        original = environment.pop("LD_LIBRARY_PATH_ORIG", "")
        environment.pop("LD_LIBRARY_PATH", None)
        if original:
            environment["LD_LIBRARY_PATH"] = original
    return environment


def _line(answer: Answer) -> bytes:
    return answer.value.encode("ascii") + b"\n"


def serve(requests: int, answers: int, gate: Gate) -> None:
    """The helper: one line in, one line out, until the pipe closes. What is no single short line is refused, and the helper ends."""
    while request := os.read(requests, LONGEST + 2):
        _forget_ended()
        text = request.decode("ascii", "replace")
        if not text.endswith("\n") or text.count("\n") != 1:
            os.write(answers, _line(Answer.NOT_ALLOWED))
            return
        os.write(answers, _line(gate.open(text[:-1])))


def main() -> int:
    """Be the helper."""
    os.chdir("/")  # no folder of the user's is kept busy
    try:
        serve(sys.stdin.fileno(), sys.stdout.fileno(), Gate(show_in_browser))
    except BrokenPipeError:  # nobody waits for the answer any more
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
