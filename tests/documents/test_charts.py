"""Charts: every series has its colour, in the bars as in the legend; what is not known is not drawn."""

from __future__ import annotations

from collections import Counter
from typing import Any

from zhengzhou_desk.documents import charts
from zhengzhou_desk.documents.content import ChartBlock, Series


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
