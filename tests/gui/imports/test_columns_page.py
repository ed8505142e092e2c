"""Columns of an import: confirmed by a person, settled where two claim one field, and remembered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QComboBox, QLabel

from tests.gui.imports.helpers import opened, planned, workbook
from zhengzhou_desk.gui.actions import edit
from zhengzhou_desk.gui.imports.columns_page import ColumnsPage
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.records import Filing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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


def test_examples_have_the_marks_of_the_language(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    rows = ["年度", "单位编码", "预留份额"], [2024, "101003", 1], [2024, "101004", 2]
    dialog = opened(window, qtbot, workbook(tmp_path / "a.xlsx", *rows))
    for lang, shown in (("zh", "101003、101004"), ("en", "101003, 101004")):
        page = ColumnsPage(dialog._layouts, {}, lang)
        qtbot.addWidget(page)
        assert shown in {label.text() for label in page.findChildren(QLabel)}
