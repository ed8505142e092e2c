"""What tests of notices share: a day after the deadline, and the text of a PDF."""

from __future__ import annotations

import datetime
from pathlib import Path

import pypdfium2

from zhengzhou_desk.documents import pdf
from zhengzhou_desk.documents.content import (
    Block,
    FigureBlock,
    FormBlock,
    NoticeContent,
    Paragraph,
    TableBlock,
)

LATE = datetime.date(2024, 4, 1)


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    said = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    document.close()
    return said


def pages_of(pdf: bytes) -> list[str]:
    """The text of each page, without blanks."""
    document = pypdfium2.PdfDocument(pdf)
    said = ["".join(page.get_textpage().get_text_bounded().split()) for page in document]
    document.close()
    return said


def text_of_pdf(content: NoticeContent, path: Path) -> str:
    """The text of a document, as its printed pages give it."""
    pdf.write(path, pdf.as_pdf(content))
    return text_of(path)


def in_words(content: NoticeContent) -> str:
    """A letter as it is read: one line a paragraph, a figure or a box; attachments after the signature."""
    said = [content.title, f"{content.addressee}：", *(line for block in content.body for line in _lines(block))]
    for attachment in content.attachments:
        said += [f"附件：{attachment.title}", *(line for block in attachment.blocks for line in _lines(block))]
    said += [f"抄送：{'，'.join(content.copies)}。"] if content.copies else []
    return "\n".join(said) + "\n"


def _lines(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.lead + block.text]
    if isinstance(block, FigureBlock):
        return [f"| {figure.label}：{figure.value}" for figure in block.rows]
    if isinstance(block, TableBlock):
        return [f"| {' | '.join(row)}" for row in ([column.label for column in block.columns], *block.rows)]
    if isinstance(block, FormBlock):
        return [*(f"[{box.label}] {box.value}".rstrip() for box in block.lines), block.note]
    raise TypeError(block)
