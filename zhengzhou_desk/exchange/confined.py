"""What the process that reads a file from outside may do: nothing but read, think and write its answer."""

from __future__ import annotations

import contextlib
import faulthandler
import os
import struct
import sys
import threading
import time
from pathlib import Path
from typing import Any

MEMORY = 2**30
LARGEST_ANSWER = 2**28
_LOOK_SECONDS = 0.2
# JOBOBJECT_EXTENDED_LIMIT_INFORMATION of 64 bits (winnt.h): which limits count (memory of a process, how many
# processes), how many processes, how many bytes; all else is nothing.
_EXTENDED, _EXTENDED_LIMITS, _LIMITED = 9, "=16xI20xI20x48xQ24x", 0x100 | 0x8
# Events of Python's own audit (PEP 578) that lead out of the process.
_LEADS_OUT = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork", "os.startfile", "pty.",
    "webbrowser.", "winreg.", "ctypes.dlopen", "syslog.", "_winapi.Create", "_winapi.Open", "_winapi.Terminate",
)  # fmt: skip
# Events that change a file: how many of their first arguments are paths.
_CHANGES = {
    "os.remove": 1, "os.rename": 2, "os.link": 2, "os.symlink": 2, "os.mkdir": 1, "os.rmdir": 1, "os.chmod": 1,
    "os.chown": 1, "os.truncate": 1, "os.utime": 1, "os.setxattr": 1, "os.removexattr": 1,
}  # fmt: skip
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def confine(folder: Path, seconds: float) -> None:
    """Confines this process for good: limits on time and memory, no network, no process, no file outside `folder`.

    It ends at once when the parent process has ended.
    """
    _limit(seconds)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _shut_in(folder)


def environment() -> dict[str, str]:
    """The variables such a process starts with: only what the system itself cannot do without."""
    needed = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "TEMP", "TMP", "LD_LIBRARY_PATH", "LOCPATH", "LANG", "LC_ALL")
    return {name: value for name, value in os.environ.items() if name.upper() in needed}


def _limit(seconds: float) -> None:
    """No more time than it is given, and no more memory than a file may take, where the system can say so."""
    # Ends the process from outside the interpreter, whatever library is at work.
    faulthandler.dump_traceback_later(seconds, exit=True, file=Path(os.devnull).open("w"))  # noqa: SIM115 - for good
    if sys.platform != "win32":
        import resource

        with contextlib.suppress(ValueError, OSError):
            whole = int(seconds) + 1
            resource.setrlimit(resource.RLIMIT_CPU, (whole, whole))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_ANSWER, LARGEST_ANSWER))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    else:
        _limit_as_a_job()


if sys.platform == "win32":

    def _limit_as_a_job() -> None:
        """This process alone, with so much memory: a job, as Windows calls it. Refused, it goes on without."""
        import ctypes

        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = kernel.GetCurrentProcess.restype = ctypes.c_void_p
        job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))  # open as long as the process lives
        limits = struct.pack(_EXTENDED_LIMITS, _LIMITED, 1, MEMORY)
        kernel.SetInformationJobObject(job, _EXTENDED, limits, len(limits))
        kernel.AssignProcessToJobObject(job, ctypes.c_void_p(kernel.GetCurrentProcess()))

    def _end_with_parent() -> None:
        """Looks again and again whether the pipe is still there that only the parent holds open.

        A read that waits on it would hold up whoever only asks of what kind it is, as libraries do while they are
        loaded.
        """
        import _winapi
        import msvcrt

        pipe = msvcrt.get_osfhandle(0)
        with contextlib.suppress(OSError):
            while True:
                _winapi.PeekNamedPipe(pipe, 0)
                time.sleep(_LOOK_SECONDS)
        os._exit(1)
else:

    def _end_with_parent() -> None:
        """Waits on the pipe that only the parent holds open: its end is the parent's end, however that came."""
        with contextlib.suppress(OSError):
            os.read(0, 1)
            os._exit(1)


def _shut_in(folder: Path) -> None:
    """Refuses whatever leads out of the process. What is refused here cannot be allowed again."""
    inside = os.path.realpath(folder) + os.sep

    def judge(event: str, given: tuple[Any, ...]) -> None:
        if leads_out(event, given, inside):
            raise PermissionError(event)

    sys.addaudithook(judge)


def leads_out(event: str, given: tuple[Any, ...], inside: str) -> bool:
    """Whether an event of Python's audit, by what is given to it, leads out of the folder `inside/`."""
    if event == "open":
        path, mode, flags = given
        writes = (flags or 0) & _WRITING or set(mode or "") & set("wax+")
        return bool(writes) and _is_outside(path, inside)
    return event.startswith(_LEADS_OUT) or any(_is_outside(path, inside) for path in given[: _CHANGES.get(event, 0)])


def _is_outside(path: object, inside: str) -> bool:
    if not isinstance(path, str | bytes | os.PathLike):
        return False  # an open file: it was judged when it was opened
    return not os.path.realpath(os.fsdecode(path)).startswith(inside)
