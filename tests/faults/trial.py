"""One try: a job in a process of its own, forked from one that has the program loaded, and what it said."""

from __future__ import annotations

import contextlib
import io
import os
import select
import signal
import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

# No file, fault or kill may hold the program longer.
PATIENCE_SECONDS = 60.0
DONE, KILLED = 0, -signal.SIGKILL
HUNG = "hung"
_PRINTED = "\x00"


@dataclass(frozen=True)
class Ended:
    """How a try ended: the exit status of the job, what it acknowledged step by step, what it said and complained."""

    status: int
    steps: tuple[str, ...]
    said: str
    complaint: str
    fault: str | None = None


def forked(
    job: Callable[[Callable[[str], None]], int],
    prepare: Callable[[], None] = lambda: None,
    *,
    patience: float = PATIENCE_SECONDS,
) -> Ended:
    """Does `job` in a forked process after `prepare`; the job is handed what it is to call after each step."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(job, prepare, writing)
    os.close(writing)
    text, hung = _all_of(reading, child, patience)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    lines = text.split("\x01")[:-1]
    printed = next((line.removeprefix(_PRINTED) for line in lines if line.startswith(_PRINTED)), "\x02")
    said, complaint = printed.split("\x02")
    fault = HUNG if hung else complaint if "Traceback" in complaint else None
    return Ended(status, tuple(line for line in lines if not line.startswith(_PRINTED)), said, complaint, fault)


def _work(job: Callable[[Callable[[str], None]], int], prepare: Callable[[], None], writing: int) -> None:
    """The child: whatever happens, it ends here and has said what happened."""

    def tell(text: str) -> None:
        os.write(writing, f"{text}\x01".encode())

    said, complaint = io.StringIO(), io.StringIO()
    status = 70
    try:
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(complaint):
            try:
                prepare()
                status = job(tell)
            except BaseException:  # noqa: BLE001 - whatever it is, the parent is told
                traceback.print_exc()
        tell(f"{_PRINTED}{said.getvalue()}\x02{complaint.getvalue()}")
    finally:
        os._exit(status)


def _all_of(reading: int, child: int, patience: float) -> tuple[str, bool]:
    """What the child writes until it ends; one that does not end is killed."""
    parts = []
    end = time.monotonic() + patience
    hung = False
    while True:
        if not select.select([reading], [], [], max(0.0, end - time.monotonic()))[0]:
            hung = True
            os.kill(child, signal.SIGKILL)
            break
        part = os.read(reading, 1 << 16)
        if not part:
            break
        parts.append(part)
    os.close(reading)
    return b"".join(parts).decode(errors="replace"), hung
