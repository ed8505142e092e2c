"""Files for the office system: the register says that they are about, its own text stays; the source of a mail merge."""

from __future__ import annotations

from typing import TYPE_CHECKING

import docx
import pytest
from openpyxl import load_workbook

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Notice
from zhengzhou_desk.services.notices import drafting, office_files, register

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.services.desk import Desk


def test_a_copy_of_an_issued_notice_is_noted_once_and_its_text_stays(desk: Desk, tmp_path: Path) -> None:
    (notice,) = register.issue(desk, drafting.drafts(desk, {"101002"}))
    office_files.copy_issued(desk, tmp_path / "a.docx", notice)
    kept = desk.tables.get(Notice, notice.id)
    assert kept is not None and kept.content == notice.content
    assert kept.note == "2024年4月1日另存有可修改的Word文件，以台账所存文字为准"
    assert any(
        notice.number in paragraph.text
        for paragraph in docx.Document(str(tmp_path / "a.docx")).paragraphs
        if notice.number
    )
    entries = len(desk.journal())
    office_files.copy_issued(desk, tmp_path / "b.docx", kept)
    assert len(desk.journal()) == entries, "said once is enough"
    desk.undo()
    undone = desk.tables.get(Notice, notice.id)
    assert undone is not None and undone.note == notice.note


def test_many_are_written_under_the_names_of_the_units(desk: Desk, tmp_path: Path) -> None:
    contents = drafting.drafts(desk)
    made = office_files.write_words(desk, contents, tmp_path / "n")
    assert [path.name for path in made][:2] == ["001_低比例小学.docx", "002_都不够小学.docx"]
    assert len(made) == len(contents)


def test_the_source_of_a_mail_merge_has_its_names_in_the_first_row(desk: Desk, tmp_path: Path) -> None:
    assert office_files.write_merge_list(desk, tmp_path / "a.xlsx") == len(drafting.drafts(desk))
    head, *rows = load_workbook(tmp_path / "a.xlsx").worksheets[0].iter_rows(values_only=True)
    assert head[:3] == ("单位编码", "单位名称", "主管部门")
    first = dict(zip(head, rows[0], strict=True))
    assert (first["单位编码"], first["采购总额（元）"], first["尚差（元）"]) == ("101002", "800000.00", "20000.00")
    assert "预留" in str(first["存在问题"]) and first["发文字号"] in (None, "")
    register.issue(desk, drafting.drafts(desk, {"101002"}))
    office_files.write_merge_list(desk, tmp_path / "b.xlsx", {"101002"})
    _, row = load_workbook(tmp_path / "b.xlsx").worksheets[0].iter_rows(values_only=True)
    assert row[-1] == desk.tables.find(Notice, ("unit",), ("101002",))[0].number
    with pytest.raises(Refused, match="没有需要督促重新填报的单位"):
        office_files.write_merge_list(desk, tmp_path / "c.xlsx", {"101001"})
