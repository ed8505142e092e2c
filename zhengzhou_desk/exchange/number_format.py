"""Number formats of spreadsheets: what a number looks like under one, so that what the clerk sees can be compared."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from zhengzhou_desk.exchange.sheet import ShownNumber

# Formats that are written without their text, by the numbers of ECMA-376 part 1, 18.8.30; dates are told elsewhere.
BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 37: "#,##0 ;(#,##0)", 38: "#,##0 ;(#,##0)",
    39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ', 43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
}  # fmt: skip
_PIECE = re.compile(r'"([^"]*)"?|[\\!](.)|_.|\*.|\[([^\]]*)\]|(General|G/通用格式)|(.)', re.IGNORECASE | re.DOTALL)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)")
_CURRENCY = re.compile(r"\$([^-]*)")
# Elapsed time and Chinese numerals; days, times, fractions, exponents and texts.
_UNKNOWN, _OTHER_SORTS = re.compile(r"dbnum|[hms]+$", re.IGNORECASE), frozenset("/@ymdhseg")
# A format longer than this is none that a person made.
_LONGEST = 400
# Beyond two decimals an amount is refused as it is.
_EXACT_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a format: its pieces, each a placeholder (True) or a text, and for which numbers it holds."""

    pieces: tuple[tuple[bool, str], ...]
    condition: tuple[str, Decimal] | None
    thousands: bool
    scale: int
    percent: int

    def holds(self, number: Decimal) -> bool:
        if self.condition is None:
            return True
        sign, bound = self.condition
        return {
            "<": number < bound, ">": number > bound, "=": number == bound,
            "<=": number <= bound, ">=": number >= bound, "<>": number != bound,
        }[sign]  # fmt: skip


def is_telling(code: str) -> bool:
    """Whether a number under a format may look other than it is: neither a date's nor one that only adds decimals."""
    sections = _sections(code)
    return bool(code) and sections is not None and not all(_is_plain(section) for section in sections[:2])


def _is_plain(section: _Section) -> bool:
    text = "".join(piece for _, piece in section.pieces)
    digits = "".join(piece for holds, piece in section.pieces if holds)
    decimals = digits.partition(".")[2]
    if digits == "General":
        return text == digits
    return (
        not section.scale and not section.percent and section.condition is None
        and not re.search(r"[^\s\d#?.,¥￥$()+-]", text) and not digits.startswith("00")
        and len(decimals) >= _EXACT_DECIMALS and "-" not in text[1:]
        and re.fullmatch(r"[^#?0]*[#?0]+(\.[#?0]+)?[^#?0]*", text) is not None
    )  # fmt: skip


def shown(number: Decimal, code: str) -> str | None:
    """What a cell shows; None where that is not known (a date's format, scientific, fractions, Chinese numerals)."""
    sections = _sections(code)
    if sections is None:
        return None
    section, negative = _chosen(sections, number)
    if section is None:
        return None
    try:
        text = _rendered(section, abs(number) * Decimal(100) ** section.percent / Decimal(1000) ** section.scale)
    except InvalidOperation:  # more digits than any amount has
        return None
    return f"-{text}" if negative and text else text


def _chosen(sections: tuple[_Section, ...], number: Decimal) -> tuple[_Section | None, bool]:
    """The section for a number, and whether its sign is still to be written."""
    if any(section.condition for section in sections):
        for section in sections:
            if section.holds(number):
                return section, number < 0
        return None, False
    if number < 0 and len(sections) > 1:
        return sections[1], False
    if number == 0 and len(sections) > 2:  # noqa: PLR2004 - positive; negative; zero
        return sections[2], False
    return sections[0], number < 0


def _rendered(section: _Section, number: Decimal) -> str:
    places = [place for place, (holds, _) in enumerate(section.pieces) if holds]
    if not places:
        return "".join(text for _, text in section.pieces).strip()
    if section.pieces[places[0]][1] == "General":
        return "".join(f"{number:f}" if holds else text for holds, text in section.pieces).strip()
    point = next((place for place in places if section.pieces[place][1] == "."), len(section.pieces))
    after = [place for place in places if place > point]
    before = [place for place in places if place < point]
    rounded = number.quantize(Decimal(1).scaleb(-len(after)), ROUND_HALF_UP)
    whole, _, fraction = f"{rounded:f}".partition(".")
    written: dict[int, str] = dict(zip(after, _fraction(section, after, fraction), strict=True))
    written.update(_whole(section, before, "" if whole == "0" else whole))
    if point < len(section.pieces):
        written[point] = "."
    return "".join(
        written.get(place, "") if holds else text for place, (holds, text) in enumerate(section.pieces)
    ).strip()


