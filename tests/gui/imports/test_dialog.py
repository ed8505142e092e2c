"""Importing in the window: columns confirmed and remembered, rows filtered, units named, refused rows saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest
from openpyxl import Workbook, load_workbook
from PySide6.QtWidgets import QComboBox, QDialog

from tests.gui.helpers import calls
from zhengzhou_desk.exchange.importing import layouts
from zhengzhou_desk.exchange.plan import REFUSED
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.gui.actions import edit, file
from zhengzhou_desk.gui.imports.choose_unit import ChooseUnit
from zhengzhou_desk.gui.imports.dialog import ImportDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing
from zhengzhou_desk.services import editing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot


def workbook(path: Path, *rows: Sequence[object], title: str = "填报") -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def opened(window: MainWindow, qtbot: QtBot, path: Path) -> ImportDialog:
    """The dialog as a person meets it."""
    file.import_file(window, path)
    found: list[ImportDialog] = []

    def seen() -> bool:
        found[:] = [dialog for dialog in window.findChildren(ImportDialog) if dialog.isVisible()]
        return bool(found)

    qtbot.waitUntil(seen, timeout=20_000)
    return found[0]


def planned(dialog: ImportDialog, qtbot: QtBot) -> ImportDialog:
    qtbot.waitUntil(lambda: dialog.model is not None and dialog.pages.currentIndex() == 1, timeout=20_000)
    return dialog


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


def test_rows_are_filtered_by_what_becomes_of_them_and_why(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rows = [[2024, "101003", 60_000], [2024, "101004", "三万"], [2024, "999", 1], [2024, "998", 1], [2024, "101", "x"]]
    path = workbook(tmp_path / "a.xlsx", ["年度", "单位编码", "预留份额"], *rows)
    dialog = planned(opened(window, qtbot, path), qtbot)
    model = dialog.model
    assert model is not None
    assert not dialog.take.isEnabled()
    assert len(model.rows) == 4
    dialog.verdicts["same"].setChecked(True)
    assert len(model.rows) == 5
    reasons = [dialog.reason.itemText(place) for place in range(1, dialog.reason.count())]
    assert sorted(text.split()[-1] for text in reasons) == ["2", "2"]
    dialog.reason.setCurrentIndex(next(place for place in range(1, 3) if "不是金额" in dialog.reason.itemText(place)))
    dialog._filter()
    assert {row.number for row in model.rows} == {3, 6}
    dialog.reason.setCurrentIndex(0)
    dialog.search.setText("第二小学")
    qtbot.waitUntil(lambda: len(model.rows) == 0)
    dialog.search.setText("998")
    qtbot.waitUntil(lambda: [row.number for row in model.rows] == [5])


def test_likely_columns_are_confirmed_once_and_remembered(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rows = (["年度", "单位编码", "单位预留份额数"], [2024, "101003", 91_000])
    dialog = opened(window, qtbot, workbook(tmp_path / "一月.xlsx", *rows))
    assert dialog.pages.currentIndex() == 0
    boxes = {box.accessibleName(): box for box in dialog.columns.findChildren(QComboBox)}
    assert boxes["“单位预留份额数”读作"].currentData() == "reserve"
    dialog.take.click()
    planned(dialog, qtbot)
    assert dialog.take.text() == "导入 1 行"
    dialog.apply()
    assert window.desk.rows(Filing)[1].reserve == 9_100_000
    edit.undo(window)
    assert window.desk.rows(Filing)[1].reserve == 6_000_000
    again = opened(window, qtbot, workbook(tmp_path / "二月.xlsx", rows[0], [2024, "101003", 92_000]))
    assert again.pages.currentIndex() == 1
    assert again.take.text() == "导入 1 行"


def test_two_columns_for_one_field_are_settled_by_the_person(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rows = (["年度", "单位编码", "预留份额", "预留份额（万元）"], [2024, "101003", 1, 9.5])
    dialog = opened(window, qtbot, workbook(tmp_path / "a.xlsx", *rows))
    assert dialog.pages.currentIndex() == 0
    boxes = {box.accessibleName(): box for box in dialog.columns.findChildren(QComboBox)}
    boxes["“预留份额”读作"].setCurrentIndex(0)
    boxes["“预留份额(万元)”读作"].setCurrentIndex(boxes["“预留份额(万元)”读作"].findData("reserve"))
    dialog.take.click()
    planned(dialog, qtbot)
    dialog.apply()
    assert window.desk.rows(Filing)[1].reserve == 9_500_000


def test_a_column_can_be_left_out_and_taken_in_again(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx", ["年度", "单位编码", "年度食堂食材采购总额", "预留份额"], [2024, "101003", 700_000, 85_000]
    )
    dialog = planned(opened(window, qtbot, path), qtbot)
    dialog.back.click()
    box = {box.accessibleName(): box for box in dialog.columns.findChildren(QComboBox)}["“年度食堂食材采购总额”读作"]
    box.setCurrentIndex(0)
    dialog.model = None
    dialog.take.click()
    planned(dialog, qtbot)
    assert [column.name for column, _, _ in dialog.plan.rows[0].changed] == ["reserve"]


def test_a_sheet_that_says_no_year_asks_for_it(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ["单位编码", "年度食堂食材采购总额", "预留份额"], ["101003", 800_000, 85_000])
    dialog = planned(opened(window, qtbot, path), qtbot)
    assert dialog.year.isVisibleTo(dialog)
    assert dialog.plan.rows[0].after == dialog.plan.rows[0].after
    assert cast("Filing", dialog.plan.rows[0].after).year == 2024
    dialog.year.setCurrentIndex(dialog.year.findData(2023))
    dialog.model = None
    dialog.look()
    planned(dialog, qtbot)
    assert cast("Filing", dialog.plan.rows[0].after).year == 2023


def test_an_unknown_name_is_named_once_for_all(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = (["年度", "单位名称", "预留份额"], [2024, "金水一小", 85_000])
    path = workbook(tmp_path / "a.xlsx", *rows)
    dialog = planned(opened(window, qtbot, path), qtbot)
    assert [row.verdict for row in dialog.plan.rows] == [REFUSED]
    dialog.table.selectRow(0)
    assert not dialog.notes.name.isHidden()

    def choose(chooser: ChooseUnit) -> int:
        chooser.picker.search.setText("jsdy")
        assert [row.texts for row in chooser.picker.list.records.rows] == [("101003", "金水第一小学")]
        chooser.take.click()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(ChooseUnit, "exec", choose)
    dialog.model = cast("Any", dialog.model)
    dialog.notes.name.click()
    qtbot.waitUntil(lambda: dialog.take.text() == "导入 1 行", timeout=20_000)
    dialog.reject()
    again = planned(opened(window, qtbot, path), qtbot)
    assert again.take.text() == "导入 1 行"


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


def test_ten_thousand_rows_are_shown_without_a_pause(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rows = [[2024, f"9{number:05d}", number] for number in range(10_000)]
    path = workbook(tmp_path / "a.xlsx", ["年度", "单位编码", "预留份额"], *rows)
    sheets = read_workbook(path)
    dialog = ImportDialog(window, path, sheets, layouts(sheets))
    dialog.look()
    planned(dialog, qtbot)
    dialog.show()

    def turned() -> None:
        dialog.verdicts["refused"].setChecked(False)
        dialog.verdicts["refused"].setChecked(True)
        dialog.grab()

    # About one for every row: it grows with the rows, never with their square.
    assert calls(turned) < 5 * len(rows)
    assert dialog.model is not None
    assert len(dialog.model.rows) == 10_000
    dialog.close()


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
