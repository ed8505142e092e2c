"""Amounts in capital characters (大写): 30,596.50 is 叁万零伍佰玖拾陆元伍角整."""

from __future__ import annotations

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_GROUPS = ("", "万", "亿", "万亿")


def capital(fen: int) -> str:
    """An amount of fen in capital characters (会计基础工作规范 §52: 整 after 元 or 角, none after 分)."""
    sign, fen = ("负", -fen) if fen < 0 else ("", fen)
    yuan, cents = divmod(fen, 100)
    jiao, fen_left = divmod(cents, 10)
    whole = _whole(yuan)
    said = f"{whole}元" if whole else ""
    if not cents:
        return f"{sign}{said or '零元'}整"
    if jiao:
        said += f"{_DIGITS[jiao]}角"
    elif said:
        said += "零"
    return f"{sign}{said}{_DIGITS[fen_left]}分" if fen_left else f"{sign}{said}整"


def _whole(number: int) -> str:
    """A whole number in groups of four digits, one 零 for any row of zeros within."""
    groups: list[int] = []
    while number:
        number, group = divmod(number, 10_000)
        groups.append(group)
    said = ""
    gap = False
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if not group:
            gap = bool(said)
            continue
        if said and (gap or group < 1000):  # noqa: PLR2004 - its thousands are empty
            said += "零"
        said += _group(group) + _GROUPS[place]
        gap = False
    return said


def _group(group: int) -> str:
    said = ""
    gap = False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if not digit:
            gap = bool(said)
            continue
        said += ("零" if gap else "") + _DIGITS[digit] + _PLACES[place]
        gap = False
    return said
