"""Follow-ups: noting a contact, a promise that was kept, the list of whom to call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.gui.actions.action import tr
from zhengzhou_desk.gui.actions.enabled import can_write, table
from zhengzhou_desk.gui.units.inspector import unit_of_row
from zhengzhou_desk.gui.widgets.counting import said
from zhengzhou_desk.records import Followup

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zhengzhou_desk.gui.window_api import WindowApi


def can_note(window: WindowApi) -> bool:
    """Whether rows of units are selected in a year that can be changed."""
    found = table(window)
    return found is not None and window.desk.can_edit and found.grid.selectionModel().hasSelection()


def note(window: WindowApi) -> None:
    """Notes a contact with the units of the selected rows."""
    found = table(window)
    rows = found.grid.chosen() if found is not None else []
    codes = dict.fromkeys(code for row in rows if (code := unit_of_row(window, row)) is not None)
    note_with(window, [code for code in codes if window.desk.unit(code) is not None])


def note_with(window: WindowApi, codes: Sequence[str]) -> None:
    """Notes a contact with these units."""
    from zhengzhou_desk.gui.dialogs.followup import FollowupDialog

    if not codes:
        window.tell(tr("所选的行没有单位"))
        return
    if FollowupDialog(window, codes).exec():
        text = said(counted("已登记与 {count} 个单位的联系，可以撤销"), count=len(codes))
        window.tell(text)


def promises(window: WindowApi) -> list[Followup]:
    """The selected contacts; none elsewhere."""
    found = table(window)
    return [row for row in found.grid.chosen() if isinstance(row, Followup)] if found is not None else []


def on_promises(window: WindowApi) -> bool:
    """Whether contacts are selected in a book that can be written."""
    found = table(window)
    is_theirs = found is not None and found.records.spec.cls is Followup
    return is_theirs and can_note(window)


def keep(window: WindowApi) -> None:
    """Notes the promises of the selected contacts as kept today."""
    from zhengzhou_desk.services import followups

    entry = window.attempt(lambda: followups.keep_promises(window.desk, promises(window), window.desk.today))
    if entry is None and can_write(window):
        window.tell(tr("所选的行没有还没兑现的承诺"))


def call_list(window: WindowApi) -> None:
    """Writes the list of whom to call, of the units that are shown where not all are."""
    from zhengzhou_desk.gui.dialogs.export import write_workbook
    from zhengzhou_desk.services import exports

    desk, codes = window.desk, window.scope.codes
    write_workbook(
        window,
        tr("电话督办名单"),
        tr("{year}年电话督办名单{day}.xlsx").format(year=desk.year, day=desk.today),
        lambda path: exports.write_calls(desk, path, codes),
        wrote=lambda path, count: said(counted("已写出 {path}：{count} 个单位"), count=count, path=path),
    )
