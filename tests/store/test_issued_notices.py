"""What has been issued is changed by no way of writing; the register alone moves it on."""

from __future__ import annotations

import dataclasses
import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.books import filing, new_desk, unit, written
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Change, Entry, Notice
from zhengzhou_desk.records.notice import DELIVERED, SUPERSEDED, WITHDRAWN, is_issued
from zhengzhou_desk.services import editing, imports
from zhengzhou_desk.services.notices import drafting, register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zhengzhou_desk.services.desk import Desk

DAY = datetime.date(2024, 4, 2)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with new_desk(
        tmp_path,
        unit("101002", "低比例小学"),
        filing("101002", 800_000, 60_000),
        filing("101002", 800_000, 50_000, 2023),
    ) as made:
        register.issue(made, drafting.drafts(made))
        yield made


def the(desk: Desk) -> Notice:
    return desk.rows(Notice)[0]


RETYPED = {
    "year": "2025", "unit": "101003", "kind": "提醒函", "number": "金水财购〔2024〕9号", "state": "已办结", "day": "2024-04-02",
    "reply_by": "2024-05-01", "rules": "", "delivered": "2024-04-03", "answered": "2024-04-03", "content": "{}",
}  # fmt: skip


@pytest.mark.parametrize("column", [column.name for column in Notice.table.columns if column.name != "note"])
def test_no_column_of_an_issued_notice_is_retyped(desk: Desk, column: str) -> None:
    before = the(desk)
    with pytest.raises(Refused, match="已经发文，不能改动或删除.*登记已送达.*撤回"):
        editing.edit(desk, before, column, RETYPED[column])
    with pytest.raises(Refused, match="已经发文，不能改动或删除"):
        editing.edit_many(desk, [(before, column, RETYPED[column])], "paste")
    assert the(desk) == before
    assert len(desk.journal()) == 3


def test_it_is_not_removed_and_the_store_itself_refuses(desk: Desk) -> None:
    before = the(desk)
    with pytest.raises(Refused, match="不能改动或删除"):
        editing.remove(desk, [before])
    for after in (None, dataclasses.replace(before, number=None), dataclasses.replace(before, content=None)):
        for name in ("edit", "remove", "import", "register", "issue"):
            with pytest.raises(Refused, match="不能改动或删除"):
                desk.store.apply(Entry(name, (Change(before, after),), ("", "")))
    assert the(desk) == before


def test_the_clerk_s_note_and_the_register_go_on(desk: Desk) -> None:
    editing.edit(desk, the(desk), "note", "电话已通知")
    register.advance(desk, [the(desk)], DELIVERED, DAY)
    assert (the(desk).state, the(desk).delivered, the(desk).note) == (DELIVERED, DAY, "电话已通知")
    desk.undo()
    desk.undo()
    assert (the(desk).state, the(desk).delivered, the(desk).note) == ("issued", None, None)
    assert desk.undoable is not None and desk.undoable.name == "import", "issuing itself is not taken back"


def test_a_notice_follows_its_unit_s_new_code(desk: Desk) -> None:
    editing.edit(desk, desk.unit("101002"), "code", "101009")  # type: ignore[arg-type]
    assert the(desk).unit == "101009"
    desk.undo()
    assert the(desk).unit == "101002"


def test_a_row_noted_by_hand_is_a_draft_until_it_is_called_issued(desk: Desk) -> None:
    row = editing.add(desk, Notice, {"year": 2024, "unit": "101002", "kind": "提醒函", "number": "金水财购〔2024〕7号"})
    editing.edit(desk, row, "number", "金水财购〔2024〕8号")
    row = next(each for each in desk.rows(Notice) if each.kind == "remind")
    editing.edit(desk, row, "state", "已发文")
    row = next(each for each in desk.rows(Notice) if each.kind == "remind")
    assert is_issued(row)
    with pytest.raises(Refused, match="不能改动或删除"):
        editing.remove(desk, [row])
    desk.undo()
    desk.undo()
    desk.undo()
    assert [each.kind for each in desk.rows(Notice)] == ["refile"]


def test_taking_a_withdrawal_back_never_makes_two_of_one_number(desk: Desk) -> None:
    register.advance(desk, [the(desk)], WITHDRAWN, DAY)
    withdrawal = desk.journal()[0].number
    register.issue(desk, drafting.drafts(desk), first=1)
    assert [row.number for row in desk.rows(Notice)] == ["金水财购〔2024〕1号"] * 2
    with pytest.raises(Refused, match="不能再恢复"):
        editing.undo_line(desk, withdrawal)
    with pytest.raises(Refused, match="不能再恢复"):
        desk.undo()
    assert [row.state for row in desk.rows(Notice)] == [WITHDRAWN, "issued"]


def test_what_has_been_superseded_stays_so(desk: Desk) -> None:
    register.issue(desk, drafting.drafts(desk), again=True)
    assert the(desk).state == SUPERSEDED
    with pytest.raises(Refused, match="不能撤回"):
        editing.undo_line(desk, desk.journal()[0].number)


def test_a_sheet_of_the_register_is_no_way_in(desk: Desk, tmp_path: Path) -> None:
    rows = [
        ["年度", "单位编码", "种类", "发文字号", "状态"],
        [2024, "101002", "督促重新填报", "金水财购〔2024〕5号", "已发文"],
    ]
    sheet = written(tmp_path / "a.xlsx", 通知书=rows)
    plan = imports.plan_file(desk, sheet)
    assert plan.rows and plan.refused == plan.rows
    assert plan.changes() == ()


def test_a_number_that_was_given_to_another_unit_stays_there(tmp_path: Path) -> None:
    low = [unit("101002", "甲校"), unit("101003", "乙校")]
    with new_desk(tmp_path, *low, *(filing(each.code or "", 800_000, 60_000) for each in low)) as desk:
        first, second = drafting.drafts(desk)
        register.issue(desk, [first], first=1)
        register.advance(desk, [the(desk)], WITHDRAWN, DAY)
        withdrawal = desk.journal()[0].number
        register.issue(desk, [second], first=1)
        with pytest.raises(Refused, match="〔2024〕1号 已用于另一份通知书，不能再恢复"):
            editing.undo_line(desk, withdrawal)
        assert [row.state for row in desk.rows(Notice)] == [WITHDRAWN, "issued"]
