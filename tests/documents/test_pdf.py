"""PDF files: many documents in one for double-sided printing, bookmarks, safe names, the same pages again."""

from __future__ import annotations

import pypdfium2

from tests.documents.samples import long_letter, notice, text_of
from zhengzhou_desk.documents import pdf, preview


def test_a_merged_file_starts_each_document_on_an_odd_page_and_has_bookmarks() -> None:
    contents = [notice(), long_letter(unit="201002"), notice(unit="201003")]
    made = pdf.merged_pdf(contents, "通知书")
    assert made is not None
    document = pypdfium2.PdfDocument(made)
    starts = {}
    for item in document.get_toc():
        title = item.get_title() if hasattr(item, "get_title") else item.title
        dest = item.get_dest().get_index() if hasattr(item, "get_dest") else item.page_index
        starts[title] = dest
    document.close()
    assert [page % 2 for title, page in starts.items() if title.startswith("201")] == [0, 0, 0]
    assert preview.page_count(made) % 2 == 0
    assert pdf.merged_pdf(contents, "x", cancelled=lambda: True) is None


def test_the_bookmarks_of_a_merged_file_stand_under_their_departments() -> None:
    health = "郑州市中原区卫生健康委员会"
    contents = [notice(), notice(unit="201002"), notice(unit="301001", department=health)]
    made = pdf.merged_pdf(contents, "通知书")
    assert made is not None
    document = pypdfium2.PdfDocument(made)
    found = [
        (item.level, item.get_title() if hasattr(item, "get_title") else item.title) for item in document.get_toc()
    ]
    document.close()
    assert found == [
        (0, "郑州市中原区教育局"), (1, f"201001 {notice().addressee}"), (1, f"201002 {notice().addressee}"),
        (0, health), (1, f"301001 {notice().addressee}"),
    ], "codes alone tell nobody which letter it is"  # fmt: skip


def test_reprints_are_the_same_pages() -> None:
    assert text_of(pdf.as_pdf(notice())) == text_of(pdf.as_pdf(notice()))


def test_file_names_are_safe_on_every_system() -> None:
    assert pdf.file_name(7, '一小/二:小*?"<>|') == "007_一小_二_小______.pdf"
    assert len(pdf.file_name(1, "长" * 200).encode()) < 255
