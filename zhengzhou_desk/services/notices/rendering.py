"""Documents as PDF: one or many, checked for characters that no font has, each file written whole or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.atomic_file import PDF, made_folder, refuse_target
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import Message, message
from zhengzhou_desk.documents import fonts, pdf
from zhengzhou_desk.documents.content import (
    Block,
    FigureBlock,
    FormBlock,
    NoticeContent,
    Paragraph,
    TableBlock,
)
from zhengzhou_desk.documents.content_json import from_json
from zhengzhou_desk.records import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from zhengzhou_desk.services.desk import Desk


def refuse_missing_glyphs(contents: Iterable[NoticeContent]) -> None:
    """Refuses a document with characters that no font can print, naming the addressee and the characters.

    Looked at is all that is printed, lists and slips too: what has been issued must be printable.
    """
    for content in contents:
        lost = _lost(content)
        if lost:
            raise Refused(
                "{unit}的通知书里有字体印不出来的字：{characters}。请先在单位名称等处改用相近的字",
                unit=content.addressee, characters=tuple(lost),
            )  # fmt: skip


def printable(contents: Iterable[NoticeContent]) -> tuple[tuple[NoticeContent, ...], tuple[Message, ...]]:
    """The documents that can be printed, and of each of the others why it was left out: one holds up no batch."""
    kept: list[NoticeContent] = []
    left: list[Message] = []
    for content in contents:
        lost = _lost(content)
        if lost:
            left.append(
                message(
                    "{unit}的通知书没有写：里面有字体印不出来的字 {characters}。请在单位名称等处改用相近的字再写",
                    unit=content.addressee, characters=tuple(lost),
                )
            )  # fmt: skip
        else:
            kept.append(content)
    return tuple(kept), tuple(left)


def _lost(content: NoticeContent) -> Sequence[str]:
    """The characters of a document that no font has."""
    said = (content.addressee, content.title, content.bureau, *(ground.text for ground in content.grounds))
    blocks = (*content.body, *(block for each in content.attachments for block in each.blocks))
    named = (*content.copies, *(each.title for each in content.attachments))
    return tuple(fonts.missing((*said, *named, *(text for block in blocks for text in _texts(block)))))


def _texts(block: Block) -> Iterator[str]:
    """All that a block prints; the words of a chart are those of its table."""
    if isinstance(block, Paragraph):
        yield block.text + block.lead
    elif isinstance(block, FigureBlock):
        yield from (figure.label + figure.value for figure in block.rows)
    elif isinstance(block, TableBlock):
        yield from (cell for row in block.rows for cell in row)
    elif isinstance(block, FormBlock):
        yield from (box.label + box.value for box in block.lines)


def pdf_of(content: NoticeContent) -> bytes:
    """A document as a PDF."""
    return pdf.as_pdf(content)


def reprint(notice: Notice) -> bytes:
    """The pages exactly as they were issued, made from the register alone."""
    return pdf.as_pdf(content_of(notice))


def content_of(notice: Notice) -> NoticeContent:
    """The frozen document of a notice. Refuses one that was registered without a text."""
    if not notice.content:
        raise Refused("这份通知书没有存下文书内容，不能重印")
    return from_json(notice.content)


def write_documents(
    desk: Desk,
    contents: Sequence[NoticeContent],
    folder: Path,
    *,
    merged: Path | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Path, ...]:
    """Writes one PDF per document into `folder`, and one of all for double-sided printing; returns the single files.

    Refuses, before any is written, an altered book, characters that no font has, and places that cannot be written.
    """
    desk.refuse_altered()
    refuse_missing_glyphs(contents)
    places = document_paths(contents, folder, merged)
    written: list[Path] = []
    for number, (content, path) in enumerate(zip(contents, places, strict=True), 1):
        if cancelled is not None and cancelled():
            return tuple(written)
        pdf.write(path, pdf.as_pdf(content))
        written.append(path)
        if progress is not None:
            progress(number, len(contents))
    if merged is not None:
        whole = pdf.merged_pdf(contents, f"{desk.bureau}通知书", cancelled=cancelled)
        if whole is not None:
            pdf.write(merged, whole)
    return tuple(written)


def document_paths(contents: Sequence[NoticeContent], folder: Path, merged: Path | None = None) -> list[Path]:
    """Where each document goes in `folder`, which is made.

    Refuses, before any is written, places that cannot be written.
    """
    made_folder(folder)
    places = [folder / pdf.file_name(number, content.addressee) for number, content in enumerate(contents, 1)]
    for place in places:
        refuse_target(place, PDF)
    if merged is not None:
        refuse_target(merged, PDF)
        if merged.resolve() in [place.resolve() for place in places]:
            raise Refused("{path} 是其中一份通知书的文件名。合并的 PDF 请另取文件名", path=merged)
    return places


def merged_pdf(
    desk: Desk,
    contents: Sequence[NoticeContent],
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes | None:
    """All documents in one PDF for double-sided printing; None where it was cancelled.

    Refuses an altered book, and characters that no font has.
    """
    desk.refuse_altered()
    refuse_missing_glyphs(contents)
    return pdf.merged_pdf(contents, f"{desk.bureau}通知书", progress=progress, cancelled=cancelled)


FACES = (fonts.FANGSONG, fonts.TITLE)


def choose_font(face: str, path: Path | None) -> bool:
    """Prints the body (仿宋) or the title (小标宋) with a font of this computer; None takes the program's own."""
    fonts.choose(face, path)
    return True


def save_pdf(path: Path, pdf_bytes: bytes) -> None:
    """Writes a PDF, whole or not at all."""
    pdf.write(path, pdf_bytes)
