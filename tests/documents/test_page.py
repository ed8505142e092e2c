"""The official page measured in the finished PDF, and its text read back."""

from __future__ import annotations

import dataclasses

import pypdfium2
import pytest
from pypdfium2 import raw

from tests.documents.samples import SENTENCE, bulletin, characters, long_letter, notice, rows, text_of
from zhengzhou_desk.documents import fonts, pdf, preview
from zhengzhou_desk.documents.content import (
    DOCUMENT,
    LETTER,
    Attachment,
    Figure,
    FigureBlock,
    NoticeContent,
    Paragraph,
    TableBlock,
    TableColumn,
)
from zhengzhou_desk.documents.geometry import CHARACTER, LINES, MM, PITCH, SIZE
from zhengzhou_desk.documents.page import TIGHTER, _body, laid_out

TOLERANCE = 1.0  # mm, as the standard allows


def test_a_full_page_has_22_lines_of_28_characters_within_the_type_area() -> None:
    found = [each for each in characters(pdf.as_pdf(long_letter()), 1) if each[4] < 265]
    lines = rows(found)
    assert len(lines) == LINES
    assert min(each[1] for each in found) == pytest.approx(28, abs=TOLERANCE)
    assert max(each[3] for each in found) <= 28 + 156 + TOLERANCE
    assert min(each[2] for each in found) == pytest.approx(37, abs=TOLERANCE)
    assert max(each[4] for each in found) <= 37 + 225 + TOLERANCE
    tops = sorted(lines)
    pitch = (tops[-1] - tops[0]) / 10 / (LINES - 1)
    assert pitch == pytest.approx((225 - SIZE / MM) / 21, abs=0.2)
    assert pytest.approx(156 / 28) == CHARACTER / MM


def test_both_edges_are_straight() -> None:
    found = [each for each in characters(pdf.as_pdf(long_letter()), 1) if each[4] < 265]
    ends = [max(each[3] for each in found if abs(each[4] - key / 10) < 2.6) for key in rows(found)]
    full = [end for end in ends if end > 170]
    # A line may end with a mark, whose ink is at the left of its half.
    assert all(end > 28 + 156 - 4 for end in full)


def rules(made: bytes, page: int = 0) -> list[tuple[float, float, float]]:
    """Horizontal strokes in mm: left, distance from the head, length."""
    document = pypdfium2.PdfDocument(made)
    found = []
    for shape in document[page].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = shape.get_bounds() if hasattr(shape, "get_bounds") else shape.get_pos()
        if (right - left) / MM > 100:
            found.append((left / MM, 297 - (bottom + top) / 2 / MM, (right - left) / MM))
    document.close()
    return sorted(found, key=lambda each: each[1])


def test_the_letter_head() -> None:
    made = pdf.as_pdf(notice(format=LETTER))
    mark = [each for each in characters(made) if each[2] < 50 and each[4] - each[2] > 6]
    assert min(each[2] for each in mark) == pytest.approx(30, abs=TOLERANCE)
    found = rules(made)
    assert [length for _, _, length in found if length > 160] == [pytest.approx(170, abs=TOLERANCE)] * 4
    assert found[0][1] - max(each[4] for each in mark) == pytest.approx(4, abs=TOLERANCE)
    assert found[-1][1] == pytest.approx(297 - 20, abs=TOLERANCE)
    number = [each for each in characters(made) if each[0] == "号" and each[2] < 70]
    assert number[0][3] == pytest.approx(184, abs=TOLERANCE)


def test_the_document_head() -> None:
    made = pdf.as_pdf(notice(format=DOCUMENT))
    mark = [each for each in characters(made) if each[4] - each[2] > 6]
    assert min(each[2] for each in mark) == pytest.approx(37 + 35, abs=TOLERANCE)
    number = [each for each in characters(made) if each[0] == "号"]
    red = next(each for each in rules(made) if abs(each[2] - 156) < TOLERANCE)
    assert red[1] - number[0][4] == pytest.approx(4, abs=TOLERANCE)
    assert red[0] == pytest.approx(28, abs=TOLERANCE)


