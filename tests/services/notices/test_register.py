"""The register of notices: one open notice a unit, whatever has become of the one before."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from tests.services.notices.helpers import LATE, text_of
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing, Notice, Unit
from zhengzhou_desk.records.notice import ANSWERED, CLOSED, DELIVERED, ISSUED, SUPERSEDED, WITHDRAWN
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import drafting, register, rendering


def issue(desk: Desk, code: str = "101002", *, again: bool = False) -> Notice:
    return register.issue(desk, drafting.drafts(desk, {code}), again=again)[0]


@pytest.mark.parametrize(
    ("became", "afterwards"),
    [(ISSUED, SUPERSEDED), (DELIVERED, SUPERSEDED), (ANSWERED, ANSWERED), (WITHDRAWN, WITHDRAWN)],
)
def test_a_second_notice_supersedes_what_is_still_open_and_leaves_what_is_settled(
    desk: Desk, became: str, afterwards: str
) -> None:
    first, other = issue(desk), issue(desk, "101003")
    if became != ISSUED:
        register.advance(desk, [first], became, LATE)
    second = issue(desk, again=became != WITHDRAWN)
    rows = {row.id: row for row in desk.tables.all(Notice)}
    assert rows[first.id].state == afterwards
    assert rows[first.id].delivered == (LATE if became == DELIVERED else None), "what happened to it stays known"
    assert (rows[second.id].state, rows[other.id].state) == (ISSUED, ISSUED)


def test_a_notice_of_another_year_stays_open(desk: Desk) -> None:
    first = issue(desk)
    desk.choose_year(2025)
    desk.set_today(datetime.date(2025, 4, 1))
    second = issue(desk)
    assert {row.id: row.state for row in desk.tables.all(Notice)} == {first.id: ISSUED, second.id: ISSUED}
    assert (first.year, second.year) == (2024, 2025)


def test_the_number_of_a_withdrawn_notice_is_free_again_and_no_other(desk: Desk) -> None:
    (first,) = register.issue(desk, drafting.drafts(desk, {"101002"}), first=7)
    with pytest.raises(Refused, match="已经用过"):
        register.issue(desk, drafting.drafts(desk, {"101003"}), first=7)
    register.advance(desk, [first], WITHDRAWN, LATE)
    (second,) = register.issue(desk, drafting.drafts(desk, {"101003"}), first=7)
    assert second.number == first.number
    assert "notice_number" not in {found.rule for found in desk.findings()}


def test_issuing_numbers_freezes_and_registers(desk: Desk, tmp_path: Path) -> None:
    issued = register.issue(desk, drafting.drafts(desk, {"101002", "101003"}))
    assert [row.number for row in issued] == ["金水财购〔2024〕1号", "金水财购〔2024〕2号"]
    before = rendering.reprint(issued[0])
    editing.edit(desk, next(row for row in desk.rows(Filing) if row.unit == "101002"), "reserve", "80000")
    editing.edit(desk, desk.unit("101002"), "name", "改了名的小学")  # type: ignore[arg-type]
    again = tmp_path / "again.pdf"
    rendering.save_pdf(again, rendering.reprint(desk.rows(Notice)[0]))
    assert "低比例小学" in text_of(again)
    assert "7.50%" in text_of(again)
    assert len(before) == pytest.approx(again.stat().st_size, abs=200)
    assert [row.unit for row in register.answered_by_filing(desk)] == ["101002"]


def test_a_second_notice_is_refused_until_it_is_meant(desk: Desk) -> None:
    register.issue(desk, drafting.drafts(desk, {"101002"}))
    lines = len(desk.journal())
    with pytest.raises(
        Refused, match="101002 低比例小学 已有没有办结的通知书（金水财购〔2024〕1号，2024-04-01，已发文）.*再次督促"
    ):
        register.issue(desk, drafting.drafts(desk))
    assert [row.unit for row in desk.rows(Notice)] == ["101002"], "all or none"
    assert len(desk.journal()) == lines


@pytest.mark.parametrize("state", [ISSUED, DELIVERED, ANSWERED])
def test_pressing_again_is_a_step_of_its_own_and_both_notices_say_so(desk: Desk, tmp_path: Path, state: str) -> None:
    register.issue(desk, drafting.drafts(desk, {"101002"}))
    if state != ISSUED:
        register.advance(desk, desk.rows(Notice), state, LATE)
    desk.set_today(datetime.date(2024, 5, 6))
    issued = register.issue(desk, drafting.drafts(desk, {"101002", "101003"}), again=True)
    first, *_ = desk.rows(Notice)
    assert first.state == (ANSWERED if state == ANSWERED else SUPERSEDED), "an answer stays an answer"
    assert (first.note == "已由金水财购〔2024〕2号替代") is (state != ANSWERED)
    assert [row.note for row in issued] == ["再次督促，接金水财购〔2024〕1号", None]
    line = desk.journal()[0]
    assert line.name == "issue_again" and line.about == ("2", "0" if state == ANSWERED else "1")
    said = text_of(rendering.write_documents(desk, [rendering.content_of(issued[0])], tmp_path / "n")[0])
    assert "关于再次督促重新填报" in said
    assert (
        "我局已于2024年4月1日印发金水财购〔2024〕1号，要求你单位于2024年4月16日前重新填报预留份额（应不低于80,000.00元）。截至2024年5月6日，你单位仍未整改到位"
        in said
    )
    assert "再次督促" not in str(rendering.content_of(issued[1]))


def test_a_settled_or_withdrawn_notice_does_not_stand_in_the_way(desk: Desk) -> None:
    for state in (CLOSED, WITHDRAWN):
        row = register.issue(desk, drafting.drafts(desk, {"101002"}))[0]
        register.advance(desk, [row], state, LATE)
    register.issue(desk, drafting.drafts(desk, {"101002"}))
    assert [row.state for row in desk.rows(Notice)] == [CLOSED, WITHDRAWN, ISSUED]
    assert desk.journal()[0].name == "issue"


def test_the_register_goes_forward_only(desk: Desk) -> None:
    register.issue(desk, drafting.drafts(desk, {"101002"}))
    for state in (DELIVERED, ANSWERED, CLOSED):
        register.advance(desk, desk.rows(Notice), state, LATE)
    row = desk.rows(Notice)[0]
    assert (row.state, row.delivered, row.answered) == (CLOSED, LATE, LATE)
    with pytest.raises(Refused, match="不能改为"):
        register.advance(desk, [row], WITHDRAWN, LATE)


def test_an_issued_notice_is_not_undone(desk: Desk) -> None:
    register.issue(desk, drafting.drafts(desk, {"101002"}))
    line = desk.journal()[0]
    with pytest.raises(Refused, match="不能撤回"):
        editing.undo_line(desk, line.number)


def test_two_units_of_one_code_get_no_notice_before_it_is_put_right(desk: Desk) -> None:
    """Which of the two is meant nobody can tell, and the register would hold two open notices of one unit."""
    editing.add(desk, Unit, {"code": "101002", "name": "另一所学校", "canteen": "自办"})
    with pytest.raises(Refused, match="2 行的编码都是 101002"):
        register.issue(desk, drafting.drafts(desk, {"101002"}))
    assert desk.rows(Notice) == []
