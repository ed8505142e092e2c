"""Submissions in a book: what a city's districts have reported for a year, and what its own bureau has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.records import Submission

if TYPE_CHECKING:
    from zhengzhou_desk.policy.engine import Engine


def submitted_districts(engine: Engine, year: int) -> list[Submission]:
    """The packages of a year that districts have sent, by their codes."""
    found = engine.reader().find(Submission, ("year",), (year,))
    return sorted((row for row in found if row.region != engine.law.region), key=lambda row: row.region)


def own_submission(engine: Engine, year: int) -> Submission | None:
    """What this book's bureau last reported for a year, as it was then; None where that is not known."""
    found = engine.reader().find(Submission, ("region", "year"), (engine.law.region, year))
    return found[0] if found else None
