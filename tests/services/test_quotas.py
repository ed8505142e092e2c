"""Quotas: the parts of the task sum exactly, whatever the weights; a division is one step and can be replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.books import county, opened
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Purchase, Quota, Setting
from zhengzhou_desk.services import editing, exports, quotas
from zhengzhou_desk.services.notices import bulletin_document, bulletins

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zhengzhou_desk.services.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with opened(county(tmp_path)) as made:
        yield made


@given(
    st.dictionaries(st.text("0123456789", min_size=1, max_size=6), st.integers(1, 10**12), min_size=1, max_size=40),
    st.integers(1, 10**14),
)
def test_the_parts_sum_to_the_amount_and_lie_beside_their_share(weights: dict[str, int], total: int) -> None:
    parts = quotas.divided(weights, total)
    assert sum(parts.values()) == total
    assert set(parts) == set(weights)
    whole = sum(weights.values())
    for key, part in parts.items():
        # Less than one 元 more or less than the exact share; what is no whole 元 goes to one of them.
        assert abs(part * whole - total * weights[key]) < 200 * whole
    assert sum(part % 100 != 0 for part in parts.values()) <= 1


def test_a_larger_weight_never_gets_less() -> None:
    parts = quotas.divided({"a": 3, "b": 2, "c": 2, "d": 1}, 1_000_001)
    assert parts["a"] >= parts["b"] >= parts["c"] >= parts["d"]
    assert quotas.divided({"b": 1, "a": 1, "c": 1}, 400) == {"a": 200, "b": 100, "c": 100}, "the smaller code first"


def test_an_amount_is_divided_by_the_reserve_and_put_in_place_as_one_step(desk: Desk) -> None:
    division = quotas.propose(desk, 14_000_001, quotas.BY_RESERVE)
    assert division.parts == {"101003": 6_000_000, "101004": 8_000_001}
    quotas.divide(desk, division, "郑财购〔2024〕1号")
    assert {(row.unit, row.amount, row.basis) for row in desk.rows(Quota)} == {
        ("101003", 6_000_000, "郑财购〔2024〕1号"), ("101004", 8_000_001, "郑财购〔2024〕1号"),
    }  # fmt: skip
    assert quotas.task_total(desk, 2024) == 14_000_001
    with pytest.raises(Refused, match="没有改动"):
        quotas.divide(desk, division, "郑财购〔2024〕1号")
    desk.undo()
    assert not desk.rows(Quota)
    assert quotas.task_total(desk, 2024) is None


def test_dividing_again_replaces_what_was_there(desk: Desk) -> None:
    quotas.divide(desk, quotas.propose(desk, 14_000_000, quotas.BY_RESERVE))
    editing.add(desk, Quota, {"year": "2024", "unit": "101", "amount": "1"})
    quotas.divide(desk, quotas.propose(desk, 10_000_000, quotas.BY_TOTAL))
    assert {row.unit: row.amount for row in desk.rows(Quota)} == {"101003": 5_000_000, "101004": 5_000_000}
    assert sum(row.name == "task_total" for row in desk.rows(Setting)) == 1


def test_what_cannot_be_divided_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="应当大于 0"):
        quotas.propose(desk, 0, quotas.BY_TOTAL)
    with pytest.raises(Refused, match="没有可以作为分解依据的数字"):
        quotas.divided({}, 100)
    with pytest.raises(Refused, match=r"已有|重复"):
        quotas.divide(desk, quotas.propose(desk, 100, quotas.BY_TOTAL))
        editing.add(desk, Quota, {"year": "2024", "unit": "101003", "amount": "1"})


def test_the_report_sets_quotas_beside_reserves_and_says_where_the_parts_do_not_sum(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="还没有分解任务"):
        exports.write_quotas(desk, tmp_path / "空.xlsx")
    quotas.divide(desk, quotas.propose(desk, 14_000_000, quotas.BY_RESERVE))
    order = next(row for row in desk.rows(Purchase) if row.number == "A1")
    editing.edit_many(desk, [(order, name, "2024-03-20") for name in ("accepted", "paid", "evaluated")])
    report = quotas.report(desk)
    by_unit = {line.unit: line.values for line in report.lines if line.unit}
    assert by_unit["101003"][2:5] == (6_000_000, 6_000_000, 500_000)
    assert by_unit["101003"][6] == 833
    assert report.lines[-1].values[2] == 14_000_000
    assert not any("下达的任务" in remark for remark in report.remarks)
    editing.edit(desk, next(row for row in desk.rows(Quota) if row.unit == "101003"), "amount", "59000")
    assert any("少于下达的任务1,000.00元" in remark for remark in quotas.report(desk).remarks)
    exports.write_quotas(desk, tmp_path / "任务.xlsx")
    names = openpyxl.load_workbook(tmp_path / "任务.xlsx").sheetnames
    assert "任务分解" in names


def test_the_bulletin_lists_quotas_only_where_a_task_was_divided(desk: Desk) -> None:
    def titles() -> list[str]:
        content = bulletin_document.content(desk, bulletins.make(desk, desk.year))
        return [attachment.title for attachment in content.attachments]

    assert "2024年采购任务分解及完成情况" not in titles()
    quotas.divide(desk, quotas.propose(desk, 14_000_000, quotas.BY_RESERVE))
    assert "2024年采购任务分解及完成情况" in titles()
