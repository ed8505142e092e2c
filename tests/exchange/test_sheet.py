"""Sheets: rows keep the numbers and letters a person sees."""

from __future__ import annotations

import pytest

from zhengzhou_desk.exchange.sheet import BrokenCell, Sheet, letters


@pytest.mark.parametrize(
    ("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_are_named_as_in_the_spreadsheet(column: int, name: str) -> None:
    assert letters(column) == name


def test_rows_keep_their_numbers() -> None:
    sheet = Sheet("单位", (("编码",), (BrokenCell("#REF!"),)), first=3)
    assert [sheet.number(place) for place in range(2)] == [3, 4]
    assert str(sheet.rows[1][0]) == "#REF!"
