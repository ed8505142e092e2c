"""How a unit stands: worked out once and never stale."""

from __future__ import annotations

from pathlib import Path

from tests.books import new_desk
from zhengzhou_desk import sample
from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.reports.unit_status import total_reserve, unit_statuses
from zhengzhou_desk.services import editing


def test_standings_are_worked_out_once_and_never_stale(tmp_path: Path) -> None:
    """Whatever changes, they are those of a fresh engine; and the sum of reserves is theirs."""
    with new_desk(tmp_path, *sample.county(160, 800), year=sample.SAMPLE_YEAR) as desk:
        desk.set_today(sample.SAMPLE_DAY)

        def check() -> None:
            fresh = Engine(desk.tables, packs(), desk.region, desk.today, (desk.year,))
            for year in desk.years:
                assert desk.unit_statuses(year) == unit_statuses(fresh, year)
                assert total_reserve(desk.engine, year) == sum(
                    row.summed_reserve or 0 for row in desk.unit_statuses(year) if row.is_counted
                )

        check()
        assert desk.unit_statuses() is desk.unit_statuses()
        editing.edit(desk, desk.rows(Filing)[3], "reserve", "1")
        check()
        editing.edit(desk, desk.rows(Unit)[5], "closed", "2026-01-01")
        check()
        desk.undo()
        editing.set_setting(desk, "law.canteen_ratio", "20%", 2026, "金财购〔2026〕1号")
        check()
        desk.choose_year(2025)
        desk.set_today(sample.SAMPLE_DAY.replace(month=5))
        check()
