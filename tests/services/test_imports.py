"""Imports applied: one line of the journal, and what was chosen is remembered for the next file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.books import two_schools, written
from tests.exchange.made import HEAD
from zhengzhou_desk.exchange.plan import NEW
from zhengzhou_desk.records import Change, Entry, Filing
from zhengzhou_desk.services import imports
from zhengzhou_desk.services.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with two_schools(tmp_path) as made:
        yield made


def test_an_import_is_one_line_of_the_journal(desk: Desk, tmp_path: Path) -> None:
    before = len(desk.journal())
    rows = [[2024, "101003", 1, 1, None], [2024, "101004", 1, 1, None]]
    imports.apply_plan(desk, imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=[HEAD, *rows])))
    assert len(desk.journal()) == before + 1
    assert desk.apply(Entry("remove", tuple(Change(row, None) for row in desk.rows(Filing)), ("填报", "2"))) is not None


def test_choices_are_remembered_for_the_next_file_of_the_shape(desk: Desk, tmp_path: Path) -> None:
    from zhengzhou_desk.services import import_memory

    rows = [["年度", "单位名称", "食堂食材采购总额合计"], [2024, "金水东小", 5]]
    path = written(tmp_path / "a.xlsx", 填报=rows)
    plan = imports.plan_file(desk, path)
    assert plan.rows[0].unknown_name == "金水东小"
    import_memory.remember_mapping(desk, plan.layouts[0].fingerprint, {"食堂食材采购总额合计": "total"})
    import_memory.remember_alias(desk, "金水东小", "101004")
    again = imports.plan_file(desk, path)
    assert [(row.verdict, row.after.cell("unit"), row.after.cell("total")) for row in again.rows if row.after] == [
        (NEW, "101004", 500)
    ]
