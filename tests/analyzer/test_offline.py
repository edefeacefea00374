"""The lock against the internet: what the filter decides, what the kernel then does, what is said of it, and the command seen from outside."""

import errno
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from analyzer import offline
from analyzer.console.internet import internet_line
from analyzer.offline import ABIS, Abi, Lock, State

ROOT = Path(__file__).parents[2]
LINUX_ONLY = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has this lock")
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, AF_PACKET = 1, 2, 10, 16, 17
AUDIT_I386, AUDIT_ARM = 0x40000003, 0x40000028


def run(code: str, *, before: str = "", timeout: float = 60) -> list[str]:
    """Lines that a process of its own prints which locks itself and then runs ``code``; the lock never binds pytest itself."""
    source = f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom analyzer import offline\n{before}\noffline.lock_out_internet()\n{code}"
    done = subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, timeout=timeout, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def require_lock() -> None:
    """Skips where the kernel has no such filter (some containers)."""
    [said] = run("print(offline.state().lock.value, offline.state().why)")
    if said.split()[0] != "locked":
        pytest.skip(f"this system does not allow the lock: {said}")


# --- The filter alone, by a small evaluator of the classic BPF: also for the processor that is not here ---


def decide(abi: Abi, call: int, first: int = 0, audit: int | None = None) -> int:
    """What the filter of ``abi`` returns for a system call."""
    program = [struct.unpack_from("=HBBI", offline.program(abi), place) for place in range(0, len(offline.program(abi)), 8)]
    data = struct.pack("<iIQ6Q", call if call < 2**31 else call - 2**32, abi.audit if audit is None else audit, 0, first, 0, 0, 0, 0, 0)
    value, here = 0, 0
    while True:
        code, yes, no, k = program[here]
        here += 1
        if code == 0x20:
            (value,) = struct.unpack_from("<I", data, k)
        elif code == 0x15:
            here += yes if value == k else no
        elif code == 0x35:
            here += yes if value >= k else no
        elif code == 0x06:
            return int(k)
        else:
            raise AssertionError(hex(code))


@pytest.mark.parametrize("machine", ABIS)
def test_only_local_sockets_are_allowed(machine: str) -> None:
    """The family is an int: what stands in the upper half of its register changes nothing."""
    abi = ABIS[machine]
    for call in (abi.socket, abi.socketpair):
        assert decide(abi, call, AF_UNIX) == ALLOW
        assert decide(abi, call, AF_UNIX | 7 << 32) == ALLOW
        for family in range(64):
            if family != AF_UNIX:
                assert decide(abi, call, family) == decide(abi, call, family | 1 << 32) == REFUSE


@pytest.mark.parametrize("machine", ABIS)
def test_of_all_other_calls_only_io_uring_is_refused(machine: str) -> None:
    abi = ABIS[machine]
    refused = [call for call in range(600) if call not in (abi.socket, abi.socketpair) and decide(abi, call) != ALLOW]
    assert refused == [abi.io_uring_setup]


@pytest.mark.parametrize(("machine", "other"), [("x86_64", AUDIT_I386), ("aarch64", AUDIT_ARM), ("x86_64", ABIS["aarch64"].audit)])
def test_calls_of_another_abi_are_refused_whatever_they_are(machine: str, other: int) -> None:
    """i386 has 102 (socketcall) and 359 for sockets, Arm 281: none of their numbers means the same here."""
    assert {decide(ABIS[machine], call, AF_UNIX, audit=other) for call in range(600)} == {REFUSE}


def test_calls_of_x32_are_refused() -> None:
    """They come with the number of x86-64 and one bit."""
    assert {decide(ABIS["x86_64"], 0x40000000 | call, AF_UNIX) for call in range(600)} == {REFUSE}


# --- The kernel ---

TRY = """
import socket, errno
def attempt(family, kind):
    try:
        socket.socket(family, kind).close()
        return "open"
    except OSError as error:
        return errno.errorcode[error.errno]
"""


