"""Pauses of the garbage collector, which would look through every record of a book again and again."""

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
            freeze_loaded()
        if was_on:
            gc.enable()


def freeze_loaded() -> None:
    """What is there now stays: the collector looks only at what is made from here on.

    For the end of opening a book, when its records are read and its pages are built.
    """
    gc.freeze()


def unfreeze_and_collect() -> None:
    """What was frozen may go again, and what nobody holds any more goes at once.

    For the moment when no book is open: there is little to look through then, and much that is thrown away.
    """
    gc.unfreeze()
    gc.collect()
