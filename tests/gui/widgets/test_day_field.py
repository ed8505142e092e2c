"""The field for a day: a day that is typed is told once it is whole."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from zhengzhou_desk.gui.widgets.day_field import DayField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_day_is_told_when_it_is_whole(qtbot: QtBot) -> None:
    field = DayField(datetime.date(2024, 4, 1))
    qtbot.addWidget(field)
    told: list[datetime.date] = []
    field.chosen.connect(told.append)
    field.show()
    field.lineEdit().setSelection(8, 2)
    qtbot.keyClicks(field, "15")
    assert not told, "a digit that is typed is no day"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [datetime.date(2024, 4, 15)] == [field.day]
    field.put(datetime.date(2025, 12, 31))
    assert told[-1] == datetime.date(2025, 12, 31)
