"""Figures of official documents: many in one file, many files, one preview, fonts loaded once.

Run as `python -m tests.benchmarks.notices`; it prints what it measured and never fails for being slow.
"""

from __future__ import annotations

import dataclasses
import io
import resource
import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from tests.documents.samples import notice
from zhengzhou_desk.documents import fonts, pdf, preview

if TYPE_CHECKING:
    from collections.abc import Callable


def main() -> None:
    started = time.perf_counter()
    one = pdf.as_pdf(notice())
    print(f"first document, fonts loaded:   {time.perf_counter() - started:6.2f} s")
    started = time.perf_counter()
    preview.page_image(pdf.as_pdf(notice()), 0)
    print(f"one preview after that:         {time.perf_counter() - started:6.2f} s   aim ≤ 0.5 s")
    contents = [
        dataclasses.replace(notice(), unit=f"{number:06d}", addressee=f"郑州市第{number}小学", serial=number)
        for number in range(1, 1001)
    ]
    took = statistics.median(_timed(lambda: pdf.as_pdf(notice())) for _ in range(5))
    print(f"one document, seen before:      {took * 1000:6.1f} ms  aim ≤ 8 ms")
    took = statistics.median(_timed(lambda: pdf.merged_pdf(contents[:100], "通知书")) for _ in range(5))
    print(f"100 documents in one file:      {took:6.2f} s   aim ≤ 0.15 s")
    started = time.perf_counter()
    merged = pdf.merged_pdf(contents, "通知书")
    took = time.perf_counter() - started
    assert merged is not None
    print(
        f"1,000 documents in one file:    {took:6.2f} s   aim ≤ 1.6 s   ({preview.page_count(merged)} pages, {len(merged) / 2**20:.1f} MB)"
    )
    bare = _bare(1000)
    print(f"the same text by reportlab:     {bare:6.2f} s   ours {took / bare:.1f} ×, aim ≤ 2 ×")
    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        for number, content in enumerate(contents[:100], 1):
            pdf.write(Path(folder) / pdf.file_name(number, content.addressee), pdf.as_pdf(content))
        print(
            f"100 single files:               {time.perf_counter() - started:6.2f} s   aim ≤ 6 s   ({len(one) / 1024:.0f} KB each)"
        )
    print(
        f"peak memory:                    {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB  aim ≤ 400 MB"
    )
    _typst()


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _bare(count: int) -> float:
    """How long reportlab alone takes for the texts of so many documents: each line one string, where it stands."""
    pages = _lines_by_page()
    started = time.perf_counter()
    canvas = Canvas(io.BytesIO(), initialFontName=fonts.registered_name(fonts.FANGSONG), pageCompression=1)
    for _ in range(count):
        for lines in pages:
            for font, size, x, y, text in lines:
                canvas.setFont(font, size)
                canvas.drawString(x, y, text)
            canvas.showPage()
    canvas.save()
    return time.perf_counter() - started


def _lines_by_page() -> list[list[tuple[str, float, float, float, str]]]:
    """The texts of one document by page, as runs of one font on one line."""
    document = pypdfium2.PdfDocument(pdf.as_pdf(notice()))
    pages = []
    for page in document:
        text = page.get_textpage()
        lines = []
        for place in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(place)
            for run in fonts.runs(text.get_text_bounded(left, bottom, right, top).strip(), fonts.FANGSONG):
                lines.append((fonts.registered_name(run.font), 16.0, left, bottom, run.text))
        pages.append(lines)
    document.close()
    return pages


def _typst() -> None:
    """A like document by Typst, where it is installed: the peer."""
    try:
        import typst  # type: ignore[import-not-found]
    except ImportError:
        print("Typst is not installed here: pip install typst to compare")
        return
    body = "\n\n".join(
        "根据有关规定，各预算单位应按不低于当年度食堂食材采购总额的百分之十预留份额。" * 4 for _ in range(5)
    )
    pages = "\n#pagebreak()\n".join(f"= 通知 {number}\n{body}" for number in range(100))
    started = time.perf_counter()
    typst.compile(pages.encode())
    print(f"Typst, 100 like documents:      {time.perf_counter() - started:6.2f} s")


if __name__ == "__main__":
    main()
