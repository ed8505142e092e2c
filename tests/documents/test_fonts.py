"""Fonts: every character embedded and copied right, and one that no font has said before it is printed."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from tests.documents.samples import notice, text_of
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents import fonts, pdf
from zhengzhou_desk.documents.content import Paragraph


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


def test_another_font_chosen_afterwards_is_the_one_that_draws() -> None:
    from zhengzhou_desk.common.paths import FONTS

    try:
        drawn = []
        for file in ("NotoSansSC_400Regular.ttf", "LXGWWenKaiGBLite-Regular.ttf"):
            fonts.choose(fonts.FANGSONG, FONTS / file)
            drawn.append(fonts.registered("own-fangsong").face.filename)
            pdf.as_pdf(notice())
    finally:
        fonts.choose(fonts.FANGSONG, None)
    assert [str(name).rpartition("/")[2].rpartition("\\")[2] for name in drawn] == [
        "NotoSansSC_400Regular.ttf", "LXGWWenKaiGBLite-Regular.ttf",
    ]  # fmt: skip
