"""Importing in the window: columns confirmed and remembered, rows filtered, units named, refused rows saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from openpyxl import Workbook, load_workbook

from tests.gui.imports.helpers import opened, planned, workbook
from zhengzhou_desk.gui.actions import file
from zhengzhou_desk.gui.imports.dialog import ImportDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_clear_file_goes_straight_to_its_rows(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        ["年度", "单位编码", "预留份额"],
        [2024, "101003", 85_000],
        [2024, "101004", "三万"],
        [2024, "101004", 80_000],
    )
    dialog = planned(opened(window, qtbot, path), qtbot)
    assert dialog.take.text() == "导入 1 行"
    model = dialog.model
    assert model is not None
    assert [(row.verdict, model.subject(row)) for row in model.rows] == [
        ("changed", "2024 101003 金水第一小学"),
        ("refused", ""),
    ]
    assert "不是金额" in model.text(model.rows[1])
    dialog.table.selectRow(1)
    assert "第 3 行“预留份额”" in dialog.notes.why.text()
    assert [row.texts[:2] for row in dialog.notes.cells.records.rows] == [("A", "2024"), ("B", "101004"), ("C", "三万")]
    assert [row.texts for row in dialog.notes.sums.records.rows][1][1:] == ("140,000.00", "165,000.00", "+25,000.00")
    assert "消失" in {row.texts[0] for row in dialog.notes.findings.records.rows}
    dialog.apply()
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [8_500_000, 8_000_000]
    assert "1 行被拒绝" in window.bar.label.text()
    window.bar.button.click()
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [6_000_000, 8_000_000]


def test_rows_that_are_no_data_are_listed_and_their_sums_compared(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        ["年度", "单位编码", "预留份额"],
        [2024, "101003", 85_000],
        [2024, "101004", 80_000],
        ["合计", None, 166_000],
        ["填表人：王", None, "审核人：李"],
    )
    dialog = planned(opened(window, qtbot, path), qtbot)
    assert dialog.verdicts["left_out"].text() == "不是数据 2"
    model = dialog.model
    assert model is not None
    said = [(model.subject(row), model.text(row)) for row in model.rows if row.verdict == "left_out"]
    assert said == [
        ("合计", "合计 166000：“预留份额”166,000.00 与明细不符，差 1,000.00"),
        ("签字栏", "填表人：王 审核人：李"),
    ]
    dialog.table.selectRow(len(model.rows) - 2)
    assert "差 1,000.00" in dialog.notes.why.text()
    dialog.verdicts["left_out"].setChecked(False)
    assert {row.verdict for row in model.rows} == {"changed"}
    dialog.apply()
    assert [row.reserve for row in window.desk.rows(Filing)[1:]] == [8_500_000, 8_000_000]


def test_who_signed_a_sheet_and_their_telephones_are_masked_until_they_are_shown(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        ["年度", "单位编码", "预留份额"],
        [2024, "101003", 85_000],
        ["合计", None, 63_381_234],
        ["填表人", "欧阳明", "联系电话：0371-63381234"],
        ["单位负责人（签字）：张三", None, "电话：13917345628"],
    )
    dialog = planned(opened(window, qtbot, path), qtbot)
    model = dialog.model
    assert model is not None
    total, *signed = (row for row in model.rows if row.verdict == "left_out")
    assert "63381234" in model.text(total)
    assert [model.text(row) for row in signed] == [
        "填表人 欧＊ 联系电话：037****1234",
        "单位负责人（签字）：张＊ 电话：139****5628",
    ]
    dialog.table.selectRow(len(model.rows) - 1)
    assert [row.texts[1] for row in dialog.notes.cells.records.rows] == [
        "单位负责人（签字）：张＊",
        "电话：139****5628",
    ]
    window.desk.show_personal(shown=True)
    assert "张三" in model.text(signed[1])
    assert "13917345628" in model.text(signed[1])


def test_refused_rows_are_saved_mended_and_imported(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(
        tmp_path / "a.xlsx", ["年度", "单位编码", "预留份额"], [2024, "101003", "八万"], [2024, "101004", 81_000]
    )
    dialog = planned(opened(window, qtbot, path), qtbot)
    saved = tmp_path / "拒绝.xlsx"
    monkeypatch.setattr(ask, "save_file", lambda *given: saved)
    dialog.save.click()
    assert "已写出" in dialog.notes.remarks.text()
    dialog.reject()
    book = load_workbook(saved)
    sheet = book.active
    assert sheet is not None
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "八万")
    cell.value = 80_000
    book.save(saved)
    again = planned(opened(window, qtbot, saved), qtbot)
    again.apply()
    assert window.desk.rows(Filing)[1].reserve == 8_000_000


def test_refused_rows_keep_what_they_show_and_their_unit(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        ["单位：万元"],
        ["年度", "单位编码", "年度食堂食材采购总额", "预留份额", "状态"],
        [2024, "101003", 100, 123456, "没见过"],
        [2024, "101004", 100, 8, "没见过"],
    )
    book = load_workbook(path)
    book.active["D3"].number_format = "0!.0,"  # type: ignore[index]
    book.save(path)
    dialog = planned(opened(window, qtbot, path), qtbot)
    saved = tmp_path / "拒绝.xlsx"
    monkeypatch.setattr(ask, "save_file", lambda *given: saved)
    dialog.save.click()
    dialog.reject()
    book = load_workbook(saved)
    sheet = book.active
    assert sheet is not None
    for cell in [cell for row in sheet.iter_rows() for cell in row if cell.value == "没见过"]:
        cell.value = "已填报"
    book.save(saved)
    again = planned(opened(window, qtbot, saved), qtbot)
    model = again.model
    assert model is not None
    assert [row.verdict for row in model.rows] == ["refused", "changed"]
    assert "格中是 123456，显示为‘12.3’" in model.text(model.rows[0])
    again.apply()
    assert window.desk.rows(Filing)[2].total == 100_000_000


def test_what_is_no_table_of_ours_is_refused_in_the_bar(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file.import_file(window, workbook(tmp_path / "a.xlsx", ["随便", "什么"], [1, 2], title="别的"))
    qtbot.waitUntil(lambda: "没有认得的表" in window.bar.label.text(), timeout=20_000)
    assert not window.findChildren(ImportDialog)


def test_a_plan_of_a_book_that_has_changed_is_made_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["年度", "单位编码", "预留份额"], [2024, "101003", 85_000])
    dialog = planned(opened(window, qtbot, path), qtbot)
    first = dialog.plan
    editing.edit(window.desk, window.desk.rows(Filing)[1], "total", "900000")
    dialog.apply()
    qtbot.waitUntil(lambda: dialog.plan is not first, timeout=20_000)
    assert window.desk.rows(Filing)[1].reserve == 6_000_000
    dialog.apply()
    assert (window.desk.rows(Filing)[1].total, window.desk.rows(Filing)[1].reserve) == (90_000_000, 8_500_000)


def test_import_shows_the_list_and_applies_that_very_list(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "填报"
    for row in (["年度", "单位编码", "预留份额"], [2024, "101003", 85000], [2024, "999", 1]):
        sheet.append(row)
    path = tmp_path / "a.xlsx"
    book.save(path)
    file.import_file(window, path)
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(ImportDialog)), timeout=20_000)
    dialog = cast("ImportDialog", window.findChild(ImportDialog))
    assert [dialog.verdicts[name].text() for name in ("new", "changed", "refused")] == ["新增 0", "修改 1", "拒绝 1"]
    assert "60,000.00 → 85,000.00" in dialog.model.text(dialog.plan.rows[0])  # type: ignore[union-attr]
    dialog.apply()
    assert window.desk.rows(Filing)[1].reserve == 8_500_000
    assert window.desk.undoable is not None
    window.desk.undo()
    assert window.desk.rows(Filing)[1].reserve == 6_000_000


def test_an_import_goes_with_the_book_it_was_for(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["年度", "单位编码", "预留份额"], [2024, "101003", 85_000])
    dialog = planned(opened(window, qtbot, path), qtbot)
    gone: list[object] = []
    dialog.destroyed.connect(lambda: gone.append(path))
    window.session.close()
    assert not dialog.isVisible()
    qtbot.waitUntil(lambda: bool(gone))
