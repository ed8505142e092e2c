"""Styles of an office system's .docx: each part of an official paper has one, by the name the trade gives it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.documents.geometry import (
    CHARACTER,
    CHARACTERS,
    HEIGHT,
    LEFT,
    LINES,
    MM,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SIZE,
    SIZE_4,
    TITLE_SIZE,
    TOP,
    WIDTH,
)

if TYPE_CHECKING:
    from docx.document import Document

# The faces that offices install for GB/T 9704; a computer without one takes what the list of fonts names beside it.
FANGSONG, KAI, HEI, TITLE_FACE = "仿宋_GB2312", "楷体_GB2312", "黑体", "方正小标宋简体"
_OTHERWISE = {FANGSONG: "仿宋", KAI: "楷体", HEI: "SimHei", TITLE_FACE: "宋体"}
RED = "DB1414"
# The lines of a page share its height; a file for an office system cannot let the last one hang below it.
LINE = HEIGHT / LINES
# In twips, rounded so that 28 characters fit: how much closer than their size they stand.
_CLOSER = math.floor((WIDTH / CHARACTERS - SIZE) * 20)
MARK, NUMBER, TITLE, ADDRESSEE, BODY = "发文机关标志", "发文字号", "公文标题", "主送机关", "公文正文"
HEADING, SUBHEADING, ATTACHMENT_NOTE = "公文一级标题", "公文二级标题", "附件说明"
SIGNATURE, DAY, NOTE, COPIES, JOURNAL = "公文落款", "成文日期", "附注", "版记", "账册校验"
ATTACHMENT, ATTACHMENT_TITLE = "附件序号", "附件标题"
CELL, CAPTION, TABLE_NOTE, PAGE = "公文表格", "表题", "表注", "页码"


@dataclass(frozen=True, slots=True)
class _Style:
    """The type of a part: its face, its size in points, where it stands; lines apart from the page's where `free`."""

    name: str
    face: str = FANGSONG
    size: float = SIZE
    align: str = "both"
    indent: int = 0
    level: int | None = None
    free: bool = False


_STYLES = (
    _Style(MARK, TITLE_FACE, 48, "center", free=True), _Style(NUMBER, align="center"),
    _Style(TITLE, TITLE_FACE, TITLE_SIZE, "center", free=True), _Style(ADDRESSEE), _Style(BODY, indent=2),
    _Style(HEADING, HEI, indent=2, level=0), _Style(SUBHEADING, KAI, indent=2, level=1),
    _Style(ATTACHMENT_NOTE), _Style(SIGNATURE, align="right"), _Style(DAY, align="right"), _Style(NOTE, indent=2),
    _Style(COPIES, size=SIZE_4), _Style(JOURNAL, size=7.5, align="left", free=True),
    _Style(ATTACHMENT, HEI), _Style(ATTACHMENT_TITLE, TITLE_FACE, TITLE_SIZE, "center", free=True),
    _Style(CELL, size=12, align="left", free=True), _Style(CAPTION, HEI, SIZE_4, "center", free=True),
    _Style(TABLE_NOTE, size=10.5, align="left", free=True), _Style(PAGE, size=SIZE_4, align="right", free=True),
)  # fmt: skip


def element(name: str, **attributes: object) -> Any:
    """An element of the document's language, such as w:ind, with its attributes."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    return made


def fonts_element(face: str) -> Any:
    """All letters of one face: figures stand in the text's own."""
    return element("w:rFonts", ascii=face, hAnsi=face, eastAsia=face, cs=face)


def twips(points: float) -> int:
    """Points as the document's language counts them."""
    return round(points * 20)


def add_styles(document: Document) -> None:
    """Gives a new document the styles of all parts, and the fonts to take where an office lacks the usual ones."""
    from docx.enum.style import WD_STYLE_TYPE

    normal = document.styles["Normal"].element
    normal.get_or_add_rPr().insert(0, fonts_element(FANGSONG))
    for style in _STYLES:
        made = document.styles.add_style(style.name, WD_STYLE_TYPE.PARAGRAPH).element
        _shape_type(made.get_or_add_rPr(), style)
        _shape_paragraph(made.get_or_add_pPr(), style)
    _name_other_fonts(document)


def _shape_type(of: Any, style: _Style) -> None:
    of.append(fonts_element(style.face))
    if style.name == MARK:
        of.append(element("w:color", val=RED))
    elif style.name == JOURNAL:
        of.append(element("w:color", val="737373"))
    if style.size == SIZE:
        of.append(element("w:spacing", val=_CLOSER))
    of.append(element("w:sz", val=round(style.size * 2)))
    of.append(element("w:szCs", val=round(style.size * 2)))


def _shape_paragraph(of: Any, style: _Style) -> None:
    if style.level is not None:
        of.append(element("w:keepNext"))
    of.append(element("w:overflowPunct"))
    # No space of its own between characters and figures: an official page has none.
    of.append(element("w:autoSpaceDE", val=0))
    of.append(element("w:autoSpaceDN", val=0))
    of.append(element("w:adjustRightInd", val=0))
    if style.free:
        of.append(element("w:snapToGrid", val=0))
        of.append(element("w:spacing", before=0, after=0, line=round(240 * 1.2), lineRule="auto"))
    else:
        of.append(element("w:spacing", before=0, after=0, line=twips(LINE), lineRule="exact"))
    if style.indent:
        of.append(element("w:ind", firstLineChars=100 * style.indent, firstLine=twips(style.indent * CHARACTER)))
    of.append(element("w:jc", val=style.align))
    if style.level is not None:
        of.append(element("w:outlineLvl", val=style.level))


def _name_other_fonts(document: Document) -> None:
    """Which face to take where the computer has not the one that is named."""
    from docx.opc.constants import RELATIONSHIP_TYPE

    part: Any = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    named = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in _OTHERWISE.items()
    )
    part._blob = part.blob.replace(b"</w:fonts>", f"{named}</w:fonts>".encode())


def shape_page(section: Any, *, landscape: bool = False) -> None:
    """The paper and its type area by GB/T 9704 5.2: 156 × 225 mm, 22 lines of 28 characters."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Pt

    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    wide, high = (PAGE_HEIGHT, PAGE_WIDTH) if landscape else (PAGE_WIDTH, PAGE_HEIGHT)
    section.page_width, section.page_height = Pt(wide), Pt(high)
    bottom, right = 35 * MM, 26 * MM
    # Turned to the left, the paper's head is at the left and its binding edge on top.
    margins = (LEFT, right, TOP, bottom) if landscape else (TOP, bottom, LEFT, right)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Pt, margins)
    section.header_distance, section.footer_distance = Pt(30 * MM), Pt(20 * MM)
    for grid in section._sectPr.findall(element("w:docGrid").tag):
        section._sectPr.remove(grid)
    if not landscape:
        section._sectPr.append(element("w:docGrid", type="lines", linePitch=twips(LINE)))
