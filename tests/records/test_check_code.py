"""Check codes: what is misheard or mistyped is noticed, and in which group."""

from __future__ import annotations

import itertools

import pytest

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records.check_code import code_of, read_code

CODE = code_of(b"x" * 32)


def test_a_code_is_eight_groups_of_five_digits_and_another_key_has_another() -> None:
    assert CODE == "03986 44172 88978 78639 23063 85773 16390 16788", "codes that were told must stay as they are"
    assert code_of(b"y" * 32) != CODE
    assert all(read_code(code_of(bytes([byte]) * 32)) == code_of(bytes([byte]) * 32) for byte in range(256))


@pytest.mark.parametrize(
    "typed", [CODE, CODE.replace(" ", ""), CODE.replace(" ", "-"), f"  {CODE} ", CODE.replace(" ", "，"), CODE.translate(str.maketrans("0123456789 ", "０１２３４５６７８９　"))],
)  # fmt: skip
def test_it_may_be_typed_with_any_gaps(typed: str) -> None:
    assert read_code(typed) == CODE


def test_every_wrong_digit_is_noticed_and_its_group_named() -> None:
    for place, digit in itertools.product(range(len(CODE)), "0123456789"):
        if CODE[place] in (" ", digit):
            continue
        with pytest.raises(Refused, match=f"第 {place // 6 + 1} 组"):
            read_code(CODE[:place] + digit + CODE[place + 1 :])


def test_exchanged_neighbours_are_noticed() -> None:
    for place in range(len(CODE) - 1):
        if CODE[place] == CODE[place + 1] or " " in CODE[place : place + 2]:
            continue
        with pytest.raises(Refused, match=f"第 {place // 6 + 1} 组"):
            read_code(CODE[:place] + CODE[place + 1] + CODE[place] + CODE[place + 2 :])


def test_groups_in_another_order_are_noticed() -> None:
    groups = CODE.split()
    for first, second in itertools.combinations(range(len(groups)), 2):
        other = list(groups)
        other[first], other[second] = other[second], other[first]
        with pytest.raises(Refused, match=f"第 {first + 1} 组"):
            read_code(" ".join(other))


@pytest.mark.parametrize(("typed", "said"), [("", "只有数字"), ("一二三", "只有数字"), (CODE[:-1], "这里有 39 个"), (CODE + "1", "这里有 41 个"), ("٣" * 40, "只有数字")])  # fmt: skip
def test_what_is_no_code_is_refused(typed: str, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read_code(typed)
