"""What an import would change in the findings, foreseen without a change to the book."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.books import two_schools, written
from tests.exchange.made import HEAD
from zhengzhou_desk.services import impact, imports
from zhengzhou_desk.services.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    with two_schools(tmp_path) as made:
        yield made


def test_what_would_be_found_is_foreseen(desk: Desk, tmp_path: Path) -> None:
    plan = imports.plan_file(desk, written(tmp_path / "a.xlsx", 填报=[HEAD, [2024, "101003", 1000, 1, "已填报"]]))
    digest = desk.store.digest()
    seen = impact.impact_of(desk, plan.changes())
    assert desk.store.digest() == digest
    assert "ratio" in {found.rule for found in seen.appearing}
    assert {(found.rule, found.unit) for found in seen.vanishing} == {("not_filed", "101003")}
    imports.apply_plan(desk, plan)
    assert "ratio" in {found.rule for found in desk.findings()}
    assert [(column.name, before, after) for column, before, after in plan.sums()] == [
        ("total", 0, 100_000),
        ("reserve", 0, 100),
    ]
