"""The first days in the window: a new book to its first verdict, and a day of work found again in the morning."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QDialog

from tests.books import clock
from tests.gui.helpers import put, rules, table
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.dialogs.new_book import NewBook
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.pages.welcome import WelcomePage
from zhengzhou_desk.gui.table.tab import RecordTab
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Filing
from zhengzhou_desk.sample import SAMPLE_DAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_first_run_to_first_verdict(qapp: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = MainWindow(Start(Settings(tmp_path / "s.json"), "zh", clock, "王"))
    qtbot.addWidget(window)
    window.show()
    assert isinstance(window.start_pages.page, WelcomePage)

    def fill(dialog: NewBook) -> int:
        dialog.path.setText(str(tmp_path / "新.zzd"))
        dialog.contact.setText("李四")
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(NewBook, "exec", fill)
    window.start_pages.page.chosen.emit("new")
    assert window.has_book
    assert window.desk.setting("contact") == "李四"
    units = table(window, "units")
    for column, text in (("code", "101003"),):
        put(units, 0, column, text)
    put(units, 0, "canteen", "自有")
    filings = table(window, "filings")
    put(filings, 0, "unit", "101003")
    put(filings, 0, "total", "100")
    put(filings, 0, "reserve", "9")
    assert "ratio" in rules(window)
    window.close()


def test_a_day_of_work_survives_closing_and_opening(busy: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """The journey: open, mend what a finding points at, see it go, close, open again, find it as it was left."""
    busy.resize(1200, 700)
    panel = busy.panel
    assert panel is not None
    finding = next(one for one in panel.model.findings if one.rule == "ratio")
    before = panel.model.counts["error"]
    panel._open(panel.model.place_of(finding) or 0)
    page = busy.page
    assert isinstance(page, RecordTab)
    index = page.table.grid.currentIndex()
    required = next(row.required for row in busy.desk.unit_statuses() if row.unit.code == finding.unit)
    assert required is not None
    assert page.table.records.setData(index, f"{required // 100}.{required % 100:02d}")
    assert panel.model.counts["error"] < before
    assert busy.status.levels["error"].text() == f"错误 {panel.model.counts['error']}"
    counts, path = dict(panel.model.counts), busy.desk.path
    busy.close()
    again = MainWindow(Start(Settings(tmp_path / "s.json"), "zh", clock, "王"))
    qtbot.addWidget(again)
    again.show()
    assert again.settings.recent()[0] == path.resolve()
    again.open_book(path)
    again.desk.set_today(SAMPLE_DAY)
    assert again.panel is not None
    assert again.panel.model.counts == counts
    assert next(row.reserve for row in again.desk.rows(Filing) if row.unit == finding.unit) == required
    assert again.size().height() == 700
    again.close()
