"""Headings: a likely column waits for a person, and is in the unit of money that the sheet says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import written
from zhengzhou_desk.services import imports
from zhengzhou_desk.services.desk import Desk


def test_likely_columns_wait_for_a_person(desk: Desk, tmp_path: Path) -> None:
    path = written(
        tmp_path / "a.xlsx",
        填报=[["年度", "单位编码", "食堂食材采购总额合计", "预留份额"], [2024, "101003", 1000000, 100000]],
    )
    plan = imports.plan_file(desk, path)
    layout = plan.layouts[0]
    assert [(match.heading, match.field) for match in layout.likely] == [("食堂食材采购总额合计", "total")]
    assert plan.rows[0].after is not None
    assert plan.rows[0].after.cell("total") is None
    chosen = imports.plan_file(desk, path, mappings={layout.fingerprint: {"食堂食材采购总额合计": "total"}})
    assert chosen.rows[0].after is not None
    assert chosen.rows[0].after.cell("total") == 10**8


@pytest.mark.parametrize(
    ("above", "heading", "fen"),
    [
        (None, "本年食堂花销(万元)", 100_000_000), (None, "本年食堂花销", 10_000),
        ("单位：万元", "本年食堂花销", 100_000_000), ("单位：万元", "本年食堂花销(元)", 10_000),
    ],
)  # fmt: skip
def test_a_column_that_a_person_chooses_is_in_the_unit_that_the_sheet_says(
    desk: Desk, tmp_path: Path, above: str | None, heading: str, fen: int
) -> None:
    """Chosen or found by its heading, 100 in a sheet in 万元 is a million yuan."""
    rows = [["年度", "单位编码", heading, "预留份额"], [2024, "101003", 100, 10]]
    path = written(tmp_path / "a.xlsx", 填报=[[above], *rows] if above else rows)
    shape = imports.plan_file(desk, path).layouts[0].fingerprint
    plan = imports.plan_file(desk, path, mappings={shape: {heading: "total"}})
    (row,) = plan.rows
    assert row.after is not None
    assert row.after.cell("total") == fen
    assert row.after.cell("reserve") == (10_000_000 if above else 1_000)


def test_a_column_that_a_person_chooses_takes_the_place_of_the_one_found(desk: Desk, tmp_path: Path) -> None:
    """Two columns could be the total: the one that the person names is read, and the other is not."""
    rows = [["年度", "单位编码", "年度食堂食材采购总额", "预留份额", "实际总额"], [2024, "101003", 100, 10, 300]]
    path = written(tmp_path / "a.xlsx", 填报=rows)
    found = imports.plan_file(desk, path)
    assert found.rows[0].after is not None and found.rows[0].after.cell("total") == 10_000
    shape = found.layouts[0].fingerprint
    chosen = imports.plan_file(desk, path, mappings={shape: {"实际总额": "total"}})
    assert chosen.rows[0].after is not None and chosen.rows[0].after.cell("total") == 30_000
    assert [text for _, text in chosen.layouts[0].spare] == ["年度食堂食材采购总额"]
    left_out = imports.plan_file(desk, path, mappings={shape: {"预留份额": ""}})
    assert left_out.rows[0].after is not None and left_out.rows[0].after.cell("reserve") is None
