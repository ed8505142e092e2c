"""The shim between the program and its disk: built when first needed, asked through ctypes, its records read."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_SOURCE = Path(__file__).with_name("shim.c")
_COMPILERS = ("cc", "gcc", "clang", "tcc")
# Which calls count: shim.c has the same numbers.
OPENS, READS, WRITES, SYNCS, NAMES, CREATES, LINKS = 1, 2, 4, 8, 16, 32, 64
CHANGES = WRITES | SYNCS | NAMES | CREATES
EVERY = OPENS | READS | CHANGES


def why_not() -> str | None:
    """Why there is no shim here; None where there is."""
    if sys.platform != "linux":
        return "LD_PRELOAD is there on Linux only"
    if _compiler() is None:
        return f"no C compiler ({', '.join(_COMPILERS)})"
    return None


def _compiler() -> str | None:
    return next((found for name in _COMPILERS if (found := shutil.which(name))), None)


def built(folder: Path) -> Path:
    """The shim as a library in `folder`."""
    compiler = _compiler()
    assert compiler is not None
    library = folder / "shim.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", str(library), str(_SOURCE), "-ldl"], check=True)
    return library


def environment(folder: Path) -> dict[str, str]:
    """The environment of a process that has the shim."""
    return {**os.environ, "LD_PRELOAD": str(built(folder))}


# -- inside a process that has it -----------------------------------------------------------------------


def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(None)
    library.faults_counted.restype = ctypes.c_long
    return library


def fail(folder: Path, kinds: int, nth: int, error: int, *, for_good: bool) -> None:
    """From now on the nth call of these kinds below `folder` fails with an error number; 0 only counts."""
    _library().faults_arm(os.fsencode(folder), kinds, ctypes.c_long(nth), error, int(for_good))


def kill(folder: Path, kinds: int, nth: int, *, percent: int) -> None:
    """From now on the nth call of these kinds below `folder` kills this process, after `percent` of what it writes."""
    _library().faults_kill(os.fsencode(folder), kinds, ctypes.c_long(nth), percent)


def record(folder: Path, handle: int) -> None:
    """From now on whatever changes the disk below `folder` is written down in the open file `handle`."""
    _library().faults_record(os.fsencode(folder), handle)


def counted() -> int:
    """How many calls have counted since then."""
    return int(_library().faults_counted())


def note(text: str) -> None:
    """Writes down a step that the program under test says it has done."""
    _library().faults_note(text.encode())


@dataclass(frozen=True, slots=True)
class Call:
    """One call that changed the disk: what it was, the file's number, names and bytes."""

    what: str
    file: int
    offset: int
    data: bytes
    first: str
    second: str


def calls(log: BinaryIO) -> Iterator[Call]:
    """What was written down, in its order."""
    log.seek(0)
    while head := log.readline():
        what, *numbers = head.decode().split()
        file, offset, size, first, second = map(int, numbers)
        names = [os.fsdecode(log.read(length)) for length in (first, second)]
        yield Call(what, file, offset, log.read(size), *names)
