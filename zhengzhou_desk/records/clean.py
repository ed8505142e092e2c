"""Text as it may enter the book: no control characters, no bidi overrides, no lone surrogates."""

from __future__ import annotations

import re
import unicodedata

# Control and format characters that change what a reader sees or that files cannot hold:
# C0/C1 controls, bidi marks and overrides, zero-width characters, BOM, surrogates, non-characters.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_SPACES = re.compile(r"\s+")
_BRACKETS = str.maketrans("（）【】［］〔〕﹝﹞", "()[][][][]")


def clean(text: str) -> str:
    """`text` on one line, without characters that a book must not hold, spaces collapsed."""
    if text.isprintable() and "  " not in text:
        # Nothing unwanted is printable, and of all spaces the ordinary one alone is: most texts are as they should be.
        return text.strip()
    return _SPACES.sub(" ", _UNWANTED.sub("", text.replace("\u3000", " "))).strip()


def folded(text: str) -> str:
    """`text` in half-width form (NFKC) and cleaned: for codes, digits and look-ups."""
    return clean(text if text.isascii() else unicodedata.normalize("NFKC", text))


def name_key(name: str) -> str:
    """What two spellings of one name share: half-width, one sort of brackets, no spaces, no case."""
    return folded(name.translate(_BRACKETS)).translate(_BRACKETS).replace(" ", "").casefold()
