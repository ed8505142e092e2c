"""Calm: a stretch of work without the garbage collector, which would look through every record again and again."""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def gc_paused(*, stays: bool = False) -> Iterator[None]:
    """For work that makes much and throws nothing away in circles: loading a book, judging all of it.

    Where what was made `stays`, the collector is told never to look at it: switched on again it would
    go through all of a large book at once, which is felt as a pause.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if stays:
            gc.freeze()
        if was_on:
            gc.enable()
