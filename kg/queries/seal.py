"""Forbidding this process to make connections.

On Linux the kernel refuses the calls themselves (seccomp), for all threads and for good. Elsewhere, and where the
kernel lacks it, no further file or connection can be opened at all; a large store may then fail to read, but never
reaches out.
"""

from __future__ import annotations

import ctypes
import errno
import platform
import struct
import sys
from typing import NamedTuple


class Calls(NamedTuple):
    """Numbers of one kind of machine: its own, seccomp's, and those of the calls that make or use connections."""

    machine: int  # AUDIT_ARCH_* of linux/audit.h
    seccomp: int
    refused: tuple[int, ...]


# asm/unistd_64.h and asm-generic/unistd.h: socket, connect, accept, sendto, sendmsg, socketpair, accept4, sendmmsg;
# io_uring_setup too, which can make connections without any of these.
CALLS = {
    "x86_64": Calls(0xC000003E, 317, (41, 42, 43, 44, 46, 53, 288, 307, 425)),
    "aarch64": Calls(0xC00000B7, 277, (198, 203, 202, 206, 211, 199, 242, 269, 425)),
}

# linux/bpf_common.h and linux/seccomp.h
LOAD_WORD, JUMP_EQUAL, JUMP_AT_LEAST, RETURN = 0x20, 0x15, 0x35, 0x06
ALLOW, REFUSE = 0x7FFF0000, 0x00050000 | errno.EACCES
OTHER_ABI = 0x40000000  # x86-64's second set of call numbers
SET_MODE_FILTER, ALL_THREADS = 1, 1
PR_SET_NO_NEW_PRIVS = 38


def seal() -> bool:
    """Forbid connections for good; returns whether files can still be opened."""
    if _refuse_calls():
        return True
    if sys.platform != "win32":
        import resource  # there is none on Windows

        resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    return False


def _refuse_calls() -> bool:
    calls = CALLS.get(platform.machine())
    if sys.platform != "linux" or calls is None or sys.maxsize <= 2**32:
        return False
    code = _program(calls)
    steps = ctypes.create_string_buffer(code, len(code))
    # struct sock_fprog: a 16-bit length, padding, a pointer
    program = ctypes.create_string_buffer(struct.pack("@HxxxxxxQ", len(code) // 8, ctypes.addressof(steps)))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    done = libc.syscall(calls.seccomp, SET_MODE_FILTER, ALL_THREADS, ctypes.byref(program))
    return bool(done == 0)


def _program(calls: Calls) -> bytes:
    """The filter: another machine's calls and the refused ones fail with EACCES, all else goes on."""
    refused = len(calls.refused)
    # Each step: what to do, how far to jump if so, how far if not, and a number. The last step refuses.
    steps = [
        (LOAD_WORD, 0, 0, 4),  # seccomp_data.arch
        (JUMP_EQUAL, 0, refused + 3, calls.machine),
        (LOAD_WORD, 0, 0, 0),  # seccomp_data.nr
        (JUMP_AT_LEAST, refused + 1, 0, OTHER_ABI),
        *((JUMP_EQUAL, refused - n, 0, number) for n, number in enumerate(calls.refused)),
        (RETURN, 0, 0, ALLOW),
        (RETURN, 0, 0, REFUSE),
    ]
    return b"".join(struct.pack("<HBBI", *step) for step in steps)
