"""The .docx of a paper: nothing of the page's text is missing, each part has its style, the page is the standard's."""

from __future__ import annotations

import dataclasses
import io
import re
from typing import TYPE_CHECKING

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from tests.documents.samples import bulletin, long_letter, notice, text_of
from zhengzhou_desk.documents import pdf
from zhengzhou_desk.documents.content import SHEET, ChartBlock
from zhengzhou_desk.documents.geometry import MM
from zhengzhou_desk.documents.word_file import as_docx

if TYPE_CHECKING:
    from docx.document import Document

    from zhengzhou_desk.documents.content import NoticeContent

PAPERS = {
    "notice": notice(), "long": long_letter(), "bulletin": bulletin(),
    "sheet": notice(format=SHEET, addressee="", serial=None), "upward": dataclasses.replace(bulletin(), signer="", copies=()),
}  # fmt: skip


def written(content: NoticeContent) -> Document:
    return docx.Document(io.BytesIO(as_docx(content)))


def all_text(document: Document) -> str:
    parts = [text.text or "" for text in document.element.body.iter(qn("w:t"))]
    for section in document.sections:
        parts += [paragraph.text for paragraph in section.first_page_header.paragraphs]
    return re.sub(r"\s", "", "".join(parts))


@pytest.mark.parametrize("name", PAPERS)
def test_every_word_of_the_page_stands_in_the_file(name: str) -> None:
    content = PAPERS[name]
    said = all_text(written(content))
    # Heads that are repeated and numbers of pages are the page's own; a chart's words are in its picture.
    page = re.sub(r"\s", "", text_of(pdf.as_pdf(content)))
    sentences = {part for part in re.split(r"[，。：；、—（）〔〕|]", page) if len(part) > 5}
    charts = {"".join(block.title.split()) for block in content.body if isinstance(block, ChartBlock)}
    lost = [part for part in sentences if part not in said and not any(title in part for title in charts)]
    # A sentence that goes on over the page's edge has the number of the page in it.
    assert [part for part in lost if part[:4] not in said and part[-4:] not in said] == []


def test_each_part_has_the_style_that_the_trade_names() -> None:
    document = written(notice())
    by_style = {
        paragraph.style.name: paragraph.text for paragraph in document.paragraphs if paragraph.style and paragraph.text
    }
    assert by_style["公文标题"].replace("\n", "") == notice().title
    assert by_style["主送机关"] == f"{notice().addressee}："
    assert by_style["公文落款"] == notice().bureau and by_style["成文日期"] == "2026年4月2日"
    assert by_style["发文字号"] == "中原财购〔2026〕7号"
    assert by_style["附件标题"] and by_style["公文正文"]
    (mark,) = document.sections[0].first_page_header.paragraphs
    assert mark.style is not None
    assert (mark.style.name, mark.text) == ("发文机关标志", notice().red_head)


def test_the_page_is_the_standard_s_and_a_turned_attachment_has_its_own() -> None:
    """GB/T 9704 5.2.1: 37 mm above, 28 mm at the binding edge, a type area of 156 × 225 mm."""
    document = written(bulletin())
    first, turned = document.sections[0], [s for s in document.sections if s.orientation == WD_ORIENT.LANDSCAPE]
    assert first.top_margin is not None and first.left_margin is not None
    assert (round(first.top_margin.pt / MM), round(first.left_margin.pt / MM)) == (37, 28)
    wide = first.page_width.pt - first.left_margin.pt - first.right_margin.pt  # type: ignore[union-attr]
    assert round(wide / MM) == 156
    assert len(turned) == sum(each.landscape for each in bulletin().attachments)
    assert document.settings.odd_and_even_pages_header_footer


def test_a_chart_is_a_picture_that_says_what_it_shows() -> None:
    document = written(bulletin())
    titles = [block.title for block in bulletin().body if isinstance(block, ChartBlock)]
    shown = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert titles and shown[: len(titles)] == titles


def test_heads_of_tables_are_repeated_and_no_row_is_torn() -> None:
    document = written(bulletin())
    heads = document.element.body.findall(".//{*}tblHeader")
    lists = [table for table in document.tables if len(table.rows) > 2]
    assert len(heads) >= 1 and lists
    rows = document.element.body.findall(".//{*}tr")
    assert all(row.find(".//{*}cantSplit") is not None for row in rows)
