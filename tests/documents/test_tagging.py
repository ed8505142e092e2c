"""The tree of a paper's parts: every mark on a page belongs to one, in the order of reading."""

from __future__ import annotations

import re

import pytest

from tests.documents.samples import bulletin, notice
from tests.documents.test_archival import catalog, objects, referred, stream
from zhengzhou_desk.documents import pdf
from zhengzhou_desk.documents.content import NoticeContent


@pytest.mark.parametrize("content", [notice(), bulletin()], ids=["notice", "bulletin"])
def test_every_mark_belongs_to_one_part_and_every_part_to_the_document(content: NoticeContent) -> None:
    made = pdf.as_pdf(content)
    found = objects(made)
    assert b"/Marked true" in referred(made, catalog(made), b"MarkInfo")
    root = referred(made, catalog(made), b"StructTreeRoot")
    parents = dict(
        re.findall(rb"(\d+)\s*\[(.*?)\]", referred(made, root, b"ParentTree").partition(b"/Nums [")[2], re.DOTALL)
    )
    pages = [body for body in found.values() if re.search(rb"/Type /Page\b", body)]
    assert len(parents) == len(pages)
    for page in pages:
        marks = stream(referred(made, page, b"Contents"))
        numbers = [int(number) for number in re.findall(rb"/(?:H1|H2|P|Figure) <</MCID (\d+)>> BDC", marks)]
        assert numbers == list(range(len(numbers))) and numbers
        assert marks.count(b"BDC") + marks.count(b"BMC") == marks.count(b"EMC")
        key = re.search(rb"/StructParents (\d+)", page)
        assert key is not None
        elements = re.findall(rb"(\d+) 0 R", parents[key[1]])
        assert len(elements) == len(numbers), "each mark has its part"
        assert all(b"/S /" in found[int(number)] for number in elements)


def test_a_paragraph_over_several_lines_is_one_part_and_a_repeated_head_is_none() -> None:
    made = pdf.as_pdf(notice())
    kinds = [re.search(rb"/S /(\w+)", body) for body in objects(made).values()]
    said = [kind[1] for kind in kinds if kind]
    assert said.count(b"H1") == 1, "the title, on two lines"
    marks = stream(referred(pdf.as_pdf(bulletin()), _page_of_a_long_table(), b"Contents"))
    assert b"/Artifact BMC" in marks


def _page_of_a_long_table() -> bytes:
    made = pdf.as_pdf(bulletin())
    return [body for body in objects(made).values() if re.search(rb"/Type /Page\b", body)][-1]


def test_what_is_only_printed_is_not_tagged() -> None:
    made = pdf.merged_pdf([notice(), notice()], "通知书")
    assert made is not None and b"/StructTreeRoot" not in made and b"MCID" not in made
