"""A million followers and 300,000 messages in the window: time to open, memory, and the worst gap of the GUI thread in each step.

    python -m tests.bench.many [--followers 1000000] [--messages 300000]

Works without a screen. The archive is a simulated one with so many more followers, who do nothing else, and messages with 300 of them; it is
kept in the system's folder for temporary files. Memory is the peak of the whole process.
"""

import argparse
import json
import os
import resource
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.bench.worlds import simulated

TWEETS = 3000
FIRST_ID = 1_700_000_000_000_000_000
STEP = 7919
PARTNERS = 300
MESSAGE_STEP = 400_000_000_000


def with_many(source: Path, target: Path, followers: int, messages: int = 0) -> Path:
    """A copy of an archive that holds the ids of ``followers`` more and, with the first of them, ``messages`` more one-to-one messages."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new:
        account = old.read("data/account.js")
        owner = json.loads(account[account.index(b"=") + 1 :])[0]["account"]["accountId"]
        for name in old.namelist():
            if name == "data/manifest.js":  # it says how many records there were
                continue
            data = old.read(name)
            end = data.rindex(b"]") if data.rstrip().endswith(b"]") else len(data)
            if name == "data/follower.js":
                data = _more(data[:end], (f'{{"follower":{{"accountId":"{FIRST_ID + number * STEP}"}}}}' for number in range(followers)))
            elif name == "data/direct-message-headers.js" and messages:
                data = _more(data[:end], _conversations(owner, messages))
            new.writestr(name, data)
    return target


def _more(array: bytes, records: Iterator[str]) -> bytes:
    """The records of an open JSON array and these, closed."""
    comma = b"" if array.rstrip().endswith(b"[") else b","
    return array.rstrip() + comma + ",\n".join(records).encode() + b"\n]"


def _conversations(owner: str, messages: int) -> Iterator[str]:
    each = messages // PARTNERS
    for partner in range(PARTNERS):
        other = str(FIRST_ID + partner * STEP)
        events = []
        for number in range(each):
            sender, recipient = (other, owner) if number % 2 else (owner, other)
            id_ = 1_500_000_000_000_000_000 + (partner * each + number) * MESSAGE_STEP
            ends = f'"senderId":"{sender}","recipientId":"{recipient}"'
            events.append(f'{{"messageCreate":{{"id":"{id_}",{ends},"createdAt":"2022-01-01T00:00:00.000Z"}}}}')
        yield f'{{"dmConversation":{{"conversationId":"{owner}-{other}","messages":[{",".join(events)}]}}}}'


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--followers", type=int, default=1_000_000)
    parser.add_argument("--messages", type=int, default=300_000)
    given = parser.parse_args()
    path = Path(tempfile.gettempdir()) / "kithmap-bench" / f"many-{given.followers}-{given.messages}.zip"
    if not path.exists():
        with_many(simulated(TWEETS), path, given.followers, given.messages)
    with tempfile.TemporaryDirectory() as home:
        os.environ["KITHMAP_HOME"] = home
        _measure(path, given.followers, given.messages)
    return 0


def _measure(path: Path, followers: int, messages: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer

    from desktop.application import Application
    from desktop.launch import make_application
    from desktop.settings import SettingsStore
    from tests.desktop.watchdog import OPENING, walk

    def wait(ms: int) -> None:
        loop = QEventLoop()
        QTimer.singleShot(ms, loop.quit)
        loop.exec()

    app = make_application()
    application = Application(app, SettingsStore())
    application.window.resize(1280, 800)
    application.window.show()
    wait(300)
    started = time.perf_counter()
    opened: list[float] = []
    application.session.archive_opened.connect(lambda: opened.append(time.perf_counter() - started))
    worst = walk(application, [path], wait)
    print(f"{followers:,} more followers, {messages:,} more messages: opened in {opened[0]:.1f} s")
    print(f"{'step':34}{'worst gap, ms':>14}")
    for step, gap in worst.items():
        print(f"{step:34}{gap:14.0f}")
    print(f"{'all but ' + OPENING:34}{max(gap for step, gap in worst.items() if step != OPENING):14.0f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    application.window.close()


if __name__ == "__main__":
    raise SystemExit(main())
