"""Text as operators of a page: a line is one text object, its characters encoded once per document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.documents import fonts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zhengzhou_desk.documents.line_breaking import TextLine

# From this width on (in thousandths of the size) a character is a wide one.
_WIDE = 900
# A shift smaller than this, in thousandths of the size, cannot be seen.
_UNSEEN = 0.01
# So many lines of a document are kept encoded: a batch repeats its paragraphs, and more would only fill memory.
_KEPT = 4096
# Bytes of a string as PDF writes them (ISO 32000-1, 7.3.4.2).
_ESCAPED = [chr(c) if 32 <= c < 127 and chr(c) not in "\\()" else f"\\{c:03o}" for c in range(256)]  # noqa: PLR2004


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Characters of one font in a row, their widths in thousandths of the size.

    `width` is what the line gives them, `drawn` what the font says, by character; narrow ones get half the spacing.
    """

    font: str
    text: str
    width: int
    drawn: tuple[float, ...]
    is_narrow: bool


@fonts.cached_by_face
def glyph_runs(text: str, face: str) -> tuple[GlyphRun, ...]:
    """A text cut where its font changes, with the widths of its characters."""
    return tuple(
        GlyphRun(
            run.font, run.text, sum(fonts.advance(c, face) for c in run.text),
            tuple(fonts.own_width(run.font, c) for c in run.text), fonts.advance(run.text[0], face) < _WIDE,
        )
        for run in fonts.runs(text, face)
    )  # fmt: skip


@dataclass(slots=True)
class _Encoded:
    """What was encoded for one document: its fonts hold subsets of their own."""

    # By font and character: the font's name on the page, the character as it is written in a string.
    characters: dict[str, dict[str, tuple[str, str]]] = field(default_factory=dict)
    # Text objects from their font on, with what they were made of.
    lines: dict[tuple[object, ...], tuple[object, str]] = field(default_factory=dict)


def number(value: float) -> str:
    """A number as a page writes it: to a thousandth of a point."""
    return f"{round(value, 3):g}"


def write_line(canvas: Any, line: TextLine, face: str, size: float, x: float, y: float) -> None:
    """Writes a line of text with its left edge at `x` and its baseline at `y`."""
    pieces = line.pieces
    if not pieces:
        return
    kept = _encoded(canvas)
    # The line itself is kept beside what was made of it: while it lives no other object has its id.
    key = (id(line), face, size)
    known = kept.lines.get(key)
    if known is None:
        made = _operators(kept, canvas, ((piece.text, piece.x, piece.room) for piece in pieces), face, size)
        known = _keep(kept, key, line, made)
    canvas._code.append(f"BT 1 0 0 1 {number(x + pieces[0].x)} {number(y)} Tm {known[1]} ET")  # noqa: SLF001


def write_text(canvas: Any, text: str, face: str, size: float, x: float, y: float, spacing: float) -> None:
    """Writes a short text from `x` on."""
    if not text:
        return
    kept = _encoded(canvas)
    key = (text, face, size, spacing)
    known = kept.lines.get(key)
    if known is None:
        known = _keep(kept, key, text, _operators(kept, canvas, ((text, 0.0, spacing),), face, size))
    canvas._code.append(f"BT 1 0 0 1 {number(x)} {number(y)} Tm {known[1]} ET")  # noqa: SLF001


def _encoded(canvas: Any) -> _Encoded:
    kept: _Encoded | None = getattr(canvas, "encoded", None)
    if kept is None:
        kept = canvas.encoded = _Encoded()
    return kept


def _keep(kept: _Encoded, key: tuple[object, ...], source: object, made: str) -> tuple[object, str]:
    if len(kept.lines) >= _KEPT:
        kept.lines.clear()
    found = kept.lines[key] = (source, made)
    return found


def _operators(kept: _Encoded, canvas: Any, pieces: Iterable[tuple[str, float, float]], face: str, size: float) -> str:
    """The operators that set pieces of text (text, x, spacing), from the first one's place on."""
    code: list[str] = []
    strings: list[str] = []
    opened = ""
    present, spacing = "", 0.0
    pen: float | None = None
    for text, left, room in pieces:
        x = left
        for run in glyph_runs(text, face):
            gap = room / 2 if run.is_narrow else room
            known = kept.characters.setdefault(run.font, {})
            target = x
            for character, drawn in zip(run.text, run.drawn, strict=True):
                name, written = known.get(character) or _encode(known, canvas, run.font, character)
                if name != present or gap != spacing:
                    _close(code, strings, opened)
                    opened = ""
                    if name != present:
                        code.append(f"{name} {number(size)} Tf")
                        present = name
                    if gap != spacing:
                        # It adds up over a line: more digits than a place needs.
                        code.append(f"{gap:.6f} Tc")
                        spacing = gap
                shift = 0.0 if pen is None else (pen - target) * 1000 / size
                if abs(shift) > _UNSEEN:
                    if opened:
                        strings.append(f"({opened})")
                        opened = ""
                    strings.append(number(shift))
                opened += written
                target += drawn * size / 1000 + gap
                pen = target
            x += run.width * size / 1000 + len(run.text) * gap
    _close(code, strings, opened)
    if spacing:
        code.append("0 Tc")
    return " ".join(code)


def _close(code: list[str], strings: list[str], opened: str) -> None:
    """Shows what was gathered: one string, or strings with shifts between them."""
    if opened:
        strings.append(f"({opened})")
    if not strings:
        return
    code.append(f"{strings[0]} Tj" if len(strings) == 1 and opened else f"[{' '.join(strings)}] TJ")
    strings.clear()


def _encode(known: dict[str, tuple[str, str]], canvas: Any, font: str, character: str) -> tuple[str, str]:
    """Gives a character its place in the document's subset of a font."""
    drawn = fonts.registered(font)
    document = canvas._doc  # noqa: SLF001 - reportlab's own texts reach for it too
    ((subset, data),) = drawn.splitString(character, document)
    found = drawn.getSubsetInternalName(subset, document), "".join(_ESCAPED[each] for each in data)
    known[character] = found
    return found
