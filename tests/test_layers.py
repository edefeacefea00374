"""The rules of the house, each stated as a sentence, checked over every module, and shown to catch an example that breaks it."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
Finding = tuple[int, str]
Finder = Callable[[ast.Module], Iterator[Finding]]

SOCKETS = """socket ssl http urllib.request urllib3 ftplib smtplib poplib imaplib telnetlib xmlrpc socketserver asyncio requests httpx aiohttp
    PySide6.QtNetwork PySide6.QtNetworkAuth PySide6.QtWebSockets PySide6.QtWebEngineCore PySide6.QtWebEngineWidgets PySide6.QtHttpServer"""
PARSERS = "ijson msgspec zipfile tarfile zlib gzip csv sqlite3"
STARTING_MODULES = "subprocess multiprocessing concurrent.futures _thread asyncio pty PySide6.QtConcurrent"
STARTING_NAMES = {"Thread", "Timer", "ThreadPoolExecutor", "ProcessPoolExecutor", "Popen", "QThread", "QThreadPool", "QRunnable", "QProcess"}
STARTING_OS_CALLS = re.compile(r"fork|forkpty|system|popen|startfile|exec[lv]\w*|spawn\w+|posix_spawnp?")
BLOCKING_NAMES = {"processEvents", "msleep", "usleep", "waitForFinished", "waitForReadyRead"}
FACT_NAMES = {
    "messages_not_read", "part_missing", "new_follow", "ego_rarely_speaks", "one_act", "one_click_only", "group_only", "mention_only",
    "answers_not_visible", "ego_never_wrote", "no_contact_seen",
}  # fmt: skip
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")


def _imports(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every dotted name that is imported: ``from a.b import c`` gives ``a.b.c``. Imports by a constant string count too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, f"{node.module or ''}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) in ("import_module", "__import__"):
            yield from ((node.lineno, str(name.value)) for name in node.args[:1] if isinstance(name, ast.Constant))


def _called(node: ast.Call) -> str:
    """The last name of what is called: ``a.b.c()`` gives ``c``."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _strings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string that is not a docstring, also the fixed parts of f-strings."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


def importing(names: str) -> Finder:
    """Finds imports of these modules and of anything below them."""
    modules = tuple(names.split())

    def find(tree: ast.Module) -> Iterator[Finding]:
        for line, name in _imports(tree):
            if any(name == module or name.startswith(f"{module}.") for module in modules):
                yield line, f"imports {name}"

    return find


def starting_workers(tree: ast.Module) -> Iterator[Finding]:
    """Finds whatever starts a thread or a child process, in Python or in Qt."""
    yield from importing(STARTING_MODULES)(tree)
    for line, name in _imports(tree):
        if name.rpartition(".")[2] in STARTING_NAMES:
            yield line, f"imports {name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            of_os = isinstance(node.value, ast.Name) and node.value.id == "os" and STARTING_OS_CALLS.fullmatch(node.attr)
            if node.attr in STARTING_NAMES or of_os:
                yield node.lineno, f"uses {node.attr}"


def blocking(tree: ast.Module) -> Iterator[Finding]:
    """Finds waiting in the GUI thread, nested event loops and the killing of threads."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            sleeps = node.attr == "sleep" and isinstance(node.value, ast.Name) and node.value.id in ("time", "QThread")
            if node.attr in BLOCKING_NAMES or sleeps:
                yield node.lineno, f"uses {node.attr}"
    yield from ((line, f"imports {name}") for line, name in _imports(tree) if name in ("time.sleep", "PySide6.QtCore.QEventLoop"))


def naming_facts(tree: ast.Module) -> Iterator[Finding]:
    """Finds fact names: who holds one is about to choose words by it."""
    yield from ((line, f"holds the fact {text!r}") for line, text in _strings(tree) if text in FACT_NAMES)


def naming_colours(tree: ast.Module) -> Iterator[Finding]:
    """Finds hex colours in strings and colours made from numbers."""
    yield from ((line, f"holds the colour {colour}") for line, text in _strings(tree) for colour in HEX_COLOUR.findall(text))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in ("QColor", "fromRgb", "fromHsl", "fromHsv") and len(node.args) >= 3:
            yield node.lineno, "makes a colour from numbers"


def connecting_to_nobody(tree: ast.Module) -> Iterator[Finding]:
    """Finds signals connected to a lambda or partial: such a slot runs in the thread that emits."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) == "connect":
            for argument in node.args:
                if isinstance(argument, ast.Lambda) or (isinstance(argument, ast.Call) and _called(argument) == "partial"):
                    yield node.lineno, "connects a signal to a lambda or partial"


