"""The headless command as a user runs it: its files, its sentences, its exit status, and that nothing half-done stays behind."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest

from analyzer import cli
from analyzer.console.picture import Picture
from analyzer.facts import Analysis
from analyzer.verdict.policy import default_policy, load_policy
from analyzer.verdict.verdicts import Choice, Decision, Judgement
from analyzer.version import VERSION
from analyzer.workspace import decisions, recent, storage
from tests.analyzer.console.tiny_archive import BEA, EGO, FAN, MUTUAL, SILENT, write

ROOT = Path(__file__).parents[3]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return write(tmp_path / "archive.zip")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which the command runs."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **more}


def run(*arguments: object, **more: str) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "analyzer", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, env=environment(**more), timeout=100, check=False)


def ids(path: Path) -> list[str]:
    text = path.read_bytes().decode("utf-8-sig")
    return [row["account_id"] for row in csv.DictReader(io.StringIO(text, newline=""))]


# --- What it writes ---


def test_all_files_of_one_run(archive: Path, here: Path) -> None:
    names = {
        "--json": ["a.json"],
        "--evidence": ["e.jsonl"],
        "--people": ["p.csv"],
        "--follow": ["f.csv", "f.txt"],
        "--unfollow": ["u.csv", "u.txt", "u.json", "u.html", "u.md"],
        "--say-hello": ["h.md"],
        "--ask": ["k.html"],
        "--graph": ["g.gexf", "g.graphml", "g.json"],
    }
    pairs = [word for option, paths in names.items() for path in paths for word in (option, path)]
    written = [path for paths in names.values() for path in paths]
    done = run("analyze", archive, *pairs)
    assert (done.returncode, done.stderr) == (0, b"")
    assert sorted(path.name for path in here.iterdir()) == sorted(written)
    assert ids(here / "u.csv") == [f"id:{SILENT}", f"id:{MUTUAL}"]
    assert ids(here / "p.csv") == [f"id:{BEA}", f"id:{MUTUAL}", f"id:{FAN}", f"id:{SILENT}"]
    assert len((here / "e.jsonl").read_text().splitlines()) == 140
    said = done.stdout.decode()
    assert "Mara Lindqvist (@mara), archive of 6 March 2024." in said
    assert "Unfollow, to consider: 2" in said
    assert said.endswith("Saved:\n" + "".join(f"  {name}\n" for name in written))


def test_json_on_standard_output_is_alone_there(archive: Path, here: Path) -> None:
    done = run("analyze", archive, "--json", "-", "--unfollow", "u.txt")
    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    assert (found["version"], found["counts"]["tweets"], found["counts"]["following"]) == (VERSION, 70, 3)
    assert (here / "u.txt").exists()


def test_two_runs_are_byte_identical(archive: Path, here: Path) -> None:
    for seed in ("1", "2"):
        (here / seed).mkdir()
        options = [f"--json={seed}/a.json", f"--evidence={seed}/e.jsonl", f"--graph={seed}/g.gexf", f"--unfollow={seed}/u.html"]
        assert run("analyze", archive, *options, PYTHONHASHSEED=seed, TZ="Asia/Tokyo" if seed == "2" else "UTC").returncode == 0
    for path in (here / "1").iterdir():
        assert path.read_bytes() == (here / "2" / path.name).read_bytes()


def test_a_real_archive_twice_is_byte_identical_and_counts_as_the_independent_reader(shared_archives: Path) -> None:
    outputs = {run("analyze", shared_archives / "d-2025.zip", "--json", "-", PYTHONHASHSEED=seed).stdout for seed in ("1", "2")}
    assert len(outputs) == 1
    found = json.loads(outputs.pop())
    figures = json.loads((shared_archives / "d-2025.expected.json").read_text("utf-8"))
    assert {name: count for name, count in found["counts"].items() if name in figures and figures[name] != count} == {}
    assert found["names"] == {"followers_named": figures["handles_followers"]["any"], "following_named": figures["handles_following"]["any"]}
    unfollow = {person["id"] for person in found["people"] if person["list"] == "unfollow"}
    assert unfollow
    assert unfollow <= set(figures["following_zero_ids"])


def test_without_an_archive_it_is_the_sample_and_says_so(here: Path) -> None:
    done = run("analyze", "--unfollow", "u.csv", "--follow", "f.csv")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"No archive was given, so this is the built-in sample")
    unfollow, follow = ids(here / "u.csv"), ids(here / "f.csv")
    assert unfollow
    assert follow
    assert not set(unfollow) & set(follow)


def test_options_change_what_is_read_and_judged(archive: Path, here: Path) -> None:
    (here / "names.csv").write_text(f"id,handle,name\nid:{SILENT},quiet_one,Quiet\n")
    decisions.write_file(here / "decisions.json", str(EGO), {str(MUTUAL): Decision(str(MUTUAL), Choice.PROTECT)})
    (here / "mine.toml").write_text('name = "mine"\n[numbers_only]\nwithout_messages = true\n')
    done = run(
        "analyze", archive, "--json", "-", "--names", "names.csv", "--decisions", "decisions.json", "--policy", "mine.toml", "--dm", "none",
        "--timezone", "Europe/Berlin",
    )  # fmt: skip
    assert done.stderr == b""
    found = json.loads(done.stdout)
    people = {person["id"]: person for person in found["people"]}
    assert (found["policy"], found["archive"]["timezone"], found["archive"]["timezone_source"]) == ("mine", "Europe/Berlin", "user")
    assert (people[str(SILENT)]["handle"], people[str(SILENT)]["list"]) == ("quiet_one", "unfollow")
    assert (people[str(MUTUAL)]["decision"], people[str(MUTUAL)]["list"]) == ("protect", "keep")


def test_without_messages_the_unfollow_list_is_empty_and_says_why(archive: Path, here: Path) -> None:
    done = run("analyze", archive, "--dm", "none", "--unfollow", "u.csv", "--unfollow", "u.txt")
    assert ids(here / "u.csv") == []
    assert "direct messages were left closed" in (here / "u.txt").read_text()
    assert b"The unfollow list is empty because direct messages were left closed" in done.stdout


def test_progress_is_for_terminals_only(archive: Path) -> None:
    assert run("analyze", archive).stderr == b""


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no terminals of this kind here")
def test_a_terminal_sees_progress(archive: Path) -> None:
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "analyzer", "analyze", str(archive)]
    subprocess.run(command, env=environment(), stdout=subprocess.DEVNULL, stderr=theirs, timeout=100, check=True)
    os.close(theirs)
    seen = os.read(ours, 65536)
    os.close(ours)
    assert b"\r" in seen
    assert b"Reading tweets" in seen or b"Looking at the archive" in seen


# --- What it refuses ---


def wrong_inputs(folder: Path) -> dict[str, Path]:
    """One of each look-alike."""
    (folder / "notes.txt").write_text("just some notes\n")
    (folder / "empty").mkdir()
    with zipfile.ZipFile(folder / "instagram.zip", "w") as archive:
        archive.writestr("connections/followers_and_following/followers_1.json", "[]")
        archive.writestr("your_instagram_activity/content/posts_1.json", "[]")
    with zipfile.ZipFile(folder / "nothing.zip", "w") as archive:
        archive.writestr("data/manifest.js", 'window.__THAR_CONFIG = {"userInfo": {"accountId": "9000000001", "userName": "mara"}, "dataTypes": {}}')
        archive.writestr("data/account.js", 'window.YTD.account.part0 = [{"account": {"accountId": "9000000001", "username": "mara"}}]')
    whole = write(folder / "whole.zip").read_bytes()
    (folder / "cut.zip").write_bytes(whole[: len(whole) // 2])
    (folder / "pointers" / "data").mkdir(parents=True)
    for name in ("tweets.js", "follower.js", "following.js"):
        (folder / "pointers" / "data" / name).write_text("version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n")
    names = ("notes.txt", "instagram.zip", "empty", "cut.zip", "nothing.zip", "pointers", "not there.zip")
    return {name: folder / name for name in names}


def test_each_wrong_input_gets_its_own_sentence(tmp_path: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = {
        "notes.txt": "neither a zip nor a folder", "instagram.zip": "is an Instagram export", "empty": "is an empty folder",
        "cut.zip": "was cut off", "nothing.zip": "neither tweets nor messages nor follow lists", "pointers": "Git LFS pointer",
        "not there.zip": "There is no file or folder",
    }  # fmt: skip
    for name, path in wrong_inputs(tmp_path).items():
        assert cli.main(["analyze", str(path), "--json", "a.json", "--unfollow", "u.csv"]) == 3, name
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.count("\n") == 1
        assert words[name] in said.err, said.err
    assert list(here.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--unfollow", "u.pdf"], ".csv, .txt, .json, .html or .md"),
        (["--graph", "g.dot"], ".gexf, .graphml, .json, .png, .svg or .pdf"),
        (["--people", "p.txt"], "must end in .csv"),
        (["--graph", "g.png"], "cannot be painted without the app"),
        (["--graph", "g.SVG"], "cannot be painted without the app"),
        (["--unfollow", "-"], "cannot write to standard output"),
        (["--json", "-", "--people", "-"], "both want to write"),
        (["--follow", "x.csv", "--unfollow", "./x.csv"], "both want to write"),
        (["--json", "archive.zip"], "is an input of this very command"),
        (["--dm", "some"], "invalid choice"),
        (["--timezone", "Mars/Base"], "there is no time zone"),
        (["--timezone", "../etc/passwd"], "there is no time zone"),
        (["--policy", "none.toml"], "The policy cannot be used"),
        (["--names", "none.csv"], "There is no file none.csv"),
        (["--decisions", "archive.zip"], "is damaged"),
        (["--frobnicate"], "--frobnicate"),
        (["--fol", "x.csv"], "--fol"),
    ],
)
def test_wrong_usage_is_one_sentence_and_exit_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    write(tmp_path / "archive.zip")
    monkeypatch.chdir(tmp_path)
    before = (tmp_path / "archive.zip").read_bytes()
    try:
        status = cli.main(["analyze", "archive.zip", *arguments])
    except SystemExit as stopped:
        status = int(stopped.code or 0)
    said = capsys.readouterr()
    assert status == 2
    assert words in said.err
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert [path.name for path in tmp_path.iterdir()] == ["archive.zip"]
    assert (tmp_path / "archive.zip").read_bytes() == before


def test_a_mistake_in_a_policy_is_named_with_its_line(archive: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "mine.toml").write_text('name = "mine"\n[genuine]\ncontact_days = "three"\n')
    assert cli.main(["analyze", str(archive), "--policy", "mine.toml"]) == 2
    assert "line 3 of mine.toml" in capsys.readouterr().err


def test_decisions_about_somebody_elses_archive_are_refused(archive: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decisions.write_file(here / "other.json", "9000000099", {})
    assert cli.main(["analyze", str(archive), "--decisions", "other.json"]) == 2
    assert "another account" in capsys.readouterr().err


def test_an_unwritable_place_is_exit_4_and_the_earlier_files_stay(archive: Path, here: Path) -> None:
    (here / "a.json").write_text("earlier")
    (here / "file").write_text("in the way")
    (here / "u.csv").mkdir()
    for wrong in ("none/u.csv", "file/u.csv", "u.csv"):
        done = run("analyze", archive, "--json", "a.json", "--unfollow", wrong)
        assert (done.returncode, done.stdout, done.stderr.count(b"\n")) == (4, b"", 1)
        assert b"was not written" in done.stderr
    assert (here / "a.json").read_text() == "earlier"
    assert sorted(path.name for path in here.iterdir()) == ["a.json", "file", "u.csv"]


def test_a_painter_that_fails_leaves_everything_as_it_was(archive: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def refuse(analysis: Analysis, judgements: Sequence[Judgement], path: Path, picture: Picture) -> None:
        path.write_bytes(b"half a picture")
        raise OSError(28, "No space left on device")

    (here / "g.png").write_bytes(b"earlier")
    assert cli.main(["analyze", str(archive), "--json", "a.json", "--graph", "g.png"], refuse) == 4
    assert "g.png was not written: the disk is full" in capsys.readouterr().err
    assert [(path.name, path.read_bytes()) for path in here.iterdir()] == [("g.png", b"earlier")]


def test_a_painter_gets_the_analysis_and_a_file_with_the_right_suffix(archive: Path, here: Path) -> None:
    def paint(analysis: Analysis, judgements: Sequence[Judgement], path: Path, picture: Picture) -> None:
        path.write_text(f"{path.suffix} {analysis.counts.tweets} {len(judgements)} {picture.scale:g}")

    assert cli.main(["analyze", str(archive), "--graph", "g.png", "--graph", "h.svg", "--scale", "3"], paint) == 0
    assert ((here / "g.png").read_text(), (here / "h.svg").read_text()) == (".png 70 4 3", ".svg 70 4 3")


def test_a_bug_is_one_sentence_unless_debug_is_asked_for(archive: Path, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def break_(analysis: Analysis, judgements: Sequence[Judgement], path: Path, picture: Picture) -> None:
        raise ZeroDivisionError

    assert cli.main(["analyze", str(archive), "--graph", "g.png"], break_) == 1
    plain = capsys.readouterr().err
    assert (plain.count("\n"), "Traceback" in plain) == (1, False)
    assert cli.main(["analyze", str(archive), "--graph", "g.png", "--debug"], break_) == 1
    assert "Traceback" in capsys.readouterr().err
    assert list(here.iterdir()) == []


# --- How it is stopped ---

WAITING = (
    "import sys, time; from analyzer import cli\n"
    "def paint(analysis, judgements, path, picture):\n"
    "    path.write_bytes(b'half'); print('ready', file=sys.stderr, flush=True); time.sleep(60)\n"
    "sys.exit(cli.main(sys.argv[1:], paint))\n"
)


@pytest.mark.skipif(os.name != "posix", reason="signals of this kind are POSIX only")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_leaves_nothing_and_exits_130(archive: Path, here: Path, number: signal.Signals) -> None:
    command = [sys.executable, "-c", WAITING, "analyze", str(archive), "--json", "a.json", "--graph", "g.png"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"ready\n"
        assert any(path.name.startswith(".kithmap-") for path in here.iterdir())
        process.send_signal(number)
        _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (130, b"Interrupted: nothing was written.\n")
    assert list(here.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="pipes of this kind are POSIX only")
@pytest.mark.parametrize("arguments", [["--json", "-"], []])
def test_a_reader_that_has_enough_is_no_error(archive: Path, here: Path, arguments: list[str]) -> None:
    command = [sys.executable, "-m", "analyzer", "analyze", str(archive), "--unfollow", "u.txt", *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert (process.returncode, said) == (0, b"")
    assert (here / "u.txt").exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
@pytest.mark.parametrize("arguments", [["--json", "-"], []])
def test_a_full_standard_output_is_exit_4(archive: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "analyzer", "analyze", str(archive), *arguments]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment(), timeout=100, check=False)
    assert (done.returncode, done.stderr.count(b"\n")) == (4, 1)


def test_names_that_a_terminal_cannot_show_do_not_stop_it(archive: Path) -> None:
    done = run("policy", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, b"")


# --- The other commands ---


def test_the_printed_policy_is_the_default_one(tmp_path: Path) -> None:
    done = run("policy", PYTHONIOENCODING="utf-8")
    assert done.stdout.startswith(b"#")
    assert tomllib.loads(done.stdout.decode())["name"] == "relationships-first"
    (tmp_path / "printed.toml").write_bytes(done.stdout)
    assert load_policy(tmp_path / "printed.toml") == default_policy()


def test_health_tells_found_expected_and_unreadable(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["health", str(archive)]) == 0
    rows = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines() if line}
    assert rows["part"] == ["found", "expected", "unreadable", "state"]
    assert rows["tweets"] == ["70", "70", "0", "read"]
    assert rows["following"] == ["3", "3", "0", "read"]


def test_health_writes_the_facts_as_json(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same on standard output, and nothing else there; the text names the file that was saved."""
    out = tmp_path / "health.json"
    assert cli.main(["health", str(archive), "--json", str(out)]) == 0
    assert str(out) in capsys.readouterr().out
    assert cli.main(["health", str(archive), "--json", "-"]) == 0
    text = capsys.readouterr().out
    assert text == out.read_text("utf-8")
    found = json.loads(text)
    assert found["format"] == "kithmap-health/1" and found["account_id"] == str(EGO)
    (date,) = found["archives"]
    assert date["manifest"] and date["parts"][0] == {
        "part": "tweets", "state": "read", "found": 70, "expected": 70, "unreadable": 0, "lost": 0, "missing_files": [],
        "unreadable_files": [], "positions": [],
    }  # fmt: skip
    assert found["months"]["silent"] == [{"first": "2024-03", "last": "2024-03", "months": 1}] and found["names"]["followers"] == {
        "named": 0,
        "total": 2,
    }
    assert {effect["gap"] for effect in found["effects"]} == {"silent_months", "own_side_only", "no_zone", "nameless"}


