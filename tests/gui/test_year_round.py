"""What comes after March in the window: scores, shared canteens, orders on the wrong unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from tests.gui.test_window import choose, table
from zhengzhou_desk.gui.actions import book, documents, enabled
from zhengzhou_desk.gui.dialogs.assessment import AssessmentWindow
from zhengzhou_desk.gui.dialogs.canteens import CanteenDialog
from zhengzhou_desk.gui.dialogs.move_orders import MoveDialog
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Filing, Purchase
from zhengzhou_desk.reports.assessment import UnitScore, assess
from zhengzhou_desk.services import impact

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


def test_orders_are_moved_with_a_reason_and_the_application_is_offered(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = table(window, "purchases")
    place = next(number for number in range(2) if page.records.record(number).number == "A2")  # type: ignore[union-attr]
    choose(page, place, "number", place, "number")
    assert enabled.on_orders(window)
    shown = {}
    for row in range(2):
        order = page.records.record(row)
        assert isinstance(order, Purchase)
        shown[order.number] = page.records.text(order, page.records.column_of("=counts_for"))
    assert shown == {"A1": "金水第一小学", "A2": "未归集"}

    def answer(dialog: MoveDialog) -> int:
        assert not dialog.take.isEnabled(), "no reason yet"
        dialog.picker.search.setText("dexx")
        assert dialog.picker.code == "101004"
        dialog.reason.setText("单位选错")
        dialog.take.click()
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(MoveDialog, "exec", answer)
    book.move_orders(window)
    assert {row.number: row.buyer for row in window.desk.rows(Purchase)} == {"A1": "101003", "A2": "101004"}
    assert "可以撤销" in window.bar.label.text()
    monkeypatch.setattr(ask, "save_file", lambda *given: tmp_path / "申请.xlsx")
    window.bar.button.click()
    assert (tmp_path / "申请.xlsx").exists()
    window.desk.undo()
    assert {row.buyer for row in window.desk.rows(Purchase)} == {"101003", "999"}


def test_a_canteen_is_shared_only_after_a_look(window: MainWindow, qtbot: QtBot) -> None:
    dialog = CanteenDialog(window)
    qtbot.addWidget(dialog)
    assert not dialog.look.isEnabled()
    dialog.put_in("101003")
    dialog.put_in("101004")
    dialog.host.setCurrentIndex(dialog.host.findData("101003"))
    dialog._look()
    assert "将出现" in dialog.follows.text() and not impact.impact_of(window.desk, ()).appearing
    assert window.desk.unit("101004").canteen == "own"  # type: ignore[union-attr]
    dialog.take.click()
    assert window.desk.unit("101004").canteen_host == "101003"  # type: ignore[union-attr]
    assert [row.texts for row in dialog.groups.records.rows] == [("101003 金水第一小学", "2")]
    dialog.members.selectRow(1)
    dialog._drop()
    assert not dialog.take.isEnabled() and not dialog.look.isEnabled(), "what was looked at holds no longer"
