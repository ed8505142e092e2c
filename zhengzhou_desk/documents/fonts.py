"""Fonts of the official page: which face draws which character, loaded when first needed and only once."""

from __future__ import annotations

import functools
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.paths import FONTS
from zhengzhou_desk.documents import font_subsets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

P = ParamSpec("P")
T = TypeVar("T")

# The faces of GB/T 9704: body, level 1, level 2, title and red head; and what fills their gaps.
FANGSONG, HEI, KAI, TITLE = "fangsong", "hei", "kai", "title"
_SONG, _RARE, _LATIN, _LATIN_BOLD = "song", "rare", "latin", "latin_bold"
_FILES = {
    FANGSONG: "LXGWZhuqueFangsong-Regular.ttf",
    HEI: "NotoSansSC_400Regular.ttf",
    KAI: "LXGWWenKaiGBLite-Regular.ttf",
    TITLE: "NotoSerifSC_700Bold.ttf",
    _SONG: "NotoSerifSC_400Regular.ttf",
    _RARE: "HanaMinB.ttf",
    _LATIN: "LiberationSerif-Regular.ttf",
    _LATIN_BOLD: "LiberationSerif-Bold.ttf",
}
# In this order each face is asked for a character; digits and Latin letters go to a face of half-width digits.
_CHAINS: dict[str, tuple[str, ...]] = {
    FANGSONG: (FANGSONG, _SONG, _RARE),
    KAI: (KAI, FANGSONG, _SONG, _RARE),
    HEI: (HEI, _SONG, _RARE),
    TITLE: (TITLE, _SONG, _RARE),
}
# Fonts of this computer that are used in place of our own, by face.
_CHOSEN: dict[str, Path] = {}
# Zhuque and WenKai draw these narrow, or brackets like 〔〕, so the Song face stands in.
_BETTER_IN_SONG = frozenset("“”‘’（）·")


@dataclass(frozen=True, slots=True)
class FontRun:
    """Characters that one font draws in a row."""

    font: str
    text: str


# What is to be forgotten when another font is chosen.
_FORGETTING: list[Callable[[], None]] = [font_subsets.forget]


def cached_by_face(function: Callable[P, T], most: int = 65_536) -> Callable[P, T]:
    """Caches a function of characters and faces until another font is chosen; of large answers keep the `most`."""
    kept = functools.lru_cache(maxsize=most)(function)
    _FORGETTING.append(kept.cache_clear)
    return kept  # type: ignore[return-value]  # lru_cache forgets the parameters


@cached_by_face
def _font(key: str) -> Any:
    """One registered font, parsed once for the whole process."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    _mend_reportlab()
    path = _CHOSEN.get(key, FONTS / _FILES.get(key, key))
    font = TTFont(key, str(path), asciiReadable=False, shapable=False)
    font.face.__class__ = font_subsets.lean_face()
    pdfmetrics.registerFont(font)
    # Of two names for one face reportlab draws with the first: its characters have places in one subset only.
    return pdfmetrics.getFont(key)


def choose(face: str, path: Path | None) -> None:
    """Draws a face with a font of this computer, such as 方正小标宋 or 仿宋_GB2312; None takes ours again.

    Ours still fills its gaps. Refuses a font that cannot be read or must not be embedded.
    """
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    if path is not None:
        try:
            TTFont(f"try-{face}", str(path), asciiReadable=False, shapable=False)
        except (TTFError, OSError, ValueError, KeyError, AssertionError) as error:
            raise Refused(
                "字体 {path} 不能用：它不是可以嵌入的 TrueType 字体（{reason}）", path=path, reason=str(error)[:80]
            ) from None
    own = f"own-{face}"
    _CHAINS[face] = tuple(key for key in _CHAINS[face] if not key.startswith("own-"))
    if _CHOSEN.pop(own, None) is not None:
        _unregister(own)
    if path is not None:
        _CHOSEN[own] = path
        _CHAINS[face] = (own, *_CHAINS[face])
    for forget in _FORGETTING:
        forget()


def _unregister(key: str) -> None:
    """Takes a font's name from reportlab, which would go on drawing with the file it first had."""
    from reportlab.pdfbase import pdfmetrics

    known = pdfmetrics._fonts.pop(key, None)  # noqa: SLF001 - it forgets a font by its own name alone
    if known is not None and known.fontName == key:
        known.unregister()


def files() -> dict[str, tuple[str, ...]]:
    """By face the files that draw it, the first one first; one chosen on this computer stands before ours."""
    latin = {face: _LATIN_BOLD if face == TITLE else _LATIN for face in _CHAINS}
    return {
        face: tuple(_CHOSEN[key].name if key in _CHOSEN else _FILES[key] for key in (*chain, latin[face]))
        for face, chain in _CHAINS.items()
    }


def files_missing() -> tuple[str, ...]:
    """The font files that are named and not there: of a package that was not installed whole, or moved since."""
    paths = [*(FONTS / name for name in _FILES.values()), *_CHOSEN.values()]
    return tuple(path.name for path in paths if not path.is_file())


def _glyphs(key: str) -> dict[int, int]:
    return _font(key).face.charToGlyph  # type: ignore[no-any-return]