def importing_everything(tree: ast.Module) -> Iterator[Finding]:
    """Finds ``from x import *``."""
    yield from ((line, f"imports {name}") for line, name in _imports(tree) if name.endswith(".*"))


@dataclass(frozen=True)
class Rule:
    """A sentence, where it holds, who is excepted (files or folders), how a breach is found, and an example of one."""

    sentence: str
    folders: tuple[str, ...]
    find: Finder
    example: str
    excepted: tuple[str, ...] = field(default=())


BOTH = ("analyzer", "desktop")
GUI_WORKERS = ("desktop/jobs.py", "desktop/jobs", "desktop/links.py")
LATER_STAGES = "analyzer.export analyzer.workspace analyzer.console analyzer.cli"
UNDERSTANDING = ("analyzer/people", "analyzer/evidence", "analyzer/network", "analyzer/verdict")

RULES = (
    Rule("the analyzer never imports PySide6", ("analyzer",), importing("PySide6 shiboken6"), "from PySide6.QtCore import Qt"),
    Rule("the analyzer knows nothing of the desktop", ("analyzer",), importing("desktop tests"), "import desktop.session"),
    Rule("the desktop never parses", ("desktop",), importing(PARSERS), "from zipfile import ZipFile"),
    Rule("nobody opens an internet socket", BOTH, importing(SOCKETS), "from urllib.request import urlopen"),
    Rule("in the desktop only jobs starts threads or child processes", ("desktop",), starting_workers, "x = QtCore.QThread(self)", GUI_WORKERS),
    Rule(
        "in the analyzer only the read-ahead starts a thread, and nothing a child process",
        ("analyzer",),
        starting_workers,
        "os.fork()",
        ("analyzer/archive/source.py", "analyzer/archive/stream.py"),
    ),
    Rule(
        "in the desktop only wording turns facts into sentences",
        ("desktop",),
        naming_facts,
        "if ground == 'one_act': pass",
        ("desktop/wording.py", "desktop/wording"),
    ),
    Rule("nothing but theme.py holds a colour", ("desktop",), naming_colours, "x = f'color: #A1b2c3; width: {w}'", ("desktop/theme.py",)),
    Rule("nobody waits or spins the event loop in the GUI thread", ("desktop",), blocking, "time.sleep(1)", GUI_WORKERS),
    Rule("signals are connected to bound methods only", ("desktop",), connecting_to_nobody, "a.clicked.connect(lambda: b())"),
    Rule("rows are never sorted through QSortFilterProxyModel", ("desktop",), importing("PySide6.QtCore.QSortFilterProxyModel"),
         "from PySide6.QtCore import QSortFilterProxyModel"),
    Rule("nobody imports everything of a module", BOTH, importing_everything, "from PySide6.QtCore import *"),
    Rule("the archive is read without knowing what it means", ("analyzer/archive",), importing("analyzer.people analyzer.evidence analyzer.network "
         "analyzer.verdict " + LATER_STAGES), "import analyzer.people"),
    Rule("understanding does not know how it is shown or kept", UNDERSTANDING, importing(LATER_STAGES), "from analyzer.export import lists"),
)  # fmt: skip

MODULES = sorted(path.relative_to(ROOT) for folder in (*BOTH, "resources", "tests") for path in (ROOT / folder).rglob("*.py"))


def _below(module: Path, places: tuple[str, ...]) -> bool:
    return any(module == Path(place) or Path(place) in module.parents for place in places)


def _tree(module: Path) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"), filename=str(module))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.sentence)
def test_the_rule_holds_in_every_module(rule: Rule) -> None:
    """Names each place that breaks it."""
    concerned = [module for module in MODULES if _below(module, rule.folders) and not _below(module, rule.excepted)]
    assert concerned
    assert [f"{module.as_posix()}:{line} {what}" for module in concerned for line, what in rule.find(_tree(module))] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.sentence)
def test_the_rule_catches_a_breach(rule: Rule) -> None:
    """A rule that cannot fail would be no rule."""
    assert list(rule.find(ast.parse(rule.example)))


def test_every_module_says_what_it_holds_and_stays_short() -> None:
    """A docstring in each (an empty ``__init__.py`` holds nothing to tell about) and, in the program, no more than 400 lines."""
    silent, long = [], []
    for module in MODULES:
        text = (ROOT / module).read_text(encoding="utf-8")
        if text.strip() and not ast.get_docstring(ast.parse(text)):
            silent.append(module.as_posix())
        if len(text.splitlines()) > 400 and _below(module, BOTH):
            long.append(module.as_posix())
    assert (silent, long) == ([], [])
