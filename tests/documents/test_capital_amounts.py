"""Amounts in capital characters, as they are written on cheques."""

from __future__ import annotations

import pytest

from zhengzhou_desk.documents.capital_amounts import capital


@pytest.mark.parametrize(
    ("fen", "said"),
    [
        (0, "零元整"), (1, "壹分"), (10, "壹角整"), (100, "壹元整"), (1_001, "壹拾元零壹分"), (3_059_650, "叁万零伍佰玖拾陆元伍角整"),
        (10_000_000_000, "壹亿元整"), (1_000_100, "壹万零壹元整"), (9_999_999_999, "玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"), (10_004_092, "壹拾万零肆拾元玖角贰分"),
    ],
)  # fmt: skip
def test_amounts_in_capitals(fen: int, said: str) -> None:
    assert capital(fen) == said
