"""Embedded fonts without what no page needs: names, metrics for screens, and instructions for coarse screens."""

from __future__ import annotations

import functools
import itertools
import struct
from typing import Any

# What a PDF reader uses of an embedded TrueType font (ISO 32000-1, 9.9), beside the outlines and their places.
_KEPT = ("head", "hhea", "maxp", "hmtx", "cmap")
_INSTRUCTED, _MORE, _WORDS = 0x100, 0x20, 0x01
# The size of the scale that may follow a component, by its flag.
_SCALES = ((0x80, 8), (0x40, 4), (0x08, 2))
_LONG = 50  # where `head` says whether places of outlines are four bytes


@functools.cache
def lean_face() -> Any:
    """Reportlab's face of a font, its subsets trimmed."""
    from reportlab.pdfbase.ttfonts import TTFontFace

    class LeanFace(TTFontFace):  # type: ignore[misc]
        def makeSubset(self, subset: Any) -> bytes:  # noqa: N802 - reportlab's name
            return trimmed(super().makeSubset(subset))

    return LeanFace


def trimmed(font: bytes) -> bytes:
    """A TrueType font with the tables a page needs, its outlines as they are and without instructions."""
    tables = _tables(font)
    long = struct.unpack_from(">h", tables["head"], _LONG)[0]
    count = len(tables["loca"]) // (4 if long else 2)
    places = [place * (1 if long else 2) for place in struct.unpack(f">{count}{'L' if long else 'H'}", tables["loca"])]
    outlines, begins = bytearray(), [0]
    for begin, end in itertools.pairwise(places):
        outlines += _without_instructions(tables["glyf"][begin:end])
        outlines += bytes(-len(outlines) % 4)
        begins.append(len(outlines))
    head = bytearray(tables["head"])
    struct.pack_into(">h", head, _LONG, 1)
    kept = {name: tables[name] for name in _KEPT if name in tables}
    kept |= {"head": bytes(head), "loca": struct.pack(f">{len(begins)}L", *begins), "glyf": bytes(outlines)}
    return _font(kept)


def _tables(font: bytes) -> dict[str, bytes]:
    count = struct.unpack_from(">H", font, 4)[0]
    entries = (struct.unpack_from(">4sLLL", font, 12 + 16 * number) for number in range(count))
    return {tag.decode("ascii"): font[place : place + length] for tag, _, place, length in entries}


def _without_instructions(outline: bytes) -> bytes:
    if not outline:
        return outline
    contours = struct.unpack_from(">h", outline)[0]
    if contours < 0:
        return _composite(outline)
    place = 10 + 2 * contours
    length = struct.unpack_from(">H", outline, place)[0]
    return outline[:place] + b"\0\0" + outline[place + 2 + length :] if length else outline


def _composite(outline: bytes) -> bytes:
    made, place = bytearray(outline), 10
    while True:
        flags = struct.unpack_from(">H", outline, place)[0]
        struct.pack_into(">H", made, place, flags & ~_INSTRUCTED)
        place += 4 + (4 if flags & _WORDS else 2) + next((size for flag, size in _SCALES if flags & flag), 0)
        if not flags & _MORE:
            return bytes(made[:place])


def _font(tables: dict[str, bytes]) -> bytes:
    """The tables as one font, with its directory and checksums."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    made = bytearray(struct.pack(">LHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16))
    place, body = 12 + 16 * count, bytearray()
    for tag, table in sorted(tables.items()):
        data = table[:8] + bytes(4) + table[12:] if tag == "head" else table
        padded = data + bytes(-len(data) % 4)
        made += struct.pack(">4sLLL", tag.encode("ascii"), _sum(padded), place + len(body), len(data))
        body += padded
    whole = made + body
    at = next(
        struct.unpack_from(">L", whole, 12 + 16 * number + 8)[0]
        for number, tag in enumerate(sorted(tables))
        if tag == "head"
    )
    struct.pack_into(">L", whole, at + 8, (0xB1B0AFBA - _sum(bytes(whole))) & 0xFFFFFFFF)
    return bytes(whole)


def _sum(data: bytes) -> int:
    return int(sum(struct.unpack(f">{len(data) // 4}L", data))) & 0xFFFFFFFF
