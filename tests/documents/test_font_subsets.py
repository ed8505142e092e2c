"""Embedded fonts: the same outlines on the page, without what no page needs."""

from __future__ import annotations

import struct

import pytest

from zhengzhou_desk.documents import font_subsets, fonts, preview
from zhengzhou_desk.documents.font_subsets import _sum, _without_instructions, lean_face


def subsets(key: str, text: str) -> tuple[bytes, bytes]:
    """A subset as reportlab makes it, and ours."""
    face = fonts._font(key).face
    codes = [0, *map(ord, text)]
    return super(lean_face(), face).makeSubset(codes), font_subsets.subset(face, codes)


def tables(font: bytes) -> dict[str, bytes]:
    count = struct.unpack_from(">H", font, 4)[0]
    entries = (struct.unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(count))
    return {tag.decode("ascii"): font[place : place + length] for tag, _, place, length in entries}


def outlines(font: bytes) -> list[bytes]:
    """The outlines of a font without instructions, and without what fills them up to four bytes."""
    held = tables(font)
    long = struct.unpack_from(">h", held["head"], 50)[0]
    count = len(held["loca"]) // (4 if long else 2)
    places = [place * (1 if long else 2) for place in struct.unpack(f">{count}{'L' if long else 'H'}", held["loca"])]
    return [
        _without_instructions(held["glyf"][begin:end]).rstrip(b"\0")
        for begin, end in zip(places, places[1:], strict=False)
    ]


# The last ones hold composite outlines, whose parts follow them.
@pytest.mark.parametrize(
    ("key", "text"),
    [(fonts.FANGSONG, "郑州市财政局"), (fonts._RARE, "𠅤"), (fonts._LATIN, "0123456789ÄÖé832"), (fonts.HEI, "附件Ä")],
)
def test_outlines_are_kept_and_checksums_true(key: str, text: str) -> None:
    whole, lean = subsets(key, text)
    before, after = tables(whole), tables(lean)
    assert len(lean) < len(whole)
    for name in ("hmtx", "hhea", "maxp", "cmap"):
        assert after[name] == before[name]
    assert outlines(lean) == outlines(whole)
    assert set(after) == {"head", "hhea", "maxp", "hmtx", "cmap", "loca", "glyf"}
    assert _sum(lean + bytes(-len(lean) % 4)) == 0xB1B0AFBA
    assert struct.unpack_from(">h", after["head"], 50)[0] == 1


def test_the_page_looks_as_it_did(monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.documents.samples import notice
    from zhengzhou_desk.documents import pdf

    lean = preview.page_image(pdf.as_pdf(notice()), 0, 200).pixels
    monkeypatch.setattr(font_subsets, "_kept_subset", lambda face, codes: super(lean_face(), face).makeSubset(codes))
    whole = preview.page_image(pdf.as_pdf(notice()), 0, 200).pixels
    # Without hints the figures of a coarse screen differ by a shade; on paper nothing does.
    assert sum(abs(a - b) > 64 for a, b in zip(lean, whole, strict=True)) < len(whole) / 5_000
