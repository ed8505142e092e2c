"""Finding a unit: by the beginning of its code, by its name, by its initials; the likely ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from zhengzhou_desk.gui.widgets.unit_picker import UnitPicker

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

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
