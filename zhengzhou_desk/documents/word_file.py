"""A paper as .docx: the same text as on the page, in named styles, for an office system that routes and amends it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.documents import fonts, line_breaking
from zhengzhou_desk.documents import word_styles as styles
from zhengzhou_desk.documents.content import (
    DOCUMENT,
    SHEET,
    NoticeContent,
    Paragraph,
    chinese_day,
)
from zhengzhou_desk.documents.geometry import CHARACTER, HEIGHT, MM, SIZE, TITLE_SIZE, WIDTH
from zhengzhou_desk.documents.page import mark_size
from zhengzhou_desk.documents.word_blocks import add_block
from zhengzhou_desk.documents.word_styles import RED, element, twips

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document

    from zhengzhou_desk.documents.content import Attachment, Block

_LEVELS = {1: (styles.HEADING, styles.HEI), 2: (styles.SUBHEADING, styles.KAI)}
_DAY_INDENT = 4 * CHARACTER


def as_docx(content: NoticeContent) -> bytes:
    """One document as a .docx. What the page draws as a chart is a picture here, with its title as description."""
    import docx

    document = docx.Document()
    styles.add_styles(document)
    styles.shape_page(document.sections[0])
    _describe(document, content)
    if content.format != SHEET:
        _add_head(document, content)
    _add_page_numbers(document, content)
    _add_text(document, content)
    if content.format != DOCUMENT:
        # A letter ends before its slip, as on the page.
        _add_imprint(document, content)
    for place, attachment in enumerate(content.attachments, 1):
        _add_attachment(document, content, attachment, place)
    if content.format == DOCUMENT:
        if content.attachments and content.attachments[-1].landscape:
            styles.shape_page(document.add_section())
        _add_imprint(document, content)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _describe(document: Document, content: NoticeContent) -> None:
    about = document.core_properties
    about.title, about.author = content.title.replace("\n", ""), content.bureau
    about.subject, about.comments, about.language = content.number or content.unit, "", "zh-CN"


# -- head -------------------------------------------------------------------------------------------------


def _add_head(document: Document, content: NoticeContent) -> None:
    """发文机关标志, 发文字号 and the red rules; a letter's stand in the margins of its first page (GB/T 9704 10.1)."""
    first = document.sections[0]
    if content.format != DOCUMENT:
        first.different_first_page_header_footer = True
        mark = first.first_page_header.paragraphs[0]
        _write_mark(mark, content)
        _rule(mark, "bottom", "thickThinSmallGap", 24, over=7 * MM)
        foot = first.first_page_footer.paragraphs[0]
        foot.style = styles.PAGE
        # The rule lies where the foot ends, 20 mm above the edge of the paper.
        foot.paragraph_format.line_spacing = _points(1)
        _rule(foot, "top", "thinThickSmallGap", 24, over=7 * MM)
        _paragraph(document, styles.NUMBER, content.number).alignment = 2
        return
    mark = document.add_paragraph()
    _write_mark(mark, content)
    mark.paragraph_format.space_before = _points(35 * MM)
    _paragraph(document, styles.NUMBER)
    if content.signer is None:
        number = _paragraph(document, styles.NUMBER, content.number)
    else:
        number = _paragraph(document, styles.NUMBER, f"{content.number}\t签发人：{content.signer or '　' * 4}")
        number.alignment = 3
        number.paragraph_format.left_indent = number.paragraph_format.right_indent = _points(CHARACTER)
        number.paragraph_format.tab_stops.add_tab_stop(_points(WIDTH - CHARACTER), 2)
    _rule(number, "bottom", "single", 12)


def _write_mark(paragraph: Any, content: NoticeContent) -> None:
    paragraph.style = styles.MARK
    paragraph.add_run(content.red_head).font.size = _points(mark_size(content))


def _rule(paragraph: Any, side: str, value: str, eighths: int, over: float = 0.0) -> None:
    """A red rule above or below a paragraph, `over` points beyond the type area on either side."""
    border = element("w:pBdr")
    border.append(element(f"w:{side}", val=value, sz=eighths, space=4, color=RED))
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(
        border, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl", "w:rPr"
    )
    if over:
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = _points(-over)


def _add_page_numbers(document: Document, content: NoticeContent) -> None:
    """— 1 —: at the outer edge, one character in (GB/T 9704 7.5); a letter's first page has none."""
    document.settings.odd_and_even_pages_header_footer = True
    first = document.sections[0]
    first.footer_distance = _points(20 * MM if content.format != DOCUMENT else 25 * MM)
    for footer, align in ((first.footer, 2), (first.even_page_footer, 0)):
        paragraph = footer.paragraphs[0]
        paragraph.style, paragraph.alignment = styles.PAGE, align
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = _points(14)
        paragraph.add_run("— ")
        for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
            run = paragraph.add_run()
            if kind is not None:
                run._r.append(element("w:fldChar", fldCharType=kind))
            else:
                said = element("w:instrText")
                said.text = text
                run._r.append(said)
        paragraph.add_run(" —")


# -- text -------------------------------------------------------------------------------------------------


