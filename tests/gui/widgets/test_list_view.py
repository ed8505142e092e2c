"""Lists of dialogs: a list that is read anew keeps its place where it is asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
