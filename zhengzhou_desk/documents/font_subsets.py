"""Embedded fonts without what no page needs: names, metrics for screens, and instructions for coarse screens."""

from __future__ import annotations

import functools
import struct
import zlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_INSTRUCTED, _MORE, _WORDS = 0x100, 0x20, 0x01
# The size of the scale that may follow a component, by its flag.
_SCALES = ((0x80, 8), (0x40, 4), (0x08, 2))
_LONG = 50  # where `head` says whether places of outlines are four bytes
_ADJUSTMENT = 8  # where `head` holds what makes the whole font's checksum the wanted one
_FULL_METRICS, _GLYPHS = 34, 4  # where `hhea` and `maxp` say how many there are
# So many subsets are kept: one paper is seen, printed and saved, and letters of a batch share heads and figures.
_KEPT = 64


@functools.cache
def lean_face() -> Any:
    """Reportlab's face of a font; its subsets hold what a reader uses of them (ISO 32000-1, 9.9) and no more."""
    from reportlab.pdfbase.ttfonts import TTFontFace

    class LeanFace(TTFontFace):  # type: ignore[misc]
        def makeSubset(self, subset: Any) -> bytes:  # noqa: N802 - reportlab's name
            return _kept_subset(self, tuple(subset))

        def addSubsetObjects(self, doc: Any, fontname: str, subset: Any) -> Any:  # noqa: N802 - reportlab's name
            made = super().addSubsetObjects(doc, fontname, subset)
            stream = doc.idToObject[f"fontFile:{self.filename}({fontname})"]
            stream.content = _packed(stream.content)
            stream.dictionary["Filter"] = "/FlateDecode"
            return made

    return LeanFace


@functools.lru_cache(maxsize=_KEPT)
def _kept_subset(face: Any, codes: tuple[int, ...]) -> bytes:
    return subset(face, codes)


@functools.lru_cache(maxsize=_KEPT)
def _packed(font: bytes) -> bytes:
    # Outlines hardly pack: more effort takes half as long again for one part in sixty.
    return zlib.compress(font, 4)


def forget() -> None:
    """Forgets the subsets of fonts that are no longer used."""
    _kept_subset.cache_clear()


def subset(face: Any, codes: Sequence[int]) -> bytes:
    """A TrueType font of the characters `codes`, its outlines as they are and without instructions."""
    glyphs, places = [0], {0: 0}
    for code in codes:
        _take(face.charToGlyph.get(code, 0), glyphs, places)
    outlines, begins = bytearray(), [0]
    # Parts of composite outlines join the list while it is gone through.
    for glyph in glyphs:
        outlines += _renumbered(_outline(face, glyph), glyphs, places)
        outlines += bytes(-len(outlines) % 4)
        begins.append(len(outlines))
    metrics, full = _metrics([face.hmetrics[glyph] for glyph in glyphs])
    cmap = [0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes)]
    cmap += [places[face.charToGlyph.get(code, 0)] for code in codes]
    return _font(
        {
            "head": _with_short(face.get_table("head"), _LONG, 1),
            "hhea": _with_short(face.get_table("hhea"), _FULL_METRICS, full),
            "maxp": _with_short(face.get_table("maxp"), _GLYPHS, len(glyphs)),
            "hmtx": metrics,
            "cmap": struct.pack(f">{len(cmap)}H", *cmap),
            "loca": struct.pack(f">{len(begins)}L", *begins),
            "glyf": bytes(outlines),
        }
    )


def _take(glyph: int, glyphs: list[int], places: dict[int, int]) -> int:
    """The glyph's place in the subset, which it gets where it has none."""
    if glyph not in places:
        places[glyph] = len(glyphs)
        glyphs.append(glyph)
    return places[glyph]


def _outline(face: Any, glyph: int) -> bytes:
    begin = face.get_table_pos("glyf")[0]
    outline: bytes = face.get_chunk(begin + face.glyphPos[glyph], face.glyphPos[glyph + 1] - face.glyphPos[glyph])
    return _without_instructions(outline)


def _metrics(metrics: Sequence[tuple[float, float]]) -> tuple[bytes, int]:
    """The widths and left bearings, and how many have a width: the last ones share theirs."""
    full = len(metrics)
    while full > 1 and metrics[full - 1][0] == metrics[full - 2][0]:
        full -= 1
    numbers = [int(number) for pair in metrics[:full] for number in pair]
    numbers += [int(bearing) for _, bearing in metrics[full:]]
    return struct.pack(f">{len(numbers)}H", *numbers), full


def _with_short(table: bytes, place: int, value: int) -> bytes:
    made = bytearray(table)
    struct.pack_into(">H", made, place, value)
    return bytes(made)


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
    made = bytearray(outline)
    parts = list(_components(outline))
    for place, flags, _ in parts:
        struct.pack_into(">H", made, place, flags & ~_INSTRUCTED)
    return bytes(made[: parts[-1][2]])


def _components(outline: bytes) -> Iterator[tuple[int, int, int]]:
    """The parts of a composite outline: where each begins, its flags, where it ends."""
    place, flags = 10, _MORE
    while flags & _MORE:
        flags = struct.unpack_from(">H", outline, place)[0]
        end = place + 4 + (4 if flags & _WORDS else 2) + next((size for flag, size in _SCALES if flags & flag), 0)
        yield place, flags, end
        place = end


def _renumbered(outline: bytes, glyphs: list[int], places: dict[int, int]) -> bytes:
    """A composite outline whose parts have their numbers in the subset."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return outline
    made = bytearray(outline)
    for place, _, _ in _components(outline):
        part = struct.unpack_from(">H", outline, place + 2)[0]
        struct.pack_into(">H", made, place + 2, _take(part, glyphs, places))
    return bytes(made)


def _font(tables: dict[str, bytes]) -> bytes:
    """The tables as one font, with its directory and checksums."""
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    made = bytearray(struct.pack(">LHHHH", 0x00010000, count, power * 16, power.bit_length() - 1, (count - power) * 16))
    place, body = 12 + 16 * count, bytearray()
    head = total = 0
    for tag, table in sorted(tables.items()):
        if tag == "head":
            head = place + len(body) + _ADJUSTMENT
            table = table[:_ADJUSTMENT] + bytes(4) + table[_ADJUSTMENT + 4 :]  # noqa: PLW2901
        padded = table + bytes(-len(table) % 4)
        total += (checksum := _sum(padded))
        made += struct.pack(">4sLLL", tag.encode("ascii"), checksum, place + len(body), len(table))
        body += padded
    total += _sum(bytes(made))
    made += body
    struct.pack_into(">L", made, head, (0xB1B0AFBA - total) & 0xFFFFFFFF)
    return bytes(made)


def _sum(data: bytes) -> int:
    return int(sum(struct.unpack(f">{len(data) // 4}L", data))) & 0xFFFFFFFF
