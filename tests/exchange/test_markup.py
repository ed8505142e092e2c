"""The XML of sheets: a value that a formula owes is never a blank, whatever the spelling; markup never holds the program."""

from __future__ import annotations

import re
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from tests.books import filing, new_desk, unit
from tests.exchange.made import MAIN, ods, sheet_xml, xlsx
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import limits, sheet_process
from zhengzhou_desk.exchange.plain_text import read_html
from zhengzhou_desk.exchange.reading import read_workbook
from zhengzhou_desk.exchange.sheet import NOT_COMPUTED, BrokenCell
from zhengzhou_desk.services import imports

if TYPE_CHECKING:
    from pathlib import Path


def with_prefix(text: str) -> str:
    return re.sub(r"<(/?)([A-Za-z])", r"<\1x:\2", text)


SPELLINGS = {
    "plain": lambda rows: sheet_xml(rows),
    "prefix": lambda rows: sheet_xml(with_prefix(rows), prefix="x"),
    "single quotes": lambda rows: sheet_xml(rows.replace('"', "'")),
    "spaces": lambda rows: sheet_xml(re.sub("(/?>)", r"\n \1", rows.replace("=", " = "))),
}


@pytest.mark.parametrize("spelling", list(SPELLINGS))
@pytest.mark.parametrize(
    ("cells", "read"),
    [
        ('<c r="B2"><f>1+1</f></c>', NOT_COMPUTED),
        ('<c r="B2"><f>1+1</f><v></v></c>', NOT_COMPUTED),
        ('<c r="B2"><f>1+1</f><v/></c>', NOT_COMPUTED),
        ('<c r="B2"><f>1+1</f><v> </v></c>', NOT_COMPUTED),
        ('<c r="B2"><f t="shared" si="0"/></c>', NOT_COMPUTED),
        ('<c r="B2" t="str"><f>""</f></c>', NOT_COMPUTED),
        ('<c r="B2" t="inlineStr"><f>1</f></c>', NOT_COMPUTED),
        ('<c r="B2" t="b"><f>1</f></c>', NOT_COMPUTED),
        ("<c><f>1+1</f></c>", NOT_COMPUTED),
        ('<c r="B2" t="e"><f>1/0</f></c>', NOT_COMPUTED),
        ('<c r="B2" t="e"><f>1/0</f><v>#REF!</v></c>', BrokenCell("#REF!")),
        ('<c r="B2" t="e"><v>#N/A</v></c>', BrokenCell("#N/A")),
        ('<c r="B2" t="str"><f>A1</f><v>#VALUE!</v></c>', BrokenCell("#VALUE!")),
        ('<c r="B2" t="str"><f>""</f><v></v></c>', None),
        ('<c r="B2"><f>1+1</f><v>2</v></c>', Decimal(2)),
        ('<c r="B2" t="inlineStr"><f>1</f><is><t>甲</t></is></c>', "甲"),
    ],
)  # fmt: skip
def test_a_formulas_missing_result_is_seen_in_any_spelling(
    tmp_path: Path, spelling: str, cells: str, read: Any
) -> None:
    rows = f'<row r="2"><c r="A2"><v>7</v></c>{cells}</row>'
    made = SPELLINGS[spelling](rows)
    sheet = sheet_process.read(xlsx(tmp_path / "a.xlsx", made))[0]
    row = sheet.rows[2 - sheet.first]
    assert row[0] == Decimal(7)
    assert (row[1] if len(row) > 1 else None) == read


def test_what_a_formula_spills_over_is_owed_as_well(tmp_path: Path) -> None:
    rows = '<row r="2"><c r="B2"><f t="array" ref="B2:C3">A1:B2</f></c><c r="C2"><v>5</v></c></row>'
    sheet = sheet_process.read(xlsx(tmp_path / "a.xlsx", sheet_xml(rows)))[0]
    assert sheet.first == 2
    assert sheet.rows == ((None, NOT_COMPUTED, Decimal(5)), (None, NOT_COMPUTED, NOT_COMPUTED))


def test_rows_of_nothing_but_open_formulas_are_not_left_out(tmp_path: Path) -> None:
    rows = "".join(f'<row r="{n}"><c r="B{n}">{"<v>1</v>" if n == 5 else "<f>1</f>"}</c></row>' for n in (3, 5, 8))
    sheet = sheet_process.read(xlsx(tmp_path / "a.xlsx", sheet_xml(rows)))[0]
    assert sheet.first == 3
    assert [row[1] if len(row) > 1 else None for row in sheet.rows] == [
        NOT_COMPUTED,
        None,
        Decimal(1),
        None,
        None,
        NOT_COMPUTED,
    ]


