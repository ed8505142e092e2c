"""What tests of notices share: a day after the deadline, and the text of a PDF."""

from __future__ import annotations

import datetime
from pathlib import Path

import pypdfium2

LATE = datetime.date(2024, 4, 1)


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    said = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    document.close()
    return said
