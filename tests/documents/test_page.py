"""The official page measured in the finished PDF, and its text read back."""

from __future__ import annotations

import dataclasses
import random
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw

from tests.documents.samples import bulletin, notice
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents import fonts, line_breaking, pdf, preview
from zhengzhou_desk.documents.capital_amounts import capital
from zhengzhou_desk.documents.content import DOCUMENT, LETTER, Figure, FigureBlock, NoticeContent, Paragraph
from zhengzhou_desk.documents.geometry import CHARACTER, LINES, MM, SIZE, SPACING, WIDTH
from zhengzhou_desk.documents.line_breaking import NOT_FIRST, NOT_LAST

SENTENCE = (
    "各预算单位应按照质优价廉、竞争择优的原则，积极通过平台采购脱贫地区农副产品，收货后及时评价和付款，不得拖欠。"
)
TOLERANCE = 1.0  # mm, as the standard allows


def characters(made: bytes, page: int = 0) -> list[tuple[str, float, float, float, float]]:
    """Every character with its ink in mm: left, top from the head, right, bottom."""
    document = pypdfium2.PdfDocument(made)
    text = document[page].get_textpage()
    found = []
    for place in range(text.count_chars()):
        character = text.get_text_range(place, 1)
        left, bottom, right, top = text.get_charbox(place)
        if character.strip():
            found.append((character, left / MM, 297 - top / MM, right / MM, 297 - bottom / MM))
    document.close()
    return found


def text_of(made: bytes) -> str:
    document = pypdfium2.PdfDocument(made)
    said = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return "".join(said.split())


def long_letter(form: str = LETTER, **more: Any) -> NoticeContent:
    return notice(format=form, body=tuple(Paragraph(SENTENCE * 4) for _ in range(8)), attachments=(), **more)


def rows(
    found: list[tuple[str, float, float, float, float]],
) -> dict[int, list[tuple[str, float, float, float, float]]]:
    """Characters by line: those whose baselines are alike."""
    lines: dict[int, list[tuple[str, float, float, float, float]]] = {}
    for each in found:
        if "\u4e00" <= each[0] <= "\u9fff":
            key = next((key for key in lines if abs(key / 10 - each[4]) < 2.6), round(each[4] * 10))
            lines.setdefault(key, []).append(each)
    return lines


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


# -- line breaking -------------------------------------------------------------------------------------

MARKS = "，。、；：？！）》”（《“"
WORDS = [
    "预留份额",
    "食堂",
    "采购",
    "2026年",
    "10,049.20元",
    "99.9999%",
    "cg.fupin832.com",
    "——",
    "……",
    "“832平台”",
    "（见附件）",
    "《通知》",
    "㛃",
    "𠅤",
]


def paragraphs(count: int) -> list[str]:
    chance = random.Random(15834)
    return [
        "".join(
            chance.choice(WORDS) if chance.random() < 0.7 else chance.choice(MARKS)
            for _ in range(chance.randint(5, 60))
        )
        for _ in range(count)
    ]


def test_no_line_of_two_thousand_paragraphs_breaks_the_prohibitions() -> None:
    wrong = torn = 0
    for text in paragraphs(2_000):
        lines = line_breaking.lines(text, fonts.FANGSONG, SIZE, WIDTH, spacing=SPACING, indent=2 * CHARACTER)
        assert "".join(line.text for line in lines) == text
        for line, following in zip(lines, lines[1:], strict=False):
            first, last = following.text[0], line.text[-1]
            # A run of marks longer than a line can be is nobody's typesetting.
            run = len(line.text) - len(line.text.rstrip("".join(NOT_FIRST)))
            wrong += (first in NOT_FIRST and run < 4) or last in NOT_LAST
            torn += last in "—…" and first == last
            torn += last.isdigit() and first.isdigit()
            assert max((piece.x for piece in line.pieces), default=0) < WIDTH
    assert wrong <= 2
    assert torn == 0


@pytest.mark.parametrize(
    "text",
    ["", "1", "10,049.20元", "（", "。。。。。", "cg.fupin832.com", "——", "1234567890123456789012345678901234567890"],
)
@pytest.mark.parametrize("width", [3, 14, 40, 100])
def test_any_text_is_broken_into_any_width(text: str, width: float) -> None:
    assert "".join(line.text for line in line_breaking.lines(text, fonts.FANGSONG, 12, width)) == text


