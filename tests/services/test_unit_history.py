"""Every step that touched a unit is found, whatever it was and whatever has become of its rows since."""

from __future__ import annotations

from pathlib import Path

from tests.books import filing, new_desk, order, unit, written
from zhengzhou_desk.records import Filing, Purchase, Unit, UnitChange
from zhengzhou_desk.services import editing, filings, imports, orders, unit_changes, unit_history
from zhengzhou_desk.services.desk import Desk

ROWS = (
    unit("101003", "第一小学"), unit("101004", "第二小学"), unit("101005", "第三小学"),
    filing("101003", 800_000, 60_000), filing("101003", 800_000, 50_000, 2023), filing("101004", 800_000, 80_000), filing("101005"),
    order("A1", "101003", 5_000), order("A2", "101004", 100),
)  # fmt: skip


def names(desk: Desk, code: str) -> list[str]:
    """What was done to a unit, the oldest first; what was taken back with a minus."""
    found = list(unit_history.lines_about(desk.journal(), (code,), desk.tables))
    return [("-" if line.undoes else "") + line.name for line in reversed(found)]


def of(desk: Desk, code: str) -> Filing:
    return next(row for row in desk.rows(Filing) if row.unit == code)


def test_pastes_imports_and_undos_count(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        editing.edit_many(
            desk, [(of(desk, "101003"), "reserve", "70000"), (of(desk, "101004"), "reserve", "90000")], "paste"
        )
        editing.edit_many(desk, [(of(desk, "101004"), "total", "900000")], "fill")
        desk.undo()
        desk.undo()
        filings.send_back(desk, [of(desk, "101003"), of(desk, "101005")], "请核实", desk.today)
        sheet = written(tmp_path / "a.xlsx", 填报=[["年度", "单位编码", "预留份额"], [2024, "101003", 81_000]])
        imports.apply_plan(desk, imports.plan_file(desk, sheet))
        assert names(desk, "101003") == ["import", "paste", "-paste", "send_back", "import"]
        assert names(desk, "101004") == ["import", "paste", "fill", "-fill", "-paste"]
        assert names(desk, "101005") == ["import", "send_back"]


def test_rows_that_are_gone_or_belong_to_another_unit_now(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        first = next(row for row in desk.rows(Purchase) if row.number == "A1")
        editing.edit(desk, first, "amount", "5001")
        orders.move(desk, [row for row in desk.rows(Purchase) if row.number == "A1"], desk.unit("101004"), "选错")  # type: ignore[arg-type]
        editing.edit(desk, next(row for row in desk.rows(Purchase) if row.number == "A1"), "amount", "5002")
        editing.edit(desk, of(desk, "101005"), "reserve", "1")
        editing.remove(desk, [of(desk, "101005")])
        assert names(desk, "101003") == ["import", "edit", "move_orders"]
        assert names(desk, "101004") == ["import", "move_orders", "edit"]
        assert names(desk, "101005") == ["import", "edit", "remove"]


def test_a_unit_keeps_its_past_under_another_code_and_through_a_merger(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        editing.edit(desk, of(desk, "101003"), "reserve", "70000")
        editing.edit(desk, desk.unit("101003"), "code", "101008")  # type: ignore[arg-type]
        editing.edit(desk, of(desk, "101008"), "reserve", "71000")
        editing.edit(desk, of(desk, "101004"), "reserve", "90000")
        assert names(desk, "101008") == ["import", "edit", "edit", "edit"]
        unit_changes.apply(desk, unit_changes.merge(desk, [desk.unit("101008")], desk.unit("101004"), desk.today))  # type: ignore[list-item,arg-type]
        assert names(desk, "101008")[-1] == names(desk, "101004")[-1] == "unit_merge"
        assert names(desk, "101005") == ["import"]


def test_a_number_that_looks_like_a_code_is_not_the_unit(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        editing.add(desk, Purchase, {"number": "101005", "day": "2024-03-01", "buyer": "101004", "amount": "1"})
        editing.edit(desk, desk.unit("101004"), "note", '],["101005"')  # type: ignore[arg-type]
        assert names(desk, "101005") == ["import"]
        assert names(desk, "101004") == ["import", "add", "edit"]


def test_rows_naming_a_unit_are_each_given_once(tmp_path: Path) -> None:
    with new_desk(tmp_path, *ROWS) as desk:
        changed = unit_changes.rename(desk, unit_of(desk, "101003"), "实验小学", desk.today)
        unit_changes.apply(desk, changed)
        # The change names the unit twice, as the old one and the new one.
        assert len(unit_history.rows_naming(desk.tables, UnitChange, "101003")) == 1
        assert {row.year_of for row in unit_history.rows_naming(desk.tables, Filing, "101003")} == {2023, 2024}
        assert [row.cell("number") for row in unit_history.rows_naming(desk.tables, Purchase, "101003")] == ["A1"]
        assert unit_history.rows_naming(desk.tables, Filing, "nobody") == []


def unit_of(desk: Desk, code: str) -> Unit:
    found = desk.unit(code)
    assert found is not None
    return found
