"""Finding a unit: by the beginning of its code, by its name, by its initials; the likely ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QComboBox

from zhengzhou_desk.gui.dialogs import canteens, move_orders
from zhengzhou_desk.gui.dialogs.canteens import CanteenDialog
from zhengzhou_desk.gui.dialogs.unit_change import ChangeDialog
from zhengzhou_desk.gui.imports import choose_unit
from zhengzhou_desk.gui.widgets.unit_picker import UnitPicker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


UNITS = {"101003": "金水第一小学", "101004": "第二小学", "201003": "区医院"}


@pytest.mark.parametrize(
    ("typed", "codes"),
    [("", ["101004"]), ("101", ["101003", "101004"]), ("003", []), ("小学", ["101003", "101004"]), ("qyy", ["201003"]), ("九", [])],
)  # fmt: skip
def test_a_unit_is_found_as_a_person_calls_it(qapp: Any, qtbot: QtBot, typed: str, codes: list[str]) -> None:
    picker = UnitPicker(UNITS, first=["101004"])
    qtbot.addWidget(picker)
    picker.search.setText(typed)
    picker._find()
    assert [row.texts[0] for row in picker.list.records.rows] == codes
    assert picker.code == (codes[0] if codes else None)


def test_an_exact_code_goes_before_those_that_begin_with_it(window: MainWindow, qtbot: QtBot) -> None:
    picker = UnitPicker({"101003": "第一小学", "101": "教育局"})
    qtbot.addWidget(picker)
    picker.choose("101")
    assert picker.code == "101"


def test_every_dialog_picks_units_with_the_one_picker(window: MainWindow, qtbot: QtBot) -> None:
    for module in (canteens, choose_unit, move_orders):
        assert module.UnitPicker is UnitPicker
    for dialog in (ChangeDialog(window), CanteenDialog(window)):
        qtbot.addWidget(dialog)
        assert not [box for box in dialog.findChildren(QComboBox) if box.isEditable()]
