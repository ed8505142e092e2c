"""Pauses of the garbage collector: around work that makes much, and between one book and the next."""

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


def release() -> None:
    """Collects what is left of a book that has been closed, while there is little to look through."""
    gc.unfreeze()
    gc.collect()


def settle() -> None:
    """What has been read and built stays: looking through it for garbage would be felt as a pause."""
    gc.freeze()
