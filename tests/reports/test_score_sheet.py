"""The scoring sheet: a department's highest and lowest unit each under its own heading."""

from __future__ import annotations

import datetime
from pathlib import Path

from tests.books import filing, new_desk, unit
from zhengzhou_desk.reports.score_sheet import score_reports


def test_a_departments_best_and_worst_stand_where_they_belong(tmp_path: Path) -> None:
    rows = (
        unit("101", "教育局", "none"), filing("101", None, None, platform_note="无食堂"),
        unit("101001", "第一小学", department="101"), filing("101001"), filing("101001", year=2023),
        unit("101002", "第二小学", department="101"), filing("101002", 800_000, 10_000), filing("101002", year=2023),
    )  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        desk.set_today(datetime.date(2024, 12, 31))
        sheets = {report.name: report for report in score_reports(desk.engine, 2024)}
    departments, units = sheets["部门得分"], sheets["单位得分"]
    (line,) = departments.lines
    scores = [each.values[units.place("score")] for each in units.lines]
    found = [line.values[departments.place(name)] for name in ("units", "highest", "lowest")]
    whole = [score for score in scores if isinstance(score, int)]
    assert found == [3, max(whole), min(whole)]
    assert max(whole) > min(whole)
    assert [each.values[0] for each in units.lines] == sorted(each.values[0] for each in units.lines)  # type: ignore[type-var]