def test_formulas_of_formats_are_none_of_a_cells(tmp_path: Path) -> None:
    after = '<extLst><ext><x:sparklines xmlns:x="x"><x:f>A1</x:f><x:c>A1</x:c></x:sparklines></ext></extLst>'
    sheet = sheet_process.read(
        xlsx(tmp_path / "a.xlsx", sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>', after=after))
    )[0]
    assert sheet.rows == ((Decimal(1),),)


def test_an_open_formula_clears_no_amount(tmp_path: Path) -> None:
    """The whole way: a sheet whose XML bears a prefix, into a book that has an amount there."""
    texts = ["年度", "单位编码", "年度食堂食材采购总额", "预留份额"]
    head = "".join(
        f'<c r="{c}1" t="inlineStr"><is><t>{text}</t></is></c>' for c, text in zip("ABCD", texts, strict=True)
    )
    line = '<c r="A2"><v>2024</v></c><c r="B2"><v>101003</v></c><c r="C2"><f>D2*10</f></c><c r="D2"><v>80000</v></c>'
    path = xlsx(
        tmp_path / "a.xlsx", sheet_xml(with_prefix(f'<row r="1">{head}</row><row r="2">{line}</row>'), prefix="x")
    )
    with new_desk(tmp_path, unit(), filing()) as desk:
        plan = imports.plan_file(desk, path)
        assert [reason.text() for row in plan.refused for reason in row.reasons] == [
            "第 2 行“年度食堂食材采购总额”的公式没有结果（公式没有结果）。请在表格中算出结果并保存，或改填数字"
        ]


def test_an_ods_formula_without_result_is_seen(tmp_path: Path) -> None:
    rows = (
        '<table:table-row><table:table-cell office:value-type="float" office:value="7"/><table:table-cell table:formula="of:=1+1"/>'
        '<table:table-cell table:formula="of:=1+1" office:value-type="float" office:value="2"/></table:table-row>'
        '<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    )
    sheet = sheet_process.read(ods(tmp_path / "a.ods", rows))[0]
    assert sheet.rows[0] == (Decimal(7), NOT_COMPUTED, Decimal(2))


@pytest.mark.usefixtures("read_here")
@pytest.mark.parametrize(
    ("rows", "after", "words"),
    [
        ('<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c></row>', "", "单元格 A1 的公式没有结果（#SPILL!）"),
        ('<row r="1"><c r="A1"><v><![CDATA[5]]></v></c></row>', "", "CDATA"),
        ('<row r="1"><c r="A1"><v>1<!-- -->7</v></c></row>', "", "读不了的写法"),
        ('<row r="1"><c r="A1"><v><?x?>7</v></c></row>', "", "读不了的写法"),
        ('<row r="1"><c r="A1"><v>1</v></row>', "", "已损坏或不完整"),
        ('<row r="400000"><c r="A400000"><v>1</v></c></row>', "", "远在表外"),
        ('<row r="1"><c r="A400000"><v>1</v></c></row>', "", "远在表外"),
        ("<row r='1'><c r='XFD1'><v>1</v></c></row>", "", "远在表外"),
        ('<row r="1"><c r="A1"><v>1</v></c></row><row r="299999"><c r="SQ299999"><v>1</v></c></row>', "", "单元格太多"),
        ('<row r="1"><c r="XFD1" t="str"><f>A1</f></c></row>', "", "远在表外"),
        ('<row r="1"/>', '<mergeCells><mergeCell ref="A1:XFD9"/></mergeCells>', "没有数据"),
        ('<row r="1"/>', "<mergeCells>" + '<mergeCell ref="A1:SQ5"/>' * 2_000 + "</mergeCells>", "单元格太多"),
    ],
)
def test_what_is_refused_says_why(tmp_path: Path, rows: str, after: str, words: str) -> None:
    path = xlsx(tmp_path / "a.xlsx", sheet_xml(rows, after=after))
    with pytest.raises(Refused, match=words) as refused:
        read_workbook(path)
    assert str(path) in str(refused.value)


def test_a_workbook_that_is_not_the_one_looked_at_is_refused(tmp_path: Path) -> None:
    root = '<Relationships><Relationship Id="d" Type="http://x/officeDocument" Target="xl/other.xml"/></Relationships>'
    with pytest.raises(Refused, match="已损坏"):
        sheet_process.read(xlsx(tmp_path / "a.xlsx", sheet_xml('<row r="1"><c r="A1"><f>1</f></c></row>'), rels=root))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "gb2312", "iso-8859-1"])
def test_an_encoding_that_the_library_passes_over_is_refused(tmp_path: Path, encoding: str) -> None:
    sheet = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')
    for text in {sheet, sheet.replace("?>", f' encoding="{encoding}"?>')} - (
        {sheet} if "utf" not in encoding else set()
    ):
        with pytest.raises(Refused, match="读不了的写法|已损坏"):
            sheet_process.read(xlsx(tmp_path / "a.xlsx", text.encode(encoding)))


