"""Charts: every series has its colour, in the bars as in the legend; what is not known is not drawn."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from zhengzhou_desk.documents import chart_shapes, charts
from zhengzhou_desk.documents.content import ACROSS, LINE, ChartBlock, Series


def bars(chart: ChartBlock) -> Counter[str]:
    """How many filled rectangles there are of each colour."""
    found: Counter[str] = Counter()

    def look(shape: Any) -> None:
        for each in getattr(shape, "contents", ()):
            look(each)
        colour = getattr(shape, "fillColor", None)
        if type(shape).__name__ == "Rect" and colour is not None:
            found["#" + colour.hexval()[2:]] += 1

    look(charts.drawing(chart, 420, 190))
    return found


def test_each_series_has_its_own_colour() -> None:
    labels = ("教育局", "卫健委", "民政局")
    two = bars(ChartBlock(labels, (Series("预留", (3, 2, 1)), Series("已完成", (1, 1, 1))), "进度"))
    first, second = charts.LIGHT.series[:2]
    assert two[first] == two[second] >= len(labels)


def test_a_blank_has_no_bar() -> None:
    labels = ("教育局", "卫健委", "民政局")
    whole = bars(ChartBlock(labels, (Series("预留", (3, 2, 1)),), "进度"))
    part = bars(ChartBlock(labels, (Series("预留", (3, None, 1)),), "进度"))
    colour = charts.LIGHT.series[0]
    assert part[colour] == whole[colour] - 1


def shapes(chart: ChartBlock) -> list[Any]:
    """All that a chart is drawn of, groups taken apart."""

    def parts(shape: Any) -> list[Any]:
        inside = getattr(shape, "contents", None)
        return [shape] if inside is None else [part for each in inside for part in parts(each)]

    return parts(charts.drawing(chart, 420, 190))


def said(chart: ChartBlock) -> list[str]:
    return [shape.text for shape in shapes(chart) if type(shape).__name__ == "String"]


def test_a_line_is_broken_where_a_value_is_not_known() -> None:
    colour = charts.LIGHT.series[0]

    def drawn(*values: int | None) -> tuple[int, int]:
        chart = ChartBlock(tuple(map(str, range(len(values)))), (Series("上年", values),), "各月", LINE)
        found = shapes(chart)
        strokes = [
            one for one in found if type(one).__name__ == "Line" and "#" + one.strokeColor.hexval()[2:] == colour
        ]
        return len(strokes), sum(type(one).__name__ == "Circle" for one in found)

    assert drawn(1, 2, 3, 4) == (3, 4)
    assert drawn(1, None, 3, 4) == (1, 3)
    assert drawn(None, None) == (0, 0)


def test_lines_and_bars_are_as_high_as_their_values() -> None:
    line = ChartBlock(("一", "二"), (Series("本年", (50, 100)),), "各月", LINE)
    low, high = (shape for shape in shapes(line) if type(shape).__name__ == "Circle")
    bottom = 34.0
    assert round((high.cy - bottom) / (low.cy - bottom), 6) == 2.0
    bars_ = ChartBlock(("一", "二"), (Series("本年", (50, 100)),), "各月")
    one, two = (shape for shape in shapes(bars_) if type(shape).__name__ == "Rect")
    assert round(two.height / one.height, 6) == 2.0
    assert (high.cy - bottom) == two.height


def test_a_legend_stands_where_there_is_something_to_tell_apart() -> None:
    labels = ("教育局", "卫健委")
    one, two = Series("预留", (3, 2)), Series("已完成", (1, 1))
    assert "预留" not in said(ChartBlock(labels, (one,), "进度"))
    assert {"预留", "已完成"} <= set(said(ChartBlock(labels, (one, two), "进度")))
    assert {"预留", "元"} <= set(said(ChartBlock(labels, (one,), "进度", unit="元")))


@pytest.mark.parametrize(
    ("most", "decimals", "top"),
    [
        (3, 0, "4"),
        (90, 0, "100"),
        (101, 0, "200"),
        (350, 0, "400"),
        (800_001, 2, "10,000"),
        (0, 0, "4"),
        (1_050, 2, "20"),
    ],
)
def test_the_scale_ends_at_a_round_number(most: int, decimals: int, top: str) -> None:
    chart = ChartBlock(("一",), (Series("甲", (most,)),), "图", decimals=decimals)
    figures = [text for text in said(chart) if text[0].isdigit()]
    assert figures[0] == "0" and figures[4] == top


def test_long_and_many_labels_are_cut_and_thinned_out() -> None:
    many = tuple(f"第{number}预算单位的很长的名称" for number in range(60))
    shown = [text for text in said(ChartBlock(many, (Series("甲", (1,) * 60),), "图")) if "预算" in text or "…" in text]
    assert 0 < len(shown) < 60
    cut = said(ChartBlock(("很长很长很长很长很长的名称" * 3,) * 3, (Series("甲", (1,) * 3),), "图"))
    assert any("…" in text for text in cut)


@pytest.mark.parametrize("most", [1, 2, 3, 4, 5, 7, 9, 10, 11, 37, 41, 99, 100, 101, 4_999, 123_456_789])
def test_the_labels_of_the_grid_are_exact(most: int) -> None:
    """Five lines in equal steps: a label that had to be rounded would stand at the wrong height."""
    top = chart_shapes.round_up(most, 0)
    assert top >= most
    assert top % 4 == 0
    assert top <= max(4, 4 * most)


def test_lying_bars_name_all_and_say_their_values_and_the_mark() -> None:
    labels = ("教育局", "人力资源社会保障局", "科技和工业信息化局")
    chart = ChartBlock(labels, (Series("采购进度", (4745, 0, None)),), "", ACROSS, 2, "单位：%", 273, "序时进度")
    text = "".join(said(chart))
    assert all(label in text for label in labels)
    assert "47.45" in text and "0.00" in text and "—" in text
    assert "虚线：序时进度2.73" in text and "单位：%" in text
    dashed = [each for each in shapes(chart) if type(each).__name__ == "Line" and each.strokeDashArray]
    assert len(dashed) == 1
    assert bars(chart)[charts.LIGHT.series[0]] == len(labels)
    assert chart_shapes.natural_height(chart, 420) > 3 * 15


def test_lines_are_told_apart_without_colour_and_say_their_values() -> None:
    series = (Series("下单", (1_356_100_00, 313_300_00)), Series("完结", (764_100_00, 641_200_00)))
    chart = ChartBlock(("1月", "2月"), series, "", LINE, decimals=6, says_values=True)
    lines = [each for each in shapes(chart) if type(each).__name__ == "Line" and each.strokeWidth == 1.4]
    assert {bool(each.strokeDashArray) for each in lines} == {True, False}
    assert {"135.61", "31.33", "76.41", "64.12"} <= set(said(chart))
