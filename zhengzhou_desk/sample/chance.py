"""Chance: how often something happens in the sample."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random


def happens(rng: Random, percent: int) -> bool:
    """True about `percent` times in a hundred."""
    return rng.random() * 100 < percent
