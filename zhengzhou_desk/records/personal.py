"""Masks of personal data: what is shown of a name, a telephone or an address until it is asked for."""

from __future__ import annotations

import re

# What stands for a name's or an address's rest, and for the middle of a number. Neither is ever part of a true value,
# so that a mask that comes back (pasted, imported) is known as one.
HIDDEN, HIDDEN_DIGITS = "＊", "****"
_FULL_NUMBER, _SHORT_NUMBER = 11, 7
# Of an address, which has one of these signs, the district is shown.
_SIGNS_OF_PLACES = "省市区县镇乡村路街道"
_DISTRICT = 3
# A number of a town without its area may as well be an amount: only beside its label.
_TELEPHONE = re.compile(
    r"(?<![\d.])(1\d{10}|0\d{2,3}[- ]?\d{7,8})(?![\d.])|((?:电话|传真|方式|号码)\W{0,3})(\d{7,8})(?!\d)"
)
# Who signed a sheet: 填表人：张三, or the name in the cell after it.
_SIGNED = re.compile(
    r"((?:人员?|领导|[科局处院校]长|会计|出纳)(?:[（(][^()（）]{1,6}[)）])?(?:[:：]\s*|\s+))([\u3400-\u9fff·]{2,4})"
)


def masked(text: str) -> str:
    """张三 → 张＊, 13812345678 → 138****5678, 金水区文化路1号 → 金水区＊."""
    digits = sum(character.isdigit() for character in text)
    if digits * 2 > len(text):
        return _masked_number(text)
    if len(text) > 2 * _DISTRICT and any(sign in text for sign in _SIGNS_OF_PLACES):
        return text[:_DISTRICT] + HIDDEN
    return (text[:1] if len(text) > 1 else "") + HIDDEN


def masked_within(text: str) -> str:
    """A sentence or a signature, its telephone numbers and the names of those who signed masked."""
    text = _TELEPHONE.sub(lambda found: (found[2] or "") + _masked_number(found[1] or found[3]), text)
    return _SIGNED.sub(lambda found: found[1] + masked(found[2]), text)


def _masked_number(text: str) -> str:
    if len(text) >= _FULL_NUMBER:
        return text[:3] + HIDDEN_DIGITS + text[-4:]
    return text[:2] + HIDDEN_DIGITS + text[-2:] if len(text) >= _SHORT_NUMBER else HIDDEN_DIGITS


def is_mask(value: object) -> bool:
    """Whether a value is what was shown in place of a true one."""
    return isinstance(value, str) and (HIDDEN in value or HIDDEN_DIGITS in value)
