"""Text as it may enter the book: no control characters, no bidi overrides, no lone surrogates."""

from __future__ import annotations

import functools
import re
import unicodedata

# Control and format characters that change what a reader sees or that files cannot hold:
# C0/C1 controls, bidi marks and overrides, zero-width characters, BOM, surrogates, non-characters.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
# Characters that only look like the common ones: radicals as signs of their own (a document that was
# read from a scan is full of them) and ideographs kept twice for the sake of older codes.
_LOOKALIKE = re.compile("[\u2e80-\u2fd5\uf900-\ufaff\U0002f800-\U0002fa1f]")
# Radicals for which Unicode names no common character by itself, as far as they are one.
_RADICALS = dict(
    zip(
        "⺁⺅⺉⺊⺋⺌⺍⺎⺒⺓⺖⺘⺙⺛⺜⺝⺠⺡⺢⺣⺤⺦⺧⺨⺩⺪⺫⺬⺭⺮⺯⺰⺲⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻋⻌⻍⻎⻏⻐⻑⻓⻔⻖⻗⻘⻙⻚⻛⻜⻝⻞⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂亻刂卜㔾小小兀巳幺忄扌攵旡日月民氵氺灬爫丬牛犭王疋目示礻竹糹纟罒羊羊羊耂肀聿月臼艹艹艹虎衤覀西见角角讠贝车辶辶辶阝钅長长门阝雨青韦页风飞食食飠饣马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀",
        strict=True,
    )
)
_SPACES = re.compile(r"\s+")
# A longer text is no word that comes again.
_LONGEST_KNOWN = 200
_BRACKETS = str.maketrans("（）【】［］〔〕﹝﹞", "()[][][][]")


def clean(text: str) -> str:
    """`text` on one line, in common characters, without those that a book must not hold, spaces collapsed."""
    if not text.isascii() and _LOOKALIKE.search(text):
        text = _LOOKALIKE.sub(_common, text)
    if text.isprintable() and "  " not in text:
        # Nothing unwanted is printable, and of all spaces the ordinary one alone is: most texts are as they should be.
        return text.strip()
    return _SPACES.sub(" ", _UNWANTED.sub("", text.replace("\u3000", " "))).strip()


def _common(found: re.Match[str]) -> str:
    sign = found[0]
    return _RADICALS.get(sign) or unicodedata.normalize("NFKC", sign)


def folded(text: str) -> str:
    """`text` in half-width form (NFKC) and cleaned: for codes, digits and look-ups."""
    return clean(text if text.isascii() else unicodedata.normalize("NFKC", text))


def compact(text: str) -> str:
    """The same without any spaces: for headings and words of a sheet, most of which come again and again."""
    return _compact(text) if len(text) <= _LONGEST_KNOWN else folded(text).replace(" ", "")


@functools.lru_cache(2**15)
def _compact(text: str) -> str:
    return folded(text).replace(" ", "")


def name_key(name: str) -> str:
    """What two spellings of one name share: half-width, one sort of brackets, no spaces, no case."""
    return folded(name.translate(_BRACKETS)).translate(_BRACKETS).replace(" ", "").casefold()