def test_the_date_ends_four_characters_from_the_right_and_the_bureau_is_centred_on_it() -> None:
    made = pdf.as_pdf(notice(attachments=(), body=(Paragraph(SENTENCE),)))
    found = characters(made)
    day = next(each for each in reversed(found) if each[0] == "日")
    # The ink of 日 ends a little before its square does.
    assert 184 - day[3] == pytest.approx(4 * 156 / 28 + 0.6, abs=TOLERANCE)
    line = [each for each in found if abs(each[4] - day[4]) < 2]
    above = [each for each in found if 6 < day[4] - each[4] < 13]
    centre = (min(each[1] for each in line) + max(each[3] for each in line)) / 2
    assert (min(each[1] for each in above) + max(each[3] for each in above)) / 2 == pytest.approx(centre, abs=1.5)


def test_page_numbers_lie_outside_odd_right_even_left_and_a_letter_hides_the_first() -> None:
    made = pdf.as_pdf(long_letter())
    assert not [each for each in characters(made, 0) if each[0] == "1" and each[2] > 262]
    second = [each for each in characters(made, 1) if each[2] > 263]
    third = [each for each in characters(made, 2) if each[2] > 263]
    assert "".join(each[0] for each in second) == "—2—"
    assert min(each[1] for each in second) == pytest.approx(28 + 14 / MM, abs=TOLERANCE)
    assert max(each[3] for each in third) == pytest.approx(184 - 14 / MM, abs=TOLERANCE)
    dash = second[0]
    assert (dash[2] + dash[4]) / 2 == pytest.approx(262 + 7, abs=TOLERANCE)


@pytest.mark.parametrize("lines", range(1, 40))
def test_the_signature_never_stands_alone(lines: int) -> None:
    content = notice(body=(Paragraph("一" * (28 * lines - 2)),), attachments=())
    made = pdf.as_pdf(content)
    document = pypdfium2.PdfDocument(made)
    pages = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    last = pages[-1]
    assert "2026年4月2日" in last
    assert "一一一一" in last or "《" in last or lines < 3
    assert sum("2026年4月2日" in page for page in pages) == 1


def texts_of_pages(content: NoticeContent) -> list[str]:
    document = pypdfium2.PdfDocument(pdf.as_pdf(content))
    said = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return said


@pytest.mark.parametrize("lines", range(1, 45))
def test_the_page_of_the_signature_has_two_lines_of_the_text(lines: int) -> None:
    """The note of the attachments is no text, and no page ends with the line that announces the next."""
    body = (Paragraph("一" * (28 * lines - 2)), Paragraph("存在以下问题："), Paragraph("二" * 80), Paragraph("三" * 26))
    pages = texts_of_pages(notice(body=body))
    place = next(number for number, page in enumerate(pages) if "2026年4月2日抄送" in page)
    page = pages[place]
    if place:
        said = page.partition("附件：")[0]
        assert len(said) >= 30, said
    assert not any(page.removesuffix(f"—{number}—").endswith("存在以下问题：") for number, page in enumerate(pages, 1))
    assert "抄送：郑州市中原区教育局。" in page and "抄送" not in pages[-1], "with the letter, never on its slip"


@pytest.mark.parametrize("count", range(1, 45))
def test_no_page_is_left_empty_and_a_table_s_head_goes_along(count: int) -> None:
    """A table at the end of the text, of every length: the last rows go with the signature, under their head."""
    columns = (TableColumn("单位名称", 24), TableColumn("金额", 12))
    table = TableBlock(columns, tuple((f"第{number}小学", "1.00") for number in range(count)))
    pages = texts_of_pages(notice(body=(Paragraph("如下："), table)))
    assert all(len(page.removesuffix(f"—{number}—")) > 10 for number, page in enumerate(pages, 1))
    for page in pages:
        assert ("小学1.00" not in page) or "单位名称金额" in page


@pytest.mark.parametrize("count", range(1, 40))
def test_an_imprint_never_stands_alone_behind_a_list(count: int) -> None:
    columns = (TableColumn("单位名称", 24), TableColumn("金额", 12))
    table = TableBlock(columns, tuple((f"第{number}小学", "1.00") for number in range(count)))
    pages = texts_of_pages(notice(format=DOCUMENT, attachments=(Attachment("明细表", (table,)),)))
    assert "印发" in pages[-1] and "小学1.00" in pages[-1]
    assert sum(page.count("小学1.00") for page in pages) == count