@LINUX_ONLY
def test_internet_sockets_fail_and_local_ones_work() -> None:
    require_lock()
    tries = f"print(attempt({AF_INET}, 1), attempt({AF_INET}, 2), attempt({AF_INET6}, 1), attempt({AF_NETLINK}, 3), attempt({AF_PACKET}, 3))"
    assert run(TRY + tries) == ["EACCES EACCES EACCES EACCES EACCES"]
    pair = "one, two = socket.socketpair(); one.send(b'hello'); print(two.recv(5), attempt(socket.AF_UNIX, socket.SOCK_STREAM))"
    assert run(TRY + pair) == ["b'hello' open"]


@LINUX_ONLY
def test_the_same_socket_opens_before_the_lock() -> None:
    """Else the test above would prove nothing."""
    require_lock()
    assert run(TRY + "print(attempt(2, 1))", before=TRY + "print(attempt(2, 1))") == ["open", "EACCES"]


@LINUX_ONLY
def test_children_and_threads_are_locked_too_also_those_from_before() -> None:
    require_lock()
    before = TRY + (
        "import threading\nlocked = threading.Event()\nsaid = []\n"
        "def work():\n    locked.wait()\n    said.append(attempt(2, 1))\n"
        "thread = threading.Thread(target=work); thread.start()"
    )
    after = (
        "locked.set(); thread.join(); print(said[0])\n"
        f"import subprocess\nchild = [sys.executable, '-c', {TRY + 'print(attempt(2, 1), attempt(1, 1))'!r}]\n"
        "print(subprocess.run(child, capture_output=True, text=True).stdout.strip())"
    )
    assert run(after, before=before) == ["EACCES", "EACCES open"]


@LINUX_ONLY
def test_io_uring_is_refused() -> None:
    """It would open sockets without the system call for it."""
    require_lock()
    call = (
        "import ctypes, errno\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        "libc.syscall(ctypes.c_ulong(425), ctypes.c_ulong(0), None)\nprint(errno.errorcode[ctypes.get_errno()])"
    )
    assert run(call) == ["EACCES"]


@LINUX_ONLY
@pytest.mark.skipif(os.uname().machine != "x86_64" if sys.platform == "linux" else True, reason="the other ABIs tried here are those of x86-64")
def test_the_kernel_refuses_other_abis() -> None:
    """An i386 call by ``int 0x80`` (socket is 359 there) and an x32 one, from hand-made machine code and by number."""
    require_lock()
    call = (
        "import ctypes, errno, mmap\nlibc = ctypes.CDLL(None, use_errno=True)\n"
        "libc.syscall(ctypes.c_ulong(0x40000000 | 41), ctypes.c_ulong(2), ctypes.c_ulong(1), ctypes.c_ulong(0))\n"
        "print(errno.errorcode[ctypes.get_errno()])\n"
        "code = bytes.fromhex('53 b867010000 bb02000000 b901000000 31d2 cd80 5b c3')\n"
        "page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)\npage.write(code)\n"
        "run = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))\n"
        "print(errno.errorcode[-run()])"
    )
    assert run(call) == ["EACCES", "EACCES"]


@LINUX_ONLY
def test_locking_again_says_the_same_and_adds_no_filter() -> None:
    require_lock()
    count = "import re; print(re.findall(r'Seccomp_filters:\\s*(\\d+)', open('/proc/self/status').read()))"
    once, twice = run(f"{count}\nassert offline.lock_out_internet() is offline.state()\n{count}")
    assert once == twice


# --- Where there is no lock ---

# A filter of the same kind that refuses the very call by which filters are installed: the kernel's own refusal, as in a strict container.
REFUSING = """
import os, dataclasses
abi = offline.ABIS[os.uname().machine]
offline.install(offline.program(dataclasses.replace(abi, io_uring_setup=abi.seccomp, socket=9999, socketpair=9998)), abi)
"""


@LINUX_ONLY
def test_a_kernel_that_refuses_is_no_error_and_is_told() -> None:
    require_lock()
    assert run(TRY + "print(offline.state(), attempt(2, 1))", before=REFUSING) == ["State(lock=<Lock.REFUSED: 'refused'>, why='EACCES') open"]
    command = "sys.argv = ['kithmap-cli', '--version']\nfrom analyzer.cli import main\nmain()"
    assert run(command, before=REFUSING)[1:] == ["Internet: no connection is opened, but the system refused the lock (EACCES)."]
    assert run("sys.argv = ['kithmap-cli', 'policy']\nfrom analyzer.cli import main\nassert main() == 0", before=REFUSING)


