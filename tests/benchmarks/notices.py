"""Official papers: one, a hundred, a thousand in one file, beside bare reportlab drawing the same lines of text."""

from __future__ import annotations

import dataclasses
import io
from typing import TYPE_CHECKING

import pypdfium2
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from tests.benchmarks.rows import Row, median_of, peak
from tests.documents.samples import notice
from zhengzhou_desk.common.paths import FONTS
from zhengzhou_desk.documents import fonts, pdf, preview

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tests.benchmarks.parts import Run
    from zhengzhou_desk.documents.content import NoticeContent

_BARE = "bare"
_COUNTS = ((1, 0.008, 9), (100, 0.15, 5), (1_000, 1.6, 3))


def rows(run: Run) -> Iterator[Row]:
    file = next(name for name in fonts._CHAINS[fonts.FANGSONG] if name not in fonts._CHOSEN)
    pdfmetrics.registerFont(TTFont(_BARE, str(FONTS / fonts._FILES.get(file, file)), asciiReadable=False))
    pages = _lines(pdf.as_pdf(notice()))  # fonts are loaded by now, as in a program that has run for a while
    _bare(pages, 1)
    for full, goal, times in _COUNTS:
        count = min(full, 3) if run.smoke else full
        contents = [_named(number) for number in range(1, count + 1)]
        took = median_of(run.times(times), lambda: _merged(contents))  # noqa: B023 - called at once
        bare = median_of(run.times(times), lambda: _bare(pages, count))  # noqa: B023
        unit, scale = ("ms", 1000) if full == 1 else ("s", 1)
        yield Row("notices in one file", f"{count:,}", took * scale, unit, "bare reportlab", bare * scale, at_most=goal * scale, times=2)  # fmt: skip
    yield Row("  memory", f"{count:,}", peak(), "MB", at_most=400)


def _named(number: int) -> NoticeContent:
    return dataclasses.replace(notice(), unit=f"{number:06d}", addressee=f"郑州市第{number}小学", serial=number)


def _merged(contents: Sequence[NoticeContent]) -> None:
    if len(contents) == 1:
        assert preview.page_count(pdf.as_pdf(contents[0])) > 0
        return
    made = pdf.merged_pdf(contents, "通知书")
    assert made is not None
    assert preview.page_count(made) >= len(contents)


def _lines(made: bytes) -> list[list[tuple[float, float, str]]]:
    """Of each page its lines of text and where they stand."""
    document = pypdfium2.PdfDocument(made)
    pages = []
    for page in document:
        text = page.get_textpage()
        found = []
        for number in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(number)
            found.append((left, bottom, text.get_text_bounded(left, bottom, right, top)))
        pages.append(found)
    document.close()
    return pages


def _bare(pages: Sequence[Sequence[tuple[float, float, str]]], count: int) -> None:
    """The same texts at the same places, one font, nothing else."""
    canvas = Canvas(io.BytesIO(), pageCompression=1)
    for _ in range(count):
        for page in pages:
            canvas.setFont(_BARE, 16)
            for left, bottom, text in page:
                canvas.drawString(left, bottom, text)
            canvas.showPage()
    canvas.save()
