"""Many short tries in a few processes: one that hangs or dies ends alone, and the others go on."""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from tests.faults import trial
from tests.faults.family import Skipped
from zhengzhou_desk.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    # What is tried, and what was wrong with it.
    Case: TypeAlias = tuple[str, Callable[[], list[str]]]

# No file may hold the program longer, take more memory, or be copied on and on.
SECONDS, MEMORY, LARGEST = 10.0, 2**30, 2**30
_AT_ONCE = 40
# How many commands a try takes at most.
_COMMANDS = 5


@dataclass(frozen=True)
class Answer:
    """What a command said, and how it ended."""

    status: int
    said: str
    complaint: str

    def faults(self) -> list[str]:
        """Whether it ended otherwise than a command may: a refusal is one sentence."""
        if self.status not in (0, 1, 2):
            return [f"status {self.status}"]
        if self.status == 2 and len(self.complaint.strip().splitlines()) != 1:
            return [f"refused, not in one sentence: {self.complaint!r}"]
        return []


def command(*words: object) -> Answer:
    """Runs a command of the command line in this process."""
    said, complaint = io.StringIO(), io.StringIO()
    if signal.getitimer(signal.ITIMER_REAL)[0]:  # a try may take several, and each has its time
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(complaint):
        status = main([str(word) for word in words])
    return Answer(status, said.getvalue(), complaint.getvalue())


def need_forks() -> None:
    """Skips the family where tries cannot be made in processes of their own."""
    if not hasattr(os, "fork"):
        raise Skipped("this system does not fork processes")


def each(cases: Sequence[Case], prepare: Callable[[], None] = lambda: None) -> Iterator[tuple[str, list[str]]]:
    """The faults of each case, done in forked processes that `prepare` themselves first."""
    done = 0
    while done < len(cases):
        some = cases[done : done + _AT_ONCE]
        ended = _together(some, prepare)
        for (name, _), step in zip(some, ended.steps, strict=False):
            yield name, json.loads(step)
        done += len(ended.steps)
        if len(ended.steps) < len(some):
            yield some[len(ended.steps)][0], _why_not(ended, some[len(ended.steps)], prepare)
            done += 1


def _why_not(ended: trial.Ended, case: Case, prepare: Callable[[], None]) -> list[str]:
    """Why a case has no answer; one that took too long is tried again alone, since a busy machine may be to blame."""
    if ended.status == -signal.SIGALRM:
        ended = _together([case], prepare)
        if ended.steps:
            found: list[str] = json.loads(ended.steps[0])
            return found
    return ["hung" if ended.status == -signal.SIGALRM else f"ended by {ended.status}: {ended.complaint[-500:]}"]


def _together(cases: Sequence[Case], prepare: Callable[[], None]) -> trial.Ended:
    import resource

    def work(tell: Callable[[str], None]) -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, LARGEST))
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        for _, do in cases:
            tell(json.dumps(_faults(do)))
        return 0

    return trial.forked(work, prepare, patience=(SECONDS + 1) * _COMMANDS * len(cases))


def _faults(do: Callable[[], list[str]]) -> list[str]:
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    before = memory()
    try:
        faults = do()
    except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault of the program
        faults = [f"traceback: {short_of(error)}"]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    if memory() > max(before, MEMORY):
        faults.append(f"took {memory() >> 20} MB")
    return faults


def memory() -> int:
    """The most memory in bytes that this process or one of its children has ever had."""
    import resource

    return max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) << 10


def short_of(error: BaseException | None) -> str:
    """Where in the program an error was raised, and what it says."""
    lines = "".join(traceback.format_exception(error)).strip().splitlines()
    places = [line.strip() for line in lines if "zhengzhou_desk" in line and line.strip().startswith("File")]
    return " | ".join([*places[-2:], lines[-1][:300]])
