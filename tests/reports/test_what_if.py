"""Supposing other values of the law: who would fail, how much more, and nothing changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import YUAN, filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.reports.what_if import what_if

ROWS = (
    unit("101003", "第一小学"), unit("101004", "第二小学"), unit("101005", "第三小学"),
    filing("101003", 800_000, 80_000), filing("101003", 800_000, 80_000, year=2023),
    filing("101004", 800_000, 120_000), filing("101004", 800_000, 80_000, year=2023),
    filing("101005", 800_000, 60_000), filing("101005", 800_000, 40_000, year=2023),
)  # fmt: skip


def test_a_higher_ratio_names_who_would_fail_and_how_much_more_is_required(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        digest = desk.store.digest()
        found = what_if(desk.engine, 2024, {"canteen_ratio": "15%"})
        assert [row.unit.code for row in found.newly_failing] == ["101003"]
        assert found.no_longer_failing == ()
        assert found.more_required == 3 * 40_000 * YUAN
        assert found.more_missing == 2 * 40_000 * YUAN
        assert desk.store.digest() == digest
        assert [row.state for row in desk.unit_statuses()] == ["pass", "pass", "fail"]


def test_a_lower_ratio_lets_a_unit_pass(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        found = what_if(desk.engine, 2024, {"canteen_ratio": "5%"})
        assert [row.unit.code for row in found.no_longer_failing] == ["101005"]


def test_a_value_that_is_none_is_refused(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk, pytest.raises(Refused):
        what_if(desk.engine, 2024, {"canteen_ratio": "一成"})
