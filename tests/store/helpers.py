"""A program killed at every step of a job, one step after the other."""

from __future__ import annotations

import io
import os
from collections import Counter
from typing import Any

# What is called between two states of a folder that a cut may leave.
_STEPS = ("link", "rename", "replace", "unlink", "open", "fsync", "chmod", "mkdir", "close", "write")


def cut_at(nth: int, job: Any) -> bool:
    """Does `job` in a process of its own that is killed at its nth step with files; whether it came to its end."""
    child = os.fork()
    if child == 0:
        _killed_at(nth)
        try:
            job()
        finally:
            os._exit(0)  # only a job that was done or refused comes here
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def _killed_at(nth: int) -> None:
    left = Counter(steps=nth)

    def counted(real: Any) -> Any:
        def step(*given: Any, **more: Any) -> Any:
            left["steps"] -= 1
            if left["steps"] <= 0:
                os._exit(9)
            return real(*given, **more)

        return step

    for name in _STEPS:
        setattr(os, name, counted(getattr(os, name)))
    io.open = counted(io.open)


def cuts(job: Any) -> Any:
    """The numbers of the steps of `job` at which it was cut."""
    nth = 1
    while not cut_at(nth, job):
        yield nth
        nth += 1
    assert nth > 3
