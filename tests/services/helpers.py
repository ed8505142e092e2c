"""What tests of services share: a unit's filing and the rules it breaks."""

from __future__ import annotations

from zhengzhou_desk.records import Filing
from zhengzhou_desk.services.desk import Desk


def rules(desk: Desk, code: str = "101003") -> set[str]:
    return {finding.rule for finding in desk.findings() if finding.unit == code}


def the_filing(desk: Desk, code: str = "101003", year: int = 2024) -> Filing:
    return desk.tables.find(Filing, ("unit", "year"), (code, year))[0]
