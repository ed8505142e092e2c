"""The table as it is shown, as a workbook and on paper: these rows, this order, these columns, this unit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.gui.helpers import table
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui.actions import file
from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.table.shown import shown
from zhengzhou_desk.records import Unit
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.shown_table import shown_sheet, write_shown

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def sheet(path: Path) -> list[tuple[object, ...]]:
    return [tuple(row) for row in load_workbook(path).worksheets[0].iter_rows(values_only=True)]


def test_filtered_sorted_these_columns_and_this_unit(window: MainWindow, tmp_path: Path) -> None:
    page = table(window, "filings")
    page.grid.hide_columns([c.name for c in page.records.columns if c.name not in ("unit", "=unit_name", "reserve")])
    page.records.condition("unit", "1010")
    page.records.sort_to("reserve", falling=True)
    page.records.show_in_wan(wan=True)
    path = tmp_path / "x.xlsx"
    assert write_shown(window.desk, path, shown(page.grid)()) == 2
    _, heads, *rows = sheet(path)
    assert heads == ("单位编码", "单位名称", "预留份额（万元）")
    assert rows == [("101004", "第二小学", 8), ("101003", "金水第一小学", 6)], "amounts are numbers"


def test_what_is_masked_stays_masked(window: MainWindow, tmp_path: Path) -> None:
    editing.edit(window.desk, window.desk.rows(Unit)[0], "contact", "欧阳明")
    page = table(window, "units")
    page.grid.hide_columns([])
    path = tmp_path / "x.xlsx"
    write_shown(window.desk, path, shown(page.grid)())
    assert "欧阳明" not in str(sheet(path)) and "欧" in str(sheet(path))


def test_on_paper_it_lies_across_and_says_how_many_rows(window: MainWindow) -> None:
    page = table(window, "filings")
    page.records.condition("unit", "101003")
    made = shown_sheet(window.desk, shown(page.grid)())
    (attached,) = made.attachments
    assert attached.landscape and "列出1行，共3行" in str(made.body[0])
    assert made.code_word == "" and made.addressee == "", "a sheet for the house"


def test_nothing_shown_is_refused(window: MainWindow, tmp_path: Path) -> None:
    page = table(window, "filings")
    page.records.condition("unit", "没有")
    with pytest.raises(Refused, match="没有显示任何行"):
        write_shown(window.desk, tmp_path / "x.xlsx", shown(page.grid)())
    assert not (tmp_path / "x.xlsx").exists()


def test_from_the_menu_as_a_workbook_and_as_a_preview(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table(window, "filings")
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "表.xlsx")
    file.export_shown(window)
    qtbot.waitUntil(lambda: "已写出" in window.bar.label.text(), timeout=20_000)
    assert len(sheet(tmp_path / "表.xlsx")) == 2 + 3
    opened: list[PreviewWindow] = []

    def seen(preview: PreviewWindow) -> int:
        opened.append(preview)
        return 0

    monkeypatch.setattr(PreviewWindow, "exec", seen)
    file.print_shown(window)
    qtbot.waitUntil(lambda: bool(opened), timeout=20_000)
    assert opened[0]._count >= 1