def _fraction(section: _Section, after: list[int], fraction: str) -> list[str]:
    """The decimals; a # shows none of the zeros at the end."""
    kept = list(fraction)
    for number in range(len(after) - 1, -1, -1):
        if section.pieces[after[number]][1] != "#" or kept[number] != "0":
            break
        kept[number] = ""
    return kept


def _whole(section: _Section, before: list[int], whole: str) -> dict[int, str]:
    """The digits before the point, from the right; the first place takes all that are left."""
    written: dict[int, str] = {}
    count = 0
    for number, place in enumerate(reversed(before)):
        first = number == len(before) - 1
        digits = whole if first else whole[-1:]
        whole = "" if first else whole[:-1]
        if not digits and section.pieces[place][1] == "0":
            digits = "0"
        text = ""
        for digit in reversed(digits):
            if section.thousands and count and count % 3 == 0:
                text = "," + text
            text = digit + text
            count += 1
        written[place] = text
    return written


@functools.lru_cache(1_024)
def _sections(code: str) -> tuple[_Section, ...] | None:
    """The parts of a format; None for one under which it is not known what is shown."""
    if len(code) > _LONGEST:
        return None
    parts: list[list[re.Match[str]]] = [[]]
    for piece in _PIECE.finditer(code):
        if piece[5] == ";":
            parts.append([])
        else:
            parts[-1].append(piece)
    found = []
    for part in parts[:3]:
        section = _section(part)
        if section is None:
            return None
        found.append(section)
    return tuple(found)


def _section(part: list[re.Match[str]]) -> _Section | None:
    pieces: list[tuple[bool, str]] = []
    condition, percent, commas, thousands = None, 0, 0, False
    for piece in part:
        quoted, escaped, bracket, general, plain = piece.groups()
        if bracket is not None:
            match = _CONDITION.fullmatch(bracket)
            condition = (match[1], Decimal(match[2])) if match else condition
            money = _CURRENCY.match(bracket)
            pieces += [(False, money[1])] if money else []
        if bracket is not None and _UNKNOWN.match(bracket):
            return None
        if quoted is not None or escaped is not None:
            pieces.append((False, quoted or escaped or ""))
        elif general:
            pieces.append((True, "General"))
        elif plain == ",":
            commas += any(holds for holds, _ in pieces)
        elif plain is not None and plain in "0#?.":
            # A comma between digits groups them, one after them divides by a thousand.
            thousands |= commas > 0 and plain != "."
            commas = 0 if plain != "." else commas
            pieces.append((True, plain))
        elif plain is not None and plain.lower() in _OTHER_SORTS:
            return None
        elif plain is not None:
            percent += plain == "%"
            pieces.append((False, plain))
    return _Section(tuple(pieces), condition, thousands, commas, percent)


def number_as_shown(number: Decimal, code: str) -> Decimal | ShownNumber:
    """A number under a format: itself, or with what is shown in its place."""
    text = shown(number, code)
    return number if text is None or is_as_it_is(number, text) else ShownNumber(number, text, code)


def is_as_it_is(number: Decimal, text: str) -> bool:
    """Whether a shown text says the number itself: with commas, a currency sign, brackets for a minus, and no more."""
    if not number:
        # However nothing is shown, it is nothing.
        return not re.search(r"[1-9]|0\d", text)
    text = re.sub(r"[,\s¥￥$+]", "", text)
    match = re.fullmatch(r"\((.+)\)", text)
    text = f"-{match[1]}" if match else text
    if not re.fullmatch(r"-?(0?|[1-9]\d*)(\.\d*)?", text) or not re.search(r"\d", text):
        return False
    return Decimal(text) == number
