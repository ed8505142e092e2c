"""Filters: pinyin, amounts from and to, blanks."""

from __future__ import annotations

from tests.gui.helpers import table
from zhengzhou_desk.gui.main_window import MainWindow


def test_filters_know_pinyin_amounts_and_blanks(window: MainWindow) -> None:
    page = table(window, "units")
    page.records.condition("name", "jsdy")
    assert [row.cell("code") for row in page.records.rows] == ["101003"]
    page.records.condition("name", "")
    page = table(window, "filings")
    for condition, codes in (
        (">=8万", ["101004"]),
        ("50000~70000", ["101003"]),
        ("=", ["101"]),
        ("<70000", ["101003"]),
    ):
        page.records.condition("reserve", condition)
        assert [row.unit_of for row in page.records.rows] == codes, condition
    page.records.condition("reserve", "")
    page.records.condition("=ratio", "<10%")
    assert [row.unit_of for row in page.records.rows] == ["101003"]
