"""Going about: every tab opens, and the overview's numbers lead on."""

from __future__ import annotations

from typing import Any, cast

from PySide6.QtWidgets import QApplication

from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.table.tab import RecordTab


def test_every_tab_opens_and_the_overview_leads_on(window: MainWindow) -> None:
    assert [page.name for page in window.pages] == [
        "overview", "units", "filings", "spending", "accounts", "purchases", "changes", "notices", "summary",
    ]  # fmt: skip
    for place in range(len(window.pages)):
        window.tabs.setCurrentIndex(place)
        QApplication.processEvents()
        window.grab()
    window.show_tab("overview")
    overview = cast("Any", window.page)
    overview.tiles[3].clicked.emit()
    page = window.page
    assert isinstance(page, RecordTab)
    assert [row.unit_of for row in page.table.records.rows] == ["101003"]
    page.table._only.click()
    assert len(page.table.records.rows) == 3
