"""Words of papers: 万元 as sentences give it, how a figure changed, the office above."""

from __future__ import annotations

import pytest

from zhengzhou_desk.services.notices import prose


@pytest.mark.parametrize(
    ("fen", "said"),
    [
        (0, "0元"), (1, "0.01元"), (999_999, "9,999.99元"), (1_000_000, "1.00万元"), (1_004_999, "1.00万元"),
        (1_005_000, "1.01万元"), (368_089_829, "368.09万元"), (123_456_789_012, "123,456.79万元"), (-1_005_000, "-1.01万元"),
        (-162, "-1.62元"),
    ],
)  # fmt: skip
def test_amounts_in_sentences(fen: int, said: str) -> None:
    assert prose.in_prose(fen) == said


def test_changes() -> None:
    assert [prose.changed(more, "3个") for more in (3, -3, 0)] == ["增加3个", "减少3个", "没有变化"]


@pytest.mark.parametrize(
    ("region", "office"),
    [
        ("410105", "郑州市财政局"), ("410181", "郑州市财政局"), ("410100", "河南省财政厅"), ("4101", "河南省财政厅"),
        ("110101", "上级财政部门"), ("652700", "新疆维吾尔自治区财政厅"), ("141100", "山西省财政厅"), ("410000", "上级财政部门"),
    ],
)  # fmt: skip
def test_the_office_above(region: str, office: str) -> None:
    assert prose.office_above(region) == office