def test_every_character_is_embedded_searchable_and_copied_right() -> None:
    name = "㛃䶮𠅤𬭎犇鋆小学A<B&C<img src=x>"
    made = pdf.as_pdf(notice(addressee=name))
    assert "㛃䶮𠅤𬭎犇鋆小学A<B&C<imgsrc=x>" in text_of(made)
    document = pypdfium2.PdfDocument(made)
    for page in document:
        for shape in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(shape)
            assert raw.FPDFFont_GetIsEmbedded(font) == 1
    document.close()


def test_a_character_that_no_font_has_is_said_before_it_is_printed() -> None:
    assert fonts.missing(["一小", "\U00030000小"]) == ("\U00030000",)
    with pytest.raises(Refused, match="没有字体"):
        pdf.as_pdf(notice(addressee="\U00030000小学"))


def test_text_comes_out_as_it_went_in() -> None:
    content = notice()
    said = text_of(pdf.as_pdf(content))
    for block in content.body:
        if isinstance(block, Paragraph):
            assert "".join((block.lead + block.text).split()) in said.replace("—2—", "")


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
    assert [starts[unit] % 2 for unit in ("201001", "201002", "201003")] == [0, 0, 0]
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
        (0, "郑州市中原区教育局"), (1, "201001"), (1, "201002"), (0, health), (1, "301001"),
    ]  # fmt: skip


def test_reprints_are_the_same_pages() -> None:
    assert text_of(pdf.as_pdf(notice())) == text_of(pdf.as_pdf(notice()))


def test_bulletins_have_tables_with_a_repeated_head_and_turned_attachments() -> None:
    made = pdf.as_pdf(bulletin())
    heads = sum(
        "单位名称" in "".join(each[0] for each in characters(made, page)) for page in range(preview.page_count(made))
    )
    assert heads >= 3
    picture = preview.page_image(made, 0, 50)
    assert len(picture.pixels) == picture.stride * picture.height


def test_file_names_are_safe_on_every_system() -> None:
    assert pdf.file_name(7, '一小/二:小*?"<>|') == "007_一小_二_小______.pdf"
    assert len(pdf.file_name(1, "长" * 200).encode()) < 255


@pytest.mark.parametrize(
    ("fen", "said"),
    [
        (0, "零元整"), (1, "壹分"), (10, "壹角整"), (100, "壹元整"), (1_001, "壹拾元零壹分"), (3_059_650, "叁万零伍佰玖拾陆元伍角整"),
        (10_000_000_000, "壹亿元整"), (1_000_100, "壹万零壹元整"), (9_999_999_999, "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"), (10_004_092, "壹拾万零肆拾元玖角贰分"),
    ],
)  # fmt: skip
def test_amounts_in_capitals(fen: int, said: str) -> None:
    assert capital(fen) == said


def test_titles_break_into_lines_alike_and_never_inside_a_word(tmp_path: Path) -> None:
    title = "郑州市金水区财政局关于督促重新填报2026年政府采购脱贫地区农副产品预留份额的通知"
    lines = line_breaking.balanced(title, fonts.TITLE, 22, WIDTH)
    assert "".join(lines) == title
    assert len(lines) == 2
    assert not any(line.startswith(("年", "份额", "产品")) for line in lines)
    assert line_breaking.balanced("上\n下", fonts.TITLE, 22, WIDTH) == ["上", "下"]


def test_a_draft_has_room_for_its_number() -> None:
    draft = dataclasses.replace(notice(), serial=None)
    assert draft.is_draft
    assert "中原财购〔2026〕号" in text_of(pdf.as_pdf(draft))


def test_a_font_of_this_computer_is_used_where_it_may_be_embedded(tmp_path: Path) -> None:
    from zhengzhou_desk.common.paths import FONTS

    own = FONTS / "NotoSansSC_400Regular.ttf"
    try:
        fonts.choose(fonts.FANGSONG, own)
        assert fonts.font_of("国", fonts.FANGSONG) == "own-fangsong"
        # What it lacks is still drawn by ours.
        assert fonts.font_of("𠅤", fonts.FANGSONG) != "own-fangsong" or fonts.has_glyph("own-fangsong", "𠅤")
        assert "郑州市中原区" in text_of(pdf.as_pdf(notice()))
        bad = tmp_path / "x.ttf"
        bad.write_bytes(b"no font")
        with pytest.raises(Refused, match="不能用"):
            fonts.choose(fonts.FANGSONG, bad)
        assert fonts.font_of("国", fonts.FANGSONG) == "own-fangsong"
    finally:
        fonts.choose(fonts.FANGSONG, None)
    assert fonts.font_of("国", fonts.FANGSONG) == fonts.FANGSONG


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