def test_health_says_what_is_missing_and_what_it_means(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["health", str(ROOT / "tests" / "archives" / "pruned-and-stale")]) == 0
    text = capsys.readouterr().out
    assert "Missing from this archive: direct messages and likes." in text
    assert "So nobody is called numbers only (1 person has no verdict for this reason)." in text
    assert cli.main(["health", str(tmp_path / "none.zip")]) == 3
    assert cli.main(["health", str(tmp_path / "none.zip"), "--json", str(tmp_path / "no" / "folder.json")]) == 4


def test_help_and_version_load_nothing_heavy() -> None:
    program = (
        "import sys; from analyzer import cli\n"
        "try: cli.main(sys.argv[1:])\n"
        "except SystemExit as stopped: assert not stopped.code\n"
        "print([name for name in ('networkx', 'igraph', 'ijson', 'PySide6') if name in sys.modules])\n"
    )
    for option in ("--help", "--version"):
        done = subprocess.run([sys.executable, "-c", program, option], capture_output=True, env=environment(), check=True, timeout=100)
        assert done.stdout.decode().splitlines()[-1] == "[]"
    assert run("--version").stdout.decode().splitlines()[0] == f"kithmap-cli {VERSION}"


def test_the_analyzers_command_never_loads_qt(archive: Path) -> None:
    program = "import sys; from analyzer import cli; cli.main(sys.argv[1:]); print([name for name in sys.modules if name.startswith('PySide')])"
    done = subprocess.run([sys.executable, "-c", program, "analyze", str(archive)], capture_output=True, env=environment(), check=True, timeout=100)
    assert done.stdout.decode().splitlines()[-1] == "[]"


