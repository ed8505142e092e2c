"""The journal: who did what, never what is personal; and a row's number is its own for good."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.books import clock, filing, new_desk, unit
from zhengzhou_desk.records import Account, Unit
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.store.checkup import checkup


def opened(path: Path, **more: Any) -> Desk:
    return Desk.opened(path, clock=clock, who="王", **more)


def test_personal_fields_stay_masked_whatever_is_done_with_them(tmp_path: Path) -> None:
    """Typed in, changed, cleared, removed with the row: each leaves only that it happened."""
    words = ("张三", "13900001234", "李四", "13700005678", "文化路1号")
    with new_desk(tmp_path, unit(contact="张三", phone="13900001234")) as desk:
        editing.edit(desk, desk.rows(Unit)[0], "contact", "李四")
        editing.edit(desk, desk.rows(Unit)[0], "phone", "13700005678")
        editing.edit(desk, desk.rows(Unit)[0], "phone", None)
        editing.add(
            desk, Account, {"name": "城投公司", "contact": "张三", "phone": "13900001234", "address": "文化路1号"}
        )
        editing.edit(desk, desk.rows(Account)[0], "contact", "李四")
        editing.remove(desk, desk.rows(Account))
        editing.remove(desk, desk.rows(Unit))
        lines = desk.journal()
        path = desk.path
    said = "\n".join(f"{line.about} {line.traces()}" for line in lines)
    assert "***" in said
    personal = {column.name for cls in (Unit, Account) for column in cls.table.columns if column.personal}
    assert {"contact", "phone"} <= personal
    assert not [word for word in words[:4] if word in said]
    assert all(check.ok for check in checkup(path))


def test_the_number_of_a_removed_row_is_never_given_again(tmp_path: Path) -> None:
    """Else the journal's lines about the old row would be read as lines about the new one."""
    with new_desk(tmp_path, unit("101003"), unit("101004", "第二小学"), filing()) as desk:
        path, last = desk.path, desk.rows(Unit)[-1]
        removed = editing.remove(desk, [last])
        assert removed is not None
    with opened(path) as desk:
        new = editing.add(desk, Unit, {"code": "101005", "name": "第三小学"})
        assert new.id > last.id
        editing.undo_line(desk, removed.number)
        assert {row.code: row.id for row in desk.rows(Unit)} == {"101003": 1, "101004": last.id, "101005": new.id}
    assert all(check.ok for check in checkup(path))
