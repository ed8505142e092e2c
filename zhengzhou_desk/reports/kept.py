"""Keeps what reports derive from the whole book until something changes."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.policy.engine import Engine

T = TypeVar("T")


def kept(work: Callable[[Engine, int], T]) -> Callable[[Engine, int], T]:
    """`work`, done once for each engine and year until the next change of the book, day or law."""

    @functools.wraps(work)
    def answer(engine: Engine, year: int) -> T:
        key = (work, year)
        if key not in engine.memo:
            engine.memo[key] = work(engine, year)
        found: T = engine.memo[key]
        return found

    return answer
