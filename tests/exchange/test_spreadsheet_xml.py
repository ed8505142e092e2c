"""Excel 2003 XML and single-file pages: what stands where, and what is refused."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.exchange.sheet import BrokenCell

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '<?xml version="1.0"{0}?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'


def written(folder: Path, body: str, *, encoding: str = "utf-8", named: str = "") -> Path:
    path = folder / "a.xls"
    path.write_bytes((HEAD.format(named) + body + "</Workbook>").encode(encoding))
    return path


def sheet(rows: str, name: str = "填报", options: str = "") -> str:
    return f'<Worksheet xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" ss:Name="{name}"><Table>{rows}</Table>{options}</Worksheet>'


@pytest.mark.parametrize(
    ("encoding", "named"), [("utf-8", ""), ("utf-16", ' encoding="UTF-16"'), ("gb18030", ' encoding="gb2312"')]
)
def test_each_value_stands_where_it_stood(tmp_path: Path, encoding: str, named: str) -> None:
    rows = """
      <Column ss:Index="2" ss:Hidden="1"/>
      <Row><Cell ss:MergeAcross="1" ss:MergeDown="1"><Data ss:Type="String">题<B>目</B></Data></Cell></Row>
      <Row ss:Index="4" ss:Hidden="1">
        <Cell><Data ss:Type="Number">0.30000000000000004</Data><Comment><Data>批注</Data></Comment></Cell>
        <Cell ss:Index="3"><Data ss:Type="DateTime">2024-03-18T09:15:00.000</Data></Cell>
        <Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#REF!</Data></Cell>
        <Cell ss:Formula="=1+1"/><Cell ss:StyleID="s"/>
      </Row>"""
    hidden = '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'
    path = written(tmp_path, sheet(rows) + sheet("", "空", hidden), encoding=encoding, named=named)
    first, second = read_workbook(path)
    assert first.name == "填报"
    assert first.rows[:3] == (("题目", "题目"), ("题目", "题目"), ())
    assert first.rows[3][:4] == (Decimal("0.3"), None, datetime.date(2024, 3, 18), True)
    assert first.rows[3][4] == BrokenCell("#REF!")
    assert isinstance(first.rows[3][5], BrokenCell), "a formula whose result was not stored"
    assert (set(first.hidden_rows), set(first.hidden_columns), first.hidden) == ({4}, {1}, False)
    assert (second.name, second.rows, second.hidden) == ("空", (), True)


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ('<Row><Cell><Data ss:Type="Number">一</Data></Cell></Row>', "已损坏"),
        ('<Row><Cell><Data ss:Type="DateTime">昨天</Data></Cell></Row>', "已损坏"),
        ('<Row ss:Index="400000"><Cell><Data ss:Type="Number">1</Data></Cell></Row>', "远在表外"),
        ('<Row><Cell ss:Index="600"><Data ss:Type="Number">1</Data></Cell></Row>', "远在表外"),
        ("<Row><Cell>", "已损坏"),
        ('<Row ss:Index="299999"><Cell ss:Index="400"/></Row>', "没有数据"),
        (
            '<Row ss:Index="299999"><Cell><Data ss:Type="Number">1</Data></Cell></Row>' * 2
            + '<Row ss:Index="1"><Cell ss:Index="512"><Data ss:Type="Number">1</Data></Cell></Row>' * 8_000,
            "",
        ),
    ],
)
def test_what_is_broken_or_far_is_refused(tmp_path: Path, rows: str, words: str) -> None:
    path = written(tmp_path, sheet(rows))
    if not words:
        assert len(read_workbook(path)[0].rows) == 299_999
        return
    with pytest.raises(Refused, match=words):
        read_workbook(path)


def test_declarations_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "")
    content = path.read_text(encoding="utf-8").replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]><Workbook')
    path.write_text(content, encoding="utf-8")
    with pytest.raises(Refused, match="DOCTYPE"):
        read_workbook(path)


@pytest.mark.parametrize("body", ["", "--x\nContent-Type: text/html\n\n<p>没有表格</p>\n--x--\n", "--x\n" * 5_000])
def test_a_single_file_page_without_a_table_says_what_it_is(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.xls"
    path.write_text(f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n{body}', encoding="utf-8")
    with pytest.raises(Refused, match="MHTML.*另存为 .xlsx"):
        read_workbook(path)