def test_a_part_twice_is_refused(tmp_path: Path) -> None:
    """Two readers would take two different ones."""
    path = xlsx(tmp_path / "a.xlsx", sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'))
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("xl/worksheets/Sheet1.xml", sheet_xml('<row r="1"><c r="A1"><f>1</f></c></row>'))
    with pytest.raises(Refused, match="已损坏"):
        sheet_process.read(path)


BEGIN = f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">'


@pytest.mark.parametrize(
    "sheet",
    [
        BEGIN + "<c" * 1_700,
        BEGIN + "<c" * 2_000_000,
        BEGIN + '<c r="A1" ' * 200_000,
        BEGIN + '<c r="A1">' * 200_000,
        BEGIN + "<c r='" * 500_000,
    ],
    ids=["5 KB", "4 MB", "attributes", "nested", "quotes"],
)
def test_unclosed_markup_is_broken_at_first_sight(tmp_path: Path, sheet: str) -> None:
    """No more than its bytes are looked at: the time limit of the child is far above what this takes."""
    with pytest.raises(Refused, match="已损坏"):
        read_workbook(xlsx(tmp_path / "a.xlsx", sheet))


def test_four_million_cells_are_refused_by_their_number(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zhengzhou_desk.exchange.markup.MOST_CELLS", 10_000)
    rows = "".join(f'<row r="{n}">' + f'<c r="A{n}"><v>1</v></c>' * 200 + "</row>" for n in range(1, 200))
    with pytest.raises(Refused, match="单元格太多"):
        sheet_process.read(xlsx(tmp_path / "a.xlsx", sheet_xml(rows)))


def test_a_sheet_named_a_thousand_times_counts_a_thousand_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MOST_CELLS", 10_000)
    names = "".join(f'<sheet name="s{n}" sheetId="{n}" r:id="a"/>' for n in range(1_000))
    book = f'<workbook xmlns="{MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{names}</sheets></workbook>'
    rows = '<row r="1">' + "".join(f'<c r="{c}1"><v>1</v></c>' for c in "ABCDEFGHIJKL") + "</row>"
    with pytest.raises(Refused, match="单元格太多"):
        sheet_process.read(xlsx(tmp_path / "a.xlsx", sheet_xml(rows), workbook=book))


# -- pages ---------------------------------------------------------------------------------------------


def page(folder: Path, text: str) -> Path:
    path = folder / "a.xls"
    path.write_text("<html>" + text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "text",
    ["<a " * 350_000, '<a "' * 350_000, "<!--" * 350_000, "<script>" * 200_000, "</td" * 350_000, "<td 'x" * 200_000],
)
def test_a_page_of_unclosed_tags_is_read_in_one_pass(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused, match="其中没有表格"):
        read_workbook(page(tmp_path, text))


@pytest.mark.usefixtures("read_there_and_here")
@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<table><tr>" + "<td colspan=512 rowspan=60000>x" * 30_000, "远在表外"),
        ("<table>" + "<tr><td colspan=500 rowspan=60000>x" + "<tr>" * 100_000, "单元格太多"),
        ("<table><tr><td>" * 100_000, "单元格太多"),
        ("<table><tr><td>&#" + "9" * 100_000, "已损坏"),
    ],
)
def test_spans_upon_spans_are_refused(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read_workbook(page(tmp_path, text))


def test_a_page_is_read_as_a_browser_shows_it(tmp_path: Path) -> None:
    text = (
        "<style><!-- td {mso: '<td>'} --></style><!-- <table><tr><td>no --><TABLE border=1><TR><TH colspan='2'>甲&amp;乙</TH><th RowSpan=2>丙"
        "<tr><td title='a > b'>1<br>2<td x:num=\"5\" style='mso:\"\\@\"'>3<script>if (a<b) x</script></tr></table><table><tr><td>外<table><tr><td>内</table><td>后</table>"
    )
    first, second = read_html(page(tmp_path, text))
    assert first.rows == (("甲&乙", "甲&乙", "丙"), ("1 2", "3", "丙"))
    assert second.rows == (("外 内", "后"),)


def test_cells_that_are_only_styled_do_not_count_wherever_they_stand(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c><c s="1"/><c r="XFD1" s="1"/></row>'
        '<row r="300000"><c r="A300000" s="1"/><c r="SQ300000" s="1"/></row>'
        '<row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>'
    )
    (sheet,) = read_workbook(
        xlsx(tmp_path / "a.xlsx", sheet_xml(rows, after='<mergeCells><mergeCell ref="A1:XFD9"/></mergeCells>'))
    )
    assert sheet.rows == ((1,),)


def test_an_ods_says_itself_what_it_shows(tmp_path: Path) -> None:
    rows = (
        '<table:table-row><table:table-cell office:value-type="percentage" office:value="0.05" '
        'table:number-columns-repeated="2"><office:annotation><text:p>批注</text:p></office:annotation>'
        "<text:p>5<text:span>%</text:span></text:p></table:table-cell>"
        '<table:table-cell office:value-type="float" office:value="1234.5"><text:p>1,234.50</text:p></table:table-cell>'
        '<table:table-cell office:value-type="float" office:value="1000000"><text:p>100.0</text:p></table:table-cell>'
        '<table:table-cell office:value-type="string"><text:p>字</text:p></table:table-cell></table:table-row>'
    )
    (sheet,) = read_workbook(ods(tmp_path / "a.ods", rows))
    assert [type(cell).__name__ for cell in sheet.rows[0]] == ["Decimal", "Decimal", "Decimal", "ShownNumber", "str"]
