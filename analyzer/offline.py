"""Locks this process and everything it starts out of the internet, for good, by a filter in the Linux kernel (seccomp).

Kithmap has no code that opens a connection. The lock is for what nobody can promise: a library, a plug-in of the desktop, a future mistake.
After it, the kernel refuses every socket that is not a local one (``AF_UNIX``, which the screen and the session bus need): IPv4, IPv6, netlink,
packets, Bluetooth and whatever else there is or will be. ``io_uring`` is refused too, as it opens sockets without the system call. No way leads
back, threads and child processes included. Calls in another ABI of the same processor (32-bit, x32) number their calls differently; nothing of
ours makes any, so all of them are refused.

What it cannot do: a process may still ask another one over a local socket, and that one has its own rights. Children also lose set-uid rights
(``no_new_privs``, which the kernel demands of whoever filters without being root), so nothing that must reach the internet, such as the browser
for a link, may be started after the lock: see ``desktop/links.py``.

Sources: Linux ``Documentation/userspace-api/seccomp_filter.rst``, ``man 2 seccomp``, ``linux/{filter,seccomp,audit}.h``.
"""

import errno
import os
import struct
import sys
from dataclasses import dataclass
from enum import Enum


class Lock(Enum):
    """Whether this process is locked out of the internet."""

    LOCKED = "locked"
    REFUSED = "refused"
    """The kernel (or what it runs in) does not allow the filter; ``why`` says how."""
    NOT_THIS_SYSTEM = "not-this-system"
    """There is no such lock on this system or processor."""
    NOT_ASKED = "not-asked"
    """`lock_out_internet` was not called: this is a part of somebody else's process."""


@dataclass(frozen=True, slots=True)
class State:
    """The lock and, where there is none, ``why``: an errno's name (``EPERM``), or the system that has none (``win32``, ``linux riscv64``)."""

    lock: Lock
    why: str = ""


@dataclass(frozen=True, slots=True)
class Abi:
    """What a filter must know of a processor: its number in audit.h and those of its system calls; ``x32`` is the first call number of x32."""

    audit: int
    socket: int
    socketpair: int
    io_uring_setup: int
    seccomp: int
    x32: int | None = None


ABIS = {
    "x86_64": Abi(audit=0xC000003E, socket=41, socketpair=53, io_uring_setup=425, seccomp=317, x32=0x40000000),
    "aarch64": Abi(audit=0xC00000B7, socket=198, socketpair=199, io_uring_setup=425, seccomp=277),
}

_AF_UNIX = 1
_PR_SET_NO_NEW_PRIVS = 38
_SECCOMP_SET_MODE_FILTER = 1
_FILTER_ALL_THREADS = 1  # SECCOMP_FILTER_FLAG_TSYNC

# Instructions of the classic BPF and places in struct seccomp_data (both processors are little-endian).
_LOAD, _IF_EQUAL, _IF_AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_CALL, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_Line = tuple[int, int] | tuple[int, int, str, str]
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES

_state = State(Lock.NOT_ASKED)


def state() -> State:
    """What `lock_out_internet` achieved in this process."""
    return _state


def lock_out_internet() -> State:
    """Lock this process and its children out of the internet. Never raises; says what it achieved, and the same when called again.

    Call it from a program's entry point only, before anything of the user's is opened: it binds the whole process and cannot be undone.
    """
    global _state  # the lock itself is one per process
    if _state.lock is not Lock.LOCKED:
        _state = _lock()
    return _state


def program(abi: Abi) -> bytes:
    """The filter as the kernel reads it: an array of ``struct sock_filter``."""
    x32: list[_Line] = [(_IF_AT_LEAST, abi.x32, "refuse", "next")] if abi.x32 is not None else []
    lines: list[_Line] = [
        (_LOAD, _ARCHITECTURE),
        (_IF_EQUAL, abi.audit, "next", "refuse"),
        (_LOAD, _CALL),
        *x32,
        (_IF_EQUAL, abi.io_uring_setup, "refuse", "next"),
        (_IF_EQUAL, abi.socket, "family", "next"),
        (_IF_EQUAL, abi.socketpair, "family", "allow"),
        (_LOAD, _FIRST_ARGUMENT),  # its lower half: the family is an int, and the kernel ignores the rest of the register
        (_IF_EQUAL, _AF_UNIX, "allow", "refuse"),
        (_RETURN, _ALLOW),
        (_RETURN, _REFUSE),
    ]
    places = {"family": len(lines) - 4, "allow": len(lines) - 2, "refuse": len(lines) - 1}
    built = b""
    for here, (code, value, *targets) in enumerate(lines):
        yes, no = (places.get(str(target), here + 1) - here - 1 for target in targets or ("next", "next"))
        built += struct.pack("=HBBI", code, yes, no, value)
    return built


def install(filter_program: bytes, abi: Abi) -> None:
    """Give the kernel a filter for every thread of this process; OSError where it refuses."""
    import ctypes  # loaded late: on other systems nobody needs it

    libc = ctypes.CDLL(None, use_errno=True)

    def call(function: str, *arguments: object) -> None:
        if getattr(libc, function)(*arguments) != 0:
            number = ctypes.get_errno() or errno.ESRCH  # TSYNC answers with the thread that could not follow
            raise OSError(number, os.strerror(number))

    long = ctypes.c_ulong  # both functions are variadic and read whole registers
    instructions = ctypes.create_string_buffer(filter_program, len(filter_program))
    # struct sock_fprog: a count, padding, and where the instructions stand.
    described = ctypes.create_string_buffer(struct.pack("@HP", len(filter_program) // 8, ctypes.addressof(instructions)))
    call("prctl", ctypes.c_int(_PR_SET_NO_NEW_PRIVS), long(1), long(0), long(0), long(0))
    call("syscall", long(abi.seccomp), long(_SECCOMP_SET_MODE_FILTER), long(_FILTER_ALL_THREADS), described)


def _lock() -> State:
    if sys.platform != "linux":
        return State(Lock.NOT_THIS_SYSTEM, sys.platform)
    machine = os.uname().machine
    abi = ABIS.get(machine)
    if abi is None or sys.maxsize < 2**32:  # a 32-bit Python on a 64-bit kernel
        return State(Lock.NOT_THIS_SYSTEM, f"linux {machine}")
    try:
        install(program(abi), abi)
    except OSError as error:
        return State(Lock.REFUSED, errno.errorcode.get(error.errno or 0, "unknown"))
    except (ImportError, AttributeError) as error:  # a Python without ctypes, a C library without these functions
        return State(Lock.REFUSED, type(error).__name__)
    return State(Lock.LOCKED)