def _list(count: int) -> TableBlock:
    columns = (TableColumn("单位名称", 24), TableColumn("金额", 12))
    return TableBlock(columns, tuple((f"第{number}小学", "1.00") for number in range(count)))


@pytest.mark.parametrize(
    ("lines", "numbers"), [(1, [True, True, False, False]), (20, [True, True, True, True])], ids=["blank", "next"]
)
def test_an_imprint_behind_a_turned_attachment_stands_upright_on_an_even_page(lines: int, numbers: list[bool]) -> None:
    """GB/T 9704 7.4, 7.5: on the last page; where a blank one comes before it, neither is numbered."""
    attachment = Attachment("明细表", (_list(3),), landscape=True)
    body = (Paragraph("一" * 28 * lines),)
    content = notice(format=DOCUMENT, attachments=(attachment,), body=body)
    made = pdf.as_pdf(content)
    pages = texts_of_pages(content)
    assert len(pages) == 4
    assert ["印发" in page for page in pages] == [False, False, False, True]
    assert [f"—{number}—" in page for number, page in enumerate(pages, 1)] == numbers
    _, left, _, right, _ = next(each for each in characters(made, len(pages) - 1) if each[0] == "印")
    assert right > left, "upright"


@pytest.mark.parametrize("attached", [0, 1])
def test_printed_on_both_sides_the_imprint_is_on_the_back(attached: int) -> None:
    content = notice(
        format=DOCUMENT, attachments=(Attachment("明细表", (_list(3),)),) * attached, body=(Paragraph("一"),)
    )
    alone = laid_out(content)
    both = laid_out(content, double_sided=True)
    assert len(alone) == 1 + attached
    assert len(both) == 2
    assert [sheet.closes for sheet in both] == [False, True]
    assert all(sheet.numbered for sheet in both)
    letter = laid_out(notice(body=(Paragraph("一"),)), double_sided=True)
    assert letter[0].closes, "a letter's copies stay with it"


def test_a_heading_stays_with_its_section() -> None:
    for lines in range(1, 30):
        body = (Paragraph("一" * (28 * lines - 2)), Paragraph("", level=1, lead="二、存在的问题"), Paragraph("三" * 26))
        pages = texts_of_pages(notice(body=body))
        assert not any(page.removesuffix(f"—{number}—").endswith("存在的问题") for number, page in enumerate(pages, 1))


@pytest.mark.parametrize("form", [LETTER, DOCUMENT])
def test_long_copies_and_attachment_titles_break_to_where_they_began(form: str) -> None:
    copies = tuple(f"郑州市中原区第{number}部门办公室" for number in range(30))
    title = "各单位2026年度政府采购脱贫地区农副产品预留份额填报和采购完成情况及存在问题明细表"
    attachments = notice().attachments
    named = (dataclasses.replace(attachments[0], title=title), dataclasses.replace(attachments[0], title=title))
    made = pdf.as_pdf(notice(format=form, copies=copies, attachments=named))
    for number in range(preview.page_count(made)):
        found = characters(made, number)
        assert all(each[3] <= 184 + TOLERANCE for each in found if 60 < each[4] < 262), "nothing leaves the type area"
        said = "".join(each[0] for each in found)
        if "附件：1." in said:
            first = found[said.index("各单位2026")]
            second = found[said.index("2.各单位2026") + 2]
            below = [each for each in found if 6 < each[2] - first[2] < 14 and each[1] < first[1] + 3]
            assert min(each[1] for each in below) == pytest.approx(first[1], abs=TOLERANCE)
            assert second[1] == pytest.approx(first[1], abs=TOLERANCE)
        if "抄送：" in said:
            begin = found[said.index("抄送：") + 3]
            lines = [
                each[1] for each in found if begin[4] + 4 < each[4] < 262 and each[0] not in "印发年月日0123456789"
            ]
            assert min(lines) >= begin[1] - TOLERANCE or form == DOCUMENT


