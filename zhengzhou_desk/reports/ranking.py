"""Ranks that equal scores share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction


def ranks(scores: Sequence[Fraction] | Sequence[int]) -> list[int]:
    """The rank of each score, the highest first; equal scores share a rank and the next is left out."""
    places: dict[object, int] = {}
    for place, score in enumerate(sorted(scores, reverse=True), 1):
        places.setdefault(score, place)
    return [places[score] for score in scores]
