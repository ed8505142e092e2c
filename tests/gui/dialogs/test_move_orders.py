"""Orders on the wrong unit: moved with a reason, and the application to the platform offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.actions import book, enabled
from zhengzhou_desk.gui.dialogs.move_orders import MoveDialog
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.records import Purchase

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


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


def test_without_a_unit_or_a_reason_nothing_is_moved(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = MoveDialog(window, window.desk.rows(Purchase)[:1])
    qtbot.addWidget(dialog)
    dialog.reason.setText("单位选错")
    dialog.picker.search.setText("没有这个")
    assert not dialog.take.isEnabled()
    dialog._take()
    dialog.picker.search.setText("jsdy")
    dialog.reason.setText(" ")
    assert not dialog.take.isEnabled()
    dialog._take()
    assert window.bar.isVisible() and dialog.result() == 0
    assert {row.buyer for row in window.desk.rows(Purchase)} == {"101003", "999"}
