"""PDF files: one document, or many in one file for double-sided printing, with titles and bookmarks."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.atomic_file import PDF, atomic
from zhengzhou_desk.documents import archival, fonts, page, tagging
from zhengzhou_desk.documents.content import NoticeContent
from zhengzhou_desk.documents.geometry import PAGE_HEIGHT, PAGE_WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


def as_pdf(content: NoticeContent) -> bytes:
    """One document as a PDF."""
    stream = io.BytesIO()
    canvas = _canvas(stream, content.title.replace("\n", ""), content.bureau, content.number or content.unit)
    tagging.begin(canvas)
    page.draw_document(canvas, content)
    tagging.finish(canvas)
    canvas.save()
    return stream.getvalue()


def merged_pdf(
    contents: Sequence[NoticeContent],
    title: str,
    *,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes | None:
    """Many documents in one PDF, each from an odd page on, bookmarked by department and unit; None if cancelled.

    It is for printing, and not tagged as single documents are.
    """
    stream = io.BytesIO()
    bureau = contents[0].bureau if contents else ""
    canvas = _canvas(stream, title, bureau, "")
    department = None
    for number, content in enumerate(contents):
        if cancelled is not None and cancelled():
            return None
        key = f"d{number}"
        canvas.bookmarkPage(key)
        if content.department and content.department != department:
            department = content.department
            # A key of its own: an entry is known by its key, and the unit's would take the department's words.
            canvas.bookmarkPage(f"p{number}")
            canvas.addOutlineEntry(department, f"p{number}", 0, closed=True)
        canvas.addOutlineEntry(f"{content.unit} {content.addressee}".strip(), key, 1 if department else 0)
        page.draw_document(canvas, content, double_sided=True)
        if progress is not None:
            progress(number + 1, len(contents))
    if not contents:
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def write(path: Path, pdf: bytes) -> None:
    """Puts a PDF in its place, whole or not at all."""
    with atomic(path, PDF) as part:
        part.write_bytes(pdf)


def file_name(number: int, unit: str, ending: str = PDF) -> str:
    """序号_单位名称.pdf, or with another ending, without what a file system does not take."""
    name = _UNSAFE.sub("_", unit).strip(" .") or "单位"
    return f"{number:03d}_{name[:60]}{ending}"


def _canvas(stream: io.BytesIO, title: str, author: str, subject: str) -> Any:
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0
    canvas = Canvas(
        stream, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pdfVersion=(1, 7), lang=archival.LANGUAGE,
        initialFontName=fonts.registered_name(fonts.FANGSONG), pageCompression=1,
    )  # fmt: skip
    canvas.setTitle(title)
    canvas.setAuthor(author)
    canvas.setSubject(subject)
    canvas.setCreator("郑采台账")
    archival.make_archival(canvas)
    return canvas
