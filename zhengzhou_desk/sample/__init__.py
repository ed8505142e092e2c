"""A county to look at and to test with: everything in it is made up, and what is wrong in it is listed."""

from __future__ import annotations

from zhengzhou_desk.sample.county import county
from zhengzhou_desk.sample.planted import (
    ONLY_WITH_DUPLICATES,
    ONLY_WITH_NOTICES,
    ONLY_WITH_STATISTICS,
    PLANTED,
    PLANTED_ON,
    SAMPLE_BUREAU,
    SAMPLE_DAY,
    SAMPLE_REGION,
    SAMPLE_YEAR,
    UNKNOWN,
    duplicates,
    notices,
    statistics,
)

__all__ = [
    "ONLY_WITH_DUPLICATES", "ONLY_WITH_NOTICES", "ONLY_WITH_STATISTICS", "PLANTED", "PLANTED_ON", "SAMPLE_BUREAU",
    "SAMPLE_DAY", "SAMPLE_REGION", "SAMPLE_YEAR", "UNKNOWN",
    "county", "duplicates", "notices", "statistics",
]  # fmt: skip
