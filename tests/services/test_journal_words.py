"""The journal for an audit: one line per changed cell in words, large steps summed up, the head of the chain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.books import filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing, Unit
from zhengzhou_desk.services import editing, journal_words

if TYPE_CHECKING:
    from pathlib import Path


def test_each_changed_cell_is_a_line_and_an_import_is_summed_up_with_its_rows(tmp_path: Path) -> None:
    many = [unit(f"1010{number:02}", f"第{number}小学") for number in range(10, 40)]
    with new_desk(tmp_path, *many, filing("101010")) as desk:
        editing.edit(desk, desk.rows(Filing)[0], "reserve", "70000")
        editing.edit(desk, desk.rows(Unit)[0], "phone", "13917345628")
        target = tmp_path / "j.xlsx"
        journal_words.write_journal(desk, target)
        head = desk.store.head
        with pytest.raises(Refused, match="2001"):
            journal_words.audit_reports(desk, 2001)
        assert desk.store.line_of_head(head[:8]) == desk.journal()[0]
        assert desk.store.line_of_head("0" * 8) is None
    book = load_workbook(target)
    assert book.sheetnames == ["封面", "日志", "大步明细"]
    rows = [tuple(cell.value for cell in row) for row in book["日志"].iter_rows(min_row=4)]
    edited = next(row for row in rows if row[6] == "预留份额")
    assert edited[1:3] == ("2024-04-01 09:30:00", "王")
    assert edited[4:9] == ("填报", "2024 101010 第10小学", "预留份额", "80,000.00", "70,000.00")
    assert next(row for row in rows if row[6] == "联系电话")[7:9] == (None, "***")
    assert ("单位", "新增 30 行") in {row[4:6] for row in rows}
    details = [tuple(cell.value for cell in row) for row in book["大步明细"].iter_rows(min_row=4)]
    assert len(details) == 31
    assert "第10小学" in str(details[0][5])
    assert any(head in str(row[0]) for row in rows)
