"""No figure is ever broken: the column grows, else the type steps down, else amounts turn to 万元."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.books import filing, new_desk, order, unit
from tests.documents.samples import notice
from zhengzhou_desk.documents import fonts, line_breaking, pdf, tables
from zhengzhou_desk.documents.content import (
    RIGHT,
    Attachment,
    Figure,
    FigureBlock,
    FormBlock,
    FormField,
    NoticeContent,
    Paragraph,
    TableBlock,
    TableColumn,
)
from zhengzhou_desk.documents.geometry import HEIGHT, SIZE_4, WIDTH
from zhengzhou_desk.documents.tables import TableRow
from zhengzhou_desk.records.kinds import LARGEST_FEN, in_wan, yuan
from zhengzhou_desk.services.notices import bulletin_document, bulletins, drafting, reminders
from zhengzhou_desk.services.notices.city_report import city_report

if TYPE_CHECKING:
    from collections.abc import Iterable

FIGURE = re.compile(r"-?\d[\d,]*\.\d+")
AMOUNTS = st.integers(-LARGEST_FEN, LARGEST_FEN * 10)


def pages(made: bytes) -> str:
    """The text of all pages; a line of a cell is a line here."""
    document = pypdfium2.PdfDocument(made)
    said = "\n".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return said


def lines(rows: Iterable[TableRow]) -> list[str]:
    return [line.text for row in rows for cell in row.cells for line in cell.lines]


def amounts(columns: int, fen: int, *, rows: int = 3) -> TableBlock:
    heads = (
        TableColumn("序号", 4),
        TableColumn("单位名称", 20),
        *(TableColumn(f"第{n}项（元）", 7, RIGHT, money=True) for n in range(columns)),
    )
    return TableBlock(
        heads,
        tuple(
            (str(n), "郑州市金水区实验小学", *[yuan(fen + n * 1_000_000, grouped=True)] * columns) for n in range(rows)
        ),
        strong=(0,),
    )


@settings(max_examples=60)
@given(st.lists(st.lists(AMOUNTS, min_size=1, max_size=9), min_size=1, max_size=4), st.booleans())
def test_any_amounts_stay_whole_in_any_table(given_: list[list[int]], landscape: bool) -> None:
    count = max(len(row) for row in given_)
    texts = [("第一小学", *(yuan(fen, grouped=True) for fen in row), *[""] * (count - len(row))) for row in given_]
    columns = (TableColumn("单位名称", 20), *(TableColumn("预留份额", 7, RIGHT, money=True) for _ in range(count)))
    width = HEIGHT if landscape else WIDTH
    head, rows = tables.table_rows(TableBlock(columns, tuple(texts), strong=(0,)), width)
    in_ten_thousands = "万元" in "".join(lines(head))
    wanted = [in_wan(fen) if in_ten_thousands else yuan(fen, grouped=True) for row in given_ for fen in row]
    found = lines(rows)
    assert sorted(line for line in found if FIGURE.fullmatch(line)) == sorted(wanted)
    for row in [*head, *rows]:
        assert sum(row.widths) == pytest.approx(width)
        for cell, room in zip(row.cells, row.widths, strict=True):
            for line in cell.lines:
                assert line.width <= room - 2 * tables.PADDING + 0.2 or not FIGURE.search(line.text)


@settings(max_examples=40)
@given(st.lists(AMOUNTS, min_size=1, max_size=6))
def test_any_amounts_stay_whole_in_figures_and_forms(given_: list[int]) -> None:
    texts = [f"{yuan(fen, grouped=True)}元" for fen in given_]
    found = lines(
        tables.figures_rows(FigureBlock(tuple(Figure("应预留份额（两项标准取高）", text) for text in texts)), WIDTH)
    )
    assert [line for line in found if FIGURE.match(line)] == texts
    form = FormBlock(
        (
            FormField("单位名称", "第一小学", wide=True),
            *(FormField("原预留份额", text) for text in texts),
            FormField("重报预留份额"),
        )
    )
    assert [line for line in lines(tables.form_rows(form, WIDTH)) if FIGURE.match(line)] == texts


def test_the_column_grows_then_the_type_steps_down_then_the_unit_changes() -> None:
    """In this order, and nothing changes that need not."""
    steps = []
    for count, fen in ((2, 100), (2, 26_154_622_929), (4, 99_999_999_999), (5, 10**13), (6, 10**17)):
        head, rows = tables.table_rows(amounts(count, fen), WIDTH)
        shares = [4, 20] + [7] * count
        own = [
            width == pytest.approx(WIDTH * share / sum(shares))
            for width, share in zip(head[0].widths, shares, strict=True)
        ]
        steps.append((all(own), rows[0].cells[0].size, "万元" in "".join(lines(head))))
    assert steps[0] == (True, SIZE_4, False), "what fits is left alone"
    assert steps[1] == (False, SIZE_4, False), "the column grows"
    assert steps[2][1] < 12.0 and not steps[2][2], "the type steps down"
    assert steps[3][1] >= tables.LEAST and steps[3][2], "amounts turn to 万元"
    assert steps[4][1] < tables.LEAST, "whatever it takes"


def test_a_sign_stays_with_its_figure() -> None:
    for text in ("-2,615,462.29", "比上年-2,615,462.29元", "−5", "增加+3.5%"):
        for width in (60.0, 90.0, 120.0):
            for line, following in zip(
                made := line_breaking.lines(text, fonts.FANGSONG, 14, width), made[1:], strict=False
            ):
                assert not (line.text[-1] in "-−+" and following.text[0].isdigit()), text


def figures_of(content: NoticeContent) -> set[str]:
    """Every figure that stands in a table of a paper."""
    blocks = [*content.body, *(block for attachment in content.attachments for block in attachment.blocks)]
    found: set[str] = set()
    for block in blocks:
        if isinstance(block, TableBlock):
            found |= {cell for row in block.rows for cell in row if FIGURE.fullmatch(cell)}
        elif isinstance(block, FigureBlock):
            found |= {figure.value for figure in block.rows}
        elif isinstance(block, FormBlock):
            found |= {line.value for line in block.lines if FIGURE.match(line.value)}
    return found


@pytest.mark.parametrize("yuan_", [800_000, 2_615_462_291, 99_999_999_999])
def test_every_figure_of_every_paper_is_found_whole(tmp_path: Path, yuan_: int) -> None:
    rows = [unit("101", "教育局", "none"), filing("101", None, None, platform_note="无食堂")]
    for number in range(3, 9):
        code, total = f"10100{number}", yuan_ - number * 1_111
        rows += [
            unit(code, f"第{number}小学", department="101"), filing(code, total, total // 13), filing(code, total, total // 11, 2023),
            order(f"A{number}", code, total // 17, accepted=datetime.date(2024, 3, 2)),
        ]  # fmt: skip
    with new_desk(tmp_path, *rows) as desk:
        desk.set_today(datetime.date(2024, 11, 2))
        papers = {
            "notice": drafting.drafts(desk)[0],
            "reminder": reminders.reminders(desk)[0],
            "bulletin": bulletin_document.content(desk, bulletins.make(desk, 2024)),
            "summary": city_report(desk, 2024),
            "assessment": bulletins.score_letter(desk),
        }
    for name, content in papers.items():
        said = pages(pdf.as_pdf(content))
        for figure in figures_of(content):
            as_wan = in_wan(int(re.sub(r"[,.]", "", figure))) if re.fullmatch(r"-?[\d,]+\.\d\d", figure) else figure
            assert figure in said or ("万元" in said and as_wan in said), f"{name}: {figure}"
    assert figures_of(papers["summary"]) and figures_of(papers["bulletin"]) and figures_of(papers["notice"])


def test_a_paper_says_which_unit_its_columns_have() -> None:
    table = amounts(6, 9_999_999_999_999)
    said = pages(pdf.as_pdf(notice(attachments=(Attachment("附表", (table,)),))))
    assert "第0项（万元）" in "".join(said.split()) and "第0项（元）" not in "".join(said.split())
    assert "9,999,999.999999" in said


def test_a_table_says_its_unit_on_every_page_and_its_footnote_never_stands_alone() -> None:
    columns = (TableColumn("单位名称", 28), TableColumn("预留份额", 16, money=True))
    for count in (20, 66, 67, 68, 69, 70, 71, 72):
        rows = tuple((f"第{number}小学", "80,000.00") for number in range(count))
        table = TableBlock(columns, rows, unit="单位：元", note="口径：应完成为预留份额。" * 8, dense=True)
        said = [
            "".join(page.get_textpage().get_text_bounded().split())
            for page in pypdfium2.PdfDocument(pdf.as_pdf(notice(attachments=(Attachment("附表", (table,)),))))
        ]
        listed = [page for page in said if "80,000.00" in page]
        assert all("单位：元" in page for page in listed)
        assert all("80,000.00" in page for page in said if "口径" in page)
        assert sum("口径" in page for page in said) == 1


def test_the_head_of_a_table_is_never_alone_at_the_foot_of_a_page() -> None:
    table = TableBlock((TableColumn("单位名称", 28), TableColumn("预留份额", 16)), (("第一小学", "80,000.00"),) * 3)
    for before in range(10, 24):
        said = [
            "".join(page.get_textpage().get_text_bounded().split())
            for page in pypdfium2.PdfDocument(
                pdf.as_pdf(notice(attachments=(Attachment("附表", (*[Paragraph("段")] * before, table)),)))
            )
        ]
        assert all("80,000.00" in page for page in said if "单位名称预留份额" in page.replace("\n", "")), before
