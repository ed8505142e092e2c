"""The scoring sheet: from a point to the record that gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gui.helpers import table, texts
from zhengzhou_desk.gui.actions import documents
from zhengzhou_desk.gui.dialogs.assessment import AssessmentWindow
from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing
from zhengzhou_desk.reports.assessment import UnitScore, assess

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


def test_the_scoring_sheet_leads_from_a_point_to_its_record(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shown: list[AssessmentWindow] = []
    monkeypatch.setattr(AssessmentWindow, "exec", lambda self: shown.append(self) or 0)
    documents.assessment(window)
    qtbot.waitUntil(lambda: bool(shown), timeout=10_000)
    sheet = shown[0]
    assert [row.texts[1] for row in sheet.units.records.rows][-1] == "101003", "the unit that fails comes last"
    sheet.units.selectRow(len(sheet.units.records.rows) - 1)
    found = next(each for each in assess(window.desk.engine, 2024) if each.unit_status.unit.code == "101003")
    assert found.points == sum(mark.points or 0 for mark in found.marks)
    assert [row.texts[0] for row in sheet.marks.records.rows] == [
        "按时填报",
        "预留达标",
        "按期完成采购",
        "付款和评价",
        "工会采购",
        "国有企业账号",
    ]
    reserve = sheet.marks.records.rows[1]
    assert (
        reserve.texts[1] == "18.75"
        and "应预留 80,000.00元" in reserve.texts[3]
        and "填报 2024 101003" in reserve.texts[4]
    )
    sheet.marks.selectRow(1)
    sheet.marks.opened.emit()
    page = table(window, "filings")
    assert [type(row) for row in page.grid.chosen()] == [Filing]
    assert page.grid.chosen()[0].unit_of == "101003"
    sheet.department.setCurrentIndex(1)
    sheet.renew()
    assert {
        row.about.unit_status.unit.code for row in sheet.units.records.rows if isinstance(row.about, UnitScore)
    } == {"101", "101003", "101004"}
    monkeypatch.setattr(ask, "save_file", lambda *given: tmp_path / "考评.xlsx")
    sheet._export()
    qtbot.waitUntil(lambda: (tmp_path / "考评.xlsx").exists() and "已导出" in window.bar.label.text(), timeout=10_000)


def sheet_of(window: MainWindow, qtbot: QtBot) -> AssessmentWindow:
    made = AssessmentWindow(window, assess(window.desk.engine, window.desk.year))
    qtbot.addWidget(made)
    return made


def test_the_scores_are_printed_as_a_letter(window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[PreviewWindow] = []
    monkeypatch.setattr(PreviewWindow, "exec", lambda self: shown.append(self) or 0)
    sheet_of(window, qtbot)._print()
    qtbot.waitUntil(lambda: bool(shown), timeout=20_000)
    assert shown[0]._proposed.startswith("2024年考评情况") and shown[0]._count >= 1


def test_where_no_unit_is_chosen_no_marks_are_shown(window: MainWindow, qtbot: QtBot) -> None:
    sheet = sheet_of(window, qtbot)
    assert texts(sheet.marks)
    sheet.units.put([])
    sheet._look()
    assert not texts(sheet.marks) and not sheet.about.text()
    sheet._go()
    assert window.page.name == "overview", "there is no record to go to"
