"""The name a unit had before it was renamed, and never the new one twice."""

from __future__ import annotations

import datetime
from pathlib import Path

from tests.books import DAY, filing, new_desk, unit
from zhengzhou_desk.records import UnitChange
from zhengzhou_desk.records.change import RENAME
from zhengzhou_desk.services import unit_changes
from zhengzhou_desk.services.former_names import former_name


def test_the_journal_knows_the_name_before_each_renaming(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing()) as desk:
        for name, month in (("示范小学", 5), ("外国语小学", 6)):
            row = desk.unit("101003")
            assert row is not None
            desk.apply(unit_changes.rename(desk, row, name, datetime.date(2024, month, 1)).entry)
        found = {row.new_name: former_name(desk, row) for row in desk.rows(UnitChange)}
        assert found == {"示范小学": "第一小学", "外国语小学": "示范小学"}


def test_an_imported_change_says_the_unit_s_own_name_only_where_it_is_the_old_one(tmp_path: Path) -> None:
    def change(code: str, name: str) -> UnitChange:
        return UnitChange(day=DAY, kind=RENAME, old_unit=code, new_unit=code, new_name=name)

    rows = (
        unit("101003", "旧名小学"),
        change("101003", "新名小学"),
        unit("101004", "新中学"),
        change("101004", "新中学"),
    )
    with new_desk(tmp_path, *rows) as desk:
        assert [former_name(desk, row) for row in desk.rows(UnitChange)] == ["旧名小学", ""]
