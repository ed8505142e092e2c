"""The grid: what is summed is what is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.gui.test_window import choose, table

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow


def test_columns_that_are_hidden_are_not_summed(window: MainWindow) -> None:
    page = table(window, "filings")
    choose(page, 1, "total", 2, "reserve")
    total = page.records.column_of("total")
    *_, whole = page.grid.summing()
    assert whole == (4, 4, 174_000_000)
    page.grid.setColumnHidden(total, True)
    choose(page, 1, "total", 2, "reserve")
    *_, seen = page.grid.summing()
    assert seen == (2, 2, 14_000_000)