def test_the_version_is_that_of_the_project() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == VERSION


def test_forget_lists_deletes_and_names_each_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv(storage.HOME_VARIABLE, str(tmp_path / "kept"))
    for account, name in (("9000000001", "mara"), ("9000000002", "ilse")):
        decisions.save(account, {"9100000001": Decision("9100000001", Choice.KEEP)})
        recent.opened(recent.Recent(f"/archives/{name}.zip", account, name))
    assert cli.main(["forget"]) == 2
    assert str(decisions.kept_file("9000000001")) in capsys.readouterr().out.splitlines()
    assert cli.main(["forget", "@Mara"]) == 0
    assert str(decisions.kept_file("9000000001")) in capsys.readouterr().out.splitlines()
    assert not decisions.kept_file("9000000001").exists()
    assert [archive.name for archive in recent.load()] == ["ilse"]
    assert cli.main(["forget", "9000000001"]) == 2
    assert cli.main(["forget", "nobody"]) == 2
    assert cli.main(["forget", "--all", "ilse"]) == 2
    assert decisions.kept_file("9000000002").exists()
    capsys.readouterr()
    assert cli.main(["forget", "--all"]) == 0
    assert str(decisions.kept_file("9000000002")) in capsys.readouterr().out.splitlines()
    assert not (tmp_path / "kept").exists()


def test_reading_an_archive_keeps_nothing_on_this_computer(archive: Path, tmp_path: Path) -> None:
    home = tmp_path / "kept"
    assert run("analyze", archive, KITHMAP_HOME=str(home)).returncode == 0
    assert not home.exists()