def test_the_red_head_is_placed_by_its_ink() -> None:
    """30 mm from the head of the paper, 72 mm in a document, whatever characters the name is of."""
    for bureau in ("一二三财政局", "金水区财政局", "郑州航空港经济综合实验区财政审计局"):
        for form, where in ((LETTER, 30), (DOCUMENT, 37 + 35)):
            found = characters(pdf.as_pdf(notice(format=form, bureau=bureau)))
            mark = [each for each in found if each[2] < where + 12]
            assert min(each[2] for each in mark) == pytest.approx(where, abs=0.3), (bureau, form)


def test_a_row_that_is_taller_than_a_page_goes_on_on_the_next() -> None:
    table = TableBlock((TableColumn("单位", 10), TableColumn("说明", 20)), (("一小", "长" * 3_000), ("二小", "短")))
    pages = texts_of_pages(notice(attachments=(Attachment("明细表", (table,)),)))
    assert sum(page.count("长") for page in pages) == 3_000
    made = pdf.as_pdf(notice(attachments=(Attachment("明细表", (table,)),)))
    for number in range(2, preview.page_count(made)):
        assert all(each[4] <= 262 for each in characters(made, number) if each[0] == "长")


@pytest.mark.parametrize("amount", ["0.01元", "99,999,999.99元"])
@pytest.mark.parametrize("name", ["一小", "郑州市金水区" * 6 + "实验小学"])
def test_long_names_and_amounts_stay_in_the_type_area(amount: str, name: str) -> None:
    figures = FigureBlock(tuple(Figure("年度食堂食材采购总额", amount) for _ in range(3)))
    made = pdf.as_pdf(
        notice(
            addressee=name, bureau="郑州航空港经济综合实验区财政审计局（国资委）", body=(Paragraph(SENTENCE), figures)
        )
    )
    for page in range(preview.page_count(made)):
        for character, left, _, right, _ in characters(made, page):
            assert left >= 28 - TOLERANCE - 10 * (page == 0), character
            assert right <= 184 + TOLERANCE + 10 * (page == 0), character


def test_bulletins_have_tables_with_a_repeated_head_and_turned_attachments() -> None:
    made = pdf.as_pdf(bulletin())
    heads = sum(
        "单位名称" in "".join(each[0] for each in characters(made, page)) for page in range(preview.page_count(made))
    )
    assert heads >= 3
    picture = preview.page_image(made, 0, 50)
    assert len(picture.pixels) == picture.stride * picture.height


def test_a_draft_has_room_for_its_number() -> None:
    draft = dataclasses.replace(notice(), serial=None)
    assert draft.is_draft
    assert "中原财购〔2026〕号" in text_of(pdf.as_pdf(draft))


def test_the_spacing_of_one_text_does_not_reach_into_the_next() -> None:
    """Spacing belongs to the page's state, not to a text: whoever sets it takes it back."""
    import io

    from reportlab.pdfgen.canvas import Canvas

    from zhengzhou_desk.documents.geometry import draw_text

    made = io.BytesIO()
    canvas = Canvas(made)
    draw_text(canvas, "郑州市财政局", fonts.FANGSONG, SIZE, 100, 700, spacing=6)
    draw_text(canvas, "郑州市财政局", fonts.FANGSONG, SIZE, 100, 600)
    canvas.save()
    found = characters(made.getvalue())
    spaced, plain = found[:6], found[6:]
    pitch = [(after[1] - before[1]) * MM for before, after in ((plain[0], plain[3]), (spaced[0], spaced[3]))]
    assert pitch[0] == pytest.approx(3 * SIZE, abs=0.6)
    assert pitch[1] == pytest.approx(3 * (SIZE + 6), abs=0.6)


@pytest.mark.parametrize("form", [LETTER, DOCUMENT])
def test_lines_come_closer_exactly_where_that_saves_a_page(form: str) -> None:
    saved = 0
    for sentences in range(4, 46):
        content = notice(format=form, body=tuple(Paragraph(SENTENCE) for _ in range(sentences)), attachments=())
        every = [_body(content, PITCH * tighter) for tighter in TIGHTER]
        saved += min(map(len, every)) < len(every[0])
        made = laid_out(content)
        assert [[top for _, top in sheet.placed] for sheet in made] == [
            [top for _, top in sheet.placed] for sheet in min(every, key=len)
        ]
    assert saved, "some of these letters end on a page with two lines of their own"
