"""The sum of what is selected: exact, whatever is selected."""

from __future__ import annotations

from tests.gui.helpers import choose, table
from zhengzhou_desk.gui.main_window import MainWindow


def test_sums_of_the_selection_are_exact(window: MainWindow) -> None:
    page = table(window, "filings")
    choose(page, 1, "reserve", 2, "reserve")
    assert page.grid.sums() == (2, 2, 14_000_000)
    assert "求和 140,000.00   平均 70,000.00" in window.status.selection.text()
