"""Lists of dialogs: a list that is read anew keeps its place where it is asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from zhengzhou_desk.gui.widgets.list_view import ListRow, ListView

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_list_read_anew_stays_where_it_was_or_begins_at_its_top(qapp: Any, qtbot: QtBot) -> None:
    view = ListView("日志", ("号", "做了什么"))
    qtbot.addWidget(view)
    rows = [ListRow((str(number), "修改")) for number in range(5)]
    view.put(rows)
    assert view.row == rows[0]
    view.selectRow(3)
    view.put(rows, keep=True)
    assert view.row == rows[3]
    view.put(rows[:2], keep=True)
    assert view.row == rows[1], "the last there is"
    view.put(rows)
    assert view.row == rows[0]
    view.put([])
    assert view.row is None


def test_the_chosen_line_is_copied_and_opened_by_key(qapp: Any, qtbot: QtBot) -> None:
    view = ListView("日志", ("号", "做了什么"), frozenset((0,)))
    qtbot.addWidget(view)
    opened: list[int] = []
    view.opened.connect(lambda: opened.append(1))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert not opened, "an empty list opens nothing"
    view.put([ListRow(("1", "修改")), ListRow(("2", "导入\t两行"))])
    view.selectRow(1)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("2\t")
    qtbot.keyClick(view, Qt.Key.Key_Enter)
    assert opened == [1]
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.row is not None and view.row.texts[0] == "1"


def test_heads_and_cells_say_what_they_are(qapp: Any, qtbot: QtBot) -> None:
    view = ListView("日志", ("号", "做了什么"), frozenset((0,)))
    qtbot.addWidget(view)
    view.put([ListRow(("1", "修改"))])
    model = view.records
    across, role = Qt.Orientation.Horizontal, Qt.ItemDataRole
    assert [model.headerData(place, across) for place in range(3)] == ["号", "做了什么", None]
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    sides = [model.headerData(place, across, role.TextAlignmentRole) for place in range(2)]
    assert sides == [model.data(model.index(0, place), role.TextAlignmentRole) for place in range(2)]
    assert sides[0] != sides[1], "numbers stand to the right, under their heads"
    assert model.data(model.index(5, 5)) is None
