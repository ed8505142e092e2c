"""Previews: pages of a PDF as pictures, for the screen and for printers that want pictures."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page: `pixels` are rows of BGRX bytes, `stride` bytes each."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _opened(pdf) as document:
        return len(document)  # type: ignore[arg-type]


def page_image(pdf: bytes, number: int, dots_per_inch: float = 96.0) -> PageImage:
    """Page `number` (from 0) as it prints."""
    with _opened(pdf) as document:
        bitmap = document[number].render(scale=dots_per_inch / 72, rev_byteorder=False, prefer_bgrx=True)  # type: ignore[index]
        return PageImage(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))


@contextlib.contextmanager
def _opened(pdf: bytes) -> Iterator[object]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()