def _add_text(document: Document, content: NoticeContent) -> None:
    for _ in range(2 if content.format != SHEET else 0):
        _paragraph(document, styles.NUMBER)
    _paragraph(document, styles.TITLE, _by_lines(content.title, WIDTH))
    _paragraph(document, styles.BODY)
    if content.addressee:
        _paragraph(document, styles.ADDRESSEE, content.addressee.rstrip("：:") + "：")
    _add_blocks(document, content.body)
    _add_attachment_note(document, content)
    if content.format != SHEET:
        _add_signature(document, content)
    if content.note:
        _paragraph(document, styles.NOTE, f"（{content.note.strip('（）()')}）")


def _add_blocks(document: Document, blocks: Iterable[Block], width: float = WIDTH, number: str = "") -> None:
    for block in blocks:
        if isinstance(block, Paragraph):
            _add_paragraph(document, block)
        else:
            add_block(document, block, width, number)


def _add_paragraph(document: Document, said: Paragraph) -> None:
    """A paragraph in the style of its level; its lead alone where it has one."""
    style, face = _LEVELS.get(said.level, (styles.BODY, styles.FANGSONG))
    made = _paragraph(document, styles.BODY if said.lead else style)
    if said.lead:
        run = made.add_run(said.lead)
        run._r.get_or_add_rPr().insert(0, styles.fonts_element(face))
    made.add_run(said.text)
    if said.level == 1 or said.text.endswith("："):
        made.paragraph_format.keep_with_next = True


def _add_attachment_note(document: Document, content: NoticeContent) -> None:
    """附件：1. …, with further lines below the first character of the title (GB/T 9704 7.3.4)."""
    if not content.attachments:
        return
    _paragraph(document, styles.ATTACHMENT_NOTE)
    many = len(content.attachments) > 1
    for number, attachment in enumerate(content.attachments, 1):
        lead = ("附件：" if number == 1 else "　　　") + (f"{number}. " if many else "")
        made = _paragraph(document, styles.ATTACHMENT_NOTE, lead + attachment.title.replace("\n", ""))
        hang = fonts.width(lead, fonts.FANGSONG, SIZE)
        made.paragraph_format.left_indent = _points(2 * CHARACTER + hang)
        made.paragraph_format.first_line_indent = _points(-hang)


def _add_signature(document: Document, content: NoticeContent) -> None:
    """The date ends four characters from the right, the bureau is centred above it (GB/T 9704 7.3.5)."""
    day = chinese_day(content.day)
    for _ in range(2):
        _paragraph(document, styles.SIGNATURE).paragraph_format.keep_with_next = True
    over = (fonts.width(content.bureau, fonts.FANGSONG, SIZE) - fonts.width(day, fonts.FANGSONG, SIZE)) / 2
    signed = _paragraph(document, styles.SIGNATURE, content.bureau)
    signed.paragraph_format.right_indent = _points(max(0.0, _DAY_INDENT - over))
    signed.paragraph_format.keep_with_next = True
    _paragraph(document, styles.DAY, day).paragraph_format.right_indent = _points(_DAY_INDENT)


# -- attachments and foot ----------------------------------------------------------------------------------


def _add_attachment(document: Document, content: NoticeContent, attachment: Attachment, place: int) -> None:
    """On a page of its own; one that lies turned has a section of its own."""
    turned = place > 1 and content.attachments[place - 2].landscape
    has_section = attachment.landscape or turned
    if has_section:
        styles.shape_page(document.add_section(), landscape=attachment.landscape)
    head = f"附件{place}" if len(content.attachments) > 1 else "附件"
    _paragraph(document, styles.ATTACHMENT, head).paragraph_format.page_break_before = not has_section
    _paragraph(document, styles.ATTACHMENT)
    width = HEIGHT if attachment.landscape else WIDTH
    _paragraph(document, styles.ATTACHMENT_TITLE, _by_lines(attachment.title, width))
    _add_blocks(document, attachment.blocks, width, content.number)


def _add_imprint(document: Document, content: NoticeContent) -> None:
    """抄送 and 印发 between rules; a letter names its copies alone."""
    with_printer = content.format == DOCUMENT
    lines = [f"抄送：{'，'.join(content.copies)}。"] if content.copies else []
    if with_printer:
        day = chinese_day(content.printed or content.day)
        lines.append(f"{content.printer or content.bureau}\t{day}印发")
    for place, line in enumerate(lines):
        made = _paragraph(document, styles.COPIES, line)
        made.paragraph_format.left_indent = _points(14 * 4 if line.startswith("抄送") else 14)
        made.paragraph_format.first_line_indent = _points(-14 * 3 if line.startswith("抄送") else 0)
        made.paragraph_format.right_indent = _points(14)
        made.paragraph_format.tab_stops.add_tab_stop(_points(WIDTH - 14), 2)
        if with_printer:
            border = element("w:pBdr")
            border.append(element("w:top", val="single", sz=8 if place == 0 else 6, space=1, color="000000"))
            if place == len(lines) - 1:
                border.append(element("w:bottom", val="single", sz=8, space=1, color="000000"))
            made._p.get_or_add_pPr().insert_element_before(border, "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr")
    if content.journal:
        _paragraph(document, styles.JOURNAL, f"账册校验 {content.journal}")


def _paragraph(document: Document, style: str, text: str = "") -> Any:
    return document.add_paragraph(text, style=style)


def _by_lines(title: str, width: float) -> str:
    """A title as it stands on the page: its lines are set by hand, or words would be torn apart."""
    return "\n".join(line_breaking.balanced(title, fonts.TITLE, TITLE_SIZE, width))


def _points(points: float) -> Any:
    from docx.shared import Twips

    return Twips(twips(points))