@LINUX_ONLY
def test_a_c_library_that_fails_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """prctl answers −1; a C library without it is told too. Nothing reaches the kernel, so pytest stays unlocked."""
    import ctypes

    def failing(*arguments: object) -> int:
        ctypes.set_errno(errno.EINVAL)
        return -1

    monkeypatch.setattr(offline, "_state", State(Lock.NOT_ASKED))
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace(prctl=failing, syscall=failing))
    if os.uname().machine not in ABIS:
        pytest.skip(f"there is no filter for {os.uname().machine}")
    assert offline.lock_out_internet() == offline.state() == State(Lock.REFUSED, "EINVAL")
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace())
    assert offline.lock_out_internet() == State(Lock.REFUSED, "AttributeError")


@pytest.mark.parametrize(
    ("platform", "machine", "bits", "why"),
    [
        ("win32", "AMD64", 64, "win32"),
        ("darwin", "arm64", 64, "darwin"),
        ("linux", "riscv64", 64, "linux riscv64"),
        ("linux", "x86_64", 32, "linux x86_64"),
    ],
)
def test_other_systems_are_told_apart(monkeypatch: pytest.MonkeyPatch, platform: str, machine: str, bits: int, why: str) -> None:
    """No filter is tried there: its numbers would mean something else."""
    monkeypatch.setattr(offline, "_state", State(Lock.NOT_ASKED))
    monkeypatch.setattr(offline, "install", lambda *_: pytest.fail("a filter was installed"))
    monkeypatch.setattr(offline.sys, "platform", platform)
    monkeypatch.setattr(offline.sys, "maxsize", 2 ** (bits - 1) - 1)
    monkeypatch.setattr(offline.os, "uname", lambda: SimpleNamespace(machine=machine), raising=False)
    assert offline.lock_out_internet() == State(Lock.NOT_THIS_SYSTEM, why)


def test_each_state_has_one_plain_line() -> None:
    lines = {internet_line(State(lock, "WHY")) for lock in Lock}
    assert len(lines) == len(Lock)
    assert all(line.startswith("Internet: ") and line.endswith(".") and "\n" not in line for line in lines)


# --- The command ---


@LINUX_ONLY
def test_the_command_says_that_it_is_locked() -> None:
    require_lock()
    done = subprocess.run([sys.executable, "-m", "analyzer", "--version"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[1:] == ["Internet: locked out, the system refuses this program any connection."]


@LINUX_ONLY
def test_nobody_who_calls_the_command_with_arguments_is_locked(capsys: pytest.CaptureFixture[str]) -> None:
    """Pytest is such a one: the lock could not be undone."""
    from analyzer.cli import main

    assert main(["policy"]) == 0
    assert offline.state().lock is not Lock.LOCKED


@LINUX_ONLY
@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_from_outside_the_command_asks_for_no_internet_socket(tmp_path: Path) -> None:
    """Not even one that the lock would refuse. A known socket first shows that strace sees them."""

    def traced(*command: str) -> str:
        trace = tmp_path / "trace"
        words = ["strace", "-f", "-e", "trace=socket", "-o", str(trace), *command]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
        if "ptrace" in done.stderr:
            pytest.skip(f"strace may not trace here: {done.stderr.strip()}")
        assert done.returncode == 0, done.stderr
        return trace.read_text()

    assert "socket(AF_INET," in traced(sys.executable, "-c", "import socket; socket.socket()")
    seen = traced(sys.executable, "-m", "analyzer", "analyze", "--json", str(tmp_path / "analysis.json"))
    assert (tmp_path / "analysis.json").stat().st_size > 1000
    assert [line for line in seen.splitlines() if "socket(" in line and "AF_UNIX" not in line] == []


@LINUX_ONLY
def test_the_command_works_where_there_is_no_network_at_all(tmp_path: Path) -> None:
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("this system lets nobody into a network of his own (unshare -rn)")
    command = ["unshare", "-rn", sys.executable, "-m", "analyzer", "analyze", "--json", str(tmp_path / "analysis.json")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=100, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "analysis.json").stat().st_size > 1000
