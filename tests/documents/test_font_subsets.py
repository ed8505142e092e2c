"""Embedded fonts: the same outlines on the page, without what no page needs."""

from __future__ import annotations

import struct

import pytest

from zhengzhou_desk.documents import fonts, preview
from zhengzhou_desk.documents.font_subsets import _sum, _tables, lean_face, trimmed


def subset(key: str, text: str) -> tuple[bytes, bytes]:
    """A subset as reportlab makes it, and the same trimmed."""
    face = fonts._font(key).face
    codes = [0, *map(ord, text)]
    whole = super(lean_face(), face).makeSubset(codes)
    return whole, trimmed(whole)


@pytest.mark.parametrize(("key", "text"), [(fonts.FANGSONG, "郑州市财政局"), (fonts._LATIN, "0123456789ÄÖé832")])
def test_outlines_are_kept_and_checksums_true(key: str, text: str) -> None:
    whole, lean = subset(key, text)
    before, after = _tables(whole), _tables(lean)
    assert len(lean) < len(whole)
    for name in ("hmtx", "hhea", "maxp", "cmap"):
        assert after[name] == before[name]
    assert not {"name", "OS/2", "post", "fpgm", "prep", "cvt "} & set(after)
    assert _sum(lean + bytes(-len(lean) % 4)) == 0xB1B0AFBA
    assert struct.unpack_from(">h", after["head"], 50)[0] == 1


def test_the_page_looks_as_it_did(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.documents.samples import notice
    from zhengzhou_desk.documents import font_subsets, pdf

    lean = preview.page_image(pdf.as_pdf(notice()), 0, 200).pixels
    monkeypatch.setattr(font_subsets, "trimmed", lambda font: font)
    whole = preview.page_image(pdf.as_pdf(notice()), 0, 200).pixels
    # Without hints the figures of a coarse screen differ by a shade; on paper nothing does.
    assert sum(abs(a - b) > 64 for a, b in zip(lean, whole, strict=True)) < len(whole) / 5_000
