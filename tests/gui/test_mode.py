"""What the window says of the open book: a closed year is read-only and looks it."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from tests.gui.helpers import table
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.sample import SAMPLE_DAY, SAMPLE_YEAR
from zhengzhou_desk.services import years
from zhengzhou_desk.services import years as years_service


def test_a_closed_year_is_read_only_and_looks_it(window: MainWindow) -> None:
    years.close_year(window.desk, 2024)
    page = table(window, "filings")
    assert not page.records.can_edit
    index = page.records.index(0, page.records.column_of("reserve"))
    assert not page.records.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert "已结账" in window.status.saved.text()


def test_a_closed_year_looks_it(busy: MainWindow) -> None:
    years_service.close_year(busy.desk, busy.desk.year)
    assert "已经结账" in busy.strip.label.text()
    assert busy.tabs.property("quiet") is True
    assert "只能查看" in busy.status.saved.text()
    busy.desk.choose_year(busy.desk.years[0])
    assert not busy.strip.isVisible()
    busy.desk.choose_year(SAMPLE_YEAR)
    years_service.close_year(busy.desk, SAMPLE_YEAR, closed=False)
    assert busy.tabs.property("quiet") is False
    QApplication.sendEvent(busy, QEvent(QEvent.Type.StyleChange))
    assert datetime.date.fromisoformat(str(busy.desk.today)) == SAMPLE_DAY
