"""Plain rows of a worksheet's XML: most rows are written in one way, and one look tells all that is asked of them.

What does not match, to the letter, is no plain row and is read by the parser. What matches needs none: it is well
formed, hides nothing and owes no value; only whether its texts are UTF-8 is left to be asked (`is_text`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# No element ends or begins in these, and only the five entities that need no declaration stand in them.
_TEXT = r"(?:[^<&>\x00-\x08\x0b\x0c\x0e-\x1f]++|&(?:amp|lt|gt|quot|apos);)*+"
_SPACE = r'(?: xml:space="preserve")?'
_SHARED = r'(?: t="shared")?(?: ref="[A-Z0-9:]++")?(?: ca="1")?(?: si="[0-9]++")?'
_FORMULA = rf"(?:<f{_SHARED}(?:/>|>{_TEXT}</f>))?"
_CONTENTS = (
    "/>",
    rf'(?: t="(?:n|s|b)")?>{_FORMULA}<v>[0-9.eE+-]++</v></c>',
    rf' t="inlineStr"><is><t{_SPACE}>{_TEXT}</t></is></c>',
    rf' t="str">{_FORMULA}<v{_SPACE}>{_TEXT}</v></c>',
)
# Attributes of a row that say nothing about its cells; each stands in it once.
_HARMLESS = frozenset(
    {
        b"spans", b"s", b"customFormat", b"ht", b"customHeight", b"x14ac:dyDescent", b"thickTop", b"thickBot",
        b"outlineLevel", b"ph",
    }
)  # fmt: skip
_ATTRIBUTE = re.compile(rb'([\w:]+)="')
_ATTRIBUTES = r'(?: [A-Za-z0-9:]++="[\x20\x21\x23-\x25\x27-\x3b\x3d-\x7e]*+")*+'
# Of what UTF-8 writes, XML does not have these.
_NO_CHARACTERS = ("\ufffe", "\uffff")


class PlainRows:
    """Matches plain rows whose cells stand in known columns."""

    def __init__(self, columns: Iterable[str], telling: Iterable[str]) -> None:
        names = sorted(columns)
        single = "".join(name for name in names if len(name) == 1)
        choice = "|".join([f"[{single}]"] * bool(single) + [name for name in names if len(name) > 1])
        cell = rf'<c r="(?:{choice})\1"(?: s="[0-9]++")?(?:{"|".join(_CONTENTS)})'
        row = rf'<row r="([1-9][0-9]{{0,6}})"({_ATTRIBUTES})(?:/>|>((?:{cell})*+)</row>)'
        self.match = re.compile(row.encode()).match
        self._harmless: dict[bytes, bool] = {b"": True}
        styles = "|".join(sorted(telling))
        self._styled = re.compile(rf'<c r="([A-Z]+)[0-9]+" s="({styles})"'.encode()) if styles else None

    def is_harmless(self, attributes: bytes) -> bool:
        """Whether the attributes of a row say nothing about its cells: they come again and again."""
        known = self._harmless.get(attributes)
        if known is None:
            names = _ATTRIBUTE.findall(attributes)
            known = self._harmless[attributes] = len(set(names)) == len(names) and _HARMLESS.issuperset(names)
        return known

    def styled(self, cells: bytes) -> Iterable[tuple[str, str]]:
        """Column and style of the cells that stand under a telling style."""
        if self._styled is None:
            return ()
        return [(column.decode(), style.decode()) for column, style in self._styled.findall(cells)]


def is_text(content: bytes) -> bool:
    """Whether bytes that matched are characters of XML."""
    if content.isascii():
        return True
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return False
    return not any(sign in text for sign in _NO_CHARACTERS)
