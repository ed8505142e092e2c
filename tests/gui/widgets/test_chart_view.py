"""Charts on the screen: the paper's geometry, a figure under the pointer, a click that says which label."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage

from zhengzhou_desk.documents.content import ACROSS, BAR, LINE, ChartBlock, Series
from zhengzhou_desk.gui.widgets.chart_view import ChartView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LABELS = ("教育局", "卫生健康委员会", "民政局")


def view(qtbot: QtBot, sort: str, values: tuple[int | None, ...] = (4_745, 10_000, None)) -> ChartView:
    made = ChartView()
    qtbot.addWidget(made)
    made.resize(480, 240)
    made.show_chart(ChartBlock(LABELS, (Series("采购进度", values),), "各部门", sort, 2, "单位：%", 5_000, "序时进度"))
    made.show()
    return made


def colours(picture: QImage, colour: str) -> int:
    wanted = QColor(colour).rgb()
    return sum(
        picture.pixel(x, y) == wanted for x in range(0, picture.width(), 2) for y in range(0, picture.height(), 2)
    )


@pytest.mark.parametrize("sort", [BAR, LINE, ACROSS])
def test_something_is_painted_in_the_colour_of_the_series(qtbot: QtBot, sort: str) -> None:
    made = view(qtbot, sort)
    assert colours(made.grab().toImage(), "#2f6f8f") > (5 if sort == LINE else 100)


def test_a_longer_bar_has_more_of_it(qtbot: QtBot) -> None:
    short = colours(view(qtbot, ACROSS, (1_000, 10_000, None)).grab().toImage(), "#2f6f8f")
    long = colours(view(qtbot, ACROSS, (9_000, 10_000, None)).grab().toImage(), "#2f6f8f")
    assert long > short


def test_the_pointer_shows_a_label_with_its_figure_and_a_click_tells_it(qtbot: QtBot) -> None:
    made = view(qtbot, ACROSS)
    places = {made.place_at(240, y) for y in range(240)}
    assert {0, 1, 2} <= places
    y = next(y for y in range(240) if made.place_at(240, y) == 1)
    assert made.figures(1) == "卫生健康委员会\n采购进度 100.00\n单位：%"
    assert "—" in made.figures(2)
    with qtbot.waitSignal(made.chosen) as told:
        qtbot.mouseClick(made, Qt.MouseButton.LeftButton, pos=QPoint(240, y))
    assert told.args == [1]
    assert all(label in made.accessibleDescription() for label in LABELS)


def test_lying_bars_ask_for_a_line_each(qtbot: QtBot) -> None:
    made = view(qtbot, ACROSS)
    many = ChartBlock(tuple(f"部门{number}" for number in range(40)), (Series("进度", (1,) * 40),), "", ACROSS)
    before = made.sizeHint().height()
    made.show_chart(many)
    assert made.minimumSizeHint().height() > before
    assert made.minimumSizeHint().height() >= 40 * 15