@cached_by_face
def font_of(character: str, face: str) -> str:
    """The font that draws a character in a face. Raises Refused where no font has it."""
    code = ord(character)
    if (
        code < 0x3000  # noqa: PLR2004 - before the signs of Chinese, Japanese and Korean
        and code in _glyphs(_LATIN)
        and character not in _BETTER_IN_SONG
        and not _is_chinese_mark(character)
    ):
        return _LATIN_BOLD if face == TITLE else _LATIN
    if face in (FANGSONG, KAI) and character in _BETTER_IN_SONG and not _CHAINS[face][0].startswith("own-"):
        return _SONG
    for key in _CHAINS[face]:
        if code in _glyphs(key):
            return key
    raise Refused("“{character}”（U+{code}）没有字体能印。请改用相近的字", character=character, code=f"{code:04X}")


def _is_chinese_mark(character: str) -> bool:
    """Marks that Latin fonts have too, but Chinese text sets full width."""
    return character in "—…‘’“”·×÷±°§①②③④⑤⑥⑦⑧⑨⑩■□●○★☆→←↑↓Ⅰ"


def missing(texts: Iterable[str]) -> tuple[str, ...]:
    """The characters of `texts` that no font has, each once."""
    found: dict[str, None] = {}
    for character in dict.fromkeys("".join(texts)):
        try:
            font_of(character, FANGSONG)
        except Refused:
            found[character] = None
    return tuple(found)


def runs(text: str, face: str) -> Iterator[FontRun]:
    """`text` cut where the font changes."""
    begin, present = 0, ""
    for place, character in enumerate(text):
        font = font_of(character, face)
        if font != present:
            if place > begin:
                yield FontRun(present, text[begin:place])
            begin, present = place, font
    if text:
        yield FontRun(present, text[begin:])


@cached_by_face
def advance(character: str, face: str) -> int:
    """A character's width in thousandths of its size; a dash of two is as wide as two characters."""
    if character in "—…":
        return 1000
    return int(_font(font_of(character, face)).face.getCharWidth(ord(character)))


def width(text: str, face: str, size: float) -> float:
    """The width of a line of text in points, without any spacing."""
    return _advances(text, face) * size / 1000


@cached_by_face
def _advances(text: str, face: str) -> int:
    return sum(advance(character, face) for character in text)


@cached_by_face
def ink(text: str, face: str) -> tuple[int, int]:
    """How far the ink of a text reaches above and below the baseline, in thousandths of its size."""
    reach = [_ink(character, face) for character in text if not character.isspace()] or [(0, 0)]
    return max(above for above, _ in reach), max(below for _, below in reach)


@cached_by_face
def _ink(character: str, face: str) -> tuple[int, int]:
    """The same of one character, from the outline's own box in the font."""
    drawn = _font(font_of(character, face)).face
    data, glyph = drawn._ttf_data, drawn.charToGlyph[ord(character)]  # noqa: SLF001 - reportlab keeps no box of a glyph
    head, loca, glyf = (drawn.get_table_pos(name)[0] for name in ("head", "loca", "glyf"))
    long = struct.unpack_from(">h", data, head + 50)[0]
    first = struct.unpack_from(">L", data, loca + 4 * glyph)[0] if long else 0
    place = first if long else 2 * struct.unpack_from(">H", data, loca + 2 * glyph)[0]
    _, _, least, _, most = struct.unpack_from(">5h", data, glyf + place)
    units = struct.unpack_from(">H", data, head + 18)[0]
    return most * 1000 // units, -least * 1000 // units


def registered(font: str) -> Any:
    """A font as reportlab knows it."""
    return _font(font)


def registered_name(font: str) -> str:
    """Registers a font with reportlab; returns the name under which the page uses it."""
    _font(font)
    return font


# -- the map from glyphs to characters ---------------------------------------------------------------


_BLANK = 32


@functools.cache
def _mend_reportlab() -> None:
    """Makes reportlab write whole numbers at once, of which a font's widths are hundreds: it takes logarithms of each.

    And characters beyond U+FFFF so that they can be searched and copied:

    it writes them as five hexadecimal digits, which readers take for something else; a ToUnicode map
    wants UTF-16 (ISO 32000-1 9.10.3), at most a hundred entries a block.
    """
    from reportlab.pdfbase import pdfdoc, ttfonts

    ttfonts.makeToUnicodeCMap = _to_unicode
    slow = pdfdoc.fp_str

    def written(*given: Any) -> str:
        is_whole = len(given) == 1 and isinstance(given[0], int | float) and given[0] % 1 == 0
        return str(int(given[0])) if is_whole else slow(*given)

    pdfdoc.fp_str = written


def _to_unicode(name: Any, subset: Sequence[int]) -> str:
    shown = name.decode("ascii", "replace") if isinstance(name, bytes) else str(name)
    lines = [
        "/CIDInit /ProcSet findresource begin", "12 dict begin", "begincmap", "/CIDSystemInfo",
        f"<< /Registry ({shown}) /Ordering ({shown}) /Supplement 0 >> def", f"/CMapName /{shown} def",
        "/CMapType 2 def", "1 begincodespacerange", "<00> <FF>", "endcodespacerange",
    ]  # fmt: skip
    # Places that no text uses (the missing character, those below the blank) say nothing: PDF/A forbids U+0000.
    pairs = [
        f"<{place:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
        for place, code in enumerate(subset)
        if code and (code != _BLANK or place >= _BLANK)
    ]
    for begin in range(0, len(pairs), 100):
        block = pairs[begin : begin + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, "endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"])


def has_glyph(key: str, character: str) -> bool:
    """Whether one font has a character."""
    return ord(character) in _glyphs(key)


def own_width(key: str, text: str) -> int:
    """The width of `text` in one font, in thousandths of its size."""
    return sum(int(_font(key).face.getCharWidth(ord(character))) for character in text)
